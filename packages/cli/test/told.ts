import { run } from 'samenbeeld';
import { vi } from 'vitest';

/** Runs the command in this process: its exit code, and the lines it prints and complains of. */
export async function told(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const spies = (['log', 'error'] as const).map((channel) =>
    vi.spyOn(console, channel).mockImplementation((line = '') => void lines.push(String(line))),
  );
  try {
    return { code: await run([...args]), said: lines.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

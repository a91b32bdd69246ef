import { expect } from 'vitest';
import { samenbeeld } from './one-process.ts';

/** The lines of an answer in English as a terminal shows them, the cells of a table set apart by bars. */
export async function asked(
  picture: string,
  answer: string,
  ...options: readonly string[]
): Promise<readonly string[]> {
  const { stdout, stderr, code } = await samenbeeld([
    ...['ask', picture, answer, '--language', 'en', ...options],
  ]);
  expect(`${code}${stderr}`).toBe('0');
  return stdout.split('\n').map((line) => line.trim().replace(/\s{2,}/gu, ' | '));
}

/** The first line that begins so, nothing where none does. */
export const starting = (lines: readonly string[], head: string): string =>
  lines.find((line) => line.startsWith(head)) ?? '';

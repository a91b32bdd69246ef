import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** The compiler, for Node to run. */
export const bin: string = `${root}/packages/cli/bin/samenbeeld.js`;

/** What a run of the command left: its exit code, what it printed, and how long it took. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs the command as a user does, from the compiled packages, in English unless told otherwise. */
export async function samenbeeld(
  args: readonly string[],
  { cwd = root, env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8');
    child[stream].on('data', (text: string) => {
      printed[stream] += text;
    });
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  return { code, ...printed, milliseconds: performance.now() - start };
}

/** What a command that was run with --json printed. */
export function resultOf<Result>(args: readonly string[], { code, stdout, stderr }: Ran): Result {
  if (code !== 0)
    throw new Error(`samenbeeld ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Result;
}

/** Runs the command with --json and reads what it prints. */
export async function samenbeeldJson<Result>(
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<Result> {
  return resultOf<Result>(args, await samenbeeld([...args, '--json'], options));
}

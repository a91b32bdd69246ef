import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Ran, resultOf, root } from './command.ts';

const host = fileURLToPath(new URL('command-host.mjs', import.meta.url));
const idle: ChildProcess[] = [];

/** A process that waits for a command; it ends with the one that started it. */
function started(): ChildProcess {
  const child = fork(host, [], {
    execArgv: [],
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/**
 * Runs the compiled command like `samenbeeld` of `command.ts`, in a process that runs one command after another: for
 * tests of what a command does, where starting anew some ten times would take most of the time. Commands that run at the
 * same time have a process each.
 */
export async function samenbeeld(
  args: readonly string[],
  { cwd = root }: { readonly cwd?: string } = {},
): Promise<Ran> {
  const start = performance.now();
  const child = idle.pop() ?? started();
  child.ref();
  child.channel?.ref();
  const ran = await new Promise<Omit<Ran, 'milliseconds'>>((done, fail) => {
    const ended = (code: number | null) => {
      fail(new Error(`samenbeeld ${args.join(' ')} ended its process with ${code}`));
    };
    child.once('error', fail).once('exit', ended);
    child.once('message', (message) => {
      child.off('error', fail).off('exit', ended);
      done(message as Omit<Ran, 'milliseconds'>);
    });
    child.send({ args, cwd });
  });
  child.unref();
  child.channel?.unref();
  idle.push(child);
  return { ...ran, milliseconds: performance.now() - start };
}

/** Runs the command with --json and reads what it prints. */
export async function samenbeeldJson<Result>(
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<Result> {
  return resultOf<Result>(args, await samenbeeld([...args, '--json'], options));
}

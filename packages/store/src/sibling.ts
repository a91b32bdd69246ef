import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * What lies beside a file or folder while it is written: `new` and `part` in the making, `old` the former one set
 * aside, `gone` about to be removed.
 */
export type SiblingKind = 'new' | 'old' | 'gone' | 'part';

/** A temporary neighbour, and whether the process that made it is still at work on it. */
export interface Sibling {
  readonly path: string;
  readonly kind: SiblingKind;
  readonly inUse: boolean;
}

const active = new Set<string>();
let counter = 0;

/** A free hidden name beside a path, held by this process until it is released. */
export function holdSibling(path: string, kind: SiblingKind): string {
  counter += 1;
  const sibling = join(dirname(path), `.${basename(path)}.${process.pid}-${counter}.${kind}`);
  active.add(sibling);
  return sibling;
}

/** Gives a name back once nothing lies there any more. */
export function releaseSibling(sibling: string): void {
  active.delete(sibling);
}

/** Whether a process of this machine is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The temporary neighbours of a path, of this process and of others. */
export async function siblingsOf(path: string): Promise<readonly Sibling[]> {
  const start = `.${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  return names.flatMap((name) => {
    const rest = name.startsWith(start) ? name.slice(start.length) : '';
    const match = /^(\d+)-\d+\.(new|old|gone|part)$/.exec(rest);
    if (!match) return [];
    const sibling = join(dirname(path), name);
    const pid = Number(match[1]);
    // The process id of a former run may be ours by chance, and is so in containers.
    const inUse = pid === process.pid ? active.has(sibling) : isRunning(pid);
    return [{ path: sibling, kind: match[2] as SiblingKind, inUse }];
  });
}

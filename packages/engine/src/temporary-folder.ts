import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set<string>();
const swept = new Set<string>();
const week = 7 * 24 * 3_600_000;

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}

/** When a process began, as Linux counts it: a later one may have the same number. Elsewhere "0". */
function beginningOf(pid: number | 'self'): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}

function isRunning(pid: number, beginning: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = beginningOf(pid);
  return beginning === '0' || now === '0' || now === beginning;
}

const named = /^\.?samenbeeld-[a-z]+-([\da-f]{8})-(\d+)-(\d+)-[\w-]{6,}$/;

/**
 * Removes what processes left that were stopped. Whether one of another machine (a shared disk, a container) still runs
 * cannot be seen from here: its folder goes a week after it was last written to.
 */
function sweep(parent: string): void {
  if (swept.has(parent)) return;
  swept.add(parent);
  const names = (() => {
    try {
      return readdirSync(parent);
    } catch {
      return [];
    }
  })();
  for (const name of names) {
    const [, where, pid, beginning = '0'] = named.exec(name) ?? [];
    if (pid === undefined || open.has(join(parent, name))) continue;
    try {
      const found = lstatSync(join(parent, name));
      const isOwn = process.getuid === undefined || found.uid === process.getuid();
      const isOld = Date.now() - found.mtimeMs > week;
      const isGone = where === host ? !isRunning(Number(pid), beginning) : isOld;
      if (found.isDirectory() && isOwn && isGone)
        rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another process was quicker, or may and this one may not.
    }
  }
}

/**
 * A new folder for what is only needed for a while, which only this user may read: it goes with `removeTemporaryFolder`,
 * at the end of the process, or, where the process is killed, when the next one asks for a folder.
 *
 * @example
 * ```ts
 * import { removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
 * const folder = temporaryFolder('text');
 * (await import('node:fs')).statSync(folder).mode & 0o077 // => 0
 * removeTemporaryFolder(folder);
 * ```
 */
export function temporaryFolder(kind: string, parent: string = tmpdir()): string {
  sweep(parent);
  // Among a user's own files it is hidden.
  const hidden = parent === tmpdir() ? '' : '.';
  const start = `${hidden}samenbeeld-${kind}-${host}-${process.pid}-${beginningOf('self')}-`;
  const folder = mkdtempSync(join(parent, start));
  if (open.size === 0) process.once('exit', removeAll);
  open.add(folder);
  return folder;
}

/** Removes a temporary folder with what is in it. */
export function removeTemporaryFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  open.delete(folder);
  if (open.size === 0) process.removeListener('exit', removeAll);
}

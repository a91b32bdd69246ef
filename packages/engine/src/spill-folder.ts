import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set<string>();

function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}

/** Reserves a folder name for spilled data; DuckDB makes it when it first spills, and it goes at exit at the latest. */
export function reserveSpillFolder(parent: string = tmpdir()): string {
  if (open.size === 0) process.once('exit', removeAll);
  const folder = join(parent, `samenbeeld-spill-${randomUUID()}`);
  open.add(folder);
  return folder;
}

/** Removes a reserved folder with what is in it. */
export function removeSpillFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  open.delete(folder);
  if (open.size === 0) process.removeListener('exit', removeAll);
}

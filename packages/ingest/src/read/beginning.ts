import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bytesAt } from './file-head.ts';
import { lf } from './line-ends.ts';

const size = 1 << 20;

/** Formats whose beginning is a smaller file of the same format. */
const lines = /\.(?:csv|tsv|txt|tab)$/i;

/**
 * Does something with the beginning of a delimited text, as a file of the same name: enough to see whose headings it
 * has. Other files, and small ones, are used as they are.
 */
export async function withBeginning<Result>(
  path: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size <= size || !lines.test(path)) return use(path);
  const bytes = await bytesAt(path, 0, size);
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-beginning-'));
  try {
    const beginning = join(folder, basename(path));
    writeFileSync(beginning, bytes.subarray(0, bytes.lastIndexOf(lf) + 1 || size), { mode: 0o600 });
    return await use(beginning);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

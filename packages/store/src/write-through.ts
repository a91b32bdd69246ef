import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Clearance, checkClearance } from './clearance.ts';
import { syncPath, writeDurably } from './durable.ts';
import { holdSibling, releaseSibling, siblingsOf } from './sibling.ts';

/**
 * Writes one file that holds figures (a report, a chart, a workbook): whole or not at all, and only with a clearance.
 * Everything in the house that is not a picture is written here.
 *
 * @example
 * ```ts
 * import { clearance, writeThrough } from '@samenbeeld/store';
 * const handling = { h: [], h3Text: [], tlp: 'CLEAR', classification: 'none', purposes: [], audiences: [], originators: [] } as const;
 * const { mkdtemp, readFile } = await import('node:fs/promises');
 * const folder = await mkdtemp('/tmp/write-through-');
 * await writeThrough(`${folder}/ports.svg`, '<svg/>', clearance(handling, 'public'));
 * await readFile(`${folder}/ports.svg`, 'utf8') // => '<svg/>'
 * ```
 */
export async function writeThrough(
  path: string,
  bytes: string | Uint8Array,
  clearance: Clearance,
): Promise<void> {
  checkClearance(clearance);
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  for (const { path: left, inUse } of await siblingsOf(target))
    if (!inUse) await rm(left, { force: true });
  const part = holdSibling(target, 'part');
  try {
    await writeDurably(part, bytes);
    await rename(part, target);
    await syncPath(dirname(target));
  } finally {
    await rm(part, { force: true });
    releaseSibling(part);
  }
}

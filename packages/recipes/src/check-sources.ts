import { openEngine } from '@samenbeeld/engine';
import {
  appendRecords,
  type CrossCheck,
  type CrossChecked,
  loadCrossChecks,
  runCrossChecks,
} from '@samenbeeld/ingest';
import { type TableRow, UsageError } from '@samenbeeld/schema';
import { crossChecksFile } from '@samenbeeld/sources';
import { openPicture } from '@samenbeeld/store';

/** What a check between two sources found in some pictures. */
export interface SourcesChecked {
  readonly check: CrossCheck;
  /** Every pair of figures that it compares; empty where only one of the two sources has a figure. */
  readonly pairs: readonly CrossChecked[];
}

async function figuresOf(folder: string): Promise<readonly TableRow[]> {
  const picture = await openPicture(folder);
  try {
    return picture.has('observation') ? await picture.rows<TableRow>('observation') : [];
  } finally {
    await picture.close();
  }
}

/**
 * Whether the sources in one or more pictures say the same of the same thing, by the checks between sources of the
 * catalogue and those of further files. Only checks of which both sources are there are returned. Throws a UsageError where
 * two of the pictures hold the same source: its figures would be counted twice. Nothing is written.
 *
 * @example
 * ```ts
 * import { checkSources, ingestPicture } from '@samenbeeld/recipes';
 * import { sampleFile } from '@samenbeeld/sources';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const folder = await mkdtemp(`${tmpdir()}/check-sources-`);
 * const pictures = [];
 * for (const source of ['bka-pks-zeitreihe', 'eurostat-crim-off-cat']) {
 *   const out = `${folder}/${source}`;
 *   await ingestPicture(source, [sampleFile(source)], { out, audience: 'internal' });
 *   pictures.push(out);
 * }
 * const found = await checkSources(pictures);
 * found.map(({ check }) => check.id) // => ['pks-drugs-in-eurostat', 'pks-laundering-in-eurostat']
 * found.flatMap(({ pairs }) => pairs).every(({ holds }) => holds) // => true
 * ```
 */
export async function checkSources(
  folders: readonly string[],
  { checks = [] }: { readonly checks?: readonly string[] } = {},
): Promise<readonly SourcesChecked[]> {
  const engine = await openEngine();
  try {
    const from = new Map<string, string>();
    for (const folder of folders) {
      const rows = await figuresOf(folder);
      for (const source of new Set(rows.map((row) => String(row['source'])))) {
        const other = from.get(source);
        if (other !== undefined)
          throw new UsageError(
            `${source} is in ${other} and in ${folder}. Name one of the two: its figures would be counted twice.`,
          );
        from.set(source, folder);
      }
      await appendRecords(engine, 'observation', rows);
    }
    const all = [crossChecksFile(), ...checks].flatMap((path) => loadCrossChecks(path));
    const here = all.filter(({ left, right }) => from.has(left.source) && from.has(right.source));
    const pairs = await runCrossChecks(engine, here);
    return here.map((check) => ({
      check,
      pairs: pairs.filter((pair) => pair.check === check.id),
    }));
  } finally {
    await engine.close();
  }
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  appendRecords,
  type CrossCheck,
  type CrossChecked,
  loadCrossChecks,
  runCrossChecks,
} from '@samenbeeld/ingest';
import { type TableRow, wrongUse } from '@samenbeeld/schema';
import { crossChecksFile } from '@samenbeeld/sources';
import { openPicture } from '@samenbeeld/store';
import type { Gathered } from './gather.ts';
import type { StepCache } from './step-cache.ts';

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
          throw wrongUse(
            '{source} staat in {other} en in {folder}. Noem een van beide: de cijfers zouden dubbel tellen.',
            '{source} est dans {other} et dans {folder}. Nommez l’un des deux : ses chiffres compteraient deux fois.',
            '{source} steht in {other} und in {folder}. Nennen Sie eines von beiden: Die Zahlen würden doppelt zählen.',
            '{source} is in {other} and in {folder}. Name one of the two: its figures would be counted twice.',
            { source, other, folder },
          );
        from.set(source, folder);
      }
      await appendRecords(engine, 'observation', rows);
    }
    const all = [crossChecksFile(), ...checks].flatMap((path) => loadCrossChecks(path));
    return await checked(engine, new Set(from.keys()), all);
  } finally {
    await engine.close();
  }
}

async function checked(
  engine: Engine,
  sources: ReadonlySet<string>,
  checks: readonly CrossCheck[],
): Promise<readonly SourcesChecked[]> {
  const here = checks.filter(
    ({ left, right }) => sources.has(left.source) && sources.has(right.source),
  );
  const pairs = here.length === 0 ? [] : await runCrossChecks(engine, here);
  return here.map((check) => ({ check, pairs: pairs.filter((pair) => pair.check === check.id) }));
}

/** The same of what a picture gathered, by the checks of the catalogue. */
export async function checkGathered(
  { engine, sources, reads }: Pick<Gathered, 'engine' | 'sources' | 'reads'>,
  cache: StepCache,
): Promise<readonly SourcesChecked[]> {
  const claims = sources.filter(({ record }) => record === 'observation').map(({ id }) => id);
  if (claims.length < 2) return [];
  const file = crossChecksFile();
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  const key = cache.key('check', [hash, claims, reads.observation.sha256]);
  const known = cache.read<readonly SourcesChecked[]>(key);
  if (known !== null) return known;
  await reads.observation.lay();
  const found = await checked(engine, new Set(claims), loadCrossChecks(file));
  cache.remember(key, found);
  return JSON.parse(JSON.stringify(found)) as readonly SourcesChecked[];
}

import type { Pair } from '@samenbeeld/linkage';
import type { Picture } from './opened-picture.ts';

/**
 * The pairs of single records that may be one seizure, as `@samenbeeld/linkage` takes them (`estimateErrors`,
 * `evaluatePairs`, `clusterPairs`): the tables are the sources. Where a find is told in batches, records are together in
 * any of the ways listed, so their probabilities add. A pair that no total depends on at all is not among them.
 *
 * @param picture of events
 * @example
 * ```ts
 * import { ingest, recordPairs } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/pairs-`)}/picture`;
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out });
 * recordPairs(picture) // => []
 * ```
 */
export function recordPairs({ doubleReports, seizures }: Picture): readonly Pair[] {
  const source = new Map(seizures.rows.map((seizure) => [seizure.id, seizure.source]));
  const sums = new Map<string, readonly [a: string, b: string, probability: number]>();
  for (const { a, b, probability } of doubleReports)
    for (const left of a.split('+'))
      for (const right of b.split('+')) {
        const [one, two] = left < right ? [left, right] : [right, left];
        const sum = (sums.get(`${one} ${two}`)?.[2] ?? 0) + probability;
        sums.set(`${one} ${two}`, [one, two, Math.min(1, sum)]);
      }
  return [...sums.values()].map(([a, b, probability]) => ({
    a,
    b,
    tableA: source.get(a) ?? '',
    tableB: source.get(b) ?? '',
    weight: Math.log2(probability / (1 - probability)),
    probability,
  }));
}

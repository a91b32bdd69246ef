import fc from 'fast-check';
import type { Judgement, Pair, Verdict } from '../src/index.ts';

/** A pair of two records named "table:id", by its weight. */
export function pair(a: string, b: string, weight: number): Pair {
  const [tableA = '', idA = ''] = a.split(':');
  const [tableB = '', idB = ''] = b.split(':');
  return { a: idA, b: idB, tableA, tableB, weight, probability: 1 / (1 + 2 ** -weight) };
}

export const ref = (name: string): { table: string; id: string } => {
  const [table = '', id = ''] = name.split(':');
  return { table, id };
};

/** A judgement of two records named "table:id". */
export function judge(
  id: string,
  a: string,
  b: string,
  verdict: Verdict,
  more: Partial<Judgement> = {},
): Judgement {
  return {
    id,
    a: ref(a),
    b: ref(b),
    verdict,
    role: 'analyst',
    time: '2026-01-05T09:00:00Z',
    reason: 'as the files say',
    evidence: null,
    supersedes: null,
    ...more,
  };
}

/** Pairs among a few records of three tables, each pair at most once, many of equal weight. */
export const anyPairs: fc.Arbitrary<readonly Pair[]> = fc
  .uniqueArray(
    fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: -4, max: 6 })).filter(([a, b]) => a < b),
    { selector: ([a, b]) => a * 9 + b, maxLength: 20 },
  )
  .map((found) => found.map(([a, b, weight]) => pair(name(a), name(b), weight)));

/** The name of the n-th of the records of `anyPairs`. */
export const name = (n: number): string => `${'xyz'[n % 3]}:${n}`;

/** Judgements among the same records, by three roles, some superseding an earlier one. */
export const anyJudgements: fc.Arbitrary<readonly Judgement[]> = fc
  .array(
    fc.record({
      ends: fc.tuple(fc.nat(8), fc.nat(8)).filter(([a, b]) => a !== b),
      verdict: fc.constantFrom<Verdict>('positive', 'positive', 'negative', 'unsure'),
      role: fc.constantFrom('customs', 'police', 'unit'),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ ends: [a, b], verdict, role }, at) =>
      judge(`j${at}`, name(a), name(b), verdict, { role }),
    ),
  );

/** The parts that links join, by trying: each record with all it can reach. */
export function partsOf(
  records: readonly string[],
  links: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  let parts = records.map((record) => [record]);
  for (const [a, b] of links) {
    const touched = parts.filter((part) => part.includes(a) || part.includes(b));
    if (touched.length < 2) continue;
    parts = [...parts.filter((part) => !touched.includes(part)), touched.flat()];
  }
  return parts.map((part) => part.sort()).sort((x, y) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1));
}

import { type DoubleReport, partitionComponent } from '@samenbeeld/merge';
import type { Seizure } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crediblePartitions } from '../src/same-seizure/partition/credible.ts';
import { tiedRecords } from '../src/same-seizure/partition/tied-records.ts';
import { pair, totalOf, world } from './paired-seizures.ts';

fc.configureGlobal({ seed: 20260630 });

/** Whether the evidence leaves it open that a pair is the same, or different: a decision against it is another matter. */
function isOpen(
  records: readonly Seizure[],
  pairs: readonly DoubleReport[],
  { a, b }: DoubleReport,
  verdict: 'same' | 'different',
): boolean {
  const odds = pairs.map((one) => ({ ...one, odds: 2 ** one.weight, decided: null }));
  const tied = tiedRecords(records, odds).find((one) => one.records.some(({ id }) => id === a));
  if (!tied) return false;
  return crediblePartitions(partitionComponent(tied), tied).some(
    ({ groups }) =>
      groups.some((group) => group.includes(a) && group.includes(b)) === (verdict === 'same'),
  );
}

it('a total of events is made no wider by deciding a pair, and is what it was once the decision is superseded', () => {
  fc.assert(
    fc.property(
      world,
      fc.nat(5),
      fc.constantFrom('same' as const, 'different' as const),
      ({ records, pairs: all }, at, verdict) => {
        const pairs = all.map(({ a, b, weight }) => pair(a, b, 1 / (1 + 2 ** -weight)));
        const chosen = pairs[at % pairs.length];
        fc.pre(chosen !== undefined && isOpen(records, pairs, chosen, verdict));
        const before = totalOf(records, pairs)?.reported;
        const decided = pairs.map((one, index) =>
          index === at % pairs.length ? { ...one, verdict, decision: 'D2' } : one,
        );
        const after = totalOf(records, decided)?.reported;
        const width = (range: typeof before): number =>
          (range?.highest ?? Number.NaN) - (range?.lowest ?? Number.NaN);
        expect(width(after)).toBeLessThanOrEqual(width(before) + 1e-9);
        expect(totalOf(records, pairs)?.reported).toEqual(before);
      },
    ),
    { numRuns: 300 },
  );
});

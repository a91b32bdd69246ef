import { type RecordPair, sizeDensity, statementsOf, weightReadings } from '@samenbeeld/merge';
import type { Seizure } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissible } from '../../../src/same-seizure/partition/admissible.ts';
import { nearRecords } from '../../../src/same-seizure/partition/near-records.ts';
import { tiedRecords } from '../../../src/same-seizure/partition/tied-records.ts';
import {
  componentTotal,
  countComponent,
  extremesApart,
} from '../../../src/same-seizure/total/component-total.ts';
import { countFinds, type FoundAt } from '../../../src/same-seizure/total/counted-find.ts';
import { seizure } from '../../seizure.ts';
import { judgedBatches } from '../partition/judged-batches.ts';

fc.configureGlobal({ seed: 20260703 });

const told = fc.record({
  quantity: fc.option(fc.constantFrom(1, 40, 100, 101.5, 400, 1000, 100_000, 400_000), {
    nil: null,
    freq: 12,
  }),
  massBasis: fc.constantFrom('net', 'gross', 'unknown'),
  estimated: fc.boolean(),
  place: fc.constantFrom('NLVLI', 'BEGNE'),
  date: fc.constantFrom('2022-12-31', '2023-01-01'),
  datePrecision: fc.constantFrom('day', 'month'),
  agencies: fc.constantFrom(['NL_HARC'], ['BE_GAAD']),
}) satisfies fc.Arbitrary<Partial<Seizure>>;

const usual = sizeDensity([100, 120, 400, 90].map((kg, at) => ({ id: `x${at}`, kg })));
const cells = [
  () => 1,
  ({ place }: { readonly place: string }) => Number(place === 'NLVLI'),
  ({ place, time }: FoundAt) => Number(place === 'BEGNE' && (time.made?.start ?? '') < '2023'),
];

describe('extremesApart(apart, inCell)', () => {
  it('holds between its ends what every partition adds, whatever is said of weight, place and day', () => {
    fc.assert(
      fc.property(
        judgedBatches,
        fc.array(told, { minLength: 12, maxLength: 12 }),
        ({ records, pairs }, all) => {
          const rows = records.map(({ id }, at) => seizure(id, all[at]));
          for (const tied of tiedRecords(records, pairs)) {
            const counted = countComponent(
              tied,
              countFinds(rows, (members) => weightReadings(statementsOf(members), usual)),
            );
            const rules = admissible(tied);
            const range = { kind: 'apart', atoms: rules.atoms, near: nearRecords(rules) } as const;
            for (const inCell of cells) {
              const found = extremesApart(
                { range, records: tied.records, own: counted.own },
                inCell,
              );
              const sums = counted.finds.map((finds) =>
                finds.filter(inCell).reduce(
                  ({ low, high }, { weight }) => ({
                    low: low + weight.low,
                    high: high + (weight.high ?? Number.POSITIVE_INFINITY),
                  }),
                  { low: 0, high: 0 },
                ),
              );
              const highest = found.highest ?? Number.POSITIVE_INFINITY;
              expect(Math.min(...sums.map(({ low }) => low))).toBeGreaterThanOrEqual(
                found.lowest - 1e-6,
              );
              expect(Math.max(...sums.map(({ high }) => high))).toBeLessThanOrEqual(highest + 1e-6);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('componentTotal(counted, inCell) of more finds than can be listed', () => {
  const number = Array.from({ length: 8 }, (_, at) => at + 10);
  // 9 to the fifth, less one: 59,048 sets of at most one record a file.
  const records = ['a', 'b', 'c', 'd', 'e'].flatMap((file) =>
    number.map((i) => ({ id: `${file}${i}`, source: file })),
  );
  const rows = records.map(({ id }) => seizure(id, { quantity: 100 + Number(id.slice(1)) }));
  const totalOf = (odds: (a: string, b: string) => number) => {
    const pairs = records.flatMap((a, at) =>
      records
        .slice(at + 1)
        .flatMap((b): RecordPair[] =>
          a.source === b.source ? [] : [{ a: a.id, b: b.id, odds: odds(a.id, b.id) }],
        ),
    );
    const [tied] = tiedRecords(records, pairs);
    if (!tied) throw new Error('no component');
    const counted = countComponent(
      tied,
      countFinds(rows, (members) => weightReadings(statementsOf(members), usual)),
    );
    return { range: counted.range.kind, total: componentTotal(counted, () => 1) };
  };
  const sum = number.reduce((kg, i) => kg + 100 + i, 0);

  it('leaves out what joins unlike records, and is exact where the rest can be listed', () => {
    const { range, total } = totalOf((a, b) => (a.slice(1) === b.slice(1) ? 2 : 0.001));
    expect(range).toBe('exact');
    expect(total).toMatchObject({ lowest: sum, highest: 5 * sum });
  }, 120_000);

  it('has an upper end where all of them fit: every record a find of its own', () => {
    const { range, total } = totalOf(() => 1);
    expect(range).toBe('apart');
    expect(total?.highest).toBe(5 * sum);
    expect(total?.lowest).toBeGreaterThan(0);
    expect(total?.lowest).toBeLessThanOrEqual(sum);
  }, 120_000);
});

import type { LinkedRecord, RecordPair } from '@samenbeeld/merge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crediblePartitions } from '../../../src/same-seizure/partition/credible.ts';
import { tiedRecords } from '../../../src/same-seizure/partition/tied-records.ts';
import {
  type CountedComponent,
  componentTotal,
  countComponent,
} from '../../../src/same-seizure/total/component-total.ts';
import type { CountedFind, FoundAt, InCell } from '../../../src/same-seizure/total/counted-find.ts';
import { meanOf } from '../../../src/same-seizure/total/spread.ts';
import { judgedBatches } from '../partition/judged-batches.ts';
import { all, findOnce, kgOf, narrows } from './narrows.ts';

fc.configureGlobal({ seed: 20260702 });

/** Sums over listed partitions, by brute force. */
function byHand({ component, finds }: CountedComponent, inCell: InCell) {
  const p = component.partitions.map(({ probability }) => probability);
  const sum = (at: number, of: (find: CountedFind) => number): number =>
    (finds[at] ?? []).filter(inCell).reduce((total, find) => total + of(find), 0);
  const mean = (of: (find: CountedFind) => number): number =>
    p.reduce((total, share, at) => total + share * sum(at, of), 0);
  return {
    leading: mean(({ weight }) => weight.leading ?? 0),
    told: mean(({ weight }) => meanOf(weight.readings)),
  };
}

describe('componentTotal(counted, inCell)', () => {
  it('is the mean over all partitions, by the graph as by the list', () => {
    fc.assert(
      fc.property(judgedBatches, ({ records, pairs }) => {
        for (const tied of tiedRecords(records, pairs)) {
          const counted = countComponent(tied, findOnce());
          for (const inCell of [all, (find: FoundAt) => Number(find.place === 'NLVLI')]) {
            const total = componentTotal(counted, inCell);
            if (!total) continue;
            const { leading, told } = byHand(counted, inCell);
            const { lowest, highest } = total;
            expect(total.likely).toBeCloseTo(Math.min(Math.max(leading, lowest), highest ?? 0), 6);
            expect(meanOf(total.outcomes)).toBeCloseTo(told, 5);
            const mass = total.outcomes.reduce((sum, { probability }) => sum + probability, 0);
            expect(mass).toBeCloseTo(1, 9);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has the true extremes of the credible partitions', () => {
    fc.assert(
      fc.property(judgedBatches, ({ records, pairs }) => {
        for (const tied of tiedRecords(records, pairs)) {
          const counted = countComponent(tied, findOnce());
          const credible = credibleIn(counted, tied);
          const sums = (of: (find: CountedFind) => number): readonly number[] =>
            credible.map((finds) => finds.reduce((sum, find) => sum + of(find), 0));
          const { lowest, highest } = componentTotal(counted, all) ?? {};
          expect(lowest).toBeCloseTo(Math.min(...sums(({ weight }) => weight.low)), 6);
          expect(highest).toBeCloseTo(Math.max(...sums(({ weight }) => weight.high ?? 0)), 6);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds the floor of a chain of unlikely pairs, however many records hang on it', () => {
    for (const n of [3, 6, 12, 20]) {
      const { records, pairs } = chain(n);
      const [tied] = tiedRecords(records, pairs);
      if (!tied) throw new Error('no component');
      const total = componentTotal(countComponent(tied, findOnce()), all);
      // Every a_i with b_i: the lighter of both counts.
      const [ids, lighter] = [
        Array.from({ length: n }, (_, at) => at + 10),
        (i: number) => Math.min(kgOf(`a${i}`), kgOf(`b${i}`)),
      ];
      expect(total?.lowest).toBeLessThanOrEqual(ids.reduce((sum, i) => sum + lighter(i), 0));
      expect(total?.highest).toBeGreaterThanOrEqual(
        records.reduce((sum, { id }) => sum + kgOf(id), 0),
      );
    }
  });

  it('is made no wider by deciding a pair that credible partitions join as it stands, and part', () => {
    fc.assert(
      fc.property(judgedBatches, fc.nat(), ({ records, pairs }, pick) => {
        narrows(records, pairs, pick);
      }),
      { numRuns: 300 },
    );
  });
});

function credibleIn(
  { component, finds, range }: CountedComponent,
  tied: Parameters<typeof countComponent>[0],
): readonly (readonly CountedFind[])[] {
  expect(range.kind).toBe('exact');
  const credible = new Set(crediblePartitions(component, tied));
  return component.partitions.flatMap((partition, at) =>
    credible.has(partition) ? [finds[at] ?? []] : [],
  );
}

function chain(n: number): { records: LinkedRecord[]; pairs: RecordPair[] } {
  const number = Array.from({ length: n }, (_, at) => at + 10);
  const pair = (i: number, j: number) => ({ a: `a${i}`, b: `b${j}`, odds: 0.05, decided: null });
  return {
    records: ['a', 'b'].flatMap((file) => number.map((i) => ({ id: `${file}${i}`, source: file }))),
    pairs: number.flatMap((i) => [pair(i, i), ...(i > 10 ? [pair(i, i - 1)] : [])]),
  };
}

import type { LinkedRecord, RecordPair } from '@samenbeeld/merge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCover } from '../../../src/same-seizure/partition/cover.ts';
import { crediblePartitions } from '../../../src/same-seizure/partition/credible.ts';
import { saidTogether } from '../../../src/same-seizure/partition/said-together.ts';
import { tiedRecords } from '../../../src/same-seizure/partition/tied-records.ts';
import {
  type CountedComponent,
  componentTotal,
  countComponent,
} from '../../../src/same-seizure/total/component-total.ts';
import type { CountedFind, InCell } from '../../../src/same-seizure/total/counted-find.ts';
import { meanOf } from '../../../src/same-seizure/total/spread.ts';
import { judgedBatches } from '../partition/judged-batches.ts';

fc.configureGlobal({ seed: 20260702 });

/** A weight that follows from the ids: those of a find differ, and its records are in conflict. */
const kgOf = (id: string): number =>
  100 + ([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 97);

function findOnce(): (ids: readonly string[]) => CountedFind {
  const made = new Map<string, CountedFind>();
  return (ids) => {
    const key = ids.join('+');
    const weights = ids.map(kgOf).sort((a, b) => a - b);
    const find = made.get(key) ?? {
      records: ids,
      place: ids[0]?.startsWith('a') ? 'NLVLI' : 'BEGNE',
      time: { made: { start: '2022-03-01', end: '2022-03-01' }, after: null },
      weight: {
        leading: weights[0] ?? null,
        told: [],
        readings: weights.map((kg) => ({ kg, probability: 1 / weights.length })),
        low: weights[0] ?? 0,
        high: weights.at(-1) ?? 0,
        packed: null,
        causes: [],
      },
    };
    made.set(key, find);
    return find;
  };
}
const all = () => 1;

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
          for (const inCell of [all, (find: CountedFind) => Number(find.place === 'NLVLI')]) {
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

  it('nor in components too large to list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.005, max: 300, noNaN: true }), {
          minLength: 64,
          maxLength: 64,
        }),
        fc.nat(),
        (odds, pick) => {
          const number = Array.from({ length: 8 }, (_, at) => at + 1);
          const records = ['a', 'b'].flatMap((file) =>
            number.map((i) => ({ id: `${file}${i}`, source: file })),
          );
          const pairs = number.flatMap((i) =>
            number.map((j) => ({
              a: `a${i}`,
              b: `b${j}`,
              odds: odds[(i - 1) * 8 + j - 1] ?? 0,
              decided: null,
            })),
          );
          narrows(records, pairs, pick);
        },
      ),
      { numRuns: 3 },
    );
  }, 60_000);
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

/** Decides one open pair either way, and holds the range against the one before. */
function narrows(
  records: readonly LinkedRecord[],
  pairs: readonly RecordPair[],
  pick: number,
): void {
  const sumOf = (said: readonly RecordPair[]) => {
    const totals = tiedRecords(records, said).map((tied) =>
      componentTotal(countComponent(tied, findOnce()), all),
    );
    return {
      lowest: totals.reduce((sum, total) => sum + (total?.lowest ?? 0), 0),
      highest: totals.reduce((sum, total) => sum + (total?.highest ?? 0), 0),
    };
  };
  const before = sumOf(pairs);
  const from = pairs.length > 0 ? pick % pairs.length : 0;
  const chosen = [...pairs.slice(from), ...pairs.slice(0, from)].find(
    (pair) => pair.decided === null && isOpen(records, pairs, pair),
  );
  if (!chosen) return;
  for (const decided of ['same', 'different'] as const) {
    const after = sumOf(pairs.map((pair) => (pair === chosen ? { ...pair, decided } : pair)));
    expect(after.lowest).toBeGreaterThanOrEqual(before.lowest - 1e-6);
    expect(after.highest).toBeLessThanOrEqual(before.highest + 1e-6);
  }
}

/**
 * Whether some credible partition joins the pair as it stands, with what is one with it by decision and no further row of
 * their files, and some parts it: read off the graph.
 */
function isOpen(
  records: readonly LinkedRecord[],
  pairs: readonly RecordPair[],
  { a, b }: RecordPair,
): boolean {
  const ids = [...a.split('+'), ...b.split('+')];
  const tied = tiedRecords(records, pairs).find((one) =>
    ids.every((id) => one.records.some((record) => record.id === id)),
  );
  if (!tied) return false;
  const counted = countComponent(tied, findOnce());
  if (counted.range.kind !== 'exact') return false;
  const said = saidTogether(tied.records, tied.pairs);
  const one = ids.flatMap((id) =>
    [...(said.atomOf[said.at(id)[0] ?? -1] ?? [])].flatMap((at) => tied.records[at]?.id ?? []),
  );
  const files = new Set(one.map((id) => id.charAt(0)));
  const holds = ({ records: group }: CountedFind): boolean => ids.every((id) => group.includes(id));
  const holdsAsItStands = ({ records: group }: CountedFind): boolean =>
    one.every((id) => group.includes(id)) &&
    group.every((id) => one.includes(id) || !files.has(id.charAt(0)));
  // Least and most often that a walk through the graph meets such a find.
  const often = (
    pickOne: (...values: number[]) => number,
    met: (find: CountedFind) => boolean,
  ): number =>
    foldCover(counted.range.kind === 'exact' ? counted.range.cover : { nodes: [[]] }, 0, (ways) =>
      pickOne(...ways.map(({ seizure, rest }) => rest + Number(met(counted.findOf(seizure))))),
    ).at(-1) ?? 0;
  return often(Math.min, holds) === 0 && often(Math.max, holdsAsItStands) === 1;
}

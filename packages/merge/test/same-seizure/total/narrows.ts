import type { LinkedRecord, RecordPair } from '@samenbeeld/merge';
import { expect } from 'vitest';
import { foldCover } from '../../../src/same-seizure/partition/cover.ts';
import { saidTogether } from '../../../src/same-seizure/partition/said-together.ts';
import { tiedRecords } from '../../../src/same-seizure/partition/tied-records.ts';
import { componentTotal, countComponent } from '../../../src/same-seizure/total/component-total.ts';
import type { CountedFind } from '../../../src/same-seizure/total/counted-find.ts';

/** A weight that follows from the ids: those of a find differ, and its records are in conflict. */
export const kgOf = (id: string): number =>
  100 + ([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 97);

/** A find for each set of records, made once. */
export function findOnce(): (ids: readonly string[]) => CountedFind {
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
        by: { low: null, high: null },
        causes: [],
      },
    };
    made.set(key, find);
    return find;
  };
}
export const all = () => 1;

/** Decides one open pair either way, and holds the range against the one before. */
export function narrows(
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

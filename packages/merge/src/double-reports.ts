import { type Decision, drugs, type Seizure } from '@samenbeeld/schema';
import {
  containerReason,
  creditReason,
  dateReason,
  daysBetween,
  loadReasons,
  type Reason,
  rarityReason,
} from './double-report-reasons.ts';
import { weightReason } from './double-report-weight.ts';

export type { Reason } from './double-report-reasons.ts';

/** Points from which a pair counts as the same seizure, and from which it is a candidate. */
export const sameFrom = 5;
export const candidateFrom = 3.5;

/** Two records of different files that may be the same seizure. */
export interface DoubleReport {
  /** Stable key, the subject of a decision of kind `same-seizure`. */
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly points: number;
  readonly reasons: readonly Reason[];
  readonly verdict: 'same' | 'candidate' | 'different';
  readonly decision: string | null;
}

const day = 86_400_000;
const window = 7;

function family(substance: string): string {
  return drugs.has(substance) ? (drugs.get(substance).parent ?? substance) : substance;
}

/** What two records must share to be worth comparing; a file's records of one block are counted together. */
function blockOf({ place, basis, substance }: Seizure): string {
  return `${place} ${basis} ${family(substance)}`;
}

/** Mean number of days between records of one file and block, over the days the whole collection spans. */
function intervals(ordered: readonly Seizure[]): (seizure: Seizure) => number {
  const counts = new Map<string, number>();
  const key = (seizure: Seizure): string => `${seizure.source} ${blockOf(seizure)}`;
  for (const seizure of ordered) counts.set(key(seizure), (counts.get(key(seizure)) ?? 0) + 1);
  const [first, last] = [ordered[0], ordered.at(-1)];
  const days = first && last ? daysBetween(first, last) + 1 : 0;
  return (seizure) => days / (counts.get(key(seizure)) ?? 1);
}

interface Pair {
  readonly a: Seizure;
  readonly b: Seizure;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

function comparePairs(ordered: readonly Seizure[]): readonly Pair[] {
  const every = intervals(ordered);
  const blocks = new Map<string, Seizure[]>();
  for (const seizure of ordered) {
    const block = blocks.get(blockOf(seizure));
    if (block) block.push(seizure);
    else blocks.set(blockOf(seizure), [seizure]);
  }
  const pairs: Pair[] = [];
  for (const block of blocks.values())
    for (const [index, a] of block.entries())
      for (const b of block.slice(index + 1)) {
        if (Date.parse(b.date) - Date.parse(a.date) > window * day) break;
        if (a.source === b.source) continue;
        const reasons = [
          dateReason(a, b),
          weightReason(a, b),
          containerReason(a, b),
          creditReason(a, b),
          ...loadReasons(a, b),
          rarityReason(Math.min(every(a), every(b))),
        ].filter((reason) => reason !== null);
        pairs.push({ a, b, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) });
      }
  return pairs;
}

/**
 * For each record and other file the most points it reaches there, and the second most: an office reports a find
 * once, so that only the best partner can be the same.
 */
function bestPartners(pairs: readonly Pair[]): (pair: Pair) => boolean {
  const reached = new Map<string, number[]>();
  const keys = ({ a, b }: Pair) => [`${a.id} ${b.source}`, `${b.id} ${a.source}`];
  for (const pair of pairs)
    for (const key of keys(pair)) reached.set(key, [...(reached.get(key) ?? []), pair.points]);
  return (pair) =>
    keys(pair).every(
      (key) => (reached.get(key) ?? []).filter((points) => points >= pair.points).length === 1,
    );
}

/**
 * Pairs of records that may be the same seizure, by a rule that can be explained: points for date, weight, container, a
 * service that names the other, departure, cover load and hiding place, and for a place where such finds are rare.
 * Compared are records of different files with the same place, basis and drug family, at most a week apart. From
 * {@link sameFrom} points a pair counts as one unless a person decides otherwise, where neither record has a partner in
 * the other file that fits as well; from {@link candidateFrom} points it is a candidate that only widens the range.
 */
export function findDoubleReports(
  seizures: readonly Seizure[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
): readonly DoubleReport[] {
  const ordered = [...seizures].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  const pairs = comparePairs(ordered);
  const isBest = bestPartners(pairs);
  const found = pairs.flatMap((pair): readonly DoubleReport[] => {
    const { points, reasons } = pair;
    const [first, second] = [pair.a.id, pair.b.id].sort() as [string, string];
    const key = `same ${first} ${second}`;
    const decision = decisions.get(key);
    const byPerson =
      decision?.verdict === 'same' || decision?.verdict === 'different' ? decision.verdict : null;
    if (points < candidateFrom && !byPerson) return [];
    const byRule = points >= sameFrom && isBest(pair) ? 'same' : 'candidate';
    return [
      {
        key,
        a: first,
        b: second,
        points,
        reasons,
        verdict: byPerson ?? byRule,
        decision: byPerson && decision ? decision.id : null,
      },
    ];
  });
  const place = new Map(ordered.map(({ id }, at) => [id, at]));
  const at = ({ a, b }: DoubleReport): readonly [number, number] => {
    const both = [place.get(a) ?? 0, place.get(b) ?? 0];
    return [Math.min(...both), Math.max(...both)];
  };
  return found.sort((x, y) => at(x)[0] - at(y)[0] || at(x)[1] - at(y)[1]);
}

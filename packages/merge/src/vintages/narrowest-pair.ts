import { type Observation, RefusalError } from '@samenbeeld/schema';
import { type Measure, measures, measureText } from './measure.ts';
import type { PairedMeasure } from './paired-measures.ts';

/** Whether whatever belongs to the one belongs to the other. */
function isWithin(inner: Measure, outer: Measure): boolean {
  return (
    inner.source === outer.source &&
    Object.entries(outer.fixed).every(
      ([field, value]) => inner.fixed[field as keyof Measure['fixed']] === value,
    )
  );
}

const pairWithin = (inner: PairedMeasure, outer: PairedMeasure): boolean =>
  isWithin(inner.earlier, outer.earlier) && isWithin(inner.later, outer.later);

const named = ({ earlier, later, decision }: PairedMeasure): string =>
  `${decision ? `decision ${decision.id}, ` : ''}"${measureText(earlier)} == ${measureText(later)}"`;

/** A source beside itself comes before what is declared of two; then the pair that all others of the row contain. */
function narrowestOf(pairs: readonly PairedMeasure[]): PairedMeasure | null {
  const own = pairs.find(({ decision }) => decision === null);
  if (own) return own;
  return pairs.find((pair) => pairs.every((other) => pairWithin(pair, other))) ?? null;
}

/**
 * The pair that each row of one side of two releases is compared in: the narrowest of those it belongs to, so that no
 * figure is compared twice. Throws a RefusalError where declared measures overlap and neither contains the other.
 */
export function narrowestPairs(
  rows: readonly Observation[],
  pairs: readonly PairedMeasure[],
  side: 'earlier' | 'later',
): ReadonlyMap<PairedMeasure, readonly Observation[]> {
  const found = new Map<PairedMeasure, Observation[]>();
  for (const row of rows) {
    const own = pairs.filter((pair) => measures(pair[side], row));
    if (own.length === 0) continue;
    const narrowest = narrowestOf(own);
    if (!narrowest)
      throw new RefusalError(
        `${own.map(named).join(' and ')} overlap, and neither contains the other: the same figures would be compared twice.`,
        {
          dimension: 'measure',
          remedy: 'Reopen one of them, or declare a narrower measure that both contain.',
        },
      );
    const group = found.get(narrowest) ?? [];
    group.push(row);
    found.set(narrowest, group);
  }
  return found;
}

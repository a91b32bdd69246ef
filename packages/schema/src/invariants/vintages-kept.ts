import type { Observation } from '../observation.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** Two states of one picture. */
export interface Vintages {
  readonly earlier: readonly Observation[];
  readonly later: readonly Observation[];
}

const kept = [
  'value',
  'printed',
  'wording',
  'unit',
  'missing',
  'publishedOn',
  'periodStart',
  'periodEnd',
] as const;

function* find({ earlier, later }: Vintages): Iterable<Found> {
  const byId = new Map(later.map((observation) => [observation.id, observation]));
  for (const before of earlier) {
    const after = byId.get(before.id);
    if (!after) {
      yield [before.id, 'a claim that was published is gone'];
      continue;
    }
    const field = kept.find((name) => before[name] !== after[name]);
    if (field)
      yield [before.id, `${field} was ${before[field]} and is overwritten by ${after[field]}`];
  }
}

/** Invariant 8: a later vintage stands beside the earlier one; nothing published is overwritten or dropped. */
export const vintagesKept: Invariant<Vintages> = invariant(8, 'vintages-kept', find);

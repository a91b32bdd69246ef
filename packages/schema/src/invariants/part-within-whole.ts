import { agencyContains } from '../agency-contains.ts';
import { claimInterval } from '../claim-interval.ts';
import { agencies } from '../codes/agencies.ts';
import { compareDecimal } from '../decimal.ts';
import { InputError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Interval } from '../interval.ts';
import type { Observation } from '../observation.ts';
import { periodContains } from '../period.ts';
import { placeContains, places } from '../places.ts';
import { substanceContains, substances } from '../substances.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

const spanOf = (o: Observation) => ({ start: o.periodStart, end: o.periodEnd });
const agenciesOf = (o: Observation) => [...o.agencies].sort().join('+');

function agenciesContain(whole: Observation, part: Observation): boolean {
  const known = [...whole.agencies, ...part.agencies].every((code) => agencies.has(code));
  const covered = (code: string) => whole.agencies.some((outer) => agencyContains(outer, code));
  return known && part.agencies.length > 0 && part.agencies.every(covered);
}

/** Per dimension: its value, and whether one value lies in another. */
const dimensions: Readonly<
  Record<
    string,
    readonly [(o: Observation) => string, (whole: Observation, part: Observation) => boolean]
  >
> = {
  place: [
    (o) => o.place,
    (whole, part) =>
      [whole, part].every(({ place }) => place.split('+').every((code) => places.has(code))) &&
      placeContains(whole.place, part.place),
  ],
  substance: [
    (o) => o.substance ?? '',
    ({ substance: whole }, { substance: part }) =>
      whole !== null &&
      part !== null &&
      substances.has(whole) &&
      substances.has(part) &&
      substanceContains(whole, part),
  ],
  offence: [
    (o) => o.offence ?? o.nationalCode ?? '',
    ({ offence: whole }, { offence: part }) => whole !== null && part?.startsWith(whole) === true,
  ],
  period: [
    (o) => `${o.periodStart}..${o.periodEnd}`,
    (whole, part) => periodContains(spanOf(whole), spanOf(part)),
  ],
  agency: [agenciesOf, agenciesContain],
};

const additive: ReadonlySet<string> = new Set(['sum', 'count']);

function intervalOf(observation: Observation): Interval | null {
  if (observation.value === null || !additive.has(observation.stat)) return null;
  try {
    return claimInterval({ ...observation, value: observation.value });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function exceeds(part: Interval, whole: Interval): boolean {
  if (whole.high === null) return false;
  const order = compareDecimal(part.low, whole.high);
  return order > 0 || (order === 0 && !whole.closed);
}

function* find(observations: readonly Observation[]): Iterable<Found> {
  for (const [name, [of, contains]] of Object.entries(dimensions)) {
    const others = Object.entries(dimensions).filter(([other]) => other !== name);
    const key = (o: Observation) =>
      JSON.stringify([
        o.metric,
        o.stat,
        o.unit,
        o.basis,
        o.countUnit,
        ...others.map(([, [other]]) => other(o)),
      ]);
    for (const group of groupBy(observations, key).values()) {
      for (const whole of group) {
        const outer = whole.extent === 'whole' ? intervalOf(whole) : null;
        if (!outer) continue;
        for (const part of group) {
          if (of(part) === of(whole) || !contains(whole, part)) continue;
          const inner = intervalOf(part);
          if (inner && exceeds(inner, outer))
            yield [
              part.id,
              `${name} ${of(part)} (${part.value} ${part.unit}) is more than its whole ${of(whole)} (${whole.value} ${whole.unit}, ${whole.id})`,
            ];
        }
      }
    }
  }
}

/**
 * Invariant 3: a part is at most its whole, where all dimensions agree but one (place, substance, offence, period or agency)
 * that lies in the other. Both are read as intervals, so rounding is no violation and a floor is never too low.
 */
export const partWithinWhole: Invariant<readonly Observation[]> = invariant(
  3,
  'part-within-whole',
  find,
);

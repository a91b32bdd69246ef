import { claimInterval } from '../claim-interval.ts';
import { drugs } from '../codes/drugs.ts';
import { compareDecimal } from '../decimal.ts';
import { groupBy } from '../group-by.ts';
import { addIntervals, intervalsOverlap } from '../interval-algebra.ts';
import type { Observation } from '../observation.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** Family and children as one table reports them. */
function tableOf(o: Observation): string {
  return JSON.stringify([
    [o.source, o.publication, o.publishedOn, o.metric, o.stat, o.unit, o.basis, o.countUnit],
    [o.place, o.agencies, o.definition, o.extent, o.periodStart, o.periodEnd],
  ]);
}

const intervalOf = (o: Observation) => claimInterval({ ...o, value: o.value ?? 0 });

function* find(observations: readonly Observation[]): Iterable<Found> {
  const said = observations.filter(
    (o) => o.value !== null && o.substance !== null && drugs.has(o.substance),
  );
  for (const table of groupBy(said, tableOf).values()) {
    const families = table.filter((o) => drugs.some(({ parent }) => parent === o.substance));
    for (const family of families) {
      const codes = drugs
        .filter(({ parent }) => parent === family.substance)
        .map(({ code }) => code);
      const children = table.filter(({ substance }) => codes.includes(substance ?? ''));
      const sum = addIntervals(children.map(intervalOf));
      const whole = intervalOf(family);
      const all = codes.every((code) => children.some(({ substance }) => substance === code));
      const above = whole.high !== null && compareDecimal(sum.low, whole.high) > 0;
      if (above || (all && !intervalsOverlap(sum, whole)))
        yield [
          family.id,
          `${family.substance} is ${family.value} ${family.unit}, its children add to ${sum.low}${sum.high === sum.low ? '' : ' or more'}`,
        ];
    }
  }
}

/**
 * Invariant 5: within one table the children of a substance never add to more than the family, and to the family itself
 * where all of them are reported. A family may stand alone.
 */
export const familyIsSumOfChildren: Invariant<readonly Observation[]> = invariant(
  5,
  'family-is-sum-of-children',
  find,
);

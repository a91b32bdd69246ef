import type { Observation } from '../observation.ts';
import { inFour } from '../sentence.ts';
import { unitFitsMetric } from '../unit-fits-metric.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function* find(observations: readonly Observation[]): Iterable<Found> {
  for (const { id, metric, unit } of observations)
    if (!unitFitsMetric(metric, unit))
      yield [
        id,
        inFour(
          '{metric} kan niet in {unit} zijn',
          '{metric} ne peut être en {unit}',
          '{metric} kann nicht in {unit} sein',
          '{metric} cannot be in {unit}',
          { metric, unit },
        ),
      ];
}

/** Invariant 19: the unit of a figure measures what its metric is: seizures are counted, no weight is a number of them. */
export const unitOfMetric: Invariant<readonly Observation[]> = invariant(
  19,
  'unit-of-metric',
  find,
);

import type { Observation } from '../observation.ts';
import { freqOf, isDay } from '../period.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function* find(observations: readonly Observation[]): Iterable<Found> {
  for (const { id, periodStart: start, periodEnd: end, freq, status } of observations) {
    const wrong = [start, end].find((text) => !isDay(text));
    if (wrong !== undefined) {
      yield [id, `"${wrong}" is no ISO day`];
      continue;
    }
    if (start > end) {
      yield [id, `the period ends on ${end}, before it starts on ${start}`];
      continue;
    }
    const found = freqOf({ start, end });
    const partial = found === 'O' || found === 'D';
    if (freq !== found && freq !== 'O' && !(partial && status.includes('P')))
      yield [
        id,
        `freq is ${freq}, but ${start}..${end} is ${found}; a part of a period is provisional (P) or another window (O)`,
      ];
  }
}

/** Invariant 7: periods run forward and are what their frequency says, or say that they are partial. */
export const periodsInOrder: Invariant<readonly Observation[]> = invariant(
  7,
  'periods-in-order',
  find,
);

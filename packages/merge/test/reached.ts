import { drugOf, type Reached } from '@samenbeeld/merge';
import type { Observation, Seizure } from '@samenbeeld/schema';

/** Whether a row is one that a part of a reach names. */
export const reached = (
  { places: where, drugs: which, basis, metric }: Reached,
  row: Observation | Seizure,
): boolean =>
  (where === null || where.includes(row.place)) &&
  (which === null || which.includes(row.kind === 'seizure' ? row.substance : drugOf(row))) &&
  (basis === null || basis === row.basis) &&
  (metric === null || row.kind === 'seizure' || metric === row.metric);

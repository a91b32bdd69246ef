import type { Anomaly, CellPlace } from './anomaly.ts';
import { pinpoint } from './pinpoint.ts';
import type { AnomalyInput, EventPoint } from './point.ts';
import type { Said } from './study.ts';
import { thresholds } from './thresholds.ts';

/** An anomaly of a seizure's cell; its correction names the row by what tells it from others, never by a case number. */
export function eventAnomaly(
  event: EventPoint,
  input: AnomalyInput,
  said: Omit<Said, 'also'> & { readonly alsoAt?: readonly CellPlace[] },
): Anomaly {
  const { kind, cause, evidence, rivals, score, to, alternatives, alsoAt = [] } = said;
  const { place, scope, row } = event;
  const correction =
    to !== null && place.heading !== null
      ? pinpoint(row, { heading: place.heading, from: place.raw.trim(), to }, input.rows, {
          reason: cause,
          evidence: evidence.join('; '),
        })
      : null;
  return {
    kind,
    where: place,
    also: alsoAt,
    scope,
    cause,
    evidence,
    rivals,
    score: Math.round(10 * Math.min(score, 12)) / 10,
    threshold: thresholds[kind],
    correction,
    open: correction
      ? null
      : (said.open ?? 'no cells of the row tell it from others with the same figure'),
    alternatives,
    counts: true,
  };
}

/**
 * The share of trials in which `trial` is true, of those that claim anything, and how many those are; of alarms also the means of the
 * stated and of the found.
 */
export function tried(experiment, row, dispersion, draw, runs) {
  let [hits, claims, stated, found] = [0, 0, 0, 0];
  for (let at = 0; at < runs; at += 1) {
    const outcome = experiment.trial(draw, row, dispersion);
    if (outcome === null) continue;
    claims += 1;
    if (experiment.kind === 'alarms') {
      stated += outcome.stated;
      found += outcome.found;
    }
    if (experiment.kind === 'alarms' ? outcome.isClaimed : outcome) hits += 1;
  }
  const share = hits / claims;
  return experiment.kind === 'alarms'
    ? { claims, share, stated: stated / claims, found: found / claims }
    : { claims, share };
}

/** What may be found: 1.25 times the stated rate of false claims, or a coverage short by a quarter of what is stated to fail; and chance. */
function bound(experiment, stated, count) {
  const wrong = experiment.kind === 'holds' ? 1 - stated : stated;
  return 1.25 * wrong + 3 * Math.sqrt((wrong * (1 - wrong)) / count);
}

/** Of fewer claims no rate is told. */
export const fewestClaims = 30;

/** Whether a cell is beyond its bound. */
export function exceeds(experiment, row, { claims, share, stated, found }) {
  if (
    experiment.kind === 'alarms' &&
    found > 1.25 * stated + 3 * Math.sqrt((2 * Math.max(found, 0.01)) / claims)
  )
    return true;
  if (claims < fewestClaims) return false;
  const wrong = experiment.kind === 'holds' ? 1 - share : share;
  return wrong > bound(experiment, row.stated, claims);
}

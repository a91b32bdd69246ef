/**
 * The share of trials in which `trial` is true, of those that claim anything, and how many those are; of a number that is stated, the
 * means of the stated and of the found.
 */
export function tried(experiment, row, dispersion, draw, runs) {
  let [hits, claims, stated, found] = [0, 0, 0, 0];
  for (let at = 0; at < runs; at += 1) {
    const outcome = experiment.trial(draw, row, dispersion);
    if (outcome === null) continue;
    claims += 1;
    if (experiment.kind === 'stated') {
      stated += outcome[0];
      found += outcome[1];
    } else if (outcome) hits += 1;
  }
  return experiment.kind === 'stated'
    ? { claims, stated: stated / claims, found: found / claims }
    : { claims, share: hits / claims };
}

/** What may be found: 1.25 times the stated rate of false claims, or a coverage short by a quarter of what is stated to fail; and chance. */
function bound(experiment, stated, count) {
  const wrong = experiment.kind === 'false' ? stated : 1 - stated;
  return 1.25 * wrong + 3 * Math.sqrt((wrong * (1 - wrong)) / count);
}

/** Of fewer claims no rate is told. */
export const fewestClaims = 30;

/** Whether a cell is beyond its bound. */
export function exceeds(experiment, row, { claims, share, stated, found }) {
  if (experiment.kind === 'stated')
    return found > 1.25 * stated + 3 * Math.sqrt((2 * Math.max(found, 0.01)) / claims);
  if (claims < fewestClaims) return false;
  const wrong = experiment.kind === 'false' ? share : 1 - share;
  return wrong > bound(experiment, row.stated, claims);
}

export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Wilson's (1927) interval of a share seen in `trials`, which need not be whole where counts are over-dispersed. */
function wilson(share: number, trials: number, z: number): Ends {
  const square = (z * z) / trials;
  const centre = (share + square / 2) / (1 + square);
  const half =
    (z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials))) / (1 + square);
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  };
}

/** The interval of a difference of two independent shares, `after − before`: Newcombe's (1998) hybrid of two Wilson intervals, his method 10. */
export function newcombe(
  before: { readonly share: number; readonly trials: number },
  after: { readonly share: number; readonly trials: number },
  z: number,
): Ends {
  const early = wilson(before.share, before.trials, z);
  const late = wilson(after.share, after.trials, z);
  const difference = after.share - before.share;
  return {
    low: difference - Math.hypot(after.share - late.low, early.high - before.share),
    high: difference + Math.hypot(late.high - after.share, before.share - early.low),
  };
}

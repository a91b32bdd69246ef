import { intersectIntervals } from '@samenbeeld/schema';
import type { Regime } from './regimes.ts';

/** A series with the keys of those that repeat it. */
export interface UnrepeatedRegime {
  readonly regime: Regime;
  readonly repeatedIn: readonly string[];
}

/** Whether one source's figures are the other's again: every one of them stands there, for the same year, with a value that can be the same. */
function repeats(one: Regime, other: Regime): boolean {
  const isAlike =
    one.source !== other.source &&
    one.country === other.country &&
    one.metric === other.metric &&
    one.unit === other.unit &&
    (one.nationalCode === other.nationalCode || one.nationalCode === null);
  if (!isAlike) return false;
  const there = new Map(other.figures.map((figure) => [figure.period, figure.interval]));
  const isSaid = one.figures.every(({ period, interval }) => {
    const same = there.get(period);
    return same !== undefined && intersectIntervals(interval, same) !== null;
  });
  // A class that is not named is that of the other only where numbers say so; floors fit anything above them.
  const isBounded = one.figures.every(({ interval }) => interval.high !== null);
  return isSaid && (one.nationalCode === other.nationalCode || isBounded);
}

/**
 * Series of which none repeats another: the same figures, read once from the source and once from press, are one series.
 *
 * What stays is the series whose counting rule is known, which names its class, which has more years; else the first by key.
 */
export function withoutRepeats(
  regimes: readonly Regime[],
  hasRule: (regime: Regime) => boolean,
): readonly UnrepeatedRegime[] {
  const first = (one: Regime): readonly number[] => [
    Number(hasRule(one)),
    Number(one.nationalCode !== null),
    one.figures.length,
  ];
  const order = regimes.toSorted(
    (a, b) =>
      first(a)
        .map((rank, at) => (first(b)[at] ?? 0) - rank)
        .find(Boolean) ?? 0,
  );
  const kept: Regime[] = [];
  const repeatsOf = new Map<Regime, string[]>();
  for (const one of order) {
    const whole = kept.find((other) => repeats(one, other));
    if (whole) repeatsOf.set(whole, [...(repeatsOf.get(whole) ?? []), one.key]);
    else kept.push(one);
  }
  return regimes
    .filter((one) => kept.includes(one))
    .map((regime) => ({ regime, repeatedIn: repeatsOf.get(regime) ?? [] }));
}

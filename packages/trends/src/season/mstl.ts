import { type StlParts, stl } from './stl.ts';
import type { StlSettings } from './stl-settings.ts';

/** A series as several seasons, a trend and a remainder. */
export interface MstlParts extends Omit<StlParts, 'seasonal'> {
  /** One a period, in the order of the settings. */
  readonly seasonal: readonly Float64Array[];
}

/**
 * Several seasons, from the shortest to the longest: each by an STL of the series without the others, in two rounds
 * (Bandara, Hyndman and Bergmeir 2021). One season is a plain STL.
 */
export function mstl(values: Float64Array, settings: readonly StlSettings[]): MstlParts {
  const rounds = settings.length > 1 ? 2 : 1;
  const seasonal = settings.map(() => new Float64Array(values.length));
  let rest = Float64Array.from(values);
  let parts: StlParts | null = null;
  for (let round = 0; round < rounds; round++)
    for (const [i, own] of settings.entries()) {
      const before = seasonal[i] as Float64Array;
      const target = rest.map((value, t) => value + (before[t] as number));
      const found = stl(target, own);
      seasonal[i] = Float64Array.from(found.seasonal);
      rest = target.map((value, t) => value - (found.seasonal[t] as number));
      parts = found;
    }
  const { trend, weights } = parts as StlParts;
  return {
    seasonal,
    trend,
    weights,
    remainder: rest.map((value, t) => value - (trend[t] as number)),
  };
}

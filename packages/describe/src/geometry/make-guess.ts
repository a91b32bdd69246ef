import type { Alternative, Guess } from '../guess.ts';

const twoDecimals = (confidence: number): number =>
  Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;

/** A guess; confidences are rounded to hundredths, and alternatives that round to nothing are left out. */
export function makeGuess<T>(
  value: T,
  confidence: number,
  reason: string,
  alternatives: readonly Alternative<T>[] = [],
): Guess<T> {
  return {
    value,
    confidence: twoDecimals(confidence),
    reason,
    alternatives: alternatives
      .map((each) => ({ ...each, confidence: twoDecimals(each.confidence) }))
      .filter((each) => each.confidence > 0),
  };
}

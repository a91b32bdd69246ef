import type { Text } from '@samenbeeld/schema';

/** Another reading of the same thing. */
export interface Alternative<T> {
  readonly value: T;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: Text;
}

/** Something concluded from a file, never stated without a reason. */
export interface Guess<T> {
  readonly value: T;
  /** 0 to 1; 1 only where the file itself proves it (a byte-order mark, a declared sheet name). */
  readonly confidence: number;
  /** In plain words, with the evidence counted: "1,204 of 1,204 cells parse as d-m-yyyy". */
  readonly reason: Text;
  /** Other readings that the evidence allows, likeliest first. */
  readonly alternatives: readonly Alternative<T>[];
}

/** A guess in one line. */
export const guessOf = <T>(
  value: T,
  confidence: number,
  reason: Text,
  alternatives: readonly Alternative<T>[] = [],
): Guess<T> => ({ value, confidence, reason, alternatives });

const twoDecimals = (confidence: number): number =>
  Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;

/** A guess; confidences are rounded to hundredths, and alternatives that round to nothing are left out. */
export function makeGuess<T>(
  value: T,
  confidence: number,
  reason: Text,
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

import type { Alternative, Guess } from '../guess.ts';

/** A guess in one line. */
export const guessOf = <T>(
  value: T,
  confidence: number,
  reason: string,
  alternatives: readonly Alternative<T>[] = [],
): Guess<T> => ({ value, confidence, reason, alternatives });

import type { Comparison } from './comparison.ts';

/** m or u of a comparison before any pair is seen, by place. */
export interface Starting {
  readonly probabilities: readonly number[];
  /** Where it is stated. */
  readonly stated: readonly boolean[];
}

/** m of levels of which nothing is known: nine in ten of the same agree exactly, the rest is shared out. */
export function customaryM(levels: number): readonly number[] {
  if (levels === 1) return [0.9, 0.1];
  return [0.85, ...Array.from({ length: levels - 1 }, () => 0.1 / (levels - 1)), 0.05];
}

/** What is stated, and the customary shares of what that leaves. */
export function starting(
  comparison: Comparison,
  kind: 'm' | 'u',
  customary: readonly number[],
): Starting {
  const given = [...comparison.levels.map((level) => level[kind]), comparison.otherwise?.[kind]];
  const known = given.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const stated = given.map((one) => one !== undefined);
  if (known > 1 + 1e-6 || given.some((one) => one !== undefined && !(one > 0 && one < 1)))
    throw new RangeError(
      `comparison "${comparison.name}": the stated ${kind} of its levels must lie between 0 and 1 and add up to at most 1; found ${given.map(String).join(', ')}`,
    );
  const open = customary.reduce((sum, one, place) => sum + (stated[place] ? 0 : one), 0);
  return {
    stated,
    probabilities: given.map(
      (one, place) => one ?? (Math.max(1 - known, 1e-9) * (customary[place] ?? 0)) / (open || 1),
    ),
  };
}

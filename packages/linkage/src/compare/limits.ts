/** Refuses thresholds that do not fall, each between 0 and 1. */
export function falling(thresholds: readonly number[], where: string): void {
  if (thresholds.every((one, at) => one > 0 && one < (thresholds[at - 1] ?? 1))) return;
  throw new RangeError(
    `${where}: thresholds must fall, each between 0 and 1, such as 0.92, 0.88; found ${thresholds.join(', ')}`,
  );
}

/**
 * SQL of "up to this limit": 0.05 of 1.0 is 0.050000000000000044 in double precision, and is meant to be within 0.05.
 */
export const upTo = (limit: number): string => `measure <= ${limit * (1 + 1e-9)}`;

/** Refuses limits that do not grow from zero on. */
export function growing(limits: readonly number[], where: string): void {
  const sound = limits.every(
    (one, at) => Number.isFinite(one) && (at === 0 ? one >= 0 : one > (limits[at - 1] ?? 0)),
  );
  if (sound && limits.length > 0) return;
  throw new RangeError(
    `${where}: limits must grow from zero on, such as 0, 3, 14; found ${limits.join(', ') || 'none'}`,
  );
}

import type { Design } from '../regression/least-squares.ts';

/** Columns of joined lines: a constant, the time, and the time since each joinpoint. */
export function hinges(times: readonly number[], knots: readonly number[]): Design {
  const origin = times[0] as number;
  return times.map((time) => [
    1,
    time - origin,
    ...knots.map((knot) => Math.max(0, time - (times[knot] as number))),
  ]);
}

/** The slope of each line, from the coefficients of `hinges`. */
export function slopesOf(coefficients: readonly number[]): readonly number[] {
  const [, first = 0, ...changes] = coefficients;
  let slope = first;
  return [slope, ...changes.map((change) => (slope += change))];
}

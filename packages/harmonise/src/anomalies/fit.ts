import { type Expectation, shown } from './expectation.ts';
import { tailed } from './likelihood.ts';
import { distance, type Neighbourhood } from './neighbours.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';

/** Standard deviations for an interval that other cells leave: none inside, four and more outside, twenty at most. */
function outside(value: number, { low, high }: Expectation): number {
  if (value >= low && value <= high) return 0;
  const gap = value < low ? low - value : value - high;
  const scale = Math.max((high - low) / 2, Math.abs(high) * 0.002, 0.5);
  return Math.min(20, 4 + gap / scale);
}

/**
 * How well a value fits where a cell stands: the decimal logarithm of its likelihood given its neighbours in the series
 * and the ties to other cells; 0 is a perfect fit.
 */
export function fit(
  value: number,
  point: Point,
  study: Study,
  around: Neighbourhood | null = study.around(point),
): number {
  const near = around ? tailed(distance(value, point.measure, around)) : 0;
  const tied = study.expected(point).reduce((sum, one) => sum + tailed(outside(value, one)), 0);
  return (near + tied) / Math.LN10;
}

/** What speaks for a value: the neighbours it lies among, and the ties it meets. */
export function support(
  value: number,
  point: Point,
  study: Study,
  around: Neighbourhood | null = study.around(point),
): readonly string[] {
  const said: string[] = [];
  if (around) {
    const [own, meant] = [study.read(point), value].map((one) =>
      one === null ? null : distance(one, point.measure, around),
    );
    const far =
      own === null || own === undefined || study.read(point) === value
        ? ''
        : `; as it stands ${own.toFixed(1)} spreads away, so read ${(meant ?? 0).toFixed(1)}`;
    said.push(
      `${around.n} ${around === study.apart(point) ? 'other figures of' : 'neighbours in'} its series lie between ${shown(around.low)} and ${shown(around.high)}${far}`,
    );
  }
  for (const one of study.expected(point))
    if (value >= one.low && value <= one.high) said.push(one.says());
  return said;
}

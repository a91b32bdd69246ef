import { shape, takes } from '@samenbeeld/schema';
import type { ReportingPoint } from './reporting-indices.ts';

const width = 0.01;

/**
 * A point of an index as a chart can draw it, against any base of its series: the middle where the wording leaves at most
 * one part in a hundred open, else null. A floor or a wide range is no point.
 *
 * @example
 * ```ts
 * import { drawnIndex } from '@samenbeeld/money';
 * const at = (low, high) => ({ figure: { low, high } });
 * drawnIndex(at(1490, 1500), at(1000, 1000)) // => 149.5
 * drawnIndex(at(1490, null), at(1000, 1000)) // => null
 * ```
 */
export function drawnIndex(
  point: Pick<ReportingPoint, 'figure'>,
  base: Pick<ReportingPoint, 'figure'>,
): number | null {
  takes(
    'drawnIndex',
    ['point', point, shape.record<ReportingPoint>({ figure: shape.options })],
    ['base', base, shape.record<ReportingPoint>({ figure: shape.options })],
  );

  const [top, bottom] = [middleOf(point), middleOf(base)];
  if (top === null || bottom === null || bottom === 0) return null;
  return Number(((100 * top) / bottom).toFixed(1));
}

function middleOf({ figure: { low, high } }: Pick<ReportingPoint, 'figure'>): number | null {
  if (high === null) return null;
  const middle = (low + high) / 2;
  return high - low <= width * Math.max(1, middle) ? middle : null;
}

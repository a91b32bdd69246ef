import { medianOf, robust } from './likelihood.ts';
import { fewest, logOf, type Neighbourhood } from './neighbours.ts';
import type { Measure } from './point.ts';

/** A slip of ten parts a figure from all others by more than half of it, on the log scale. */
const gap = Math.log(10) / 2;

/**
 * For each figure of a series that stands apart from all others, what these others make one expect; null for the rest,
 * where a value is no size, and where there are fewer than five others. Far above or below everything else, a figure is
 * held against the whole series: neighbours that go up and down from year to year would hide it. The spread is the median
 * absolute deviation of the others (× 1.4826, Hampel 1974), inflated by 1 + 4/n, at least 3 % and the Poisson one.
 */
export function standingApart(
  values: readonly (number | null)[],
  measure: Measure,
): readonly (Neighbourhood | null)[] {
  const logs = values.map((value) => (value === null || value <= 0 ? null : logOf(value, measure)));
  const known = logs.filter((log) => log !== null).sort((a, b) => a - b);
  const ends = [known[0] ?? 0, known[1] ?? 0, known.at(-2) ?? 0, known.at(-1) ?? 0] as const;
  return logs.map((log) => {
    if (log === null || known.length <= fewest) return null;
    const isLow = log === ends[0] && ends[1] - log > gap;
    const isHigh = log === ends[3] && log - ends[2] > gap;
    if (!isLow && !isHigh) return null;
    const others = isLow ? known.slice(1) : known.slice(0, -1);
    const n = others.length;
    const center = medianOf(others);
    const counting =
      measure === 'count' ? Math.sqrt((1 + 1 / n) / Math.max(Math.exp(center), 0.5)) : 0;
    const back = (one: number): number => Math.exp(one) - (measure === 'count' ? 0.5 : 0);
    return {
      before: center,
      after: center,
      spread: Math.max(robust(others).spread * (1 + 4 / n), 0.03, counting),
      n,
      low: back(others[0] ?? center),
      high: back(others.at(-1) ?? center),
    };
  });
}

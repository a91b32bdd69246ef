import { fewest } from './neighbours.ts';
import type { AnomalyInput } from './point.ts';
import { inSeries } from './study.ts';

/** How much of an input can be judged by its own series. */
export interface JudgedSeries {
  /** Series of figures that a picture uses: one scope, years or months. */
  readonly series: number;
  /** Of which have too few figures for their neighbours to tell what to expect. */
  readonly tooShort: number;
  /** Figures in those. */
  readonly figures: number;
  /** The fewest figures of a series that is judged. */
  readonly least: number;
}

/**
 * Counts the series that are too short for a slip or a shift to show against their neighbours. Their figures are still
 * looked at by the sums, prices and marks they take part in.
 */
export function judgedSeries(input: AnomalyInput): JudgedSeries {
  const lengths = [...inSeries(input.points.filter(({ counts }) => counts)).values()].map(
    (list) => list.filter(({ value }) => value !== null).length,
  );
  const short = lengths.filter((length) => length <= fewest);
  return {
    series: lengths.length,
    tooShort: short.length,
    figures: short.reduce((sum, length) => sum + length, 0),
    least: fewest + 1,
  };
}

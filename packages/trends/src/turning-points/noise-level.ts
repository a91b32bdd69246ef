import { medianSorted } from 'simple-statistics';

/** 1.4826 times the median distance from the median: the standard deviation of normal values, whatever a few others do. */
const madFactor = 1.482602218505602;

/** Differences this much smaller than the largest are none. */
const rounding = 1e-12;

/** The share of the largest differences left out, and the mean of a χ²₁ variable without that share of it. */
const trimmed = 0.1;
const meanOfTrimmedSquare = 0.623016;

/**
 * The scatter of values about their level, level shifts or none: the median absolute deviation of their differences,
 * over √2 (Fryzlewicz 2014, Maidstone et al. 2017); their root mean square where more than half of them are equal.
 */
export function noiseLevel(values: ArrayLike<number>): number {
  const differences = new Float64Array(values.length - 1);
  for (let i = 1; i < values.length; i++)
    differences[i - 1] = (values[i] as number) - (values[i - 1] as number);
  const centre = medianOf(differences);
  const robust = madFactor * medianOf(differences.map((d) => Math.abs(d - centre)));
  const largest = differences.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  if (robust > rounding * largest) return robust / Math.SQRT2;
  if (largest === 0) return 0;
  // In units of the largest, whose square might have no room.
  const squares = differences.reduce((sum, d) => sum + (d / largest) ** 2, 0);
  return largest * Math.sqrt(squares / differences.length / 2);
}

/**
 * How many times the variance of Poisson counts the counts vary, level shifts or none, at least 1: the mean of the
 * standardised squared differences of neighbouring rates, or that without the largest tenth of them if it is less. The
 * first is right for a few events, where squares come in steps, the second where levels shift.
 */
export function dispersionOf(counts: ArrayLike<number>, exposures: ArrayLike<number>): number {
  const squares: number[] = [];
  for (let i = 1; i < counts.length; i++) {
    const [y, before] = [counts[i] as number, counts[i - 1] as number];
    const [e, earlier] = [exposures[i] as number, exposures[i - 1] as number];
    if (y + before === 0) continue;
    const rate = (y + before) / (e + earlier);
    squares.push((y / e - before / earlier) ** 2 / (rate * (1 / e + 1 / earlier)));
  }
  if (squares.length === 0) return 1;
  const sorted = Float64Array.from(squares).sort();
  const kept = sorted.subarray(0, Math.max(1, Math.floor(squares.length * (1 - trimmed))));
  return Math.max(1, Math.min(meanOf(sorted), meanOf(kept) / meanOfTrimmedSquare));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: Float64Array): number {
  return medianSorted(Array.from(values.slice().sort()));
}

import type { CleanSeries } from '../clean-series.ts';
import { randomOf } from '../sampling/random.ts';
import { partialSort } from '../season/partial-sort.ts';

/** Up to this many slopes all of them are kept. */
const sortUpTo = 300_000;
const sampleSize = 200_000;

/** How many slopes there are between two values of the same group. */
export function countSlopes(groups: readonly CleanSeries[]): number {
  return groups.reduce((sum, { values }) => sum + (values.length * (values.length - 1)) / 2, 0);
}

/**
 * The slopes of the given ranks (the first being 1) among all slopes between two values of the same group.
 *
 * Exact. Where there are too many to keep, a sample says between which two slopes the ranks lie; one pass over the pairs
 * then counts those below and keeps only those between (after Floyd and Rivest 1975).
 */
export function rankedSlopes(
  groups: readonly CleanSeries[],
  ranks: readonly number[],
): readonly number[] {
  const total = countSlopes(groups);
  if (total > sortUpTo) {
    const sample = sampleSlopes(groups, total);
    for (let width = 5; width < 500; width *= 4) {
      const found = selectSlopes(groups, ranks, bracketOf(ranks, total, sample, width));
      if (found) return found;
    }
  }
  const slopes = allSlopes(groups, total);
  const places = ranks.map((rank) => rank - 1);
  partialSort(
    slopes,
    places.toSorted((a, b) => a - b),
  );
  return places.map((place) => slopes[place] as number);
}

function allSlopes(groups: readonly CleanSeries[], total: number): Float64Array {
  const slopes = new Float64Array(total);
  let k = 0;
  for (const { times, values } of groups)
    for (let i = 0; i < values.length; i++)
      for (let j = i + 1; j < values.length; j++)
        slopes[k++] =
          ((values[j] as number) - (values[i] as number)) /
          ((times[j] as number) - (times[i] as number));
  return slopes;
}

/** Which slopes are sampled decides the time only, never the result: the seed is fixed. */
function sampleSlopes(groups: readonly CleanSeries[], total: number): Float64Array {
  const random = randomOf(1);
  const sample: number[] = [];
  for (const { times, values } of groups) {
    const n = values.length;
    const share = Math.ceil((sampleSize * n * (n - 1)) / 2 / total);
    for (let k = 0; k < share && n > 1; k++) {
      const one = random.int(0, n - 1);
      const other = (one + random.int(1, n - 1)) % n;
      const [i, j] = [Math.min(one, other), Math.max(one, other)];
      sample.push(
        ((values[j] as number) - (values[i] as number)) /
          ((times[j] as number) - (times[i] as number)),
      );
    }
  }
  return Float64Array.from(sample).sort();
}

interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** Between which sampled slopes the ranks lie, all but surely. */
function bracketOf(
  ranks: readonly number[],
  total: number,
  sample: Float64Array,
  width: number,
): Bracket {
  const size = sample.length;
  const margin = (share: number): number => width * (1 + Math.sqrt(size * share * (1 - share)));
  const first = ranks.reduce((a, b) => Math.min(a, b), total) / total;
  const last = ranks.reduce((a, b) => Math.max(a, b), 1) / total;
  return {
    low: sample[Math.floor(first * size - margin(first))] ?? Number.NEGATIVE_INFINITY,
    high: sample[Math.ceil(last * size + margin(last))] ?? Number.POSITIVE_INFINITY,
  };
}

/** The ranked slopes, or null where one lies outside the bracket. */
function selectSlopes(
  groups: readonly CleanSeries[],
  ranks: readonly number[],
  { low, high }: Bracket,
): readonly number[] | null {
  let below = 0;
  let atLow = 0;
  let atHigh = 0;
  let size = 0;
  let inside = new Float64Array(1 << 18);
  for (const series of groups) {
    const values = Float64Array.from(series.values);
    const times = Float64Array.from(series.times);
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      const time = times[i] as number;
      for (let j = i + 1; j < values.length; j++) {
        const slope = ((values[j] as number) - value) / ((times[j] as number) - time);
        if (slope < low) below++;
        else if (slope <= high) {
          if (slope === low) atLow++;
          else if (slope === high) atHigh++;
          else {
            if (size === inside.length) inside = enlarged(inside);
            inside[size++] = slope;
          }
        }
      }
    }
  }
  const sorted = inside.subarray(0, size).sort();
  const found = ranks.map((rank) => {
    if (rank <= below) return null;
    const place = rank - below - atLow;
    if (place <= 0) return low;
    if (place <= size) return sorted[place - 1] as number;
    return place <= size + atHigh ? high : null;
  });
  return found.every((slope) => slope !== null) ? found : null;
}

function enlarged(list: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * list.length);
  larger.set(list);
  return larger;
}

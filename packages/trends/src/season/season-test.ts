import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { midRanks } from '../mid-ranks.ts';
import { randomOf } from '../sampling/random.ts';

/**
 * Values less a centred moving average over one cycle, which no season can bend; its line is carried on at both ends by its
 * slope next to them.
 *
 * STL's own trend would not do for a test: it is drawn after the season was taken out, which favours a season.
 */
function withoutTrend(values: Float64Array, period: number): Float64Array {
  const n = values.length;
  const half = period >> 1;
  const trend = new Float64Array(n);
  for (let t = half; t < n - half; t++) {
    let sum = 0;
    for (let j = -half; j <= half; j++) {
      const share = period % 2 === 0 && Math.abs(j) === half ? 0.5 : 1;
      sum += share * (values[t + j] as number);
    }
    trend[t] = sum / period;
  }
  const [first, last] = [half, n - 1 - half];
  const span = Math.min(half, last - first);
  const rise = (from: number, to: number): number =>
    span > 0 ? ((trend[to] as number) - (trend[from] as number)) / span : 0;
  const [early, late] = [rise(first, first + span), rise(last - span, last)];
  for (let i = 1; i <= half; i++) {
    trend[first - i] = (trend[first] as number) - early * i;
    trend[last + i] = (trend[last] as number) + late * i;
  }
  return values.map((value, t) => value - (trend[t] as number));
}

/**
 * How a season is told from chance:
 * - `rotation`: each cycle is turned by a random number of positions, which keeps its values in their order
 * - `kruskal_wallis`: ranks by position, asymptotic; fast, but takes neighbours that resemble each other for a season
 */
export type SeasonTestMethod = 'rotation' | 'kruskal_wallis';

/** Whether values depend on their position in the cycle. */
export interface SeasonTest {
  /** Kruskal-Wallis H of the values less their trend. */
  readonly statistic: number;
  readonly p: number;
  /** The smallest p that so few cycles could give. */
  readonly smallestP: number;
}

/** Tests one season of values from which other seasons were taken out. */
export function seasonTest(
  values: Float64Array,
  period: number,
  method: SeasonTestMethod,
  rotations: number,
  seed: number,
): SeasonTest {
  const { ranks, ties } = midRanks(rounded(withoutTrend(values, period), values));
  const n = ranks.length;
  const observed = sumOfSquares(sumsOf(ranks, period), n);
  const untied = 1 - ties / (n ** 3 - n);
  const statistic =
    untied > 0 ? Math.max(0, (12 / (n * (n + 1))) * observed - 3 * (n + 1)) / untied : 0;
  if (method === 'kruskal_wallis')
    return { statistic, p: 1 - chisquareCdf(statistic, period - 1), smallestP: 0 };
  const random = randomOf(seed);
  const sums = new Float64Array(period);
  let extreme = 1;
  for (let round = 0; round < rotations; round++) {
    sums.fill(0);
    for (let from = 0; from < n; from += period) {
      const length = Math.min(period, n - from);
      let place = random.int(0, length - 1);
      for (let i = 0; i < length; i++) {
        sums[place] = (sums[place] as number) + (ranks[from + i] as number);
        place = place + 1 === length ? 0 : place + 1;
      }
    }
    if (sumOfSquares(sums, n) >= observed * (1 - 1e-12)) extreme += 1;
  }
  const full = Math.floor(n / period);
  const smallestP = Math.max(1 / (rotations + 1), period ** (1 - full) / Math.max(1, n % period));
  return { statistic, p: extreme / (rotations + 1), smallestP };
}

/** Without the noise of rounding, which ranks would make as much of as of any difference. */
function rounded(rest: Float64Array, values: Float64Array): Float64Array {
  const noise = 1e-10 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return rest.map((value) => (Math.abs(value) <= noise ? 0 : value));
}

function sumsOf(ranks: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  for (let t = 0; t < ranks.length; t++)
    sums[t % period] = (sums[t % period] as number) + (ranks[t] as number);
  return sums;
}

/** Squared rank sums of each position, over how many of the `n` values it has. */
function sumOfSquares(sums: Float64Array, n: number): number {
  let total = 0;
  for (let position = 0; position < sums.length; position++)
    total += (sums[position] as number) ** 2 / Math.ceil((n - position) / sums.length);
  return total;
}

import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import { type Random, randomOf } from '../sampling/random.ts';

/** A test of whether a distribution over sites changed. */
export interface ShareTest {
  /** Pearson's χ² of the table of sites before and after. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly method: 'Monte Carlo' | 'chi-square' | 'F';
}

/** What the test knows of over-dispersion. */
export interface TestDispersion {
  /** At least 1. */
  readonly factor: number;
  /** Degrees of freedom it was estimated with; null where it is declared or absent. */
  readonly estimatedWith: number | null;
}

/** Above so many events the χ² distribution is as good as drawing, unless sites have hardly any. */
const drawUpTo = 2000;
const drawSparseUpTo = 50_000;

/**
 * Tests whether counts before and after share one distribution over the sites.
 *
 * Without over-dispersion: Monte Carlo over tables with the same margins, p `(b + 1)/(B + 1)` (Agresti, Wackerly and
 * Boyett 1979; R `chisq.test(simulate.p.value = TRUE)`), or the χ² distribution above 2,000 events. With a declared
 * factor φ: χ²/φ. With an estimated one: `F = χ²/(df·φ)` (McCullagh and Nelder 1989).
 */
export function shareTest(
  early: readonly number[],
  late: readonly number[],
  dispersion: TestDispersion,
  draws: number,
  seed: number,
): ShareTest {
  const filled = early.map((count, i) => [count, late[i] as number] as const).filter(isFilled);
  const sums = filled.map(([a, b]) => a + b);
  const before = filled.reduce((sum, [a]) => sum + a, 0);
  const all = sums.reduce((sum, count) => sum + count, 0);
  // Both sides give the same statistic: the smaller one is drawn.
  const side = Math.min(before, all - before);
  const scale = (all * all) / (before * (all - before));
  const statisticOf = (counts: readonly number[]): number =>
    counts.reduce((sum, count, i) => {
      const size = sums[i] as number;
      return sum + (scale * (count - (side * size) / all) ** 2) / size;
    }, 0);
  const statistic = statisticOf(filled.map(([a, b]) => (side === before ? a : b)));
  const degreesOfFreedom = filled.length - 1;
  const { factor, estimatedWith } = dispersion;
  if (factor > 1 && estimatedWith !== null)
    return {
      statistic,
      degreesOfFreedom,
      p: 1 - fCdf(statistic / degreesOfFreedom / factor, degreesOfFreedom, estimatedWith),
      method: 'F',
    };
  const sparse = (side * Math.min(...sums)) / all < 5;
  if (factor > 1 || all > (sparse ? drawSparseUpTo : drawUpTo))
    return {
      statistic,
      degreesOfFreedom,
      p: 1 - chisquareCdf(statistic / factor, degreesOfFreedom),
      method: 'chi-square',
    };
  const random = randomOf(seed);
  const events = sums.flatMap((size, site) => Array.from({ length: size }, () => site));
  let farther = 0;
  for (let draw = 0; draw < draws; draw += 1)
    if (statisticOf(drawn(events, side, sums.length, random)) >= statistic * (1 - 1e-9))
      farther += 1;
  return { statistic, degreesOfFreedom, p: (farther + 1) / (draws + 1), method: 'Monte Carlo' };
}

function isFilled([a, b]: readonly [number, number]): boolean {
  return a + b > 0;
}

/** Draws `count` of the events without putting back, and counts them by site. */
function drawn(events: number[], count: number, sites: number, random: Random): readonly number[] {
  const found = new Array<number>(sites).fill(0);
  for (let i = 0; i < count; i += 1) {
    const other = random.int(i, events.length - 1);
    const site = events[other] as number;
    events[other] = events[i] as number;
    events[i] = site;
    found[site] = (found[site] as number) + 1;
  }
  return found;
}

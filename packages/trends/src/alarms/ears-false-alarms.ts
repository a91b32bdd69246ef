import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { randomOf } from '../sampling/random.ts';
import { drawCount } from './draw-count.ts';
import { type EarsRule, earsTime, firstExamined } from './ears-rule.ts';
import { checkSimulation } from './false-alarms.ts';

/** Chance of an alarm of normal counts: by Student's law for one count, by simulation for sums, whose terms share their baselines. */
export function earsRate(rule: EarsRule): number {
  const { name, baseline, threshold } = rule;
  return name === 'C3'
    ? rateOfSums(rule)
    : tCdf(-threshold / Math.sqrt(1 + 1 / baseline), baseline - 1);
}

const draws = 20_000;

function rateOfSums({ baseline, lag, threshold, sum }: EarsRule): number {
  const random = randomOf(20_030_101);
  const values = Array.from({ length: draws }, () => random.normal());
  const excess = new Float64Array(draws);
  let alarms = 0;
  for (let at = baseline + lag; at < draws; at++) {
    let [total, squares] = [0, 0];
    for (let i = at - lag - baseline; i < at - lag; i++) {
      total += values[i] as number;
      squares += (values[i] as number) ** 2;
    }
    const mean = total / baseline;
    const sigma = Math.sqrt((squares - total * mean) / (baseline - 1));
    excess[at] = Math.max(0, ((values[at] as number) - mean) / sigma - 1);
    const before = (excess[at - 1] as number) + (excess[at - 2] as number);
    if (before + (sum === 'published' ? (excess[at] as number) : 0) > threshold) alarms += 1;
  }
  return alarms / (draws - baseline - lag);
}

/** How many alarms a Poisson series with the mean of this one gives, over the same periods. */
export function earsAlarms(
  counts: readonly (number | null)[],
  from: number,
  rule: EarsRule,
  simulate: { readonly runs: number; readonly seed: number },
): number {
  checkSimulation(simulate);
  const known = counts.filter((count) => count !== null);
  const mean = known.reduce((sum, count) => sum + count, 0) / Math.max(1, known.length);
  const random = randomOf(simulate.seed);
  let alarms = 0;
  for (let run = 0; run < simulate.runs; run++) {
    const drawn = counts.map(() => drawCount(random, mean, 1));
    for (let at = Math.max(from, firstExamined(rule)); at < drawn.length; at++)
      if (earsTime(drawn, at, '', rule).alarm) alarms += 1;
  }
  return alarms / simulate.runs;
}

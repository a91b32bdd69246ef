import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { randomOf } from '../sampling/random.ts';
import {
  type AlarmsByChance,
  alarmsByChance,
  learntFrom,
  runsFor,
  type Simulate,
} from './by-chance.ts';
import { type EarsRule, earsTime, firstExamined } from './ears-rule.ts';

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

/**
 * How many alarms come over the same periods where nothing changes: counts of one level, with the scatter of those not examined
 * where they are many, else of all.
 */
export function earsByChance(
  counts: readonly (number | null)[],
  from: number,
  rule: EarsRule,
  examined: number,
  simulate: Simulate | undefined,
): AlarmsByChance {
  const first = Math.max(from, firstExamined(rule));
  const learnt = learntFrom(counts, from);
  const mean = learnt.reduce((sum, count) => sum + count, 0) / learnt.length;
  const means = counts
    .slice(first - firstExamined(rule))
    .map((count) => (count === null ? null : Math.max(mean, 0.5 / learnt.length)));
  return alarmsByChance({
    method: `ears ${JSON.stringify(rule)}`,
    means,
    learnt: { counts: learnt, means: learnt.map(() => 1) },
    parameters: 1,
    levelKnown: false,
    examined,
    alarmsIn: (drawn) => {
      let alarms = 0;
      for (let at = firstExamined(rule); at < drawn.length; at++)
        if (earsTime(drawn, at, '', rule).alarm) alarms += 1;
      return { alarms, of: examined };
    },
    simulate: simulate ?? { runs: runsFor(examined), seed: 1 },
  });
}

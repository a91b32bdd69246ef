import { wrongUse } from '@samenbeeld/schema';
import gammaln from '@stdlib/math-base-special-gammaln';
import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import { poissonCumulative } from '../distributions/poisson-cumulative.ts';
import { drawDispersed, drawGamma } from '../sampling/draw-count.ts';
import { type Random, randomOf } from '../sampling/random.ts';

export interface Simulate {
  readonly runs: number;
  readonly seed: number;
}

/** How many alarms come where nothing changes. */
export interface AlarmsByChance {
  /** Mean number over the periods examined. */
  readonly mean: number;
  /** Chance of so many or more; doubled where the scatter is learnt from fewer than 20 counts, too few to learn its tail from. */
  atLeast(alarms: number): number;
}

/** A dispersion that the counts bear, and how much they speak for it. */
export interface BorneDispersion {
  readonly dispersion: number;
  readonly weight: number;
}

/** What the counts are where nothing changes, and what is examined in them. */
export interface NullPlan {
  /** Everything the answer depends on besides the means and the counts learnt from: the method and its settings. */
  readonly method: string;
  /** Mean of each count that is drawn, null where it stays missing. */
  readonly means: readonly (number | null)[];
  /** The counts from which the dispersion is learnt, and the mean that each has up to one common factor. */
  readonly learnt: { readonly counts: readonly number[]; readonly means: readonly number[] };
  /** Variance over mean, where it is known. */
  readonly dispersion?: number | undefined;
  /** How many numbers were estimated for the means. */
  readonly parameters: number;
  /** Whether the level is known, or itself drawn. */
  readonly levelKnown: boolean;
  /** Counts examined in the series itself. */
  readonly examined: number;
  /** Alarms among the drawn counts, and how many of them were examined: all, or some picked at random. */
  alarmsIn(
    drawn: readonly (number | null)[],
    random: Random,
  ): {
    readonly alarms: number;
    readonly of: number;
  };
  readonly simulate: Simulate;
}

const enough = 20;

/**
 * The known counts that the scatter is learnt from: those before the first examined where they are many, so that what is examined
 * does not excuse itself, else all.
 */
export function learntFrom(counts: readonly (number | null)[], from: number): readonly number[] {
  const known = (list: readonly (number | null)[]): readonly number[] =>
    list.filter((count) => count !== null);
  const before = known(counts.slice(0, from));
  return before.length >= enough ? before : known(counts);
}

/** Runs of which the mean and the tail of the number of alarms follow to a rough figure. */
export function runsFor(examined: number): number {
  return Math.max(200, Math.min(2000, Math.ceil(10_000 / Math.max(1, examined))));
}

const kept = new Map<string, AlarmsByChance>();
const mostKept = 500;

/**
 * The number of alarms where nothing changes, by simulation: the dispersion is drawn as the counts bear it and not set to one
 * estimate, since a dispersion estimated too low, which is the rule in short series, states too few. Answers are kept in memory.
 */
export function alarmsByChance(plan: NullPlan): AlarmsByChance {
  const { runs, seed } = plan.simulate;
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed))
    throw wrongUse(
      '`simulate` bevat een geheel aantal runs boven nul en een gehele seed, niet {runs} en {seed}',
      '`simulate` contient un nombre entier de tirages au-dessus de zéro et une graine entière, et non {runs} et {seed}',
      '`simulate` enthält eine ganze Zahl von Läufen über null und einen ganzen Startwert, nicht {runs} und {seed}',
      '`simulate` must hold a whole number of runs above zero and a whole seed, got {runs} and {seed}',
      { runs: String(runs), seed: String(seed) },
    );
  const { alarmsIn: _, ...rest } = plan;
  const key = JSON.stringify(rest);
  const before = kept.get(key);
  if (before) return before;
  const found = simulated(plan);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}

function simulated(plan: NullPlan): AlarmsByChance {
  const { means, learnt, levelKnown, examined, alarmsIn } = plan;
  const { runs, seed } = plan.simulate;
  const random = randomOf(seed);
  const borne = borneDispersions(learnt, plan.parameters, plan.dispersion);
  const events = Math.max(
    0.5,
    learnt.counts.reduce((sum, count) => sum + count, 0),
  );
  const tally = new Map<number, number>();
  let [alarms, pairs, of] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const dispersion = dispersionAt(borne, (run + 0.5) / runs);
    const size = events / dispersion;
    const level = levelKnown ? 1 : drawGamma(random, size + 0.5) / size;
    const found = alarmsIn(
      means.map((mean) => (mean === null ? null : drawDispersed(random, mean * level, dispersion))),
      random,
    );
    of = found.of;
    alarms += found.alarms;
    pairs += found.alarms * (found.alarms - 1);
    tally.set(found.alarms, (tally.get(found.alarms) ?? 0) + 1);
  }
  // Half an alarm more than was found: none in so many runs does not mean never.
  const rate = Math.min(1, (alarms + 0.5) / (runs * of));
  const mean = examined * rate;
  if (of < examined) {
    const joint = of > 1 ? Math.max(0, pairs / (runs * of * (of - 1)) - rate ** 2) : 0;
    return { mean, atLeast: tailOf(mean, mean * (1 - rate) + examined * (examined - 1) * joint) };
  }
  return {
    mean,
    atLeast: (least) => {
      if (least <= 0) return 1;
      let reached = 0;
      for (const [found, times] of tally) if (found >= least) reached += times;
      return Math.min(1, ((learnt.counts.length < enough ? 2 : 1) * (reached + 1)) / (runs + 1));
    },
  };
}

/** The chance of so many or more, for a number with this mean and variance. */
function tailOf(mean: number, variance: number): AlarmsByChance['atLeast'] {
  const dispersion = variance / mean;
  return (least) => {
    if (least <= 0) return 1;
    return dispersion <= 1
      ? 1 - poissonCumulative(least - 1, mean)
      : 1 - negativeBinomialCdf(least - 1, mean / (dispersion - 1), 1 / dispersion);
  };
}

/** The dispersion below which `share` of the weight lies. */
export function dispersionAt(borne: readonly BorneDispersion[], share: number): number {
  let below = 0;
  for (const { dispersion, weight } of borne) {
    below += weight;
    if (share <= below) return dispersion;
  }
  return (borne.at(-1) as BorneDispersion).dispersion;
}

const nodes = 24;

/**
 * How far counts bear each dispersion from 1 up: the negative binomial likelihood, all dispersions of a logarithmic scale being
 * taken as equally likely before. The common factor of the means and the other parameters are integrated over (Laplace), so that
 * a mean which was fitted to few counts does not pass for little scatter.
 */
export function borneDispersions(
  learnt: NullPlan['learnt'],
  parameters: number,
  known?: number,
): readonly BorneDispersion[] {
  if (known !== undefined) return [{ dispersion: known, weight: 1 }];
  const counts = learnt.counts.filter((_, i) => (learnt.means[i] as number) > 0);
  const shape = learnt.means.filter((mean) => mean > 0);
  const total = Math.max(
    0.5,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const scale = total / shape.reduce((sum, mean) => sum + mean, 0);
  const means = shape.map((mean) => mean * scale);
  const squares = counts.reduce(
    (sum, count, i) => sum + (count - (means[i] as number)) ** 2 / (means[i] as number),
    0,
  );
  const top = Math.max(30, (5 * squares) / Math.max(1, counts.length - parameters));
  const scores = Array.from({ length: nodes }, (_, node) => {
    const dispersion = top ** (node / (nodes - 1));
    const score = counts.reduce(
      (sum, count, i) => sum + logMass(count, means[i] as number, dispersion),
      (parameters / 2) * Math.log(dispersion),
    );
    return { dispersion, score };
  });
  const highest = Math.max(...scores.map(({ score }) => score));
  const weights = scores.map(({ score }) => Math.exp(score - highest));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return scores.map(({ dispersion }, node) => ({
    dispersion,
    weight: (weights[node] as number) / sum,
  }));
}

/** Logarithm of the chance of a count, less what does not depend on the dispersion. */
function logMass(count: number, mean: number, dispersion: number): number {
  if (dispersion === 1) return count * Math.log(mean) - mean;
  const size = mean / (dispersion - 1);
  return (
    gammaln(size + count) -
    gammaln(size) -
    size * Math.log(dispersion) +
    count * Math.log(1 - 1 / dispersion)
  );
}

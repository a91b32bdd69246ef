import {
  argumentKinds,
  shape,
  takes,
  textSeed,
  UsageError,
  wrongArgument,
  wrongUse,
} from '@samenbeeld/schema';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { sampleRankCorrelation } from 'simple-statistics';
import { type Assumed, assumedShape } from './assumed.ts';
import { checkShare } from './check-share.ts';
import { checkDistribution, quantileOf } from './distribution.ts';

/**
 * Draws of one input by Latin hypercube (McKay et al. 1979): one from each of `draws` equally likely slices, in an order of its
 * own. Inputs are drawn independently of each other.
 */
function sampleInput(input: Assumed, draws: number, seed: number): Float64Array {
  const generator = xoroshiro128plus(textSeed(`${seed} ${input.id}`));
  const values = new Float64Array(draws);
  if (input.distribution.kind === 'fixed') return values.fill(input.distribution.value);
  for (let slice = 0; slice < draws; slice++)
    values[slice] = quantileOf(
      input.distribution,
      Math.max(1e-12, (slice + uniformFloat64(generator)) / draws),
    );
  for (let at = draws - 1; at > 0; at -= 1) {
    const other = uniformInt(generator, 0, at);
    const kept = values[at] as number;
    values[at] = values[other] as number;
    values[other] = kept;
  }
  return values;
}

/** Draws of inputs that were asked for last: the questions of a picture share their prices and losses. Nobody writes in them. */
const drawn = new Map<string, Float64Array>();
/** Ten megabytes. */
const mostDrawn = 64 * 20_000;

function samplesOf(input: Assumed, draws: number, seed: number): Float64Array {
  const key = JSON.stringify([input.id, input.distribution, draws, seed]);
  const found = drawn.get(key) ?? sampleInput(input, draws, seed);
  drawn.delete(key);
  drawn.set(key, found);
  let size = [...drawn.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of drawn) {
    if (size <= mostDrawn) break;
    drawn.delete(oldest);
    size -= length;
  }
  return found;
}

/** How a calculation is drawn. */
export interface SimulationOptions {
  readonly seed?: number;
  /** 20,000. */
  readonly draws?: number;
}

/** Quantiles of a result. */
export interface Spread {
  readonly p5: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
}

/** What one input does to the result: a bar of a tornado. */
export interface Influence {
  readonly id: string;
  /** The result with this input at its 5 % and 95 % quantile, all others at their median. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Spearman's rank correlation of the input with the result over all draws. */
  readonly rankCorrelation: number;
}

/** A calculation over uncertain inputs. */
export interface Simulation {
  readonly spread: Spread;
  /** The result with every input at its median. */
  readonly middle: number;
  readonly draws: number;
  readonly seed: number;
  /** The widest bar first. */
  readonly influences: readonly Influence[];
}

/** A calculation: the value of each input by id, to a result. */
export type Model = (value: (id: string) => number) => number;

/**
 * Draws a calculation whose inputs are uncertain, and says which of them its spread comes from.
 *
 * Inputs are independent. Quantiles are those of the sorted draws (type 7). The same seed gives the same result.
 *
 * @throws InputError for a distribution that is none, or of a share that can lie outside 0…1
 * @throws UsageError for two inputs of one id, too few draws, or a model that asks for an input that is not there
 * @example
 * ```ts
 * import { simulate } from '@samenbeeld/money';
 * const label = { nl: 'kg', fr: 'kg', de: 'kg', en: 'kg' };
 * const kg = { id: 'kg', label, unit: 'kg', distribution: { kind: 'uniform', low: 0, high: 10 }, source: 'x', year: null };
 * const { spread } = simulate([kg], (value) => 2 * value('kg'));
 * Math.round(spread.p95) // => 19
 * ```
 */
export function simulate(
  inputs: readonly Assumed[],
  model: Model,
  options: SimulationOptions = {},
): Simulation {
  takes(
    'simulate',
    ['inputs', inputs, shape.list(assumedShape)],
    ['model', model, shape.call],
    ['options', options, shape.options],
  );

  const draws = options.draws ?? 20_000;
  const seed = options.seed ?? 1;
  if (!Number.isInteger(draws) || draws < 100)
    throw new UsageError(wrongArgument('draws', argumentKinds.wholeOfAtLeast(100), draws));
  const ids = inputs.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    throw wrongUse(
      'twee invoeren heten {twice}',
      'deux entrées s’appellent {twice}',
      'zwei Eingaben heißen {twice}',
      'two inputs are called {twice}',
      { twice },
    );
  for (const { id, unit, distribution } of inputs)
    if (unit === 'share') checkShare(id, distribution);
    else checkDistribution(id, distribution);
  const samples = new Map(inputs.map((input) => [input.id, samplesOf(input, draws, seed)]));
  const results = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++)
    results[draw] = model((id) => known(samples, id)[draw] as number);
  const sorted = results.slice().sort();
  const medians = new Map(
    inputs.map(({ id, distribution }) => [id, quantileOf(distribution, 0.5)]),
  );
  const influences = inputs
    .filter(({ distribution }) => distribution.kind !== 'fixed')
    .map(({ id, distribution }): Influence => {
      const at = (share: number): number =>
        model((name) => (name === id ? quantileOf(distribution, share) : known(medians, name)));
      return {
        id,
        atLow: at(0.05),
        atHigh: at(0.95),
        rankCorrelation: rankCorrelation(known(samples, id), results),
      };
    })
    .toSorted(
      (a, b) =>
        Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow) || (a.id < b.id ? -1 : 1),
    );
  return {
    spread: spreadOf(sorted),
    middle: model((id) => known(medians, id)),
    draws,
    seed,
    influences,
  };
}

function known<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const found = map.get(id);
  if (found === undefined)
    throw wrongUse(
      'het model vraagt {id}; de invoer is {b}',
      'le modèle demande {id} ; les entrées sont {b}',
      'das Modell verlangt {id}; Eingaben sind {b}',
      'the model asks for {id}; inputs are {b}',
      { id, b: [...map.keys()].join(', ') },
    );
  return found;
}

/** Quantiles of sorted values, type 7 of Hyndman and Fan 1996 (the definition of R and NumPy). */
export function spreadOf(sorted: ArrayLike<number>): Spread {
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const low = Math.floor(place);
    const [one, next] = [
      sorted[low] as number,
      sorted[Math.min(low + 1, sorted.length - 1)] as number,
    ];
    return one + (place - low) * (next - one);
  };
  return { p5: at(0.05), p25: at(0.25), median: at(0.5), p75: at(0.75), p95: at(0.95) };
}

function rankCorrelation(input: Float64Array, results: Float64Array): number {
  const first = results[0];
  return results.every((value) => value === first)
    ? 0
    : sampleRankCorrelation([...input], [...results]);
}

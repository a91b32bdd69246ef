import { InputError, UsageError } from '@samenbeeld/schema';
import { checkCount, checkExposure } from '../check-count.ts';
import {
  type CostKind,
  type CostModel,
  meanModel,
  meanVarianceModel,
  poissonModel,
  varianceModel,
} from './cost-model.ts';
import type { TimedSeries } from './read-series.ts';

/** What of the options bears on the cost of a segment. */
export interface CostOptions {
  /** What changes; `auto` takes counts with zeros or below 30 as `poisson`, other values above zero as `log_mean`, the rest as `mean`. */
  readonly cost?: CostKind | 'auto';
  /** Standard deviation about the level, where it is known (`mean`, `log_mean`); otherwise by the differences. */
  readonly sigma?: number;
  /** What each count stands against (`poisson`). */
  readonly exposures?: ArrayLike<number>;
  /** How many times the variance of Poisson counts the counts vary, where it is known; otherwise by the differences. */
  readonly dispersion?: number;
}

const kinds: readonly CostKind[] = ['mean', 'log_mean', 'poisson', 'variance', 'mean_variance'];

/** Half of the counts below this and their logarithms do not scatter evenly. */
const fewEvents = 30;

/** The cost of segments that the options ask for, or that suits the values. */
export function chooseModel(series: TimedSeries, length: number, options: CostOptions): CostModel {
  const { values } = series;
  const asked = options.cost ?? 'auto';
  if (asked !== 'auto' && !kinds.includes(asked))
    throw new UsageError(`\`cost\` must be one of auto, ${kinds.join(', ')}, got ${asked}`);
  const kind = asked === 'auto' ? suiting(values, options.exposures !== undefined) : asked;
  refuseUnused(kind, options);
  switch (kind) {
    case 'poisson':
      return poissonModel(
        values.map((count, i) => checkCount(`the count at ${series.told[i]}`, count)),
        exposuresOf(series, length, options.exposures),
        positive('dispersion', options.dispersion),
      );
    case 'variance':
      return varianceModel(values);
    case 'mean_variance':
      return meanVarianceModel(values);
    case 'log_mean':
      refuseNoLogarithm(series);
      return meanModel(kind, values, positive('sigma', options.sigma));
    default:
      return meanModel(kind, values, positive('sigma', options.sigma));
  }
}

function suiting(values: readonly number[], exposed: boolean): CostKind {
  if (exposed) return 'poisson';
  const counts = values.every((value) => Number.isSafeInteger(value) && value >= 0);
  const few = values.filter((value) => value < fewEvents).length;
  if (counts && (2 * few > values.length || values.includes(0))) return 'poisson';
  return values.every((value) => value > 0) ? 'log_mean' : 'mean';
}

function refuseUnused(kind: CostKind, options: CostOptions): void {
  const counts = kind === 'poisson';
  if (!counts && (options.exposures || options.dispersion !== undefined))
    throw new UsageError(`\`exposures\` and \`dispersion\` need cost: 'poisson', got ${kind}`);
  if (options.sigma !== undefined && kind !== 'mean' && kind !== 'log_mean')
    throw new UsageError(`\`sigma\` needs cost: 'mean' or 'log_mean', got ${kind}`);
}

function positive(name: string, value: number | undefined): number | undefined {
  if (value === undefined || (value > 0 && Number.isFinite(value))) return value;
  throw new UsageError(`\`${name}\` must be above zero, got ${value}`);
}

function exposuresOf(
  { places, told }: TimedSeries,
  length: number,
  exposures: ArrayLike<number> | undefined,
): readonly number[] {
  if (exposures && exposures.length !== length)
    throw new UsageError(
      `\`exposures\` must have one entry per count: got ${exposures.length} exposures for ${length} counts`,
    );
  return places.map((place, i) =>
    exposures ? checkExposure(`the exposure at ${told[i]}`, exposures[place] as number) : 1,
  );
}

/** Zero has no logarithm, and nothing is added to it. */
export function refuseNoLogarithm({ values, told }: TimedSeries): void {
  const at = values.findIndex((value) => value <= 0);
  if (at >= 0)
    throw new InputError(
      `expected values above zero for their logarithm, found ${values[at]} at ${told[at]}`,
      { repair: 'use the Poisson form for counts with zeros; nothing is added to a zero' },
    );
}

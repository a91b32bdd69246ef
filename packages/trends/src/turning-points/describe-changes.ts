import type { CostKind, CostModel } from './cost-model.ts';
import type { ChangeJudgement } from './judge-changes.ts';
import type { LevelChange } from './level-change.ts';
import type { TimedSeries } from './read-series.ts';

const methods: Readonly<Record<CostKind, string>> = {
  mean: 'mean',
  log_mean: 'mean of the logarithm',
  poisson: 'quasi-Poisson rate',
  variance: 'scatter about one mean',
  mean_variance: 'mean and scatter',
};

const scatter: Readonly<Record<CostKind, readonly string[]>> = {
  mean: ['values scatter evenly about their level'],
  log_mean: ['values scatter by an even factor about their level'],
  poisson: ['counts of events, of which many are as good as independent'],
  variance: ['the mean does not change', 'values scatter normally'],
  mean_variance: ['values scatter normally'],
};

/** What is segmented, for the name of the method. */
export function methodOf(model: CostModel | null): string {
  return methods[model?.kind ?? 'mean'];
}

/** What the segmentation takes for granted. */
export function assumptionsOf(model: CostModel | null): readonly string[] {
  return model ? [...scatter[model.kind], 'the level stays the same within a segment'] : [];
}

/** What a sentence says has changed. */
export function whatChanges(model: CostModel | null): 'level' | 'scatter' | 'both' {
  if (model?.kind === 'variance') return 'scatter';
  return model?.kind === 'mean_variance' ? 'both' : 'level';
}

/** A jump this close to the end rests on so few values. */
const fewAfter = 3;

/** What must be said beside the result. */
export function warningsOf(
  model: CostModel,
  series: TimedSeries,
  changes: readonly LevelChange[],
  judged: ChangeJudgement,
): readonly string[] {
  const n = series.values.length;
  const last = changes.filter(({ suggested }) => suggested).at(-1);
  const unsure = changes.filter(({ suggested }) => !suggested).map(({ period }) => period);
  const few = last && n - last.place <= fewAfter ? n - last.place : null;
  const listed =
    unsure.length > 5
      ? `${unsure.slice(0, 5).join(', ')} and ${unsure.length - 5} more`
      : unsure.join(', ');
  return [
    ...(unevenly(series.times)
      ? ['times are unevenly spaced: a jump across a gap may be a gradual change']
      : []),
    ...(series.seasonal ? ['seasonal movement is not taken out: decompose the series first'] : []),
    ...(few ? [`the level from ${last?.period} rests on ${few} values`] : []),
    ...(judged.verdict === 'break' && unsure.length > 0
      ? [`changes not told from gradual movement: ${listed}`]
      : []),
    ...(model.kind === 'poisson' && (model.noise ?? 1) > 1.5
      ? [`the counts vary ${(model.noise ?? 1).toFixed(1)} times as much as Poisson counts`]
      : []),
    ...(model.kind === 'variance' || model.kind === 'mean_variance'
      ? ['gradual movement was not examined: no break is suggested on scatter alone']
      : []),
  ];
}

function unevenly(times: readonly number[]): boolean {
  const steps = times.slice(1).map((time, i) => time - (times[i] as number));
  const [least, most] = steps.reduce(
    ([low, high], step) => [Math.min(low, step), Math.max(high, step)],
    [Number.POSITIVE_INFINITY, 0],
  );
  return most > 1.5 * least;
}

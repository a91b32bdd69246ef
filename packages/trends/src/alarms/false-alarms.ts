import { UsageError } from '@samenbeeld/schema';
import { randomOf } from '../sampling/random.ts';
import type { BaseCounts } from './arrow-step.ts';
import { drawCount } from './draw-count.ts';
import { examineCount, type SettledModel, settleModel } from './examine-count.ts';
import type { FarringtonSettings } from './farrington-settings.ts';

/** One examined count, its base and the model of it. */
export interface NullCase {
  readonly base: BaseCounts;
  readonly offset: number;
  readonly model: SettledModel;
}

/** Refuses a number of runs that no rate follows from. */
export function checkSimulation({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: number;
}): void {
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed))
    throw new UsageError(
      `\`simulate\` must hold a whole number of runs above zero and a whole seed, got ${runs} and ${seed}`,
    );
}

/**
 * How many alarms the method gives where nothing changes: base and count are drawn from the fitted model, and examined anew.
 * The mean over the runs of the alarms among all counts examined.
 */
export function falseAlarmsOf(
  cases: readonly NullCase[],
  settings: FarringtonSettings,
  simulate: { readonly runs: number; readonly seed: number },
): number {
  checkSimulation(simulate);
  const random = randomOf(simulate.seed);
  let alarms = 0;
  for (let run = 0; run < simulate.runs; run++)
    for (const { base, offset, model } of cases) {
      const draw = (mean: number): number => drawCount(random, mean, model.dispersion);
      const drawn = { ...base, counts: base.counts.map((_, i) => draw(model.means[i] as number)) };
      const count = draw(model.mean);
      let recent = count;
      for (let i = 1; i < settings.limit54[1]; i++) recent += draw(model.mean);
      const refit = settleModel(drawn, offset, settings);
      if (refit && examineCount(count, recent, drawn, offset, refit, settings).alarm) alarms += 1;
    }
  return alarms / simulate.runs;
}

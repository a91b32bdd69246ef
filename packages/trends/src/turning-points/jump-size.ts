import { clopperPearson } from '../clopper-pearson.ts';
import type { ConfirmedChange } from './confirm-changes.ts';
import type { CostModel } from './cost-model.ts';

/** How far the level jumps, in the terms of the reader. */
export interface SizedJump {
  readonly place: number;
  /** A factor (`log_mean`, `poisson`) or a difference, null where the factor has no upper end. */
  readonly jump: number | null;
  readonly low: number;
  readonly high: number;
  /** Adjusted for the number of places. */
  readonly p: number;
}

/**
 * The jumps as factors or differences. Of counts it is the ratio of the rates on both sides, its interval by
 * conditioning on their sum, in units of the dispersion; a jump that this ratio does not bear out is left out.
 */
export function jumpSizes(
  model: CostModel,
  confirmed: readonly ConfirmedChange[],
  level: number,
): readonly SizedJump[] {
  const { events } = model;
  const ends = [0, ...confirmed.map(({ place }) => place), model.even.length];
  return confirmed.flatMap(({ place, jump, low, high, adjusted: p }, i) => {
    if (model.kind === 'log_mean')
      return [{ place, jump: Math.exp(jump), low: Math.exp(low), high: Math.exp(high), p }];
    if (!events) return [{ place, jump, low, high, p }];
    const before = events(ends[i] as number, place);
    const after = events(place, ends[i + 2] as number);
    const share = clopperPearson(after.count, before.count + after.count, level);
    const ratio = (odds: number): number => (odds * before.base) / after.base;
    const interval = {
      low: ratio(share.low / (1 - share.low)),
      high: share.high === 1 ? Number.POSITIVE_INFINITY : ratio(share.high / (1 - share.high)),
    };
    const borne = jump > 0 ? interval.low > 1 : interval.high < 1;
    const factor = before.count > 0 ? ratio(after.count / before.count) : null;
    return borne ? [{ place, jump: factor, ...interval, p }] : [];
  });
}

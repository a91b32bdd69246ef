import { fromTo, intervalName, type Language, percent } from '@samenbeeld/schema';
import type { RatioVerdict } from '../verdict.ts';

/** A ratio with its interval as what it is above or below one: "15%" and "95% interval 12% to 18%". */
export interface PercentChange {
  readonly by: string;
  readonly within: string;
}

/** Says a ratio of one verdict in per cent: how much higher, how much lower, or, where neither is shown, with its sign. */
export function percentChange(
  ratio: number,
  interval: { readonly low: number; readonly high: number; readonly level: number },
  verdict: RatioVerdict,
  language: Language,
): PercentChange {
  const lower = verdict === 'lower';
  const change = (value: number): string => percent(lower ? 1 - value : value - 1, language);
  const ends = [change(interval.low), change(interval.high)] as const;
  const [low, high] = lower ? [ends[1], ends[0]] : ends;
  return {
    by: change(ratio),
    within: `${intervalName(interval.level, language)} ${fromTo(low, high, language)}`,
  };
}

import { stl } from '../season/stl.ts';
import { stlSettings } from '../season/stl-settings.ts';
import type { Ahead } from './ahead.ts';
import { etsAhead } from './ets/ets-ahead.ts';
import { chooseEts } from './ets/fit-ets.ts';
import { type EtsFit, etsSize } from './ets/fit-form.ts';

/**
 * For a long cycle (weeks of a year): the season by STL, the same in every cycle, taken out, exponential smoothing of the
 * rest, and the season put back (Hyndman and Athanasopoulos 2021, 5.7).
 *
 * A season that is the mean of `c` cycles takes up one in `c` of the errors it is drawn from and is itself uncertain by as much:
 * the variance is raised by `c / (c − 1)`, and by one error over `c`.
 */
export function stlEtsAhead(
  values: Float64Array,
  horizon: number,
  period: number,
  near: readonly EtsFit[],
): {
  readonly ahead: readonly Ahead[];
  readonly name: string;
  readonly fits: readonly EtsFit[];
  readonly parameters: number;
} {
  const { seasonal } = stl(values, stlSettings(values.length, period));
  const adjusted = values.map((value, t) => value - (seasonal[t] as number));
  const { best, fits } = chooseEts(adjusted, 1, near);
  const cycles = values.length / period;
  const raised = cycles / (cycles - 1);
  const ahead = etsAhead(best, horizon).map(({ mean, variance }, i) => ({
    mean: mean + (seasonal[values.length - period + (i % period)] as number),
    variance: raised * (variance + best.variance / cycles),
  }));
  return { ahead, name: `STL + ${best.name}`, fits, parameters: etsSize(best.form) + period };
}

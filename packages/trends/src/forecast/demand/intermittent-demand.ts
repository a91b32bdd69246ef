import { inFour, RefusalError, shape, takes } from '@samenbeeld/schema';
import { checkProbability, optionsShape } from '../../about.ts';
import { checkAnyOf } from '../../check-argument.ts';
import { completeSeries, refuseConstant } from '../../season/complete-series.ts';
import { type DemandPattern, demandPattern } from './demand-pattern.ts';
import { type DemandMethod, demandState } from './demand-state.ts';

export interface DemandOptions {
  /**
   * - `croston`: smoothed size over smoothed interval, both renewed where something occurs (Croston 1972)
   * - `sba` (default): the same, less its bias of half the smoothing (Syntetos and Boylan 2005)
   * - `tsb`: smoothed chance times smoothed size; the chance falls in every period without (Teunter, Syntetos and Babai 2011)
   * - `adida`: sums over blocks as long as the mean interval, smoothed and spread evenly (Nikolopoulos et al. 2011)
   */
  readonly method?: DemandMethod;
  /** Weight of the newest value, between 0 and 1; 0.1. */
  readonly smoothing?: number;
}

/** The expected value of one period, and how often and how unevenly something occurs. */
export interface IntermittentDemand extends DemandPattern {
  readonly rate: number;
  readonly size: number;
  /** Periods from one value above zero to the next. */
  readonly interval: number;
}

/**
 * What to expect per period in a series that is mostly zero, by one of four published methods.
 *
 * For seizures at a small hub, by month or week. `forecast` chooses between these methods, adds an interval and tests it on
 * the past. Each smoothed part starts from the first of its values. Reference implementation of `croston`: R `forecast`.
 *
 * @param values one a period, in time order, without gaps, none below zero
 * @throws InputError for no values, gaps, NaN or infinite values
 * @throws RefusalError for equal values or values below zero
 * @example
 * ```ts
 * import { intermittentDemand } from '@samenbeeld/trends';
 * const { rate, pattern } = intermittentDemand([0, 0, 3, 0, 0, 0, 2, 0, 5, 0], { method: 'croston' });
 * [rate.toFixed(4), pattern] // => ['1.0401', 'intermittent']
 * ```
 */
export function intermittentDemand(
  values: ArrayLike<number | null>,
  options: DemandOptions = {},
): IntermittentDemand {
  takes('intermittentDemand', ['values', values, shape.series], ['options', options, optionsShape]);
  const { method = 'sba', smoothing = 0.1 } = options;
  checkProbability('smoothing', smoothing);
  checkAnyOf('method', method, ['croston', 'sba', 'tsb', 'adida']);
  const known = completeSeries(values);
  refuseConstant(known);
  refuseNegative(known);
  const { rate, size, interval } = demandState(known, method, smoothing);
  return { rate, size, interval, ...demandPattern(known) };
}

/** A quantity that was found cannot be below zero. */
export function refuseNegative(values: Float64Array): void {
  const below = values.find((value) => value < 0);
  if (below === undefined) return;
  throw new RefusalError(
    inFour(
      'Een methode voor reeksen vol nullen kwam {below} tegen, een waarde onder nul.',
      'Une méthode pour séries pleines de zéros a rencontré {below}, une valeur sous zéro.',
      'Ein Verfahren für Reihen voller Nullen traf auf {below}, einen Wert unter null.',
      'A method for series full of zeros met {below}, a value below zero.',
      { below: String(below) },
    ),
    {
      dimension: 'sign',
      remedy: inFour(
        'Geef aantallen of hoeveelheden; gebruik voor verschillen naive, drift of ets.',
        'Donnez des nombres ou des quantités ; pour des différences, prenez naive, drift ou ets.',
        'Geben Sie Anzahlen oder Mengen; für Differenzen naive, drift oder ets.',
        'Give counts or quantities; for differences use naive, drift or ets.',
      ),
    },
  );
}

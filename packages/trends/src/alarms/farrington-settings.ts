import { argumentKinds, oneOf, wrongUse } from '@samenbeeld/schema';
import { checkProbability } from '../about.ts';
import { checkAnyOf, checkArgument, checkWhole } from '../check-argument.ts';
import type { PeriodUnit } from '../words/period-units.ts';
import type { CountSeriesOptions } from './count-series.ts';

/** Options of `farrington`; where left out, `method` decides. */
export interface FarringtonOptions extends CountSeriesOptions {
  /**
   * - `farrington` (default): the method of 1996, as R `surveillance::algo.farrington`
   * - `noufaily`: the improved method of 2012, with the options of R `surveillance::farringtonFlexible`
   */
  readonly method?: 'farrington' | 'noufaily';
  /** Periods a year (52, 12, 365) where `periods` are not given. */
  readonly frequency?: number;
  /** Years back; 5. A trend needs three. */
  readonly yearsBack?: number;
  /** Periods on either side of the same time of year; 3 for weeks and days, 1 for months, 0 for quarters. */
  readonly halfWindow?: number;
  /** Seasons of a year; 1 compares with the same time of year only, more with all periods. 1, or 10 (months and quarters: 4). */
  readonly seasons?: number;
  /** Most recent periods left out of the base; `halfWindow`, or half a year. */
  readonly recentLeftOut?: number;
  /** Whether past outbreaks count for less; true. */
  readonly reweight?: boolean;
  /** Anscombe residual above which a count is down-weighted; 1, or 2.58. */
  readonly weightsThreshold?: number;
  /** Whether a trend may be in the model; true. */
  readonly trend?: boolean;
  /** A trend is kept if its p is below this; 0.05, or 1 (always). */
  readonly pThresholdTrend?: number;
  /** Size of the test; 0.05. */
  readonly alpha?: number;
  /** Whether `alpha` is shared between two tails; 2 as in R `algo.farrington`, or 1 as in `farringtonFlexible`. */
  readonly sides?: 1 | 2;
  /**
   * - `delta` (of `farrington`): normal quantile of the transformed count, its own and the estimate's variance
   * - `nbPlugin` (of `noufaily`): quantile of a negative binomial around the estimate
   * - `muan`: the same around the upper bound of the estimate
   */
  readonly thresholdMethod?: 'delta' | 'nbPlugin' | 'muan';
  /** Transformation for `delta`; '2/3'. */
  readonly powerTransform?: '2/3' | '1/2' | 'none';
  /** No alarm with fewer events than the first number in as many of the last periods as the second; [5, 4]. */
  readonly limit54?: readonly [number, number];
  /** Population, controls or other exposure of each count, put into the model as an offset. */
  readonly population?: ArrayLike<number>;
  /**
   * Dispersion behind the standard errors after reweighting. `published` is φ of the model, at least 1. `surveillance` is what R
   * `farringtonFlexible` 1.20.3 computes: of residuals relative to the mean, without the Poisson weight. It is the default of
   * `noufaily`, so that bounds equal R's; it has no part in `nbPlugin` with a trend that is always kept.
   */
  readonly standardError?: 'published' | 'surveillance';
  /** How many series without change are drawn to count the alarms that chance alone gives; by default as many as are quick. */
  readonly simulate?: { readonly runs: number; readonly seed: number };
}

export type FarringtonSettings = Required<
  Omit<FarringtonOptions, keyof CountSeriesOptions | 'frequency' | 'population' | 'simulate'>
>;

/** The choices that a method and a frequency make, with those of the caller in their place. */
export function farringtonSettings(
  options: FarringtonOptions,
  unit: PeriodUnit,
  perYear: number,
): FarringtonSettings {
  const method = checkAnyOf('method', options.method ?? 'farrington', ['farrington', 'noufaily']);
  const improved = method === 'noufaily';
  const long = unit === 'period' ? perYear < 50 : unit === 'month' || unit === 'quarter';
  const halfWindow = options.halfWindow ?? (long ? (perYear >= 12 ? 1 : 0) : 3);
  const settings: FarringtonSettings = {
    method,
    yearsBack: options.yearsBack ?? 5,
    halfWindow,
    seasons: options.seasons ?? (improved ? (long ? 4 : 10) : 1),
    recentLeftOut:
      options.recentLeftOut ?? (improved ? Math.floor(perYear / 2) : Math.max(halfWindow, 0)),
    reweight: options.reweight ?? true,
    weightsThreshold: options.weightsThreshold ?? (improved ? 2.58 : 1),
    trend: options.trend ?? true,
    pThresholdTrend: options.pThresholdTrend ?? (improved ? 1 : 0.05),
    alpha: checkProbability('alpha', options.alpha ?? 0.05),
    sides: options.sides ?? (improved ? 1 : 2),
    thresholdMethod: options.thresholdMethod ?? (improved ? 'nbPlugin' : 'delta'),
    powerTransform: options.powerTransform ?? '2/3',
    limit54: options.limit54 ?? [5, 4],
    standardError: options.standardError ?? (improved ? 'surveillance' : 'published'),
  };
  checkNumbers(settings, perYear);
  checkNames(settings);
  return settings;
}

function checkNumbers(settings: FarringtonSettings, perYear: number): void {
  checkWhole('yearsBack', settings.yearsBack, 1);
  checkWhole('halfWindow', settings.halfWindow, 0);
  checkWhole('seasons', settings.seasons, 1);
  checkWhole('recentLeftOut', settings.recentLeftOut, 0);
  checkWhole('limit54[0]', settings.limit54[0], 0);
  checkWhole('limit54[1]', settings.limit54[1], 1);
  if (settings.alpha / settings.sides > 0.5)
    throw wrongUse(
      '`alpha` gedeeld door `sides` is hoogstens 0.5, niet {a}: de grens zou onder het verwachte liggen',
      '`alpha` divisé par `sides` est au plus 0.5, et non {a} : la borne serait sous l’attendu',
      '`alpha` durch `sides` ist höchstens 0.5, nicht {a}: die Grenze läge unter dem Erwarteten',
      '`alpha` over `sides` must not exceed 0.5, got {a}: the bound would lie below the expected',
      { a: String(settings.alpha / settings.sides) },
    );
  const rest = perYear - (2 * settings.halfWindow + 1);
  if (rest < settings.seasons - 1 || rest < 0)
    throw wrongUse(
      'een jaar van {perYear} perioden biedt geen plaats aan een venster van {b} en nog {c} seizoenen',
      'une année de {perYear} périodes ne peut contenir une fenêtre de {b} et {c} saisons de plus',
      'ein Jahr von {perYear} Zeiträumen fasst kein Fenster von {b} und {c} weitere Saisons',
      'a year of {perYear} periods cannot hold a window of {b} and {c} more seasons',
      {
        perYear: String(perYear),
        b: String(2 * settings.halfWindow + 1),
        c: String(settings.seasons - 1),
      },
    );
  const { weightsThreshold: threshold } = settings;
  checkArgument(threshold > 0, 'weightsThreshold', argumentKinds.aboveZero, threshold);
  if (!(settings.pThresholdTrend >= 0 && settings.pThresholdTrend <= 1))
    throw wrongUse(
      '`pThresholdTrend` ligt van 0 tot 1, niet {pThresholdTrend}',
      '`pThresholdTrend` est de 0 à 1, et non {pThresholdTrend}',
      '`pThresholdTrend` liegt von 0 bis 1, nicht {pThresholdTrend}',
      '`pThresholdTrend` must lie from 0 to 1, got {pThresholdTrend}',
      { pThresholdTrend: String(settings.pThresholdTrend) },
    );
}

function checkNames(settings: FarringtonSettings): void {
  const allowed: readonly (readonly [string, unknown, readonly unknown[]])[] = [
    ['sides', settings.sides, [1, 2]],
    ['thresholdMethod', settings.thresholdMethod, ['delta', 'nbPlugin', 'muan']],
    ['powerTransform', settings.powerTransform, ['2/3', '1/2', 'none']],
    ['standardError', settings.standardError, ['published', 'surveillance']],
  ];
  for (const [name, value, values] of allowed)
    checkArgument(values.includes(value), name, oneOf(values.map(String)), value);
}

import { inFour, RefusalError, shape, takes, wrongUse } from '@samenbeeld/schema';
import { optionsShape } from '../../about.ts';
import { completeSeries, refuseConstant } from '../../season/complete-series.ts';
import { checkPeriod } from '../../season/stl-settings.ts';
import { type EtsFit, type EtsForm, etsSize, fitForm } from './fit-form.ts';

export interface EtsOptions {
  /** Values a cycle, up to 24; 1 (no season) where left out. */
  readonly period?: number;
  /** One model instead of the best: error, trend and season by letter, as in R `ets`. */
  readonly model?: 'ANN' | 'AAN' | 'AAdN' | 'ANA' | 'AAA' | 'AAdA';
}

/** Longest cycle whose every position is estimated. */
export const longestCycle = 24;

const trends = { N: 'none', A: 'additive', Ad: 'damped' } as const;

/** Every form that `n` values can bear. */
function formsFor(n: number, period: number): readonly EtsForm[] {
  const periods = period > 1 && period <= longestCycle ? [1, period] : [1];
  return periods
    .flatMap((own) => Object.values(trends).map((trend) => ({ trend, period: own })))
    .filter((form) => n > etsSize(form) + 2);
}

/** The form of lowest AICc; searches start from the fits of a part of the series where given. */
export function chooseEts(
  values: Float64Array,
  period: number,
  near: readonly EtsFit[] = [],
): { readonly best: EtsFit; readonly fits: readonly EtsFit[] } {
  const fits = formsFor(values.length, period).map((form) => {
    const before = near.find(
      (one) => one.form.trend === form.trend && one.form.period === form.period,
    );
    return fitForm(values, form, before?.at ?? null);
  });
  return { best: fits.reduce((best, one) => (one.aicc < best.aicc ? one : best)), fits };
}

/**
 * An exponential smoothing model with additive error, trend (none, additive, damped) and season (none, additive), at maximum
 * likelihood; the one of lowest AICc where none is named.
 *
 * To see the model behind a forecast; `forecast` also tests it on the past. The initial state is solved by least squares, and
 * the smoothing parameters are searched within the usual and admissible region, from several starts (Nelder and Mead 1965). Of
 * 132 fits to series of R none was less likely than that of R `forecast::ets` 8.20, which searches both; a higher hill that
 * neither finds cannot be ruled out.
 * Hyndman, Koehler, Ord and Snyder 2008; Hurvich and Tsai 1989 for AICc.
 *
 * @param values one a period, in time order, without gaps
 * @throws InputError for no values, gaps, NaN or infinite values
 * @throws RefusalError for equal values, or too few for the model
 * @example
 * ```ts
 * import { fitEts } from '@samenbeeld/trends';
 * fitEts([5, 7, 6, 9, 8, 10, 9, 12, 11, 13, 12, 14]).name // => 'ETS(A,A,N)'
 * ```
 */
export function fitEts(values: ArrayLike<number | null>, options: EtsOptions = {}): EtsFit {
  takes('fitEts', ['values', values, shape.series], ['options', options, optionsShape]);
  const { period = 1, model } = options;
  const known = completeSeries(values);
  refuseConstant(known);
  if (period > longestCycle)
    throw wrongUse(
      '`period` is hoogstens {longestCycle} bij exponentieel afvlakken, niet {period}; gebruik forecast, dat eerst het seizoen wegneemt',
      '`period` est au plus {longestCycle} pour le lissage exponentiel, et non {period} ; utilisez forecast, qui retire d’abord la saison',
      '`period` ist höchstens {longestCycle} beim exponentiellen Glätten, nicht {period}; forecast verwenden, das zuerst die Saison herausnimmt',
      '`period` must be at most {longestCycle} for exponential smoothing, got {period}; use forecast, which takes the season out first',
      { longestCycle: String(longestCycle), period: String(period) },
    );
  if (period !== 1) checkPeriod(known.length, period);
  if (!model) {
    refuseFew(known.length, { trend: 'none', period: 1 });
    return chooseEts(known, period).best;
  }
  const [, trend, season] = /^A(N|A|Ad)(N|A)$/.exec(model) ?? [];
  if (!trend || (season === 'A' && period === 1))
    throw wrongUse(
      '`model` is ANN, AAN, AAdN, of met een `period` ANA, AAA, AAdA, niet {model}',
      '`model` est ANN, AAN, AAdN, ou avec une `period` ANA, AAA, AAdA, et non {model}',
      '`model` ist ANN, AAN, AAdN, oder mit einer `period` ANA, AAA, AAdA, nicht {model}',
      '`model` must be ANN, AAN, AAdN, or with a `period` ANA, AAA, AAdA, got {model}',
      { model },
    );
  const form: EtsForm = {
    trend: trends[trend as keyof typeof trends],
    period: season === 'A' ? period : 1,
  };
  refuseFew(known.length, form);
  return fitForm(known, form);
}

function refuseFew(n: number, form: EtsForm): void {
  const least = etsSize(form) + 3;
  if (n < least)
    throw new RefusalError(
      inFour(
        '{n} waarden zijn te weinig voor een model met {b} parameters.',
        '{n} valeurs sont trop peu pour un modèle à {b} paramètres.',
        '{n} Werte sind zu wenig für ein Modell mit {b} Parametern.',
        '{n} values are too few for a model of {b} parameters.',
        { n: String(n), b: String(etsSize(form)) },
      ),
      {
        dimension: 'length',
        remedy: inFour(
          'Gebruik ten minste {least} waarden, of een eenvoudiger model.',
          'Prenez au moins {least} valeurs, ou un modèle plus simple.',
          'Nehmen Sie mindestens {least} Werte oder ein einfacheres Modell.',
          'Use at least {least} values, or a simpler model.',
          { least: String(least) },
        ),
      },
    );
}

import { InputError, inFour, shape, takes, wrongUse } from '@samenbeeld/schema';
import type { Ahead } from '../ahead.ts';
import type { EtsFit } from './fit-form.ts';

/**
 * Means and variances of the next `horizon` values of a fitted model.
 *
 * `σ²(1 + Σ c_j²)` over j < h, `c_j = α + β(φ + … + φ^j)`, and γ where j is a multiple of the period; the parameters are taken
 * as known. Hyndman, Koehler, Ord and Snyder 2008, class 1, table 6.1; reference implementation R `forecast`.
 *
 * @example
 * ```ts
 * import { etsAhead, fitEts } from '@samenbeeld/trends';
 * const fit = fitEts([5, 7, 6, 9, 8, 10, 9, 12, 11, 13, 12, 14], { model: 'ANN' });
 * etsAhead(fit, 3).length // => 3
 * ```
 */
export function etsAhead(fit: EtsFit, horizon: number): readonly Ahead[] {
  takes(
    'etsAhead',
    [
      'fit',
      fit,
      shape.record<EtsFit>({
        form: shape.options,
        last: shape.anything,
        at: shape.numbers,
        variance: shape.number,
      }),
    ],
    ['horizon', horizon, shape.number],
  );

  if (![...fit.at, fit.variance].every(Number.isFinite))
    throw new InputError(
      inFour(
        'verwacht: een aanpassing van eindige getallen',
        'attendu : un ajustement de nombres finis',
        'erwartet: eine Anpassung endlicher Zahlen',
        'expected a fit of finite numbers',
      ),
      inFour(
        'geef wat `fitEts` geeft',
        'donnez ce que donne `fitEts`',
        'angeben, was `fitEts` gibt',
        'pass what `fitEts` gives',
      ),
    );
  if (!Number.isInteger(horizon) || horizon < 0)
    throw wrongUse(
      '`horizon` is een geheel aantal perioden, niet {horizon}',
      '`horizon` est un nombre entier de périodes, et non {horizon}',
      '`horizon` ist eine ganze Zahl von Zeiträumen, nicht {horizon}',
      '`horizon` must be a whole number of periods, got {horizon}',
      { horizon: String(horizon) },
    );
  const { form, parameters, last, variance } = fit;
  const { alpha, beta, gamma, phi } = parameters;
  const ahead: Ahead[] = [];
  let kept = 0;
  let power = 1;
  let spread = 1;
  for (let step = 1; step <= horizon; step++) {
    power *= phi;
    kept += power;
    const place = 2 + ((fit.n + step - 1) % form.period);
    const season = form.period > 1 ? (last[place] as number) : 0;
    const slope = form.trend === 'none' ? 0 : (last[1] as number);
    ahead.push({
      mean: (last[0] as number) + kept * slope + season,
      variance: variance * spread,
    });
    const returns = form.period > 1 && step % form.period === 0 ? gamma : 0;
    spread += (alpha + beta * kept + returns) ** 2;
  }
  return ahead;
}

import { inFour, RefusalError, wrongUse } from '@samenbeeld/schema';
import { checkWhole } from '../check-argument.ts';

/** How finely a season and a trend are drawn. Windows are odd numbers of points. */
export interface StlOptions {
  /** Points of one position of the cycle that take part in a fit, or `periodic` for a season that stays the same. */
  readonly seasonal?: number | 'periodic';
  /** Points that take part in a fit of the trend; the smallest odd number from `1.5 period / (1 − 1.5 / seasonal)`. */
  readonly trend?: number;
  /** The smallest odd number from the period. */
  readonly lowPass?: number;
  /** Local constant (0) or line (1): 0 for the season, 1 for the others. */
  readonly degrees?: {
    readonly seasonal?: 0 | 1;
    readonly trend?: 0 | 1;
    readonly lowPass?: 0 | 1;
  };
  /** Every how many points a fit is computed; a tenth of each window. */
  readonly jumps?: {
    readonly seasonal?: number;
    readonly trend?: number;
    readonly lowPass?: number;
  };
  /** Sets outliers aside: they go to the remainder and bend neither season nor trend. */
  readonly robust?: boolean;
  /** Rounds of season and trend; 2, or 1 where robust. */
  readonly inner?: number;
  /** Rounds of weights; 0, or 15 where robust. */
  readonly outer?: number;
  /**
   * Selects the median behind the weights as the original program and R do, which now and then miss it where the number of
   * values is even; only to compare with figures they have published.
   */
  readonly asOriginal?: boolean;
}

export interface StlSettings {
  readonly period: number;
  readonly periodic: boolean;
  readonly seasonal: Smoother;
  readonly trend: Smoother;
  readonly lowPass: Smoother;
  readonly inner: number;
  readonly outer: number;
  readonly asOriginal: boolean;
}

/** The settings of an STL of `n` values, with the defaults of R `stl`. */
export function stlSettings(n: number, period: number, options: StlOptions = {}): StlSettings {
  checkPeriod(n, period);
  const chosen = options.seasonal ?? 'periodic';
  const periodic = chosen === 'periodic';
  const seasonal = periodic ? 10 * n + 1 : checkWindow('seasonal', chosen);
  const trend = checkWindow(
    'trend',
    options.trend ?? oddFrom((1.5 * period) / (1 - 1.5 / seasonal)),
  );
  const lowPass = checkWindow('lowPass', options.lowPass ?? oddFrom(period));
  const { degrees = {}, jumps = {}, robust = false } = options;
  const smoother = (name: keyof typeof degrees, window: number, usual: 0 | 1): Smoother => ({
    window,
    degree: checkDegree(name, periodic && name === 'seasonal' ? 0 : (degrees[name] ?? usual)),
    jump: checkWhole(`jumps.${name}`, jumps[name] ?? Math.ceil(window / 10), 1),
  });
  return {
    period,
    periodic,
    seasonal: smoother('seasonal', seasonal, 0),
    trend: smoother('trend', trend, 1),
    lowPass: smoother('lowPass', lowPass, 1),
    inner: checkWhole('inner', options.inner ?? (robust ? 1 : 2), 1),
    outer: checkWhole('outer', options.outer ?? (robust ? 15 : 0), 0),
    asOriginal: options.asOriginal ?? false,
  };
}

/** A whole period of at least two, which the series holds at least twice. */
export function checkPeriod(n: number, period: number): void {
  checkWhole('period', period, 2);
  if (n < 2 * period)
    throw new RefusalError(
      inFour(
        'Een seizoen van {period} perioden is in {n} {n:waarde|waarden} niet van toeval te onderscheiden: het komt geen twee keer voor.',
        'Une saison de {period} périodes ne se distingue pas du hasard dans {n} {n:valeur|valeurs} : elle n’est pas vue deux fois.',
        'Eine Saison von {period} Zeiträumen ist in {n} {n:Wert|Werten} nicht vom Zufall zu unterscheiden: Sie kommt nicht zweimal vor.',
        'A season of {period} periods cannot be told from chance in {n} {n:value|values}: it is not seen twice.',
        { period, n },
      ),
      {
        dimension: 'period',
        remedy: inFour(
          'Gebruik ten minste {a} waarden, of een grovere periode (kwartalen in plaats van maanden).',
          'Prenez au moins {a} valeurs, ou une période plus large (des trimestres au lieu de mois).',
          'Nehmen Sie mindestens {a} Werte oder einen gröberen Zeitraum (Quartale statt Monate).',
          'Use at least {a} values, or a coarser period (quarters instead of months).',
          { a: String(2 * period) },
        ),
      },
    );
}

function checkWindow(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 3 && value % 2 === 1) return value;
  throw wrongUse(
    '`{name}` is een oneven aantal punten, ten minste 3, niet {value}',
    '`{name}` est un nombre impair de points, au moins 3, et non {value}',
    '`{name}` ist eine ungerade Zahl von Punkten, mindestens 3, nicht {value}',
    '`{name}` must be an odd number of points, at least 3, got {value}',
    { name, value: String(value) },
  );
}

function checkDegree(name: string, value: number): 0 | 1 {
  if (value === 0 || value === 1) return value;
  throw wrongUse(
    '`degrees.{name}` is 0 of 1, niet {value}',
    '`degrees.{name}` est 0 ou 1, et non {value}',
    '`degrees.{name}` ist 0 oder 1, nicht {value}',
    '`degrees.{name}` must be 0 or 1, got {value}',
    { name, value: String(value) },
  );
}

function oddFrom(value: number): number {
  const whole = Math.ceil(value);
  return whole % 2 === 1 ? whole : whole + 1;
}

/** How a loess curve is drawn. */
export interface Smoother {
  /** Points that take part in one local fit, an odd number; above the length of the series it widens the kernel. */
  readonly window: number;
  /** Local constant or local line. */
  readonly degree: 0 | 1;
  /** Every how many points the fit is computed; straight lines in between. */
  readonly jump: number;
}

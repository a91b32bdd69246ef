import { InputError, inFour, wrongUse } from '@samenbeeld/schema';
import { checkAboveZero, checkOneEach } from '../check-argument.ts';
import { checkCount, checkExposure, countOf, exposureOf } from '../check-count.ts';
import {
  type CostKind,
  type CostModel,
  meanModel,
  meanVarianceModel,
  poissonModel,
  varianceModel,
} from './cost-model.ts';
import type { TimedSeries } from './read-series.ts';

/** What of the options bears on the cost of a segment. */
export interface CostOptions {
  /** What changes; `auto` takes counts with zeros or below 30 as `poisson`, other values above zero as `log_mean`, the rest as `mean`. */
  readonly cost?: CostKind | 'auto';
  /** Standard deviation about the level, where it is known (`mean`, `log_mean`); otherwise by the differences. */
  readonly sigma?: number;
  /** What each count stands against (`poisson`). */
  readonly exposures?: ArrayLike<number>;
  /** How many times the variance of Poisson counts the counts vary, where it is known; otherwise by the differences. */
  readonly dispersion?: number;
}

const kinds: readonly CostKind[] = ['mean', 'log_mean', 'poisson', 'variance', 'mean_variance'];

/** Half of the counts below this and their logarithms do not scatter evenly. */
const fewEvents = 30;

/** The cost of segments that the options ask for, or that suits the values. */
export function chooseModel(series: TimedSeries, length: number, options: CostOptions): CostModel {
  const { values } = series;
  const asked = options.cost ?? 'auto';
  if (asked !== 'auto' && !kinds.includes(asked))
    throw wrongUse(
      '`cost` is een van auto, {kinds}, niet {asked}',
      '`cost` est l’un de auto, {kinds}, et non {asked}',
      '`cost` ist eines von auto, {kinds}, nicht {asked}',
      '`cost` must be one of auto, {kinds}, got {asked}',
      { kinds: kinds.join(', '), asked },
    );
  const kind = asked === 'auto' ? suiting(values, options.exposures !== undefined) : asked;
  refuseUnused(kind, options);
  switch (kind) {
    case 'poisson':
      return poissonModel(
        values.map((count, i) => checkCount(countOf(String(series.told[i])), count)),
        exposuresOf(series, length, options.exposures),
        checkAboveZero('dispersion', options.dispersion),
      );
    case 'variance':
      return varianceModel(values);
    case 'mean_variance':
      return meanVarianceModel(values);
    case 'log_mean':
      refuseNoLogarithm(series);
      return meanModel(kind, values, checkAboveZero('sigma', options.sigma));
    default:
      return meanModel(kind, values, checkAboveZero('sigma', options.sigma));
  }
}

function suiting(values: readonly number[], exposed: boolean): CostKind {
  if (exposed) return 'poisson';
  const counts = values.every((value) => Number.isSafeInteger(value) && value >= 0);
  const few = values.filter((value) => value < fewEvents).length;
  if (counts && (2 * few > values.length || values.includes(0))) return 'poisson';
  return values.every((value) => value > 0) ? 'log_mean' : 'mean';
}

function refuseUnused(kind: CostKind, options: CostOptions): void {
  const counts = kind === 'poisson';
  if (!counts && (options.exposures || options.dispersion !== undefined))
    throw wrongUse(
      "`exposures` en `dispersion` vragen cost: 'poisson', niet {kind}",
      "`exposures` et `dispersion` demandent cost: 'poisson', et non {kind}",
      "`exposures` und `dispersion` verlangen cost: 'poisson', nicht {kind}",
      "`exposures` and `dispersion` need cost: 'poisson', got {kind}",
      { kind },
    );
  if (options.sigma !== undefined && kind !== 'mean' && kind !== 'log_mean')
    throw wrongUse(
      "`sigma` vraagt cost: 'mean' of 'log_mean', niet {kind}",
      "`sigma` demande cost: 'mean' ou 'log_mean', et non {kind}",
      "`sigma` verlangt cost: 'mean' oder 'log_mean', nicht {kind}",
      "`sigma` needs cost: 'mean' or 'log_mean', got {kind}",
      { kind },
    );
}

function exposuresOf(
  { places, told }: TimedSeries,
  length: number,
  exposures: ArrayLike<number> | undefined,
): readonly number[] {
  checkOneEach('exposures', exposures, 'count', length);
  return places.map((place, i) =>
    exposures ? checkExposure(exposureOf(String(told[i])), exposures[place] as number) : 1,
  );
}

/** Zero has no logarithm, and nothing is added to it. */
export function refuseNoLogarithm({ values, told }: TimedSeries): void {
  const at = values.findIndex((value) => value <= 0);
  if (at >= 0)
    throw new InputError(
      inFour(
        'verwacht: waarden boven nul voor hun logaritme; gevonden: {a} bij {b}',
        'attendu : des valeurs au-dessus de zéro pour leur logarithme ; trouvé : {a} en {b}',
        'erwartet: Werte über null für ihren Logarithmus; gefunden: {a} bei {b}',
        'expected values above zero for their logarithm, found {a} at {b}',
        { a: String(values[at]), b: String(told[at]) },
      ),
      inFour(
        'gebruik de Poissonvorm voor aantallen met nullen; bij een nul wordt niets opgeteld',
        'utilisez la forme de Poisson pour des nombres avec des zéros ; rien ne s’ajoute à un zéro',
        'die Poisson-Form für Anzahlen mit Nullen verwenden; zu einer Null wird nichts addiert',
        'use the Poisson form for counts with zeros; nothing is added to a zero',
      ),
    );
}

import { InputError, inFour, oneOf, wrongUse } from '@samenbeeld/schema';
import { checkAnyOf, checkArgument, checkOneEach, checkWhole } from '../check-argument.ts';
import { checkCount, checkExposure, countOf, exposureOf } from '../check-count.ts';
import type { JoinpointCriterion } from './choose-joinpoints.ts';
import { refuseNoLogarithm } from './choose-model.ts';
import { countData, type JoinpointData, logData } from './joinpoint-data.ts';
import { defaultJoinpoints, type KnotGrid, placements, searchCost } from './knot-grid.ts';
import { readSeries, type TimedOptions, type TimedSeries } from './read-series.ts';

/** What of the options bears on the lines. */
export interface JoinpointSettings extends TimedOptions {
  /**
   * - `log` (default): least squares of the logarithm, of rates, kilograms or large counts
   * - `poisson`: counts with a logarithmic link, zeros included
   */
  readonly model?: 'log' | 'poisson';
  /** Standard errors of the values (`log`); each logarithm then weighs `(value / error)²`. */
  readonly errors?: ArrayLike<number | null>;
  /** What each count stands against (`poisson`). */
  readonly exposures?: ArrayLike<number>;
  /** The most joinpoints looked for: by default 0 below 7 values, 1 from 7, 2 from 12, 3 from 17, 4 from 22. */
  readonly maxJoinpoints?: number;
  /** Fewest values before the first and after the last joinpoint, itself not counted; 2. */
  readonly minEnd?: number;
  /** Fewest values between two joinpoints, themselves not counted; 2. */
  readonly minBetween?: number;
  /** What says how many joinpoints there are; `permutation`, or `wbic` where `permutations` is 0. */
  readonly choose?: JoinpointCriterion;
  /** Random orders per test; 4,499, fewer where the search is long. 0 leaves the test out. */
  readonly permutations?: number;
  readonly seed?: number;
}

/** A series that lines can be fitted to, and how. */
export interface JoinpointInput {
  readonly series: TimedSeries;
  readonly counts: boolean;
  /** Weights of the logarithms, or logarithms of what the counts stand against. */
  readonly beside: readonly number[];
  readonly minEnd: number;
  readonly minBetween: number;
  readonly most: number;
  readonly choose: JoinpointCriterion;
  readonly permutations: number;
  readonly seed: number;
}

/** More placements than this take minutes. */
const mostPlacements = 5_000_000;

/** Searches times permutations that take a few seconds, and the fewest permutations that are worth it. */
const budget = 2.5e8;
const fewest = 199;

/** Reads values and options, and refuses what does not fit. */
export function readJoinpoint(
  values: ArrayLike<number | null>,
  options: JoinpointSettings,
): JoinpointInput {
  const { model = 'log', permutations } = options;
  checkAnyOf('model', model, ['log', 'poisson']);
  const series = readSeries(values, options);
  const minEnd = checkWhole('minEnd', options.minEnd ?? 2, 1);
  const minBetween = checkWhole('minBetween', options.minBetween ?? 2, 0);
  const grid = { n: series.values.length, minEnd, minBetween };
  const most =
    options.maxJoinpoints === undefined
      ? defaultJoinpoints(grid)
      : checkMost(grid, checkWhole('maxJoinpoints', options.maxJoinpoints, 1));
  const choose = options.choose ?? (permutations === 0 ? 'wbic' : 'permutation');
  checkArgument(criteria.includes(choose), 'choose', oneOf(criteria), choose);
  if (choose === 'permutation' && permutations === 0)
    throw wrongUse(
      "`choose: 'permutation'` vraagt `permutations` boven 0, niet 0",
      "`choose: 'permutation'` demande `permutations` au-dessus de 0, et non 0",
      "`choose: 'permutation'` verlangt `permutations` über 0, nicht 0",
      "`choose: 'permutation'` needs `permutations` above 0, got 0",
    );
  const cost = searchCost(grid, most) * Math.max(1, most);
  if (permutations === undefined) refuseLong(grid.n, cost);
  return {
    series,
    counts: model === 'poisson',
    beside:
      model === 'log'
        ? weightsOf(series, values.length, options)
        : offsetsOf(series, values.length, options),
    minEnd,
    minBetween,
    most,
    choose,
    permutations:
      permutations === undefined
        ? Math.max(fewest, Math.min(4499, Math.floor(budget / cost)))
        : checkWhole('permutations', permutations, 0),
    seed: options.seed ?? 1,
  };
}

/** Beyond some times the budget the search is no longer one of seconds, which nobody would expect unasked. */
function refuseLong(n: number, cost: number): void {
  if (fewest * cost > 4 * budget)
    throw wrongUse(
      'geef `permutations` bij {n} waarden, die minuten vragen: 0 voor alleen de criteria, of tel de waarden op over langere perioden',
      'donnez `permutations` pour {n} valeurs, qui prennent des minutes : 0 pour les seuls critères, ou sommez les valeurs sur des périodes plus longues',
      '`permutations` angeben bei {n} Werten, die Minuten brauchen: 0 für die Kriterien allein, oder die Werte über längere Zeiträume summieren',
      '`permutations` must be given for {n} values, which take minutes: pass 0 for the criteria alone, or sum the values over longer periods',
      { n: String(n) },
    );
}

const criteria: readonly JoinpointCriterion[] = ['permutation', 'bic', 'bic3', 'wbic'];

/** The first `n` values as data for lines. */
export function joinpointData(input: JoinpointInput, n: number): JoinpointData {
  const { series, beside, minEnd, minBetween } = input;
  const times = series.times.slice(0, n);
  const values = series.values.slice(0, n);
  const other = beside.slice(0, n);
  const grid = { n, minEnd, minBetween };
  return input.counts
    ? countData({ times, counts: values, offsets: other }, grid)
    : logData(times, values, other, grid);
}

function checkMost(grid: KnotGrid, most: number): number {
  const { n, minEnd, minBetween } = grid;
  const count = placements(grid, most);
  if (count < 1)
    throw wrongUse(
      '`maxJoinpoints: {most}` vraagt ten minste {b} waarden, niet {n}',
      '`maxJoinpoints: {most}` demande au moins {b} valeurs, et non {n}',
      '`maxJoinpoints: {most}` verlangt mindestens {b} Werte, nicht {n}',
      '`maxJoinpoints: {most}` needs at least {b} values, got {n}',
      {
        most: String(most),
        b: String(2 * minEnd + (most - 1) * minBetween + most),
        n: String(n),
      },
    );
  if (count > mostPlacements)
    throw wrongUse(
      '`maxJoinpoints: {most}` van {n} waarden heeft {count} plaatsingen, meer dan {mostPlacements}; vraag er minder, of tel de waarden op over langere perioden',
      '`maxJoinpoints: {most}` de {n} valeurs a {count} placements, plus que {mostPlacements} ; demandez-en moins, ou sommez les valeurs sur des périodes plus longues',
      '`maxJoinpoints: {most}` von {n} Werten hat {count} Anordnungen, mehr als {mostPlacements}; weniger verlangen, oder die Werte über längere Zeiträume summieren',
      '`maxJoinpoints: {most}` of {n} values has {count} placements, more than {mostPlacements}; ask for fewer, or sum the values over longer periods',
      {
        most: String(most),
        n: String(n),
        count: String(count),
        mostPlacements: String(mostPlacements),
      },
    );
  return most;
}

function weightsOf(
  series: TimedSeries,
  length: number,
  { errors, exposures }: JoinpointSettings,
): readonly number[] {
  if (exposures)
    throw wrongUse(
      "`exposures` vragen model: 'poisson', niet log",
      "`exposures` demandent model: 'poisson', et non log",
      "`exposures` verlangen model: 'poisson', nicht log",
      "`exposures` need model: 'poisson', got log",
    );
  refuseNoLogarithm(series);
  checkOneEach('errors', errors, 'value', length);
  return series.places.map((place, i) => {
    const error = errors ? errors[place] : null;
    if (!errors) return 1;
    if (!(typeof error === 'number' && error > 0 && Number.isFinite(error)))
      throw new InputError(
        inFour(
          'verwacht: een standaardfout boven nul bij {a}; gevonden: {error}',
          'attendu : une erreur type au-dessus de zéro en {a} ; trouvé : {error}',
          'erwartet: ein Standardfehler über null bei {a}; gefunden: {error}',
          'expected the standard error at {a} to be above zero, found {error}',
          { a: String(series.told[i]), error: String(error) },
        ),
        inFour(
          'geef elke waarde haar standaardfout, of laat `errors` weg',
          'donnez à chaque valeur son erreur type, ou laissez `errors` de côté',
          'jedem Wert seinen Standardfehler geben oder `errors` weglassen',
          'give every value its standard error, or leave `errors` out',
        ),
      );
    return ((series.values[i] as number) / error) ** 2;
  });
}

function offsetsOf(
  series: TimedSeries,
  length: number,
  { errors, exposures }: JoinpointSettings,
): readonly number[] {
  if (errors)
    throw wrongUse(
      "`errors` vragen model: 'log', niet poisson",
      "`errors` demandent model: 'log', et non poisson",
      "`errors` verlangen model: 'log', nicht poisson",
      "`errors` need model: 'log', got poisson",
    );
  checkOneEach('exposures', exposures, 'value', length);
  return series.places.map((place, i) => {
    checkCount(countOf(String(series.told[i])), series.values[i] as number);
    if (!exposures) return 0;
    return Math.log(checkExposure(exposureOf(String(series.told[i])), exposures[place] as number));
  });
}

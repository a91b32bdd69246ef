import { InputError, inFour, wrongUse } from '@samenbeeld/schema';
import { checkOneEach } from '../check-argument.ts';
import { type CleanSeries, cleanSeries } from '../clean-series.ts';

/** How the values of a series fall into seasons. */
export interface SeasonOptions {
  /**
   * How many seasons a year has (12 for months, 4 for quarters, 2 for halves), the values following each other
   * without a gap (null where missing); or the season of each value by name or number. Default 12.
   */
  readonly seasons?: number | ArrayLike<string | number>;
  /** When each value was observed, increasing, in years; by default its position over the number of seasons. */
  readonly times?: ArrayLike<number>;
}

/** The known values of one season, in time order. */
export interface SeasonSeries extends CleanSeries {
  readonly season: string;
  /** The year that each value belongs to, counted from the first; values of one year stand side by side. */
  readonly years: readonly number[];
}

/** The seasons of a series, each of them a series of its own. */
export function splitSeasons(
  values: ArrayLike<number | null>,
  options: SeasonOptions,
): readonly SeasonSeries[] {
  const { seasons = 12 } = options;
  const nameOf = seasonNames(values.length, seasons);
  const length = typeof seasons === 'number' ? seasons : new Set(Array.from(seasons)).size;
  const times = options.times ?? Array.from(values, (_, i) => i / length);
  const known = cleanSeries(values, times);
  const found = new Map<string, { times: number[]; values: number[]; years: number[] }>();
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const season = found.get(nameOf(i)) ?? { times: [], values: [], years: [] };
    found.set(nameOf(i), season);
    if (values[i] === null) continue;
    const time = known.times[at] as number;
    season.times.push(time);
    season.values.push(known.values[at] as number);
    season.years.push(options.times ? Math.floor(time + 1e-9) : Math.floor(i / length));
    at++;
  }
  return [...found].map(([season, rest]) => ({ season, ...rest }));
}

function seasonNames(
  count: number,
  seasons: number | ArrayLike<string | number>,
): (position: number) => string {
  if (typeof seasons === 'number') {
    if (!Number.isSafeInteger(seasons) || seasons < 2)
      throw wrongUse(
        '`seasons` is een geheel getal boven één, niet {seasons}',
        '`seasons` est un nombre entier au-dessus de un, et non {seasons}',
        '`seasons` ist eine ganze Zahl über eins, nicht {seasons}',
        '`seasons` must be a whole number above one, got {seasons}',
        { seasons: String(seasons) },
      );
    return (position) => String(position % seasons);
  }
  checkOneEach('seasons', seasons, 'value', count);
  if (new Set(Array.from(seasons, String)).size < 2)
    throw new InputError(
      inFour(
        'verwacht: ten minste twee seizoenen; gevonden: één',
        'attendu : au moins deux saisons ; trouvé : une',
        'erwartet: mindestens zwei Saisons; gefunden: eine',
        'expected at least two seasons, found one',
      ),
      inFour(
        'gebruik mannKendall voor waarden van één seizoen',
        'utilisez mannKendall pour les valeurs d’une seule saison',
        'mannKendall für Werte einer Saison verwenden',
        'use mannKendall for values of one season',
      ),
    );
  return (position) => String(seasons[position]);
}

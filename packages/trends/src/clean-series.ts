import { InputError, inFour, type Text } from '@samenbeeld/schema';
import { checkOneEach } from './check-argument.ts';

/** What to do about a value that is no number. */
export const nullWhereMissing: Text = inFour(
  'gebruik null waar een periode ontbreekt, en zeg waarom in de bron',
  'mettez null là où une période manque, et dites pourquoi dans la source',
  'null verwenden, wo ein Zeitraum fehlt, und in der Quelle sagen, warum',
  'use null where a period is missing, and say why in the source',
);

/** Values in time order, without the missing ones. */
export interface CleanSeries {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/**
 * Leaves the missing values out and refuses what is no series: no values, NaN or infinite values, times
 * that do not increase.
 */
export function cleanSeries(
  values: ArrayLike<number | null>,
  times?: ArrayLike<number>,
): CleanSeries {
  if (values.length === 0)
    throw new InputError(
      inFour(
        'een reeks vraagt ten minste één waarde; gevonden: geen',
        'une série demande au moins une valeur ; trouvé : aucune',
        'eine Reihe braucht mindestens einen Wert; gefunden: keiner',
        'a series needs at least one value, found none',
      ),
      inFour(
        'geef de waarden op volgorde van tijd, null waar een periode ontbreekt',
        'donnez les valeurs dans l’ordre du temps, null là où une période manque',
        'die Werte der Zeit nach angeben, null, wo ein Zeitraum fehlt',
        'pass the values in time order, null where a period is missing',
      ),
    );
  checkOneEach('times', times, 'value', values.length);
  const kept: { times: number[]; values: number[] } = { times: [], values: [] };
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number | null;
    const time = times ? (times[i] as number) : i;
    if (!Number.isFinite(time) || time <= before)
      throw new InputError(
        i > 0
          ? inFour(
              'verwacht: tijden die oplopen; gevonden: {time} na {before} op plaats {at}',
              'attendu : des temps croissants ; trouvé : {time} après {before} à la position {at}',
              'erwartet: steigende Zeiten; gefunden: {time} nach {before} an Stelle {at}',
              'times must increase, found {time} after {before} at position {at}',
              { time: String(time), before: String(before), at: String(i + 1) },
            )
          : inFour(
              'verwacht: tijden die oplopen; gevonden: {time} op plaats 1',
              'attendu : des temps croissants ; trouvé : {time} à la position 1',
              'erwartet: steigende Zeiten; gefunden: {time} an Stelle 1',
              'times must increase, found {time} at position 1',
              { time: String(time) },
            ),
        inFour(
          'sorteer de reeks naar tijd en houd één waarde per tijd over',
          'triez la série par temps et gardez une valeur par temps',
          'die Reihe nach Zeit ordnen und einen Wert je Zeit behalten',
          'sort the series by time and keep one value per time',
        ),
      );
    before = time;
    if (value === null) continue;
    if (!Number.isFinite(value))
      throw new InputError(
        inFour(
          'verwacht: een eindig getal of null; gevonden: {value} op plaats {b}',
          'attendu : un nombre fini ou null ; trouvé : {value} à la position {b}',
          'erwartet: eine endliche Zahl oder null; gefunden: {value} an Stelle {b}',
          'expected a finite number or null, found {value} at position {b}',
          { value: String(value), b: String(i + 1) },
        ),
        nullWhereMissing,
      );
    kept.values.push(value);
    kept.times.push(time);
  }
  return kept;
}

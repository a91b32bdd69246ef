import { InputError, inFour, wrongUse } from '@samenbeeld/schema';
import { nullWhereMissing } from '../clean-series.ts';
import { type Period, readPeriod } from '../period.ts';
import { refuseFalling, refuseMixedFrequencies } from '../trend-series.ts';

/** The columns of a table of sites by period: calendar periods of one frequency, increasing. */
export function periodColumns(codes: readonly string[], from: string): readonly Period[] {
  const periods = codes.map(readPeriod);
  refuseMixedFrequencies([...periods, readPeriod(from)]);
  refuseFalling(
    periods,
    inFour(
      'sorteer de tabel naar periode en houd één waarde per periode over',
      'triez le tableau par période et gardez une valeur par période',
      'die Tabelle nach Zeitraum ordnen und einen Wert je Zeitraum behalten',
      'sort the table by period and keep one value per period',
    ),
  );
  return periods;
}

/** One finite value or null per period. */
export function checkRow(
  name: string,
  values: readonly (number | null)[],
  periods: readonly string[],
): void {
  if (values.length !== periods.length)
    throw wrongUse(
      '{name} heeft één waarde per periode: {nValues} voor {nPeriods}',
      '{name} a une valeur par période : {nValues} pour {nPeriods}',
      '{name} hat einen Wert je Zeitraum: {nValues} für {nPeriods}',
      '{name} must have one value per period: got {nValues} for {nPeriods}',
      { name, nValues: String(values.length), nPeriods: String(periods.length) },
    );
  const at = values.findIndex((value) => value !== null && !Number.isFinite(value));
  if (at >= 0)
    throw new InputError(
      inFour(
        'verwacht: een eindig getal of null voor {name} in {b}; gevonden: {c}',
        'attendu : un nombre fini ou null pour {name} en {b} ; trouvé : {c}',
        'erwartet: eine endliche Zahl oder null für {name} in {b}; gefunden: {c}',
        'expected a finite number or null for {name} in {b}, found {c}',
        { name, b: String(periods[at]), c: String(values[at]) },
      ),
      nullWhereMissing,
    );
}

/** Each name once. */
export function checkNames(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw wrongUse(
      'elke plaats wordt één keer genoemd, {twice} twee keer',
      'chaque site est nommé une fois, {twice} deux fois',
      'jeder Ort wird einmal genannt, {twice} zweimal',
      'each site must be named once, got {twice} twice',
      { twice },
    );
}

/** The periods in which every site has a value, with how many of them lie before the change; both sides must have some. */
export function wholePeriods(
  columns: readonly Period[],
  sites: readonly { readonly values: readonly (number | null)[] }[],
  from: string,
): {
  readonly whole: readonly boolean[];
  readonly kept: readonly Period[];
  readonly before: number;
} {
  const whole = columns.map((_, t) => sites.every(({ values }) => values[t] !== null));
  const kept = columns.filter((_, t) => whole[t]);
  const start = readPeriod(from).time;
  const before = kept.filter(({ time }) => time < start).length;
  if (before > 0 && before < kept.length) return { whole, kept, before };
  throw new InputError(
    inFour(
      'verwacht: perioden met waarden van elke plaats vóór en vanaf {from}; gevonden: {before} ervoor en {c} erna',
      'attendu : des périodes avec des valeurs de chaque site avant et à partir de {from} ; trouvé : {before} avant et {c} après',
      'erwartet: Zeiträume mit Werten jedes Ortes vor und ab {from}; gefunden: {before} davor und {c} danach',
      'expected periods with values for every site before and from {from}, found {before} before and {c} after',
      { from, before: String(before), c: String(kept.length - before) },
    ),
    inFour(
      'voeg perioden toe aan de lege kant, of laat de plaats met gaten weg',
      'ajoutez des périodes du côté vide, ou laissez de côté le site qui a des trous',
      'Zeiträume auf der leeren Seite hinzufügen oder den Ort mit Lücken weglassen',
      'add periods on the empty side, or leave out the site with gaps',
    ),
  );
}

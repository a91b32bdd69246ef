import { InputError, inFour, UsageError } from '@samenbeeld/schema';
import { type Period, readPeriod } from '../period.ts';
import { refuseMixedFrequencies } from '../trend-series.ts';

/** The columns of a table of sites by period: calendar periods of one frequency, increasing. */
export function periodColumns(codes: readonly string[], from: string): readonly Period[] {
  const periods = codes.map(readPeriod);
  refuseMixedFrequencies([...periods, readPeriod(from)]);
  for (const [i, period] of periods.entries()) {
    const earlier = periods[i - 1];
    if (earlier && period.time <= earlier.time)
      throw new InputError(
        inFour(
          'verwacht: perioden die oplopen; gevonden: {code} na {code2}',
          'attendu : des périodes croissantes ; trouvé : {code} après {code2}',
          'erwartet: steigende Zeiträume; gefunden: {code} nach {code2}',
          'periods must increase, found {code} after {code2}',
          { code: period.code, code2: earlier.code },
        ),
        {
          repair: inFour(
            'sorteer de tabel naar periode en houd één waarde per periode over',
            'triez le tableau par période et gardez une valeur par période',
            'die Tabelle nach Zeitraum ordnen und einen Wert je Zeitraum behalten',
            'sort the table by period and keep one value per period',
          ),
        },
      );
  }
  return periods;
}

/** One finite value or null per period. */
export function checkRow(
  name: string,
  values: readonly (number | null)[],
  periods: readonly string[],
): void {
  if (values.length !== periods.length)
    throw new UsageError(
      inFour(
        '{name} heeft één waarde per periode: {nValues} voor {nPeriods}',
        '{name} a une valeur par période : {nValues} pour {nPeriods}',
        '{name} hat einen Wert je Zeitraum: {nValues} für {nPeriods}',
        '{name} must have one value per period: got {nValues} for {nPeriods}',
        { name, nValues: String(values.length), nPeriods: String(periods.length) },
      ),
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
      {
        repair: inFour(
          'gebruik null waar een periode ontbreekt, en zeg waarom in de bron',
          'mettez null là où une période manque, et dites pourquoi dans la source',
          'null verwenden, wo ein Zeitraum fehlt, und in der Quelle sagen, warum',
          'use null where a period is missing, and say why in the source',
        ),
      },
    );
}

/** Each name once. */
export function checkNames(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new UsageError(
      inFour(
        'elke plaats wordt één keer genoemd, {twice} twee keer',
        'chaque site est nommé une fois, {twice} deux fois',
        'jeder Ort wird einmal genannt, {twice} zweimal',
        'each site must be named once, got {twice} twice',
        { twice },
      ),
    );
}

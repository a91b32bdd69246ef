import { eachOf, InputError, inFour, type Text, wrongUse } from '@samenbeeld/schema';
import type { About } from '../about.ts';
import { checkCount, countOf } from '../check-count.ts';
import { consecutivePeriods } from '../consecutive-periods.ts';
import type { Period } from '../period.ts';
import { type PeriodUnit, unitOf } from '../words/period-units.ts';

export interface CountSeriesOptions extends About {
  /** Calendar periods ("2024-W05"), one per count, following each other without a gap. */
  readonly periods?: readonly string[];
  /** How many of the last counts are examined; by default all that have enough history. */
  readonly examine?: number;
}

/** Counts that are counts, one per period. */
export interface CountSeries {
  readonly counts: readonly (number | null)[];
  /** null where only the order is known. */
  readonly periods: readonly Period[] | null;
  readonly names: readonly string[];
  readonly unit: PeriodUnit;
  /** Position of the first count that is examined. */
  readonly from: number;
}

/** Refuses what is no series of counts: fractions, negative values, NaN, gaps, mixed frequencies. */
export function countSeries(
  values: ArrayLike<number | null>,
  options: CountSeriesOptions,
): CountSeries {
  const counts = Array.from(values);
  if (counts.length === 0)
    throw new InputError(
      inFour(
        'verwacht: aantallen; gevonden: geen',
        'attendu : des nombres ; trouvé : aucun',
        'erwartet: Anzahlen; gefunden: keine',
        'expected counts, found none',
      ),
      inFour(
        'geef één aantal per periode op volgorde van tijd, nul waar niets geteld is',
        'donnez un nombre par période dans l’ordre du temps, zéro là où rien n’a été compté',
        'eine Anzahl je Zeitraum der Zeit nach angeben, null, wo nichts gezählt wurde',
        'pass one count per period in time order, zero where nothing was counted',
      ),
    );
  const periods = options.periods
    ? consecutivePeriods(options.periods, counts.length, {
        option: 'periods',
        one: eachOf.count,
        repair: inFour(
          'sorteer naar periode en geef elke periode een item: nul waar niets geteld is, null waar het aantal ontbreekt',
          'triez par période et donnez une entrée à chaque période : zéro là où rien n’a été compté, null là où le nombre manque',
          'nach Zeitraum ordnen und jedem Zeitraum einen Eintrag geben: null als Zahl, wo nichts gezählt wurde, `null`, wo die Anzahl fehlt',
          'sort by period and give every period an entry: zero where nothing was counted, null where the count is missing',
        ),
      })
    : null;
  const names = counts.map((_, i) => periods?.[i]?.code ?? String(i + 1));
  for (const [i, count] of counts.entries())
    if (count !== null) checkCount(countOf(names[i] ?? ''), count);
  const examine = options.examine ?? counts.length;
  if (!Number.isSafeInteger(examine) || examine < 1 || examine > counts.length)
    throw wrongUse(
      '`examine` is een aantal van 1 tot en met {nCounts}, niet {examine}',
      '`examine` est un nombre de 1 à {nCounts}, et non {examine}',
      '`examine` ist eine Anzahl von 1 bis {nCounts}, nicht {examine}',
      '`examine` must be a number of counts from 1 to {nCounts}, got {examine}',
      { nCounts: String(counts.length), examine: String(examine) },
    );
  const unit = periods ? unitOf((periods[0] as Period).freq) : 'period';
  return { counts, periods, names, unit, from: counts.length - examine };
}

/** Refuses a history of which nothing can be examined. */
export function refuseShort(
  method: string | Text,
  needed: number,
  found: number,
  remedy: Text,
): never {
  throw new InputError(
    inFour(
      '{method} vraagt ten minste {needed} aantallen; gevonden: {found}',
      '{method} demande au moins {needed} nombres ; trouvé : {found}',
      '{method} braucht mindestens {needed} Anzahlen; gefunden: {found}',
      '{method} needs at least {needed} counts, found {found}',
      { method, needed: String(needed), found: String(found) },
    ),
    remedy,
  );
}

import { InputError, inFour, notOneEach, stepOf, type Text, UsageError } from '@samenbeeld/schema';
import { type Period, readPeriod } from './period.ts';
import { refuseMixedFrequencies } from './trend-series.ts';

/** Reads calendar periods that follow each other without a gap, one for each count or value. */
export function consecutivePeriods(
  codes: readonly string[],
  length: number,
  words: { readonly option: string; readonly one: Text; readonly repair: Text },
): readonly Period[] {
  if (codes.length !== length)
    throw new UsageError(notOneEach(words.option, words.one, codes.length, length));
  const periods = codes.map(readPeriod);
  refuseMixedFrequencies(periods);
  for (const [i, period] of periods.entries()) {
    const before = periods[i - 1];
    if (before && stepOf(period) !== stepOf(before) + 1)
      throw new InputError(
        inFour(
          'verwacht: de periode na {code}; gevonden: {code2} op plaats {c}',
          'attendu : la période après {code} ; trouvé : {code2} à la position {c}',
          'erwartet: der Zeitraum nach {code}; gefunden: {code2} an Stelle {c}',
          'expected the period after {code}, found {code2} at position {c}',
          { code: before.code, code2: period.code, c: String(i + 1) },
        ),
        words.repair,
      );
  }
  return periods;
}

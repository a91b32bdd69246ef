import {
  bases,
  inFour,
  type Period,
  parsePeriod,
  places,
  substances,
  UsageError,
} from '@samenbeeld/schema';
import { fillers, take, withPlacesMeant } from './cell-name.ts';

/** Figures as a person names them: "Ghent cocaine 2022", "Vlissingen februari 2025", "Rotterdam 2024-Q3". */
export interface FigureName {
  /** The code, or all places of that name: a picture tells whether its Hamburg is the port or the land. */
  readonly places: readonly string[];
  /** null where none is named: figures of any. */
  readonly substance: string | null;
  readonly basis: string | null;
  readonly period: Period;
}

/** Words of the longest period with its year: "1 mrt 2022", "premier semestre de 2023". */
const longest = 7;

/** The longest run of words that is a period with its year, and the words that are left. */
function periodIn(
  words: readonly string[],
): { readonly period: Period; readonly rest: readonly string[] } | null {
  for (let length = Math.min(longest, words.length); length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const text = words.slice(start, start + length).join(' ');
      if (!/(?:19|20)\d\d/u.test(text)) continue;
      try {
        const period = parsePeriod(text);
        return { period, rest: [...words.slice(0, start), ...words.slice(start + length)] };
      } catch {
        // Not these words.
      }
    }
  return null;
}

/**
 * Words that name a cell, and the period that stands among them: the cell's name has a year, the period it is asked for may be
 * a part of it, or several.
 */
export function cellWords(words: readonly string[]): {
  readonly named: readonly string[];
  readonly period: Period | null;
} {
  const found = periodIn(words);
  return found
    ? { named: [...found.rest, found.period.start.slice(0, 4)], period: found.period }
    : { named: words, period: null };
}

/** The longest run of words that names a place, or several of one name. */
function placesIn(
  words: readonly string[],
): { readonly codes: readonly string[]; readonly rest: readonly string[] } | null {
  for (let length = words.length; length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const name = words.slice(start, start + length).join(' ');
      const rest = [...words.slice(0, start), ...words.slice(start + length)];
      if (places.has(name)) return { codes: [places.get(name).code], rest };
      const match = places.lookup(name);
      if (match?.kind === 'exact') return { codes: [match.entry.code], rest };
      if (match?.kind === 'ambiguous')
        return { codes: match.entries.map(({ code }) => code), rest };
    }
  return null;
}

/**
 * Reads the name of figures: a place and a period (a year, half, quarter, month, day or range), and a drug or basis where
 * they are named. Throws a UsageError that says what is missing or not known.
 *
 * @example
 * ```ts
 * import { parseFigureName } from '@samenbeeld/merge';
 * parseFigureName('Vlissingen feb 2025').period // => { start: '2025-02-01', end: '2025-02-28', freq: 'M' }
 * ```
 */
export function parseFigureName(text: string): FigureName {
  const found = periodIn(text.split(/[\s,]+/u).filter(Boolean));
  const basis = found && take(found.rest, bases);
  const place = found && placesIn(basis?.rest ?? found.rest);
  const substance = place && take(place.rest, substances);
  const left = (substance?.rest ?? place?.rest ?? []).filter(
    (word) => !fillers.has(word.toLowerCase()),
  );
  if (found && place && left.length === 0)
    return {
      places: place.codes,
      substance: substance?.code ?? null,
      basis: basis?.code ?? null,
      period: found.period,
    };
  const lacks = !found
    ? inFour(
        'geen jaar, maand of andere periode',
        'aucune année, aucun mois ni autre période',
        'kein Jahr, kein Monat und kein anderer Zeitraum',
        'no year, month or other period',
      )
    : place
      ? inFour(
          '"{left}", wat geen plaats, drug of grondslag is',
          '« {left} », qui n’est ni un lieu, ni une drogue, ni une base',
          '„{left}“, was weder Ort noch Droge noch Grundlage ist',
          '"{left}", which is no place, drug or basis',
          { left: left.join(' ') },
        )
      : inFour('geen plaats', 'aucun lieu', 'kein Ort', 'no place');
  const says = inFour(
    '"{text}" noemt geen cijfer: verwacht PLAATS [DRUG] PERIODE, zoals "Gent cocaïne 2022" of "Vlissingen 2025-02"; gevonden: {lacks}.',
    '« {text} » ne nomme aucun chiffre : attendu LIEU [DROGUE] PÉRIODE, par exemple « Gand cocaïne 2022 » ou « Vlissingen 2025-02 » ; trouvé : {lacks}.',
    '„{text}“ nennt keine Zahl: erwartet ORT [DROGE] ZEITRAUM, etwa „Gent Kokain 2022“ oder „Vlissingen 2025-02“; gefunden: {lacks}.',
    '"{text}" names no figure: expected PLACE [SUBSTANCE] PERIOD, such as "Ghent cocaine 2022" or "Vlissingen 2025-02"; found {lacks}.',
    { text: text.trim(), lacks },
  );
  const rest = basis?.rest ?? found?.rest ?? [];
  const unknown = place ? [] : (take(rest, substances)?.rest ?? rest);
  throw new UsageError(withPlacesMeant(says, unknown.join(' ')));
}

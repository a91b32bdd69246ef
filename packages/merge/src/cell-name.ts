import {
  bases,
  basisNamed,
  type CodeEntry,
  type CodeList,
  expandPlace,
  inEach,
  inFour,
  isAnyDrug,
  joinWith,
  metricNamed,
  metrics,
  type Observation,
  offences,
  type Period,
  parsePeriod,
  placeContains,
  placeLabel,
  places,
  quoted,
  type Seizure,
  semicolon,
  substanceContains,
  substances,
  type Text,
  UsageError,
} from '@samenbeeld/schema';
import type { TotalQuestion } from './total-question.ts';
import { sayAsIs } from './words.ts';

/** A place that no list holds, under the code that its description gives it: "BE.PLACE.Anvers". */
const ownPlace = /^[A-Z]{2}\.[A-Z]+\.\S+$/u;

/** Whether a place is a part of a country, or several: a province, a town, a code of a register; no port. */
const isPart = (place: string): boolean =>
  expandPlace(place).every((code) =>
    places.has(code) ? ['region', 'town'].includes(places.get(code).kind) : ownPlace.test(code),
  );

/**
 * The footing on which a place is usually counted: what is seized in a country, a province or a town, or in a port. Of a province
 * of which `held` counts ports only, it is that of its ports.
 */
export function usualBasis(
  place: string,
  held: readonly Pick<TotalQuestion, 'place' | 'basis'>[] = [],
): string {
  const isCountry = places.has(place) && places.get(place).kind === 'country';
  if (!isCountry && !isPart(place)) return 'seized_in_port';
  const parts = expandPlace(place);
  const inPart = isCountry
    ? []
    : held.filter((row) =>
        expandPlace(row.place).every((one) => parts.some((whole) => placeContains(whole, one))),
      );
  const isOf = (basis: string): boolean => inPart.some((row) => row.basis === basis);
  return isOf('seized_in_port') && !isOf('seized_in_territory')
    ? 'seized_in_port'
    : 'seized_in_territory';
}

/** A cell as a person names it: "NSP cocaine 2022", "Vlissingen 2023", "Luxembourg cocaine 2019 LU_CUST". */
export interface CellName {
  readonly place: string;
  /** null where no drug is named. */
  readonly substance: string | null;
  readonly basis: string | null;
  readonly year: number;
  readonly agencies: readonly string[] | null;
}

/** Words that may stand between the names, in the four languages. */
const fillers: ReadonlySet<string> = new Set(
  `of in at the port ports from for via
  van het de in uit op haven havens
  de du des d la le les à au aux dans en port ports
  der die das den dem des im in aus von vom am hafen häfen`.split(/\s+/),
);

/** Whether a word may stand between the names of a cell. */
export function isFiller(word: string): boolean {
  return fillers.has(word.toLowerCase());
}

/** Of several places with one name, the country: figures of Luxembourg are the country's unless they say more. */
export function countryAmong(entries: readonly CodeEntry[]): string | null {
  const found = entries.filter(
    ({ code }) => places.has(code) && places.get(code).kind === 'country',
  );
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

/** The longest run of words that a code list knows, taken out of the words. */
export function take<E extends CodeEntry>(
  words: readonly string[],
  list: CodeList<E>,
): { readonly code: string; readonly rest: readonly string[] } | null {
  for (let length = words.length; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const run = words.slice(start, start + length);
      // "In de" is not "Inde".
      if (length > 1 && run.every(isFiller)) continue;
      const name = run.join(' ');
      const code = list.has(name) ? list.get(name).code : null;
      const match = code ? null : list.lookup(name);
      const found =
        code ??
        (match?.kind === 'exact' ? match.entry.code : null) ??
        (match?.kind === 'ambiguous' ? countryAmong(match.entries) : null);
      if (found)
        return { code: found, rest: [...words.slice(0, start), ...words.slice(start + length)] };
    }
  }
  return null;
}

/**
 * The drug that words name, taken out of them: "drugs", "stupéfiants" and the like, of which nobody says which are meant, are all
 * of them.
 */
export function takeDrug(
  words: readonly string[],
): { readonly code: string; readonly rest: readonly string[] } | null {
  const found = take(words, substances);
  if (found && found.code !== 'DRUG_UNSPEC') return found;
  return takeRun(words, 2, (run) => (isAnyDrug(run) ? 'ALL' : null)) ?? found;
}

/** The longest run of words, of a few, that is a name of something, taken out of the words. */
function takeRun(
  words: readonly string[],
  most: number,
  nameOf: (run: string) => string | null,
): { readonly code: string; readonly rest: readonly string[] } | null {
  for (let length = most; length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const code = nameOf(words.slice(start, start + length).join(' '));
      if (code !== null)
        return { code, rest: [...words.slice(0, start), ...words.slice(start + length)] };
    }
  return null;
}

/** The metric that words name, taken out of them. */
export function takeMetric(
  words: readonly string[],
): { readonly code: string; readonly rest: readonly string[] } | null {
  return take(words, metrics) ?? takeRun(words, 5, metricNamed);
}

/** The basis that words name, taken out of them: "courrier et colis" name one twice. */
export function takeBasis(
  words: readonly string[],
): { readonly code: string; readonly rest: readonly string[] } | null {
  const next = (of: readonly string[]) => take(of, bases) ?? takeRun(of, 2, basisNamed);
  const first = next(words);
  const more = first && next(first.rest);
  return more && more.code === first.code
    ? { ...more, rest: more.rest.filter((word) => !/^(?:en|et|und|and)$/iu.test(word)) }
    : first;
}

/** What keeps words from naming a cell: no year, no place, or words that are none of its parts. */
interface Lacking {
  readonly lacks: 'year' | 'place' | 'words';
  /** Whether there is no place either. */
  readonly isPlaceless: boolean;
  /** The words that are not known. */
  readonly left: string;
}

/** The cell that words name, or what they lack; `passed` are words to pass over besides the usual ones. */
export function cellNameIn(
  words: readonly string[],
  passed: ReadonlySet<string> = new Set(),
): CellName | Lacking {
  const year = words.find((word) => /^(19|20)\d\d$/.test(word));
  const agencies =
    words.find((word) => /^[A-Z]{2}_[A-Z+_]+$/.test(word) && !places.has(word)) ?? null;
  const known = words.filter((word) => word !== year && word !== agencies);
  const basis = takeBasis(known);
  const place = takeJoined(basis?.rest ?? known) ?? take(basis?.rest ?? known, places);
  const beside = place?.rest ?? basis?.rest ?? known;
  const substance = takeDrug(beside);
  const left = (substance?.rest ?? beside).filter((word) => {
    const plain = word.toLowerCase();
    return !fillers.has(plain) && !passed.has(plain);
  });
  if (!year || !place || left.length > 0)
    return {
      lacks: !year ? 'year' : place ? 'words' : 'place',
      isPlaceless: !place,
      left: left.join(' '),
    };
  return {
    place: place.code,
    substance: substance?.code ?? null,
    basis: basis?.code ?? null,
    year: Number(year),
    agencies: agencies ? agencies.split('+') : null,
  };
}

const lackWords: Readonly<Record<Lacking['lacks'], Text>> = {
  year: inFour('er staat geen jaar', 'l’année manque', 'es fehlt das Jahr', 'no year'),
  place: inFour('er staat geen plaats', 'le lieu manque', 'es fehlt der Ort', 'no place'),
  words: inFour(
    '"{left}" is geen plaats, drug of grondslag',
    '« {left} » n’est ni un lieu, ni une drogue, ni une base',
    '„{left}“ ist kein Ort, keine Droge und keine Grundlage',
    '"{left}", which is no place, drug or basis',
  ),
};

const codesNamed = (entries: readonly CodeEntry[]): Text =>
  inEach((language) => entries.map(({ code, label }) => `${code} (${label[language]})`).join(', '));

/** What several places are called, among words that name none, with their codes; null where there is no such name. */
export function severalPlaces(left: string): Text | null {
  const words = left.split(' ').filter(Boolean);
  for (let length = words.length; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const name = words.slice(start, start + length).join(' ');
      const match = places.lookup(name);
      if (match.kind !== 'ambiguous') continue;
      return inFour(
        '{name} kan {codes} zijn; schrijf de code',
        '{name} peut être {codes} ; écrivez le code',
        '{name} kann {codes} sein; schreiben Sie den Code',
        '{name} may be {codes}; write the code',
        { name: quoted(name), codes: codesNamed(match.entries) },
      );
    }
  }
  return null;
}

/** The places that words which name none may be a slip of, as a question; null where no name is like them. */
export function placesMeant(left: string): Text | null {
  const near = left
    .split(' ')
    .filter((word) => word.length > 3)
    .flatMap((word) => {
      const match = places.lookup(word);
      return match?.kind === 'none' ? match.nearest : [];
    });
  if (near.length === 0) return null;
  const meant = codesNamed([...new Set(near)].slice(0, 3));
  return inFour(
    'Bedoelt u {meant}?',
    'Voulez-vous dire {meant} ?',
    'Meinen Sie {meant}?',
    'Do you mean {meant}?',
    { meant },
  );
}

/** Something that is missing or not known, with the places that may be meant by words that are not known. */
function withPlacesMeant(says: Text, left: string): Text {
  const several = severalPlaces(left);
  if (several)
    return inFour(
      '{says} {several}.',
      '{says} {several}.',
      '{says} {several}.',
      '{says} {several}.',
      { says, several },
    );
  const meant = placesMeant(left);
  return meant
    ? inFour('{says} {meant}', '{says} {meant}', '{says} {meant}', '{says} {meant}', {
        says,
        meant,
      })
    : says;
}

/**
 * Reads the name of a cell. A place and a year are needed. Words between the names ("in", "van", "du") are passed over; anything
 * else is a UsageError.
 */
export function parseCellName(text: string): CellName {
  const found = cellNameIn(text.split(/[\s,]+/).filter(Boolean));
  if (!('lacks' in found)) return found;
  const { lacks, isPlaceless, left } = found;
  const both = lacks === 'year' && isPlaceless;
  const what = both ? joinWith([lackWords.year, lackWords.place], semicolon) : lackWords[lacks];
  const says = inFour(
    '{text} noemt geen cijfer. Verwacht: plaats, eventueel een drug, en jaar, zoals "NSP cocaïne 2022"; {what}.',
    '{text} ne nomme aucun chiffre. Attendu : un lieu, au besoin une drogue, et une année, comme « NSP cocaïne 2022 » ; {what}.',
    '{text} nennt keine Zahl. Erwartet: Ort, gegebenenfalls eine Droge, und Jahr, etwa „NSP Kokain 2022“; {what}.',
    '{text} names no cell: expected PLACE [SUBSTANCE] YEAR, such as "NSP cocaine 2022"; found {what}.',
    { text: quoted(text.trim()), what: sayAsIs(what, { left }) },
  );
  throw new UsageError(isPlaceless ? withPlacesMeant(says, left) : says);
}

/** What a picture asks, by which words that name no drug are understood. */
export type AskedOf = Pick<TotalQuestion, 'place' | 'substance'>;

/** The only one of some drugs, beside families that it is of: "all drugs" is not meant where one of them is told of. */
function onlyOne(drugs: readonly string[]): string | null {
  const leaves = [...new Set(drugs)].filter(
    (one) =>
      !drugs.some((other) => other !== one && substances.has(one) && substanceContains(one, other)),
  );
  return leaves.length === 1 ? (leaves[0] ?? null) : null;
}

/** Whether two sets of places have a place in common. */
function touches(one: string, other: string): boolean {
  return expandPlace(one).some((a) =>
    expandPlace(other).some((b) => placeContains(a, b) || placeContains(b, a)),
  );
}

/** What is measured of a drug, and in what. */
type Amount = Pick<TotalQuestion, 'metric' | 'unit'>;

/**
 * The drug of a cell that names none: the one that the picture asks of the place, or the only one of which an amount, or what else
 * is measured, is told there in that year. Where there are several, or none, a UsageError names them.
 */
export function onlyDrug(
  { place, year, metric = 'quantity', unit }: Pick<CellName, 'place' | 'year'> & Partial<Amount>,
  records: readonly (Observation | Seizure)[],
  asked: readonly AskedOf[],
): string {
  const here = asked.filter((question) => touches(question.place, place));
  const inQuestions = onlyOne(
    (here.length > 0 ? here : asked).flatMap(({ substance }) => substance ?? []),
  );
  if (inQuestions !== null) return inQuestions;
  const members = expandPlace(place);
  const told = records.filter(
    (record) =>
      expandPlace(record.place).every((part) => members.some((one) => placeContains(one, part))) &&
      ('date' in record
        ? metric === 'quantity' && record.date.startsWith(String(year))
        : record.metric === metric &&
          (metric === 'quantity' || record.unit === unit) &&
          Number(record.periodStart.slice(0, 4)) <= year &&
          Number(record.periodEnd.slice(0, 4)) >= year),
  );
  const drugs = [...new Set(told.flatMap(({ substance }) => substance ?? []))].sort();
  const only = onlyOne(drugs);
  if (only !== null) return only;
  const found = inEach((language) =>
    drugs
      .map((code) => (substances.has(code) ? substances.label(code, language) : code))
      .join(', '),
  );
  const says = inEach((language) =>
    words[drugs.length === 0 ? 'noDrug' : 'manyDrugs'][language]
      .replace('{place}', placeLabel(place, language))
      .replace('{found}', found[language]),
  );
  throw new UsageError(says);
}

const words = {
  noDrug: {
    nl: 'Zeg van welke drug: over {place} telt dit beeld er geen.',
    fr: 'Dites de quelle drogue il s’agit ({place}) : ce tableau n’en compte aucune.',
    de: 'Sagen Sie, um welche Droge es geht: Zu {place} zählt dieses Lagebild keine.',
    en: 'Say which drug: of {place} this picture counts none.',
  },
  manyDrugs: {
    nl: 'Zeg van welke drug: over {place} telt dit beeld {found}.',
    fr: 'Dites de quelle drogue il s’agit ({place}) : ce tableau compte {found}.',
    de: 'Sagen Sie, um welche Droge es geht: Zu {place} zählt dieses Lagebild {found}.',
    en: 'Say which drug: of {place} this picture counts {found}.',
  },
} as const;

/** Figures as a person names them: "Ghent cocaine 2022", "Vlissingen februari 2025", "Rotterdam 2024-Q3". */
export interface FigureName {
  /** The code, or all places of that name: a picture tells whether its Hamburg is the port or the land. */
  readonly places: readonly string[];
  /** null where none is named: figures of any. */
  readonly substance: string | null;
  readonly basis: string | null;
  /** What is counted, where it is named: offences, reports; null for figures of any. */
  readonly metric: string | null;
  readonly offence: string | null;
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

/** Places that are asked for together: "BEGNE+NLVLI". */
function takeJoined(
  words: readonly string[],
): { readonly code: string; readonly rest: readonly string[] } | null {
  const at = words.findIndex((word) => {
    const codes = word.split('+');
    return codes.length > 1 && codes.every((code) => places.has(code));
  });
  const code = words[at];
  return code === undefined ? null : { code, rest: words.filter((_, one) => one !== at) };
}

const between = /\s*[,+&]\s*(?:(?:en|et|und|and)\s+)?|\s+(?:en|et|und|and)\s+/iu;

/** The place that a text begins or ends with, by its longest name, and the words beside it; null where it does not. */
function placeAt(
  text: string,
  side: 'begins' | 'ends',
): { readonly code: string; readonly rest: string } | null {
  const words = text.trim().split(/\s+/u);
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const isFirst = side === 'begins';
    const name = (isFirst ? words.slice(0, length) : words.slice(-length)).join(' ');
    const match = places.has(name) ? null : places.lookup(name);
    const code = match === null ? name : match.kind === 'exact' ? match.entry.code : null;
    if (code === null) continue;
    return { code, rest: (isFirst ? words.slice(length) : words.slice(0, -length)).join(' ') };
  }
  return null;
}

/**
 * A text in which places that it joins stand as one: "in Gent und Vlissingen" as "in BEGNE+NLVLI". A place beside the country or
 * port it lies in is one place, told twice.
 */
export function withPlacesJoined(text: string): string {
  const [first = '', ...others] = text.split(between);
  const signs = [...text.matchAll(new RegExp(between, 'giu'))].map(([sign]) => sign);
  let joined = first;
  for (const [index, other] of others.entries()) {
    const before = placeAt(joined, 'ends') ?? joinedBefore(joined);
    const behind = placeAt(other, 'begins');
    const codes = before?.code.split('+') ?? [];
    const isApart =
      behind !== null &&
      codes.length > 0 &&
      codes.every(
        (code) =>
          places.get(code).kind === places.get(behind.code).kind &&
          !placeContains(code, behind.code) &&
          !placeContains(behind.code, code),
      );
    joined =
      isApart && before
        ? [before.rest, `${before.code}+${behind.code}`, behind.rest].filter(Boolean).join(' ')
        : `${joined}${signs[index] ?? ' '}${other}`;
  }
  return joined;
}

/** Places joined so far, at the end of a text. */
function joinedBefore(text: string): { readonly code: string; readonly rest: string } | null {
  const words = text.trim().split(/\s+/u);
  const last = words.at(-1) ?? '';
  return takeJoined([last]) ? { code: last, rest: words.slice(0, -1).join(' ') } : null;
}

/** The longest run of words that names a place, or several of one name. */
export function placesIn(
  words: readonly string[],
): { readonly codes: readonly string[]; readonly rest: readonly string[] } | null {
  const joined = takeJoined(words);
  if (joined) return { codes: [joined.code], rest: joined.rest };
  for (let length = words.length; length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const run = words.slice(start, start + length);
      if (length > 1 && run.every(isFiller)) continue;
      const name = run.join(' ');
      const rest = [...words.slice(0, start), ...words.slice(start + length)];
      if (places.has(name)) return { codes: [places.get(name).code], rest };
      if (ownPlace.test(name)) return { codes: [name], rest };
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
  const beside = substance?.rest ?? place?.rest ?? [];
  const offence = take(beside, offences);
  const metric = take(offence?.rest ?? beside, metrics);
  const left = (metric?.rest ?? offence?.rest ?? beside).filter(
    (word) => !fillers.has(word.toLowerCase()),
  );
  if (found && place && left.length === 0)
    return {
      places: place.codes,
      substance: substance?.code ?? null,
      basis: basis?.code ?? null,
      metric: metric?.code ?? null,
      offence: offence?.code ?? null,
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

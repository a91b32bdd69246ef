import { codeLists } from '@samenbeeld/ingest';
import { inFour, type Language, ownValue, places } from '@samenbeeld/schema';
import { saysTotal } from '../totals/total-words.ts';
import type { ProposedCrosswalk } from '../written.ts';
import { countryOfEurostat } from './place-shapes.ts';
import { type CodeWriting, questions } from './write-codes.ts';

const nuts = /^([A-Z]{2})([0-9A-Z])[0-9A-Z]{0,2}$/;
/** Countries that are one region of the first level, whose code ends in nought; in all others a nought there is no region. */
const undivided: ReadonlySet<string> = new Set(
  'AL CH CY CZ DK EE HR IE IS LI LT LU LV ME MK MT NO SI SK XK'.split(' '),
);

/**
 * A NUTS region that is in no list, under its country. Numbers behind a country (BE002) are no regions: the first level is
 * counted from 1, and countries that are not divided have their only region in every finer code (LU0, LU00, LU000).
 */
export function nutsRegion(label: string): string | null {
  const [, prefix = '', first = ''] = nuts.exec(label) ?? [];
  const country = ownValue(countryOfEurostat, prefix) ?? prefix;
  if (!codeLists['countries']?.has(country)) return null;
  if (first === '0' && !undivided.has(country)) return null;
  if (['LU', 'CY', 'LI'].includes(country) && !/^..0{1,3}$/u.test(label)) return null;
  return `${country}.NUTS.${label}`;
}

/** How offices call the whole of their country beside its parts. */
const ofWhole: Readonly<Record<string, string>> = {
  Bund: 'DE',
  Bundesgebiet: 'DE',
  Bundesrepublik: 'DE',
  Deutschland: 'DE',
  Nederland: 'NL',
  Rijk: 'NL',
  Belgique: 'BE',
  België: 'BE',
  Belgien: 'BE',
  Royaume: 'BE',
  France: 'FR',
  Luxembourg: 'LU',
};

/** What leaves a part of the whole out, or makes another country of it. */
const leavesOut =
  /(?<!\p{L})(?:ohne|exkl\p{L}*|excl\p{L}*|uitgezonderd|zonder|buiten|behalve|hors|sans|sauf|excepté|without|except\p{L}*|other|overig\p{L}*|autres?|übrig\p{L}*|rest\p{L}*|uni)(?!\p{L})/iu;

/** Fewest regions of a country beside which its own name, with more words, is the whole. */
const regionsBeside = 3;

/** The country that a label means among its regions ("Bund echte Zählung der Tatverdächtigen" beside Länder), or null. */
export function wholeBeside(label: string, codes: readonly (string | null)[]): string | null {
  const country = ownValue(ofWhole, /^\p{L}+/u.exec(label)?.[0] ?? '');
  if (country === undefined || leavesOut.test(label)) return null;
  const regions = codes.filter(
    (code) => code !== null && code !== country && code.startsWith(country),
  );
  return regions.length >= regionsBeside && regions.length >= codes.length / 2 ? country : null;
}

/** The country or the complex of ports whose total a label says it is ("Totaal Nederland", "North Sea Port (total)"), or null. */
function totalOf(label: string): string | null {
  const name = label
    .trim()
    .replace(
      /^(?:total|totaal|gesamt|ensemble|summe)\s+(?:(?:van|voor|de la|de|du|pour|of|for|für)\s+)?|\s+\(?(?:total|totaal|insgesamt|gesamt)\)?$/giu,
      '',
    );
  const match = codeLists['countries']?.lookup(name);
  if (match?.kind === 'exact') return match.entry.code;
  const place = places.lookup(name);
  return place.kind === 'exact' && place.entry.kind === 'complex' ? place.entry.code : null;
}

/** What a label may be called in a code of one's own, without the marks between two names; null where it is no name. */
function nameOf(label: string): string | null {
  const name = label
    .replace(/\s*&\s*/gu, ' and ')
    .replace(/\s*\/\s*/gu, '-')
    .replace(/[(),]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const words = name.replace(/ (?:19|20)\d\d(?!\d)/gu, '');
  return /^['’]?\p{L}[\p{L}'’ .-]{2,}$/u.test(words) && /\p{Lu}/u.test(name) ? name : null;
}

type Row = ProposedCrosswalk['rows'][number];

/** A place in the words of the file, under a country, until a person says which it is; the row itself where it holds no name. */
function ownPlace(row: Row, land: string, kind: string): Row {
  const name = nameOf(row.from);
  return name === null
    ? row
    : {
        ...row,
        to: `${land}.${kind}.${name}`,
        match: 'exact',
        note: inFour(
          'staat in geen lijst: bewaard als een eigen plaats',
          'dans aucune liste : gardé comme un lieu à part',
          'in keiner Liste: als eigener Ort behalten',
          'in no list: kept as a place of its own',
        ),
        confidence: 0.5,
        decide: true,
        standsIn: true,
      };
}

/** Labels that found a code. A place of no country that is known is none of them beside others that are read. */
function foundIn(rows: readonly Row[]): number {
  const found = rows.filter(({ to }) => to !== null);
  return found.filter(({ to }) => !to?.startsWith('XX.')).length || found.length;
}

/** Wholes that stand beside their parts, and are in no code list. */
export const wholes: Readonly<Record<string, string>> = {
  FX: 'FR.ZONE.metropole',
  Métropole: 'FR.ZONE.metropole',
  'France métropolitaine': 'FR.ZONE.metropole',
  'France (métropolitaine)': 'FR.ZONE.metropole',
  'France métro': 'FR.ZONE.metropole',
  'Metropolitan France': 'FR.ZONE.metropole',
};

/** A bracket behind a country that says since when, or with what, its figures are its own. */
const ofTime =
  /^(?:(?:un)?til|before|since|from|as of|under|according|incl\p{L}*|with|jusqu|avant|depuis|à partir|dès|sous|selon|y compris|avec|bis|vor|seit|ab|unter|gem[äa](?:ß|ss)|laut|einschl\p{L}*|inkl\p{L}*|mit|tot|vóór|voor|sinds|vanaf|onder|volgens|met)(?!\p{L})/iu;
/** Groups of countries, which hold others of the table. */
const groups =
  /(?<!\p{L})(?:world|monde|welt|wereld|europ\p{L}*|EU\d*|UE\d*|euro|afri[ckq]\p{L}*|ameri[ck]\p{L}*|am[ée]rique\p{L}*|asia|asie|asien|azi[ëe]|o[cz]eani\p{L}*|océanie|oecd|ocde)(?!\p{L})/iu;
const listed = / (?:et|und|en|and|&) /u;

/** Whether a label beside places that are read is a total, a group of them or a code ("WLD"), which would count them again. */
const isNoPlace = (label: string): boolean =>
  saysTotal(label) || groups.test(label) || !/\p{Ll}/u.test(label);

/** A label among countries that their list does not have: a region or a whole by code or name, or a country before a bracket. */
function besideCountries(row: Row, language: Language): Row {
  const { from } = row;
  const exact = (to: string): Row => ({
    ...row,
    to,
    match: 'exact',
    note: null,
    confidence: 0.92,
    decide: false,
  });
  const named = (text: string, kind: string): string | null => {
    const match = places.lookup(text, language);
    return match.kind === 'exact' && match.entry.kind === kind ? match.entry.code : null;
  };
  const whole = ownValue(wholes, from);
  if (whole !== undefined) return exact(whole);
  const [, bare = from, inside = ''] = /^([^()]+\S)\s*\(([^()]+)\)$/u.exec(from) ?? [];
  const country = inside === '' ? null : named(bare, 'country');
  const regionOf = (text: string): string | null =>
    [text, ...['and', 'en', 'et', 'und'].map((word) => text.replace(listed, ` ${word} `))]
      .map((each) => named(each, 'region'))
      .find((code) => code !== null) ?? null;
  if (country !== null) {
    if (ofTime.test(inside)) return exact(country);
    const part = regionOf(inside);
    return part !== null && places.get(part).country === country
      ? exact(part)
      : ownPlace(row, country, 'PLACE');
  }
  const region = regionOf(bare);
  const around = inside === '' ? null : named(inside, 'country');
  if (region && (inside === '' || places.get(region).country === around)) return exact(region);
  return row.to === null && !isNoPlace(from) ? ownPlace(row, 'XX', 'PLACE') : row;
}

/** A label that says it is a total: no place, and what becomes of its rows is asked of the totals. */
function total(row: Row, country: string | null): Row {
  return {
    ...row,
    to: null,
    match: 'none' as const,
    note: inFour(
      'zegt dat het een totaal is, en is geen plaats: bij naam weggelaten, of de code van het geheel{such}',
      'dit que c’est un total, et n’est pas un lieu : laissé de côté par son nom, ou le code de l’ensemble{such}',
      'sagt, dass es eine Summe ist, und ist kein Ort: namentlich weggelassen oder der Code des Ganzen{such}',
      'says that it is a total, and is no place: left out by name, or the code of the whole{such}',
      {
        such:
          country === null
            ? ''
            : inFour(
                ', zoals {country}',
                ', comme {country}',
                ', etwa {country}',
                ', such as {country}',
                { country },
              ),
      },
    ),
    confidence: 0.9,
    decide: false,
  };
}

/**
 * Countries among which stand others that no list of countries has. Two labels of one country would count its figures twice, so that the one
 * with more words is a place of its own.
 */
export function amongCountries(writing: CodeWriting, language: Language): CodeWriting {
  const [crosswalk] = writing.crosswalks;
  if (!crosswalk) return writing;
  const taken = new Set(crosswalk.rows.flatMap(({ to, decide }) => (to && !decide ? [to] : [])));
  const rows = crosswalk.rows.map((row) => {
    if (row.to !== null && !row.decide) return row;
    if (saysTotal(row.from)) return total(row, null);
    const read = besideCountries(row, language);
    return !read.decide && read.to !== null && taken.has(read.to)
      ? ownPlace(row, read.to, 'PLACE')
      : read;
  });
  return {
    ...writing,
    crosswalks: [{ ...crosswalk, rows }],
    decide: questions(rows, crosswalk.list),
    found: foundIn(rows),
  };
}

/**
 * Places that are in no list, as places of their own: NUTS regions under the country that their code names, others under
 * the country of the publisher, which a person must confirm. A label that says it is a total is none. Nothing that a list knows is touched.
 */
export function ownPlaces(
  writing: CodeWriting,
  country: string | null,
  kind = 'PLACE',
): CodeWriting {
  const [crosswalk] = writing.crosswalks;
  if (!crosswalk) return writing;
  // A row whose place is asked is kept, though no country is known of it.
  const land = country ?? 'XX';
  const isBesideRead = crosswalk.rows.some(({ to }) => to !== null);
  const rows = crosswalk.rows.map((row) => {
    const whole =
      row.to === null || row.decide
        ? wholeBeside(
            row.from,
            crosswalk.rows.map(({ to }) => to),
          )
        : null;
    if (whole)
      return {
        ...row,
        to: whole,
        match: 'exact' as const,
        note: inFour(
          'het geheel, naast zijn gebieden',
          'l’ensemble, à côté de ses régions',
          'das Ganze, neben seinen Regionen',
          'the whole, beside its regions',
        ),
        confidence: 0.92,
        decide: false,
      };
    const isOfAll = saysTotal(row.from) && (row.to === null || row.decide);
    if (isOfAll && country !== null && totalOf(row.from) === country)
      return {
        ...row,
        to: country,
        match: 'exact' as const,
        note: inFour(
          'het totaal van het land',
          'le total du pays',
          'die Summe des Landes',
          'the total of the country',
        ),
        confidence: 0.92,
        decide: false,
      };
    const complex = isOfAll ? totalOf(row.from) : null;
    if (complex !== null && places.has(complex) && places.get(complex).kind === 'complex')
      return {
        ...row,
        to: complex,
        match: 'exact' as const,
        note: inFour(
          'een totaal dat de bron zelf geeft, naast zijn havens',
          'un total que la source donne elle-même, à côté de ses ports',
          'eine Summe, die die Quelle selbst nennt, neben ihren Häfen',
          'a total that the source itself gives, beside its ports',
        ),
        confidence: 0.7,
        decide: true,
      };
    if (isOfAll) return total(row, country);
    // What only sounds like a place of another country is none of it.
    const isStrange =
      row.decide && row.confidence <= 0.6 && country !== null && !row.to?.startsWith(country);
    if (row.to !== null && !isStrange) return row;
    const listed = ownValue(wholes, row.from);
    if (listed !== undefined)
      return {
        ...row,
        to: listed,
        match: 'exact' as const,
        note: null,
        confidence: 0.92,
        decide: false,
      };
    const region = nutsRegion(row.from);
    if (region)
      return {
        ...row,
        to: region,
        match: 'exact' as const,
        note: null,
        confidence: 0.9,
        decide: false,
      };
    return country === null && isBesideRead && isNoPlace(row.from)
      ? row
      : ownPlace(row, land, kind);
  });
  return {
    ...writing,
    crosswalks: [{ ...crosswalk, rows }],
    decide: questions(rows, crosswalk.list),
    found: foundIn(rows),
  };
}

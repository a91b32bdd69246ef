import { codeLists } from '@samenbeeld/ingest';
import { inFour, ownValue } from '@samenbeeld/schema';
import { saysTotal } from '../totals/total-words.ts';
import { type CodeWriting, questions } from './write-codes.ts';

const nuts = /^([A-Z]{2})([0-9A-Z])[0-9A-Z]{0,2}$/;
const otherwise: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };
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
  const country = ownValue(otherwise, prefix) ?? prefix;
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

/** The country whose total a label says it is ("Totaal Nederland", "Deutschland insgesamt"), or null. */
function totalOf(label: string): string | null {
  const name = label
    .trim()
    .replace(
      /^(?:total|totaal|gesamt|ensemble|summe)\s+(?:(?:van|voor|de la|de|du|pour|of|for|für)\s+)?|\s+(?:total|totaal|insgesamt|gesamt)$/giu,
      '',
    );
  const match = codeLists['countries']?.lookup(name);
  return match?.kind === 'exact' ? match.entry.code : null;
}

/** What a label may be called in a code of one's own, without the marks between two names; null where it is no name. */
function nameOf(label: string): string | null {
  const name = label
    .replace(/\s*&\s*/gu, ' and ')
    .replace(/\s*\/\s*/gu, '-')
    .replace(/[()]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return /^['’]?\p{L}[\p{L}'’ .-]{2,}$/u.test(name) && /\p{Lu}/u.test(name) ? name : null;
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
  // Where no label is read, all rows would be refused for want of a country.
  const land = country ?? (crosswalk.rows.every(({ to }) => to === null) ? 'XX' : null);
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
    if (isOfAll)
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
    // What only sounds like a place of another country is none of it.
    const isStrange =
      row.decide && row.confidence <= 0.6 && country !== null && !row.to?.startsWith(country);
    if (row.to !== null && !isStrange) return row;
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
    const name = nameOf(row.from);
    if (land === null || name === null) return row;
    return {
      ...row,
      to: `${land}.${kind}.${name}`,
      match: 'exact' as const,
      note: inFour(
        'staat in geen lijst: bewaard als een eigen plaats',
        'dans aucune liste : gardé comme un lieu à part',
        'in keiner Liste: als eigener Ort behalten',
        'in no list: kept as a place of its own',
      ),
      confidence: 0.5,
      decide: true,
      standsIn: true as const,
    };
  });
  return {
    ...writing,
    crosswalks: [{ ...crosswalk, rows }],
    decide: questions(rows, crosswalk.list),
    found: rows.filter(({ to }) => to !== null).length,
  };
}

import { hasAccount, hasPaymentCard } from './accounts.ts';
import { hasAddress } from './addresses.ts';
import { hasBirthDate, hasDocument } from './documents.ts';
import { isWorthLooking } from './may-be-personal.ts';
import { findNationalNumbers } from './national-numbers.ts';
import { hasPhone } from './phones.ts';
import { plainWriting } from './plain-writing.ts';
import { hasPlate } from './plates.ts';

/** What a cell may hold that must not enter a picture. */
export type PersonalDataDetector =
  | 'bsn'
  | 'be-national-number'
  | 'lu-matricule'
  | 'national-number'
  | 'iban'
  | 'payment-card'
  | 'e-mail'
  | 'phone'
  | 'plate'
  | 'identity-document'
  | 'birth-date';

/** The detectors, in the order they are reported. */
export const personalDataDetectors: readonly PersonalDataDetector[] = [
  'bsn',
  'be-national-number',
  'lu-matricule',
  'national-number',
  'iban',
  'payment-card',
  'e-mail',
  'phone',
  'plate',
  'identity-document',
  'birth-date',
];

/** What a column is for, which decides what a bare run of digits can mean. */
export type ColumnUse = 'free-text' | 'code' | 'number';

/** Addresses of pages: what stands in them is looked at only where a word names it. */
const page = /(?<![\p{L}\d])(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** Runs that look like identifiers and are not: dates, times, containers (ISO 6346). */
const harmless = [
  /(?<![\p{L}\d])(?:1[5-9]|2[01])\d{2}-\d{2}-\d{2}(?:T[\d:.]+Z?)?(?![\p{L}\d]|[ ./-]{1,2}\d{3}[ ./-]{0,2}\d{2}(?!\d))/gu,
  /(?<![\p{L}\d])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:1[89]|2[01])\d{2}(?![\p{L}\d])/gu,
  /(?<!\d)(?:[01]?\d|2[0-4])[:hu][0-5]\d(?::[0-5]\d)?(?!\d)/gu,
  /(?<!\p{L})[A-Z]{3}[UJZ][ .-]?\d{3}[ .-]?\d{3}[ ./-]{0,2}\d(?!\d)/giu,
];

function withoutPages(text: string): { readonly rest: string; readonly pages: string } {
  const pages: string[] = [];
  const rest = text.replace(page, (found) => {
    pages.push(found);
    return '\u00a7';
  });
  return { rest, pages: pages.join(' \u00a7 ') };
}

/** A longer text is looked at part by part: a cell of millions of letters has few that are worth it. */
const partLength = 4096;
/** What a detector looks at around what it finds is nearer than this. */
const aside = 512;

/** The last long texts that were looked at: the steps of a reading ask of the same giant cell one after the other. */
const lastLong: { text: string; column: ColumnUse; fired: ReadonlySet<PersonalDataDetector> }[] =
  [];

/** A place outside the word or number that a cut would fall into, if it is near. */
function outside(text: string, cut: number, step: 1 | -1): number {
  const isInside = (at: number): boolean => /[\p{L}\d.,]/u.test(text[at] ?? '');
  let at = cut;
  while (Math.abs(at - cut) < 64 && isInside(at - 1) && isInside(at)) at += step;
  return at;
}

/**
 * The detectors that fire on a part of a long text. At the ends of what was cut out a number has lost the words that excuse
 * it, so a find counts only where it stands with more of the text around it as well.
 */
function firedOnLong(text: string, column: ColumnUse): ReadonlySet<PersonalDataDetector> {
  const known = lastLong.find((last) => last.column === column && last.text === text);
  if (known !== undefined) return known.fired;
  // What shows nothing could stand between two figures by the thousand.
  const shown = isWorthLooking(text) ? plainWriting(text) : '';
  const fired = new Set<PersonalDataDetector>();
  for (let from = 0; from < shown.length; from += partLength) {
    const on = (characters: number): ReadonlySet<PersonalDataDetector> => {
      const start = outside(shown, Math.max(0, from - characters), -1);
      const end = outside(shown, Math.min(shown.length, from + partLength + characters), 1);
      return firedOn(shown.slice(start, end), column);
    };
    const found = on(aside);
    if (found.size === 0) continue;
    const again = on(2 * aside);
    for (const detector of found) if (again.has(detector)) fired.add(detector);
  }
  lastLong.unshift({ text, column, fired });
  lastLong.length = Math.min(lastLong.length, 2);
  return fired;
}

/**
 * Names the detectors that fire on a text, never the value they found (invariant 16). A hit puts a row in quarantine.
 *
 * What the column is for decides about bare digits, because one number of nine digits in eleven passes the Dutch
 * test by chance:
 *
 * - `free-text`: all detectors; nine bare digits that pass are a citizen number unless a unit or currency stands by.
 * - `code`: references and case numbers; a citizen number only behind a word that names it (ask
 *   `detectPersonalColumn` about the whole column), plates and telephones only in shapes of their own.
 * - `number`: quantities; no plates, citizen numbers or national telephone forms. Belgian and Luxembourg numbers
 *   need a date and check digits, which chance gives to less than one such figure in a thousand, so they fire here too.
 *
 * Not personal: addresses of web pages, dates, container numbers (ISO 6346), customs codes, UN/LOCODEs.
 *
 * @example
 * ```ts
 * import { detectPersonalData } from '@samenbeeld/schema';
 * detectPersonalData('gemeld door jan@example.org, 06-12345678') // => [{ detector: 'e-mail' }, { detector: 'phone' }]
 * detectPersonalData('109894.48', { column: 'number' }) // => []
 * ```
 */
export function detectPersonalData(
  text: string,
  options: { readonly column?: ColumnUse } = {},
): readonly { readonly detector: PersonalDataDetector }[] {
  const column = options.column ?? 'free-text';
  const fired = text.length > partLength ? firedOnLong(text, column) : firedOn(text, column);
  return personalDataDetectors.filter((name) => fired.has(name)).map((detector) => ({ detector }));
}

function firedOn(text: string, column: ColumnUse): ReadonlySet<PersonalDataDetector> {
  if (!isWorthLooking(text)) return new Set();
  const plain = plainWriting(text);
  const { rest: texts, pages } = withoutPages(plain);
  const rest = harmless.reduce((kept, pattern) => kept.replace(pattern, '\u00a7'), texts);
  const numbers = findNationalNumbers(rest, texts, column, false);
  const inPages = pages === '' ? null : findNationalNumbers(pages, pages, 'code', true);
  const fired: Readonly<Record<PersonalDataDetector, boolean>> = {
    bsn: numbers.bsn || inPages?.bsn === true,
    'be-national-number': numbers.belgian || inPages?.belgian === true,
    'lu-matricule': numbers.luxembourg || inPages?.luxembourg === true,
    'national-number': numbers.other || inPages?.other === true,
    iban: hasAccount(rest) || hasAccount(pages),
    'payment-card': column !== 'number' && hasPaymentCard(rest),
    'e-mail': hasAddress(plain),
    phone: hasPhone(rest, texts, column),
    plate: column !== 'number' && hasPlate(rest, column),
    'identity-document': column !== 'number' && hasDocument(rest),
    'birth-date': column !== 'number' && hasBirthDate(texts),
  };
  return new Set(personalDataDetectors.filter((name) => fired[name]));
}

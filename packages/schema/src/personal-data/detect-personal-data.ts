import {
  isBelgianNationalNumber,
  isLuxembourgMatricule,
  passesElevenTest,
  startsWithIban,
} from './check-digits.ts';
import { hasPhone } from './phones.ts';
import { hasPlate } from './plates.ts';

/** What a cell may hold that must not enter a picture. */
export type PersonalDataDetector =
  | 'bsn'
  | 'be-national-number'
  | 'lu-matricule'
  | 'iban'
  | 'e-mail'
  | 'phone'
  | 'plate';

/** The detectors, in the order they are reported. */
export const personalDataDetectors: readonly PersonalDataDetector[] = [
  'bsn',
  'be-national-number',
  'lu-matricule',
  'iban',
  'e-mail',
  'phone',
  'plate',
];

/** What a column is for, which decides what a bare run of digits can mean. */
export type ColumnUse = 'free-text' | 'code' | 'number';

// One character before the sign is enough: a run of them would be read anew from each of its places.
const address = /[\p{L}\d._%+-]@(?:[\p{L}\d-]{1,63}\.){1,10}\p{L}{2}/u;

/** Runs that look like identifiers and are not: addresses of pages, dates, containers (ISO 6346). */
const harmless = [
  /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu,
  /\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b/g,
  /\b\d{1,2}([-/.])\d{1,2}\1\d{4}\b/g,
  /\b[A-Z]{3}[UJZ] ?\d{6}[ -]?\d\b/g,
];

const start = '(?<![\\p{L}\\d_./,-])';
const end = '(?![\\p{L}\\d_/-]|[.,]\\d)';
const unit =
  '(?!\\s?(?:kg|kilo|g\\b|gram|mg|t\\b|ton|€|eur|usd|\\$|l\\b|lit|st|pi[eè]ce|pil|tab|compr|%))';

const bareNine = new RegExp(`(?<!(?:€|\\$|eur|usd)\\s?)${start}\\d{9}${end}${unit}`, 'giu');
const namedNine =
  /(?:\bbsn|burgerservicenummer|sofi-?(?:nummer)?|citizen service number)[\p{L}\s.:=#()-]{0,20}?(\d(?:[ .-]?\d){7,8})(?!\d)/giu;
const belgian = new RegExp(
  `${start}(?:\\d{2}[. ]\\d{2}[. ]\\d{2}[- ]\\d{3}[. -]\\d{2}|\\d{6}[- ]\\d{3}[. -]?\\d{2}|\\d{11})${end}`,
  'gu',
);
const luxembourg = new RegExp(
  `${start}\\d{4}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{3}[ .-]?\\d{2}${end}`,
  'gu',
);
const iban = /(?<![A-Z\d])[A-Z]{2}\d{2}(?=(?: ?[A-Z\d]){11})(?: ?[A-Z\d])+/giu;

function someDigits(text: string, pattern: RegExp, test: (digits: string) => boolean): boolean {
  return [...text.matchAll(pattern)].some(([found, group]) =>
    test((group ?? found).replace(/\D/g, '')),
  );
}

function hasBsn(text: string, column: ColumnUse): boolean {
  if (someDigits(text, namedNine, (digits) => passesElevenTest(digits.padStart(9, '0'))))
    return true;
  return column === 'free-text' && someDigits(text, bareNine, passesElevenTest);
}

function hasIban(text: string): boolean {
  return [...text.matchAll(iban)].some(([found]) =>
    startsWithIban(found.replaceAll(' ', '').toUpperCase()),
  );
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
  const rest = harmless.reduce((kept, pattern) => kept.replace(pattern, '§'), text);
  const fired: Readonly<Record<PersonalDataDetector, boolean>> = {
    bsn: column !== 'number' && hasBsn(rest, column),
    'be-national-number': someDigits(rest, belgian, (digits) =>
      isBelgianNationalNumber(digits, column !== 'number'),
    ),
    'lu-matricule': someDigits(rest, luxembourg, isLuxembourgMatricule),
    iban: hasIban(rest),
    'e-mail': address.test(text),
    phone: hasPhone(rest, column),
    plate: column !== 'number' && hasPlate(rest, column),
  };
  return personalDataDetectors.filter((name) => fired[name]).map((detector) => ({ detector }));
}

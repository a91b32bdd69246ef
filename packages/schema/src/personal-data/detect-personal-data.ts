import { hasAddress } from './addresses.ts';
import {
  hasIban,
  isBelgianAccount,
  isPaymentCard,
  looksLikeIban,
  startsWithIban,
} from './check-digits.ts';
import type { ColumnUse } from './column-use.ts';
import { digitGroups } from './digit-groups.ts';
import { isAnnouncedOtherwise, isMeasured } from './excuses.ts';
import { announcedMark, anyJoin as mark } from './marks.ts';
import { findNationalNumbers } from './national-numbers.ts';
import { hasPhone } from './phones.ts';
import { plainWriting } from './plain-writing.ts';
import { hasPlate } from './plates.ts';

/** Two letters and two digits that may begin an account number, wherever they stand. */
const beginning = new RegExp(`[A-Z]${mark}?[A-Z]${mark}{0,3}\\d${mark}?\\d`, 'giu');
/** An account number has 34 letters and digits at most; as many marks may stand between, three in a place. */
const longest = 34 * 3;
const run = new RegExp(`^(?:[A-Z\\d](?:${mark}{0,3}(?=[A-Z\\d]))?)+`, 'iu');
const announcedRun = new RegExp(`^(?:[A-Z\\d](?:${announcedMark}{0,3}(?=[A-Z\\d]))?)+`, 'iu');
/** A word behind which any account number is one, whatever its check digits. */
const announcing =
  /(?:iban|rekening(?:nummer|nr)?|bankrekening|kontonummer|konto(?:nr)?|numero de compte|compte n[o°]?|account (?:number|no))(?: (?:is|nr|no|n|num))?[^\p{L}\d]{0,6}$/iu;

/** Behind a letter a number stands in one piece or in fours, and mostly of figures: what checks by chance does not. */
function isTight(before: string, rest: string): boolean {
  if (/\d[\p{L}\d]*$/u.test(before) || !/^[A-Z]{2}\d\d/iu.test(rest)) return false;
  return (/^[A-Z\d ._|/-]{15,34}/iu.exec(rest)?.[0] ?? '').replace(/\D/gu, '').length >= 12;
}

const belgian = /(?<![\d/.-])\d{3}[ .-]\d{7}[ .-]\d{2}(?![\d/-])/gu;

/** Whether a text holds a valid account number, however it is parted, also behind letters ("IBANBE…"). Takes plain writing. */
function hasAccount(text: string): boolean {
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    // Letters overlap: "IBANNL91" holds "NN", "NL".
    beginning.lastIndex = found.index + 1;
    if (!hasIban(found[0].replace(/[^A-Z]/giu, '').toUpperCase())) continue;
    const before = text.slice(Math.max(0, found.index - 40), found.index);
    if (/\d$/u.test(before)) continue;
    const rest = text.slice(found.index, found.index + longest);
    const bare = (run.exec(rest)?.[0] ?? '').replace(/[^A-Z\d]/giu, '').toUpperCase();
    const glued = /\p{L}$/u.test(before);
    if (startsWithIban(bare) && (!glued || isTight(before, rest))) return true;
    if (announcing.test(before)) {
      const whole = (announcedRun.exec(rest)?.[0] ?? '').replace(/[^A-Z\d]/giu, '').toUpperCase();
      if (startsWithIban(whole) || looksLikeIban(whole)) return true;
    }
  }
  return [...text.matchAll(belgian)].some(([number]) =>
    isBelgianAccount(number.replace(/\D/gu, '')),
  );
}

const cards = [15, 16];
const card =
  /(?:kaart|card|carte|karte|visa|mastercard|maestro|amex|american express|creditcard|kreditkarte|pan)[a-z .:=#'()-]{0,24}$/iu;

/** Whether a text holds the number of a payment card: in fours, behind a word, or bare in free text. Takes plain writing. */
function hasPaymentCard(text: string): boolean {
  for (const { sizes, marks, from, to, previous, next } of digitGroups(
    text,
    cards,
    isPaymentCard,
  )) {
    const before = text.slice(Math.max(0, from - 60), from);
    if (card.test(before)) return true;
    if (/[\p{L}\d_/+-]$/u.test(before) || /^[\p{L}_/]/u.test(text.slice(to, to + 1))) continue;
    if (previous || next || isAnnouncedOtherwise(before) || isMeasured(text.slice(to, to + 40)))
      continue;
    const parts = sizes.join('');
    if (
      ['16', '4444', '465'].includes(parts) &&
      new Set(marks).size <= 1 &&
      !/[,(']/u.test(marks.join(''))
    )
      return true;
  }
  return false;
}

/** An expression of words in small letters and capitals alike; engines that search have no mark for it in common. */
function anyCase(words: string): string {
  return words.replace(/[a-z]/gu, (each) => `[${each}${each.toUpperCase()}]`);
}

/**
 * Letters that identifiers hold, with their accents; what may stand between figures of one number; the ends of a word.
 * Each is wider than the detectors' own class: those of all scripts are too many for an engine's automaton.
 */
const letter = '[A-Za-z\\x{aa}-\\x{24f}]';
const gap = '[^0-9A-Za-z]';
const bound = '(?:^|[^A-Za-z])';
const edge = '(?:$|[^A-Za-z])';

/** Whatever plain writing changes more in than accents, blanks, dashes and quotes: other scripts, forms and digits (raised ones and fractions too), unseen marks. */
const unusual =
  '[^\\t\\n\\r -~\\x{a0}-\\x{ac}\\x{ae}-\\x{b1}\\x{b4}-\\x{b8}\\x{ba}\\x{bb}\\x{bf}-\\x{17e}\\x{180}-\\x{24f}\\x{2000}-\\x{200a}\\x{2010}-\\x{2029}\\x{202f}-\\x{205e}\\x{20a0}-\\x{20cf}\\x{2122}\\x{2190}-\\x{22ff}]';

/** Words that stand for the sign of an address. */
const atWords = anyCase('at|apenstaart|apenstaartje|arobase|klammeraffe');

/** Words by which plates stand that have two groups only; accents are left out, so that any may stand there. */
const vehicles =
  'kenteken|plaat|plaatnummer|plaque|plaques|nummerplaat|nummerplaten|kentekennr|immatricule|immatricul.|immatricul.e|immatriculation|kennzeichen|kfz|kz|licen.e|plate|plates|registration|reg|vrm|neralogique|auto|wagen|busje|bus|voertuig|trekker|oplegger|aanhanger|scooter|motor|motorfiets|camper|taxi|voiture|hicule|camion|camionnette|fourgon|utilitaire|moto|remorque|tracteur|berline|fahrzeug|pkw|lkw|sattelzug|transporter|lieferwagen|motorrad|anh.nger|car|vehicle|truck|lorry|trailer|motorcycle|bestuurder|chauffeur|conducteur|conductrice|fahrer|driver|bmw|audi|volkswagen|vw|mercedes|opel|ford|peugeot|renault|citro.n|toyota|volvo|skoda';

/**
 * What every text that sets off a detector of personal data holds, as one expression of the syntax that search engines
 * and JavaScript share save for `\x{…}`. It lets more through than the detectors do and never less, for they look at no
 * text without it; so of millions of texts only a few are looked at closely. Takes a text as it is written.
 */
export const mayBePersonal: string = [
  '@',
  unusual,
  '%[2-7][0-9a-fA-F]',
  '&(?:#|[a-zA-Z]{3,6};)',
  // Six figures anywhere: numbers of persons, telephones, accounts, cards, most days of birth.
  '[0-9](?:[^0-9]*[0-9]){5}',
  // Addresses with words for their signs.
  anyCase('[(\\[{<_*] ?(?:at|a|aet|.t|arobas|arobase) ?[)\\]}>_*]'),
  `[^A-Za-z](?:${atWords})[^A-Za-z]`,
  // Days of birth and numbers of documents with fewer figures.
  `[0-9]${gap}{1,2}[0-9]{1,2}${gap}{1,2}[0-9]{2}`,
  `[0-9]${letter}{0,2}\\.?[ -]?${letter}{3,10}\\.?[ -]?[0-9]{2}`,
  `${letter}[0-9]{3}|[0-9]{3}${letter}|${letter}[ .-]?[0-9]{5}`,
  // Licence plates: figures between letters, letters between figures, two groups with a dash or by a word of vehicles.
  `[0-9]${gap}{0,2}${letter}{1,4}${gap}{0,2}[0-9]`,
  `${bound}${letter}{1,3}${gap}{0,2}[0-9]{1,3}${gap}{0,2}${letter}{1,3}${edge}`,
  `${letter}{2}[-.]${letter}{2}[-.][0-9]{2}|[0-9]{2}[-.]${letter}{2}[-.]${letter}{2}`,
  `${letter}-${letter}{1,2}[ -]?[1-9]`,
  `(?:${anyCase(vehicles)})${edge}`,
].join('|');

const compiled = (pattern: string): RegExp => new RegExp(pattern.replace(/\\x\{/gu, '\\u{'), 'u');

const expression = compiled(mayBePersonal);

/** What each of these holds, plates too, whatever words stand by: one look at each character tells most texts of letters apart. */
const sign = compiled(`[0-9@%&([{<_*]|${unusual}|[^A-Za-z](?:${atWords})[^A-Za-z]`);

/** Whether it is worth looking at a text at all. */
function isWorthLooking(text: string): boolean {
  return sign.test(text) && expression.test(text);
}

const document =
  /(?<![a-z])(?:paspoort(?:nummer|nr)?|pas-?(?:nummer|nr)|passport|passeport|reisepass(?:nummer)?|pass-?(?:nummer|nr)|identiteitskaart(?:nummer|nr)?|id-?kaart(?:nummer|nr)?|eid|carte d'identite|cni|personalausweis(?:nummer)?|ausweis(?:nummer|nr)|identity card|id-?card|rijbewijs(?:nummer|nr)?|permis de conduire|fuhrerschein(?:nummer|nr)?|driving licen[cs]e|driver'?s? licen[cs]e|verblijfs(?:vergunning|document|titel)(?:nummer|nr)?|verblijfskaart|titre de sejour|carte de sejour|aufenthaltstitel|residence permit|document de voyage|reisdocument)(?: ?(?:nr|no|n|num|number|nummer|numero|belge|belgisch|nederlands|be|nl|fr|de|lu|met|avec|mit|with|of|van|du|de)(?![a-z\d])){0,4}[ .:=#°()'-]{0,5}([a-z\d][a-z\d. -]{4,18})/giu;
const number =
  /^(?:\d{3}[ .-]\d{7}[ .-]\d{2}|[a-z]{1,3}[ .-]?\d{5,8}[a-z]?|[a-z\d]{6,12})(?![a-z\d])/iu;

/** Whether a text holds the number of a passport, an identity card or the like, behind its name. Takes plain writing. */
function hasDocument(text: string): boolean {
  for (const found of text.matchAll(document)) {
    const rest = found[1] ?? '';
    const [value = ''] = number.exec(rest) ?? [];
    const digits = value.replace(/\D/gu, '').length;
    if (digits < 3 || (/^\d+$/u.test(value) && digits < 7)) continue;
    const end = found.index + found[0].length - rest.length + value.length;
    if (!isMeasured(text.slice(end, end + 40))) return true;
  }
  return false;
}

const born =
  /(?:(?<![a-z])(?:geboren|geboortedatum|geb|geb\.?datum|geboorte|gebdat|ne|nee|naissance|date de naissance|nato|born|birth|date of birth|birthdate|birthday|dob|d\.o\.b|ddn|d\.d\.n|geburtsdatum|geburtstag)[. ]?(?: ?(?:op|le|les|am|on|the|te|a|in|zu|at|date|datum|is|was)(?![a-z\d])){0,3}[a-z .:=,()'/-]{0,30}|(?<![a-z\d°])[°*] ?)$/u;
const months =
  'jan|feb|fev|mar|maa|mrt|apr|avr|mei|mai|may|jun|juin|jul|juil|aug|aou|sep|okt|oct|nov|dec|dez|jan';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:(?:19|20)\\d{2}|\\d{2})';
const date = new RegExp(
  `(?<!\\d)(?:${day}[ ./-]{1,2}${month}[ ./-]{1,2}${year}|(?:19|20)\\d{2}[ ./-]?(?:0[1-9]|1[0-2])[ ./-]?${day}|${day}(?:e|er|st|nd|rd|th|\\.)?[ -]?(?:${months})[a-z]{0,7}\\.?[ -]?${year})(?!\\d)`,
  'gu',
);

/** Whether a text holds a day of birth: a date behind a word that says so. Takes plain writing. */
function hasBirthDate(text: string): boolean {
  const lower = text.toLowerCase();
  return [...lower.matchAll(date)].some(({ index }) =>
    born.test(lower.slice(Math.max(0, index - 60), index)),
  );
}

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

/** Addresses of pages: what stands in them is looked at only where a word names it. */
const page = /(?<![\p{L}\d])(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** The number of a container (ISO 6346), with or without blanks. */
const containerNumber = String.raw`(?<!\p{L})[A-Z]{3}[UJZ][ .-]?\d{3}[ .-]?\d{3}[ ./-]{0,2}\d(?!\d)`;

/** Runs that look like identifiers and are not: dates, times, containers (ISO 6346). */
const harmless = [
  /(?<![\p{L}\d])(?:1[5-9]|2[01])\d{2}-\d{2}-\d{2}(?:T[\d:.]+Z?)?(?![\p{L}\d]|[ ./-]{1,2}\d{3}[ ./-]{0,2}\d{2}(?!\d))/gu,
  /(?<![\p{L}\d])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:1[89]|2[01])\d{2}(?![\p{L}\d])/gu,
  /(?<!\d)(?:[01]?\d|2[0-4])[:hu][0-5]\d(?::[0-5]\d)?(?!\d)/gu,
  new RegExp(containerNumber, 'giu'),
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

/** A long text in plain writing, with the beginnings of its parts that are worth looking at and what fired in them. */
interface LongText {
  readonly text: string;
  readonly shown: string;
  readonly parts: readonly number[];
  readonly fired: Map<ColumnUse, ReadonlySet<PersonalDataDetector>>;
}

/** The last long texts that were looked at: the steps of a reading ask of the same giant cell one after the other. */
const lastLong: LongText[] = [];

/** A place outside the word or number that a cut would fall into, if it is near. */
function outside(text: string, cut: number, step: 1 | -1): number {
  const isInside = (at: number): boolean => /[\p{L}\d.,]/u.test(text[at] ?? '');
  let at = cut;
  while (Math.abs(at - cut) < 64 && isInside(at - 1) && isInside(at)) at += step;
  return at;
}

/** A part of a text in plain writing with so many characters around it. */
function partOf(shown: string, from: number, around: number): string {
  const start = outside(shown, Math.max(0, from - around), -1);
  return shown.slice(start, outside(shown, Math.min(shown.length, from + partLength + around), 1));
}

function longText(text: string): LongText {
  const known = lastLong.find((last) => last.text === text);
  if (known !== undefined) return known;
  // What shows nothing could stand between two figures by the thousand.
  const shown = isWorthLooking(text) ? plainWriting(text) : '';
  const parts: number[] = [];
  for (let from = 0; from < shown.length; from += partLength)
    if (isWorthLooking(partOf(shown, from, aside))) parts.push(from);
  const long = { text, shown, parts, fired: new Map() };
  lastLong.unshift(long);
  lastLong.length = Math.min(lastLong.length, 2);
  return long;
}

/**
 * The detectors that fire on a part of a long text. At the ends of what was cut out a number has lost the words that excuse
 * it, so a find counts only where it stands with more of the text around it as well.
 */
function firedOnLong(text: string, column: ColumnUse): ReadonlySet<PersonalDataDetector> {
  const { shown, parts, fired: known } = longText(text);
  const before = known.get(column);
  if (before !== undefined) return before;
  const fired = new Set<PersonalDataDetector>();
  for (const from of parts) {
    const found = firedOn(partOf(shown, from, aside), column);
    if (found.size === 0) continue;
    const again = firedOn(partOf(shown, from, 2 * aside), column);
    for (const detector of found) if (again.has(detector)) fired.add(detector);
  }
  known.set(column, fired);
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

/** Labels in which nothing was found, by the use of their column: the steps of a reading ask of the same ones one after the other. */
const silent: Readonly<Record<ColumnUse, Set<string>>> = {
  'free-text': new Set(),
  code: new Set(),
  number: new Set(),
};
const mostSilent = 5_000;
/** Letters of a label: what is longer is what somebody wrote, and is not kept beyond the look at it. */
const longestLabel = 32;

function firedOn(text: string, column: ColumnUse): ReadonlySet<PersonalDataDetector> {
  if (!isWorthLooking(text)) return new Set();
  const known = silent[column];
  if (known.has(text)) return new Set();
  const fired = firedDetectors(text, column);
  if (fired.size === 0 && text.length <= longestLabel) {
    if (known.size >= mostSilent) known.clear();
    // A cell is mostly a view of its file's text, which would be kept with it: joined from its letters it stands by itself.
    known.add([...text].join(''));
  }
  return fired;
}

function firedDetectors(text: string, column: ColumnUse): ReadonlySet<PersonalDataDetector> {
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

const container = new RegExp(containerNumber, 'iu');

/**
 * Whether a text names a container by its number (ISO 6346), with or without blanks; its check digit is not asked. No data of a
 * person, but records keep it as a hash alone.
 *
 * @example
 * ```ts
 * import { namesContainer } from '@samenbeeld/schema';
 * namesContainer('same container, MSCU 447198-3') // => true
 * namesContainer('same container and seal') // => false
 * ```
 */
export function namesContainer(text: string): boolean {
  return container.test(text);
}

const containers = new RegExp(containerNumber, 'giu');

/**
 * A text with a mark in place of each number of a container (ISO 6346), as {@link namesContainer} finds them.
 *
 * @example
 * ```ts
 * import { withoutContainers } from '@samenbeeld/schema';
 * withoutContainers('same container, MSCU 447198-3', '…') // => 'same container, …'
 * ```
 */
export function withoutContainers(text: string, mark: string): string {
  return text.replace(containers, mark);
}

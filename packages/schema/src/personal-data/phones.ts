import { isBelgianEnterprise } from './check-digits.ts';
import type { ColumnUse } from './column-use.ts';
import { isAnnouncedOtherwise, isMeasured } from './excuses.ts';
import { type Announced, announcedRuns, mark } from './marks.ts';

/** Digits of the number behind the country code: shortest and longest. Behind 00 only the first five and those next door. */
const lengths: Readonly<Record<string, readonly [number, number]>> = {
  31: [9, 9],
  32: [8, 9],
  33: [9, 9],
  49: [7, 12],
  352: [6, 9],
  44: [10, 10],
  34: [9, 9],
  39: [9, 11],
  41: [9, 9],
  43: [8, 12],
  48: [9, 9],
  351: [9, 9],
  353: [8, 9],
  40: [9, 9],
  90: [10, 10],
  212: [9, 9],
  213: [9, 9],
  216: [8, 8],
  355: [9, 9],
  381: [8, 9],
  385: [8, 9],
  386: [8, 8],
  383: [8, 8],
  359: [8, 9],
  370: [8, 8],
  371: [8, 8],
  372: [7, 8],
  30: [10, 10],
  45: [8, 8],
  46: [8, 9],
  47: [8, 8],
  358: [8, 10],
  420: [9, 9],
  421: [9, 9],
  36: [8, 9],
  380: [9, 9],
  57: [10, 10],
  55: [10, 11],
  51: [9, 9],
  593: [8, 9],
  507: [8, 8],
  597: [6, 7],
  599: [7, 8],
  1: [10, 10],
  7: [10, 10],
  86: [11, 11],
  971: [8, 9],
};
const nextDoor = '31|32|33|49|352';
const codes = Object.keys(lengths)
  .sort((a, b) => b.length - a.length)
  .join('|');

const between = `${mark}{0,4}`;
const word =
  '(?:tel|telefoon|telefoonnr|telefoonnummer|telephone|telefon|telefonnummer|phone|gsm|gsm-?nr|mobiel|mobiele|mobile|portable|handy|handynummer|fax|whatsapp|signal|nummer|numero|nr|bel|bellen|appeler|call)';
const calls = new RegExp(`(?<![a-z])${word}(?![a-z])[a-z .:=#'()/-]{0,16}$`, 'iu');

/** Words behind which a country needs no sign before its code, and any signs may part the number. */
const surely =
  /(?<![a-z])(?:tel|telefoon|telefoonnr|telefoonnummer|telefoonnummers|telephone|telefon|telefonnummer|phone|gsm|gsm-?nr|gsm-?nummer|mobiel|mobiele|mobilnummer|mobile|portable|handy|handynummer|fax|whatsapp|signal|telegram|imsi|msisdn|bel|bellen|appeler)(?![a-z])[^a-z\d]{0,4}(?:(?:is|nr|no|n|num|nummer|numero|number|op|au|unter|met|van|de|via|naar)(?![a-z])[^a-z\d]{0,4}){0,2}$/iu;

const international = new RegExp(
  `(?:\\+[ (]{0,2}(${codes})|(?<![\\d.,/-])\\(?00[ ()]{0,2}(${nextDoor}))((?:${between}\\d){6,13})(?!\\d)`,
  'gu',
);

const apart = `${mark}{1,3}`;
/** National forms: what stands first, how many digits follow, and whether marks must part them. */
const national = new RegExp(
  [
    `0 ?6(?:${between}[1-9])(?:${between}\\d){7}`, // 06-12345678
    `0 ?7(?:${between}[3-9])(?:${between}\\d){7}`, // 07 56 78 90 12 (FR)
    `0 ?4 ?[5-9](?:${between}\\d){7}`, // 0475 123 456
    `01[5-7]\\d(?:${between}\\d){7,8}`, // 0171 1234567 (DE)
    `0\\d{1,4}(?:[-/ ]| - | / )\\d{5,8}`, // 0113-123456
    `0[1-9](?:${mark}{1,2}\\d{2}){4}`, // 04 93 12 34 56
    `0\\d{1,2}${apart}\\d{3}[ ./-]{1,2}\\d{2}[ ./-]{1,2}\\d{2}`, // 03 123 45 67
    `0\\d{2}${apart}\\d{3}[ .-]\\d{4}`, // 020 123 4567
    `0\\d{3}${apart}\\d{3}[ .-]\\d{3}`, // 0113 123 456
    `0\\d{2,4}${apart}\\d{3}[ .-]?\\d{2}[ .-]\\d{2}`, // 0211 123 45-67
    `\\(0\\d{1,4}\\) ?\\d{2,4}(?:[ .-]?\\d{2,4}){1,3}`, // (020) 1234567
    `6[269]1[ ./-]{1,2}\\d{3}[ ./-]{1,2}\\d{3}`, // 621 123 456 (LU)
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'gu',
);
const luxembourg = /(?<!\d)(?:6[269]1\d{6}|[2-9]\d(?:[ .-]?\d{2}){2,3})(?!\d)/gu;

const bare = /^0(?:6[1-9]|7[3-9]|4[5-9])\d{7}$|^01(?:5[1-9]|6[023]|7\d)\d{7,8}$/u;

function isInternational(country: string, rest: string, after: string): boolean {
  const [shortest, longest] = lengths[country] ?? [99, 0];
  const digits = rest.replace(/\D/gu, '').replace(/^0/u, '');
  return digits.length >= shortest && digits.length <= longest && !isMeasured(after);
}

/** Part of each of those words. */
const hint = /tel|phone|gsm|mobi|portable|handy|fax|whatsapp|signal|imsi|msisdn|bel|appel/iu;

const abroad = new RegExp(`^(?:00)?(${codes})(\\d+)$`, 'u');

/** Figures behind a word for telephones, with any signs between. */
function isCalled(text: string, { digits, to }: Announced): boolean {
  if (/^[.,]?\d/u.test(text.slice(to, to + 2)) || isMeasured(text.slice(to, to + 40))) return false;
  if (/^0[1-9]\d{7,9}$/u.test(digits)) return true;
  const [, country, rest] = abroad.exec(digits) ?? [];
  // Shorter ones are years and figures.
  return country !== undefined && digits.length >= 10 && isInternational(country, rest ?? '', '');
}

/** Rows of figures one after the other are a list, of weeks or months. */
function isCounting(found: string): boolean {
  const groups = (found.match(/\d+/gu) ?? []).map(Number);
  const steps = groups.slice(1).map((each, at) => each - (groups[at] ?? 0));
  return groups.length > 3 && steps.every((step) => step === steps[0] && Math.abs(step) === 1);
}

/** What may not stand right before or behind a number that no word announces. */
const joinedBefore = /[\p{L}\d_+]$|\d[.,/-]$|[/+-]$|\p{Lu}{2}\.$/u;
const joinedAfter = /^(?:[\d_\p{L}]|[-/][\p{L}\d]|[.,]\d)/u;

function isNational(text: string, from: number, found: string, column: ColumnUse): boolean {
  const to = from + found.length;
  const before = text.slice(Math.max(0, from - 40), from);
  const after = text.slice(to, to + 40);
  const digits = found.replace(/\D/gu, '');
  if (/^(?:[-/]\d|[.,]\d|\d)/u.test(after)) return false;
  if (calls.test(before)) return !isMeasured(after);
  if (joinedBefore.test(before) && !/(?:^|[ (])-$/u.test(before)) return false;
  if (joinedAfter.test(after) || isMeasured(after) || isAnnouncedOtherwise(before)) return false;
  if (/(?<!\p{L})BE ?$/u.test(before) && found.startsWith('0')) return false;
  if (isCounting(found)) return false;
  // A month and its year; a number of a firm, which Belgium writes in the same groups.
  if (/^0\d[/-](?:19|20)\d{2}(?!\d)/u.test(found)) return false;
  if (/^0\d{3}\.?\d{3}\.?\d{3}$/u.test(found) && isBelgianEnterprise(digits)) return false;
  // Of telephones only those one carries have these groups with dots.
  if (/^0(?!4[5-9]|6|7[3-9])\d{3}\.\d{3}\.\d{3}$/u.test(found)) return false;
  if (/^\d{3}[ .]\d{3}[ .]\d{3}$/u.test(found) && found === text.trim()) return false;
  if (/^\d+$/u.test(found)) return column === 'free-text' && bare.test(found);
  return true;
}

/** Whether a text holds a telephone number, however it is parted. Takes plain writing. */
export function hasPhone(text: string, unpicked: string, column: ColumnUse): boolean {
  for (const { 0: found, 1: plus, 2: noughts, 3: rest = '', index } of text.matchAll(
    international,
  )) {
    const after = text.slice(index + found.length, index + found.length + 40);
    const before = text.slice(Math.max(0, index - 40), index);
    if (!found.startsWith('+') && /[\p{L}_]$/u.test(before) && !calls.test(before)) continue;
    if (isInternational(plus ?? noughts ?? '', rest, after)) return true;
  }
  if (!hint.test(unpicked)) return hasNational(text, column);
  for (const all of announcedRuns(unpicked, 9, (before) => surely.test(before)))
    if (all.some((each) => isCalled(unpicked, each))) return true;
  return hasNational(text, column);
}

function hasNational(text: string, column: ColumnUse): boolean {
  if (column === 'number') return false;
  national.lastIndex = 0;
  for (let match = national.exec(text); match; match = national.exec(text)) {
    if (isNational(text, match.index, match[0], column)) return true;
    // What begins as a date may end as a number.
    national.lastIndex = match.index + 1;
  }
  for (const { 0: found, index } of text.matchAll(luxembourg)) {
    const before = text.slice(Math.max(0, index - 40), index);
    if (
      !/(?<![a-z])(?:tel|telefoon|telephone|telefon|gsm|fax|handy)(?![a-z])[a-z .:=#'()/-]{0,8}$/iu.test(
        before,
      )
    )
      continue;
    if (!isMeasured(text.slice(index + found.length, index + found.length + 40))) return true;
  }
  return false;
}

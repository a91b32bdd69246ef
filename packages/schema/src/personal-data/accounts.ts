import {
  hasIban,
  isBelgianAccount,
  isPaymentCard,
  looksLikeIban,
  startsWithIban,
} from './check-digits.ts';
import { digitGroups } from './digit-groups.ts';
import { isAnnouncedOtherwise, isMeasured } from './excuses.ts';
import { announcedMark, anyJoin as mark } from './marks.ts';

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
export function hasAccount(text: string): boolean {
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
export function hasPaymentCard(text: string): boolean {
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

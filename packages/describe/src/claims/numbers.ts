import { type Language, parseNumber } from '@samenbeeld/schema';
import { says } from './acts.ts';
import { measureAt } from './counted.ts';
import type { Amount, Candidate } from './figure.ts';
import { otherClause } from './not-counted.ts';
import { isArticle, numeralAt } from './numerals.ts';
import { clauseAround } from './told.ts';
import { markedBefore } from './wording.ts';

const digits =
  /(?<![\p{L}\d])(?:\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+\.\d{1,2}(?![\d.,])|\d{1,3}(?:[ \u00a0\u202f\u2009'’.]\d{3})+(?:,\d+)?(?![\d])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?)/gu;
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:duizend|mille|milliers?|tausend|thousand|k(?= ?€))(?!\p{L})/iu, 1e3],
  [/^(?:miljoen|mln\.?|millions?|mio\.?|millionen|M(?= ?€)|m(?= euro))(?!\p{L})/iu, 1e6],
  [/^(?:miljard|mld\.?|milliards?|mrd\.?|milliarden?|bn)(?!\p{L})/iu, 1e9],
  [/^billions?(?!\p{L})/iu, Number.NaN],
];

const currency = /(?:€|\$|£|¥|EUR|USD|GBP|CHF)[ \u00a0]?$/u;
/** Behind the sign of a currency a letter is enough: "£40m". */
const letterScales: readonly (readonly [RegExp, number])[] = [
  [/^k(?![\p{L}\d])/iu, 1e3],
  [/^mn?(?![\p{L}\d])/iu, 1e6],
  [/^b(?![\p{L}\d])/iu, 1e9],
];

/** A letter right behind a number that may be its scale: "rose from 34m to 68m", "12k pills"; a small "m" is metres but in English. */
const gluedLetter: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:k|K|M)(?![\p{L}\d])/u,
  fr: /^(?:k|K|M)(?![\p{L}\d])/u,
  de: /^(?:k|K|M)(?![\p{L}\d])/u,
  en: /^(?:k|mn?)(?![\p{L}\d])/iu,
};
/** "a 34m yacht", "a depth of 12m", "34m lang" */
const metresBefore =
  /(?<!\p{L})(?:an?|een|une?|eine?[nmrs]?|depth|length|height|width|distance|diepte|lengte|hoogte|breedte|afstand|profondeur|longueur|hauteur|largeur|tiefe|länge|höhe|breite|entfernung)\s+(?:(?:of|van|de|von)\s+)?(?:\p{L}+\s+)?$/iu;
const metresBehind =
  /^\s?m(?!\p{L})(?![²³\d])(?:[ -](?:long|deep|high|wide|tall|away|below|above|off|under|from|lange?|diepe?|hoge?|hoog|brede?|breed|onder|boven|van|de (?:long|profondeur|haut|large)|sous|tiefe?[nrsm]?|hohe?[nrsm]?|hoch|breite?[nrsm]?|unter|über|entfernt)(?!\p{L}))/iu;

/** Whether a number is of metres: "a 34m yacht". */
export function isOfMetres(lead: string, rest: string, language: Language): boolean {
  return (
    metresBehind.test(rest) ||
    (/^\s?m(?!\p{L})(?![²³\d])/u.test(rest) &&
      (metresBefore.test(lead) || (language !== 'en' && !/^m euro/u.test(rest))))
  );
}

/** Words for nobody: a zero, which only a source can say. */
const nobody: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})niemand(?!\p{L})/giu,
  fr: /(?<!\p{L})aucune personne(?!\p{L})/giu,
  de: /(?<!\p{L})(?:niemand|keine personen?)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:nobody|no one|no persons?)(?!\p{L})/giu,
};

const phone =
  /(?<![\d.,])0(?: \d{2,3}){3,}(?!\d)|(?<![\d.,])(?:\+\d{1,3}|0\d{1,3})(?:[ ./-]?\d{2,}){1,5}(?:-\d{1,4})?(?!\d)/gu;

/** "Operation Mille", "rue Quatre": a capital within a sentence, but in German, makes a name of a number. */
function isOfName(text: string, at: number, language: Language): boolean {
  return (
    language !== 'de' &&
    /^\p{Lu}\p{Ll}/u.test(text.slice(at)) &&
    /\p{L}\s$/u.test(text.slice(0, at))
  );
}

/** Numbers in digits and in words. */
function candidates(text: string, language: Language): readonly Candidate[] {
  const phones = [...text.matchAll(phone)];
  const isPhone = (at: number): boolean =>
    phones.some(({ index, 0: words }) => at > index && at < index + words.length);
  const found: Candidate[] = [...text.matchAll(digits)].map(({ index, 0: words }) => ({
    at: index,
    // "een 300-tal": about so many.
    ...(language === 'nl' && /^-?tal(?!\p{L})/u.test(text.slice(index + words.length))
      ? {
          end:
            index +
            words.length +
            (/^-?tal/u.exec(text.slice(index + words.length))?.[0].length ?? 0),
          about: true,
        }
      : { end: index + words.length, about: false }),
    text: words,
    value: null,
  }));
  for (const { index, 0: words } of text.matchAll(nobody[language]))
    found.push({ at: index, end: index + words.length, text: words, value: 0, about: false });
  const tokens = [...text.matchAll(/demi-|[\p{L}]+(?:-[\p{L}]+)*/giu)];
  for (let at = 0; at < tokens.length; at += 1) {
    const start = tokens[at]?.index ?? 0;
    const run: string[] = [];
    for (let next = at; next < tokens.length && run.length < 9; next += 1) {
      const token = tokens[next];
      const last = tokens[next - 1];
      if (token === undefined) break;
      if (
        run.length > 0 &&
        last &&
        !/^[ \u00a0]?$/u.test(text.slice(last.index + last[0].length, token.index))
      )
        break;
      run.push(token[0]);
    }
    const numeral = numeralAt(run, language);
    if (!numeral || isOfName(text, start, language)) continue;
    const last = tokens[at + numeral.tokens - 1];
    if (!last) continue;
    found.push({
      at: start,
      end: last.index + last[0].length,
      text: text.slice(start, last.index + last[0].length),
      value: numeral.value,
      about: numeral.about,
    });
    at += numeral.tokens - 1;
  }
  return found.filter(({ at }) => !isPhone(at));
}

/** What somebody pays: the measure beside it is that of the price. */
const ofPrice: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:\p{L}*prij(?:s|zen)|betaal\p{L}*|betalen|kost(?:te|ten|en)?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:prix|coût(?:e|ent|ait|aient)|pa(?:ie|ye)(?:nt)?|pay(?:er|é)|vend(?:u|ent)?)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:\p{L}*preise?n?|(?:be)?zahl(?:t|en|te|ten)|bezahlt\p{L}*|koste(?:t|n|te|ten))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:prices?|pa(?:y|ys|id)|costs?)(?!\p{L})/iu,
};
const money = /^[^,;:]*\d[\d.,]*\s*(?:€|euros?|dollars?)/iu;
/** What a find is worth is no price of so much. */
const valued =
  /(?<!\p{L})(?:\p{L}*waarden?|waard|valeur|valant|\p{L}*werte?s?|worth|valued?)(?!\p{L})/iu;
const costsBehind =
  /^\S+ (?:\p{L}+ ){0,2}?(?:kost(?:te)?|kostet|coûte|costs?|se vend|sells|se négocie|wordt verkocht)(?!\p{L})/iu;
const soldBehind =
  /^\S+ (?:\p{L}+ ){0,3}?(?:wordt|wird|is|est|se)(?!\p{L})[^;]*(?:euros?|€|dollars?)[^;]*(?<!\p{L})(?:verkocht|verhandeld|aangeboden|gehandelt|verkauft|angeboten|vendue?|négociée?|sold|traded|offered)(?!\p{L})/iu;

/** Whether an article and its measure are what a price is of: "Een gram kost 40 euro", "…, een kilo in de groothandel 26.500 euro". */
function isPriced(text: string, start: number, end: number, language: Language): boolean {
  const clause = clauseAround(text, start, end);
  const rest = text.slice(end + 1);
  const price = ofPrice[language];
  if (costsBehind.test(rest) && money.test(rest)) return true;
  if (says(clause.text, 'seized') || valued.test(clause.rest)) return false;
  const lead = text.slice(0, start);
  return (
    costsBehind.test(rest) ||
    soldBehind.test(rest) ||
    // "Voor een gram speed betaalt een gebruiker 8 euro"
    (/(?:voor|für|pour|for)\s*$/iu.test(lead) && price.test(clause.text)) ||
    (money.test(rest) && price.test(lead.split(otherClause).at(-1) ?? ''))
  );
}

/** An article before a measure or a scale is the number one: "plus d'une tonne", "een miljoen euro". */
function articles(text: string, language: Language): readonly Candidate[] {
  return [...text.matchAll(/(?<![\p{L}\d])[\p{L}]+(?= )/gu)].flatMap(({ index, 0: word }) => {
    if (!isArticle(word, language)) return [];
    const rest = text.slice(index + word.length + 1);
    // "une bonne tonne": what marks it stands between.
    const [good = ''] =
      /^(?:bon(?:ne)?|petite?|gute[ns]?|knappe|kleine|goe(?:de|ie)|dikke|good) /iu.exec(rest) ?? [];
    if (
      good !== '' &&
      markedBefore(`${word} ${good}`, language) &&
      measureAt(rest.slice(good.length), language)?.kind === 'mass'
    ) {
      const end = index + word.length + good.length;
      return [{ at: index, end, text: text.slice(index, end), value: 1, about: false }];
    }
    const isCounted =
      scales.some(([pattern]) => pattern.test(rest)) ||
      ['mass'].includes(measureAt(rest, language)?.kind ?? '');
    const isRate =
      /(?:per|par|pro|de|van)\s*$/iu.test(text.slice(0, index)) &&
      !markedBefore(text.slice(0, index), language);
    const end = index + word.length;
    return isCounted && !isRate
      ? [
          {
            at: index,
            end,
            text: word,
            value: 1,
            about: false,
            isPriced: isPriced(text, index, end, language),
          },
        ]
      : [];
  });
}

/** Reads the digits by the habit of the language; the other reading where there are two. */
function readDigits(
  text: string,
  language: Language,
): { readonly value: number; readonly printed: string; readonly other: string | null } | null {
  const plain = text.replace(/[\u00a0\u202f\u2009]/gu, ' ');
  const two = /^([1-9]\d{0,2})([.,])(\d{3})$/u.exec(plain);
  const isGrouping = (mark: string): boolean => (mark === ',') === (language === 'en');
  try {
    if (two) {
      const [, head = '', mark = '', tail = ''] = two;
      const [grouped, decimal] = [`${head}${tail}`, `${head}.${tail}`];
      const printed = isGrouping(mark) ? grouped : decimal;
      return { value: Number(printed), printed, other: isGrouping(mark) ? decimal : grouped };
    }
    const { value, printed } = parseNumber(plain);
    return { value, printed, other: null };
  } catch {
    return null;
  }
}

function scaleBehind(
  text: string,
  hasLetters: boolean,
): { readonly factor: number; readonly length: number } | null {
  const lead = /^[ \u00a0\u202f-]*/u.exec(text)?.[0].length ?? 0;
  for (const [pattern, factor] of hasLetters ? [...scales, ...letterScales] : scales) {
    const [words] = pattern.exec(text.slice(lead)) ?? [];
    if (words !== undefined) return { factor, length: lead + words.length };
  }
  return null;
}

/** "31 en 44 miljoen euro": the scale is of both. */
function sharedScale(text: string): { readonly factor: number; readonly length: 0 } | null {
  const [row] =
    /^(?:, \d{1,3}(?:[.,]\d{1,2})?(?![\d.,]*\d))*,? (?:en|et|und|and|respectievelijk|respectivement|beziehungsweise|bzw\.) \d{1,3}(?:[.,]\d{1,2})?(?=[ \u00a0\u202f])/u.exec(
      text,
    ) ?? [];
  const scale = row === undefined ? null : scaleBehind(text.slice(row.length), false);
  return scale && scale.factor >= 1e6 ? { factor: scale.factor, length: 0 } : null;
}

export function amountOf(candidate: Candidate, text: string, language: Language): Amount | null {
  const { at, end, value } = candidate;
  const rest = text.slice(end);
  const read =
    value === null
      ? readDigits(candidate.text, language)
      : { value, printed: String(value), other: null };
  const sign = currency.exec(text.slice(0, at))?.[0] ?? null;
  const isOfLetter =
    value === null &&
    sign === null &&
    gluedLetter[language].test(rest) &&
    !isOfMetres(text.slice(0, at), rest, language);
  const scale = scaleBehind(rest, isOfLetter || sign !== null) ?? sharedScale(rest);
  const isBillion = scale !== null && Number.isNaN(scale.factor);
  if (!read || (isBillion && language !== 'en')) return null;
  const amount = {
    ...{ ...read, bare: read.value, sign, isOfLetter, isScaled: scale !== null && !isBillion },
    factor: isBillion ? 1e9 : (scale?.factor ?? 1),
    end: end + (scale?.length ?? 0),
  };
  return withHalf(amount, text);
}

const half = /^ (?:et demie?|en (?:een )?hal(?:f|ve)|and a half|und (?:eine )?halben?)(?!\p{L})/iu;

/** An amount with the half behind it. */
export function withHalf(amount: Amount, text: string): Amount {
  const { value, printed, end } = amount;
  const [words] = half.exec(text.slice(end)) ?? [];
  return words === undefined || printed.includes('.')
    ? amount
    : { ...amount, value: value + 0.5, printed: `${printed}.5`, end: end + words.length };
}

/** Numbers in digits and in words, and articles that are one, in order. */
export function numbersIn(text: string, language: Language): readonly Candidate[] {
  return [...candidates(text, language), ...articles(text, language)].sort((a, b) => a.at - b.at);
}

import { type Language, units } from '@samenbeeld/schema';

/** The unit of a weight, a volume or a number of things that a word by itself means ("g", "comprimés"); null where it means none, or several. */
export function amountUnit(
  word: string,
  language?: Language,
  of: readonly string[] = ['mass', 'volume', 'count'],
): string | null {
  const match = units.lookup(word.trim(), language);
  return match.kind === 'exact' && of.includes(match.entry.dimension) ? match.entry.code : null;
}

/** Currencies by their codes, signs and words; a bare pound may be a weight, and "livres" are books. */
const currencies: readonly (readonly [code: string, words: RegExp])[] = [
  ['EUR', /€|(?<!\p{L})(?:[kTM]?EUR|euros?)(?!\p{L})/iu],
  ['USD', /\$|(?<!\p{L})(?:USD|(?:US )?dollars?(?: US)?)(?!\p{L})/iu],
  ['GBP', /£|(?<!\p{L})(?:GBP|(?:pounds?|ponden?|livres?|pfund) sterling)(?!\p{L})/iu],
  ['CHF', /(?<!\p{L})CHF(?!\p{L})/u],
];

/** The currencies that a text names. */
export const currenciesIn = (text: string): readonly string[] =>
  currencies.flatMap(([code, words]) => (words.test(text) ? code : []));

/** The currency that a text names; null where it names none, or several. */
export function currencyNamed(text: string): string | null {
  const [found, ...others] = currenciesIn(text);
  return found !== undefined && others.length === 0 ? found : null;
}

/** Countries that have paid in euros from the first day: figures of the others may be older than theirs. */
const inEuros = new Set('AT BE DE ES FI FR GR IE IT LU NL PT'.split(' '));
/** The currency in which an office of a country tells what something is worth; null where only the office knows. */
export const currencyOfCountry = (country: string): string | null =>
  inEuros.has(country) ? 'EUR' : null;

/** Whether a code is that of a unit of weight. */
export function isWeight(unit: string): boolean {
  return units.has(unit) && units.get(unit).dimension === 'mass';
}

/** Things that are counted one by one, by the word for them that stands before "(number)", and what it is one word with. */
const countedThings: readonly (readonly [unit: string, words: RegExp])[] = [
  ['plant', /(?<!\p{L})(\p{L}*?)(?:plant(?:en|es|s|jes)?|pflanzen?)(?!\p{L})/iu],
  [
    'tablet',
    /(?<!\p{L})(\p{L}*?)(?:tablet(?:s|ten?|te)?|pill(?:s|en)|pilules?|comprimés?|cachets?)(?!\p{L})/iu,
  ],
  ['plant', /(?<!\p{L})pieds?(?!\p{L})/iu],
  ['dose', /(?<!\p{L})(?:LSD|\p{L}*(?:doses?|dosissen|dosen|trips?|buvards?))(?!\p{L})/iu],
];
/** Drugs and what they grow on, also as the beginning of a word. */
const ofDrugs =
  /(?<!\p{L})(?:cannabis|hennep|hanf|chanvre|hemp|wiet|mari[hj]uana|coca(?!\p{L})|koka|khat|qat|mohn|opium|papaver|pavot|lsd|xtc|ecstasy|mdma|drug|droge|stup[ée]fi|rauschgift)/iu;
/** The unit of the things that a heading, or a word within it, counts one by one; those that other things are also called are of drugs only where it says so. */
export function thingCounted(heading: string, within: string = heading): string | null {
  const counted = countedThings.find(([unit, words]) => {
    const [thing, first] = words.exec(within) ?? [];
    const isPlain = first === '' && unit !== 'dose';
    return thing !== undefined && (isPlain || ofDrugs.test(heading));
  });
  return counted?.[0] ?? null;
}
/** A label of units that says that things are counted, and not which. */
export const bareCount: RegExp = /^(?:numbers?|nombres?|anzahl|aantal(?:len)?|counts?)$/iu;
/** A percent sign, and what may be said behind it of what its figures are a part ("% (heel) groot"). */
export const percents: RegExp = /^%(?:\s+\D*)?$/u;

const numberOf =
  /^(?:numbers?|aantal(?:len)?|nombres?|anzahl|units?|unités?|einheit(?:en)?|eenheden|stuks?|stück|pieces?|pièces?)$/iu;

/** Whether a word in brackets says that things are counted one by one, and not which. */
export function isNumberOf(word: string): boolean {
  return numberOf.test(word);
}

/** What a heading of quantities says it counts in ("Menge in Paketen", "quantité (g)"), and the unit, if it is certain. */
export function unitNamed(
  heading: string,
): { readonly word: string; readonly unit: string | null } | null {
  const [, word] =
    /(?:\s(?:in|en)\s|[([])([\p{L}]+)(?:[ -](?:equivalents?|équivalents?|equivalenten?|äquivalente?n?))?[)\]]?\s*$/iu.exec(
      heading,
    ) ?? [];
  if (word === undefined) return null;
  const thing = isNumberOf(word) ? thingCounted(heading) : null;
  if (thing !== null) return { word, unit: thing };
  // German declines: "in Paketen", "in Litern".
  const known = [word, word.replace(/n$/u, '')].find((name) => units.lookup(name).kind !== 'none');
  return {
    word,
    unit:
      known === undefined
        ? null
        : amountUnit(known, undefined, ['mass', 'volume', 'count', 'currency']),
  };
}

/** The first unit of amounts that a text names in brackets or behind "in", and the words that say so; null where none does. */
export function unitWithin(
  text: string,
  language: Language,
): { readonly said: string; readonly unit: string } | null {
  // A letter in brackets is a note, but for grams.
  for (const [said, inBrackets, behind] of text.matchAll(
    /\((\p{L}{2,}|g)\)|(?<!\p{L})(?:in|en) (\p{L}{2,})(?!\p{L})/giu,
  )) {
    // StatLine writes the kind of an area behind it: "Groningen (PV)".
    if (language === 'nl' && /^(?:PV|RE|CR|LD)$/u.test(inBrackets ?? '')) continue;
    const unit = amountUnit(inBrackets ?? behind ?? '', language);
    if (unit !== null) return { said, unit };
  }
  return null;
}

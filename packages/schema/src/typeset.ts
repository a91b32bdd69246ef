import type { Language } from './language.ts';

/**
 * Between a French sign and its word: no break before a colon and inside guillemets, a narrow one before ; ! and ?. A sign
 * that clings to its word stands off too where the sentence goes on behind it; an entity of HTML keeps its semicolon.
 */
const french: readonly (readonly [RegExp, string])[] = [
  [/(?<=«)[ \u00a0\u202f]?|[ \u00a0\u202f](?=[:»])|(?<![ \u00a0\u202f])(?=»)/g, '\u00a0'],
  [/(?<=[\p{L}\p{N})\]”’"%])(?=:(?:\s|$))/gu, '\u00a0'],
  [/[ \u00a0\u202f](?=[;!?])/g, '\u202f'],
  [/(?<!&#?\w+)(?<=[\p{L}\p{N})\]»”’"%])(?=[;!?](?:\s|$))/gu, '\u202f'],
  // Groups of digits, as formatNumber sets them; a year before a number is no group.
  [/(?<=(?<![\p{L}\d.,/-])\d{1,3}(?:[ \u00a0\u202f]\d{3})*)[ \u00a0](?=\d{3}(?!\d))/gu, '\u202f'],
];

const percentSigns: Readonly<Record<Language, string>> = {
  nl: '%',
  fr: '\u00a0%',
  de: '\u00a0%',
  en: '%',
};

/**
 * Words as the language sets them: French signs stand off their word and never start a line, and a percent sign stands as
 * each language has it. Whatever shows words to a reader calls it once; words that are set already stay as they are.
 *
 * @example
 * ```ts
 * import { typeset } from '@samenbeeld/schema';
 * typeset('Total : « 5 % » ?', 'fr') // => 'Total\u00a0: «\u00a05\u00a0%\u00a0»\u202f?'
 * typeset('5 % : 2', 'nl') // => '5% : 2'
 * ```
 */
export function typeset(words: string, language: Language): string {
  const signed = words.replace(/(?<=\d)[ \u00a0\u202f]?%(?![\w}])/g, percentSigns[language]);
  if (language !== 'fr') return signed;
  return french.reduce((set, [blank, by]) => set.replace(blank, by), signed);
}

const quotes: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['“', '”'],
  fr: ['«\u00a0', '\u00a0»'],
  de: ['„', '“'],
  en: ['“', '”'],
};
const quoted = /(&quot;|")((?:(?!\1).)+?)\1/gsu;
/** A number and the unit that never begins a line without it. */
const unit =
  /(?<=\d) (?=(?:kg|m?g|t|ton|tonnes?|Tonnen|miljoen|miljard|procent|millions?|milliards?|billion|Million(?:en)?|Milliarden?|euros?|Euro|€)(?![\p{L}\d]))/gu;

/** What only a page does: marks of quotation as the language has them, and a unit beside its number. */
function setForPage(words: string, language: Language): string {
  const [open, close] = quotes[language];
  return typeset(words, language)
    .replace(quoted, (_, _mark, inner: string) => `${open}${inner}${close}`)
    .replace(unit, '\u00a0');
}

/** What stands in a page as it is: style and script, code, and what a source said in its own words or language. */
const asTheyAre = /<(style|script|code|q)\b[\s\S]*?<\/\1>|<span lang="[^<]*<\/span>|<[^>]+>/g;

/**
 * HTML or SVG with the words between its tags set as {@link typeset} does, quoted as the language quotes and each unit beside its number;
 * code and quotations stay as they are.
 *
 * @example
 * ```ts
 * import { typesetHtml } from '@samenbeeld/schema';
 * typesetHtml('<p>Total : <code>a : b</code></p>', 'fr') // => '<p>Total\u00a0: <code>a : b</code></p>'
 * ```
 */
export function typesetHtml(html: string, language: Language): string {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: tag, index } of html.matchAll(asTheyAre)) {
    parts.push(setForPage(html.slice(from, index), language), tag);
    from = index + tag.length;
  }
  return [...parts, setForPage(html.slice(from), language)].join('');
}

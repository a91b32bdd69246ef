import { formatNumber } from './format-number.ts';
import { type Language, languages, type Text } from './language.ts';
import { isSingular, spelled } from './number-words.ts';
import { ownValue } from './own-value.ts';

/**
 * Writes one wording for each language.
 *
 * @example
 * ```ts
 * import { inEach } from '@samenbeeld/schema';
 * inEach((language) => `p.${language}`) // => { nl: 'p.nl', fr: 'p.fr', de: 'p.de', en: 'p.en' }
 * ```
 */
export function inEach(write: (language: Language) => string): Text {
  const [nl, fr, de, en] = languages.map(write) as [string, string, string, string];
  return { nl, fr, de, en };
}

/** Sentences one after another; those that are null are left out. */
export function paragraph(...sentences: readonly (Text | null)[]): Text {
  return inEach((language) =>
    sentences
      .filter((sentence) => sentence !== null)
      .map((sentence) => sentence[language])
      .join(' '),
  );
}

/** Puts what a sentence is about before it: "Cocaine seized in Vlissingen, 2020–2025: …". */
export function headed(label: Text | undefined, says: Text): Text {
  if (!label) return says;
  return inEach((language) => {
    const rest = language === 'de' ? says.de : uncapital(says[language]);
    return `${label[language]}${colonAfter[language]} ${rest}`;
  });
}

/**
 * With its first letter in capitals; a Dutch "één" loses the accent that stands on it.
 *
 * @example
 * ```ts
 * import { capital } from '@samenbeeld/schema';
 * capital('één vangst') // => 'Eén vangst'
 * ```
 */
export function capital(text: string): string {
  const first = /^één/.test(text) ? 'E' : text.charAt(0).toUpperCase();
  return first + text.slice(1);
}

/**
 * With its first letter small, as behind a colon; a Dutch "Eén" has its accent back.
 *
 * @example
 * ```ts
 * import { uncapital } from '@samenbeeld/schema';
 * uncapital('Expected a role') // => 'expected a role'
 * ```
 */
export function uncapital(text: string): string {
  const first = /^Eén/.test(text) ? 'é' : text.charAt(0).toLowerCase();
  return first + text.slice(1);
}

/** A semicolon as the language spaces it. */
export const semicolon: Text = { nl: '; ', fr: '\u00a0; ', de: '; ', en: '; ' };

/** The colon behind words, as each language sets it: in French a blank that does not break stands before it. */
export const colonAfter: Text = { nl: ':', fr: '\u00a0:', de: ':', en: ':' };

/** The percent sign behind a number, as each language sets it. */
export const percentSign: Text = { nl: '%', fr: '\u00a0%', de: '\u00a0%', en: '%' };

const joints: Readonly<Record<'and' | 'or', Text>> = {
  and: { nl: 'en', fr: 'et', de: 'und', en: 'and' },
  or: { nl: 'of', fr: 'ou', de: 'oder', en: 'or' },
};

/**
 * Several as a sentence lists them.
 *
 * @example
 * ```ts
 * import { listed } from '@samenbeeld/schema';
 * listed(['2021', '2023', '2024'], 'nl') // => '2021, 2023 en 2024'
 * ```
 */
export function listed(
  items: readonly string[],
  language: Language,
  how: 'and' | 'or' = 'and',
): string {
  const last = items.at(-1) ?? '';
  return items.length < 2
    ? last
    : `${items.slice(0, -1).join(', ')} ${joints[how][language]} ${last}`;
}

/**
 * Texts as a sentence of each language lists them.
 *
 * @example
 * ```ts
 * import { inEach, listedTexts } from '@samenbeeld/schema';
 * listedTexts(['2021', '2023'].map((year) => inEach(() => year)), 'or').fr // => '2021 ou 2023'
 * ```
 */
export function listedTexts(texts: readonly Text[], how: 'and' | 'or' = 'and'): Text {
  return inEach((language) =>
    listed(
      texts.map((one) => one[language]),
      language,
      how,
    ),
  );
}

const contractions: Readonly<Record<string, string>> = {
  'de le': 'du',
  'de les': 'des',
  'à le': 'au',
  'à les': 'aux',
};

/** French words with others behind them: "de" or "à" and an article that begins these are one word. */
function contracted(before: string, words: string): string {
  const [, article, rest = ''] = /^(les?) (.*)$/su.exec(words) ?? [];
  const [, first = ''] = article ? (/(?<!\p{L})(de|à) $/iu.exec(before) ?? []) : [];
  const one = ownValue(contractions, `${first.toLowerCase()} ${article}`);
  if (one === undefined) return before + words;
  const kept = before.slice(0, -first.length - 1);
  return `${kept}${first === first.toLowerCase() ? one : capital(one)} ${rest}`;
}

/**
 * Words with each `{name}` replaced by what `print` gives for it. Where the word is a count, `{name:one|more}` is the form
 * that goes with it in the language and `{name:none|one|more}` has a form of its own for zero; in a form, `#` is the number.
 * A number that begins the words is spelled out to twelve. French "de" and "à" are contracted with an article behind them.
 *
 * @example
 * ```ts
 * import { filled } from '@samenbeeld/schema';
 * const say = (n: number) => filled('{n:# cijfer staat|# cijfers staan} ernaast.', 'nl', { n }, () => null);
 * [say(1), say(3), say(13)] // => ['Eén cijfer staat ernaast.', 'Drie cijfers staan ernaast.', '13 cijfers staan ernaast.']
 * filled('le total de {which}', 'fr', { which: 'les 4 autres' }, String) // => 'le total des 4 autres'
 * ```
 */
export function filled<Word>(
  words: string,
  language: Language,
  values: Readonly<Record<string, Word>>,
  print: (word: Word) => string | null,
): string {
  const printed = (whole: string, name: string, choice: string | undefined, at: number): string => {
    const word = ownValue(values, name);
    if (word === undefined) return whole;
    if (choice === undefined) return print(word) ?? whole;
    // A garbled sentence is worse than none.
    if (typeof word !== 'number') throw new TypeError(`{${name}:…} chooses by a number`);
    const forms = choice.split('|');
    const [one = '', more = one] = forms.slice(-2);
    const form =
      word === 0 && forms.length > 2 ? forms[0] : isSingular(word, language) ? one : more;
    const isFirst = at === 0 && form?.startsWith('#');
    const number = isFirst ? capital(spelled(word, language)) : formatNumber(word, language);
    return (form ?? '').replaceAll('#', number);
  };
  let [text, end] = ['', 0];
  for (const { 0: whole, 1: name = '', 2: choice, index } of words.matchAll(
    /\{(\w+)(?::([^{}]*))?\}/gu,
  )) {
    const before = text + words.slice(end, index);
    const word = printed(whole, name, choice, index);
    text = language === 'fr' ? contracted(before, word) : before + word;
    end = index + whole.length;
  }
  return text + words.slice(end);
}

/** What may stand in a sentence: a number, printed as the language prints it, a text as it is, or words that each language has. */
export type Said = string | number | Text;

/**
 * Words in the four languages, in the order nl, fr, de, en; with what stands in them, filled in as {@link filled} does.
 *
 * @example
 * ```ts
 * import { inFour } from '@samenbeeld/schema';
 * inFour('beslist', 'tranché', 'entschieden', 'decided').de // => 'entschieden'
 * inFour('{n} {n:rij|rijen}', '{n} {n:ligne|lignes}', '{n} {n:Zeile|Zeilen}', '{n} {n:row|rows}', { n: 1204 }).nl // => '1.204 rijen'
 * ```
 */
export function inFour(
  nl: string,
  fr: string,
  de: string,
  en: string,
  said?: Readonly<Record<string, Said>>,
): Text {
  const words = { nl, fr, de, en };
  if (said === undefined) return words;
  return inEach((language) =>
    filled(words[language], language, said, (word) => {
      if (typeof word === 'number') return formatNumber(word, language);
      return typeof word === 'string' ? word : word[language];
    }),
  );
}

/**
 * What names, numbers and signs alone say: one pattern for each language, but for the blank that French puts before a colon
 * and a semicolon.
 *
 * @example
 * ```ts
 * import { inSigns } from '@samenbeeld/schema';
 * inSigns('{place}: {n} kg', { place: 'Gent', n: 1204 }).fr // => 'Gent : 1\u202f204 kg'
 * ```
 */
export function inSigns(pattern: string, said?: Readonly<Record<string, Said>>): Text {
  const french = pattern.replace(/(?<=\S)(?=[:;](?:\s|$))/gu, ' ');
  return inFour(pattern, french, pattern, pattern, said);
}

/** Several texts as one, with `by` between them. */
export function joinWith(texts: readonly Text[], by: string | Text): Text {
  return inEach((language) =>
    texts.map((text) => text[language]).join(typeof by === 'string' ? by : by[language]),
  );
}

/** What somebody wrote, between the quotation marks of each language. */
export function quoted(words: string | Text): Text {
  return inFour('"{words}"', '« {words} »', '„{words}“', '"{words}"', { words });
}

/** Words that another program or a list gives in English: as they are in English, a quotation in the other languages. */
export function englishQuoted(words: string): Text {
  return { ...quoted(words), en: words };
}

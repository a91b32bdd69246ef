import type { Language, Text } from './language.ts';
import { notShown } from './personal-data/withheld-text.ts';
import { percentSign } from './sentence.ts';

/** Code, of which every sign is copied. */
const code = '`[^`\\n]*`';
/** What is quoted may be of any language: a title in Dutch has no blank before its colon. */
const quotation = `${code}|«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|"[^"\\n]*"|&quot;(?:(?!&quot;).)*&quot;`;

/**
 * Between a French sign and its word: no break before a colon and inside guillemets, a narrow one before ; ! and ?. A sign
 * that clings to its word stands off too where the sentence goes on behind it, but not in what is quoted; an entity of HTML
 * keeps its semicolon.
 */
const french: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `${code}|(?<=«)[ \u00a0\u202f]?|[ \u00a0\u202f](?=[:»])|(?<![ \u00a0\u202f])(?=»)`,
      'g',
    ),
    '\u00a0',
  ],
  [new RegExp(`${quotation}|(?<=[\\p{L}\\p{N})\\]»”’"%])(?=:(?:\\s|$))`, 'gu'), '\u00a0'],
  [new RegExp(`${code}|[ \u00a0\u202f](?=[;!?])`, 'g'), '\u202f'],
  [
    new RegExp(
      `${quotation}|(?=[;!?](?:\\s|$))(?<=[\\p{L}\\p{N})\\]»”’"%])(?<!&#?\\w{1,31})`,
      'gu',
    ),
    '\u202f',
  ],
];
/** Whether what was found is one of the blanks, and nothing that stands as it is. */
const isBlank = (found: string): boolean => found.length < 2;

/** Groups of digits, as formatNumber sets them; a year before a number is no group. */
const groups = /`[^`\n]*`|(?<![\p{L}\d.,/-])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)/gu;

/** What a reader sees where a name was taken out of a remark; what is stored has one token for all languages. */
const withheld: Text = {
  nl: '(niet getoond)',
  fr: '(non affiché)',
  de: '(nicht gezeigt)',
  en: notShown,
};

/**
 * Words with what stands for data of a person in the reader's language, and all else as it is: what somebody wrote in another.
 *
 * @example
 * ```ts
 * import { withheldIn } from '@samenbeeld/schema';
 * withheldIn('gemeld door (not shown)', 'fr') // => 'gemeld door (non affiché)'
 * ```
 */
export function withheldIn(words: string, language: Language): string {
  return words.replaceAll(notShown, withheld[language]);
}

/**
 * Words as the language sets them: French signs stand off their word and never start a line, and a percent sign stands as
 * each language has it, and what stands for data of a person is in the language. Whatever shows words to a reader calls it once; words that are set already stay as they are, and so do
 * code between backticks and, in what is quoted, a sign that clings to its word: the words of a source have their own language.
 *
 * @example
 * ```ts
 * import { typeset } from '@samenbeeld/schema';
 * typeset('Total : « 5 % » ?', 'fr') // => 'Total\u00a0: «\u00a05\u00a0%\u00a0»\u202f?'
 * typeset('5 % : 2', 'nl') // => '5% : 2'
 * typeset('gemeld door (not shown)', 'nl') // => 'gemeld door (niet getoond)'
 * typeset('« Havens: Gent »: `title: 2`', 'fr') // => '«\u00a0Havens: Gent\u00a0»\u00a0: `title: 2`'
 * ```
 */
export function typeset(words: string, language: Language): string {
  const signed = words.replace(
    /`[^`\n]*`|\(not shown\)|(?<=\d)[ \u00a0\u202f]?%(?![\w}])/g,
    (found) => {
      if (found.startsWith('`')) return found;
      return found === notShown ? withheldIn(found, language) : percentSign[language];
    },
  );
  if (language !== 'fr') return signed;
  return french
    .reduce(
      (set, [blank, by]) => set.replace(blank, (found) => (isBlank(found) ? by : found)),
      signed,
    )
    .replace(groups, (number) =>
      number.startsWith('`') ? number : number.replace(/[ \u00a0]/g, '\u202f'),
    );
}

const quotes: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['“', '”'],
  fr: ['«\u00a0', '\u00a0»'],
  de: ['„', '“'],
  en: ['“', '”'],
};
const quote = /&quot;|"/g;
const hasQuote = /&quot;|"/;
/** Words without any of these are set as they are: a percent sign, a blank behind a digit, a French sign, what stands for data of a person. */
const isSet = /%|\d[ \u00a0\u202f]|[:;!?«»]|\(not shown\)/;
/** A number and the unit that never begins a line without it. */
const unit =
  /(?<=\d) (?=(?:kg|m?g|t|ton|tonnes?|Tonnen|miljoen|miljard|procent|millions?|milliards?|billion|Million(?:en)?|Milliarden?|euros?|Euro|€)(?![\p{L}\d]))/gu;

/** What stands in a page as it is: style and script, code, and what a source said in its own words or language. */
const asTheyAre = /<(style|script|code|q)\b[\s\S]*?<\/\1>|<span lang="[^<]*<\/span>|<[^>]+>/g;
/** Tags within a text, which the text of a block runs through. */
const inline = /^<\/?(?:a|abbr|b|bdi|cite|em|i|small|span|strong|sub|sup|tspan|u|wbr)\b/;

/** What a tag, or what stands as it is, is to the words around it; null where it ends their text. */
function standsFor(tag: string): string | null {
  if (/^<(?:code|q|span lang)\b|^<su[bp]\b/.test(tag)) return '\ufffc';
  // A line of a drawing.
  if (/^<tspan\b[^>]*\s(?:x|dy)=/.test(tag)) return ' ';
  return inline.test(tag) ? '' : null;
}

/**
 * The marks of quotation of a text as the language has them, in their order: one that opens stands behind no letter, one that
 * closes before none. Behind a digit, where none is open, it is an inch. Null where they do not pair.
 */
function quotesOf(text: string, language: Language): readonly string[] | null {
  const [open, close] = quotes[language];
  const set: string[] = [];
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(quote)) {
    const [before = ' ', after = ' '] = [text[index - 1], text[index + mark.length]];
    const opens = !/[\p{L}\p{N}]/u.test(before) && !/\s/.test(after);
    const closes = depth > 0 && !/[\p{L}\p{N}]/u.test(after) && !/\s/.test(before);
    if (!closes && !opens && (depth > 0 || !/\d/.test(before))) return null;
    if (closes) depth -= 1;
    else if (opens) depth += 1;
    set.push(closes ? close : opens ? open : mark);
  }
  return depth === 0 ? set : null;
}

/** Pieces of a block, words and tags in turn, with its marks of quotation paired over the whole of its text. */
function quoted(pieces: readonly string[], language: Language): readonly string[] {
  const text = pieces.map((piece, at) => (at % 2 === 0 ? piece : standsFor(piece))).join('');
  const marks = quotesOf(text, language)?.values();
  if (!marks) return pieces;
  return pieces.map((piece, at) =>
    at % 2 === 0 ? piece.replace(quote, (mark) => marks.next().value ?? mark) : piece,
  );
}

/**
 * HTML or SVG with the words between its tags set as {@link typeset} does, quoted as the language quotes and each unit beside its number;
 * code and quotations stay as they are, and so do the marks of quotation of a block in which they do not pair.
 *
 * @example
 * ```ts
 * import { typesetHtml } from '@samenbeeld/schema';
 * typesetHtml('<p>Total : <code>a : b</code></p>', 'fr') // => '<p>Total\u00a0: <code>a : b</code></p>'
 * ```
 */
export function typesetHtml(html: string, language: Language): string {
  // Words and tags in turn.
  const pieces: string[] = [];
  const quoting: number[] = [];
  const add = (words: string): void => {
    if (hasQuote.test(words)) quoting.push(pieces.length);
    pieces.push(
      words === '' || !isSet.test(words) ? words : typeset(words, language).replace(unit, '\u00a0'),
    );
  };
  let from = 0;
  for (const { 0: tag, index } of html.matchAll(asTheyAre)) {
    add(html.slice(from, index));
    const isCopied = /^<(?:style|script|code)\b/.test(tag);
    pieces.push(isCopied ? tag : withheldIn(tag, language));
    from = index + tag.length;
  }
  add(html.slice(from));
  const ends = (at: number): boolean => standsFor(pieces[at] as string) === null;
  let done = -1;
  for (const at of quoting) {
    if (at <= done) continue;
    let [first, last] = [at, at];
    while (first > 0 && !ends(first - 1)) first -= 2;
    while (last + 1 < pieces.length && !ends(last + 1)) last += 2;
    for (const [index, piece] of quoted(pieces.slice(first, last + 1), language).entries())
      pieces[first + index] = piece;
    done = last;
  }
  return pieces.join('');
}

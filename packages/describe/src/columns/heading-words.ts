import { foldText } from '@samenbeeld/schema';

/** Words that carry no meaning in a heading. */
const fillers = new Set(
  'de het van der een en la le les du des d l et the of and in per die das den dem und von zu'.split(
    ' ',
  ),
);

/** One word, its umlauts written either way ("Fälle", "Faelle") and its plural s taken off. */
function wordKey(word: string): string {
  const folded = foldText(word).replace(/ae|oe|ue/g, (pair) => pair[0] ?? '');
  return folded.length > 3 ? folded.replace(/s$/, '') : folded;
}

/** The words of a heading that carry meaning, ready to be compared. */
export interface HeadingWords {
  readonly count: number;
  /** With a blank between, before and after them. */
  readonly line: string;
  readonly glued: string;
}

const kept = new Map<string, HeadingWords>();
/** The same headings are read again and again while a table is looked at. */
const most = 5_000;

/** The words of a heading that carry meaning, reduced so that spellings of one word agree: `unité.de.compte`, `msCode`. */
export function headingWords(text: string): HeadingWords {
  const known = kept.get(text);
  if (known) return known;
  const words = text
    .replace(/(\p{L})-\s*(?=\p{Ll})/gu, '$1')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}%‰€$]+/u)
    .map(wordKey)
    .filter((word) => word !== '' && !fillers.has(word));
  const found = { count: words.length, line: ` ${words.join(' ')} `, glued: words.join('') };
  if (kept.size >= most) kept.clear();
  kept.set(text, found);
  return found;
}

/** Letters that a term must have to be found inside a longer word. */
const inside = 7;

/** How much of a heading a term explains: 1 the whole, from 0.6 a part of its words, 0 nothing. */
export function termFit(heading: HeadingWords, term: HeadingWords): number {
  if (term.count === 0 || heading.count === 0 || term.glued.length > heading.glued.length) return 0;
  if (heading.glued === term.glued) return 1;
  if (heading.line.includes(term.line)) return 0.6 + (0.3 * term.count) / heading.count;
  return term.glued.length >= inside && heading.glued.includes(term.glued) ? 0.55 : 0;
}

const keyEnd =
  /(?<!\p{L})(?:nr|nummer|numéro|code|id|kennziffer|schl(?:ü|ue)ssel(?:zahl)?)$|\p{L}(?:nummer|schl(?:ü|ue)ssel)$|^C\d{5}V\d{5}$|^TLIST\(|^(?:CD|COD|CODE|ID)[ ]/iu;

/** Whether a heading is one of keys: by its last word, or as PxStat (the offices of Ireland and Northern Ireland) names its codes. */
export function headsKeys(heading: string): boolean {
  return keyEnd.test(
    heading
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[_.]/gu, ' ')
      .trim(),
  );
}

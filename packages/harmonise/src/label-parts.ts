/** A label taken apart. */
export interface LabelParts {
  /** As it stands in the file. */
  readonly label: string;
  /** Without numbering and footnote marks. */
  readonly text: string;
  /** "3.1.1", "730000", or null. */
  readonly numbering: string | null;
  /** "*", "1)", or null. */
  readonly footnote: string | null;
  /** The text without what stands in brackets. */
  readonly core: string;
  /** What stands in brackets, outermost pairs only. */
  readonly brackets: readonly string[];
}

// A class number before a word. A locant before a chemical name has a hyphen and no blank ("4-FA", "3,4-MDP-2-P").
const numbered =
  /^\s*((?:\d{1,3}(?:\.\d{1,3})*[.):]?|\d{4,6}|[A-Z]{1,2}\d{2,5}|[A-Za-z][.)])\*{0,4})\s*[-–:]?\s+(?=[\p{L}"“„«(])/u;
const footnoted = /(?:\s*[*†‡§]+|[¹²³⁰⁴-⁹]+|\s*\(\d{1,2}\)|\s\d{1,2}\))\s*$/u;
const bracketed = /\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^[\]]*)\]/gu;

/**
 * Takes a label apart into numbering, text, what stands in brackets, and footnote marks. Units keep their numbers,
 * because "10 g" is not a gram.
 */
export function labelParts(
  label: string,
  { numbers = true }: { readonly numbers?: boolean } = {},
): LabelParts {
  const numbering = numbers ? (numbered.exec(label) ?? null) : null;
  const unnumbered = numbering ? label.slice(numbering[0].length) : label;
  const mark = footnoted.exec(unnumbered);
  const text = (mark ? unnumbered.slice(0, mark.index) : unnumbered).trim();
  const brackets = [...text.matchAll(bracketed)]
    .map(([, round, square]) => (round ?? square ?? '').trim())
    .filter((part) => part !== '');
  const core = text.replace(bracketed, ' ').replace(/\s+/g, ' ').trim();
  return {
    label,
    text,
    numbering: numbering?.[1] ?? null,
    footnote: mark?.[0].trim() ?? null,
    core: core === '' ? text : core,
    brackets: core === '' ? [] : brackets,
  };
}

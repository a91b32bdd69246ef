import { inEach, inFour, shownText, type Text } from '@samenbeeld/schema';
import {
  type Block,
  type BoxBlock,
  type Column,
  type Figure,
  type ListBlock,
  type ParagraphBlock,
  sameText,
  type TableBlock,
  type Words,
} from './document.ts';

/** Words in four languages, or in the one of the reader. */
export type Said = string | Text;

const textOf = (said: Said): Text => (typeof said === 'string' ? sameText(said) : said);

/** Words in one line: what a file holds is shown, never obeyed. */
export function inLine(said: Said): Text {
  const text = textOf(said);
  return inEach((language) => shownText(text[language]));
}

/** Words as they stand: no brace in them names a figure. */
const asSaid = (said: Said): Words => ({
  text: sameText('{said}'),
  figures: { said: { shown: textOf(said) } },
});

/** A paragraph. */
export const paragraph = (said: Said): ParagraphBlock => ({ kind: 'paragraph', ...asSaid(said) });

/** A list; nothing where it is empty. */
export function list(items: readonly Said[]): readonly ListBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items: items.map(asSaid) }];
}

/** What opens on a click; nothing where it is empty. */
export function folded(title: Said, blocks: readonly Block[]): readonly BoxBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'box', title: textOf(title), folded: true, blocks }];
}

/** A cell of a table: words, or words with the number that they are sorted by. */
export type Cell = Said | Figure;

function figureOf(cell: Cell): Figure {
  return typeof cell === 'object' && 'shown' in cell ? cell : { shown: textOf(cell) };
}

/** A table under its caption; of each column what it holds and its heading. Rows after the first `most` are counted. */
export function table(
  caption: Said,
  columns: readonly (readonly [kind: Column['kind'], heading: Said])[],
  rows: readonly (readonly Cell[])[],
  notes: readonly Said[] = [],
  most: number = rows.length,
): TableBlock {
  const left = rows.length - most;
  const rest = inFour(
    '{n:nog # rij|nog # rijen}, niet getoond',
    '{n:Une autre ligne, non affichée|# autres lignes, non affichées}',
    '{n:Eine weitere Zeile|# weitere Zeilen}, nicht gezeigt',
    '{n:# more row|# more rows}, not shown',
    { n: left },
  );
  return {
    kind: 'table',
    caption: textOf(caption),
    columns: columns.map(([kind, heading]) => ({ kind, label: textOf(heading) })),
    rows: rows.slice(0, most).map((row) => row.map(figureOf)),
    notes: [...(left > 0 ? [rest] : []), ...notes.map(textOf)],
  };
}

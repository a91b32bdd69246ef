import {
  confidences,
  formatNumber,
  type Language,
  ownValue,
  quoted,
  sevenDigits,
  type Text,
  typeset,
  withheldIn,
} from '@samenbeeld/schema';
import type { Block, Figure, ListItem, TableBlock, Words } from './document.ts';
import { framesLine } from './frames.ts';
import { notAddedTable } from './not-added-table.ts';
import { hanging, wrap } from './text-lines.ts';
import { markWords, words } from './words.ts';

/** How a page is shown as lines of text. */
export interface TerminalOptions {
  readonly language: Language;
  /** Characters in a line; what is wider is folded. Nothing is folded where it is left out. */
  readonly width?: number | undefined;
  /** Characters in a line of running words; as wide as a table unless said otherwise. */
  readonly prose?: number | undefined;
}

/** A text as its language sets it, so that no line breaks where it leaves no blank. */
const set = (text: Text, language: Language): string => typeset(text[language], language);
const inLine = (text: Text | undefined, language: Language): string =>
  text ? set(text, language) : '';

const widthOf = (line: string): number => [...line].length;

/** A figure in words, with its mark in words where it does not say it. */
function shownOf({ shown, mark, language: own }: Figure, language: Language): string {
  const isQuoted = own !== undefined && own !== language;
  const said = isQuoted ? withheldIn(shown[language], language) : set(shown, language);
  // A figure that was reported needs no word for it.
  const word = mark && mark !== 'reported' && set(markWords[mark].text, language);
  // What is quoted already, as remarks are, is not quoted twice.
  const isOfOthers = isQuoted && !/^["“„«]/u.test(said);
  const shownAs = isOfOthers ? quoted(said)[language] : said;
  return word && !said.includes(word) ? `${shownAs} (${word})` : shownAs;
}

/** Words of a block in lines: where it ends a line, the line ends. */
const folded = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((line) => wrap(line, width));

/** The same behind a label, its further lines set below its first. */
function hung(label: string, text: string, width: number): readonly string[] {
  const [first = '', ...rest] = text.split('\n');
  const indent = ' '.repeat(widthOf(label));
  return [...hanging(label, first, width), ...rest.flatMap((line) => hanging(indent, line, width))];
}

/** Running words, with each `{name}` as its figure says it. */
function wordsOf({ text, figures }: Words, language: Language): string {
  return set(text, language).replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const figure = ownValue(figures ?? {}, name);
    return figure ? shownOf(figure, language) : whole;
  });
}

interface Column {
  /** The heading by itself, and as lines over the column. */
  readonly name: string;
  readonly head: readonly string[];
  readonly cells: readonly string[];
  readonly isNumber: boolean;
  readonly natural: number;
  readonly least: number;
}

const gap = 2;
/** A column of words is not folded to less. */
const narrowest = 12;

const longestWord = (texts: readonly string[]): number =>
  Math.max(0, ...texts.flatMap((text) => text.split(/[ \n]+/u).map(widthOf)));

function columnOf(
  head: readonly string[],
  cells: readonly string[],
  isNumber: boolean,
  name: string = head.join(' '),
): Column {
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.flatMap((text) => text.split('\n')).map(widthOf));
  const natural = widest([...head, ...cells]);
  const least = isNumber
    ? Math.max(longestWord(head), widest(cells))
    : Math.min(natural, Math.max(narrowest, longestWord([...head, ...cells])));
  return { name, head, cells, isNumber, natural, least };
}

/** How wide each column is, so that the whole fits; null where it cannot. */
function widthsOf(columns: readonly Column[], width: number): readonly number[] | null {
  const room = width - gap * (columns.length - 1);
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  if (least > room) return null;
  let left = room - least;
  // What narrow columns still want comes first, so that one long column takes what is over.
  const wants = columns
    .map(({ natural, least: own }, at) => ({ at, want: natural - own }))
    .sort((a, b) => a.want - b.want);
  const widths = columns.map((column) => column.least);
  wants.forEach(({ at, want }, done) => {
    const given = Math.min(want, Math.floor(left / (wants.length - done)));
    widths[at] = (widths[at] ?? 0) + given;
    left -= given;
  });
  return widths;
}

/** Cells of one row, each folded into its column. */
function rowLines(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
): readonly string[] {
  const parts = cells.map((cell, at) => folded(cell, widths[at] ?? 0));
  const height = Math.max(1, ...parts.map((part) => part.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ isNumber }, at) => {
        const cell = parts[at]?.[line] ?? '';
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
        return isNumber ? space + cell : cell + space;
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function headLines(columns: readonly Column[], widths: readonly number[]): readonly string[] {
  return [0, 1]
    .map((line) => columns.map(({ head }) => head[line] ?? ''))
    .filter((row) => row.some((cell) => cell !== ''))
    .flatMap((row) => rowLines(row, columns, widths));
}

/** A column of long words wants so much room. */
const roomy = 36;

/** The column of the longest words, where it would make a row of many lines: it stands under the row instead; else -1. */
function crampedIn(columns: readonly Column[], widths: readonly number[]): number {
  const natural = columns.map((column, at) => (column.isNumber || at === 0 ? 0 : column.natural));
  const at = natural.indexOf(Math.max(...natural));
  return (widths[at] ?? 0) < Math.min(natural[at] ?? 0, roomy) ? at : -1;
}

/** A table that fits; else each row as lines of "heading: cell". */
function gridLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  language: Language,
  width: number,
): readonly string[] {
  const widths = widthsOf(columns, width);
  const at = widths && columns.length > 2 ? crampedIn(columns, widths) : -1;
  if (at >= 0) {
    const without = <T>(cells: readonly T[]): readonly T[] => cells.toSpliced(at, 1);
    const others = without(columns);
    const fitting = widthsOf(others, width);
    const under = (cell = ''): readonly string[] =>
      cell === '' || cell === '–' ? [] : hung('    ', cell, width);
    if (fitting)
      return [
        ...headLines(others, fitting),
        ...under(columns[at]?.name),
        ...rows.flatMap((row) => [...rowLines(without(row), others, fitting), ...under(row[at])]),
      ];
  }
  if (widths) {
    return [
      ...headLines(columns, widths),
      ...rows.flatMap((row) => rowLines(row, columns, widths)),
    ];
  }
  return rows.flatMap((row) =>
    row.flatMap((cell, at) => {
      if (cell === '') return [];
      return at === 0
        ? folded(cell, width)
        : hung(`  ${typeset(`${columns[at]?.name}:`, language)} `, cell, width);
    }),
  );
}

const letter = (at: number): string => String.fromCodePoint(97 + (at % 26));

function tableLines(table: TableBlock, language: Language, width: number): readonly string[] {
  const notes: string[] = [];
  const cell = (figure: Figure): string => {
    const shown = shownOf(figure, language);
    if (!figure.note) return shown;
    const note = set(figure.note, language);
    if (!notes.includes(note)) notes.push(note);
    return `${shown} [${letter(notes.indexOf(note))}]`;
  };
  const rows = table.rows.map((row) => row.map(cell));
  const grouped = table.columns.some(({ group }) => group);
  const groupAt = (at: number): string => inLine(table.columns[at]?.group, language);
  const columns = table.columns.map(({ label, kind }, at) =>
    columnOf(
      // The heading of several columns stands over the first of them.
      grouped
        ? [at > 0 && groupAt(at) === groupAt(at - 1) ? '' : groupAt(at), set(label, language)]
        : [set(label, language)],
      rows.map((row) => row[at] ?? ''),
      kind === 'number',
      [groupAt(at), set(label, language)].filter(Boolean).join(' '),
    ),
  );
  const general = (table.notes ?? []).map((note) => set(note, language));
  return [
    ...folded(set(table.caption, language), width),
    ...gridLines(columns, rows, language, width - 2).map((line) => `  ${line}`),
    ...notes.flatMap((note, at) => hung(`  [${letter(at)}] `, note, width)),
    ...general.flatMap((note) => hung('  * ', note, width)),
  ];
}

/** A drawing in words: what it shows, how it reads, and the numbers behind it. */
function chartLines(
  { draw, kind }: Extract<Block, { readonly kind: 'chart' | 'map' }>,
  language: Language,
  width: number,
): readonly string[] {
  const { title, caption, table } = draw({ language });
  const shown = (value: string | number | null): string =>
    typeof value === 'number' ? formatNumber(sevenDigits(value), language) : (value ?? '–');
  const rows = table.rows.map((row) => row.map(shown));
  const columns = table.columns.map((head, at) =>
    columnOf(
      [head],
      rows.map((row) => row[at] ?? ''),
      at > 0 && table.rows.some((row) => typeof row[at] === 'number'),
    ),
  );
  return [
    ...folded(typeset(title, language), width),
    ...(kind === 'map'
      ? []
      : gridLines(columns, rows, language, width - 2).map((line) => `  ${line}`)),
    ...folded(typeset(caption, language), width - 2).map((line) => `  ${line}`),
  ];
}

function underLines(
  { under = [] }: ListItem,
  language: Language,
  width: number,
  indent: string,
): readonly string[] {
  return under.flatMap((item) => [
    ...hung(indent, wordsOf(item, language), width),
    ...underLines(item, language, width, `${indent}    `),
  ]);
}

function blockLines(
  block: Block,
  language: Language,
  width: number,
  prose: number,
): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return folded(set(block.text, language), prose);
    case 'paragraph':
      return folded(wordsOf(block, language), prose);
    case 'list':
      return block.items.flatMap((item, at) => [
        ...hung(block.ordered ? `${at + 1}. ` : '- ', wordsOf(item, language), prose),
        ...underLines(item, language, prose, '    '),
      ]);
    case 'finding': {
      const sure = typeset(
        `${words.confidence[language]}: ${confidences.label(block.confidence, language)}.`,
        language,
      );
      const basis = block.basis ? ` ${set(block.basis, language)}` : '';
      const frames = typeset(framesLine(block, language), language);
      return [
        ...(block.title[language]
          ? [
              ...folded(set(block.title, language), prose),
              ...folded(wordsOf(block, language), prose - 2).map((line) => `  ${line}`),
            ]
          : folded(wordsOf(block, language), prose)),
        ...folded(`${sure}${basis}`, prose - 2).map((line) => `  ${line}`),
        ...(frames ? folded(frames, prose - 2).map((line) => `  ${line}`) : []),
      ];
    }
    case 'figure': {
      const note = block.note ? [set(block.note, language)] : [];
      return [
        `${typeset(`${block.label[language]}:`, language)} ${shownOf(block.figure, language)}`,
        ...note.flatMap((text) => folded(text, prose - 2).map((line) => `  ${line}`)),
      ];
    }
    case 'table':
      return tableLines(block, language, width);
    case 'chart':
    case 'map':
      return chartLines(block, language, width);
    case 'not-added':
      return tableLines(notAddedTable(block), language, width);
    case 'box':
      return [
        ...folded(set(block.title, language), prose),
        ...renderTerminal(block.blocks, { language, width: width - 2, prose: prose - 2 }).map(
          (line) => (line === '' ? '' : `  ${line}`),
        ),
      ];
  }
}

/**
 * Blocks as lines of text, in the words of the page: tables folded into the width, drawings by the numbers behind them.
 *
 * @example
 * ```ts
 * import { renderTerminal, sameText } from '@samenbeeld/page';
 * renderTerminal([{ kind: 'heading', text: sameText('4,157 kg') }], { language: 'nl' }) // => ['4,157 kg']
 * ```
 */
export function renderTerminal(
  blocks: readonly Block[],
  { language, width = Number.POSITIVE_INFINITY, prose = width }: TerminalOptions,
): readonly string[] {
  // What stands under a heading follows it at once.
  return blocks.flatMap((block, at) => [
    ...(at === 0 || blocks[at - 1]?.kind === 'heading' ? [] : ['']),
    ...blockLines(block, language, width, prose),
  ]);
}

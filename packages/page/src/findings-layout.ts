import type { Language } from '@samenbeeld/schema';
import type { FindingBlock } from './document.ts';
import type { DrawnCharts } from './draw-charts.ts';
import { framesLine } from './frames.ts';

/** How many of the columns of a page a finding takes, and how many rows it stands beside. */
interface Placed {
  readonly columns: 1 | 2 | 3;
  readonly rows: 1 | 2 | 3;
}

/** The mean width of a letter and the height of a line, in pixels. */
type Type = readonly [letter: number, line: number];

/** How the first finding and the others are set: their letters, and how wide their drawing is. */
interface Setting {
  readonly title: Type;
  readonly text: Type;
  readonly drawing: number;
}

/** What findings are laid out on, in pixels: its columns, the room between and within, the letters, and what may stand beside each other. */
interface Page {
  readonly columns: 2 | 3;
  readonly column: number;
  readonly between: number;
  readonly padding: number;
  /** The room around a drawing, with the line that opens its numbers where there is one. */
  readonly around: number;
  readonly first: Setting;
  readonly other: Setting;
  readonly sure: Type;
  /** Findings that may stand beside each other, each with its columns; the last of them perhaps several below one another. */
  readonly rows: readonly (readonly Placed[])[];
}

const flat = (row: readonly (1 | 2 | 3)[]): readonly Placed[] =>
  row.map((columns) => ({ columns, rows: 1 }));

/** A high finding, with two or three others below one another beside it. */
const stacked = ([2, 3] as const).flatMap((rows) =>
  ([1, 2] as const).map((columns): readonly Placed[] => [
    { columns: columns === 1 ? 2 : 1, rows },
    ...Array.from({ length: rows }, () => ({ columns, rows: 1 as const })),
  ]),
);

const screen: Page = {
  columns: 3,
  column: 320,
  between: 40,
  padding: 33,
  around: 40,
  first: { title: [15.5, 31], text: [9.8, 29], drawing: 320 },
  other: { title: [11.5, 25], text: [8.6, 25.5], drawing: 320 },
  sure: [7, 19],
  rows: [flat([3]), flat([1, 1, 1]), flat([2, 1]), flat([1, 2]), ...stacked],
};

/** A4, as the short form and the printed report have it. */
const paper: Page = {
  columns: 2,
  column: 323,
  between: 18,
  padding: 9,
  around: 3,
  first: { title: [10.9, 23], text: [6.9, 17.3], drawing: 270 },
  other: { title: [8.6, 19], text: [5.7, 14.7], drawing: 190 },
  sure: [5.3, 13.6],
  rows: [flat([2]), flat([1, 1])],
};

/** A finding as it is set: how high its words are in a line of so many pixels, and how high its drawing is. */
interface Card {
  words(width: number): number;
  readonly drawing: number;
}

const widthOf = (columns: number, { column, between }: Page): number =>
  columns * column + (columns - 1) * between;

/** Pixels of some words: their number of lines. */
function linesOf(words: string, [letter, line]: Type, width: number): number {
  return words === '' ? 0 : Math.ceil((words.length * letter) / width) * line;
}

function cardOf(
  block: FindingBlock,
  setting: Setting,
  page: Page,
  { language, charts }: { readonly language: Language; readonly charts: DrawnCharts },
): Card {
  const sure = `●●● ${block.basis?.[language] ?? ''} ${framesLine(block, language)}`.padEnd(30);
  const [, width, height] =
    /viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/u.exec(charts.get(block)?.narrow ?? '') ?? [];
  return {
    words: (line) =>
      linesOf(block.title[language], setting.title, line) +
      linesOf(block.text[language], setting.text, line) +
      linesOf(sure, page.sure, line),
    drawing: height ? (Number(height) * setting.drawing) / Number(width) + page.around : 0,
  };
}

/** The height of a finding, and the paper that it leaves white within. */
function heightOf(
  { words, drawing }: Card,
  columns: number,
  page: Page,
): { high: number; white: number } {
  const beside = drawing > 0 && columns > 1;
  const said = words(widthOf(beside ? columns - 1 : columns, page));
  if (!beside) {
    // A line over the whole page is long to read.
    const white = columns === page.columns ? 30 * widthOf(columns, page) : 0;
    return { high: said + drawing + page.padding, white };
  }
  const left = said - drawing;
  return {
    high: Math.max(said, drawing) + page.padding,
    white: left > 0 ? left * page.column : -left * widthOf(columns - 1, page),
  };
}

/** How much the white paper of one row is to be shunned: one large hole more than many small ones. */
function whiteOf(cards: readonly Card[], row: readonly Placed[], page: Page): number {
  const set = cards.map((card, at) => heightOf(card, row[at]?.columns ?? 1, page));
  const isStacked = (row[0]?.rows ?? 1) > 1;
  const stack = set.slice(1).reduce((sum, { high }) => sum + high, 0);
  const end = Math.max(isStacked ? stack : 0, ...set.map(({ high }) => high));
  const holes = set.map(({ high, white }, at) => {
    const isAbove = isStacked && at > 0 && at < set.length - 1;
    const below = isAbove ? 0 : end - (isStacked && at > 0 ? stack : high);
    return white + below * widthOf(row[at]?.columns ?? 1, page);
  });
  return holes.reduce((sum, hole) => sum + hole ** 1.3, 0);
}

/**
 * Where findings stand on a screen of three columns or a sheet of paper of two, in their order, so that the least of it stays
 * white: beside each other, over several columns with the drawing beside the words, or, on the screen, several below one
 * another beside a high one. On paper the first takes the whole width.
 */
export function layOutFindings(
  blocks: readonly FindingBlock[],
  edition: { readonly language: Language; readonly charts: DrawnCharts },
  on: 'screen' | 'paper',
): readonly Placed[] {
  const page = { screen, paper }[on];
  const cards = blocks.map((block, at) =>
    cardOf(block, at === 0 ? page.first : page.other, page, edition),
  );
  let best: readonly { readonly white: number; readonly placed: readonly Placed[] }[] = [
    { white: 0, placed: [] },
  ];
  for (let n = 1; n <= cards.length; n += 1) {
    const ways = page.rows.flatMap((row) => {
      const before = best[n - row.length];
      const isLed = on === 'screen' || n > row.length || row.length === 1;
      if (!before || !isLed) return [];
      const white = before.white + whiteOf(cards.slice(n - row.length, n), row, page);
      return [{ white, placed: [...before.placed, ...row] }];
    });
    const least = ways.reduce((a, b) => (b.white < a.white ? b : a), ways[0] as (typeof ways)[0]);
    best = [...best, least];
  }
  return best.at(-1)?.placed ?? [];
}

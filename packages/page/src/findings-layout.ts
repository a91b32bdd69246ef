import type { Language } from '@samenbeeld/schema';
import type { FindingBlock } from './document.ts';
import type { DrawnCharts } from './draw-charts.ts';
import { framesLine } from './frames.ts';

/** How many of the three columns of a page a finding takes, and how many rows it stands beside. */
interface Placed {
  readonly columns: 1 | 2 | 3;
  readonly rows: 1 | 2 | 3;
}

/** A finding as it is set: how high its words are in a line of so many pixels, and how high its drawing is. */
interface Card {
  words(width: number): number;
  readonly drawing: number;
}

/** Three columns and the room between them, in pixels. */
const column = 320;
const between = 40;
const padding = 33;

const widthOf = (columns: number): number => columns * column + (columns - 1) * between;

/** Pixels of some words: their number of lines, by the mean width of a letter. */
function linesOf(words: string, letter: number, line: number, width: number): number {
  return words === '' ? 0 : Math.ceil((words.length * letter) / width) * line;
}

function cardOf(
  block: FindingBlock,
  at: number,
  { language, charts }: { readonly language: Language; readonly charts: DrawnCharts },
): Card {
  const isFirst = at === 0;
  const sure = `●●● ${block.basis?.[language] ?? ''} ${framesLine(block, language)}`.padEnd(30);
  const [, width, height] =
    /viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/u.exec(charts.get(block)?.narrow ?? '') ?? [];
  return {
    words: (width) =>
      linesOf(block.title[language], isFirst ? 15.5 : 11.5, isFirst ? 31 : 25, width) +
      linesOf(block.text[language], isFirst ? 9.8 : 8.6, isFirst ? 29 : 25.5, width) +
      linesOf(sure, 7, 19, width),
    drawing: height ? (Number(height) * column) / Number(width) + 40 : 0,
  };
}

/** The height of a finding, and the paper that it leaves white within. */
function heightOf({ words, drawing }: Card, columns: number): { high: number; white: number } {
  const beside = drawing > 0 && columns > 1;
  const said = words(widthOf(beside ? columns - 1 : columns));
  if (!beside) {
    // A line over the whole page is long to read.
    const white = columns === 3 ? 30 * widthOf(3) : 0;
    return { high: said + drawing + padding, white };
  }
  const left = said - drawing;
  return {
    high: Math.max(said, drawing) + padding,
    white: left > 0 ? left * column : -left * widthOf(columns - 1),
  };
}

/** Findings that stand beside each other: each a column of the page, the last of them perhaps several below one another. */
const rows: readonly (readonly Placed[])[] = [
  [{ columns: 3, rows: 1 }],
  ...(
    [
      [1, 1, 1],
      [2, 1],
      [1, 2],
    ] as const
  ).map((row) => row.map((columns) => ({ columns, rows: 1 as const }))),
  ...([2, 3] as const).flatMap((rows) =>
    ([1, 2] as const).map((columns): readonly Placed[] => [
      { columns: columns === 1 ? 2 : 1, rows },
      ...Array.from({ length: rows }, () => ({ columns, rows: 1 as const })),
    ]),
  ),
];

/** How much the white paper of one row is to be shunned: one large hole more than many small ones. */
function whiteOf(cards: readonly Card[], row: readonly Placed[]): number {
  const set = cards.map((card, at) => heightOf(card, row[at]?.columns ?? 1));
  const isStacked = (row[0]?.rows ?? 1) > 1;
  const stack = set.slice(1).reduce((sum, { high }) => sum + high, 0);
  const end = Math.max(isStacked ? stack : 0, ...set.map(({ high }) => high));
  const holes = set.map(({ high, white }, at) => {
    const isAbove = isStacked && at > 0 && at < set.length - 1;
    const below = isAbove ? 0 : end - (isStacked && at > 0 ? stack : high);
    return white + below * widthOf(row[at]?.columns ?? 1);
  });
  return holes.reduce((sum, hole) => sum + hole ** 1.3, 0);
}

/**
 * Where findings stand on a page of three columns, in their order, so that the least paper stays white: beside each
 * other, over several columns with the drawing beside the words, or several below one another beside a high one.
 */
export function layOutFindings(
  blocks: readonly FindingBlock[],
  edition: { readonly language: Language; readonly charts: DrawnCharts },
): readonly Placed[] {
  const cards = blocks.map((block, at) => cardOf(block, at, edition));
  let best: readonly { readonly white: number; readonly placed: readonly Placed[] }[] = [
    { white: 0, placed: [] },
  ];
  for (let n = 1; n <= cards.length; n += 1) {
    const ways = rows.flatMap((row) => {
      const before = best[n - row.length];
      if (!before) return [];
      const white = before.white + whiteOf(cards.slice(n - row.length, n), row);
      return [{ white, placed: [...before.placed, ...row] }];
    });
    const least = ways.reduce((a, b) => (b.white < a.white ? b : a), ways[0] as (typeof ways)[0]);
    best = [...best, least];
  }
  return best.at(-1)?.placed ?? [];
}

import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions, ChartTable } from '../chart.ts';
import { chart, isNarrow, type LegendEntry, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { type Layers, mark, rimmed, when } from './marks.ts';
import { marginWords } from './plot.ts';

/** A row: its name, and its figures in words. */
export interface NamedRow {
  readonly name: string;
  readonly words?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  /** Stands above the first of all rows that have it. */
  readonly group?: string | undefined;
}

/** A row in pixels: the lines of its name, the middle of what is drawn of it, and where it ends. */
interface PlacedRow {
  readonly lines: readonly string[];
  readonly words: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly heading: boolean;
  readonly labelY: number;
  readonly wordsY: number;
  readonly y: number;
  readonly bottom: number;
}

/** A drawing area of rows below each other; `rows` are those given, in their order. */
export interface RowPlot {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly rows: readonly PlacedRow[];
}

/** A chart of rows as what it is made of. */
export interface RowComposition {
  readonly title: Text;
  /** Sentences below the chart. */
  readonly says: readonly (Text | false | null | undefined)[];
  readonly table: ChartTable;
  readonly rows: readonly NamedRow[];
  /** Pixels of a row with a name of one line; 32. */
  readonly height?: number;
  /** Pixels on both sides of the drawing area for words at the ends of bars. */
  readonly beside?: number;
  /** Pixels right of the drawing area; without it what the words need. */
  readonly right?: number | undefined;
  /** Pixels that names take at most on a page; 216. */
  readonly names?: number;
  /** Pixels above the rows; 14. */
  readonly top?: number;
  readonly unit?: string | undefined;
  readonly legend?: readonly LegendEntry[];
  readonly draw: (plot: RowPlot) => {
    readonly ticks: readonly { readonly x: number; readonly label: string }[];
    readonly layers: Layers;
  };
}

/** Letter size at which room is reckoned, for fonts that run wide: bold letters take more room. */
const reckoned = ({ bold }: NamedRow): number => (bold ? 15 : 13);

const lineHeight = 14;

/** Rows below each other; on a narrow page names stand above what is drawn. */
function placeRows(
  rows: readonly NamedRow[],
  room: (row: NamedRow) => number,
  on: { readonly narrow: boolean; readonly whole: number; readonly height: number },
): readonly PlacedRow[] {
  const { narrow, whole, height } = on;
  let top = 0;
  return rows.flatMap((row, index) => {
    const { name, words = '', bold = false, italic = false, group = '' } = row;
    const placed: PlacedRow[] = [];
    if (group !== '' && group !== rows[index - 1]?.group) {
      const lines = breakLines(group, whole, reckoned({ name: group, bold: true }));
      const y = top + (index === 0 ? 10 : 18);
      top = y + 12 + lineHeight * (lines.length - 1);
      const at = { y, labelY: y, wordsY: y, bottom: top };
      placed.push({ lines, words: '', bold: true, italic: false, heading: true, ...at });
    }
    const lines = breakLines(name, room(row), reckoned(row));
    const more = lineHeight * (lines.length - 1);
    const tall = narrow ? height + lineHeight + more : Math.max(height, more + 20);
    const y = narrow ? top + lineHeight + more + height / 2 : top + tall / 2;
    const labelY = narrow ? top + 12 : y - more / 2;
    top += tall;
    const at = { y, labelY, wordsY: narrow ? labelY : y, bottom: top };
    placed.push({ lines, words, bold, italic, heading: false, ...at });
    return placed;
  });
}

/** Draws rows with their names and words on a common axis across. */
export function rowPlot(options: ChartOptions, composition: RowComposition): Chart {
  const { rows, height: rowHeight = 32, beside, unit = '' } = composition;
  const narrow = isNarrow(options);
  const whole = widthFor(options);
  const wordsRoom = (row: NamedRow): number => widthOf(row.words ?? '', 13);
  const widest = Math.max(30, ...rows.map((row) => widthOf(row.name, reckoned(row))));
  const names = narrow ? 0 : Math.min(widest, composition.names ?? 216) + 16;
  const left = names + (beside ?? (narrow ? 16 : 0));
  const words = narrow ? 22 : Math.max(30, ...rows.map(wordsRoom)) + 18;
  const right = composition.right ?? beside ?? words;
  const width = whole - left - right;
  const room = (row: NamedRow): number =>
    narrow ? whole - (row.words ? wordsRoom(row) + 12 : 4) : names - 15;
  const placed = placeRows(rows, room, { narrow, whole, height: rowHeight });
  const height = placed.at(-1)?.bottom ?? 0;
  const own = placed.filter(({ heading }) => !heading);
  const { ticks, layers } = composition.draw({ narrow, width, height, right, rows: own });
  const labels = placed.map((row) => {
    const isLeft = narrow || row.heading;
    return { ...row, lines: [...row.lines], isLeft, x: isLeft ? -left : names - left - 12 };
  });
  const figures = own.map((row) => ({ words: row.words, y: row.wordsY }));
  const grey = palette.grey;
  return chart(options, {
    title: composition.title,
    says: composition.says,
    table: composition.table,
    layer: [
      mark('rule', ticks, { x: 'x', y: 0, y2: height, color: palette.rule }),
      mark('text', ticks, { x: 'x', y: height + 14, text: 'label', color: grey }),
      ...marginWords(unit, width + (beside ?? 0), height + 32, 'right'),
      ...layers,
      ...rimmed(labels, {
        ...{ x: 'x', y: 'labelY', text: 'lines', lineHeight },
        align: when('isLeft', 'left', 'right'),
        fontWeight: when('bold', 'bold', 'normal'),
        fontStyle: when('italic', 'italic', 'normal'),
      }),
      ...rimmed(figures, {
        ...{ x: narrow ? width + right : width + 14, y: 'y', text: 'words', color: grey },
        align: narrow ? 'right' : 'left',
      }),
    ],
    height,
    left,
    right,
    top: composition.top ?? 14,
    legend: composition.legend,
    bottom: unit === '' ? 26 : 42,
  });
}

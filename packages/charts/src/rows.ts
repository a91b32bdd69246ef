import { widthOf } from './lines.ts';
import { steps } from './numbers.ts';

/** How sure a row is; each state has a shape of its own, so that colour is never needed. */
type RowState = 'reported' | 'undecided' | 'floor' | 'absorbed' | 'none';

/** One row of a chart of intervals: a label, a range on the common axis, and words beside it. */
export interface Row {
  readonly row: string;
  /** In lines, where it needs more than one. */
  readonly name: string | readonly string[];
  readonly lowest: number | null;
  readonly likely: number | null;
  /** null has no upper end. */
  readonly highest: number | null;
  /** Whether the true value may lie beyond `highest`. */
  readonly open: boolean;
  readonly state: RowState;
  readonly words: string;
}

/** Words of a row in 12-pixel letters need this many pixels. */
function roomFor(row: Row): number {
  return row.state === 'none' ? 0 : widthOf(row.words, 12) + 4;
}

/** Pixels between the end of a row's mark and its words. */
export function gapAfter(row: Pick<Row, 'state' | 'open'>): number {
  if (row.state === 'none') return 0;
  return row.open ? (row.state === 'undecided' ? 42 : 36) : 12;
}

/** The common axis: how far it goes, its printed values, and on which side of its mark each row's words stand. */
export interface RowAxis {
  readonly reach: number;
  readonly values: readonly number[];
  readonly unit: string;
  /** Pixels below the rows: a unit that is a word stands under the last value, on a line of its own. */
  readonly room: number;
  readonly sides: readonly ('left' | 'right')[];
}

/** The side on which a row's words fit at this reach, or null. */
function sideFor(row: Row, reach: number, width: number, either: boolean): 'left' | 'right' | null {
  const needed = roomFor(row);
  const start = ((row.lowest ?? 0) / reach) * width;
  const end = ((row.highest ?? row.lowest ?? 0) / reach) * width;
  if (end + gapAfter(row) + needed <= width) return 'right';
  return either && start - 10 - needed >= 0 ? 'left' : null;
}

/** Round values up to `most` whose labels have room on an axis of `width` pixels that goes to `reach`. */
export function ticksFor(most: number, reach: number, width: number): readonly number[] {
  const count = Math.max(1, Math.floor((width * most) / reach / 58));
  const values = steps(most, count).filter((value) => (value / reach) * width <= width - 28);
  if (values.some((value) => value > 0 && value <= most)) return values;
  const power = 10 ** Math.floor(Math.log10(most));
  return [
    0,
    Math.max(...[1, 2, 5].map((factor) => factor * power).filter((value) => value <= most)),
  ];
}

/** Whether a unit is a word; a sign (kg, €) stands beside its number. */
export function isWord(unit: string): boolean {
  return unit.length > 5;
}

/**
 * The shortest axis on which every row's words find room beside its mark; `either` also allows them before it,
 * which narrow pages need. A `fixed` reach is shared with other charts.
 */
export function rowAxis(
  rows: readonly Row[],
  width: number,
  unit: string,
  either = false,
  fixed: number | null = null,
): RowAxis {
  const most = Math.max(...rows.map((row) => row.highest ?? row.lowest ?? 0), 1);
  const open = rows.some((row) => row.open) ? 1.12 : 1.02;
  const reaches = Array.from({ length: 80 }, (_, step) => most * open * 1.02 ** step);
  const reach =
    fixed ??
    reaches.find((reach) => rows.every((row) => sideFor(row, reach, width, either) !== null)) ??
    most * 3;
  return {
    reach,
    values: ticksFor(most, reach, width),
    unit,
    room: isWord(unit) ? 40 : 26,
    sides: rows.map((row) => sideFor(row, reach, width, either) ?? 'right'),
  };
}

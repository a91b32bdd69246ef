import type { Language } from '@samenbeeld/schema';
import type { ReadColumn, ReadTable } from '../../read/table.ts';
import { isMark } from './missing-marks.ts';
import { type NumberShape, numberShape } from './number-shape.ts';
import { type TimeReading, timeReadings } from './time-shape.ts';

/** Counts of cells, over all rows. */
export interface ColumnProfile {
  readonly column: ReadColumn;
  readonly heading: string;
  readonly rows: number;
  /** Cells that hold something, missing marks included. */
  readonly filled: number;
  /** Cells by text, marks included, most frequent first; complete up to `manyValues`. */
  readonly values: ReadonlyMap<string, number>;
  /** Cells that hold a missing mark ("." ":" "k.A."). */
  readonly marks: ReadonlyMap<string, number>;
  /** Cells that are neither empty nor a mark. */
  readonly said: number;
  readonly numbers: NumberCounts;
  readonly times: ReadonlyMap<TimeReading, number>;
  /** Cells with letters that are no number with a flag. */
  readonly words: number;
  /** Mean length of what is said. */
  readonly length: number;
  /** Highest and lowest figure, where marks leave no doubt. */
  readonly least: number;
  readonly most: number;
}

/** How the cells of a column write numbers. */
export interface NumberCounts {
  readonly cells: number;
  readonly whole: number;
  readonly exponents: number;
  readonly percents: number;
  readonly ungrouped: number;
  readonly decimal: ReadonlyMap<string, number>;
  readonly group: ReadonlyMap<string, number>;
  readonly either: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
}

/** More texts than this are counted no further; each cell is still looked at. */
const manyValues = 20_000;

interface Look {
  readonly mark: boolean;
  readonly shape: NumberShape | null;
  readonly times: readonly TimeReading[];
  readonly letters: boolean;
}

const add = (counts: Map<string, number>, key: string | null): void => {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Looks at every cell of a column once; a text that returns is not looked at again. */
export function profileColumn(
  table: Pick<ReadTable, 'rows'>,
  column: ReadColumn,
  heading: string,
  language: Language | null,
): ColumnProfile {
  const looks = new Map<string, Look>();
  const values = new Map<string, number>();
  const marks = new Map<string, number>();
  const times = new Map<TimeReading, number>();
  const counts = { cells: 0, whole: 0, exponents: 0, percents: 0, ungrouped: 0 };
  const decimal = new Map<string, number>();
  const group = new Map<string, number>();
  const either = new Map<string, number>();
  const flags = new Map<string, number>();
  let filled = 0;
  let words = 0;
  let length = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of table.rows) {
    const text = row.cells[column.index]?.trim();
    if (!text) continue;
    filled++;
    if (values.has(text) || values.size < manyValues) add(values, text);
    let look = looks.get(text);
    if (!look) {
      look = lookAt(text, language);
      if (looks.size < manyValues) looks.set(text, look);
    }
    if (look.mark) {
      add(marks, text);
      continue;
    }
    length += text.length;
    if (look.letters) words++;
    for (const reading of look.times) add(times as Map<string, number>, reading);
    const { shape } = look;
    if (!shape) continue;
    counts.cells++;
    if (shape.whole) counts.whole++;
    if (shape.exponent) counts.exponents++;
    if (shape.percent) counts.percents++;
    if (shape.ungrouped) counts.ungrouped++;
    add(decimal, shape.decimal);
    add(group, shape.group);
    add(either, shape.either);
    add(flags, shape.flag);
    if (/^-?\d+(?:\.\d+)?$/.test(text)) {
      least = Math.min(least, Number(text));
      most = Math.max(most, Number(text));
    }
  }
  const said = filled - [...marks.values()].reduce((sum, count) => sum + count, 0);
  return {
    column,
    heading,
    rows: table.rows.length,
    filled,
    values: new Map([...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
    marks,
    said,
    numbers: { ...counts, decimal, group, either, flags },
    times,
    words,
    length: said > 0 ? length / said : 0,
    least,
    most,
  };
}

function lookAt(text: string, language: Language | null): Look {
  const mark = isMark(text);
  const shape = mark ? null : numberShape(text);
  const letters = shape === null && /\p{L}/u.test(text);
  return { mark, shape, letters, times: mark ? [] : timeReadings(text, language) };
}

/** Part of what a column says that is so, 0 to 1; 0 for a column that says nothing. */
export function shareOf({ said }: ColumnProfile, cells: number): number {
  return said > 0 ? cells / said : 0;
}

/** The texts that are no missing mark, most frequent first. */
export function labelsOf({ values, marks }: ColumnProfile): readonly string[] {
  return [...values.keys()].filter((text) => !marks.has(text));
}

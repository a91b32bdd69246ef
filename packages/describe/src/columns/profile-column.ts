import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import { figureOrNull, type Language, type WordedFigure } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { isMark } from './missing-marks.ts';
import { type NumberShape, numberShape } from './number-shape.ts';
import { type TimeReading, timeReadings } from './time-shape.ts';

const bareFigure = /^[\d.,'’\s]+$/u;

/** A figure with words or a unit, as the reader of quantities takes it; null for any other text, a bare figure too. */
export function wordedFigure(text: string, language: Language | undefined): WordedFigure | null {
  if (bareFigure.test(text) || !/\d/u.test(text) || text.length > 80) return null;
  // Which mark stands before decimals is settled by the column, so that either will do here.
  const marks = language === 'en' ? (['.', ','] as const) : ([',', '.'] as const);
  const [first, second] = marks.map((decimalChar) => ({
    ...(language && { language }),
    decimalChar,
  }));
  const found = figureOrNull(text, first) ?? figureOrNull(text, second);
  return found && (found.unit !== null || found.wordingPrinted !== null) ? found : null;
}

/** How the labels of a column are written: with their unit, with words, with both ("ca. 3 kg"), bare. */
interface QuantityLabels {
  readonly looked: number;
  /** Labels with a unit, words or both. */
  readonly told: number;
  readonly units: readonly string[];
  readonly worded: readonly string[];
  readonly bare: readonly string[];
}

/** Looks how the labels of a column are written. */
export function quantityLabels(profile: ColumnProfile, language?: Language): QuantityLabels {
  const texts = labelsOf(profile).slice(0, thresholds.labelsTried);
  const units: string[] = [];
  const worded: string[] = [];
  const bare: string[] = [];
  let told = 0;
  for (const text of texts) {
    if (bareFigure.test(text)) bare.push(text);
    const found = wordedFigure(text, language);
    if (!found) continue;
    told += 1;
    if (found.unit !== null) units.push(text);
    if (found.wordingPrinted !== null) worded.push(text);
  }
  return { looked: texts.length, told, units, worded, bare };
}

/** Figures of which most stand with their unit or with words ("386 kg", "ruim 300", "12 300 comprimés"). */
export function mostlyQuantities(profile: ColumnProfile, language?: Language): boolean {
  const { looked, told, bare } = quantityLabels(profile, language);
  return told > bare.length && told + bare.length >= looked * thresholds.mostlyWorded;
}

/** Figures of which some stand with words or a unit ("ruim 300", "> 300", "500 g"): a bare number does not tell them. */
export function holdsQuantities(profile: ColumnProfile, language?: Language): boolean {
  const { looked, told, bare } = quantityLabels(profile, language);
  return told > 0 && told + bare.length >= looked * thresholds.mostlyWorded;
}

/** Whether no figure stands without its unit. */
export function everyOneHasUnit(profile: ColumnProfile, language?: Language): boolean {
  const { looked, units } = quantityLabels(profile, language);
  return units.length === looked;
}

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
  /** Texts with figures and marks among numbers of a spreadsheet; null where the column holds no such numbers. */
  readonly amongNumbers: readonly string[] | null;
  readonly times: ReadonlyMap<TimeReading, number>;
  /** Cells with letters that are no number with a flag. */
  readonly words: number;
  /** Cells with letters that are a figure with words or a unit ("ruim 300", "386 kilo"). */
  readonly worded: number;
  /** Mean length of what is said. */
  readonly length: number;
  /** Highest and lowest figure, where marks leave no doubt. */
  readonly least: number;
  readonly most: number;
  /** Every row has a figure, and each is higher than the one above it. */
  readonly rises: boolean;
}

/** How the cells of a column write numbers. */
export interface NumberCounts {
  readonly cells: number;
  readonly whole: number;
  readonly exponents: number;
  readonly percents: number;
  /** Numbers of a spreadsheet with a fraction: their point says nothing of the marks of texts, which the counts below are of. */
  readonly points: number;
  readonly ungrouped: number;
  readonly decimal: ReadonlyMap<string, number>;
  readonly group: ReadonlyMap<string, number>;
  readonly either: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
}

interface Look {
  readonly mark: boolean;
  readonly shape: NumberShape | null;
  readonly times: readonly TimeReading[];
  readonly letters: boolean;
  /** The figure stands with words or a unit. */
  readonly worded: boolean;
}

const add = <T extends string>(counts: Map<T, number>, key: T | null, n = 1): void => {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + n);
};

/**
 * Looks at each text of a column once, however many cells hold it. Marks for a missing value are the usual
 * ones and those that the file says (`given`).
 */
export function profileColumn(
  table: Pick<ReadTable, 'rows' | 'textsAmongNumbers'>,
  column: ReadColumn,
  heading: string,
  language: Language | null,
  given: ReadonlySet<string> = new Set(),
): ColumnProfile {
  const cells = new Map<string, number>();
  for (const row of table.rows) add(cells, row.cells[column.index] ?? null);
  const values = new Map<string, number>();
  const marks = new Map<string, number>();
  const times = new Map<TimeReading, number>();
  const counts = { cells: 0, whole: 0, exponents: 0, percents: 0, points: 0, ungrouped: 0 };
  const decimal = new Map<string, number>();
  const group = new Map<string, number>();
  const either = new Map<string, number>();
  const flags = new Map<string, number>();
  const texts = table.textsAmongNumbers?.[column.index];
  const among = texts && new Set(texts);
  let filled = 0;
  let words = 0;
  let worded = 0;
  let length = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let rises = cells.size === table.rows.length;
  for (const [written, n] of cells) {
    const cell = written.trim();
    if (!cell) continue;
    const [, text = cell, flag = null] = flaggedMark.exec(cell) ?? [];
    add(flags, flag, n);
    filled += n;
    if (values.has(text) || values.size < thresholds.valuesKept) add(values, text, n);
    const look = lookAt(text, language, given);
    if (look.mark) {
      add(marks, text, n);
      continue;
    }
    length += text.length * n;
    if (look.letters) words += n;
    if (look.letters && look.worded) worded += n;
    for (const reading of look.times) add(times, reading, n);
    const { shape } = look;
    if (!shape) continue;
    const addMarks = (): void => {
      add(decimal, shape.decimal, n);
      add(group, shape.group, n);
      add(either, shape.either, n);
    };
    if (look.worded) {
      addMarks();
      continue;
    }
    counts.cells += n;
    if (shape.whole) counts.whole += n;
    if (shape.exponent) counts.exponents += n;
    if (shape.percent) counts.percents += n;
    add(flags, shape.flag, n);
    if (!among || among.has(text)) {
      if (shape.ungrouped) counts.ungrouped += n;
      addMarks();
    } else if (!shape.whole) counts.points += n;
    if (/^-?\d+(?:\.\d+)?$/.test(text)) {
      rises &&= Number(text) > most;
      least = Math.min(least, Number(text));
      most = Math.max(most, Number(text));
    }
  }
  // "M", "W" and "X": a letter among letters is one of them.
  const isLetter = (text: string): boolean => /^\p{Lu}$/u.test(text);
  if (counts.cells === 0 && values.size > marks.size && [...values.keys()].every(isLetter))
    for (const [letter, count] of marks) {
      marks.delete(letter);
      words += count;
      length += count;
    }
  // An asterisk beside figures is a remark on them, and stands among them for one that is not given.
  if (counts.cells === 0) marks.delete('*');
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
    amongNumbers: texts ?? null,
    times,
    words,
    worded,
    length: said > 0 ? length / said : 0,
    least,
    most,
    rises: rises && counts.cells === table.rows.length,
  };
}

/** Eurostat's mark of a missing figure with the flag that says why (": c"). */
const flaggedMark = /^(:)\s*\(?([a-z]{1,3})\)?$/iu;

function lookAt(text: string, language: Language | null, given: ReadonlySet<string>): Look {
  const mark = isMark(text) || given.has(text);
  const own = mark ? null : numberShape(text);
  const worded = !mark && own === null && wordedFigure(text, language ?? undefined) !== null;
  // The figure behind its words shows how the column writes numbers, as a bare one does.
  const digits = worded ? /\d(?:[\d.,'’\s]*\d)?/u.exec(text)?.[0] : undefined;
  const shape = digits === undefined ? own : numberShape(digits);
  const letters = own === null && /\p{L}/u.test(text);
  return { mark, shape, letters, worded, times: mark ? [] : timeReadings(text, language) };
}

/** Part of what a column says that is so, 0 to 1; 0 for a column that says nothing. */
export function shareOf({ said }: ColumnProfile, cells: number): number {
  return said > 0 ? cells / said : 0;
}

/** The texts that are no missing mark, most frequent first. */
export function labelsOf({ values, marks }: ColumnProfile): readonly string[] {
  return [...values.keys()].filter((text) => !marks.has(text));
}

/** The data set that SDMX names in each row ("ESTAT:CRIM_OFF_CAT(1.0)"). */
export function dataSets(columns: readonly ColumnProfile[]): readonly string[] {
  return columns.flatMap((profile) => {
    const labels = labelsOf(profile);
    const named = /^(?:DATAFLOW|STRUCTURE_ID|STRUCTURE_NAME)$/i.test(profile.heading);
    return named && labels.length === 1 ? labels : [];
  });
}

import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import type { Language } from '@samenbeeld/schema';
import type { ColumnRule, Mapping } from '../description/description.ts';
import type { StagedTable, TableHead } from '../stage/staged-table.ts';
import type { Texts } from '../stage/texts.ts';

/** A column of a file together with what the description says about its heading. */
export interface BoundColumn {
  readonly column: ReadColumn;
  /** Name in SQL ("c3"). */
  readonly name: string;
  /** How a person finds it ("D “Aantal”"). */
  readonly shown: string;
  readonly rule: ColumnRule;
}

/** A column whose cells are values: one item a row. */
export interface Slot {
  readonly column: ReadColumn;
  readonly name: string;
  readonly shown: string;
  /** Stable part of the record's id: the heading in the description, or what the fold read in it. */
  readonly key: string;
  /** The heading in the description, or null for a folded one. */
  readonly header: string | null;
  /** The heading by which corrections name it: that of the description, or of the file for a folded one. */
  readonly heading: string;
  readonly mapping: Mapping;
  /** Columns of the record that this value column fills by itself. */
  readonly sets: Readonly<Record<string, string | null>>;
}

/** A table of a file, column by column; with its rows unless said otherwise. */
export interface Binding<Table extends TableHead = ReadTable> {
  readonly table: Table;
  readonly columns: readonly BoundColumn[];
  readonly slots: readonly Slot[];
}

/** A bound table whose cells are in the engine, and what had to be known of them. */
export interface StagedBinding extends Binding<TableHead> {
  readonly staged: StagedTable;
  /** By the index of the column, for those that a dictionary, a condition or a correction asks for. */
  readonly texts: ReadonlyMap<number, Texts>;
  readonly facts: ColumnFacts;
  /** Indexes of the columns that hold what looks like personal data: no list of their texts is kept with the records. */
  readonly personal: ReadonlySet<number>;
  /** Indexes of the columns of words in which persons are named: their records keep the words without the names. */
  readonly named: ReadonlySet<number>;
}

/** Few items cost less to write down and sort than to work out each time they are asked for; many cost more. */
export function hasFewItems({ staged, slots }: Pick<StagedBinding, 'staged' | 'slots'>): boolean {
  return staged.size * slots.length <= 100_000;
}

/** A heading of one or more rows as the description writes it: blanks collapsed, rows joined with one. */
export function headingOf({ headers }: ReadColumn): string {
  return headers
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** How a person finds a column: its letter and its heading as printed; in JSON the heading alone. */
export function shownColumn(column: ReadColumn, json: boolean): string {
  const heading = headingOf(column);
  if (json) return heading;
  return heading ? `${column.letter} "${heading}"` : column.letter;
}

/** A number of a spreadsheet as its reader writes it, as an expression of SQL and of JavaScript. */
export const spreadsheetNumber = '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';

const isNumber = new RegExp(`^${spreadsheetNumber}$`, 'u');

/** How the numbers of a spreadsheet are read, whatever marks are declared for texts. */
export function mappingOfNumbers(mapping: Mapping): Mapping {
  return { ...mapping, decimalChar: '.', groupChar: null };
}

/**
 * How a cell of a value column is read. In a column that holds numbers of a spreadsheet the declared marks are those of
 * the texts among them. A declared point alone is that of the numbers: where the language writes it between thousands, a
 * text ("1.800") is read as if no mark were declared.
 */
export function mappingOfCell(
  { column, mapping }: Pick<Slot, 'column' | 'mapping'>,
  cell: string,
  { textsAmongNumbers }: Pick<TableHead, 'textsAmongNumbers'>,
  language: Language,
): Mapping {
  const texts = textsAmongNumbers?.[column.index];
  const text = cell.trim();
  if (!texts) return mapping;
  if (!texts.includes(text)) return isNumber.test(text) ? mappingOfNumbers(mapping) : mapping;
  const isOfNumbers =
    language !== 'en' && mapping.decimalChar === '.' && mapping.groupChar === null;
  return isOfNumbers ? { ...mapping, decimalChar: null } : mapping;
}

/** What to do with a text among numbers of a spreadsheet that has two readings. */
export const settleText =
  'write the cell as a number in the workbook, or say under corrections which of the two it is';

const twoReadings = /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/u;

/** Texts among the numbers of a value column that nobody can read: "1.800" is a thousand and eight hundred, or not two. */
export function unsettledTexts(
  slot: Pick<Slot, 'column' | 'mapping'>,
  table: Pick<TableHead, 'textsAmongNumbers'>,
  language: Language,
): readonly string[] {
  const texts = table.textsAmongNumbers?.[slot.column.index] ?? [];
  return texts.filter(
    (text) => twoReadings.test(text) && mappingOfCell(slot, text, table, language) !== slot.mapping,
  );
}

/** What must be known of all cells of some columns before SQL is written for them. */
export interface ColumnFacts {
  /** Indexes of columns in which some cells have blanks around them. */
  readonly untrimmed: ReadonlySet<number>;
  /** A value cell begins or ends with a blank other than the plain one. */
  readonly oddBlanks: boolean;
  /** Value cells with more decimals than are kept, and the line of the first. */
  readonly rounded: { readonly count: number; readonly line: number };
}

import type { ReadColumn, ReadTable } from '@samenbeeld/read';
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

/** What must be known of all cells of some columns before SQL is written for them. */
export interface ColumnFacts {
  /** Indexes of columns in which some cells have blanks around them. */
  readonly untrimmed: ReadonlySet<number>;
  /** A value cell begins or ends with a blank other than the plain one. */
  readonly oddBlanks: boolean;
  /** Value cells with more decimals than are kept, and the line of the first. */
  readonly rounded: { readonly count: number; readonly line: number };
}

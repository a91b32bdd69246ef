import type { Issue } from '@samenbeeld/schema';

/** What kind of bytes a file holds. */
export type FileFormat =
  | 'csv'
  | 'xlsx'
  | 'json'
  | 'ndjson'
  | 'eurostat-tsv'
  | 'sdmx-csv'
  | 'json-stat'
  | 'parquet';

/** How the bytes of one file are laid out: its geometry, nothing of its meaning. */
export interface FileShape {
  readonly format: FileFormat;
  /** csv: any name that iconv-lite knows; found by looking when absent. */
  readonly encoding?: string;
  /** csv: one ASCII character; found by looking when absent. */
  readonly delimiter?: string;
  /** csv: one ASCII character, `"` when absent; an empty text switches quoting off. */
  readonly quote?: string;
  /** Physical lines (rows of a sheet) before the header that are not data; 0 when absent. */
  readonly title?: number;
  /** Header rows; 1 when absent. Blank rows before and between them are counted as blank. */
  readonly header?: number;
  /** Regular expression on the first cell with a value or the whole line. The rows at the end that match, and blank ones between them, are the footer. */
  readonly footer?: string;
  /** Regular expression on the first cell with a value or the whole line of the first row below the header that is of another table: it and all below are not read. */
  readonly until?: string;
  /** xlsx, json-stat: name of a sheet or data set, or a regular expression between slashes; the first visible one when absent. */
  readonly sheet?: string;
  /** json: where the array is: "/", "value", "$.data.rows". */
  readonly path?: string;
}

/** One column of a table. */
export interface ReadColumn {
  /** 0-based place in `cells`. */
  readonly index: number;
  /** As a spreadsheet calls the column; A.1, A.2 … for the parts of a packed one. */
  readonly letter: string;
  /** One text a header row, from the top; '' where it is blank. Without byte-order mark and blanks around. */
  readonly headers: readonly string[];
  /** csv, xlsx: the physical line of its first header row. */
  readonly headedAt?: number;
  /** A header was blank and has been taken from the merged range or from the column to the left. */
  readonly filled: boolean;
  /** No row holds a value in it. */
  readonly empty: boolean;
}

/** One data row, its cells as they stand in the file; null where a cell is absent or empty. */
export interface ReadRow {
  /**
   * Physical line, from 1, where the row starts; the sheet's row number (xlsx); the array index, from 0 (json); the
   * place in the cube, from 0 (json-stat); the number of the row, from 1 (parquet).
   */
  readonly line: number;
  /** Physical lines that the row covers. */
  readonly lines: number;
  readonly cells: readonly (string | null)[];
  /** xlsx: the text as stored, by column index, where `cells` shows another (a date as ISO text). */
  readonly stored?: Readonly<Record<number, string>>;
}

/** What became of each physical line; the five kinds add up to the total. */
export interface LineCounts {
  readonly total: number;
  readonly title: number;
  readonly header: number;
  readonly footer: number;
  readonly blank: number;
  readonly data: number;
}

/** Rows of one column that a workbook shows as one cell; lines from 1, both ends included. */
export interface MergedColumn {
  /** 0-based place in `cells`. */
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** One table of one file as text. */
export interface ReadTable {
  /** The file's name without folders, so that results do not depend on the machine. */
  readonly file: string;
  readonly sheet: string | null;
  readonly columns: readonly ReadColumn[];
  /** In the order of the file. */
  readonly rows: readonly ReadRow[];
  readonly lines: LineCounts;
  /** csv, xlsx: the lines of the title as text, without quotes around. */
  readonly titles?: readonly string[];
  /** csv, xlsx: the lines of the footer as text. */
  readonly footers?: readonly string[];
  /** xlsx: cells among the data that are merged downwards; only the first of each holds the text. */
  readonly merged?: readonly MergedColumn[];
  /**
   * xlsx: of each column that holds numbers of the spreadsheet, by index, the texts among them that hold a figure with
   * marks ("1.800"). The point of the numbers is the spreadsheet's own and says nothing of the marks of these.
   */
  readonly textsAmongNumbers?: Readonly<Record<number, readonly string[]>>;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Severity `note` or `warning`. */
  readonly notes: readonly Issue[];
  /** Rows that could not be read as rows; their lines count as data, and they are not in `rows`. */
  readonly rejects: readonly Issue[];
}

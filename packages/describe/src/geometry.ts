import type { FileShape } from '@samenbeeld/read';
import type { Text } from '@samenbeeld/schema';
import type { Guess } from './guess.ts';

/** A table that stands above or below another in a file or sheet. */
export interface OtherTable {
  /** Line with which it begins. */
  readonly line: number;
  /** What it begins with, and how `file` reads it. */
  readonly words: Text;
}

/** How one table of a file is laid out, as found by looking; nothing of its meaning. */
export interface Geometry {
  /** The file's name without folders. */
  readonly file: string;
  readonly format: Guess<FileShape['format']>;
  /** Null where the format leaves no choice. */
  readonly encoding: Guess<string> | null;
  readonly delimiter: Guess<string> | null;
  readonly quote: Guess<string> | null;
  readonly sheet: Guess<string> | null;
  /** Of a workbook with one sheet a year and the same header on each: all of them as one layout, with an expression for their names. */
  readonly years?: {
    readonly sheet: Guess<string>;
    readonly shape: FileShape;
    readonly names: readonly string[];
    readonly notes: readonly Text[];
  };
  /** JSON: where the array of rows is. */
  readonly path: Guess<string> | null;
  /** Lines before the header. */
  readonly title: Guess<number>;
  /** Header rows. */
  readonly header: Guess<number>;
  /** Regular expression of the footer, or null. */
  readonly footer: Guess<string | null>;
  /** All of the above as `readTable` takes it. */
  readonly shape: FileShape;
  /** Other tables above or below this one, and how each is read. */
  readonly otherTables: readonly OtherTable[];
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
  /** What a person should know: other sheets, hidden ones, a header repeated at line 51, lines cut short. */
  readonly notes: readonly Text[];
}

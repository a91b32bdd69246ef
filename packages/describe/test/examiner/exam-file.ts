import { writeFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';

/** What a person who knows the publisher says of a column, written before any program looked at it. */
export interface ColumnKey {
  /** Fields that are right, the first best; `-` is left out. */
  readonly to: readonly string[];
  /** What its figures measure, where the heading or the title says so. */
  readonly metric?: string;
}

/** A table in the layout of a publisher. Headings and code labels are the publisher's; figures are few and made up. */
export interface ExamFile {
  /** The publisher and the table. */
  readonly name: string;
  readonly file: string;
  readonly encoding?: string;
  /** The lines of a text file, or the rows of a sheet. */
  readonly lines?: readonly string[];
  readonly sheets?: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>;
  readonly layout: {
    readonly delimiter?: string;
    readonly sheet?: string;
    /** Lines above the header; left out where blank rows stand among them. */
    readonly title?: number;
    readonly header: number;
    readonly footer?: number;
  };
  readonly record: 'observation' | 'seizure';
  readonly language?: 'nl' | 'fr' | 'de' | 'en';
  /** Columns that matter, by heading; `/…/` for all headings that a pattern finds. */
  readonly columns: Readonly<Record<string, ColumnKey>>;
  /** Fields that groups of headings feed. */
  readonly fold?: readonly string[];
  /** What the title or the file name says. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** A column that feeds one of the fields; `-` leaves it out. */
export const to = (...fields: string[]): ColumnKey => ({ to: fields });

/** Figures of a metric. */
export const figures = (metric: string): ColumnKey => ({ to: ['value'], metric });

/** Left out. */
export const out: ColumnKey = { to: ['-', 'note', 'placeNote'] };

/** Writes the file as the publisher would. */
export function writeExam({ lines, sheets, encoding = 'utf-8' }: ExamFile, path: string): void {
  if (lines) {
    writeFileSync(path, iconv.encode(`${lines.join('\r\n')}\r\n`, encoding));
    return;
  }
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets ?? {}))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

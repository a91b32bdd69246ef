import { rowText } from './sample-row.ts';
import { type TablePart, tableGeometry } from './table-geometry.ts';
import type { SheetSample } from './workbook-sheets.ts';

/** A sheet and the table in it. */
export interface SheetTable {
  readonly sheet: SheetSample;
  readonly part: TablePart;
  /** Data rows times columns of values. */
  readonly cells: number;
  readonly isTable: boolean;
  readonly heading: string;
}

const aside =
  /^(?:info(?:rmation(?:en)?)?|read\s?me|lees\s?mij|lies\s?mich|lisez[- ]?moi|notes?|cover|title|contents?|index|toc|inhoud(?:sopgave)?|inhalt(?:sverzeichnis)?|sommaire|table des mati(?:è|e)res|legend[ae]?|l(?:é|e)gende|toelichting|voorblad|deckblatt|impressum|metadata|meta|about|over|hinweise?|erl(?:ä|ae)uterung(?:en)?|vorbemerkung(?:en)?|definiti(?:es|onen|ons)|d(?:é|e)finitions|glossa\w+|structure|summary|makro\w*|macro\w*|modul\w*|chart\d*|diagramm?\d*|grafiek\w*)$/i;

/** The table of a sheet; null where it has no rows. */
export function sheetTable(sheet: SheetSample): SheetTable | null {
  const part = tableGeometry(sheet);
  if (!part) return null;
  const { found } = part;
  const rows = Math.max(0, sheet.count - found.body - part.footerLines.length);
  const typed = found.profiles.filter(({ kind }) => kind === 'number' || kind === 'date').length;
  const columns = found.profiles.filter(({ kind }) => kind !== 'empty').length;
  const isTable = rows >= 1 && columns >= 2 && (typed > 0 || rows >= 3) && found.usual >= 2;
  const heading = sheet.head
    .slice(found.header, found.body)
    .map(rowText)
    .join(' / ')
    .replace(/(?:19|20)\d\d/g, '0000');
  return { sheet, part, cells: rows * columns * (typed > 0 ? 2 : 1), isTable, heading };
}

/** Visible before hidden, data before what is named as an aside, and of sheets alike in size the first. */
export function rankSheets(tables: readonly SheetTable[]): readonly SheetTable[] {
  const largest = Math.max(...tables.map(({ cells }) => cells));
  const rank = ({ sheet, cells }: SheetTable): number => {
    const named = aside.test(sheet.name.trim());
    const size = cells >= largest / 4 ? 0 : cells >= largest / 40 ? 1 : 2;
    return (sheet.hidden ? 100 : 0) + (named ? 10 : 0) + size;
  };
  return [...tables].sort((a, b) => rank(a) - rank(b));
}

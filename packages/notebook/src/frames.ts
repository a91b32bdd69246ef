import { createRequire } from 'node:module';
import type { ColumnTable } from '@samenbeeld/engine';
import {
  observationTable,
  ownValue,
  seizureTable,
  type TableColumn,
  wrongUse,
} from '@samenbeeld/schema';
import type { Row } from './criteria.ts';
import type { DataFrame } from './danfo.ts';
import { spanOf } from './match-row.ts';

const require = createRequire(import.meta.url);

/** A value of a frame. */
export type FrameValue = string | number | boolean | null;

/** A record as one flat row; lists are joined by `+`, and `year` is added where the period lies in one. */
export type FlatRow = Readonly<Record<string, FrameValue>>;

/** The columns of a kind of row: names as in `.rows`, and what they hold. */
export function columnsOf(row: Row): readonly { readonly name: string; readonly type: string }[] {
  const columns = row.kind === 'seizure' ? seizureTable : observationTable;
  return columns.map((column) => ({ name: nameOf(column), type: typeOf(column) }));
}

function nameOf({ field }: TableColumn): string {
  return field.replace('origin.', '');
}

function typeOf({ type }: TableColumn): string {
  if (type.startsWith('DECIMAL') || type === 'INTEGER') return 'number';
  return type === 'BOOLEAN' ? 'yes/no' : 'text';
}

function fieldOf(row: Row, { field }: TableColumn): FrameValue {
  const [head = '', tail] = field.split('.');
  const own: unknown = ownValue(row as unknown as Record<string, unknown>, head);
  const value = tail ? ownValue(own as Record<string, unknown>, tail) : own;
  return Array.isArray(value) ? value.join('+') : ((value ?? null) as FrameValue);
}

/** Records as flat rows, `year` first. */
export function flatRows(rows: readonly Row[]): readonly FlatRow[] {
  return rows.map((row) => {
    const { start, end } = spanOf(row);
    const year = start.slice(0, 4) === end.slice(0, 4) ? Number(start.slice(0, 4)) : null;
    const columns = row.kind === 'seizure' ? seizureTable : observationTable;
    return Object.fromEntries([
      ['year', year],
      ...columns.map((column) => [nameOf(column), fieldOf(row, column)]),
    ]) as FlatRow;
  });
}

function columnar(rows: readonly FlatRow[]): Record<string, FrameValue[]> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, rows.map((row) => ownValue(row, name) ?? null)]),
  );
}

/** Flat rows as an arquero table; arquero is loaded with the first. */
export function flatTable(rows: readonly FlatRow[]): ColumnTable {
  const { table } = require('arquero') as typeof import('arquero');
  return table(columnar(rows)) as ColumnTable;
}

/** Where danfo is not installed: it brings TensorFlow, so that whoever wants it adds it. */
function withoutDanfo(error: unknown): never {
  if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
  throw wrongUse(
    'danfo is niet geïnstalleerd. Herstel: voeg danfojs-node 1.2.0 toe zoals docs/guide/notebook.md zegt, of gebruik `.arquero()` of `.rows`.',
    'danfo n’est pas installé. Correction : ajoutez danfojs-node 1.2.0 comme le dit docs/guide/notebook.md, ou utilisez `.arquero()` ou `.rows`.',
    'danfo ist nicht installiert. Abhilfe: danfojs-node 1.2.0 hinzufügen, wie docs/guide/notebook.md sagt, oder `.arquero()` oder `.rows` verwenden.',
    'danfo is not installed. Repair: add danfojs-node 1.2.0 as docs/guide/notebook.md says, or use `.arquero()` or `.rows`.',
  );
}

/** Flat rows as a danfo.js frame. danfo brings TensorFlow, so it is loaded when it is asked for. */
export async function flatFrame(rows: readonly FlatRow[]): Promise<DataFrame> {
  const { DataFrame: Frame } = await import('danfojs-node').catch(withoutDanfo);
  return new Frame(columnar(rows));
}

/** Records as an arquero table. */
export function tableOf(rows: readonly Row[]): ColumnTable {
  return flatTable(flatRows(rows));
}

/** Records as a danfo.js frame. */
export function frameOf(rows: readonly Row[]): Promise<DataFrame> {
  return flatFrame(flatRows(rows));
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileShape, type ReadTable, readTable } from '@samenbeeld/read';
import { onTestFinished } from 'vitest';

/** The folder of the running test, gone when it ends; not of the module, which several test files share. */
let folder: string | null = null;

function folderOfTest(): string {
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), 'samenbeeld-test-'));
  folder = made;
  onTestFinished(() => {
    folder = null;
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/** Writes a file for one test and returns its path. */
export function tempFile(name: string, content: string | Uint8Array): string {
  const path = join(folderOfTest(), name);
  writeFileSync(path, content);
  return path;
}

/** The only table of a file with this content. */
export async function readContent(
  content: string | Uint8Array,
  shape: Omit<FileShape, 'format'> & { readonly format?: FileShape['format'] } = {},
): Promise<ReadTable> {
  const tables = await readTable(tempFile('file', content), { format: 'csv', ...shape });
  if (tables.length !== 1) throw new Error(`expected one table, found ${tables.length}`);
  return tables[0] as ReadTable;
}

/** Line and cells of each row, as in a picture of the table. */
export function picture(table: ReadTable): (readonly (string | number | null)[])[] {
  return table.rows.map(({ line, cells }) => [line, ...cells]);
}

/** Place and message of issues. */
export function said(issues: ReadTable['notes']): string[] {
  return issues.map(({ severity, rule, line, column, message, repair }) => {
    const place = [line, column].filter((part) => part !== null).join(' ');
    return `${severity} ${rule} (${place}): ${message}. Repair: ${repair}.`;
  });
}

/** Headers of the columns, one text a column. */
export function headers(table: ReadTable): string[] {
  return table.columns.map((column) => column.headers.join(' / '));
}

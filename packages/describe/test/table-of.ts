import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DescribeOptions, describeFile, type FileDescription } from '@samenbeeld/describe';
import { readTable } from '@samenbeeld/read';
import type { ReadTable } from '../../read/src/table.ts';
import type { ColumnGuess } from '../src/column.ts';
import { alike } from '../src/quoted.ts';
import type { Written } from '../src/written.ts';

/** A table of semicolons, read as a file is. */
export async function tableOf(lines: readonly string[]): Promise<ReadTable> {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  try {
    const path = join(folder, 'table.csv');
    writeFileSync(path, `${lines.join('\n')}\n`);
    const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8', delimiter: ';' });
    if (!table) throw new Error('no table');
    return table;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is made of a file of such lines, under a name. */
export async function describedLines(
  name: string,
  lines: readonly string[],
  options: DescribeOptions = {},
): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'invented-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return await describeFile(path, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A guess about one column, as sure as can be. */
export function guessOf(
  heading: string,
  written: Written | null,
  more: Partial<ColumnGuess> = {},
): ColumnGuess {
  const first = (Array.isArray(written) ? written[0] : written) as Readonly<
    Record<string, unknown>
  > | null;
  return {
    kind: 'column',
    headings: [heading],
    letters: ['A'],
    to: typeof first?.['to'] === 'string' ? first['to'] : null,
    written,
    confidence: 0.95,
    reason: alike('given by the test'),
    alternatives: [],
    decide: [],
    crosswalks: [],
    samples: [],
    ...more,
  };
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Engine,
  openEngine,
  removeTemporaryFolder,
  temporaryFolder,
} from '@samenbeeld/engine';
import { readTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { sniffGeometry } from '../../src/geometry/sniff-geometry.ts';
import { type Found, pollockScore, pollockScores, pollutions } from './pollutions.ts';

/** The first table that is proposed, as it is read. */
async function ours(path: string): Promise<Found> {
  try {
    const [best] = await sniffGeometry(path);
    if (!best) return null;
    const [table] = await readTable(path, best.shape);
    if (!table) return null;
    const [first] = table.columns;
    return {
      header: (first?.headers ?? []).map((_, row) =>
        table.columns.map(({ headers }) => headers[row] ?? ''),
      ),
      rows: table.rows.map(({ cells }) => cells.map((cell) => cell ?? '')),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // An empty file has no table, and that is what is said of it.
    return /empty file/.test(error.message) ? { header: [], rows: [] } : null;
  }
}

/** The same file as DuckDB's own sniffer reads it, told nothing. */
async function duckdb(engine: Engine, path: string): Promise<Found> {
  try {
    const file = `'${path}'`;
    const options = 'all_varchar = true, ignore_errors = true, null_padding = true';
    const [sniffed] = await engine.rows<{ HasHeader: boolean }>(
      `select HasHeader from sniff_csv(${file}, ignore_errors = true, null_padding = true)`,
    );
    const described = await engine.rows<{ column_name: string }>(
      `describe select * from read_csv(${file}, ${options})`,
    );
    const columns = described.map(({ column_name: name }) => name);
    const rows = await engine.rows<Readonly<Record<string, string | null>>>(
      `select * from read_csv(${file}, ${options})`,
    );
    return {
      header: sniffed?.HasHeader ? [columns] : [],
      rows: rows.map((row) => columns.map((name) => row[name] ?? '')),
    };
  } catch {
    return null;
  }
}

/** Every so many rows are spoilt cell by cell; 1 makes the 2,291 files of the benchmark. */
const step = Number(process.env['POLLOCK_STEP'] ?? 6);

/** What a file is spoilt by: its name without the row and the column. */
const kindOf = (name: string): string =>
  name
    .replace(/(?:_row)?\d+_col\d+$|_\d+_0x20$/u, '')
    .replace(/^file_multitable.*/u, 'file_multitable');

/** The least that a file of each kind scores where it is not read whole, and why. */
const least: Readonly<Record<string, number>> = {
  // The copies of the header are titles: no column is called twice by the same name.
  file_header_multirow_2: 9,
  file_header_multirow_3: 8.5,
  // A second table without a header, a title or a gap is no other table to anyone.
  file_multitable: 8.3,
  // A row with a cell too many is rejected with its place, not guessed at; so are all others where it is the header that lacks one.
  row_more_sep: 9.6,
  // A header that lacks a delimiter names two columns at once.
  row_less_sep: 9.6,
  // The names of the columns stand in one cell, which is a title.
  row_field_delimiter: 7,
};

test('files that are spoilt as those of the Pollock benchmark are read better than DuckDB reads them by itself', async () => {
  const folder = temporaryFolder('pollock');
  const engine = await openEngine({ threads: 1 });
  const scored: { name: string; weight: number; score: number; theirs: number }[] = [];
  try {
    for (const file of pollutions(step)) {
      const path = join(folder, `${file.name}.csv`);
      writeFileSync(path, file.text);
      const score = pollockScore(file, await ours(path));
      const theirs = pollockScore(file, await duckdb(engine, path));
      scored.push({ name: file.name, weight: file.weight, score, theirs });
    }
  } finally {
    await engine.close();
    removeTemporaryFolder(folder);
  }
  const own = pollockScores(scored);
  const theirs = pollockScores(scored.map(({ weight, theirs: score }) => ({ weight, score })));
  console.log(
    `${scored.length} files: simple ${own.simple.toFixed(3)}, weighted ${own.weighted.toFixed(3)}; DuckDB ${theirs.simple.toFixed(3)} and ${theirs.weighted.toFixed(3)}`,
  );
  const low = scored.filter(({ name, score }) => score < (least[kindOf(name)] ?? 10));
  expect(low.map(({ name, score }) => `${name} ${score.toFixed(3)}`)).toEqual([]);
  expect(own.simple).toBeGreaterThan(9.95);
  expect(own.weighted).toBeGreaterThan(9.88);
  expect(own.simple).toBeGreaterThan(theirs.simple);
  expect(own.weighted).toBeGreaterThan(theirs.weighted);
});

test('the score is that of the paper', () => {
  const truth = {
    header: [['a', 'b']],
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
  };
  expect(pollockScore(truth, truth)).toBe(10);
  expect(pollockScore(truth, null)).toBe(0);
  // Header whole (3); of two records one is found, and nothing else (1/2 + 1 + 2/3); of four cells two.
  expect(pollockScore(truth, { ...truth, rows: [['1', '2']] })).toBeCloseTo(
    1 + 3 + 2 * (1.5 + 2 / 3),
    10,
  );
});

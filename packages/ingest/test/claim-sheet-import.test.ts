import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '@samenbeeld/engine';
import {
  type ClaimRow,
  claimSheet,
  type IngestResult,
  ingest,
  loadSource,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { readTable } from '@samenbeeld/read';
import { observationTable } from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimColumns } from '../src/claim-sheet/claim-columns.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const claimsFile = `${root}fixtures/published/claims.csv`;
let folder: string;
let source: SourceDescription;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claims-'));
  source = loadSource(`${root}packages/sources/catalogue/published-claims`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function csvOf(rows: readonly ClaimRow[]): string {
  const names = claimColumns.map(({ name }) => name);
  const cell = (text: string): string =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [names, ...rows.map((row) => names.map((name) => cell(row[name] ?? '')))];
  return `${lines.map((line) => line.join(',')).join('\n')}\n`;
}

function written(rows: readonly ClaimRow[]): string {
  const path = join(folder, 'claims.csv');
  writeFileSync(path, csvOf(rows));
  return path;
}

/** The records of a file without where they stand in it, and what became of its items. */
async function imported(
  path: string,
  description: SourceDescription,
): Promise<{ readonly records: readonly object[]; readonly result: IngestResult }> {
  const engine = await openEngine({ threads: 1 });
  try {
    const result = await ingest(engine, description, [path]);
    const columns = observationTable.map(({ name }) => name);
    const kept = columns.filter((name) => !/^origin_(file|sheet|line|column)$/.test(name));
    const records = await engine.rows<object>(
      `select ${kept.join(', ')} from observation order by origin_line`,
    );
    return { records, result };
  } finally {
    await engine.close();
  }
}

const good: ClaimRow = {
  claim: 'C001',
  place: 'NLVLI',
  basis: 'seized_in_port',
  agency: 'NL_HARC',
  substance: 'COC',
  metric: 'quantity',
  stat: 'sum',
  value: '4157',
  unit: 'kg',
  wording: 'exact',
  extent: 'whole',
  status: 'A',
  period_from: '2022-01-01',
  period_to: '2022-12-31',
  published_on: '2023-01',
  source: 'answer-1',
  url: 'https://example.org/answer-1',
  language: 'nl',
  confidence: 'high',
};

describe('the claim sheet as a source', () => {
  test.each([
    ['claims.csv', 301],
    ['claims-post-fiu.csv', 48],
  ])('gives a record for each row of %s; none is lost', async (file, rows) => {
    const { records, result } = await imported(`${root}fixtures/published/${file}`, source);
    expect(result.issues).toEqual([]);
    expect(result.conservation[0]).toMatchObject({
      rows,
      items: rows,
      accepted: rows,
      excluded: 0,
      rejected: 0,
      records: rows,
    });
    expect(records).toHaveLength(rows);
  });

  test('gives the same records from the CSV and from the Excel form', async () => {
    const csv = await imported(claimsFile, source);
    const [table] = await readTable(claimsFile, source.shape);
    if (!table) throw new Error('no table');
    const rows = table.rows.map(({ cells }) =>
      Object.fromEntries(table.columns.map(({ headers, index }) => [headers[0], cells[index]])),
    );
    const path = join(folder, 'claims.xlsx');
    writeFileSync(path, await claimSheet({ rows }));
    const excel = await imported(path, source);
    expect(excel.records).toEqual(csv.records);
  });

  test('keeps the digits as printed, the words, and the length of the period', async () => {
    const { records } = await imported(claimsFile, source);
    const rows = records as readonly Readonly<Record<string, unknown>>[];
    const police = rows.filter(({ printed }) => printed === '9.580');
    expect(police).toMatchObject([
      { value: 9.58, unit: 'kg', agencies: 'LU_POL', extent: 'one_agency' },
    ]);
    const window = rows.filter(({ freq, value }) => freq === 'O' && value === 5000);
    expect(window).toMatchObject([
      { wording: 'floor', wording_printed: 'meer dan', place: 'BEGNE' },
    ]);
    expect(rows.filter(({ freq }) => freq === 'S')).toHaveLength(12);
  });

  test('a missing figure is a record with its reason', async () => {
    const path = written([{ ...good, value: '', missing: 'pending', status: 'O' }]);
    const { records } = await imported(path, source);
    expect(records).toMatchObject([{ value: null, missing: 'pending' }]);
  });

  const broken: readonly (readonly [what: string, change: ClaimRow, issue: string])[] = [
    ['an unknown place', { place: 'NLVLS' }, 'B "place": NLVLS crosswalk.unknown-code'],
    [
      'an unknown agency among several',
      { agency: 'BE_POL+BE_DOUANE' },
      'F "agency": BE_POL+BE_DOUANE crosswalk.unknown-code',
    ],
    ['a claim without a source', { url: '' }, 'U "url": null claim.blank'],
    ['neither a value nor a reason', { value: '' }, 'K "value":  value.blank'],
    ['a value and a reason', { missing: 'pending' }, 'K "value": 4157 missing.contradicted'],
    ['an unknown wording', { wording: 'about' }, 'M "wording": about crosswalk.unknown-code'],
    ['a value without a unit', { unit: '' }, 'K "value": 4157 unit.blank'],
    ['a number with two readings', { value: '1,234' }, 'K "value": 1,234 number.invalid'],
    [
      'a period that ends before it starts',
      { period_to: '2021-12-31' },
      'K "value": 4157 period.reversed',
    ],
    [
      'a day that never was',
      { period_from: '2022-02-30' },
      'Q "period_from": 2022-02-30 period.invalid',
    ],
  ];
  test.each(broken)('%s is rejected with place, rule and repair', async (_, change, expected) => {
    const path = written([good, { ...good, claim: 'C002', ...change }]);
    const { result } = await imported(path, source);
    expect(result.conservation[0]).toMatchObject({ accepted: 1, rejected: 1 });
    const [issue, ...others] = result.issues;
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ file: 'claims.csv', line: 3, severity: 'rejection' });
    expect(`${issue?.column}: ${issue?.value} ${issue?.rule}`).toBe(expected);
    expect(issue?.repair).toMatch(/\w/);
  });
});

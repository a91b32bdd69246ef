import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTable } from '@samenbeeld/read';
import { expect, test } from 'vitest';

type Row = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixtures = `${root}fixtures/published/`;
const originals = `${root}../shared/data/published/`;

/** Rows by header; empty cells as ''. */
async function rowsOf(path: string): Promise<readonly Row[]> {
  const [table] = await readTable(path, { format: 'csv' });
  if (!table) throw new Error(`no table in ${path}`);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(table.columns.map(({ headers, index }) => [headers[0], cells[index] ?? ''])),
  );
}

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(3, '0')}`);

/** Units of the original that the code lists call otherwise; counts name what is counted. */
const units: Readonly<Record<string, readonly string[]>> = {
  count: [
    'seizure batch action investigation consignment person arrest report transaction file',
  ].flatMap((list) => list.split(' ')),
  finds: ['seizure'],
  items: ['consignment'],
  pieces: ['tablet'],
  '%': ['pct'],
  mg: ['mg_per_tablet'],
  'bn EUR': ['EUR'],
  reports: ['report'],
  files: ['file'],
  transactions: ['transaction'],
};

/** First and last day of "2022", "2022H1" and the two written-out windows. */
function period(text: string): readonly [string, string] {
  if (text === '2018 (single seizure, Aug)') return ['2018-08-01', '2018-08-31'];
  if (text === '2018-05..2022-05') return ['2018-05-01', '2022-05-31'];
  const year = text.slice(0, 4);
  return [`${year}-01-01`, text.endsWith('H1') ? `${year}-06-30` : `${year}-12-31`];
}

/** What may not differ between a row and its transcription; the rest is judgement. */
const kept = (row: Row): readonly unknown[] => [
  row['claim'],
  Number(row['value']),
  row['period_from'],
  row['period_to'],
  row['published_on'],
  row['url'],
];

function printed(row: Row, original: Row): boolean {
  const unit = original['unit'] ?? '';
  return (units[unit] ?? [unit]).includes(row['unit'] ?? '');
}

function absent(): boolean {
  if (existsSync(originals)) return false;
  console.log('skipped: ../shared/data/published is not here, nothing to compare with');
  return true;
}

test('claims.csv holds the 215 and the 86 rows, in order, under their own numbers', async () => {
  const rows = await rowsOf(`${fixtures}claims.csv`);
  expect(rows.map((row) => row['claim'])).toEqual([...numbered('C', 215), ...numbered('P', 86)]);
});

test('claims-post-fiu.csv holds the 22 and the 26 rows, in order', async () => {
  const rows = await rowsOf(`${fixtures}claims-post-fiu.csv`);
  expect(rows.map((row) => row['claim'])).toEqual([...numbered('Q', 22), ...numbered('F', 26)]);
});

test('every row says where it was read', async () => {
  const files = ['claims.csv', 'claims-post-fiu.csv'];
  const rows = (await Promise.all(files.map((file) => rowsOf(fixtures + file)))).flat();
  const silent = rows.filter((row) => !/^https?:\/\/\S+$/.test(row['url'] ?? '') || !row['source']);
  expect(silent).toEqual([]);
});

test('the first 215 rows keep value, unit, period, date and address of the original', async () => {
  if (absent()) return expect(true).toBe(true);
  const rows = (await rowsOf(`${fixtures}claims.csv`)).slice(0, 215);
  const before = await rowsOf(`${originals}published_claims.csv`);
  expect(rows.map(kept)).toEqual(
    before.map((row) => [
      row['claim_id'],
      Number(row['value']),
      row['period_start'],
      row['period_end'],
      row['published_on'],
      row['url'],
    ]),
  );
  expect(rows.filter((row, i) => !printed(row, before[i] ?? {}))).toEqual([]);
  expect(rows.map((row) => row['source'])).toEqual(before.map((row) => row['source_key']));
});

test('the other 86 rows keep value, digits, unit, period, date and address', async () => {
  if (absent()) return expect(true).toBe(true);
  const rows = (await rowsOf(`${fixtures}claims.csv`)).slice(215);
  const before = await rowsOf(`${originals}port_and_national_seizures.csv`);
  expect(rows.map(kept)).toEqual(
    before.map((row, i) => [
      numbered('P', 86)[i],
      Number(row['value']),
      ...period(row['period'] ?? ''),
      row['source_date'],
      row['source_url'],
    ]),
  );
  expect(rows.map((row) => row['value'])).toEqual(before.map((row) => row['value']));
  expect(rows.map((row) => row['unit'])).toEqual(before.map((row) => row['unit']));
});

test('the post and FIU rows keep value, unit, period, date and address', async () => {
  if (absent()) return expect(true).toBe(true);
  const rows = await rowsOf(`${fixtures}claims-post-fiu.csv`);
  const before = [
    ...(await rowsOf(`${originals}post_courier_seizures.csv`)),
    ...(await rowsOf(`${originals}fiu_report_counts.csv`)),
  ];
  expect(rows.map((row) => kept(row).slice(1))).toEqual(
    before.map((row) => [
      Number(row['value']) * (row['unit'] === 'bn EUR' ? 1e9 : 1),
      ...period(row['period'] ?? ''),
      row['source_date'],
      row['source_url'],
    ]),
  );
  expect(rows.filter((row, i) => !printed(row, before[i] ?? {}))).toEqual([]);
});

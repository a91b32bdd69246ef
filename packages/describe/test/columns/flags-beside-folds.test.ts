import { expect, it, test } from 'vitest';
import type { ColumnGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { tableOf } from '../table-of.ts';

async function columnsOf(lines: readonly string[]): Promise<readonly ColumnGuess[]> {
  const table = await tableOf(lines);
  return guessTable(table, { file: 'table.csv', titleLines: [], footerLines: [] }).columns;
}

test.each([
  ['2019 flag', '2020 flag'],
  ['flag 2019', 'flag 2020'],
  ['2019_flag', '2020_flag'],
  ['2019 status', '2020 status'],
  ['Kennzeichen 2019', 'Kennzeichen 2020'],
  ['2019 #2', '2020 #2'],
  ['2019 note', '2020 note'],
])('marks of one year ("%s") are put on no other year, and are asked about', async (one, other) => {
  const columns = await columnsOf([
    `Land;2019;${one.replace(' #2', '')};2020;${other.replace(' #2', '')}`,
    'Belgium;1200;;1300;p',
    'Netherlands;2200;b;2300;p',
    'Germany;5200;;5300;p',
    'France;:;c;4300;p',
    'Luxembourg;120;;130;e',
  ]);
  const flags = columns.filter(({ headings: [heading] }) => heading === one || heading === other);
  expect(flags).toHaveLength(2);
  for (const { written, decide } of flags) {
    expect(written).toHaveProperty('ignore');
    expect(decide).toHaveLength(1);
  }
  expect(flags[0]?.decide[0]?.en).toContain('"b"');
  const fold = columns.find(({ kind }) => kind === 'fold');
  expect(fold?.headings.map((heading) => heading.replace(' #1', ''))).toEqual(['2019', '2020']);
});

it('leaves an empty column of marks out of the fold', async () => {
  const columns = await columnsOf([
    'Land;2019;2019 flag;2020;2020 flag',
    'Belgium;1200;;1300;p',
    'Netherlands;2200;;2300;p',
    'Germany;5200;;5300;',
  ]);
  expect(columns.find(({ kind }) => kind === 'fold')?.headings).toEqual(['2019', '2020']);
  expect(columns.find(({ headings }) => headings[0] === '2019 flag')?.written).toHaveProperty(
    'ignore',
  );
});

it('keeps the marks of the only figure of a row', async () => {
  const columns = await columnsOf([
    'Land;2019;2019 flag',
    'Belgium;1200;p',
    'Netherlands;2200;b',
    'Germany;5200;p',
  ]);
  expect(columns.find(({ headings }) => headings[0] === '2019 flag')?.to).toBe('status');
});

it('keeps a column of marks that belongs to no year', async () => {
  const columns = await columnsOf([
    'Land;2019;2020;Flag',
    'Belgium;1200;1300;p',
    'Netherlands;2200;2300;b',
    'Germany;5200;5300;p',
  ]);
  const flag = columns.find(({ headings }) => headings[0] === 'Flag');
  expect(flag?.to).toBe('status');
});

it('puts the marks beside one place on no other place', async () => {
  const columns = await columnsOf([
    'Jaar;Belgium;Belgium flag;Netherlands;Netherlands flag;Germany;Germany flag',
    '2019;1200;;1300;p;900;',
    '2020;2200;b;2300;p;700;e',
    '2021;5200;;5300;p;800;',
  ]);
  const flags = columns.filter(({ headings: [heading] }) => heading?.endsWith('flag'));
  expect(flags).toHaveLength(3);
  for (const { written } of flags) expect(written).toHaveProperty('ignore');
});

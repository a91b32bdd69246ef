import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { ingest } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { described, ingested, messageOf } from './fixture.ts';

const body = 'Plaats;Jaar;Aantal\nNL;2021;-\nNL;2022; – \nNL;2023;7\nNL;2024;x\n';
const marks = { zeroValues: ['-', '–'], missingValues: { x: 'suppressed' } };

test.each([
  ['integer', {}],
  ['number', {}],
  ['integer', { flags: { '*': 'P' } }],
  ['quantity', {}],
])('a mark that means nil is a figure of 0, read as %s %j', async (as, more) => {
  const { rows, conservation } = await ingested({
    description: {
      ...marks,
      columns: {
        Plaats: { to: 'place' },
        Jaar: { to: 'period', as: 'year' },
        Aantal: {
          to: 'value',
          as,
          ...more,
          ...(as === 'quantity' && { set: { unit: 'offence' } }),
        },
      },
    },
    files: body,
  });
  expect(
    rows.map(({ value, missing }) => [value === null ? null : Number(value), missing]),
  ).toEqual([
    [0, null],
    [0, null],
    [7, null],
    [null, 'suppressed'],
  ]);
  expect(rows.map((row) => row['origin_raw'])).toEqual(['-', ' – ', '7', 'x']);
  expect(conservation[0]).toMatchObject({ accepted: 4, rejected: 0 });
});

test('a mark that was written by slip is read as what it was corrected to', async () => {
  const { rows } = await ingested({
    description: {
      ...marks,
      corrections: [
        { column: 'Aantal', from: '7', to: '-', where: { Jaar: '2023' }, reason: 'said so' },
      ],
    },
    files: body,
  });
  expect(rows.map(({ value }) => (value === null ? null : Number(value)))).toEqual([0, 0, 0, null]);
});

test('a nought among the reasons is refused, and the key that takes it is named', async () => {
  const said = (missingValues: object, more: object = {}): Promise<string> =>
    messageOf(described({ description: { missingValues, ...more } }));
  expect(await said({ '-': 0 })).toContain('write `zeroValues: ["-"]` beside missingValues');
  expect(await said({ '-': 'nul' })).toContain('write `zeroValues: ["-"]` beside missingValues');
  expect(await said({ '': 0 })).toContain('write `blank: 0` on the column of figures');
  expect(await said({ '-': 'suppresed' })).toContain('must be one of');
  expect(await said({ '-': 'suppressed' }, { zeroValues: ['-'] })).toContain(
    'remove one of the two',
  );
});

test.each([
  ['whole', 'table'],
  ['stream', 'view'],
  ['rectangle', 'view'],
] as const)('marks and legend are the same, read as %s into a %s', async (way, records) => {
  const folder = mkdtempSync(join(tmpdir(), 'zero-'));
  const source = await described({
    description: {
      ...marks,
      file: { format: 'csv', encoding: 'utf-8', delimiter: ';', footer: '=' },
      legend: { '-': 'nul', x: 'geheim' },
    },
  });
  const engine = await openEngine({ threads: 1 });
  try {
    const path = join(folder, 'test.csv');
    writeFileSync(path, `${body}- = nul\nx = niet gemeld\n`);
    const { issues } = await ingest(engine, source, path, { way, records });
    expect(issues.map(({ rule, value, line }) => [rule, value, line])).toEqual([
      ['legend.changed', 'x', null],
    ]);
    const rows = await engine.rows<{ value: number | null }>(
      'select cast(value as DOUBLE) as value from observation order by origin_line',
    );
    expect(rows.map(({ value }) => value)).toEqual([0, 0, 7, null]);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
});

test('what an empty cell stands for is no slip that a correction names: the sums of both readings agree', async () => {
  const { rows, conservation } = await ingested({
    description: {
      corrections: [
        { column: 'Aantal', from: '0', to: '5', where: { Plaats: 'NL' }, reason: 'a typing slip' },
      ],
      columns: {
        Plaats: { to: 'place' },
        Jaar: { to: 'period', as: 'year' },
        Aantal: { to: 'value', as: 'integer', blank: 0 },
      },
    },
    files: 'Plaats;Jaar;Aantal\nNL;2021;\nNL;2022;0\nNL;2023;7\n',
  });
  expect(rows.map(({ value }) => Number(value))).toEqual([0, 5, 7]);
  expect(conservation[0]).toMatchObject({ accepted: 3, rejected: 0 });
});

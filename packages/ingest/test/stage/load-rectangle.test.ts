// Files longer than the beginning by which it is decided how their cells are kept: what comes later may be other than
// foreseen, and the result is that of the same file read whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { ingest, type SourceDescription } from '@samenbeeld/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { described } from '../fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-rectangle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rule = { nl: 'Elke.', fr: 'Chaque.', de: 'Jede.', en: 'Each.' };

let source: SourceDescription;
beforeAll(async () => {
  source = await described({
    description: {
      record: 'seizure',
      definitions: [{ id: 'test', countUnit: 'seizure', dateRole: 'seizure', rule }],
      constants: { basis: 'seized_in_port', placeLevel: 'port', seizingCountry: 'NL', unit: 'kg' },
      columns: {
        Datum: { to: 'date', as: 'date', format: '%d-%m-%Y' },
        Haven: { to: 'place', codes: { RTM: 'NLRTM', VLI: 'NLVLI', ANR: 'BEANR' } },
        Middel: {
          to: 'substance',
          rules: [{ match: '^Coke.*', to: 'COC' }],
          otherwise: { to: 'DRUG_OTHER', reason: 'the rest' },
        },
        Hoeveelheid: { to: 'value', as: 'number', decimalChar: ',' },
      },
      exclude: [{ rule: 'subtotal', where: { Middel: { match: '^Totaal' } }, reason: 'a sum' }],
    },
  });
});

const two = (number: number): string => String(number).padStart(2, '0');

/** Rows of 1.4 MB, of which the last may be others. */
function file(last: (row: number) => readonly string[] | null): string {
  const rows = Array.from({ length: 50_000 }, (_, row) => {
    const own = row < 45_000 ? null : last(row);
    const cells = own ?? [
      `${two(1 + (row % 28))}-${two(1 + (row % 12))}-2021`,
      row % 2 ? 'RTM' : 'VLI',
      row % 3 ? 'Coke' : 'Hash',
      `${row % 900},5`,
    ];
    return cells.join(';');
  });
  return `Datum;Haven;Middel;Hoeveelheid\n${rows.join('\n')}\n`;
}

async function told(path: string, way: 'rectangle' | 'whole') {
  const engine = await openEngine();
  try {
    const { issues, conservation } = await ingest(engine, source, path, { way, records: 'view' });
    const [sum] = await engine.rows(
      'select count(*) as n, cast(sum(hash(id, date, place, substance, quantity, printed, unit, origin_line, origin_raw, note)) as VARCHAR) as sum from seizure',
    );
    const [kept] = await engine.rows<{ types: string }>(
      "select string_agg(data_type, ' ') as types from information_schema.columns where table_schema = 'kept'",
    );
    return { result: { issues, conservation, sum }, types: kept?.types ?? '' };
  } finally {
    await engine.close();
  }
}

async function bothWays(name: string, last: (row: number) => readonly string[] | null) {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, file(last));
  const rectangle = await told(path, 'rectangle');
  expect(rectangle.result).toEqual((await told(path, 'whole')).result);
  return rectangle;
}

test('texts that the beginning does not hold get codes too, whatever becomes of them', async () => {
  const { result, types } = await bothWays('later', (row) =>
    row % 5 === 0
      ? ['31-12-2023', row % 10 ? 'ANR' : 'XXX', row % 15 ? 'Coke nat' : 'Totaal 2021', '1 000,5']
      : null,
  );
  const [conservation] = result.conservation;
  expect(conservation).toMatchObject({
    items: 50_000,
    excluded: 334,
    rejections: { 'crosswalk.unknown-code': 333, 'number.invalid': 333 },
  });
  expect(types).toContain("ENUM('RTM', 'VLI'");
});

test('a column of more texts than foreseen is text again', async () => {
  const { result, types } = await bothWays('many', (row) => [
    '31-12-2023',
    'RTM',
    `Coke in kist ${row} van ${'een lange reeks '.repeat(6)}kisten aan boord`,
    '2',
  ]);
  expect(result.conservation[0]).toMatchObject({ accepted: 50_000, rejected: 0 });
  expect(types).not.toContain('kist 45001');
});

test('no list of the texts of a column with personal data stays beside the records', async () => {
  const { result, types } = await bothWays('personal', (row) =>
    row === 47_000 ? ['01-01-2021', 'mail aan jan@example.org', 'Coke', '1'] : null,
  );
  expect(result.conservation[0]).toMatchObject({ accepted: 49_999, rejected: 1 });
  expect(types).not.toContain('example.org');
  expect(types).toContain('ENUM');
});

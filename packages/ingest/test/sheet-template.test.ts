import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import {
  ingest,
  loadSource,
  pictureKey,
  readSheet,
  sheetTemplate,
  type TemplateName,
  templateColumns,
  templateDescription,
  templateNames,
} from '@samenbeeld/ingest';
import { readTable } from '@samenbeeld/read';
import { InputError, languages, type SheetName, sheetKinds } from '@samenbeeld/schema';
import exceljs, { type Worksheet } from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'templates-'));
afterAll(() => rmSync(folder, { recursive: true }));

const owner = {
  country: 'NL',
  originator: 'NL_POL',
  marking: 'TLP:GREEN',
  document: 'register 2024',
};
/** A row of each template, and what it must become. */
const rows: Readonly<
  Record<TemplateName, { readonly row: Readonly<Record<string, string>>; readonly becomes: object }>
> = {
  assessments: {
    row: {
      ...{ id: 'A1', phenomenon: 'VIOLENCE', place: 'NLVLI', period: '2024', kind: 'fact' },
      ...{ says: 'rising', text: 'Meer geweld.', language: 'nl', ...owner },
    },
    becomes: { phenomenon: 'VIOLENCE', periodEnd: '2024-12-31', says: 'rising', evidence: [] },
  },
  listings: {
    row: {
      ...{ id: 'L1', platform: 'Some market', vendor: 'Some vendor', substance: 'COC' },
      ...{ amount: '3.5', unit: 'g', price: '210.50', currency: 'EUR', 'ships from': 'NL' },
      ...{ 'ships to': 'DE; FR', date: '2024-05-01', ...owner },
    },
    becomes: { amount: 3.5, price: 210.5, shipsFrom: 'NL', shipsTo: ['DE', 'FR'], caseKey: null },
  },
  measures: {
    row: {
      ...{ id: 'M1', measure: 'closure', place: 'NLVLI', 'legal basis': 'Opiumwet art. 13b' },
      ...{ from: '2024-03-01', authority: 'burgemeester', language: 'nl', case: 'Z 12', ...owner },
    },
    becomes: { measure: 'closure', legalBasis: 'Opiumwet art. 13b', until: null, effect: null },
  },
  reports: {
    row: {
      ...{ id: 'R1', phenomenon: 'DRUGS_PORT', place: 'EC', period: '2024-Q1', 'posted in': 'EC' },
      ...{ grade: 'X4', text: 'Een partij.', language: 'nl', ...owner },
    },
    becomes: { postedIn: 'EC', grade: 'X4', amount: null, periodStart: '2024-01-01' },
  },
  'post-items': {
    row: {
      ...{ item: 'P 1', date: '2024-05-01', country: 'NL', place: 'NL', service: 'NL_CUST' },
      ...{
        sort: 'post_letter',
        substance: 'COC',
        amount: '1.50',
        unit: 'g',
        to: 'US',
        case: 'Z 12',
      },
    },
    becomes: {
      substance: 'COC',
      quantity: 1.5,
      basis: 'seized_in_post',
      transport_mode: 'post_letter',
    },
  },
  actions: {
    row: {
      ...{ action: 'Action 1', period: '2024-04-15/2024-04-21', place: 'BE', service: 'BE_CUST' },
      ...{ measure: 'persons_checked', value: '2002', unit: 'person' },
    },
    becomes: {
      metric: 'persons_checked',
      value: 2002,
      definition: 'effort',
      basis: 'not_applicable',
    },
  },
  'firm-costs': {
    row: {
      ...{ sector: 'terminals', period: '2024', place: 'NLVLI', service: 'UNSPECIFIED' },
      ...{ kind: 'scanning', firms: '3', value: '1250000', unit: 'EUR' },
    },
    becomes: { metric: 'firm_costs', value: 1250000, unit: 'EUR', national_code: 'scanning' },
  },
};

const isSheet = (name: TemplateName): name is SheetName => Object.hasOwn(sheetKinds, name);

describe.each(templateNames)('the template %s', (name) => {
  const path = join(folder, `${name}.xlsx`);

  test('has a dictionary of every column in four languages, and the codes it takes', async () => {
    writeFileSync(path, await sheetTemplate(name, [rows[name].row]));
    const tables = await readTable(path, { format: 'xlsx', sheet: 'dictionary' });
    const told = tables[0]?.rows.map(({ cells }) => cells) ?? [];
    expect(told.map(([column]) => column)).toEqual(templateColumns(name).map((one) => one.name));
    for (const [, , ...words] of told)
      expect(new Set(words.slice(0, languages.length).filter(Boolean)).size).toBeGreaterThan(2);
    expect(Buffer.from(await sheetTemplate(name))).toEqual(Buffer.from(await sheetTemplate(name)));
  });

  test('reads back what was filled in', async () => {
    const { row, becomes } = rows[name];
    writeFileSync(path, await sheetTemplate(name, [row]));
    if (isSheet(name)) {
      const { rows: found } = await readSheet(name, path, { name: `${name}.xlsx` });
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject(becomes);
      return;
    }
    const description = join(folder, `${name}.source.yaml`);
    writeFileSync(description, templateDescription(name, 'NL_CUST', 'a salt of nobody') ?? '');
    const engine = await openEngine({ threads: 1 });
    try {
      const source = loadSource(description);
      const { conservation, issues } = await ingest(engine, source, [path], {
        catalogue: () => [],
      });
      expect(issues.filter(({ severity }) => severity === 'rejection')).toEqual([]);
      expect(conservation.map(({ items, accepted }) => [items, accepted])).toEqual([[1, 1]]);
      const [record] = await engine.rows(`select * from ${source.record}`);
      expect(record).toMatchObject(becomes);
      // What stands in a keyed column is nowhere as it was written.
      expect(JSON.stringify({ ...record, origin_raw: null })).not.toMatch(/Z 12|P 1/u);
    } finally {
      await engine.close();
    }
  });
});

test('costs of fewer than three firms are refused, with what may stand there', async () => {
  const path = join(folder, 'few.xlsx');
  const { row } = rows['firm-costs'];
  const counts = ['3', '12', '007', '2', '1', '0', '-3', '2.5', '2 or 3', ''];
  const filled = counts.map((firms, at) => ({ ...row, sector: `sector ${at}`, firms }));
  writeFileSync(path, await sheetTemplate('firm-costs', filled));
  const description = join(folder, 'few.source.yaml');
  writeFileSync(description, templateDescription('firm-costs', 'NL_CUST', 'a salt') ?? '');
  const engine = await openEngine({ threads: 1 });
  try {
    const { issues } = await ingest(engine, loadSource(description), [path], {
      catalogue: () => [],
    });
    const kept = await engine.rows('select place_note from observation order by 1');
    expect(kept.map(({ place_note }) => place_note)).toEqual(['sector 0', 'sector 1', 'sector 2']);
    const refused = issues.filter(({ severity }) => severity === 'rejection');
    expect(refused.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
      ...['2', '1', '0', '-3', '2.5', '2 or 3'].map((firms, at) => [
        at + 5,
        'F "firms"',
        firms,
        'code.refused',
      ]),
      [11, 'F "firms"', null, 'field.blank'],
    ]);
    expect(refused[0]?.message).toBe(
      '"2" may not stand here: costs are of at least three firms together, so that no firm’s own can be read from them',
    );
  } finally {
    await engine.close();
  }
});

test('a number that is hashed is found again with the salt of its description alone', async () => {
  const description = join(folder, 'salted.source.yaml');
  const [one, other] = ['first', 'second'].map((salt) => {
    writeFileSync(description, templateDescription('post-items', 'NL_CUST', salt) ?? '');
    return loadSource(description);
  });
  expect([one?.salt, other?.salt]).toEqual(['first', 'second']);
  expect(one?.id).toBe(other?.id);
});

test('what a keyed column holds is refused in another cell of its row, and not repeated', async () => {
  const path = join(folder, 'told.xlsx');
  const { row } = rows.listings;
  const refused = async (cells: object) => {
    writeFileSync(path, await sheetTemplate('listings', [{ ...row, vendor: 'Ace', ...cells }]));
    const error = await readSheet('listings', path, { name: 'told.xlsx' }).catch(String);
    return typeof error === 'string' ? error : null;
  };
  expect(await refused({})).toBeNull();
  // Within another word it is no name.
  expect(await refused({ document: 'a place of trade' })).toBeNull();
  for (const document of ['https://example.org/vendor/ACE/12', 'page of ace'])
    expect(await refused({ document })).toMatch(/"document": expected nothing of what is kept/u);
  expect(await refused({ document: 'page of ace' })).not.toMatch(/\bace\b/iu);
});

test('a keyed column is kept under the key of the picture, or not at all', async () => {
  const path = join(folder, 'keyed.xlsx');
  const { row } = rows.listings;
  writeFileSync(
    path,
    await sheetTemplate('listings', [row, { ...row, id: 'L2', vendor: ' SOME  vendor' }]),
  );
  const read = (secret: string | null) =>
    readSheet('listings', path, {
      name: 'keyed.xlsx',
      key: secret === null ? null : pictureKey(secret),
    });
  const without = await read(null);
  expect(without.rows.map(({ vendor, platform }) => [vendor, platform])).toEqual([
    [null, null],
    [null, null],
  ]);
  const one = await read('a key of at least thirty-two characters');
  const other = await read('another key of thirty-two characters!');
  // RFC 2104: printf 'vendor\0some vendor' | openssl dgst -sha256 -hmac 'a key of at least thirty-two characters'
  expect(one.rows[0]?.vendor).toBe('5b18-68b0d52f127937ce');
  expect(one.rows[1]?.vendor).toBe(one.rows[0]?.vendor);
  expect(other.rows[0]?.vendor).not.toBe(one.rows[0]?.vendor);
  expect(JSON.stringify([without, one, other])).not.toMatch(/some\s+(?:vendor|market)/iu);
  expect(() => pictureKey('short')).toThrow('expected a key of at least 32 characters, found 5');
});

describe('cells of a row that do not fit each other', () => {
  const path = join(folder, 'unfit.xlsx');
  const faultsOf = async (name: SheetName, cells: object): Promise<readonly string[]> => {
    writeFileSync(path, await sheetTemplate(name, [{ ...rows[name].row, ...cells }]));
    const error: unknown = await readSheet(name, path, { name: 'unfit.xlsx' }).catch(
      (found: unknown) => found,
    );
    return error instanceof InputError ? error.faults : [];
  };

  test('a measure does not end before it begins', async () => {
    expect(await faultsOf('measures', { until: '2024-03-01' })).toEqual([]);
    expect(await faultsOf('measures', { until: '2024-02-29' })).toEqual([
      'row 2, column F "until": expected 2024-03-01 (from) or a later day, found "2024-02-29". Repair: correct one of the two; leave this one empty where there is no last day',
    ]);
    // A day that is none is told as such, and not compared.
    expect(await faultsOf('measures', { until: '2023' })).toHaveLength(1);
  });

  test('an amount has a unit, and a unit needs no amount', async () => {
    expect(await faultsOf('reports', { amount: '1200', unit: 'kg' })).toEqual([]);
    expect(await faultsOf('reports', { unit: 'kg' })).toEqual([]);
    expect(await faultsOf('reports', { amount: '1200' })).toEqual([
      'row 2, column I "unit": expected the unit of amount 1200, found nothing. Repair: fill it in, or leave amount empty',
    ]);
  });

  test('the workbook stops the one and colours the other', async () => {
    const recordsOf = async (name: SheetName): Promise<Worksheet | undefined> => {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(Buffer.from(await sheetTemplate(name)) as never);
      return workbook.getWorksheet('records');
    };
    expect((await recordsOf('measures'))?.getCell('F300').dataValidation).toMatchObject({
      ...{ type: 'custom', errorStyle: 'stop', formulae: ['F2>=E2'] },
    });
    expect(await recordsOf('reports')).toMatchObject({
      conditionalFormattings: [{ ref: 'I2:I501', rules: [{ formulae: ['AND($H2<>"",$I2="")'] }] }],
    });
  });
});

test.each(['D1', 'BX', 'XX', 'b2'])(
  'the grade of a report is 4×4, and %s is none',
  async (grade) => {
    const path = join(folder, 'graded.xlsx');
    writeFileSync(path, await sheetTemplate('reports', [{ ...rows.reports.row, grade }]));
    await expect(readSheet('reports', path, { name: 'graded.xlsx' })).rejects.toThrow(
      `expected a 4×4 grade, found "${grade}". Repair: write the source as A, B, C or X and the information as 1 to 4`,
    );
  },
);

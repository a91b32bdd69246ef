import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { openEngine } from '@samenbeeld/engine';
import { readTable } from '@samenbeeld/read';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { exercise, hazeldonk, money, post, published, transit } from './pictures.ts';

interface Resource {
  readonly name: string;
  readonly type: string;
  readonly path: string;
  readonly format: string;
  readonly mediatype: string;
  readonly encoding?: string;
  readonly bytes: number;
  readonly hash: string;
  readonly 'samenbeeld:parquet': Pick<Resource, 'path' | 'bytes' | 'hash'>;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly title?: string;
      readonly description?: string;
      readonly constraints?: { readonly required?: true; readonly enum?: readonly string[] };
    }[];
    readonly missingValues: readonly string[];
  };
}

interface Package {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licenses: readonly { readonly name?: string; readonly path?: string }[];
  readonly sources: readonly { readonly title: string }[];
  readonly resources: readonly Resource[];
}

const packageOf = (folder: string): Package =>
  JSON.parse(readFileSync(`${folder}/data/datapackage.json`, 'utf8')) as Package;

/** Field types of Table Schema, version 2. */
const fieldTypes = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'list',
  'datetime',
  'date',
  'time',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'any',
]);

/** A cell as text, so that what a CSV says and what Parquet holds can be compared. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return String(value);
}

/** A cell of the CSV without the quote that keeps a spreadsheet from reading it as a formula. */
const unescaped = (cell: string): string => (/^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell);

describe.each([
  ['published', published],
  ['exercise', exercise],
])('the data package of the %s picture', (picture, folder) => {
  const described = packageOf(folder);
  const data = `${folder}/data`;

  test('is a Frictionless data package: names, titles, sources, licences, resources', () => {
    expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(described.name).toMatch(/^[a-z0-9._-]+$/);
    expect(described.title).not.toBe('');
    expect(described.sources.length).toBeGreaterThan(3);
    expect(described.sources.every(({ title }) => title.length > 0)).toBe(true);
    expect(described.licenses.every(({ name, path }) => name ?? path)).toBe(true);
    const names = described.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, type, path, schema } of described.resources) {
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      expect(type).toBe('table');
      expect(path).not.toMatch(/^\/|\.\.|:/);
      const fields = schema.fields.map((field) => field.name);
      expect(new Set(fields).size).toBe(fields.length);
      expect(schema.fields.filter((field) => !fieldTypes.has(field.type))).toEqual([]);
    }
  });

  test('names every table file with its size and hash, and no other', () => {
    const files = readdirSync(data).filter((name) => /\.(csv|parquet)$/.test(name));
    const named = described.resources.flatMap((one) => [one, one['samenbeeld:parquet']]);
    expect(named.map(({ path }) => path).sort()).toEqual(files.sort());
    for (const { path, bytes, hash } of named) {
      const content = readFileSync(`${data}/${path}`);
      expect([path, content.length]).toEqual([path, bytes]);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    }
  });

  test('says who may read it, in the package and beside it', () => {
    expect(described.description).toContain('TLP:CLEAR');
    const marking = readFileSync(`${data}/HANDLING.txt`, 'utf8');
    for (const word of ['openbaar', 'diffusion publique', 'Öffentlichkeit', 'public'])
      expect(marking).toContain(word);
    const exerciseWords = ['OEFENING', 'EXERCICE', 'ÜBUNG', 'EXERCISE'];
    for (const word of exerciseWords)
      expect(marking.includes(word), word).toBe(picture === 'exercise');
  });

  test('holds the same in Parquet as in CSV, cell by cell, with the columns it declares', async () => {
    const engine = await openEngine({ threads: 1 });
    let cells = 0;
    for (const { path, schema } of described.resources) {
      const [csv] = await readTable(`${data}/${path}`, { format: 'csv', header: 1 });
      const table = path.replace('.csv', '');
      await engine.readParquet(table, `${data}/${table}.parquet`);
      const rows = await engine.rows<Record<string, unknown>>(`select * from ${table}`);
      const names = schema.fields.map(({ name }) => name);
      if (rows.length === 0) {
        expect(readFileSync(`${data}/${path}`, 'utf8').trim()).toBe(names.join(','));
        continue;
      }
      expect(csv?.columns.map(({ headers }) => headers[0])).toEqual(names);
      expect(Object.keys(rows[0] ?? {})).toEqual(names);
      expect(csv?.rows).toHaveLength(rows.length);
      rows.forEach((row, index) => {
        names.forEach((name, column) => {
          const printed = csv?.rows[index]?.cells[column] ?? '';
          const held = row[name];
          const same =
            typeof held === 'number'
              ? Number(printed) === held
              : unescaped(printed) === asText(held) || printed === asText(held);
          if (!same)
            expect.unreachable(
              `${table}.${name}, row ${index + 1}: "${printed}" in CSV, "${asText(held)}" in Parquet`,
            );
          cells += 1;
        });
      });
    }
    await engine.close();
    expect(cells).toBeGreaterThan(1000);
  });

  test('keeps formulas out of spreadsheets', () => {
    for (const name of readdirSync(data).filter((file) => file.endsWith('.csv'))) {
      const text = readFileSync(`${data}/${name}`, 'utf8');
      expect(text, name).not.toMatch(/(?:^|,)"?[=@]/m);
      expect(text, name).not.toMatch(/(?:^|,)"?[+-](?![\d.])/m);
    }
  });
});

test.each([
  ['published', published],
  ['exercise', exercise],
  ['follow-the-money', money],
  ['hazeldonk', hazeldonk],
  ['source-and-transit', transit],
  ['post-and-courier', post],
])('every field of %s is described, and its cells are as it says', async (_, folder) => {
  const { resources } = packageOf(folder);
  let held = 0;
  for (const { name, path, schema } of resources) {
    const [csv] = await readTable(`${folder}/data/${path}`, { format: 'csv', header: 1 });
    for (const [at, { name: field, title, description, constraints }] of schema.fields.entries()) {
      const cell = `${name}.${field}`;
      expect([cell, title?.trim() || null, description?.trim() || null]).not.toContain(null);
      for (const { cells } of csv?.rows ?? []) {
        const value = cells[at] ?? '';
        if (constraints?.required && value === '') expect.unreachable(`${cell} has an empty cell`);
        if (value !== '' && constraints?.enum && !constraints.enum.includes(value))
          expect.unreachable(`${cell} holds ${value}, which its list does not`);
        if (constraints) held += 1;
      }
    }
  }
  expect(held).toBeGreaterThan(500);
});

const python = [
  `${root}/.venv/${process.platform === 'win32' ? 'Scripts' : 'bin'}/python`,
  'python3',
].find((program) => {
  if (program.startsWith('/') && !existsSync(program)) return false;
  return spawnSync(program, ['-c', 'import pandas, pyarrow']).status === 0;
});
if (!python)
  console.log('skipped: the data package in pandas, because no Python here has pandas and pyarrow');

test.skipIf(!python)('ten lines of pandas read it', () => {
  const script = readFileSync(`${root}/docs/read-with-pandas.py`, 'utf8');
  expect(script.split('\n').filter((line) => /\S/.test(line)).length).toBeLessThanOrEqual(16);
  const { status, stdout, stderr } = spawnSync(
    python ?? '',
    ['-W', 'error', `${root}/docs/read-with-pandas.py`, published],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/2022\s+4776(\.0*)?\s+4776(\.0*)?\s+given\s+partial\s+NLTNZ/);
  expect(stdout).toMatch(/2021\s+[\d.]+\s+\S+\s+undecided\s+partial/);
  expect(stdout).toMatch(/2022-01-01\s+4157/);
});

test('ten lines of R name the files and columns that are there', () => {
  const script = readFileSync(`${root}/docs/read-with-r.R`, 'utf8');
  expect(script.split('\n').filter((line) => /^[^#\s]/.test(line)).length).toBeLessThanOrEqual(12);
  const { resources } = packageOf(published);
  const columns = new Set(resources.flatMap(({ schema }) => schema.fields.map(({ name }) => name)));
  for (const [, file] of script.matchAll(/"(\w+\.parquet)"/g))
    expect(resources.map((one) => one['samenbeeld:parquet'].path)).toContain(file);
  const named = [...script.matchAll(/c\(([^)]*)\)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !columns.has(name ?? ''))).toEqual([]);
  for (const name of ['place', 'basis', 'substance']) expect(columns.has(name)).toBe(true);
});

import { type FileShape, type ReadTable, readTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headers, picture, readContent, said, tempFile } from './temp-file.ts';

const read = (content: unknown, shape: Partial<FileShape> = {}): Promise<ReadTable> =>
  readContent(typeof content === 'string' ? content : JSON.stringify(content), {
    ...shape,
    format: 'json-stat',
  });

/** As the Eurostat statistics API answers: sparse values, a status where a flag stands. */
const eurostat = {
  version: '2.0',
  class: 'dataset',
  label: 'Police-recorded offences by offence category',
  source: 'ESTAT',
  id: ['freq', 'geo', 'time'],
  size: [1, 2, 3],
  dimension: {
    freq: { label: 'Time frequency', category: { index: { A: 0 }, label: { A: 'Annual' } } },
    geo: {
      label: 'Geopolitical entity',
      category: { index: { BE: 0, FR: 1 }, label: { BE: 'Belgium', FR: 'France' } },
    },
    time: {
      category: {
        index: { '2014': 0, '2015': 1, '2016': 2 },
        label: { '2014': '2014', '2015': '2015', '2016': '2016' },
      },
    },
  },
  value: { '0': 55132, '4': 7483, '5': 241887 },
  status: { '5': 'b', '2': ':' },
};

test('a sparse data set: the last dimension changes fastest, a label where it says more than the code', async () => {
  const table = await read(eurostat);
  expect(headers(table)).toEqual([
    'freq',
    'freq label',
    'geo',
    'geo label',
    'time',
    'value',
    'status',
  ]);
  expect(picture(table)).toEqual([
    [0, 'A', 'Annual', 'BE', 'Belgium', '2014', '55132', null],
    [2, 'A', 'Annual', 'BE', 'Belgium', '2016', null, ':'],
    [4, 'A', 'Annual', 'FR', 'France', '2015', '7483', null],
    [5, 'A', 'Annual', 'FR', 'France', '2016', '241887', 'b'],
  ]);
  expect(table.lines).toEqual({ total: 6, title: 0, header: 0, footer: 0, blank: 2, data: 4 });
});

test('version 1: id and size inside dimension, a bundle, an index that is a list, no index at all', async () => {
  const dataset = (value: unknown): unknown => ({
    dimension: {
      id: ['kind', 'year'],
      size: [1, 2],
      kind: { category: { label: { total: 'All kinds' } } },
      year: { category: { index: ['2021', '2022'] } },
    },
    value,
  });
  const bundle = tempFile(
    'bundle.json',
    JSON.stringify({ a: dataset([1, null]), b: dataset([3, 4]) }),
  );
  const [first, ...others] = await readTable(bundle, { format: 'json-stat' });
  expect(others).toEqual([]);
  expect(first?.sheet).toBe('a');
  expect(picture(first as ReadTable)).toEqual([[0, 'total', 'All kinds', '2021', '1']]);
  expect(said(first?.notes ?? [])).toMatchInlineSnapshot(`
    [
      "note sheet.other (): data sets not read: "b". Repair: name those that hold data.",
    ]
  `);
  const both = await readTable(bundle, { format: 'json-stat', sheet: '/./' });
  expect(both.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('a collection holds its data sets; units, remarks and hierarchies are not lost', async () => {
  const table = await read({
    class: 'collection',
    link: {
      item: [
        { class: 'dataset', href: 'https://example.org/other' },
        {
          class: 'dataset',
          label: 'seizures',
          note: ['provisional'],
          id: ['measure', 'drug'],
          size: [1, 2],
          dimension: {
            measure: {
              category: { index: ['m'], unit: { m: { base: 'kg', multiplier: 3 } } },
            },
            drug: {
              category: { index: ['all', 'coc'], child: { all: ['coc'] } },
              note: ['see manual'],
            },
          },
          value: [2, 1.5],
          status: 'p',
        },
      ],
    },
  });
  expect(headers(table)).toEqual(['measure', 'measure unit', 'drug', 'value', 'status']);
  expect(picture(table)[0]).toEqual([0, 'm', 'kg × 10^3', 'all', '2', 'p']);
  expect(said(table.notes)).toMatchInlineSnapshot(`
    [
      "note cube.remarks (): the publisher attached 2 remarks to the data set. Repair: read the keys "note" of the file.",
      "note cube.nested (): categories of "drug" are parts of others: totals and parts stand together. Repair: leave out one side by name.",
    ]
  `);
});

test('digits stay as they are written', async () => {
  const text =
    '{"class":"dataset","id":["a"],"size":[3],"dimension":{"a":{"category":{"index":["x","y","z"]}}},"value":[1.50,12345678901234567890,"…"]}';
  expect(picture(await read(text))).toEqual([
    [0, 'x', '1.50'],
    [1, 'y', '12345678901234567890'],
    [2, 'z', '…'],
  ]);
});

test('what is refused, and how it is said', async () => {
  const one = (changes: object): object => ({ ...eurostat, ...changes });
  const wrong: readonly unknown[] = [
    '[]',
    '{"a":1}',
    '{"error":[{"label":"no results"}]}',
    '{"class":"collection","link":{"item":[{"class":"dataset","href":"x"}]}}',
    one({ value: [1, 2] }),
    one({ value: { '6': 1 } }),
    one({ value: { '01': 1 } }),
    one({ value: { '0': [1] } }),
    one({ value: 3 }),
    one({ size: [1, 2] }),
    one({ size: [1, 2, 4] }),
    one({ size: [1, 2, -3] }),
    one({ size: [1, 2, 1.5] }),
    one({ id: ['freq', 'freq', 'time'], size: [1, 1, 3] }),
    one({ id: ['freq', 'place', 'time'] }),
    one({ dimension: { ...eurostat.dimension, geo: { category: { index: ['BE', 'BE'] } } } }),
    one({ dimension: { ...eurostat.dimension, geo: { category: { index: { BE: 0, FR: 0 } } } } }),
    one({ dimension: { ...eurostat.dimension, geo: { category: { index: { BE: 0, FR: 7 } } } } }),
    '{"class":"dataset","class":"dataset"}',
    `${'['.repeat(200)}${']'.repeat(200)}`,
    '{"class":"dataset","id":["a"',
  ];
  const messages: string[] = [];
  for (const content of wrong) {
    const error = await read(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    messages.push((error as InputError).message);
  }
  expect(messages).toMatchInlineSnapshot(`
    [
      "file: expected a JSON-stat object, found another value. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected a JSON-stat data set, found none. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected data, found an error message of the publisher. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected data sets in the collection, found references to other files only. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected 6 value entries, as size says, found 2. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected value places from 0 to 5, found "6". Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected value places from 0 to 5, found "01". Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected a value at place 0, found an object or array. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected value, an array or object, found none. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected as many sizes as dimensions, found 2 for 3. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected 4 categories of "time", as size says, found 3. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected a whole number as the size of "time". Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected a whole number as the size of "time". Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: a dimension stands twice under id. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected the categories of the dimension "place", found none. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: a category of "geo" stands twice. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected places from 0 to 1 in the index of "geo", each once. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file: expected places from 0 to 1 in the index of "geo", each once. Repair: fetch the file again; else ask the publisher for valid JSON-stat",
      "file, line 1, column 20: expected each key once, found "class" twice in one object. Repair: ask the publisher which of the two is meant",
      "file, line 1, column 101: expected at most 100 levels of nesting, found more. Repair: ask the publisher for a flat file",
      "file, line 1, column 29: expected JSON, found an error: close bracket expected. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
    ]
  `);
});

test('a cube said to be huge costs nothing', async () => {
  const size = 40_000;
  const index = Array.from({ length: size }, (_, at) => `c${at}`);
  const cube = (dimensions: readonly string[]): object => ({
    class: 'dataset',
    id: dimensions,
    size: dimensions.map(() => size),
    dimension: Object.fromEntries(dimensions.map((id) => [id, { category: { index } }])),
    value: { '1599999999': 1 },
  });
  const table = await read(cube(['a', 'b']));
  expect(table.lines).toMatchObject({ total: 1_600_000_000, blank: 1_599_999_999, data: 1 });
  expect(picture(table)).toEqual([[1_599_999_999, 'c39999', 'c39999', '1']]);
  await expect(read(cube(['a', 'b', 'c']))).rejects.toThrow(
    'expected at most 2,147,483,647 places',
  );
});

test('dense and sparse forms of a cube are the same table, whatever its shape', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.infiniteStream(fc.option(fc.integer())), async (size, stream) => {
      const places = size.reduce((product, each) => product * each, 1);
      const value = Array.from({ length: places }, () => stream.next().value ?? null);
      const id = size.map((_, at) => `d${at}`);
      const cube = {
        class: 'dataset',
        id,
        size,
        dimension: Object.fromEntries(
          size.map((count, at) => [
            `d${at}`,
            { category: { index: Array.from({ length: count }, (_, place) => `${at}.${place}`) } },
          ]),
        ),
      };
      const sparse = Object.fromEntries(
        value.flatMap((each, at) => (each === null ? [] : [[at, each] as const])),
      );
      const dense = await read({ ...cube, value });
      expect(picture(await read({ ...cube, value: sparse }))).toEqual(picture(dense));
      // Reading the codes back as digits of the mixed radix gives the place again.
      for (const { line, cells } of dense.rows) {
        const digits = cells.slice(0, size.length).map((code) => Number(code?.split('.')[1]));
        expect(digits.reduce((sum, digit, at) => sum * (size[at] ?? 1) + digit, 0)).toBe(line);
        expect(cells.at(-1)).toBe(String(value[line]));
      }
      const { total, blank, data } = dense.lines;
      expect([total, blank + data]).toEqual([places, places]);
    }),
    { numRuns: 50 },
  );
});

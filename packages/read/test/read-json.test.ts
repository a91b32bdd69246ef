import type { FileShape, ReadTable } from '@samenbeeld/read';
import { InputError, withheldText } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headers, picture, readContent, said } from './temp-file.ts';

const read = (content: string | Uint8Array, shape: Partial<FileShape> = {}): Promise<ReadTable> =>
  readContent(content, { ...shape, format: 'json' });

test('keys become columns in order of first appearance; absent is null; numbers keep their digits', async () => {
  const table = await read(
    '[{"b": 1.50, "2021": 96320.80, "a": "x"}, {"a": "", "c": null}, {"c": true, "b": 12345678901234567890}]',
  );
  expect(headers(table)).toEqual(['b', '2021', 'a', 'c']);
  expect(picture(table)).toEqual([
    [0, '1.50', '96320.80', 'x', null],
    [2, '12345678901234567890', null, null, 'true'],
  ]);
  expect(table.lines).toEqual({ total: 3, title: 0, header: 0, footer: 0, blank: 1, data: 2 });
  expect(table.columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
});

test.each([
  [undefined, '[{"a":1}]'],
  ['/', '[{"a":1}]'],
  ['$', '\uFEFF[{"a":1}]'],
  ['value', '{"x":[{"a":2}],"value":[{"a":1}]}'],
  ['$.value', '{"value":[{"a":1}],"after":[[{"a":2}]]}'],
  ['/value', '{"value":[{"a":1}]}'],
  ['$.data[1].rows', '{"data":[{"rows":[{"a":0}]},{"rows":[{"a":1}]}]}'],
  ['/data/1/rows', '{"data":[{"rows":[{"a":0}]},{"rows":[{"a":1}]}]}'],
  ['/a~1b', '{"a/b":[{"a":1}]}'],
])('the array at %s', async (path, content) => {
  expect(picture(await read(content, path === undefined ? {} : { path }))).toEqual([[0, '1']]);
});

test('nested values are JSON text with a note', async () => {
  const table = await read('[{"a": {"x": [1, 2.0]}, "b": []}]');
  expect(picture(table)).toEqual([[0, '{"x": [1, 2.0]}', '[]']]);
  expect(said(table.notes)).toMatchInlineSnapshot(`
    [
      "note cell.nested (0 A): an object or array: kept as JSON text. Repair: none needed.",
      "note cell.nested (0 B): an object or array: kept as JSON text. Repair: none needed.",
    ]
  `);
});

test('elements that are not plain objects are rejected and still counted', async () => {
  const table = await read('[1, {"a": 1}, [2], null, {"a": 1, "a": 2}, {"__proto__": "x"}]');
  expect(picture(table)).toEqual([
    [1, '1', null],
    [5, null, 'x'],
  ]);
  expect(table.lines).toMatchObject({ total: 6, data: 6, blank: 0 });
  expect(said(table.rejects)).toMatchInlineSnapshot(`
    [
      "rejection row.not-an-object (0): expected an object, found another value. Repair: ask the publisher for an array of objects.",
      "rejection row.not-an-object (2): expected an object, found another value. Repair: ask the publisher for an array of objects.",
      "rejection row.not-an-object (3): expected an object, found another value. Repair: ask the publisher for an array of objects.",
      "rejection row.key-twice (4): the key "a" stands twice. Repair: ask the publisher which value is meant.",
    ]
  `);
});

test('an empty array is a table without rows', async () => {
  const table = await read('[]');
  expect(table.columns).toEqual([]);
  expect(table.lines.total).toBe(0);
});

test('utf-16 with a mark', async () => {
  const table = await read(Buffer.from('\uFEFF[{"a": "ü"}]', 'utf16le'));
  expect(picture(table)).toEqual([[0, 'ü']]);
});

test('what is refused, and how it is said', async () => {
  const wrong: readonly (readonly [string | Uint8Array, string?])[] = [
    ['[\n {"a": 1},\n {"a" 2}\n]'],
    ['[{"a": 1},]'],
    ['[{"a": 1}'],
    ['[{"a": "x'],
    ['[{"a": 01}]'],
    ['// note\n[]'],
    ['[] []'],
    ['   '],
    ['{"value": {"x": []}}', 'value'],
    ['{"value": 1}', '$.value'],
    [Buffer.from('[{"a":"\xfc"}]', 'latin1'), '/'],
    ['['.repeat(200) + ']'.repeat(200)],
    ['['.repeat(100_000)],
  ];
  const refusals: string[] = [];
  for (const [content, path = '/'] of wrong) {
    await read(content, { path }).catch((error: Error) => refusals.push(String(error)));
  }
  expect(refusals).toMatchInlineSnapshot(`
    [
      "InputError: file, line 3, column 7: expected JSON, found an error: colon expected. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file, line 1, column 11: expected JSON, found an error: value expected. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file, line 1, column 10: expected JSON, found an error: close bracket expected. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file, line 1, column 8: expected JSON, found an error: unexpected end of string. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file, line 1, column 9: expected JSON, found an error: comma expected. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file, line 1, column 1: expected JSON, found an error: invalid comment token. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file, line 1, column 4: expected JSON, found an error: end of file expected. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file, line 1, column 4: expected JSON, found an error: value expected. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      "InputError: file: expected an array at $.value, found none; arrays are at $.value.x. Repair: correct the path in the source description",
      "InputError: file: expected an array at $.value, found none; there is no array. Repair: correct the path in the source description",
      "InputError: file, line 1: expected utf-8, found byte 0xFC (byte 8 of the file), which is not a character of it. Repair: declare encoding: windows-1252, which fits",
      "InputError: file, line 1, column 101: expected at most 100 levels of nesting, found more. Repair: ask the publisher for a flat file",
      "InputError: file, line 1, column 101: expected at most 100 levels of nesting, found more. Repair: ask the publisher for a flat file",
    ]
  `);
});

test('accepts what JSON.parse accepts, with the same strings, and refuses the rest', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^-?\d/.test(text)),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const content = fc
    .tuple(
      fc.array(fc.dictionary(fc.string({ minLength: 1 }), value)),
      fc.nat(400),
      fc.string({ maxLength: 2 }),
    )
    .map(([list, at, noise]) => {
      const text = JSON.stringify(list, null, at % 3);
      const mixed = at % 2 === 0 ? text : text.slice(0, at) + noise + text.slice(at);
      return Buffer.from(mixed).toString();
    });
  await fc.assert(
    fc.asyncProperty(content, async (text) => {
      let parsed: unknown;
      try {
        parsed = JSON.parse(text);
      } catch {
        parsed = undefined;
      }
      const table = await read(text).catch((error: unknown) => error);
      if (!Array.isArray(parsed)) {
        expect(table).toBeInstanceOf(InputError);
        return;
      }
      const { columns, rows, rejects, lines } = table as ReadTable;
      expect(lines.total).toBe(parsed.length);
      const keys = columns.map((column) => column.headers[0] ?? '');
      for (const { line, cells } of rejects.length > 0 ? [] : rows) {
        const element = parsed[line] as Readonly<Record<string, unknown>>;
        const given = Object.entries(element)
          .filter(([, each]) => each !== null)
          .map(([key, each]) => `${withheldText(key.trim())}=${each}`);
        const found = keys.flatMap((key, i) => {
          const cell = cells[i] ?? null;
          const number = cell !== null && /^-?\d[\d.eE+-]*$/.test(cell);
          return cell === null ? [] : [`${key}=${number ? Number(cell) : cell}`];
        });
        expect(found.sort()).toEqual(given.sort());
      }
    }),
    { numRuns: 200 },
  );
});

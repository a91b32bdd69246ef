import type { FileShape, ReadTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headers, picture, readContent, said } from './temp-file.ts';

const read = (content: string, shape: Partial<FileShape> = {}): Promise<ReadTable> =>
  readContent(content, { ...shape, format: 'ndjson' });

test('one object a line; the line is the physical one', async () => {
  const table = await read(
    '{"a": 1.50, "b": null}\r\n\r\n{"c": "x", "a": 96320.80}\n{}\n{"b": {"x": [1]}}',
  );
  expect(headers(table)).toEqual(['a', 'b', 'c']);
  expect(picture(table)).toEqual([
    [1, '1.50', null, null],
    [3, '96320.80', null, 'x'],
    [5, null, '{"x": [1]}', null],
  ]);
  expect(table.lines).toEqual({ total: 5, title: 0, header: 0, footer: 0, blank: 2, data: 3 });
  expect(said(table.notes)).toMatchInlineSnapshot(`
    [
      "note cell.nested (5): an object or array: kept as JSON text. Repair: none needed.",
    ]
  `);
});

test('lines that are no object are rejected, the others are read', async () => {
  const table = await read(
    '{"a": 1}\n[2]\n{"a": 3, "a": 4}\n{"a": 5}, {"a": 6}\n7\n// no\n{"a": 8}\n{"a": ',
  );
  expect(picture(table)).toEqual([
    [1, '1'],
    [7, '8'],
  ]);
  expect(table.lines).toMatchObject({ total: 8, data: 8 });
  expect(said(table.rejects)).toMatchInlineSnapshot(`
    [
      "rejection row.not-an-object (2): expected an object, found another value. Repair: ask the publisher for an array of objects.",
      "rejection row.key-twice (3): the key "a" stands twice. Repair: ask the publisher which value is meant.",
      "rejection row.not-json (4): expected one JSON object on the line, found text that is none. Repair: ask the publisher for one object a line.",
      "rejection row.not-an-object (5): expected an object, found another value. Repair: ask the publisher for an array of objects.",
      "rejection row.not-json (6): expected one JSON object on the line, found text that is none. Repair: ask the publisher for one object a line.",
      "rejection row.not-json (8): expected one JSON object on the line, found text that is none. Repair: fetch the file again: its last line may be cut off.",
    ]
  `);
});

test.each(['', '[]', '[{"a":1}]', 'a;b\n1;2', `${'['.repeat(200)}`])(
  '%s is refused',
  async (content) => {
    await expect(read(content)).rejects.toThrow(InputError);
  },
);

test('every line is a row, blank or rejected, and values come back', async () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean());
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), value);
  await fc.assert(
    fc.asyncProperty(fc.array(object, { minLength: 1 }), async (objects) => {
      const table = await read(objects.map((each) => JSON.stringify(each)).join('\n'));
      expect(table.lines.total).toBe(objects.length);
      expect(table.rows.length + table.lines.blank).toBe(objects.length);
      for (const { line, cells } of table.rows) {
        const written = objects[line - 1] ?? {};
        for (const [at, header] of headers(table).entries()) {
          const wanted = Object.hasOwn(written, header) ? written[header] : null;
          expect(cells[at]).toBe(wanted === null || wanted === '' ? null : String(wanted));
        }
      }
    }),
    { numRuns: 50 },
  );
});

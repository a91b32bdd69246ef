import { InputError } from '@samenbeeld/schema';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readContent } from './temp-file.ts';

const character = fc.constantFrom(
  ...['a', 'é', 'ß', '€', '5', '.', ' ', ';', ',', '\t', '|', '"', "'", '\n', '\r', '\r\n'],
);
const text = fc.string({ unit: character, maxLength: 6 });

interface Case {
  readonly table: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly quote: string;
  readonly end: string;
  readonly encoding: string;
  readonly always: boolean;
  readonly lastEnd: boolean;
  readonly title: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  table: fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 8 }),
    ),
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  quote: fc.constantFrom('"', "'"),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
  always: fc.boolean(),
  lastEnd: fc.boolean(),
  title: fc.nat(2),
});

/** Lines in a text, by splitting it; a lone carriage return ends a line only in a file that ends lines so. */
function linesIn(part: string, end: string): number {
  return part.split(end === '\r' ? /\r\n|\r|\n/ : '\n').length - 1;
}

/** Writes the table as RFC 4180 has it and says what a reader must find, counted from the text. */
function write(one: Case): {
  content: string;
  rows: [number, number, (string | null)[]][];
  total: number;
  blank: number;
} {
  const { delimiter, quote, end, always, title } = one;
  const special = [delimiter, quote, '\n', '\r'];
  const cell = (value: string): string =>
    always || special.some((each) => value.includes(each)) || value.startsWith(' ')
      ? quote + value.replaceAll(quote, quote + quote) + quote
      : value;
  const width = one.table[0]?.length ?? 1;
  const header = Array.from({ length: width }, (_, i) => `h${i}`);
  let content = `title${end}`.repeat(title) + header.join(delimiter) + end;
  let blank = 0;
  const rows: [number, number, (string | null)[]][] = [];
  for (const cells of one.table) {
    const line = linesIn(content, end) + 1;
    const row = cells.map(cell).join(delimiter);
    content += row + end;
    const lines = linesIn(row, end) + 1;
    if (cells.every((value) => value.trim() === '')) blank += lines;
    else rows.push([line, lines, cells.map((value) => (value === '' ? null : value))]);
  }
  const total = linesIn(content, end);
  if (!one.lastEnd && one.table.at(-1)?.join('') !== '') content = content.slice(0, -end.length);
  return { content, rows, total, blank };
}

test('any table in any dialect comes back cell for cell, line for line', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const { content, rows, total, blank } = write(one);
      const { delimiter, quote, encoding, title } = one;
      const table = await readContent(iconv.encode(content, encoding), {
        delimiter,
        quote,
        encoding,
        title,
      });
      expect(table.rows.map(({ line, lines, cells }) => [line, lines, cells])).toEqual(rows);
      const data = rows.reduce((sum, [, lines]) => sum + lines, 0);
      expect(table.lines).toEqual({ total, title, header: 1, footer: 0, blank, data });
      expect(table.notes.filter(({ rule }) => rule !== 'encoding.looks-like-utf-8')).toEqual([]);
      expect(table.rejects).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('bytes cut off anywhere, or any bytes at all, give a table whose lines add up or an InputError', async () => {
  const cut = fc.tuple(cases, fc.nat(200)).map(([one, length]) => ({
    bytes: iconv.encode(write(one).content, one.encoding).subarray(0, length),
    shape: { delimiter: one.delimiter, quote: one.quote, encoding: one.encoding, title: one.title },
  }));
  const noise = fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ bytes, shape: {} }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(cut, noise), async ({ bytes, shape }) => {
      const table = await readContent(bytes, shape).catch((error: unknown) => error);
      if (table instanceof Error) {
        expect(table).toBeInstanceOf(InputError);
      } else {
        const { total, ...kinds } = (table as Awaited<ReturnType<typeof readContent>>).lines;
        expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
      }
    }),
    { numRuns: 300 },
  );
});

test('appending blank lines anywhere moves lines and changes no row', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1 }), {
          minLength: 2,
          maxLength: 2,
        }),
        { minLength: 1 },
      ),
      fc.array(fc.nat(3), { minLength: 20, maxLength: 20 }),
      async (rows, gaps) => {
        const body = rows
          .map((cells, i) => '\n'.repeat(gaps[i % 20] ?? 0) + cells.join(';'))
          .join('\n');
        const table = await readContent(`h;i\n${body}\n`);
        expect(table.rows.map(({ cells }) => cells)).toEqual(rows);
        expect(table.lines.blank).toBe(body.split('\n').length - rows.length);
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellReader } from '../src/cell-reader.ts';
import { fileTail } from '../src/file-tail.ts';
import { scan } from '../src/scan.ts';
import { rectangleProof } from '../src/survey.ts';

const options = { delimiter: 59, quote: 34, width: 2, line: 2, start: 10 };

function proofOf(text: string) {
  const proof = rectangleProof(options);
  proof.add(Buffer.from(text));
  const { milestones, ...found } = proof.end();
  expect(milestones.length).toBe(found.rows > 0 ? 1 : 0);
  return found;
}

const even = { irregular: null, carriageReturns: false, quoted: false, trimmed: [0, 1] };
const at = (line: number, offset: number) => ({ line, offset: options.start + offset });

describe('rectangleProof(lines)', () => {
  test.each([
    ['a;b\nc;d\n', { ...even, rows: 2 }],
    ['a;b\nc;d', { ...even, rows: 2 }],
    ['a;b\r\nc;d\r\n', { ...even, rows: 2, carriageReturns: true }],
    ['"a;1";b\n"say ""x""";\n', { ...even, rows: 2, quoted: true, trimmed: [1] }],
    ['a;b \nc;\n', { ...even, rows: 2, trimmed: [0] }],
    ['a;b\r\n\u00a0;d\r\n', { ...even, rows: 2, carriageReturns: true, trimmed: [1] }],
  ])('%j is a rectangle', (text, found) => {
    expect(proofOf(text)).toEqual(found);
  });

  test.each([
    ['a blank line', 'a;b\n\nc;d\n', at(3, 4)],
    ['a short row', 'a;b\nc\n', at(3, 4)],
    ['a long row', 'a;b\nc;d;e\n', at(3, 4)],
    ['line ends that differ', 'a;b\nc;d\r\n', at(3, 4)],
    ['a carriage return of its own', 'a;b\nc\r;d\n', at(3, 4)],
    ['a NUL', 'a;b\nc;\0\n', at(3, 4)],
    ['a cell over two lines', 'a;b\n"c\nd";e\n', at(3, 4)],
    ['text after a quote', 'a;b\n"c" d;e\n', at(3, 4)],
    ['a quote inside a cell', 'a;b\nc"d;e\n', at(3, 4)],
    ['a quote that never closes', 'a;b\n"c;d\n', at(3, 4)],
    ['a last line cut off', 'a;b\nc', at(3, 4)],
  ])('%s is irregular', (_, text, place) => {
    expect(proofOf(text)).toMatchObject({ rows: 1, irregular: place });
  });

  test('what it proves is what the reader finds: one row a line, as many cells in each', () => {
    const unit = fc.constantFrom('a', 'é', ' ', '\u00a0', ';', '"', '\n', '\r\n', '\r', 'bc');
    let proved = 0;
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const bytes = Buffer.from(text);
        const { rows, irregular, trimmed } = proofOf(text);
        if (irregular !== null || rows === 0) return;
        proved += 1;
        const found = scan(bytes, 0, cellReader(bytes, null), { ...options, title: 0 });
        expect(found.rows.map(({ line, lines, cells }) => [line, lines, cells.length])).toEqual(
          Array.from({ length: rows }, (_, row) => [options.line + row, 1, options.width]),
        );
        for (const { cells } of found.rows)
          for (const index of trimmed) expect(cells[index]).toBe(cells[index]?.trim() ?? null);
        expect([found.unclosed, found.afterQuote, found.loneReturn]).toEqual([null, [], []]);
      }),
      { numRuns: 20_000 },
    );
    expect(proved).toBeGreaterThan(100);
  });
});

describe('fileTail(bytes)', () => {
  const tail = (text: string, irregular: number | null) =>
    fileTail(Buffer.from(text), {
      ...options,
      table: null,
      footer: '^Bron:',
      whole: true,
      irregular,
    });

  test.each([
    ['a;b\nc;d\n', null, { total: 3, end: 4, footer: 0, footers: [], blank: 0 }],
    ['a;b\nc;d\nBron: x\n', 4, { total: 4, end: 4, footer: 1, footers: ['Bron: x'], blank: 0 }],
    [
      'a;b\n\nBron: x\n\nBron: y\n',
      3,
      { total: 6, end: 3, footer: 2, footers: ['Bron: x', 'Bron: y'], blank: 2 },
    ],
    ['a;b\nBron: x;\n', null, { total: 3, end: 3, footer: 1, footers: ['Bron: x'], blank: 0 }],
  ])('%j, irregular from line %s', (text, irregular, found) => {
    expect(tail(text, irregular)).toEqual(found);
  });

  test('data below an irregular line is no tail', () => {
    expect(tail('a;b\n\nc;d\n', 3)).toBe(null);
    expect(tail('a;b\nx\n', 3)).toBe(null);
  });
});

import type { ReadTable } from '@samenbeeld/read';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessTable } from '../../src/columns/guess-table.ts';

function tableOf(
  headers: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): ReadTable {
  return {
    file: 'odd.csv',
    sheet: null,
    columns: headers.map((header, index) => ({
      index,
      letter: `C${index}`,
      headers: [header],
      filled: false,
      empty: rows.every((row) => !row[index]),
    })),
    rows: rows.map((cells, line) => ({ line: line + 2, lines: 1, cells })),
    lines: { total: rows.length + 1, title: 0, header: 1, footer: 0, blank: 0, data: rows.length },
    sha256: '',
    notes: [],
    rejects: [],
  };
}

const around = { file: 'odd.csv', titleLines: [], footerLines: [] };

const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    '.',
    ':',
    '-',
    '2022',
    '2016*',
    '1,234',
    '1.250,5',
    '7,83e-03',
    '01',
    '------',
    '730000',
    'cocaïne',
    'Nederland',
    'GM0715',
    'ICCS0601',
    '3.1.1 Drugshandel',
    '28-01-2023',
    '12 300 comprimés',
    'b',
    'NL91ABNA0417164300',
    'Limburg',
    'kg',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const heading = fc.oneof(
  fc.constantFrom(
    'Jaar',
    'Drug',
    'Aantal',
    '2016*',
    '2015',
    'BE 2020',
    'Regio_Maat_2016*',
    'HZ',
    'Date',
    'Index',
    '(',
    '[a-z]+',
    '2015 (kg)',
    'geo',
    '',
  ),
  fc.string({ maxLength: 15, unit: 'grapheme' }),
);

/** Fields that keep words as they stand. */
const isWords = (field: unknown): boolean =>
  /^(?:note|placeNote|wordingPrinted|publication|reference|substancePrinted|coverLoadHs|containsOwn)$/u.test(
    String(field),
  );

describe('a guess of any table', () => {
  it('never fails, names each column once, shows no personal data and asks where it is not sure', () => {
    const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
      fc.record({
        headers: fc.array(heading, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
      }),
    );
    fc.assert(
      fc.property(table, ({ headers, rows }) => {
        const { columns } = guessTable(tableOf(headers, rows), around);
        const named = columns.flatMap(({ headings }) => headings);
        expect(new Set(named).size).toBe(named.length);
        for (const { confidence, decide, samples, kind, written } of columns) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(0.99);
          // What is left out, or kept as words, changes no figure.
          const fields = [written ?? []].flat().flatMap((part) => Object(part).to ?? []);
          const counts = fields.some((to) => !isWords(to)) && samples.length > 0;
          // Of columns that are alike one question is asked, which names them.
          const once = columns.some(({ decide: other }) =>
            other.some((question) =>
              /nothing tells apart|do not say the|seizures at all/u.test(question.en),
            ),
          );
          if (confidence < 0.9 && (kind === 'fold' || counts) && !once)
            expect(decide.length).toBeGreaterThan(0);
          expect(samples.join(' ')).not.toContain('ABNA');
          if (kind === 'fold')
            expect(
              () =>
                new RegExp(String((written as Readonly<Record<string, unknown>>)['headers']), 'u'),
            ).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('takes a table without rows and one without headings', () => {
    expect(guessTable(tableOf(['Jaar', 'Aantal'], []), around).columns).toHaveLength(2);
    expect(guessTable(tableOf(['', ''], [['1', '2']]), around).columns).toHaveLength(2);
  });

  it.each([
    ['years', (at: number): string => `${1900 + (at % 200)}_${at}`],
    ['words', (at: number): string => `kolom ${at} a`],
    ['one heading', (): string => 'Aantal'],
  ])(
    'takes ten thousand columns of %s without hanging',
    (_, name) => {
      const width = 10_000;
      const headers = Array.from({ length: width }, (_unused, at) => name(at));
      const start = process.cpuUsage();
      guessTable(tableOf(headers, [headers.map((_unused, at) => String(at))]), around);
      // Of the processor: beside other work the clock runs on.
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
    },
    60_000,
  );
});

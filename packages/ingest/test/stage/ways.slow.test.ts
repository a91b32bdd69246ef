// The same file through the engine's reader and row by row (records kept as a view), and whole: the same records,
// issues and counts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { ingest, type SourceDescription } from '@samenbeeld/ingest';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { described } from '../fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-ways-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let rectangles = 0;

const ways = ['whole', 'stream', 'rectangle'] as const;

/** What became of a file, told in one text so that any difference shows; or the error. */
async function told(source: SourceDescription, path: string, way: (typeof ways)[number]) {
  const engine = await openEngine();
  let byRow = false;
  const watched: Engine = {
    ...engine,
    insert: (table, columns, rows) => {
      byRow ||= table.includes('_text_');
      return engine.insert(table, columns, rows);
    },
  };
  try {
    const { issues, conservation, records } = await ingest(watched, source, [path], {
      way,
      records: way === 'whole' ? 'table' : 'view',
    });
    if (!byRow) rectangles += 1;
    const rows = await engine.rows(`select * from ${source.record} order by id`);
    return { issues, conservation, records, rows, tables: await engine.tables() };
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } finally {
    await engine.close();
  }
}

async function expectAlike(source: SourceDescription, bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, 'a_2021.csv');
  writeFileSync(path, bytes);
  const [whole, ...others] = await Promise.all(ways.map((way) => told(source, path, way)));
  for (const other of others) expect(other).toEqual(whole);
  return whole;
}

const columns = {
  Plaats: { to: 'place', codes: { Brielle: 'NL', Gent: 'BE', Überall: 'DE' } },
  Jaar: { to: 'period', as: 'year' },
  Soort: [
    {
      to: 'offence',
      rules: [{ match: '^diefstal', to: 'ICCS0501' }],
      otherwise: { to: null, reason: 'ander' },
    },
    { to: 'nationalCode' },
  ],
  Aantal: { to: 'value', as: 'number', decimalChar: ',' },
  Kenmerk: { to: 'reference', as: 'hash' },
  Nota: { ignore: 'not needed' },
};

const base = {
  columns,
  key: ['Plaats', 'Jaar', 'Soort'],
  missingValues: { '': 'not_reported', '9': 'suppressed' },
  exclude: [{ rule: 'rest', where: { Soort: { match: 'rest$' } }, reason: 'a rest' }],
  corrections: [
    { column: 'Aantal', from: '1,000', to: '1', where: { Jaar: '2020' }, reason: 'slip' },
  ],
  checks: [{ check: 'range', min: 0, max: 50 }],
};

const cells = [
  fc.constantFrom('Brielle', 'Gent', 'Überall', ' Gent', 'Gent\u00a0', 'Weert', ''),
  fc.constantFrom('2020', '2021', '20', ''),
  fc.constantFrom('diefstal', 'diefstal, fiets', 'een rest', 'roof "zwaar"', '', 'Totaal'),
  fc.constantFrom(
    '1',
    '2,5',
    '1,000',
    '9',
    '',
    '-',
    '1.5',
    ' 7',
    '0,1234567890123456',
    '8e-07',
    '60',
    '1\u00a0',
  ),
  fc.constantFrom('K1', 'K2', 'K3 ', ''),
  fc.constantFrom(
    '',
    'vrij',
    'mail a@example.org',
    '06-12345678',
    'twee\nregels',
    '00-AB-12',
    '123456782',
  ),
] as const;
const heads = Object.keys(columns);

const files = fc.record({
  rows: fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 12 }),
  odd: fc.array(
    fc.record({
      at: fc.nat(12),
      line: fc.constantFrom(
        '',
        ';;;;;',
        ' ; ;;;;',
        'Gent;2020',
        'Gent;2020;;1;;;;x',
        'Bron: x',
        '\r',
        'a"b;c',
        '"Gent" ;2020;;3;;',
      ),
    }),
    { maxLength: 2 },
  ),
  delimiter: fc.constantFrom(';', ',', '\t'),
  always: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
  declared: fc.boolean(),
  bom: fc.boolean(),
  title: fc.constantFrom('', 'Titel', 'Titel;a\n'),
  footer: fc.constantFrom('', 'Bron: politie', 'Bron: politie;;;;;', '\nBron: a\n\n', ';;;;;'),
  lastEnd: fc.boolean(),
  trailing: fc.boolean(),
  /** Nothing odd, no cell over two lines. */
  tidy: fc.boolean(),
  /** So often the rows stand in the file: texts that come again are kept as codes. */
  times: fc.constantFrom(1, 1, 8),
  /** Values are read as they stand. */
  uncorrected: fc.boolean(),
});

test('the three ways of reading give the same records, issues and conservation', async () => {
  const sources = new Map<string, SourceDescription>();
  const seen = { accepted: 0, failed: 0 };
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const { delimiter, end, encoding, tidy } = file;
      const odd = tidy ? [] : file.odd;
      const cell = (text: string): string =>
        file.always || /["\n\r;,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const head = file.trailing ? [...heads, ''] : heads;
      const lines = [
        head.join(delimiter),
        ...Array.from({ length: file.times }, () => file.rows)
          .flat()
          .map((row) =>
            [...row, ...(file.trailing ? [''] : [])]
              .map((text) => cell(tidy ? text.replace('\n', ' ') : text))
              .join(delimiter),
          ),
      ];
      for (const { at, line } of odd) lines.splice(1 + at, 0, line.replaceAll(';', delimiter));
      const title = file.title === '' ? '' : `${file.title}\n`;
      const body = `${title}${lines.join('\n')}\n${file.footer}`;
      const text = (file.lastEnd ? `${body}\n` : body).replaceAll('\n', end);
      const shape = {
        format: 'csv',
        delimiter,
        title: title === '' ? 0 : title.split('\n').length - 1,
        footer: '^Bron:',
        ...(file.declared ? { encoding } : {}),
      };
      const key = JSON.stringify([shape, file.uncorrected]);
      const corrections = file.uncorrected ? [] : base.corrections;
      const description = { ...base, corrections, file: shape };
      const source = sources.get(key) ?? (await described({ description }));
      sources.set(key, source);
      const bytes = iconv.encode(text, encoding, {
        addBOM: file.bom && encoding !== 'windows-1252',
      });
      const result = await expectAlike(source, bytes);
      if (typeof result === 'string') seen.failed += 1;
      else seen.accepted += 1;
    }),
    { numRuns: 60 },
  );
  expect(seen.accepted).toBeGreaterThan(seen.failed);
  expect(rectangles).toBeGreaterThan(10);
}, 300_000);

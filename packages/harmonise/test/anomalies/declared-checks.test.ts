import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { findAnomalies, judgedSeries, loadAnomalyInput } from '@samenbeeld/harmonise';
import { type IngestResult, ingest, loadSource } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { inputOf } from './series-input.ts';

const source = loadSource(join(import.meta.dirname, '../../../sources/catalogue/politie-47013ned'));

// EXERCISE: invented figures in the layout of politie-47013ned; regions and municipalities each add up to the country.
function export47013(country: string, part = '420'): string {
  return [
    '"Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2026"',
    '"Soort misdrijf: Totaal misdrijven"',
    '""',
    '"Onderwerp";"Geregistreerde misdrijven";"Geregistreerde misdrijven"',
    '"Perioden";"2022";"2023"',
    '"Regio\'s";"aantal";"aantal"',
    `"Nederland";"${country}";"1012"`,
    '"Noord-Nederland (RE)";"600";"610"',
    '"Oost-Nederland (RE)";"400";"402"',
    `"Assen";"${part}";"425"`,
    '"Borne";"380";"385"',
    '"Deventer";"200";"202"',
    '',
  ].join('\n');
}

async function look(text: string): Promise<{ result: IngestResult; said: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'declared-'));
  const engine = await openEngine({ threads: 1 });
  try {
    const path = join(folder, '47013ned.csv');
    writeFileSync(path, text);
    const result = await ingest(engine, source, [path]);
    const found = findAnomalies(await loadAnomalyInput(engine, [{ result, files: [path] }]));
    return { result, said: found.map(({ kind, where }) => `${kind} ${where.line} ${where.raw}`) };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}

const broken = ({ issues }: IngestResult): number =>
  issues.filter(({ rule }) => rule === 'check.total').length;

test.each([
  ['the total divided by ten', '100', '420', 2, ['decimal_slip 7 100']],
  [
    'a total that lost digits',
    '127',
    '420',
    2,
    ['part_exceeds_whole 8 600', 'part_exceeds_whole 10 420'],
  ],
  ['a total too large', '1500', '420', 2, ['parts_not_total 7 1500', 'parts_not_total 7 1500']],
  ['one part that is wrong', '1000', '421', 1, ['parts_not_total 7 1000']],
  ['a part without a figure, which may be the rest', '1000', '.', 0, []],
] as const)(
  'what a declared total finds anomalies report: %s',
  async (_, country, part, checks, expected) => {
    const { result, said } = await look(export47013(country, part));
    expect(broken(result)).toBe(checks);
    expect([...said].sort()).toEqual([...expected].sort());
  },
);

test('totals that hold are quiet', async () => {
  const { result, said } = await look(export47013('1000'));
  expect(broken(result)).toBe(0);
  expect(said).toEqual([]);
});

test('series of fewer than six figures are counted as not judged', () => {
  const long = ['10', '11', '12', '11', '10', '12'];
  const input = inputOf([
    { series: 'long', cells: long },
    { series: 'short', cells: long.slice(0, 5) },
    { series: 'gaps', cells: ['10', '.', '12', '.', '11', '10'] },
  ]);
  expect(judgedSeries(input)).toEqual({ series: 3, tooShort: 2, figures: 9, least: 6 });
});

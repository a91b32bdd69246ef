import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { casesSource } from './cases-source.ts';
import { told } from './told.ts';

// EXERCISE: months and years of an invented office, read into a picture that keeps no totals.

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'why-'));
  const source = casesSource('exercise-weights')
    .replace('metric: offences, unit: case, ', 'metric: quantity, unit: kg, substance: COC, ')
    .replace('as: year', 'as: period')
    .replace('as: integer', 'as: quantity, decimalChar: ","');
  writeFileSync(join(folder, 'source.yaml'), source);
  writeFileSync(
    join(folder, 'weights.csv'),
    'Haven;Jaar;Aantal\nGent;2022;515,1\nGent;2023;meer dan 300\nGent;2025-02;12\nVlissingen;2022;7\n',
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
vi.setConfig({ testTimeout: 60_000 });

async function why(...args: readonly string[]): ReturnType<typeof told> {
  const picture = join(folder, 'picture');
  await told(
    'ingest',
    join(folder, 'source.yaml'),
    join(folder, 'weights.csv'),
    ...['--out', picture, '--audience', 'internal'],
  );
  return told('why', picture, ...args, '--language', 'en');
}

test('a figure of an ingested picture leads to file, line, column and cell', async () => {
  const { code, said } = await why('Ghent cocaine 2022');
  expect(said).toContain('Ghent 2022 cocaine: 515.1 kg');
  expect(said).toContain('weights.csv, line 2, column C "Aantal", cell "515,1"');
  expect(said).not.toContain('line 5');
  expect(said).toMatch(/Ghent, likely: 515\.1.kg = 515\.1 \(weights\.csv:2\)/u);
  expect(code).toBe(0);
});

test('a floor is shown as one, a month can be asked, and a year shows its months', async () => {
  expect((await why('Gent 2023')).said).toContain('at least 300 kg');
  const month = (await why('Gent februari 2025')).said;
  expect(month).toContain('cell "12"');
  expect((await why('Gent 2025')).said).toContain('line 4');
});

test('a corrected cell says what it is read as, and a flag stays with the figure', async () => {
  const file = join(folder, 'source.yaml');
  const source = readFileSync(file, 'utf8')
    .replace('as: quantity, decimalChar: ","', 'as: integer, flags: { "*": P }')
    .concat(
      'corrections:\n  - { column: Aantal, from: "35*", to: "350*", reason: a slip, evidence: asked }\n',
    );
  writeFileSync(file, source);
  writeFileSync(join(folder, 'weights.csv'), 'Haven;Jaar;Aantal\nGent;2022;35*\nGent;2023;35\n');
  const { said } = await why('Gent 2022');
  expect(said).toContain('350 kg, provisional');
  expect(said).toContain('cell "35*"');
  expect(said).toContain('read as "350*" (1 row): a slip');
});

test('what there is not is said, with what there is', async () => {
  const { code, said } = await why('Ghent heroin 2022');
  expect(code).toBe(2);
  expect(said).toContain('Of BEGNE it has COC; 2022-01-01/2022-12-31, 2023-01-01/2023-12-31');
  expect((await why('Ghent 2022', '--format', 'prov')).said).toContain('wasDerivedFrom');
});

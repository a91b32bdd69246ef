import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readTable } from '@samenbeeld/read';
import { afterAll, expect, it, test } from 'vitest';
import type { ColumnGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';

const folder = mkdtempSync(`${tmpdir()}/samenbeeld-twins-`);
afterAll(() => rmSync(folder, { recursive: true }));

async function columnsOf(lines: readonly string[]): Promise<readonly ColumnGuess[]> {
  const path = `${folder}/table.csv`;
  writeFileSync(path, `${lines.join('\n')}\n`);
  const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8', delimiter: ';' });
  if (!table) throw new Error('no table');
  return guessTable(table, { file: 'table.csv', titleLines: [], footerLines: [] }).columns;
}

const of = (columns: readonly ColumnGuess[], heading: string) =>
  columns.find(({ headings }) => headings.includes(heading));

test.each([
  ['Jaar;Soort misdrijf', 'Geregistreerde misdrijven', 'Aangiften', 'Diefstal', 'Straatroof'],
  ['Année;Infraction', 'Faits constatés', 'Plaintes', 'Vols avec armes', 'Homicides'],
  ['Jahr;Straftat', 'Erfasste Fälle', 'Strafanzeigen', 'Raub', 'Betrug'],
])('%s: of "%s" and "%s" the second is no metric of ours', async (head, counted, told, a, b) => {
  const columns = await columnsOf([
    `${head};${counted};${told}`,
    `2022;${a};12;15`,
    `2023;${b};40;52`,
    `2023;${a};41;50`,
  ]);
  expect(of(columns, counted)?.to).toBe('value');
  const left = of(columns, told);
  expect(left?.to).toBeNull();
  expect(left?.written).toMatchObject({ ignore: expect.stringContaining('no metric holds') });
  expect(left?.confidence).toBeLessThan(0.9);
  expect(left?.decide.map(({ en }) => en).join()).toContain('nothing tells apart');
  expect(left?.alternatives[0]?.value.to).toBe('value');
});

it('leaves out the complaints of each year, and asks', async () => {
  const columns = await columnsOf([
    'Gemeente;Misdrijven 2022;Misdrijven 2023;Aangiften 2022;Aangiften 2023',
    'Zwolle;10;20;15;25',
    'Almelo;11;21;16;26',
  ]);
  expect(of(columns, 'Misdrijven 2022')?.kind).toBe('fold');
  for (const heading of ['Aangiften 2022', 'Aangiften 2023'])
    expect(of(columns, heading)).toMatchObject({ kind: 'column', to: null });
});

it('asks of complaints alone whether they count as offences', async () => {
  const columns = await columnsOf(['Gemeente;Jaar;Aangiften', 'Zwolle;2022;15', 'Almelo;2022;9']);
  expect(of(columns, 'Aangiften')?.to).toBe('value');
  expect(
    of(columns, 'Aangiften')
      ?.decide.map(({ en }) => en)
      .join(),
  ).toContain('complaints to the police');
});

it('tells suspects and arrests from offences, and asks where two headings are one metric', async () => {
  const columns = await columnsOf([
    'Gemeente;Jaar;Misdrijven;Verdachten;Aanhoudingen;Delicten',
    'Zwolle;2022;15;4;3;14',
    'Almelo;2022;9;5;4;8',
  ]);
  const metricOf = (heading: string): unknown =>
    (of(columns, heading)?.written as { readonly set?: { readonly metric?: string } } | null)?.set
      ?.metric;
  expect(['Misdrijven', 'Verdachten', 'Aanhoudingen'].map(metricOf)).toEqual([
    'offences',
    'suspects',
    'arrests',
  ]);
  // Both are doubtful; what is open about the two is asked once.
  expect(
    of(columns, 'Misdrijven')
      ?.decide.map(({ en }) => en)
      .join(),
  ).toMatch(/"Delicten".*nothing tells apart/u);
  for (const heading of ['Misdrijven', 'Delicten'])
    expect(of(columns, heading)?.confidence).toBeLessThan(0.9);
  expect(
    of(columns, 'Verdachten')
      ?.decide.map(({ en }) => en)
      .join(),
  ).not.toContain('nothing tells apart');
});

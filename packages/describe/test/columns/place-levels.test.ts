import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readTable } from '@samenbeeld/read';
import { afterAll, describe, expect, it, test } from 'vitest';
import type { ColumnGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { writePlace } from '../../src/columns/write-place.ts';
import { describedLines } from '../table-of.ts';

const folder = mkdtempSync(`${tmpdir()}/samenbeeld-levels-`);
afterAll(() => rmSync(folder, { recursive: true }));

async function placesOf(
  heading: string,
  labels: readonly string[],
  title: readonly string[] = [],
): Promise<{ readonly column: ColumnGuess; readonly codes: Readonly<Record<string, unknown>> }> {
  const path = `${folder}/table.csv`;
  const rows = labels.map((label, at) => `${label};2023;${at + 11}`);
  writeFileSync(path, `${[`${heading};Jaar;Misdrijven`, ...rows].join('\n')}\n`);
  const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8', delimiter: ';' });
  if (!table) throw new Error('no table');
  const [column] = guessTable(table, {
    file: 'table.csv',
    titleLines: title,
    footerLines: [],
  }).columns;
  if (!column) throw new Error('no column');
  const written = column.written as { readonly codes?: Readonly<Record<string, unknown>> } | null;
  const rowsOf = column.crosswalks.flatMap((crosswalk) => crosswalk.rows);
  return {
    column,
    codes: written?.codes ?? Object.fromEntries(rowsOf.map(({ from, to }) => [from, to])),
  };
}

const regions = ['Rotterdam', 'Zeeland-West-Brabant', 'Amsterdam', 'Limburg', 'Noord-Holland'];

test.each([
  'Politie-eenheid',
  'Politieregio',
  'Eenheid',
  'Regionale eenheid',
  'Regio (RE)',
  'Gebied',
])('%s holds regions of the police, not ports', async (heading) => {
  const { column, codes } = await placesOf(heading, regions);
  expect(column.to).toBe('place');
  expect(codes).toEqual(Object.fromEntries(regions.map((name) => [name, `NL.RE.${name}`])));
});

it('knows a region with words or marks around it, the country beside it, and asks of the rest', async () => {
  const { column, codes } = await placesOf('Politie-eenheid', [
    'Eenheid Rotterdam',
    'Politie-eenheid Den Haag',
    'Zeeland - West-Brabant (RE)',
    'OOST-BRABANT',
    'Nederland',
    'Onbekend gebied',
  ]);
  expect(codes).toEqual({
    'Eenheid Rotterdam': 'NL.RE.Rotterdam',
    'Politie-eenheid Den Haag': 'NL.RE.Den Haag',
    'Zeeland - West-Brabant (RE)': 'NL.RE.Zeeland-West-Brabant',
    'OOST-BRABANT': 'NL.RE.Oost-Brabant',
    Nederland: 'NL',
    'Onbekend gebied': null,
  });
  expect(column.decide.map(({ en }) => en).join()).toContain('Onbekend gebied');
});

test.each([
  ['Gemeente', ['Rotterdam', 'Vlissingen'], /^NL\.GM\./],
  ['Zone de police', ['Antwerpen', 'Gent'], /^BE\.ZP\./],
  ['Parket', ['Antwerpen', 'Gent'], /^BE\.(?:PARKET|PLACE)\.|^BE\d/],
  ['Kreis', ['Hamburg', 'Bremerhaven'], /^DE(?:\.PLACE\..+|\d|[A-F0-9]$)/],
])('%s outranks a port of the same name, and asks', async (heading, labels, code) => {
  const { column, codes } = await placesOf(heading, labels);
  for (const label of labels) expect(String(codes[label])).toMatch(code);
  const open = column.crosswalks.flatMap(({ rows }) => rows.filter(({ decide }) => decide));
  expect(open.length).toBeGreaterThan(0);
  expect(column.decide.length).toBeGreaterThan(0);
});

it('still reads ports under a heading that says port', async () => {
  const { column } = await placesOf('Haven', ['Rotterdam', 'Vlissingen', 'Antwerpen']);
  expect(column.written).toMatchObject({ to: 'place', list: 'places' });
});

it('leaves units of measure under "Eenheid" alone', async () => {
  const { column } = await placesOf('Eenheid', ['kg', 'stuks', 'liter']);
  expect(column.to).toBe('unit');
});

const asksForTowns = (column: ColumnGuess): boolean =>
  column.decide.some(({ en }) => en.includes('towns or provinces meant'));

it.each([
  ['Plaats', ['Liège', 'Antwerpen', 'Gent', 'Namur']],
  ['Plaats', ['Luik', 'Brussel', 'Antwerpen']],
  ['Lieu', ['Liège', 'Gand', 'Charleroi']],
  ['Plaats', ['Vlissingen', 'Rotterdam', 'Moerdijk']],
  ['Fundort', ['Lüttich', 'Hamburg']],
  ['Rapportplaats', ['Liège', 'Antwerpen']],
])('under %s the towns of %j are not taken for their ports unasked', async (heading, labels) => {
  const { column } = await placesOf(heading, labels);
  expect(asksForTowns(column)).toBe(true);
});

it.each([
  ['Haven', ['Luik', 'Antwerpen', 'Gent']],
  ['Port', ['Liège', 'Anvers', 'Gand']],
  ['Plaats', ['Liège', 'Antwerpen', 'Zeebrugge']],
  ['Plaats', ['haven van Luik', 'haven van Antwerpen']],
  ['Plaats', ['BELGG', 'BEANR']],
  ['Place', ['NL-AMS', 'BEANR']],
])(
  'under %s, %j are ports by their heading, their neighbours or themselves',
  async (heading, labels) => {
    const { column } = await placesOf(heading, labels);
    expect(asksForTowns(column)).toBe(false);
  },
);

it('pads German keys that lost their zero in a spreadsheet', async () => {
  const { column } = await placesOf('Gemeindeschluessel', ['1001', '1002', '5334']);
  expect(column.written).toMatchObject({ to: 'place', pad: 5 });
  expect(
    (await placesOf('Gemeindeschluessel', ['1001', '1002', '123'])).column.written,
  ).not.toMatchObject({ pad: 5 });
});

describe('keys that a spreadsheet read as numbers', () => {
  const described = (name: string, heading: string, keys: readonly (readonly string[])[]) =>
    describedLines(name, [
      `${heading};année;nombre de faits`,
      ...keys.map((key, at) => `${key.join(';')};2022;${311 + 17 * at}`),
    ]);

  it('have their nought again where the names beside them are of the same places', async () => {
    const { columns, trial } = await described('faits.csv', 'code département;libellé', [
      ['1', 'Ain'],
      ['2', 'Aisne'],
      ['59', 'Nord'],
    ]);
    expect(columns[0]).toMatchObject({
      to: 'place',
      written: { pad: 2, rules: [{ to: 'FR.DEP.$1' }] },
      decide: [],
    });
    expect(columns[0]?.reason.en).toContain('2 of 3 keys lost the nought before them');
    expect(columns[0]?.reason.en).toContain('as the names beside them say');
    expect(trial.kind).toBe('ingested');
  });

  it('do not where the names are of others', async () => {
    const { columns } = await described('faits.csv', 'code département;libellé', [
      ['1', 'Nord'],
      ['2', 'Aisne'],
      ['59', 'Ain'],
    ]);
    expect(columns[0]?.written).not.toMatchObject({ pad: 2 });
  });

  it('have it among keys that never had one, and what is no key of the list is asked alone', async () => {
    const france = { country: 'FR', confidence: 0.9, word: 'département' };
    const keys = ['1', '13', '2', '2A', '59', '971', '974'];
    expect(writePlace(keys, 'Code.département', 'fr', france)).toMatchObject({
      written: { to: 'place', pad: 2, rules: [{ to: 'FR.DEP.$1' }] },
      decide: [],
    });
    const { written, decide } = writePlace([...keys, '99'], 'code dép', 'fr', france);
    expect(written).toMatchObject({ pad: 2, rules: [{ to: 'FR.DEP.$1' }] });
    expect(decide.map(({ en }) => en)).toEqual(['Which places are "99"?']);
    expect(writePlace(keys, 'nombre', 'fr', france).written).not.toMatchObject({ pad: 2 });
    expect(writePlace(['1', '13', '98', '99'], 'code dép', 'fr', france).written).not.toMatchObject(
      { pad: 2 },
    );
  });

  it.each([
    ['Codes of Länder', 'Landkennziffer', ['1', '9', '11'], 'DE', { codes: { 9: 'DE2' } }],
    ['numbers of municipalities', 'gemeentecode', ['363', '14', '1680'], 'NL', { pad: 4 }],
    ['codes of communes', 'code commune', ['1001', '1002', '59350'], 'FR', { pad: 5 }],
  ])(
    'have it by the heading in a file of their country: %s',
    (_, heading, labels, land, written) => {
      const country = { country: land, confidence: 0.9, word: land };
      expect(writePlace(labels, heading, 'nl', country).written).toMatchObject(written);
      expect(writePlace(labels, heading, 'nl', null).written).not.toMatchObject(written);
    },
  );
});

it('keeps two keys of one region apart, so that nothing counts twice', async () => {
  const { codes } = await placesOf('geo', ['BE', 'BE1', 'BE10', 'BE2', 'BE21']);
  expect(codes).toMatchObject({ BE10: 'BE.NUTS.BE10' });
  expect(codes['BE1'] ?? 'BE1').toBe('BE1');
});

async function countsHeld(
  heading: string,
  names: readonly string[],
  title = '',
): Promise<ColumnGuess> {
  const path = `${folder}/offences.csv`;
  const rows = names.map((name, at) => `1.2.${at + 1} Diefstal van iets;${name};2030;${at + 11}`);
  writeFileSync(path, `${[`Soort misdrijf;${heading};Jaar;Misdrijven`, ...rows].join('\n')}\n`);
  const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8', delimiter: ';' });
  if (!table) throw new Error('no table');
  const hints = { file: 'table.csv', titleLines: title ? [title] : [], footerLines: [] };
  const [, column] = guessTable(table, hints).columns;
  if (!column) throw new Error('no column');
  return column;
}

it.each([
  ['Plaatsen', 'Amsterdam', 'NL.PLACE.Amsterdam'],
  ['Ville', 'Le Havre', 'FR.PLACE.Le Havre'],
  ['Town', 'Vlissingen', 'NL.PLACE.Vlissingen'],
  ['Stadt', 'Hamburg', undefined],
])('offences are counted in a town, not in its port: %s %s', async (heading, name, code) => {
  const { written, decide, confidence } = await countsHeld(heading, [name]);
  expect((written as { readonly codes?: object } | null)?.codes ?? {}).toEqual(
    code === undefined ? {} : { [name]: code },
  );
  expect(decide.map(({ en }) => en)).not.toContain(expect.stringContaining('port'));
  if (code !== undefined) expect(confidence).toBeGreaterThan(0.6);
});

it('a town with the name of a province is asked about, the town being proposed', async () => {
  const { written, decide } = await countsHeld('Plaatsen', ['Antwerpen']);
  expect(written).toMatchObject({ codes: { Antwerpen: 'BE.PLACE.Antwerpen' } });
  expect(decide[0]?.en).toContain('is read as a town');
});

it('a port is meant where the table speaks of ports', async () => {
  const { written } = await countsHeld('Plaatsen', ['Amsterdam'], 'Diefstal in de havens');
  expect(written).not.toMatchObject({ codes: expect.anything() });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { describe, expect, it, test } from 'vitest';
import type { TableGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { measureOf } from '../../src/columns/measures.ts';
import { multiplierIn, scaleOf } from '../../src/columns/scale.ts';
import { currencyOfCountry } from '../../src/columns/unit-words.ts';
import { bareDrug } from '../../src/columns/write-codes.ts';
import { emptySides } from '../../src/totals/empty-sides.ts';
import { cellsOf, isOne, setIn } from '../../src/written.ts';
import { tableOf } from '../table-of.ts';

async function guessOf(lines: readonly string[], title = ''): Promise<TableGuess> {
  return guessTable(await tableOf(lines), {
    file: 'table.csv',
    titleLines: [title],
    footerLines: [],
  });
}

/** What a value column sets of its own. */
function setOf({ columns }: TableGuess, heading: string): unknown {
  const written = columns.find(({ headings }) => headings.includes(heading))?.written;
  return written && isOne(written) ? setIn(cellsOf(written)) : null;
}

const decided = ({ columns }: TableGuess, heading: string): string =>
  columns
    .find(({ headings }) => headings.includes(heading))
    ?.decide.map(({ en }) => en)
    .join(' | ') ?? '';

describe('a count beside a column of units', () => {
  it('keeps a unit of its own', async () => {
    const guess = await guessOf([
      'Port;Produit;Année;Unité;Nombre de saisies;Quantité',
      'Anvers;Cocaïne;2023;kg;45;1200,5',
      'Gand;Cocaïne;2023;kg;3;90,5',
      'Anvers;MDMA (ecstasy);2023;comprimés;12;15000',
      'Ostende;Héroïne;2023;kg;7;3,2',
    ]);
    expect(setOf(guess, 'Nombre de saisies')).toMatchObject({
      metric: 'seizures',
      unit: 'seizure',
    });
    expect(setOf(guess, 'Quantité')).toEqual({ metric: 'quantity' });
  });

  it('keeps it in folds of years', async () => {
    const guess = await guessOf([
      'Haven;Drug;Eenheid;2022 aantal inbeslagnames;2022 hoeveelheid;2023 aantal inbeslagnames;2023 hoeveelheid',
      'Antwerpen;cocaïne;kg;45;1200,5;50;1300,5',
      'Gent;cocaïne;kg;3;90,5;4;80,5',
      'Antwerpen;xtc;tabletten;12;15000;9;700',
      'Oostende;heroïne;kg;7;3,2;6;2,9',
    ]);
    expect(setOf(guess, '2023 aantal inbeslagnames')).toMatchObject({
      metric: 'seizures',
      unit: 'seizure',
    });
    expect(setOf(guess, '2023 hoeveelheid')).toEqual({ metric: 'quantity' });
  });
});

it('keeps the units of kilograms and pieces beside a column of units, and asks', async () => {
  const guess = await guessOf([
    'Datum;Ort;Stoff;Einheit;Menge in kg;Menge in Stück',
    '01.02.2023;Hamburg;Kokain;kg;12,5;1',
    '02.03.2023;Hamburg;Ecstasy;Stück;2;1500',
    '03.04.2023;Bremen;Kokain;kg;0,25;2',
  ]);
  expect(setOf(guess, 'Menge in kg')).toMatchObject({ unit: 'kg' });
  expect(setOf(guess, 'Menge in Stück')).toMatchObject({ unit: 'piece' });
  expect(decided(guess, 'Menge in Stück')).toContain('in which unit');
});

describe('quantities in pieces', () => {
  it.each([
    ['Menge in Stück', 'piece'],
    ['Anzahl Stück', 'piece'],
    ['Stückzahl', 'piece'],
    ['Stuks', 'piece'],
    ['Aantal stuks', 'piece'],
    ['Nombre de pièces', 'piece'],
    ['Number of pieces', 'piece'],
    ['Aantal pillen', 'tablet'],
    ['Anzahl Tabletten', 'tablet'],
    ['Nombre de comprimés', 'tablet'],
    ['Number of pills', 'tablet'],
    ['Aantal planten', 'plant'],
  ])('%s beside kilograms is counted as %s', async (heading, unit) => {
    const guess = await guessOf([
      `Datum;Ort;Stoff;Menge in kg;${heading}`,
      '01.02.2023;Hamburg;Kokain;12,5;',
      '02.03.2023;Hamburg;Ecstasy;;1500',
      '03.04.2023;Bremen;Kokain;0,25;',
      '14.04.2023;Bremen;Ecstasy;;200',
      '15.05.2023;Hamburg;Heroin;3;',
      '16.06.2023;Hamburg;Kokain;7,25;',
    ]);
    expect(setOf(guess, heading)).toMatchObject({ unit });
    expect(setOf(guess, 'Menge in kg')).toMatchObject({ unit: 'kg' });
    expect(decided(guess, heading)).not.toContain('does not say the unit');
  });

  it.each([
    ['Menge in Litern', 'l'],
    ['Hoeveelheid (g)', 'g'],
    ['Menge in Paketen', 'parcel'],
    ['Menge in Tonnen', 't'],
  ])('%s says its unit', async (heading, unit) => {
    const guess = await guessOf([
      `Datum;Ort;Stoff;${heading}`,
      '01.02.2023;Hamburg;Kokain;12,5',
      '02.03.2023;Hamburg;Ecstasy;1500',
      '03.04.2023;Bremen;Kokain;0,25',
    ]);
    expect(setOf(guess, heading)).toMatchObject({ unit });
  });
});

test('a unit that is not known is asked about, and never said to be another', async () => {
  const guess = await guessOf([
    'Datum;Ort;Stoff;Menge in kg;Menge in Beuteln',
    '01.02.2023;Hamburg;Kokain;12,5;1',
    '02.03.2023;Hamburg;Ecstasy;2;1500',
    '03.04.2023;Bremen;Kokain;0,25;2',
  ]);
  expect(setOf(guess, 'Menge in Beuteln')).not.toMatchObject({ unit: 'kg' });
  expect(decided(guess, 'Menge in Beuteln')).toContain('"Beuteln"');
});

describe('columns of which a row fills one', () => {
  const rows = [
    '01.02.2023;Hamburg;Kokain;12,5;',
    '02.03.2023;Hamburg;Ecstasy;;1500',
    '03.04.2023;Bremen;Kokain;0,25;',
    '14.04.2023;Bremen;Ecstasy;;200',
    '15.05.2023;Hamburg;Heroin;3;',
  ];
  const sides = async (lines: readonly string[]): Promise<ReturnType<typeof emptySides>> => {
    const table = await tableOf(['Datum;Ort;Stoff;Menge in kg;Menge in Stück', ...lines]);
    const around = { file: 'table.csv', titleLines: [], footerLines: [] };
    return emptySides(table, guessTable(table, around).columns);
  };

  it('are left out where they are empty, by a rule that is asked about once', async () => {
    expect((await sides(rows)).map(({ rule, where, columns }) => [rule, where, columns])).toEqual([
      ['menge-in-kg-empty', { 'Menge in kg': '' }, ['Menge in kg']],
      ['menge-in-stuck-empty', { 'Menge in Stück': '' }, ['Menge in Stück']],
    ]);
    expect((await sides(rows)).map(({ decide }) => decide !== null)).toEqual([true, false]);
  });

  it('are none where a row fills both, or many fill neither', async () => {
    expect(await sides([...rows, '16.06.2023;Hamburg;Kokain;7,25;3'])).toEqual([]);
    expect(
      await sides([...rows, '16.06.2023;Hamburg;Kokain;;', '17.06.2023;Ulm;Kokain;;']),
    ).toEqual([]);
  });

  it('loses no item: each is accepted or excluded by its rule', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sides-'));
    try {
      const path = join(folder, 'finds.csv');
      writeFileSync(path, ['Datum;Ort;Stoff;Menge in kg;Menge in Stück', ...rows, ''].join('\n'));
      const { trial } = await describeFile(path);
      expect(trial.kind === 'ingested' && trial.conservation).toMatchObject({
        accepted: 5,
        excluded: 5,
        exclusions: { 'menge-in-kg-empty': 2, 'menge-in-stuck-empty': 3 },
        rejected: 0,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test.each([
  ['Marijuana (herb)', 'Marijuana'],
  ['Hashish (resin)', 'Hashish'],
  ['Cocaine (base, paste and salts)', 'Cocaine'],
  ['Heroin (kg)', 'Heroin'],
  ['Heroin (brown)', 'Heroin (brown)'],
  ['Cocaine (Colombian)', 'Cocaine (Colombian)'],
  ['Cannabis (resin and oil)', 'Cannabis (resin and oil)'],
  ['Cocaine (excluding base, paste and salts)', 'Cocaine (excluding base, paste and salts)'],
])('%s is %s: a bracket counts where it narrows', (label, bare) => {
  expect(bareDrug(label, 'en')).toBe(bare);
});

describe('shares of what is counted', () => {
  const rows = ['Vols;27,3;16,2', 'Escroqueries;42,2;33,3', 'Usage de stupéfiants;30,5;50,5'];
  const heading = 'Infraction;Mis en cause étrangers;Mis en cause français';
  const told = ({ columns }: TableGuess) => columns.slice(1).map(({ to }) => to);

  it('are no counts where a lone mark stands over the table', async () => {
    expect(told(await guessOf([heading, ...rows], 'en %'))).toEqual([null, null]);
  });

  it('are no counts where their total is a hundred', async () => {
    expect(told(await guessOf([heading, ...rows, 'Ensemble;100,0;100,0']))).toEqual([null, null]);
  });

  it('are no counts where the heading says of what they are a share', async () => {
    const guess = await guessOf([
      'Infraction;Mis en cause;Part des femmes dans les mis en cause',
      ...rows.map((row) => row.replace(/;\d+,\d/u, ';120')),
    ]);
    expect(told(guess)).toEqual(['value', null]);
  });

  it('are asked about where figures under a count are broken', async () => {
    const guess = await guessOf([
      'Infraction;Mis en cause;Année',
      ...rows.map((row) => row.replace(/;[^;]*$/u, ';2031')),
    ]);
    expect(decided(guess, 'Mis en cause')).toContain('are these shares');
    expect(setOf(guess, 'Mis en cause')).toEqual({ metric: 'suspects' });
  });

  it('leave whole counts beside them alone', async () => {
    const guess = await guessOf(
      ['Infraction;Suspects;Répartition', ...rows.map((row) => row.replace(/;\d+,\d/u, ';12'))],
      'en %',
    );
    expect(told(guess)[0]).toBe('value');
  });
});

describe('columns of figures that count nothing', () => {
  const toOf = ({ columns }: TableGuess, heading: string): string | null | undefined =>
    columns.find(({ headings }) => headings.includes(heading))?.to;

  it('say where a place lies', async () => {
    const guess = await guessOf([
      'Delikt;Monat;Fälle;longitude;latitude',
      'Einbruch;01.2031;249;6.083862;50.776351',
      'Raub;02.2031;213;8.532471;52.021111',
    ]);
    expect(toOf(guess, 'Fälle')).toBe('value');
    expect([toOf(guess, 'longitude'), toOf(guess, 'latitude')]).toEqual([null, null]);
  });

  it('are keys of areas, of one width with noughts before them', async () => {
    const guess = await guessOf(
      [
        'LOR-Schlüssel (Bezirksregion);Bezeichnung (Bezirksregion);Raub;Diebstahl',
        '011001;Südviertel;35;26',
        '011002;Nordviertel;33;18',
        '042002;Hafenviertel;11;8',
      ],
      'Polizei Berlin, Straftaten 2031',
    );
    expect(toOf(guess, 'LOR-Schlüssel (Bezirksregion)')).toBe('place');
    expect(decided(guess, 'LOR-Schlüssel (Bezirksregion)')).toContain('Which places');
    expect(toOf(guess, 'Raub')).not.toBe('place');
  });

  it('are no keys of offences beside the names of their areas', async () => {
    const guess = await guessOf([
      'Schlüssel;Bezirksregion;Raub;Diebstahl',
      '011001;Südviertel;35;26',
      '011002;Nordviertel;33;18',
      '042002;Hafenviertel;11;8',
    ]);
    expect(toOf(guess, 'Schlüssel')).not.toBe('nationalCode');
  });
});

it('a heading one letter off its sisters counts what they count', async () => {
  const guess = await guessOf([
    'Straftat;Oper insgesamt;Opfer Kinder;Opfer Jugendliche;Opfer Erwachsene',
    'Raub;30;5;10;15',
    'Körperverletzung;60;10;20;30',
  ]);
  expect(setOf(guess, 'Oper insgesamt')).toMatchObject({ metric: 'offences', unit: 'victim' });
});

it('a kind below another is the kind, and a correction is none', async () => {
  const { columns } = await guessOf([
    'Année;Indicateurs;Sous-indicateurs;Correction;Valeurs',
    '2030;Infractions à la législation sur les stupéfiants;Usage de stupéfiants;Hors attentats;49',
    '2031;Infractions à la législation sur les stupéfiants;Usage de stupéfiants;Hors attentats;46',
  ]);
  expect(columns.map(({ to }) => to)).toEqual(['period', null, 'nationalCode', null, 'value']);
});

it('an unknown residue of a drug is asked about, and kept as its kind', async () => {
  const guess = await guessOf([
    'metabolite;2030;2031',
    'Benzoylecgonine;340.9;321.6',
    'Norketamine;12.5;13.5',
  ]);
  expect(decided(guess, 'metabolite')).toContain('Benzoylecgonine');
});

describe('what something is worth', () => {
  const worth = (heading: string, title: string, port = 'Vlissingen'): Promise<TableGuess> =>
    guessOf([`Port;Year;${heading}`, `${port};2022;1520000`, `${port};2023;410250`], title);

  it.each([
    ['Cash seized (£)', 'GBP'],
    ['Assets seized, CHF', 'CHF'],
    ['Avoirs confisqués (en dollars US)', 'USD'],
    ['Ontnomen vermogen (€)', 'EUR'],
  ])('%s is in %s, wherever it is', async (heading, unit) => {
    const guess = await worth(heading, '');
    expect(setOf(guess, heading)).toMatchObject({ unit });
    expect(guess.constants).not.toHaveProperty('unit');
  });

  it.each([
    'Nombre d’avoirs saisis',
    'Number of assets seized',
    'Anzahl sichergestelltes Vermögen',
  ])('%s is a number of them', async (heading) => {
    const guess = await worth(heading, 'Douane belge');
    expect(setOf(guess, heading)).not.toMatchObject({ unit: 'EUR' });
  });

  it('is in the currency of its title, before that of its country', async () => {
    const guess = await worth('Cash seized', 'Cash seized by Dutch customs, in pounds sterling');
    expect(setOf(guess, 'Cash seized')).toMatchObject({ unit: 'GBP' });
  });

  it('is in euros of itself only where they were paid in from the first day', () => {
    expect(['NL', 'BE', 'HR', 'BG', 'GB'].map(currencyOfCountry)).toEqual([
      'EUR',
      'EUR',
      null,
      null,
      null,
    ]);
  });

  it('is asked where its country still paid in a currency of its own', async () => {
    const title = 'Contant geld, Nederlandse Douane';
    const guess = await guessOf(
      ['Port;Year;Contant geld', 'Vlissingen;1998;1520000', 'Vlissingen;2003;410250'],
      title,
    );
    expect(setOf(guess, 'Contant geld')).not.toHaveProperty('unit');
    expect(guess.constants['unit']?.confidence ?? 0).toBeLessThan(0.8);
  });

  it('is in euros where its country pays in them, and nothing else is said', async () => {
    const guess = await worth('Contant geld', 'Contant geld, Nederlandse Douane');
    expect(setOf(guess, 'Contant geld')).toMatchObject({ metric: 'cash', unit: 'EUR' });
  });

  it.each([
    ['Cash seized', 'Cash seized by the agency', 'Dover'],
    ['Contant geld', 'Contant geld van de Douane, in euro en Zwitserse frank (CHF)', 'Vlissingen'],
  ])('%s is asked about under "%s"', async (heading, title, port) => {
    const guess = await worth(heading, title, port);
    expect(setOf(guess, heading)).not.toHaveProperty('unit');
    expect(guess.constants['unit']).toMatchObject({ value: 'EUR', confidence: 0.3 });
  });
});

describe('thousands and millions', () => {
  it.each([
    ['Cash seized (£m)', '£m', 1_000_000],
    ['Cash seized £k', '£k', 1000],
    ['Cash (US$ bn)', '$ bn', 1_000_000_000],
    ['Avoirs saisis (Md€)', 'Md€', 1_000_000_000],
    ['Avoirs saisis (en M€)', 'M€', 1_000_000],
    ['Contant geld (mln €)', 'mln €', 1_000_000],
    ['Contant geld (K euro)', 'K euro', 1000],
    ['Bargeld (Mill. €)', 'Mill. €', 1_000_000],
    ['Bargeld (TEUR)', 'TEUR', 1000],
    ['Cash seized (£000s)', '£000s', 1000],
    ['Cash (000 €)', '000', 1000],
    ['cash_seized_eur_mln', 'eur_mln', 1_000_000],
    ['Avoirs saisis (en billions d’euros)', 'billions', null],
    ['Ontnomen vermogen (x 1.000.000 €)', 'x 1.000.000', 1_000_000],
    ['Fälle (in Tsd.)', 'Tsd.', 1000],
    ['Hoeveelheid (000 kg)', '000', 1000],
  ])('stand beside what they are of: %s', (heading, scale, times) => {
    expect(scaleOf(heading)).toBe(scale);
    expect(multiplierIn(heading)).toBe(times);
  });

  it.each([
    'Price (€/g)',
    'Preis (€ je m)',
    'Cash 5000 € or more',
    'Bargeld über 10 000 €',
    'cash_seized_eur',
    'Aantal (M/V)',
    'Montant en euros',
  ])('do not stand in %s', (heading) => {
    expect(scaleOf(heading)).toBeNull();
  });
});

describe('columns that count nothing', () => {
  it.each([
    ['2033 (forecast)', 'forecast'],
    ['Prognose 2033', 'forecast'],
    ['2033 (verwacht)', 'forecast'],
    ['Prévision 2033', 'forecast'],
    ['Objectif 2033', 'target'],
    ['Streefcijfer 2033', 'target'],
    ['Ziel 2033', 'target'],
    ['2033 target', 'target'],
    ['Rang 2032', 'rank'],
    ['Classement', 'rank'],
    ['Moyenne 2030-2032', 'average of years'],
    ['Gem. 30-32', 'average of years'],
    ['Ø 2030–2032', 'average of years'],
    ['5-year average', 'average of years'],
    ['vijfjaarlijks gemiddelde', 'average of years'],
    ['Moyenne quinquennale', 'average of years'],
  ])('%s is a %s, and left out beside years', async (heading, what) => {
    const guess = await guessOf(
      [
        `Port;2030;2031;2032;${heading}`,
        'Antwerpen;61800;65600;89500;72300',
        'Gent;100;1200;300;533',
      ],
      'Inbeslagnames cocaïne (kg)',
    );
    const column = guess.columns.find(({ headings }) => headings.includes(heading));
    expect(column).toMatchObject({ to: null, decide: [] });
    expect(column?.reason.en).toContain(`the heading says ${what}`);
    expect(guess.columns.find(({ headings }) => headings.includes('2031'))?.kind).toBe('fold');
  });

  it.each([
    'Durchschnittsalter',
    'Average price 2031',
    'Verdachte 18-24 jaar',
    'Cible : banques',
    'Solliciteurs 2031',
  ])('%s is none of them', (heading) => {
    expect(['forecast', 'target', 'rank', 'average of years']).not.toContain(
      measureOf(heading)?.says.en,
    );
  });

  it.each(['2033 YTD', '2033 t/m juni', '2033 (à ce jour)', 'bis Juni 2033', '2033 (bisher)'])(
    '%s is no whole year, and asked about',
    async (heading) => {
      const guess = await guessOf(
        [
          `Port;2030;2031;2032;${heading}`,
          'Antwerpen;61800;65600;89500;72300',
          'Gent;100;1200;300;533',
        ],
        'Inbeslagnames cocaïne (kg)',
      );
      expect(decided(guess, heading)).toContain('Of which months');
    },
  );

  it.each([
    ['Drugsvangsten in de havens (kg cocaïne)', '2031'],
    ['Cocaïne saisie en Belgique, kg', '2031'],
    ['Sichergestelltes Kokain – kg', '2031'],
  ])('%s says the unit of all', async (title) => {
    const guess = await guessOf(
      ['Port;2030;2031;2032', 'Antwerpen;61800;65600;89500', 'Gent;100;1200;300'],
      title,
    );
    expect(guess.constants['unit']).toMatchObject({ value: 'kg' });
    expect(guess.constants['metric']).toMatchObject({ value: 'quantity' });
  });
});

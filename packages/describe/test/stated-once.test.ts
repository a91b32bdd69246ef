import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { describe, expect, it } from 'vitest';

async function described(text: string, name = 'a.csv'): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'stated-once-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
    return await describeFile(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const written = ({ columns }: FileDescription, heading: string): string =>
  JSON.stringify(columns.find(({ headings }) => headings[0] === heading)?.written);

const grouped = [
  'Haven;Jaar;Middel;Hoeveelheid (kg)',
  'Vlissingen;2021;cocaïne;1200,5',
  ';;heroïne;30,0',
  ';2022;cocaïne;1300,5',
  ';;heroïne;10,5',
  'Rotterdam;2021;cocaïne;40000,5',
  ';;heroïne;90,5',
  ';2022;cocaïne;46000,5',
  ';;heroïne;100,5',
  '',
].join('\n');

describe('labels stated once', () => {
  it('are proposed to be filled down where the rows are told apart so, and the trial takes every row', async () => {
    const found = await described(grouped);
    expect(written(found, 'Haven')).toContain('"fill":"down"');
    expect(written(found, 'Jaar')).toContain('"fill":"down"');
    expect(written(found, 'Middel')).not.toContain('fill');
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 8 });
  });

  it('are a question where the rows do not tell', async () => {
    const found = await described(
      `Haven;Jaar;Middel;Hoeveelheid (kg)\n${[2019, 2020, 2021, 2022].map((year, at) => `${['Vlissingen', '', 'Rotterdam', ''][at]};${year};cocaïne;1${at},5\n;${year};cocaïne;2${at},5`).join('\n')}\n`,
    );
    expect(written(found, 'Haven')).not.toContain('fill');
    expect(found.decisions.some(({ question }) => question.en.includes('fill: down'))).toBe(true);
  });

  it('are asked for where one seems to be lost', async () => {
    const found = await described(grouped.replace('Rotterdam;', ';'));
    expect(written(found, 'Haven')).not.toContain('fill');
    const asked = found.decisions.find(({ about }) => about.en === 'column Haven')?.question.en;
    expect(asked).toContain('line 6 has the same labels as line 2');
    expect(asked).toContain('is a label lost there');
  });

  it('are not taken for remarks that few rows have', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) =>
        `NL${31 + (at % 4)};${2010 + at};${at * 7};${at % 5 === 0 ? `opmerking ${at}` : ''}`,
    );
    const found = await described(`Regio;Jaar;Aantal;Opmerking\n${rows.join('\n')}\n`);
    expect(found.yaml).not.toContain('fill:');
  });
});

const finds = (heading: string, remarks: readonly (readonly [day: string, text: string])[]) =>
  `Datum;Haven;Middel;Gewicht (kg);${heading}\n${remarks
    .map(([day, text]) => `${day}-01-2024;Vlissingen;cocaïne;640;${text}\n`)
    .join('')}`;
const days = ['03', '17', '21', '21', '28', '29'];

it.each([
  // Rows of the same labels that have a remark each say nothing of the rows without.
  ['Opmerkingen', ['onder bananen', '', 'zie nr 4', 'dubbel?', '', '']],
  ['Remarques', ['sous des bananes', '', 'voir 4', 'double ?', '', '']],
  ['Herkomst', ['onder bananen', '', 'zie nr 4', 'dubbel?', '', '']],
])('%s of single finds stay with their own rows', async (heading, remarks) => {
  const found = await described(
    finds(
      heading,
      remarks.map((text, at) => [days[at] ?? '', text]),
    ),
  );
  expect(found.yaml).not.toMatch(/^[^#]*fill: ?down/mu);
});

it('remarks are asked about, and never filled, where they alone would tell rows apart', async () => {
  const found = await described(
    finds('Opmerkingen', [
      ['03', 'bananen'],
      ['17', ''],
      ['03', 'koffie'],
      ['17', ''],
    ]),
  );
  expect(found.yaml).not.toMatch(/^[^#]*fill: ?down/mu);
  expect(found.decisions.map(({ question }) => question.en).join()).toContain(
    '"Opmerkingen" is empty in 2 of 4 rows',
  );
});

describe('figures with words', () => {
  it('are proposed as such beside a column of units, in each language', async () => {
    for (const [words, about] of [
      ['ruim', 'ca.'],
      ['plus de', 'environ'],
      ['mehr als', 'rund'],
      ['more than', 'about'],
    ]) {
      const language = { ruim: 'nl', 'plus de': 'fr', 'mehr als': 'de' }[words ?? ''] ?? 'en';
      const head = {
        nl: 'Datum inbeslagname;Haven;Middel;Hoeveelheid;Eenheid',
        fr: 'Date de saisie;Port;Produit;Quantité;Unité',
        de: 'Datum der Sicherstellung;Hafen;Stoff;Menge;Einheit',
        en: 'Seizure date;Port;Drug;Quantity;Unit',
      }[language];
      const found = await described(
        `${head}\n15-02-2023;Antwerpen;heroin;${words} 300;kg\n17-02-2023;Rotterdam;heroin;250;kg\n18-02-2023;Hamburg;heroin;${about} 40;kg\n19-02-2023;Hamburg;heroin;12;kg\n`,
      );
      expect(JSON.stringify(found.columns.map((column) => column.written))).toContain(
        '"as":"quantity"',
      );
      expect(found.trial).toMatchObject({ kind: 'ingested', records: 4 });
    }
  });
});

it.each([
  ['Hoeveelheid (kg)', 'ca. 100', 1],
  ['Quantité (kg)', 'environ 100', 1],
  // Where most are worded, what a bare one means is not known.
  ['Hoeveelheid (kg)', 'ca. 100', 3],
])(
  '%s: a cell "%s" leaves the bare figures beside it exact (%i of 4)',
  async (heading, words, n) => {
    const cells = ['12.190,00', '260,50', '9.812,50', '75,00'].fill(words, 0, n);
    const found = await described(
      `${heading.startsWith('Q') ? 'Port;Année;Produit' : 'Haven;Jaar;Middel'};${heading}\n${cells.map((cell, at) => `Vlissingen;${2020 + at};cocaïne;${cell}\n`).join('')}`,
    );
    expect(written(found, heading).includes('"wording":"exact"')).toBe(n === 1);
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 4 });
  },
);

it('a file packed with gzip is described as the file in it', async () => {
  const found = await described(grouped, 'havens.csv.gz');
  expect(found).toMatchObject({ file: 'havens.csv', id: 'havens' });
  expect(found.trial).toMatchObject({ kind: 'ingested', records: 8 });
});

it('the flags that are proposed under folds are read by the trial', async () => {
  const found = await described(
    'Land;2019;2020;2021\nNederland;35;36*;37 p\nBelgië;12;13*;14\nDuitsland;120;130*;140 p\n',
  );
  expect(JSON.stringify(found.folds[0]?.written)).toContain('"flags":{"*":"P","p":"P"}');
  expect(found.trial).toMatchObject({
    kind: 'ingested',
    records: 9,
    conservation: { rejected: 0 },
  });
});

describe('a table of an office, with a subtotal below the drugs of each port and notes behind figures', () => {
  const ports = (closing: string) =>
    described(
      [
        'Sicherstellungen in Häfen, 2023 und 2024 (Menge in kg)',
        ';;2023;;2024;',
        'Hafen;Stoff;Fälle;Menge;Fälle;Menge',
        'Bremerhaven;Kokain;14;2.310,5;11;1.880,0¹',
        'Bremerhaven;Heroin;3;22,4;2;–',
        'Bremerhaven;Haschisch;5;118,0;4;96,3',
        'Zwischensumme Bremerhaven;;22;2.450,9;17;1.976,3',
        'Hamburg;Kokain;4;410,0;6;655,2',
        'Hamburg;Haschisch;2;41,7¹;1;12,0',
        `Zwischensumme Hamburg;;${closing};7;667,2`,
        'Insgesamt;;28;2.902,6;24;2.643,5',
        '¹ Vorläufiger Wert.',
        '– = nicht veröffentlicht',
        '',
      ].join('\n'),
    );

  it('leaves out what is the sum of the rows above it, whatever these are of', async () => {
    const found = await ports('6;451,7');
    expect(found.totals.map(({ label, proposal }) => [label, proposal])).toEqual([
      ['Zwischensumme Bremerhaven', 'exclude'],
      ['Zwischensumme Hamburg', 'exclude'],
      ['Insgesamt', 'exclude'],
    ]);
    expect(found.trial).toMatchObject({
      kind: 'ingested',
      conservation: { items: 32, excluded: 12, rejected: 0 },
    });
  });

  it('and asks about one that is not', async () => {
    const { totals } = await ports('7;451,7');
    const [, hamburg] = totals;
    expect([hamburg?.label, hamburg?.proposal]).toEqual(['Zwischensumme Hamburg', 'note']);
  });

  it('reads a note behind a figure as what the file says of it, and keeps its column with the others', async () => {
    const found = await ports('6;451,7');
    expect(JSON.stringify(found.folds.map(({ written }) => written))).toContain(
      '"flags":{"¹":"P"}',
    );
    expect(found.yaml).toContain('"–": not_reported');
    expect(found.decisions.map(({ question }) => question.en).join()).not.toContain('Vorläufig');
  });
});

import { describe, expect, it, test } from 'vitest';
import type { ConstantGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { tableOf } from '../table-of.ts';

async function constantsOf(
  lines: readonly string[],
  titleLines: readonly string[],
  file = 'table.csv',
): Promise<Readonly<Record<string, ConstantGuess>>> {
  const table = await tableOf(lines);
  return guessTable(table, { file, titleLines, footerLines: [] }).constants;
}

const ports = ['Haven;2022;2023', 'Rotterdam;1000;1100', 'Vlissingen;200;300', 'Terneuzen;10;20'];
const drugs = ['Drug;2022;2023', 'cocaïne;1000;1100', 'heroïne;200;300', 'hasj;10;20'];

it.each([
  ['59', 'XX', 'perhaps the key of an area'],
  ['Données', 'FR', 'points to this country'],
])('a sheet called %s leaves the place at %s', async (sheet, code, why) => {
  const kinds = ['Vols avec violences', 'Escroqueries', 'Homicides', 'Recels'];
  const table = await tableOf([
    'Infraction;2031',
    ...kinds.map((kind, at) => `${kind};${12 + at}`),
  ]);
  const titleLines = ['Faits constatés en France par la police et la gendarmerie'];
  const hints = { file: 'table.xlsx', titleLines, footerLines: [] };
  const { place } = guessTable({ ...table, sheet }, hints).constants;
  expect(place?.reason.en).toContain(why);
  expect(place?.value || 'XX').toBe(code);
});

describe('a title without a caption', () => {
  const read = (found: ConstantGuess | undefined, title: string, code: string): void => {
    const { fromTitle, codes } = (found?.written ?? {}) as {
      readonly fromTitle: string;
      readonly codes: Readonly<Record<string, string>>;
    };
    const [, text = ''] = new RegExp(fromTitle, 'mu').exec(title) ?? [];
    expect(codes[text]).toBe(code);
  };

  test.each([
    ['Inbeslagnames cocaïne (kg) per haven, 2023', 'COC'],
    ['Cocaïnevangsten per haven, 2023', 'COC'],
    ['Saisies de résine de cannabis par port', 'CAN_RESIN'],
    ['Heroin seized in ports, 2022-2023', 'HER'],
    ['Kokainsicherstellungen nach Hafen', 'COC'],
    ['Quantities of cocaine seized, 2022', 'COC'],
    ['In beslag genomen cocaïne per haven', 'COC'],
    ['Quantities of cocaine seized 2027 to 2030 (kg)', 'COC'],
    ['Saisies de cocaïne par la police et la douane, en kilogrammes', 'COC'],
  ])('%s says of all figures that they are of %s', async (title, code) => {
    const { substance } = await constantsOf(ports, [title]);
    expect(substance).toMatchObject({ value: code, confidence: 0.88 });
    read(substance, title, code);
  });

  test.each([
    ['Saisies de cocaïne et autres drogues par port', ports],
    ['Inbeslagnames per haven, waarvan cocaïne', ports],
    ['Controles op cocaïne per haven', ports],
    ['Seizures of cocaine', ['Form;2022;2023', 'powder;10;11', 'base;2;3', 'liquid;1;1']],
  ])('%s is asked', async (title, lines) => {
    const { substance } = await constantsOf(lines, [title]);
    expect(substance?.confidence ?? 0).toBeLessThan(0.85);
  });

  const years = ['Jaar;Kilogram', '2030;9011', '2031;4022'];
  test.each([
    ['Inbeslagnames cocaïne in de haven van Antwerpen, in ton', 'BEANR'],
    ['Im Hamburger Hafen sichergestelltes Kokain', 'DEHAM'],
    ['Cocaïne saisie dans le port d’Anvers', 'BEANR'],
    ['Saisies de cocaïne dans le port du Havre (kg)', 'FRLEH'],
    ['Landeskriminalamt Nordrhein-Westfalen', 'DEA'],
  ])('%s says of all figures that they are of %s', async (title, code) => {
    const { place } = await constantsOf(years, [title]);
    expect(place).toMatchObject({ value: code, confidence: 0.88 });
    read(place, title, code);
  });

  test.each([
    ['Inbeslagnames uit de haven van Antwerpen', years],
    ['Inbeslagnames in de haven van Antwerpen en omgeving', years],
    ['Inbeslagnames cocaïne in Antwerpen', years],
    ['Inbeslagnames in de haven van Antwerpen', ['Terminal;2030', 'Delwaide;10', 'Noordzee;3']],
  ])('%s leaves the place open', async (title, lines) => {
    const { place } = await constantsOf(lines, [title]);
    expect(place?.confidence ?? 0).toBeLessThan(0.85);
  });

  test.each([
    ['Geregistreerde drugshandel per haven', ports, 'offence', 'ICCS060121'],
    ['Inbeslagnames in Vlissingen naar drug (kg)', drugs, 'place', 'NLVLI'],
  ])('%s gives %s', async (title, lines, field, code) => {
    const found = (await constantsOf(lines, [title]))[field];
    expect(found?.value).toBe(code);
    expect(found?.confidence).toBeLessThan(0.85);
    expect(found?.reason.en).toContain('does it hold for every figure?');
    read(found, title, code);
  });

  it('is taken from the name of the file where no title says it', async () => {
    const { substance } = await constantsOf(ports, [], 'inbeslagnames_cocaine_2023.csv');
    expect(substance?.value).toBe('COC');
    expect(substance?.confidence).toBeLessThan(0.85);
  });

  it('is a place in the name of a file, which is written small, and asked', async () => {
    const lines = ['Maand;Cocaïne (kg)', '2031-01;11', '2031-02;9'];
    const { place } = await constantsOf(lines, [], 'harc_rotterdam_maanden.csv');
    expect(place).toMatchObject({ value: 'NLRTM', confidence: 0.7 });
  });

  it('names several: which one is asked, and nothing is lost', async () => {
    const { substance, note } = await constantsOf(ports, [
      'Inbeslagnames van cocaïne en heroïne per haven',
    ]);
    expect(substance).toBeUndefined();
    expect(note?.value).toBe('cocaïne, heroïne');
    expect(note?.reason.en).toContain('of which drug');
  });

  it.each([
    'Inbeslagnames (kg) per haven, alleen partijen boven 500 gram',
    'Saisies par port, hors colis postaux',
    'Sicherstellungen nach Hafen, nur Container',
    'Seizures by port, excluding post',
    'Inbeslagnames (kg) in zeecontainers per haven',
    'Vrouwelijke verdachten per haven',
  ])('%s narrows the figures, which is kept as a note', async (title) => {
    const { note } = await constantsOf(ports, [title]);
    expect(title).toContain(note?.value ?? 'nothing');
    expect(note?.confidence).toBeLessThan(0.85);
  });

  it('says nothing that a column holds, and nothing of words that narrow nothing', async () => {
    const held = await constantsOf(
      ['Haven;Drug;2022;2023', 'Rotterdam;cocaïne;1;2', 'Vlissingen;hasj;3;4'],
      ['Inbeslagnames van cocaïne en hasj in Rotterdam (kg, sauf indication contraire)'],
    );
    for (const field of ['substance', 'place', 'note']) expect(held[field]).toBeUndefined();
    const plain = await constantsOf(ports, ['Aantal misdrijven per haven, 2022 en 2023']);
    for (const field of ['substance', 'offence', 'note']) expect(plain[field]).toBeUndefined();
  });
});

describe('kinds of offences under a title of the law on drugs', () => {
  const kinds = ['Delikt;2030;2031', 'Handel;301;288', 'Einfuhr;21;18', 'Anbau;12;9'];

  it('are offences of it, and no note', async () => {
    const { offence, note } = await constantsOf(kinds, ['Rauschgiftdelikte nach Art (Fälle)']);
    expect(offence).toMatchObject({ value: 'ICCS0601', confidence: 0.88 });
    expect(note).toBeUndefined();
  });

  it.each(['Rauschgiftkriminalität nach Art', 'Rauschgiftdelikte und andere Straftaten'])(
    '%s says no more than a note',
    async (title) => {
      const { offence } = await constantsOf(kinds, [title]);
      expect(offence).toBeUndefined();
    },
  );
});

it.each([
  ['Rauschgiftdelikte nach Stoff', ['Rauschgift;2030;2031', 'Kokain;301;288', 'Heroin;21;18']],
  ['Rauschgiftdelikte nach Land', ['Land;2030;2031', 'Bremen;301;288', 'Berlin;21;18']],
])('%s has no kinds, and no offence that is certain', async (title, lines) => {
  const { offence } = await constantsOf(lines, [title]);
  expect(offence?.confidence ?? 0).toBeLessThan(0.85);
});

it('a name of a file that says only drugs narrows no offences', async () => {
  const years = ['Arrondissement;2030;2031', 'Namur;301;288', 'Hainaut;21;18'];
  const { substance } = await constantsOf(years, ['Faits enregistrés'], 'faits_stups.csv');
  expect(substance).toBeUndefined();
});

test.each([
  [['Politiezone Noord', 'Geregistreerde feiten drugs per gemeente'], 'drugs'],
  [['Erfasste Straftaten Rauschgift', 'nach Gemeinde'], 'Rauschgift'],
  [['Police locale', 'Faits enregistrés - stupéfiants'], 'stupéfiants'],
])('a word of drugs beside one of offences, in any line of %s, is asked', async (lines, word) => {
  const towns = ['Gemeente;2022;2023', 'Gent;1200;1100', '  Drugs - bezit;200;300', 'Aalst;10;20'];
  const { note } = await constantsOf(towns, lines);
  expect(note).toMatchObject({ value: word, confidence: 0.5 });
});

import { writeFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { type FamilyFile, figures } from './family.ts';

const keys: readonly (readonly [string, string])[] = [
  ['------', 'Straftaten insgesamt'],
  ['000000', 'Straftaten gegen das Leben'],
  ['010000', 'Mord § 211 StGB'],
  ['100000', 'Straftaten gegen die sexuelle Selbstbestimmung'],
  ['210000', 'Raub, räuberische Erpressung'],
  ['3***00', 'Diebstahl ohne erschwerende Umstände'],
  ['4***00', 'Diebstahl unter erschwerenden Umständen'],
  ['510000', 'Betrug §§ 263, 263a, 264 StGB'],
  ['633000', 'Geldwäsche § 261 StGB'],
  ['730000', 'Rauschgiftdelikte (soweit nicht bereits mit anderer Schlüsselzahl erfasst)'],
  ['731000', 'Allgemeine Verstöße § 29 BtMG'],
  ['732000', 'Unerlaubter Handel mit und Schmuggel von Rauschgiften § 29 BtMG'],
];

/** The table of the Federation: a header of four rows over merged cells, and the sheet a macro left behind. */
const federation: FamilyFile = {
  name: 'PKS, Federation, merged header of four rows and a leftover macro sheet',
  file: 'BU-F-01-T01-Faelle_2019.xlsx',
  write: (path) => {
    const next = figures(7);
    const rows: (string | number | null)[][] = [
      ['Polizeiliche Kriminalstatistik'],
      ['Grundtabelle: Fälle 2019, Bundesrepublik Deutschland (V1.0 erstellt am: 20.01.2020)'],
      [],
      [
        'Schlüssel',
        'Straftat',
        'Anzahl erfasste Fälle',
        'erfasste Fälle davon:',
        null,
        'Aufklärung',
        null,
        'Tatverdächtige',
        null,
        null,
        'Nichtdeutsche Tatverdächtige',
        null,
      ],
      [null, null, null, 'Versuche', null, null, null, null, null, null, null, null],
      [
        null,
        null,
        null,
        'Anzahl',
        'in %',
        'Anzahl Fälle',
        'in % (AQ)',
        'insgesamt',
        'männlich',
        'weiblich',
        'Anzahl',
        'Anteil an TV insg. in %',
      ],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ];
    for (const [key, words] of keys) {
      const cases = 2_000 + next(400_000);
      const tried = next(cases / 5);
      const cleared = Math.floor(cases * (0.3 + next(60) / 100));
      const men = 500 + next(90_000);
      const women = 100 + next(30_000);
      const foreign = next(men);
      const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
      rows.push([
        key,
        words,
        cases,
        tried,
        share(tried, cases),
        cleared,
        share(cleared, cases),
        men + women,
        men,
        women,
        foreign,
        share(foreign, men + women),
      ]);
    }
    const sheet = XLSX.utils.aoa_to_sheet(rows);
    const merge = (range: string) => XLSX.utils.decode_range(range);
    sheet['!merges'] = [
      'A4:A6',
      'B4:B6',
      'C4:C6',
      'D4:E4',
      'D5:E5',
      'F4:G5',
      'H4:J5',
      'K4:L5',
      'A1:L1',
      'A2:L2',
    ].map(merge);
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Makro1'], ['Strg+m']]), 'Makro1');
    XLSX.utils.book_append_sheet(book, sheet, 'T01_Fälle');
    writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  },
  key: {
    format: 'xlsx',
    sheet: 'T01_Fälle',
    title: 2,
    header: 4,
    footer: null,
    language: 'de',
    record: 'observation',
    columns: {
      'Schlüssel 1': ['nationalCode', 'offence'],
      'Straftat 2': ['-', 'note', 'nationalCode'],
      'Anzahl erfasste Fälle 3': ['value'],
      'erfasste Fälle davon: Versuche Anzahl 4': ['-'],
      'erfasste Fälle davon: Versuche in % 5': ['-'],
      'Aufklärung Anzahl Fälle 6': ['-'],
      'Aufklärung in % (AQ) 7': ['-'],
      'Tatverdächtige insgesamt 8': ['value'],
      'Tatverdächtige männlich 9': ['-'],
      'Tatverdächtige weiblich 10': ['-'],
      'Nichtdeutsche Tatverdächtige Anzahl 11': ['-'],
      'Nichtdeutsche Tatverdächtige Anteil an TV insg. in % 12': ['-'],
    },
  },
};

/** An older edition of the time series: another spelling of the key, two rates, no row of column numbers. */
const series: FamilyFile = {
  name: 'PKS, time series with other columns',
  file: 'ZR-F-01-T01_1987-2015.csv',
  write: (path) => {
    const next = figures(11);
    const lines = [
      'Schluesse;Straftat;Jahr;erfasste Faelle;HZ vor Zensus bis 2013;HZ nach Zensus;Versuche - Anzahl;Versuche - Anteil in %;Aufklaerungsquote in %;Tatverdaechtige insgesamt',
    ];
    for (const [key, words] of keys)
      for (let year = 2009; year <= 2015; year += 1) {
        const cases = 1_500 + next(900_000);
        const tried = next(cases / 6);
        const grouped = (n: number) => n.toLocaleString('en');
        lines.push(
          [
            key,
            words,
            year,
            grouped(cases),
            year < 2014 ? (cases / 812.1).toFixed(1) : '',
            year > 2012 ? (cases / 805.4).toFixed(1) : '',
            grouped(tried),
            ((100 * tried) / cases).toFixed(1),
            (30 + next(600) / 10).toFixed(1),
            grouped(400 + next(300_000)),
          ].join(';'),
        );
      }
    writeFileSync(path, iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1252'));
  },
  key: {
    format: 'csv',
    encoding: 'windows-1252',
    delimiter: ';',
    title: 0,
    header: 1,
    footer: null,
    decimalChar: '.',
    groupChar: ',',
    language: 'de',
    record: 'observation',
    columns: {
      Schluesse: ['nationalCode', 'offence'],
      Straftat: ['-', 'note', 'nationalCode'],
      Jahr: ['period'],
      'erfasste Faelle': ['value'],
      'HZ vor Zensus bis 2013': ['-'],
      'HZ nach Zensus': ['-'],
      'Versuche - Anzahl': ['-'],
      'Versuche - Anteil in %': ['-'],
      'Aufklaerungsquote in %': ['-'],
      'Tatverdaechtige insgesamt': ['value'],
    },
  },
};

export const pksFiles: readonly FamilyFile[] = [federation, series];

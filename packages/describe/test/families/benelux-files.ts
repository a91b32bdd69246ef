import { writeFileSync } from 'node:fs';
import { type FamilyFile, figures } from './family.ts';

const provinces = [
  'Groningen (PV)',
  'Friesland (PV)',
  'Zeeland (PV)',
  'Noord-Brabant (PV)',
  'Limburg (PV)',
];
const kinds = [
  'Misdrijven, totaal',
  '1 Vermogensmisdrijven',
  '2 Vernielingen,misdropenborde/gezag',
  '3 Gewelds- en seksuele misdrijven',
  '6 Drugsmisdrijven',
  '7 (Vuur)wapenmisdrijven',
];

/** CBS StatLine, provinces: region, measure and year glued into one heading, provisional years starred. */
const glued: FamilyFile = {
  name: 'CBS provinces with headings glued as Regio_Maat_2016*',
  file: 'Geregistreerde_criminaliteit_provincies_2014_2016.csv',
  write: (path) => {
    const next = figures(13);
    const years = ['2014', '2015', '2016*'];
    const headings = provinces.flatMap((place) =>
      years.map((year) => `${place}_Totaal geregistreerde misdrijven_${year}`),
    );
    const lines = [['Soort misdrijf', ...headings].map((text) => `"${text}"`).join(';')];
    for (const kind of kinds)
      lines.push([`"${kind}"`, ...headings.map(() => `"${next(90_000)}"`)].join(';'));
    lines.push('"Bron: CBS."');
    writeFileSync(path, `${lines.join('\n')}\n`);
  },
  key: {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    title: 0,
    header: 1,
    footer: 'Bron: CBS.',
    language: 'nl',
    record: 'observation',
    columns: { 'Soort misdrijf': ['nationalCode', 'offence'] },
    fold: ['place', 'period'],
  },
};

/** A Dutch extract of finds as an office sends it: title lines, decimal comma, days, free remarks. */
const finds: FamilyFile = {
  name: 'an extract of finds, Dutch, decimal comma',
  file: 'extract-2024.csv',
  write: (path) => {
    const next = figures(17);
    const ports = ['Vlissingen', 'Terneuzen', 'Rotterdam', 'Moerdijk'];
    const drugs = ['cocaïne', 'heroïne', 'hasj', 'amfetamine', 'cocaine'];
    const lines = [
      'Overzicht inbeslagnames 2024',
      'Opgemaakt door team haven',
      '',
      'Datum inbeslagname;Haven;Soort drug;Hoeveelheid;Eenheid;Dienst;Opm.',
    ];
    for (let row = 0; row < 60; row += 1)
      lines.push(
        [
          `${1 + next(28)}-${1 + next(12)}-${2023 + next(2)}`,
          ports[next(4)],
          drugs[next(5)],
          `${next(1_900) + 1},${next(10)}`,
          'kg',
          row % 3 === 0 ? 'HARC' : 'Douane',
          row % 7 === 0 ? 'in koelmotor aangetroffen' : '',
        ].join(';'),
      );
    lines.push('Bron: Douane');
    writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  },
  key: {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    title: 2,
    header: 1,
    footer: 'Bron: Douane',
    decimalChar: ',',
    language: 'nl',
    record: 'seizure',
    columns: {
      'Datum inbeslagname': ['date'],
      Haven: ['place'],
      'Soort drug': ['substance'],
      Hoeveelheid: ['quantity', 'value'],
      Eenheid: ['unit'],
      Dienst: ['agencies'],
      'Opm.': ['note', '-'],
    },
  },
};

export const beneluxFiles: readonly FamilyFile[] = [glued, finds];

import { writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { type FamilyFile, figures } from './family.ts';

const kinds: readonly (readonly [string, string])[] = [
  ['Homicides', 'victime'],
  ['Tentatives d’homicides', 'victime'],
  ['Violences sexuelles', 'victime'],
  ['Vols avec armes', 'infraction'],
  ['Cambriolages de logement', 'infraction'],
  ['Vols de véhicules', 'véhicule'],
  ['Usage de stupéfiants', 'mis en cause'],
  ['Trafic de stupéfiants', 'mis en cause'],
];

const departments = ['01', '02', '08', '2A', '2B', '59', '62', '75', '93', '971'];

/** SSMSI départements, first release: `7,83e-03`, years of two digits. */
const departments2023: FamilyFile = {
  name: 'SSMSI départements with 7,83e-03',
  file: 'donnee-dep-data.gouv-2022-geographie2023-produit-le2023-07-17.csv',
  write: (path) => {
    const next = figures(3);
    const lines = [
      '"classe";"annee";"Code.département";"Code.région";"unité.de.compte";"millPOP";"millLOG";"faits";"POP";"LOG";"tauxpourmille"',
    ];
    for (const [kind, unit] of kinds)
      for (const year of [20, 21, 22])
        for (const department of departments) {
          const facts = kind.includes('omicide') ? next(6) : next(4_000);
          const people = 150_000 + next(2_000_000);
          const rate = (1000 * facts) / people;
          const text =
            rate > 0 && rate < 0.01 ? rate.toExponential(14).replace('e-', 'e-0') : String(rate);
          lines.push(
            [
              `"${kind}"`,
              `"${year}"`,
              `"${department}"`,
              `"${department === '59' || department === '62' ? '32' : '84'}"`,
              `"${unit}"`,
              '"20"',
              '"20"',
              `"${facts}"`,
              `"${people}"`,
              `"${String(people / 2.2).replace('.', ',')}"`,
              `"${text.replace('.', ',')}"`,
            ].join(';'),
          );
        }
    writeFileSync(path, `\uFEFF${lines.join('\n')}\n`);
  },
  key: {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    title: 0,
    header: 1,
    footer: null,
    decimalChar: ',',
    language: 'fr',
    record: 'observation',
    columns: {
      classe: ['nationalCode', 'offence'],
      annee: ['period'],
      'Code.département': ['place'],
      'Code.région': ['-', 'placeNote'],
      'unité.de.compte': ['unit', 'countUnit', 'metric'],
      millPOP: ['-'],
      millLOG: ['-'],
      faits: ['value'],
      POP: ['-', 'value'],
      LOG: ['-', 'value'],
      tauxpourmille: ['-'],
    },
  },
};

const indexes: readonly string[] = [
  'Règlements de compte entre malfaiteurs',
  "Homicides pour voler et à l'occasion de vols",
  "Homicides pour d'autres motifs",
  'Tentatives homicides pour voler',
  "Tentatives homicides pour d'autres motifs",
  'Coups et blessures volontaires suivis de mort',
  'Autres coups et blessures volontaires',
  'Séquestrations',
  'Vols à la tire',
  'Cambriolages de résidences secondaires',
  'Trafic et revente sans usage de stupéfiants',
  'Usage-revente de stupéfiants',
  'Usage de stupéfiants',
];

const named = [
  'Ain',
  'Aisne',
  'Allier',
  'Hautes-Alpes',
  'Ardennes',
  'Aube',
  'Nord',
  'Pas-de-Calais',
  'Somme',
  'Paris',
  "Val-d'Oise",
];

/** État 4001: one month, a département a column, blanks in thousands, windows-1252. */
const etat4001: FamilyFile = {
  name: 'état 4001 in windows-1252',
  file: 'datagouv-mars-2013-tableau-6.csv',
  write: (path) => {
    const next = figures(5);
    const grouped = (n: number) => n.toLocaleString('en').replaceAll(',', ' ');
    const lines = [
      `;Tableau 6. Faits constatés par la police et la gendarmerie, par département de France métropolitaine, en mars 2013.${';'.repeat(named.length + 1)}`,
      ';'.repeat(named.length + 2),
      ['N°Index', "Index de l'Etat 4001", 'Métropole', ...named].join(';'),
    ];
    for (const [at, words] of indexes.entries()) {
      const figures_ = named.map(() => next(at < 6 ? 5 : 1_900));
      const all = figures_.reduce((sum, n) => sum + n, 0) + next(50);
      lines.push(
        [String(at + 1).padStart(2, '0'), words, grouped(all), ...figures_.map(grouped)].join(';'),
      );
    }
    writeFileSync(path, iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1252'));
  },
  key: {
    format: 'csv',
    encoding: 'windows-1252',
    delimiter: ';',
    title: 1,
    header: 1,
    footer: null,
    language: 'fr',
    record: 'observation',
    columns: {
      'N°Index': ['nationalCode', 'offence', '-'],
      "Index de l'Etat 4001": ['nationalCode', 'offence', '-', 'note'],
      Métropole: ['value'],
    },
    fold: ['place'],
  },
};

export const frenchFiles: readonly FamilyFile[] = [departments2023, etat4001];

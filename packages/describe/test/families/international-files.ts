import { writeFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import { openEngine } from '@samenbeeld/engine';
import { type FamilyFile, figures } from './family.ts';

const countries: readonly (readonly [string, string, string])[] = [
  ['Belgium', 'BEL', 'BE'],
  ['Netherlands (Kingdom of the)', 'NLD', 'NL'],
  ['Luxembourg', 'LUX', 'LU'],
  ['France', 'FRA', 'FR'],
  ['Germany', 'DEU', 'DE'],
];
const drugs: readonly (readonly [string, string])[] = [
  ['Cocaine-type', 'Cocaine hydrochloride'],
  ['Cocaine-type', '"Crack" cocaine'],
  ['Cannabis-type', 'Cannabis herb (marijuana)'],
  ['Cannabis-type', 'Cannabis resin (hashish)'],
  ['Opioids', 'Heroin'],
  ['Amphetamine-type stimulants', 'Amphetamine'],
];

function book(sheets: Readonly<Record<string, (string | number | null)[][]>>, path: string): void {
  const made = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(rows), name);
  writeFileSync(path, XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

/** UNODC annex of 2025: two title rows and other names of the same columns. */
const annex: FamilyFile = {
  name: 'UNODC drug seizures 2019-2023 with renamed columns',
  file: '7.1._Drug_seizures_2019-2023.xlsx',
  write: (path) => {
    const next = figures(19);
    const rows: (string | number | null)[][] = [
      ['Drug seizures 2019 - 2023'],
      ['Source: UNODC, annual report questionnaire'],
      [
        'Region',
        'Sub region',
        'Country',
        'Drug group',
        'Drug',
        'Reference year',
        'Unit of measurement',
        'Quantity seized',
      ],
    ];
    for (const [name] of countries)
      for (const [group, drug] of drugs)
        for (let year = 2019; year <= 2023; year += 1)
          rows.push([
            'Europe',
            'Western and Central Europe',
            name,
            group,
            drug,
            year,
            'Kilogram',
            Math.round(next(9_000_000) / 10) / 100,
          ]);
    book({ 'Drug seizures': rows }, path);
  },
  key: {
    format: 'xlsx',
    sheet: 'Drug seizures',
    title: 2,
    header: 1,
    footer: null,
    language: 'en',
    record: 'observation',
    columns: {
      Region: ['-'],
      'Sub region': ['-'],
      Country: ['place'],
      'Drug group': ['-', 'nationalCode'],
      Drug: ['substance'],
      'Reference year': ['period'],
      'Unit of measurement': ['unit'],
      'Quantity seized': ['value'],
    },
  },
};

/** Eurostat's Data Explorer: one observation a row, everything quoted, blanks or commas in thousands, `:` missing. */
const explorer: FamilyFile = {
  name: 'Eurostat Data Explorer export with quoted thousands',
  file: 'crim_off_cat_1_Data.csv',
  write: (path) => {
    const next = figures(23);
    const lines = ['"TIME","GEO","ICCS","UNIT","Value","Flag and Footnotes"'];
    for (let year = 2014; year <= 2017; year += 1)
      for (const [name] of [...countries.slice(0, 1), ...countries.slice(2)])
        for (const offence of [
          'Intentional homicide',
          'Robbery',
          'Burglary',
          'Unlawful acts involving controlled drugs or precursors',
        ])
          lines.push(
            [
              year,
              name,
              offence,
              'Number',
              next(20) === 0 ? ':' : next(300_000).toLocaleString('en'),
              next(12) === 0 ? 'b' : '',
            ]
              .map((cell) => `"${cell}"`)
              .join(','),
          );
    writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  },
  key: {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    title: 0,
    header: 1,
    footer: null,
    groupChar: ',',
    language: 'en',
    record: 'observation',
    columns: {
      TIME: ['period'],
      GEO: ['place'],
      ICCS: ['offence', 'nationalCode'],
      UNIT: ['unit', 'countUnit', '-'],
      Value: ['value'],
      'Flag and Footnotes': ['status'],
    },
  },
};

/** UNODC individual seizures: a sheet a year, the same columns on each. */
const individual: FamilyFile = {
  name: 'IDS workbook with a sheet a year',
  file: 'IDS_Report_2011_2016.xlsx',
  write: (path) => {
    const next = figures(29);
    const rows = (year: number): (string | number | null)[][] => [
      [
        'SUBREGION',
        'COUNTRY',
        'PLACE_OF_SEIZURE',
        'SEIZURE_DATE',
        'DRUG_NAME',
        'AMOUNT',
        'DRUG_UNIT',
        'PRODUCING_COUNTRY',
        'DEPARTURE_COUNTRY',
        'DESTINATION_COUNTRY',
      ],
      ...Array.from({ length: 40 }, (_, row): (string | number | null)[] => [
        'West & Central Europe',
        countries[next(5)]?.[0].replace(' (Kingdom of the)', '') ?? null,
        ['Antwerp', 'Rotterdam', 'Schiphol Airport', 'Hamburg'][next(4)] ?? null,
        `${year}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`,
        drugs[next(6)]?.[1] ?? null,
        Math.round(next(500_000)) / 100,
        row % 4 === 0 ? 'Gram' : 'Kilogram',
        ['Colombia', 'Morocco', 'Afghanistan', null][next(4)] ?? null,
        ['Ecuador', 'Brazil', 'Suriname', null][next(4)] ?? null,
        ['Netherlands', 'Belgium', 'Spain', null][next(4)] ?? null,
      ]),
    ];
    book({ '2015': rows(2015), '2016': rows(2016) }, path);
  },
  key: {
    format: 'xlsx',
    title: 0,
    header: 1,
    footer: null,
    language: 'en',
    record: 'seizure',
    columns: {
      SUBREGION: ['-'],
      COUNTRY: ['place', 'seizingCountry'],
      PLACE_OF_SEIZURE: ['place', 'note', '-'],
      SEIZURE_DATE: ['date'],
      DRUG_NAME: ['substance', 'substancePrinted'],
      AMOUNT: ['quantity', 'value'],
      DRUG_UNIT: ['unit'],
      PRODUCING_COUNTRY: ['originCountry'],
      DEPARTURE_COUNTRY: ['departureCountry'],
      DESTINATION_COUNTRY: ['destinationCountry'],
    },
  },
};

/** A JSON-stat 2.0 data set as Eurostat's API gives it. */
const jsonStat: FamilyFile = {
  name: 'JSON-stat',
  file: 'crim_off_cat.json',
  write: (path) => {
    const next = figures(31);
    const index = (codes: readonly string[]) =>
      Object.fromEntries(codes.map((code, at) => [code, at]));
    const [iccs, geo, time] = [
      ['ICCS0101', 'ICCS0601'],
      ['BE', 'NL', 'LU', 'FR', 'DE'],
      ['2019', '2020', '2021', '2022'],
    ];
    const dimension = {
      freq: { label: 'Time frequency', category: { index: { A: 0 }, label: { A: 'Annual' } } },
      iccs: {
        label: 'International classification of crime',
        category: {
          index: index(iccs),
          label: {
            ICCS0101: 'Intentional homicide',
            ICCS0601: 'Unlawful acts involving controlled drugs or precursors',
          },
        },
      },
      unit: { label: 'Unit of measure', category: { index: { NR: 0 }, label: { NR: 'Number' } } },
      geo: {
        label: 'Geopolitical entity',
        category: {
          index: index(geo),
          label: {
            BE: 'Belgium',
            NL: 'Netherlands',
            LU: 'Luxembourg',
            FR: 'France',
            DE: 'Germany',
          },
        },
      },
      time: { label: 'Time', category: { index: index(time), label: index(time) } },
    };
    const value = Array.from({ length: 40 }, () => next(300_000));
    writeFileSync(
      path,
      JSON.stringify({
        version: '2.0',
        class: 'dataset',
        label: 'Police-recorded offences',
        source: 'ESTAT',
        id: ['freq', 'iccs', 'unit', 'geo', 'time'],
        size: [1, 2, 1, 5, 4],
        dimension,
        value,
        status: { 3: 'p' },
      }),
    );
  },
  key: {
    format: 'json-stat',
    title: 0,
    header: 1,
    footer: null,
    record: 'observation',
    columns: {
      freq: ['-'],
      iccs: ['offence'],
      unit: ['unit', 'countUnit', '-'],
      geo: ['place'],
      time: ['period'],
      value: ['value'],
      status: ['status'],
    },
  },
};

/** SDMX-CSV 1.0 as Eurostat's API gives it. */
const sdmx: FamilyFile = {
  name: 'SDMX-CSV',
  file: 'estat_crim_off_cat_en.csv',
  write: (path) => {
    const next = figures(37);
    const lines = [
      'DATAFLOW,LAST UPDATE,freq,iccs,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS',
    ];
    for (const offence of ['ICCS0101', 'ICCS0601', 'ICCS07041'])
      for (const [, , geo] of countries)
        for (let year = 2019; year <= 2022; year += 1)
          lines.push(
            `ESTAT:CRIM_OFF_CAT(1.0),24/04/24 23:00:00,A,${offence},NR,${geo},${year},${next(300_000)},${next(15) === 0 ? 'p' : ''},`,
          );
    writeFileSync(path, `${lines.join('\n')}\n`);
  },
  key: {
    format: 'sdmx-csv',
    title: 0,
    header: 1,
    footer: null,
    record: 'observation',
    columns: {
      DATAFLOW: ['-'],
      'LAST UPDATE': ['-', 'publishedOn'],
      freq: ['-'],
      iccs: ['offence'],
      unit: ['unit', 'countUnit', '-'],
      geo: ['place'],
      TIME_PERIOD: ['period'],
      OBS_VALUE: ['value'],
      OBS_FLAG: ['status'],
      CONF_STATUS: ['-', 'missing', 'status'],
    },
  },
};

/** Parquet as an analyst's own tools write it. */
const parquet: FamilyFile = {
  name: 'Parquet',
  file: 'seizures.parquet',
  write: async (path) => {
    const engine = await openEngine({ threads: 1 });
    try {
      await engine.run(
        "create table t as select date '2024-01-01' + (i::int % 300) as seizure_date, ['Antwerp', 'Vlissingen', 'Ghent'][1 + i % 3] as port, ['cocaine', 'heroin', 'hashish'][1 + i % 3] as drug, (i * 37 % 900 + 0.5)::decimal(10,1) as quantity, 'kg' as unit from range(90) as r(i)",
      );
      await engine.writeParquet('select * from t order by seizure_date, quantity, port', path);
    } finally {
      await engine.close();
    }
  },
  key: {
    format: 'parquet',
    title: 0,
    header: 1,
    footer: null,
    language: 'en',
    record: 'seizure',
    columns: {
      seizure_date: ['date'],
      port: ['place'],
      drug: ['substance'],
      quantity: ['quantity', 'value'],
      unit: ['unit'],
    },
  },
};

export const internationalFiles: readonly FamilyFile[] = [
  annex,
  explorer,
  individual,
  jsonStat,
  sdmx,
  parquet,
];

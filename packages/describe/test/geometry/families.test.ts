import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { headings, sniffed, workbook } from './sniffed.ts';

const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n`;

const pksHead = [
  ['Bundesrepublik Deutschland'],
  ['Grundtabelle'],
  [
    'Berichtszeitraum: 01.01.2016 bis 31.12.2016',
    null,
    null,
    null,
    null,
    null,
    null,
    'V1.0 erstellt am: 27.01.2017',
  ],
];
const pksHeader = [
  [
    'Schlüssel',
    'Straftat',
    'Anzahl erfasste Fälle',
    '%-Anteil an allen Fällen',
    'erfasste Fälle davon: Versuche',
    null,
    'Tatortverteilung',
    null,
    null,
    null,
    null,
    'mit Schusswaffe',
    null,
    'Aufklärung',
    null,
    'Tatverdächtige',
    null,
    null,
  ],
  [
    null,
    null,
    null,
    null,
    'Anzahl',
    'in %',
    'bis unter 20.000 Einwohner',
    '20.000 bis unter',
    '100.000 bis unter',
    '500.000 und mehr',
    'unbekannt',
    'gedroht',
    'geschossen',
    'Anzahl Fälle',
    'in % (AQ)',
    'insgesamt',
    'männlich',
    'weiblich',
  ],
  [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    '100.000',
    '500.000',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    null,
    null,
    null,
    null,
    null,
    null,
    'Einwohner',
    'Einwohner',
    'Einwohner',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ],
  Array.from({ length: 18 }, (_, i) => i + 1),
];
const pksRows = Array.from({ length: 40 }, (_, i) => [
  i === 0 ? '------' : String(100000 + i * 7000),
  i === 0 ? 'Straftaten insgesamt' : `Straftat ${'abcdefgh'[i % 8]} gemäß § ${200 + i} StGB`,
  6_372_526 - i * 1000,
  100 - i,
  487_712 - i,
  7.7,
  1_655_017 - i,
  1_642_030 - i,
  1_349_999,
  1_688_043 - 3 * i,
  37_437,
  6_000 - i,
  4_711,
  3_584_167 - i,
  56.2,
  2_360_806 - i,
  1_774_000,
  586_806,
]);

describe('PKS, Grundtabelle', () => {
  test('four merged header rows and a row that numbers the columns, below three title lines, beside a macro sheet', async () => {
    const { geometry, table } = await sniffed(
      'BU-F-01-T01-Faelle_xls.xlsx',
      workbook({
        Makro1: { rows: [['Makro'], ['=ZELLE()'], ['Ende']], hidden: true },
        T01_Grundtabelle: {
          rows: [...pksHead, ...pksHeader, ...pksRows],
          merges: [
            'A1:R1',
            'A2:R2',
            'A4:A7',
            'B4:B7',
            'C4:C7',
            'D4:D7',
            'E4:F4',
            'E5:E7',
            'F5:F7',
            'G4:K4',
            'L4:M4',
            'N4:O4',
            'P4:R4',
            'K5:K7',
          ],
          claims: 'A1:R30000',
        },
      }),
    );
    expect(geometry.shape).toEqual({
      format: 'xlsx',
      sheet: 'T01_Grundtabelle',
      title: 3,
      header: 5,
    });
    expect(geometry.notes.map(({ en }) => en).join('\n')).toMatch(/numbers the columns/);
    expect(geometry.notes.map(({ en }) => en).join('\n')).toMatch(/"Makro1"/);
    expect(table.rows).toHaveLength(40);
    expect(table.columns[7]?.headers).toEqual([
      'Tatortverteilung',
      '20.000 bis unter',
      '100.000',
      'Einwohner',
      '8',
    ]);
  });

  test('Länder 2015-2018: two header rows whose second halves are blank, and numbers', async () => {
    const { geometry } = await sniffed(
      'LA-F-01-T01-Laender_xls.xlsx',
      workbook({
        Info: { rows: [['Hinweis'], ['Diese Tabelle wurde vom BKA erstellt.'], ['Stand: 2018']] },
        T01_Länder: {
          rows: [
            ['Polizeiliche Kriminalstatistik'],
            ['Tabelle 01'],
            ['Fälle nach Ländern'],
            ['Berichtszeitraum: 2018'],
            [
              'Schlüssel',
              'Straftat',
              'Bundesland',
              'erfasste Fälle',
              'von Spalte 4 Versuche',
              null,
              'Aufklärung',
              null,
            ],
            [null, null, null, null, 'Anzahl', 'in %', 'Anzahl', 'in %'],
            [1, 2, 3, 4, 5, 6, 7, 8],
            ...Array.from({ length: 30 }, (_, i) => [
              String(10000 + i).padStart(6, '0'),
              'Mord',
              ['Bayern', 'Berlin', 'Hessen'][i % 3],
              500 + i,
              3 + i,
              1.5 * i,
              200 + i,
              60.1 + i,
            ]),
          ],
        },
      }),
    );
    expect(geometry.shape).toEqual({ format: 'xlsx', sheet: 'T01_Länder', title: 4, header: 3 });
  });

  test('CSV of 2020: header, no title, windows-1252, English thousands', async () => {
    const text = lines(
      'Schlüssel;Straftat;Anzahl erfasste Fälle;HZ;Versuche - Anzahl;Versuche - Anteil in %',
      '------;Straftaten insgesamt;5,310,621;6385.4;442,155;8.3',
      '000000;Straftaten gegen das Leben;3,159;3.8;2,077;65.7',
      '010000;Mord § 211 StGB;719;0.9;429;59.7',
      '730000;Rauschgiftdelikte;365,753;439.8;0;0.0',
    );
    const { geometry, table } = await sniffed(
      'BU-F-01-T01-Faelle_csv.csv',
      iconv.encode(text, 'windows-1252'),
    );
    expect(geometry.shape).toEqual({
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
      title: 0,
      header: 1,
    });
    expect(headings(table)[2]).toBe('Anzahl erfasste Fälle');
  });

  test('time series of an older edition: a row of column numbers first, title above, quoted thousands', async () => {
    const text = lines(
      'Zeitreihe 1987 bis 2016;;;;',
      '1;2;3;4;5',
      'Schluessel;Straftat;Jahr;erfasste Faelle;HZ',
      ...Array.from(
        { length: 30 },
        (_, i) => `------;Straftaten insgesamt;${1987 + i};"4,${444 + i},108";"7,${268 + i}.70"`,
      ),
      '© Bundeskriminalamt 2017;;;;',
    );
    const { geometry, table } = await sniffed('ZR-F-01-T01.csv', text);
    expect(geometry.shape).toMatchObject({ delimiter: ';', title: 2, header: 1, footer: '^©' });
    expect(table.rows).toHaveLength(30);
  });
});

describe('SSMSI and état 4001', () => {
  test('départements: byte-order mark, semicolons, decimal commas, exponents', async () => {
    const text = `\uFEFF${lines(
      '"classe";"annee";"Code.département";"Code.région";"unité.de.compte";"millPOP";"millLOG";"faits";"POP";"LOG";"tauxpourmille"',
      ...Array.from(
        { length: 40 },
        (_, i) =>
          `"${i % 2 ? 'Homicides' : 'Usage de stupéfiants'}";"${16 + (i % 8)}";"${String(1 + (i % 19)).padStart(2, '0')}";"84";"victime";"16";"16";"${i}";"${643350 + i}";"315${i},5";"${i % 3 ? '0,0125' : '7,83e-03'}"`,
      ),
    )}`;
    const { geometry, table } = await sniffed('donnee-dep-data.gouv-2022.csv', text);
    expect(geometry.shape).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      title: 0,
      header: 1,
    });
    expect(geometry.encoding?.confidence).toBe(1);
    expect(table.columns).toHaveLength(11);
  });

  test('the release of 2024 names its columns in plain letters', async () => {
    const text = lines(
      'Code_departement;Code_region;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;insee_pop;insee_pop_millesime;insee_log;insee_log_millesime',
      ...Array.from(
        { length: 12 },
        (_, i) =>
          `0${1 + (i % 9)};84;${2016 + i};Homicides;Victime;${30 + i};0,0${i}75;631877;2016;299885;2016`,
      ),
    );
    const { geometry } = await sniffed('donnee-dep-data.gouv-2024.csv', text);
    expect(geometry.shape).toMatchObject({ delimiter: ';', title: 0, header: 1 });
  });

  const months = Array.from(
    { length: 24 },
    (_, i) => `${2000 + Math.floor(i / 12)}_${String(1 + (i % 12)).padStart(2, '0')}`,
  );
  const labels = [
    'Règlements de compte entre malfaiteurs',
    'Homicides pour voler et à l’occasion de vols',
    'Vols à main armée',
    'Trafic et revente sans usage de stupéfiants',
    'Usage de stupéfiants',
    'Index non utilisé',
  ];

  test('état 4001 as CSV in windows-1252', async () => {
    const text = lines(
      ['Index', 'libellé index', ...months].join(','),
      ...labels.map((label, i) =>
        [i + 1, label, ...months.map((_, m) => (i * 31 + m * 7) % 400)].join(','),
      ),
    );
    const { geometry, table } = await sniffed(
      'Tableaux_4001_TS_1.csv',
      iconv.encode(text, 'windows-1252'),
    );
    expect(geometry.shape).toEqual({
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ',',
      title: 0,
      header: 1,
    });
    expect(geometry.encoding?.confidence).toBeGreaterThan(0.6);
    expect(headings(table).slice(0, 3)).toEqual(['Index', 'libellé index', '2000_01']);
  });

  test('état 4001 as a workbook with a sheet a département', async () => {
    const rows = [
      ['Index', 'libellé index', ...months],
      ...labels.map((label, i) => [i + 1, label, ...months.map((_, m) => (i * 31 + m * 7) % 400)]),
    ];
    const { geometry, all } = await sniffed(
      'Tableaux_4001_TS.xlsx',
      workbook({
        France_Entière: { rows },
        France_Métro: { rows },
        '01': { rows },
        '02': { rows },
        '2A': { rows },
      }),
    );
    expect(geometry.shape).toEqual({
      format: 'xlsx',
      sheet: 'France_Entière',
      title: 0,
      header: 1,
    });
    expect(all).toHaveLength(5);
    expect(geometry.notes.map(({ en }) => en).join('\n')).toMatch(
      /same header: "France_Métro", "01"/,
    );
  });
});

describe('CBS and politie', () => {
  test('StatLine: title lines, an empty quoted line, three header rows, source', async () => {
    const text = `${['"Geregistreerde criminaliteit; soort misdrijf, regio"', '""', '"Onderwerp";"Totaal misdrijven";"Totaal misdrijven";"Misdrijven, relatief"', '"Perioden";"2015";"2016*";"2016*"', `"Regio's";"aantal";"aantal";"per 1 000 inwoners"`, ...['Groningen (PV)', 'Fryslân (PV)', 'Drenthe (PV)', 'Zeeland (PV)'].map((name, i) => `"${name}";"${31415 + i}";"${29000 - i}";"5${i},4"`), '"Bron: CBS"'].join('\n')}\n`;
    const { geometry, table } = await sniffed('Geregistreerde_criminaliteit.csv', text);
    expect(geometry.shape).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      title: 1,
      header: 3,
      footer: '^Bron\\s*:',
    });
    expect(headings(table)[2]).toBe('Totaal misdrijven / 2016* / aantal');
  });

  test('provinces with glued headings', async () => {
    const text = lines(
      'Regio_Maat_2016*;Totaal misdrijven_aantal_2016*;Vermogensmisdrijven_aantal_2016*;Drugsmisdrijven_per 1 000 inwoners_2016*',
      ...[
        'Groningen (PV)',
        'Friesland (PV)',
        'Drenthe (PV)',
        'Overijssel (PV)',
        'Zeeland (PV)',
      ].map((name, i) => `${name};${31415 + 7 * i};${21000 - i};0,${i + 1}`),
    );
    const { geometry, table } = await sniffed('provincies.csv', text);
    expect(geometry.shape).toMatchObject({ delimiter: ';', title: 0, header: 1 });
    expect(headings(table)[1]).toBe('Totaal misdrijven_aantal_2016*');
  });

  test('one period: two columns all the way', async () => {
    const text = [
      '"Geregistreerde misdrijven; wijken en buurten"',
      '"Soort misdrijf: Totaal misdrijven"',
      '""',
      '"Onderwerp";"Geregistreerde misdrijven"',
      '"Perioden";"2024"',
      `"Regio's";"aantal"`,
      '"Nederland";"805559"',
      '"Vlissingen";"2211"',
      '"Borsele";"."',
      '"Bron: Politie"',
    ].join('\n');
    const { geometry } = await sniffed('47013NED.csv', text);
    expect(geometry.shape).toMatchObject({ title: 2, header: 3, footer: '^Bron\\s*:' });
  });

  test('OData: rows under "value"', async () => {
    const { geometry, table } = await sniffed(
      '83648NED.json',
      JSON.stringify({
        'odata.metadata':
          'https://opendata.cbs.nl/ODataApi/odata/83648NED/$metadata#Cbs.OData.WebAPI.TypedDataSet',
        value: [
          {
            ID: 0,
            SoortMisdrijf: 'T001161',
            RegioS: 'NL01  ',
            Perioden: '2010JJ00',
            TotaalGeregistreerdeMisdrijven_1: 1194480,
          },
          {
            ID: 1,
            SoortMisdrijf: 'T001161',
            RegioS: 'NL01  ',
            Perioden: '2011JJ00',
            TotaalGeregistreerdeMisdrijven_1: 1198250,
          },
        ],
      }),
    );
    expect(geometry.shape).toEqual({ format: 'json', path: 'value' });
    expect(table.rows).toHaveLength(2);
  });
});

describe('UNODC and EUDA', () => {
  const seizures = [
    [
      'Region',
      'SubRegion',
      'Country/Territory',
      'msCode',
      'DrugGroup',
      'DrugSubGroup',
      'Drug',
      'Reference year',
      'Kilograms',
    ],
    ...Array.from({ length: 20 }, (_, i) => [
      'Europe',
      'Western and Central Europe',
      i % 2 ? 'Belgium' : 'Netherlands (Kingdom of the)',
      i % 2 ? 'BEL' : 'NLD',
      'Cocaine-type',
      'Cocaine',
      i % 3 ? 'Cocaine' : 'Coca leaf',
      2019 + (i % 5),
      1000.5 * i,
    ]),
  ];

  test('seizures 2019-2023', async () => {
    const { geometry } = await sniffed(
      'drug_seizures_2019_2023.xlsx',
      workbook({
        Readme: {
          rows: [
            ['Drug seizures'],
            ['Source: UNODC responses to the annual report questionnaire'],
            ['Version', '2025'],
          ],
        },
        Export: { rows: seizures },
      }),
    );
    expect(geometry.shape).toEqual({ format: 'xlsx', sheet: 'Export', title: 0, header: 1 });
  });

  test('the annex of the World Drug Report: title and source above, note below', async () => {
    const { geometry, table } = await sniffed(
      '7.1_Drug_seizures.xlsx',
      workbook({
        Seizures: {
          rows: [
            ['Drug seizures 2018-2022 (kilogram equivalents)'],
            [],
            ...seizures,
            [],
            ['Source: UNODC, responses to the annual report questionnaire.'],
            ['* including data from open sources.'],
          ],
        },
      }),
    );
    expect(geometry.shape).toMatchObject({ title: 1, header: 1 });
    expect(geometry.footerLines).toHaveLength(2);
    expect(table.rows).toHaveLength(20);
  });

  test('individual drug seizures: one sheet a year', async () => {
    const year = (first: number) => ({
      rows: [
        [
          'Seizure date',
          'Country of seizure',
          'Sub-region',
          'Drug',
          'Quantity seized',
          'Measurement unit',
          'Physical seizure location',
        ],
        ...Array.from({ length: 15 }, (_, i) => [
          `${first}-03-${String(i + 1).padStart(2, '0')}`,
          'NLD',
          'Western & Central Europe',
          'Cocaine',
          12.5 * i,
          'kg',
          'Port',
        ]),
      ],
    });
    const { geometry, all } = await sniffed(
      'ids_public.xlsx',
      workbook({
        Contents: { rows: [['Individual drug seizures'], ['Sheet', 'Year']] },
        '2021': year(2021),
        '2022': year(2022),
        '2023': year(2023),
      }),
    );
    expect(geometry.shape).toEqual({ format: 'xlsx', sheet: '2021', title: 0, header: 1 });
    expect(all.map(({ shape }) => shape.sheet)).toEqual(['2021', '2022', '2023']);
    expect(geometry.sheet?.alternatives[0]?.value).toBe('/^\\d{4}$/');
  });

  test('bulletin table SZR: title, years as headings, footnotes', async () => {
    const { geometry, table } = await sniffed(
      'SZR-7.xlsx',
      workbook({
        'SZR-7-1': {
          rows: [
            ['Table SZR-7. Number of cocaine seizures, 1995 to 2021'],
            ['part (i) Number of seizures'],
            [],
            ['Country', 'Footnotes', ...Array.from({ length: 10 }, (_, i) => 2012 + i)],
            ...[
              'Belgium',
              'Bulgaria',
              'Czechia',
              'Denmark',
              'Germany',
              'Luxembourg',
              'Netherlands',
            ].map((name, i) => [
              name,
              i === 3 ? '(1)' : null,
              ...Array.from({ length: 10 }, (_, y) =>
                i === 6 && y > 6 ? null : 3000 + 100 * i + y,
              ),
            ]),
            [],
            ['(1) Data for 2013 include only police.'],
            ['Source: Reitox national focal points.'],
          ],
        },
      }),
    );
    expect(geometry.shape).toMatchObject({ title: 2, header: 1 });
    expect(geometry.footerLines).toHaveLength(2);
    expect(headings(table).slice(0, 4)).toEqual(['Country', 'Footnotes', '2012', '2013']);
    expect(table.rows).toHaveLength(7);
  });
});

describe('Eurostat', () => {
  test('Data Explorer, long: quoted thousands', async () => {
    const text = lines(
      '"TIME","GEO","UNIT","ICCS","Value","Flag and Footnotes"',
      ...Array.from(
        { length: 20 },
        (_, i) =>
          `"${2008 + (i % 10)}","${i % 2 ? 'Belgium' : 'Germany (until 1990 former territory of the FRG)'}","Number","Unlawful acts involving controlled drugs or precursors","${i === 3 ? ':' : `1${i % 10},23${i % 10}`}","${i === 5 ? 'b' : ''}"`,
      ),
    );
    const { geometry, table } = await sniffed('crim_off_cat_1_Data.csv', text);
    expect(geometry.shape).toMatchObject({ format: 'csv', delimiter: ',', title: 0, header: 1 });
    expect(table.columns).toHaveLength(6);
  });

  test('Data Explorer, wide: key and value lines, years, special values below', async () => {
    const text = lines(
      '"Recorded offences by offence category - police data"',
      '',
      '"Last update","24.05.18"',
      '"Extracted on","02.06.18"',
      '"Source of data","Eurostat"',
      '"UNIT","Number"',
      '',
      '"GEO/TIME","2013","2014","2015","2016"',
      '"Belgium","11,419","55,132","51,004",":"',
      '"Germany","253,525","276,734","282,604","302,594"',
      '"Luxembourg",":","2,411","2,500","2,617"',
      '"Netherlands","15,012","14,002","13,555","12,104"',
      '',
      '"Special value:"',
      '":","not available"',
      '"Available flags:"',
      '"b","break in time series"',
    );
    const { geometry, table } = await sniffed('crim_off_cat.csv', text);
    expect(geometry.shape).toMatchObject({ title: 6, header: 1 });
    expect(table.rows).toHaveLength(4);
    expect(geometry.footerLines).toHaveLength(4);
  });

  test('workbook of the data browser: a sheet a table, flags in columns of their own', async () => {
    const sheet = {
      rows: [
        ['Data extracted on 05/07/2024 10:11:12 from [ESTAT]'],
        ['Dataset: ', 'Police-recorded offences by offence category [crim_off_cat]'],
        ['Last updated: ', '26/06/2024 23:00'],
        [],
        ['Time frequency', null, 'Annual'],
        ['Unit of measure', null, 'Number'],
        [],
        ['TIME', '2020', null, '2021', null, '2022', null],
        ['GEO (Labels)'],
        ['Belgium', 61000, null, 59000, 'b', 60110, null],
        ['Germany', 365753, null, 361048, null, 340677, null],
        ['France', 241887, 'd', ':', null, 250000, null],
        ['Luxembourg', 4619, null, 4400, null, 3900, null],
        [],
        ['Special value'],
        [':', 'not available'],
        ['Available flags:'],
        ['b', 'break in time series'],
        ['d', 'definition differs, see metadata'],
      ],
    };
    const { geometry, table } = await sniffed(
      'crim_off_cat_page.xlsx',
      workbook({
        Summary: { rows: [['Data extracted on 05/07/2024'], ['Contents', 'Sheet 1']] },
        Structure: {
          rows: [
            ['Dimension', 'Position', 'Label'],
            ['geo', 'BE', 'Belgium'],
            ['geo', 'DE', 'Germany'],
            ['geo', 'FR', 'France'],
          ],
        },
        'Sheet 1': sheet,
      }),
    );
    expect(geometry.shape).toMatchObject({ sheet: 'Sheet 1', title: 6 });
    expect(table.rows.length).toBe(4);
    expect(geometry.footerLines).toHaveLength(5);
  });

  test('SDMX-CSV', async () => {
    const { geometry, table } = await sniffed(
      'estat_crim_off_cat_en.csv',
      lines(
        'DATAFLOW,LAST UPDATE,freq,iccs,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS',
        ...Array.from(
          { length: 8 },
          (_, i) =>
            `ESTAT:CRIM_OFF_CAT(1.0),26/06/24 23:00:00,A,ICCS0101,NR,BE,${2010 + i},${200 + i},,`,
        ),
      ),
    );
    expect(geometry.shape).toMatchObject({ format: 'sdmx-csv', delimiter: ',' });
    expect(table.rows).toHaveLength(8);
  });

  test('JSON-stat', async () => {
    const { geometry, table } = await sniffed(
      'crim.json',
      JSON.stringify({
        version: '2.0',
        class: 'dataset',
        label: 'Offences',
        id: ['geo', 'time'],
        size: [1, 2],
        dimension: {
          geo: { category: { index: { BE: 0 } } },
          time: { category: { index: { 2021: 0, 2022: 1 } } },
        },
        value: { 0: 5, 1: 6 },
      }),
    );
    expect(geometry.shape).toMatchObject({ format: 'json-stat' });
    expect(table.rows).toHaveLength(2);
  });
});

describe('FIU tables', () => {
  test('a few rows, years across, source below', async () => {
    const { geometry } = await sniffed(
      'fiu.csv',
      lines(
        'Ontvangen meldingen per type melder',
        '',
        'Type melder;2021;2022;2023',
        'Banken;245.148;287.912;301.000',
        'Betaaldienstverleners;723.000;1.205.000;1.100.000',
        'Notarissen;1.801;1.902;2.004',
        'Totaal;969.949;1.494.814;1.403.004',
        '',
        'Bron: FIU-Nederland, jaaroverzicht 2023',
      ),
    );
    expect(geometry.shape).toMatchObject({
      delimiter: ';',
      title: 1,
      header: 1,
      footer: '^Bron\\s*:',
    });
  });

  test('a register of reports with dates', async () => {
    const { geometry } = await sniffed(
      'reports.csv',
      lines(
        'report_code|submission_date|report_type|amount_local|currency_code',
        ...Array.from(
          { length: 10 },
          (_, i) => `STR|2023-0${1 + (i % 9)}-1${i % 9}T10:00:00|STR|${1000 + i}.50|EUR`,
        ),
      ),
    );
    expect(geometry.shape).toMatchObject({ delimiter: '|', title: 0, header: 1 });
  });
});

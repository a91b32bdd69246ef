import { existsSync } from 'node:fs';
import { type FileShape, type LineCounts, type ReadTable, readTable } from '@samenbeeld/read';
import { describe, expect, test } from 'vitest';
import { headers } from './temp-file.ts';

const data = `${import.meta.dirname}/../../../../shared/data`;

interface RealFile {
  readonly path: string;
  readonly shape?: Partial<FileShape>;
  /** Lines by `wc -l` (one more for a last line without end), rows by another parser. */
  readonly lines: Partial<LineCounts>;
  readonly rows: number;
  /** Line and the first cells of some rows, by another parser. */
  readonly some: readonly (readonly [number, ...(string | null)[]])[];
}

const files: readonly RealFile[] = [
  {
    path: 'be/REFNIS_2019.csv',
    lines: { total: 639, header: 1, data: 638 },
    rows: 638,
    some: [
      [2, '01000', 'ROYAUME', null, '01000', 'HET RIJK', null],
      [275, '44021', 'Gand', 'N', '44021', 'Gent', 'N'],
      [639, '93088', 'Walcourt', 'F', '93088', 'Walcourt', 'F'],
    ],
  },
  {
    path: 'be/bevolking_per_gemeente_2020.csv',
    lines: { total: 639, header: 1, data: 638 },
    rows: 638,
    some: [
      [2, '01000', 'België', '5660064', '5832577', '11492641'],
      [638, '93088', 'Walcourt', '9052', '9355', '18407'],
    ],
  },
  {
    path: 'codes/NUTS_AT_2021.csv',
    lines: { total: 2011, data: 2010 },
    rows: 2010,
    some: [[3, 'DE', 'DE27E', 'Oberallgäu', 'Oberallgäu', '3', '2', '3']],
  },
  {
    path: 'codes/nuts2021_to_nuts2024.csv',
    lines: { total: 2192, header: 1, blank: 609, data: 1582 },
    rows: 1582,
    some: [[7, 'BE', 'BE211', 'Arr. Antwerpen', '3', '1', '6']],
  },
  {
    path: 'codes/unlocode_2019-2_BE_NL_LU_all_FR_DE_ports.csv',
    lines: { total: 5538, data: 5537 },
    rows: 5537,
    some: [[2, 'BE ALB', 'Aalbeke', 'Aalbeke', 'BE', 'VWV', null, '-----6--', 'RL', '0601']],
  },
  {
    path: 'codes/unlocode_2024-2_official_raw_NL_LU.csv',
    shape: { header: 0 },
    lines: { total: 2071, header: 0, data: 2071 },
    rows: 2071,
    some: [
      [1, null, 'LU', null, '.LUXEMBOURG', null],
      [
        13,
        null,
        'LU',
        'BDF',
        'Berdorf (Bäerdref)',
        'Berdorf (Baerdref)',
        'GR',
        '--3-----',
        'RL',
        '1601',
        null,
        '4948N 00621E',
      ],
    ],
  },
  {
    path: 'codes/drug_terms.csv',
    lines: { total: 70, data: 69 },
    rows: 69,
    some: [[2, 'COC', 'cocaine', 'cocaïne']],
  },
  {
    path: 'codes/iccs_labels_en_klbek.csv',
    lines: { total: 22, data: 21 },
    rows: 21,
    some: [[5, 'ICCS020221', 'Kidnapping']],
  },
  {
    path: 'de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv',
    shape: { title: 1 },
    lines: { total: 14_154, title: 1, header: 1, data: 14_152 },
    rows: 14_152,
    some: [
      [3, '------', 'Straftaten insgesamt', '1987', '4,444,108', '7,268.70'],
      [
        12_216,
        '730000',
        'Rauschgiftdelikte (soweit nicht bereits mit anderer Schlüsselzahl erfasst)',
        '2022',
        '340,677',
        '409.3',
      ],
    ],
  },
  {
    path: 'de/bka_pks_laender_2022.xlsx',
    shape: { format: 'xlsx', sheet: '/^T01/' },
    lines: { total: 7073, header: 1, blank: 0, data: 7072 },
    rows: 7072,
    some: [
      [
        4217,
        '633000',
        'Geldwäsche, Verschleierung unrechtmäßig erlangter Vermögenswerte § 261 StGB',
        'Bundesrepublik Deutschland',
        '22614',
        '27.1681659736346',
        '617',
        '2.72839833731317',
      ],
      [
        5944,
        '730000',
        'Rauschgiftdelikte (soweit nicht bereits mit anderer Schlüsselzahl erfasst)',
        'Nordrhein-Westfalen',
        '70510',
      ],
      [
        5951,
        '730000',
        'Rauschgiftdelikte (soweit nicht bereits mit anderer Schlüsselzahl erfasst)',
        'Bundesrepublik Deutschland',
        '340677',
        '409.284924356589',
        '5324',
        '1.56277060089175',
        '312176',
        '91.6340111014245',
        '267808',
        '77106',
        '28.7915222846218',
      ],
    ],
  },
  {
    path: 'eurostat/estat_crim_off_cat.tsv',
    shape: { format: 'eurostat-tsv' },
    lines: { total: 1559, header: 1, data: 1558 },
    rows: 1558,
    some: [
      [1092, 'A', 'ICCS0601', 'NR', 'DE', '239951 ', '235842 '],
      [1384, 'A', 'ICCS07041', 'NR', 'DE', ': ', ': '],
    ],
  },
  {
    path: 'fr/donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv',
    lines: { total: 2305, data: 2304 },
    rows: 2304,
    some: [
      [
        2,
        'Homicides',
        '16',
        '01',
        'victime',
        '16',
        '16',
        '32',
        '394110',
        '226105,0475677566',
        '0,08119560528786381',
      ],
    ],
  },
  {
    path: 'linkage/RLdata500.csv',
    lines: { total: 501 },
    rows: 500,
    some: [[2, 'CARSTEN', null, 'MEIER', null, '1949', '7', '22', '34']],
  },
  {
    path: 'linkage/febrl_dataset1.csv',
    lines: { total: 1001 },
    rows: 1000,
    some: [[2, 'rec-223-org', ' ', ' waller', ' 6', ' tullaroop street']],
  },
  {
    path: 'linkage/splink_fake_1000.csv',
    lines: { total: 1001 },
    rows: 1000,
    some: [[2, '0', 'Robert', 'Alan', '1971-06-24', null]],
  },
  {
    path: 'linkage/splink_fake_1000_labels.csv',
    lines: { total: 3177 },
    rows: 3176,
    some: [[2, '0', 'fake_1000', '1', 'fake_1000', '1.0']],
  },
  {
    path: 'money/SAML-D_sample_1k.csv',
    lines: { total: 1001 },
    rows: 1000,
    some: [[2, '11:38:54', '2022-12-09', '1782263940', '3455276355', '8822.67']],
  },
  {
    path: 'nl/cbs_83648NED_SoortMisdrijf_CRI_codes.csv',
    lines: { total: 83, header: 1, data: 82 },
    rows: 75,
    some: [
      [68, '60', 'CRI5200', '52 Rijden onder invloed'],
      [83, '74', 'CRI9200', '92 Misdrijven (overig)'],
    ],
  },
  {
    path: 'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv',
    shape: { title: 2, header: 3, footer: '^Bron:' },
    lines: { total: 363, title: 2, header: 3, footer: 1, blank: 1, data: 356 },
    rows: 356,
    some: [
      [7, 'Nederland', '800027', '805590'],
      [275, 'Terneuzen', '1978', '1937'],
      [304, 'Vlissingen', '2070', '2221'],
    ],
  },
  {
    path: 'nl/politie_47013NED_misdrijven_gemeente_2024.csv',
    shape: { title: 2, header: 3, footer: '^Bron:' },
    lines: { total: 363, title: 2, header: 3, footer: 1, blank: 1, data: 356 },
    rows: 356,
    some: [
      [275, 'Terneuzen', '1866'],
      [304, 'Vlissingen', '2325'],
    ],
  },
  {
    path: 'nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv',
    lines: { total: 709 },
    rows: 708,
    some: [[709, '3.9.3 Fraude (overig)', '2023', '494']],
  },
  {
    path: 'nl/politie_47022NED_SoortMisdrijf_codes.csv',
    lines: { total: 60 },
    rows: 59,
    some: [[60, '3.9.3 ', '3.9.3 Fraude (overig)']],
  },
  {
    path: 'nl/politie_47022NED_SoortMisdrijf_met_omschrijving.csv',
    lines: { total: 283, header: 1, data: 282 },
    rows: 59,
    some: [
      [2, '0.0.0 ', 'Totaal misdrijven', null, null],
      [9, '1.1.2 ', '1.1.2 Diefstal/inbraak box/garage/schuur'],
      [270, '3.9.2 ', '3.9.2 Verticale fraude'],
    ],
  },
  {
    path: 'nl/politie_overlast_codes.csv',
    lines: { total: 12, data: 11 },
    rows: 9,
    some: [[7, 'F010  ', 'Openbare dronkenschap']],
  },
  {
    path: 'published/fiu_report_counts.csv',
    lines: { total: 27 },
    rows: 26,
    some: [[2, 'BE', 'CTIF-CFI', '2004', 'reports received', '11234']],
  },
  {
    path: 'published/port_and_national_seizures.csv',
    lines: { total: 87 },
    rows: 86,
    some: [[2, 'Antwerpen haven', 'BEANR', '2013', 'cocaine', '4.7', 't', null]],
  },
  {
    path: 'published/post_courier_seizures.csv',
    lines: { total: 23 },
    rows: 22,
    some: [[2, 'NL', 'outgoing letter post', '2020', 'finds of drugs', '4000']],
  },
  {
    path: 'published/published_claims.csv',
    lines: { total: 216 },
    rows: 215,
    some: [
      [
        75,
        'C074',
        'NL_HARC_AREA',
        'outside Rotterdam',
        'seized_in_port',
        'NL_HARC',
        'COC',
        'quantity',
        '2156',
        'kg',
      ],
      [
        216,
        'C215',
        'NL',
        'retail',
        'price',
        'DIMS/THC monitor',
        'CAN_RESIN',
        'price',
        '9.9',
        'EUR/g',
      ],
    ],
  },
  {
    path: 'published/sources.tsv',
    shape: { header: 0 },
    lines: { total: 86, header: 0, data: 86 },
    rows: 86,
    some: [[1, 'ad-2016-12']],
  },
  {
    path: 'unodc/unodc_drug_seizures_2018_2022_BNLFD.json',
    shape: { format: 'json' },
    lines: { total: 455, data: 455 },
    rows: 455,
    some: [
      [
        408,
        'Europe',
        'Western and Central Europe',
        'Netherlands',
        'NLD',
        'Cocaine and Derivatives',
        'Cocaine',
        'Cocaine hydrochloride',
        '2022',
        '51447',
      ],
    ],
  },
  {
    path: 'unodc/unodc_drug_prices_2018_2022_BNLFD.json',
    shape: { format: 'json' },
    lines: { total: 311, data: 311 },
    rows: 311,
    some: [
      [
        0,
        'Europe',
        'Western and Central Europe',
        'Belgium',
        'MDMA and Ecstasy-like Drugs',
        'MDMA',
        'Wholesale',
        '2022',
        '1919.9157007376186',
      ],
    ],
  },
  {
    path: 'geo/nuts2021_03M_4326_level2_benelux_NRW_border.geojson',
    shape: { format: 'json', path: '$.features' },
    lines: { total: 38 },
    rows: 38,
    some: [[0, 'Feature']],
  },
];

async function readReal({ path, shape }: Pick<RealFile, 'path' | 'shape'>): Promise<ReadTable> {
  const [table] = await readTable(`${data}/${path}`, { format: 'csv', ...shape });
  return table as ReadTable;
}

const [present, absent] = [true, false].map((there) =>
  files.filter(({ path }) => existsSync(`${data}/${path}`) === there),
) as [RealFile[], RealFile[]];
if (absent.length > 0) {
  console.log(`skipped, absent from ../shared/data: ${absent.map(({ path }) => path).join(', ')}`);
}

describe.skipIf(present.length === 0)('real files', () => {
  test.each(present)('$path', async (file) => {
    const table = await readReal(file);
    expect(table.lines).toMatchObject(file.lines);
    expect(table.rows).toHaveLength(file.rows);
    expect(table.rejects).toEqual([]);
    expect(table.notes.filter(({ severity }) => severity !== 'note')).toEqual([]);
    for (const [line, ...cells] of file.some) {
      const row = table.rows.find((each) => each.line === line);
      expect(row?.cells.slice(0, cells.length)).toEqual(cells);
    }
  });

  test('headers over two columns: 2022 by Land', async () => {
    const table = await readReal({
      path: 'de/bka_pks_laender_2022.xlsx',
      shape: { format: 'xlsx' },
    });
    expect(headers(table)).toEqual([
      'Schlüssel',
      'Straftat',
      'Bundesland',
      'Anzahl erfasste Fälle',
      'HZ',
      'erfasste Fälle davon: Versuche',
      'erfasste Fälle davon: Versuche',
      'Aufklärung',
      'Aufklärung',
      'Tatver-dächtige insgesamt',
      'Nichtdeutsche Tat-verdächtige',
      'Nichtdeutsche Tat-verdächtige',
    ]);
    expect(table.columns.filter(({ filled }) => filled).map(({ letter }) => letter)).toEqual([
      'G',
      'I',
      'L',
    ]);
    expect(table.sheet).toBe('T01_LÜ');
  });

  test('three header rows, and a municipality that begins like the footer', async () => {
    const table = await readReal({
      path: 'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv',
      shape: { title: 2, header: 3, footer: '^Bron' },
    });
    expect(headers(table)).toEqual([
      "Onderwerp / Perioden / Regio's",
      'Geregistreerde misdrijven / 2022 / aantal',
      'Geregistreerde misdrijven / 2023 / aantal',
    ]);
    expect(table.rows.find(({ line }) => line === 56)?.cells[0]).toBe('Bronckhorst');
    expect(table.lines.footer).toBe(1);
    expect(table.notes.map(({ rule, line }) => [rule, line])).toEqual([['row.like-footer', 56]]);
  });
});

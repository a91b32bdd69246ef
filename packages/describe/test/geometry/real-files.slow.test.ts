import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sniffGeometry } from '@samenbeeld/describe';
import { readTable } from '@samenbeeld/read';
import { expect, test } from 'vitest';
import { headings } from './sniffed.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data');
const present = existsSync(folder);
if (!present) console.log(`skipped: no real files at ${folder}`);

const csv = (delimiter: string, rest: object = {}): object => ({
  format: 'csv',
  encoding: 'utf-8',
  delimiter,
  title: 0,
  header: 1,
  ...rest,
});

/** Shape, columns and rows of each file, checked by eye. */
const expected: readonly (readonly [string, object, readonly string[], number])[] = [
  ['be/REFNIS_2019.csv', csv(';'), ['Code INS', 'Entités administratives'], 638],
  ['be/bevolking_per_gemeente_2020.csv', csv(','), ['NIS code', 'Woonplaats'], 638],
  ['codes/NUTS_AT_2021.csv', csv(','), ['CNTR_CODE', 'NUTS_ID'], 2010],
  ['codes/drug_terms.csv', csv(','), ['code', 'en'], 69],
  ['codes/iccs_labels_en_klbek.csv', csv(','), ['iccs', 'crime_info'], 21],
  ['codes/nuts2021_to_nuts2024.csv', csv(';'), ['Country code', 'NUTS Code'], 1582],
  ['codes/unlocode_2019-2_BE_NL_LU_all_FR_DE_ports.csv', csv(','), ['un_locode', 'name'], 5537],
  [
    'codes/unlocode_2024-2_official_raw_NL_LU.csv',
    csv(',', { encoding: 'windows-1252', header: 0 }),
    ['', ''],
    2071,
  ],
  [
    'de/bka_pks_laender_2022.xlsx',
    { format: 'xlsx', sheet: 'T01_LÜ', title: 0, header: 1 },
    ['Schlüssel', 'Straftat'],
    7072,
  ],
  [
    'de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv',
    csv(';', { encoding: 'windows-1252', title: 1 }),
    ['Schluessel', 'Straftat'],
    14152,
  ],
  [
    'eurostat/estat_crim_off_cat.tsv',
    { format: 'eurostat-tsv', encoding: 'utf-8', title: 0, header: 1 },
    ['freq', 'iccs'],
    1558,
  ],
  [
    'fr/donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv',
    csv(';'),
    ['classe', 'annee'],
    2304,
  ],
  ['linkage/RLdata500.csv', csv(','), ['fname_c1', 'fname_c2'], 500],
  ['linkage/febrl_dataset1.csv', csv(','), ['rec_id', 'given_name'], 1000],
  ['linkage/splink_fake_1000.csv', csv(','), ['unique_id', 'first_name'], 1000],
  ['linkage/splink_fake_1000_labels.csv', csv(','), ['unique_id_l', 'source_dataset_l'], 3176],
  ['money/SAML-D_sample_1k.csv', csv(','), ['Time', 'Date'], 1000],
  ['nl/cbs_83648NED_SoortMisdrijf_CRI_codes.csv', csv(','), ['', 'Key'], 75],
  [
    'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv',
    csv(';', { title: 2, header: 3, footer: '^Bron\\s*:' }),
    ["Onderwerp / Perioden / Regio's", 'Geregistreerde misdrijven / 2022 / aantal'],
    356,
  ],
  [
    'nl/politie_47013NED_misdrijven_gemeente_2024.csv',
    csv(';', { title: 2, header: 3, footer: '^Bron\\s*:' }),
    ["Onderwerp / Perioden / Regio's", 'Geregistreerde misdrijven / 2024 / aantal'],
    356,
  ],
  [
    'nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv',
    csv(','),
    ['incident_type_code', 'year'],
    708,
  ],
  ['nl/politie_47022NED_SoortMisdrijf_codes.csv', csv(';'), ['Key', 'Title'], 59],
  ['nl/politie_47022NED_SoortMisdrijf_met_omschrijving.csv', csv(','), ['Key', 'Title'], 59],
  ['nl/politie_overlast_codes.csv', csv(','), ['Key', 'Title'], 9],
  ['published/fiu_report_counts.csv', csv(','), ['country', 'fiu'], 26],
  ['published/port_and_national_seizures.csv', csv(','), ['place', 'unlocode'], 86],
  ['published/post_courier_seizures.csv', csv(','), ['country', 'channel'], 22],
  ['published/published_claims.csv', csv(','), ['claim_id', 'place_code'], 215],
  ['published/sources.tsv', csv('\t', { header: 0 }), ['', ''], 86],
  [
    'unodc/unodc_drug_prices_2018_2022_BNLFD.json',
    { format: 'json', path: '/' },
    ['Region', 'SubRegion'],
    311,
  ],
  [
    'unodc/unodc_drug_seizures_2018_2022_BNLFD.json',
    { format: 'json', path: '/' },
    ['Region', 'SubRegion'],
    455,
  ],
  [
    'geo/nuts2021_03M_4326_level2_benelux_NRW_border.geojson',
    { format: 'json', path: 'features' },
    ['type', 'properties'],
    38,
  ],
];

test.skipIf(!present).each(expected)('%s', async (path, shape, first, rows) => {
  const [geometry] = await sniffGeometry(join(folder, path));
  expect(geometry?.shape).toEqual(shape);
  if (!geometry) return;
  const [table] = await readTable(join(folder, path), geometry.shape);
  expect(table && headings(table).slice(0, 2)).toEqual(first);
  expect(table?.rows).toHaveLength(rows);
  expect(table?.rejects).toEqual([]);
});

test.skipIf(!present)('an ontology is no table', async () => {
  const path = join(folder, 'money/followthemoney_3.8.4_defaultModel.json');
  await expect(sniffGeometry(path)).rejects.toThrow('expected an array of objects as rows');
});

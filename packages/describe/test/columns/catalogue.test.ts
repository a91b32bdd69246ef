import { existsSync, readdirSync } from 'node:fs';
import { loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { type ReadTable, readTable } from '@samenbeeld/read';
import { catalogueFolder } from '@samenbeeld/sources';
import { describe, expect, it } from 'vitest';
import { guessTable } from '../../src/columns/guess-table.ts';
import { type Agreement, agreementOf } from './agreement.ts';

const root = `${import.meta.dirname}/../../../..`;
const data = `${root}/../shared/data`;
const catalogue = `${root}/packages/sources/catalogue`;

const real: Readonly<Record<string, readonly string[]>> = {
  'eurostat-crim-off-cat': ['eurostat/estat_crim_off_cat.tsv'],
  'bka-pks-laender': ['de/bka_pks_laender_2022.xlsx'],
  'bka-pks-zeitreihe': ['de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv'],
  'politie-47013ned': [
    'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv',
    'nl/politie_47013NED_misdrijven_gemeente_2024.csv',
  ],
  'politie-47022ned': ['nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv'],
  'ssmsi-regions': ['fr/donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv'],
  'statbel-population': ['be/bevolking_per_gemeente_2020.csv'],
  'unodc-seizures': ['unodc/unodc_drug_seizures_2018_2022_BNLFD.json'],
  'unodc-prices': ['unodc/unodc_drug_prices_2018_2022_BNLFD.json'],
};

async function firstTable(path: string, source: SourceDescription): Promise<ReadTable> {
  const ending = path.split('.').at(-1) ?? '';
  const kinds: Readonly<Record<string, readonly string[]>> = {
    xlsx: ['xlsx'],
    tsv: ['eurostat-tsv'],
    json: ['json', 'json-stat'],
  };
  const shapes = source.shapes.filter(({ format }) =>
    (kinds[ending] ?? ['csv', 'sdmx-csv']).includes(format),
  );
  for (const shape of [...shapes, ...source.shapes]) {
    const [table] = await readTable(path, shape).catch(() => []);
    if (table) return table;
  }
  throw new Error(`no shape of ${source.id} reads ${path}`);
}

async function agreement(path: string, source: SourceDescription): Promise<Agreement> {
  const table = await firstTable(path, source);
  return agreementOf(
    guessTable(table, { file: table.file, titleLines: [], footerLines: [] }),
    source,
  );
}

const samples = readdirSync(catalogue).flatMap((id) => {
  if (!existsSync(`${catalogue}/${id}/source.yaml`)) return [];
  const [sample] = readdirSync(`${catalogue}/${id}`).filter((name) => name.startsWith('sample'));
  return sample ? [{ id, path: `${catalogue}/${id}/${sample}` }] : [];
});

describe('guesses for the samples of the catalogue, with nothing known of their sources', () => {
  it('are never a wrong mapping of which the guess is certain, and agree in nine of ten columns', async () => {
    let columns = 0;
    let agreed = 0;
    const certain: string[] = [];
    for (const { id, path } of samples) {
      const found = await agreement(path, loadSource(catalogueFolder(id)));
      columns += found.columns;
      agreed += found.agreed;
      certain.push(
        ...found.certain.map(
          ({ heading, guessed, written, confidence }) =>
            `${id} "${heading}": ${guessed} (${confidence}), a person wrote ${written}`,
        ),
      );
    }
    console.log(`${agreed} of ${columns} columns of ${samples.length} samples agree`);
    expect(certain).toEqual([]);
    expect(agreed / columns).toBeGreaterThanOrEqual(0.9);
  }, 120_000);
});

describe('guesses for the publishers’ own files', () => {
  const present = existsSync(data);
  if (!present) console.log(`the publishers' files are not at ${data}: their tests are skipped`);
  for (const [id, files] of Object.entries(real))
    for (const file of files)
      it.skipIf(!present)(
        `agree with the description of ${id} on ${file.split('/').at(-1)}`,
        async () => {
          const found = await agreement(`${data}/${file}`, loadSource(catalogueFolder(id)));
          expect(found.certain).toEqual([]);
          expect(found.agreed / found.columns).toBeGreaterThanOrEqual(0.9);
        },
        60_000,
      );
});

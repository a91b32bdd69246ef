import { existsSync, readFileSync } from 'node:fs';
import { detectPersonalData } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const data = new URL('../../../../../shared/data/', import.meta.url);

/** Published statistics and figures, which hold nothing personal, with their delimiters. */
const files: readonly (readonly [string, string])[] = [
  ['published/published_claims.csv', ','],
  ['published/port_and_national_seizures.csv', ','],
  ['published/post_courier_seizures.csv', ','],
  ['published/fiu_report_counts.csv', ','],
  ['published/sources.tsv', '\t'],
  ['nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv', ';'],
  ['nl/politie_47022NED_SoortMisdrijf_met_omschrijving.csv', ','],
  ['de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv', ';'],
  ['be/REFNIS_2019.csv', ';'],
  ['eurostat/estat_crim_off_cat.tsv', '\t'],
  ['codes/unlocode_2024-2_official_raw_NL_LU.csv', ','],
];

test.each(files)('no cell of %s looks personal', (name, delimiter) => {
  const file = new URL(name, data);
  if (!existsSync(file)) {
    console.log(`Skipped: ../shared/data/${name} is not here.`);
    expect(existsSync(file)).toBe(false);
    return;
  }
  const cells = readFileSync(file, 'latin1')
    .split(/\r?\n/)
    .slice(0, 2000)
    .flatMap((line) => line.split(delimiter));
  expect(cells.filter((cell) => detectPersonalData(cell).length > 0)).toEqual([]);
});

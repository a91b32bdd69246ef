import { existsSync } from 'node:fs';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { type IngestResult, ingest, loadSource } from '@samenbeeld/ingest';
import type { Conservation } from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = `${import.meta.dirname}/../../..`;
const data = `${root}/../shared/data`;

const files: Readonly<Record<string, readonly string[]>> = {
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

const present = existsSync(data);
if (!present) console.log(`the publishers' files are not at ${data}: their tests are skipped`);

function shown({
  file,
  lines,
  rows,
  items,
  accepted,
  excluded,
  rejected,
  exclusions,
}: Conservation): string {
  const rules = Object.keys(exclusions).length;
  return `${file.padEnd(70)} ${lines.total} lines  ${rows} rows  ${items} items = ${accepted} accepted + ${excluded} excluded (${rules} rules) + ${rejected} rejected`;
}

describe.runIf(present)('the real files', () => {
  let engine: Engine;
  const results = new Map<string, IngestResult>();
  let milliseconds = 0;

  beforeAll(async () => {
    engine = await openEngine({ threads: 1 });
    const start = performance.now();
    for (const [id, names] of Object.entries(files)) {
      const source = loadSource(`${root}/packages/sources/catalogue/${id}`);
      results.set(
        id,
        await ingest(
          engine,
          source,
          names.map((name) => `${data}/${name}`),
        ),
      );
    }
    milliseconds = performance.now() - start;
    const lines = [...results.values()].flatMap(({ conservation }) => conservation.map(shown));
    console.log(`${lines.join('\n')}\nall in ${(milliseconds / 1000).toFixed(1)} s`);
  }, 60_000);

  afterAll(async () => {
    await engine.close();
  });

  async function value(where: string): Promise<number | null> {
    const rows = await engine.rows<{ n: number; total: number }>(
      `select count(*) as n, sum(value) as total from observation where ${where}`,
    );
    return rows[0]?.n === 0 ? null : (rows[0]?.total ?? null);
  }

  it('are conserved, line by line and item by item, and nothing is rejected', () => {
    const all = [...results.values()].flatMap(({ conservation }) => conservation);
    expect(
      all.map(({ file, lines, rows, items, accepted, excluded, rejected }) => [
        file,
        lines.total,
        rows,
        items,
        accepted,
        excluded,
        rejected,
      ]),
    ).toEqual([
      ['estat_crim_off_cat.tsv', 1559, 1558, 23_370, 11_760, 11_610, 0],
      ['bka_pks_laender_2022.xlsx', 7073, 7072, 14_144, 14_144, 0, 0],
      ['bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv', 14_154, 14_152, 28_304, 28_304, 0, 0],
      ['politie_47013NED_misdrijven_gemeente_2022_2023.csv', 363, 356, 712, 712, 0, 0],
      ['politie_47013NED_misdrijven_gemeente_2024.csv', 363, 356, 356, 356, 0, 0],
      ['politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv', 709, 708, 708, 708, 0, 0],
      [
        'donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv',
        2305,
        2304,
        2304,
        2304,
        0,
        0,
      ],
      ['bevolking_per_gemeente_2020.csv', 639, 638, 638, 638, 0, 0],
      ['unodc_drug_seizures_2018_2022_BNLFD.json', 455, 455, 455, 448, 7, 0],
      ['unodc_drug_prices_2018_2022_BNLFD.json', 311, 311, 933, 933, 0, 0],
    ]);
    for (const { quantities } of all)
      for (const { raw, records } of quantities) expect(records).toBe(raw);
  });

  it('agree across publishers: drugs and money laundering in Germany, drugs in Luxembourg', async () => {
    const year = "period_start = '2022-01-01' and metric = 'offences'";
    const eurostat = "source = 'eurostat-crim-off-cat'";
    for (const [offence, key, expected] of [
      ['ICCS0601', '730000', 340_677],
      ['ICCS07041', '633000', 22_614],
    ] as const) {
      expect(
        await value(`${eurostat} and place = 'DE' and offence = '${offence}' and ${year}`),
      ).toBe(expected);
      for (const pks of ['bka-pks-laender', 'bka-pks-zeitreihe'])
        expect(
          await value(
            `source = '${pks}' and place = 'DE' and national_code = '${key}' and ${year}`,
          ),
        ).toBe(expected);
    }
    expect(
      await value(
        `${eurostat} and place = 'LU' and offence = 'ICCS0601' and period_start = '2020-01-01'`,
      ),
    ).toBe(4619);
    expect(await value(`${eurostat} and place = 'LU' and offence = 'ICCS07041'`)).toBeNull();
    expect(await value(`${eurostat} and place = 'GR' and offence = 'ICCS0601' and ${year}`)).toBe(
      12_025,
    );
  });

  it('use each UNODC total once, and the parts where there is no total', async () => {
    const cocaine =
      "source = 'unodc-seizures' and substance in ('COC', 'COC_HCL', 'COC_CRACK', 'COC_BASE')";
    const found: (number | null)[][] = [];
    for (const place of ['BE', 'NL']) {
      const row: (number | null)[] = [];
      for (const year of [2021, 2022])
        row.push(
          await value(`${cocaine} and place = '${place}' and period_start = '${year}-01-01'`),
        );
      found.push(row);
    }
    expect(found).toEqual([
      [96_320.8, 110_910.532],
      [72_808, 51_447],
    ]);
    const both = await engine.rows(
      `select place, period_start from observation where ${cocaine} group by place, period_start
having count(case when substance = 'COC' then 1 end) > 0 and count(case when substance <> 'COC' then 1 end) > 0`,
    );
    expect(both).toEqual([]);
  });

  it('declare the breaks of drug offences in France and Belgium', async () => {
    const breaks = results.get('eurostat-crim-off-cat')?.source.breaks ?? [];
    expect(
      breaks.map(({ on, severity, series }) => [on, severity, series.place, series.offence]),
    ).toEqual([
      ['2016-01-01', 'block_trend', 'FR', 'ICCS0601'],
      ['2014-01-01', 'block_trend', 'BE', 'ICCS0601'],
    ]);
    const drugs = "source = 'eurostat-crim-off-cat' and offence = 'ICCS0601'";
    expect(await value(`${drugs} and place = 'FR' and period_start = '2015-01-01'`)).toBe(7483);
    expect(await value(`${drugs} and place = 'FR' and period_start = '2016-01-01'`)).toBe(241_887);
    expect(await value(`${drugs} and place = 'BE' and period_start = '2013-01-01'`)).toBe(11_419);
    expect(await value(`${drugs} and place = 'BE' and period_start = '2014-01-01'`)).toBe(55_132);
  });

  it('tell Dutch municipalities, police regions and the country apart, and missing from zero', async () => {
    const rows = await engine.rows<{ kind: string; n: number; total: number }>(
      `select case when place like 'NL.GM.%' then 'GM' when place like 'NL.RE.%' then 'RE' else place end as kind,
  count(*) as n, sum(value) as total from observation
where source = 'politie-47013ned' and period_start = '2022-01-01' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { kind: 'GM', n: 343, total: 800_027 },
      { kind: 'NL', n: 1, total: 800_027 },
      { kind: 'NL.ABROAD.Buitenland', n: 1, total: null },
      { kind: 'RE', n: 11, total: 800_027 },
    ]);
    expect(
      await engine.rows(
        "select period_start, missing, value from observation where place = 'NL.ABROAD.Buitenland' order by period_start",
      ),
    ).toEqual(
      ['2022', '2023', '2024'].map((year) => ({
        period_start: `${year}-01-01`,
        missing: 'not_collected',
        value: null,
      })),
    );
    expect(await value("place = 'NL.GM.Terneuzen' and period_start = '2022-01-01'")).toBe(1978);
    expect(
      await value("place = 'NL.RE.Zeeland-West-Brabant' and period_start = '2022-01-01'"),
    ).toBe(66_820);
  });

  it('keep an earlier and a later state of the Dutch register apart', async () => {
    const total = "place = 'NL' and national_code = '0.0.0' and period_start = '2022-01-01'";
    expect(await value(`source = 'politie-47022ned' and ${total}`)).toBe(799_895);
    expect(await value(`source = 'politie-47013ned' and ${total}`)).toBe(800_027);
    expect(
      results.get('politie-47022ned')?.issues.filter(({ rule }) => rule.startsWith('check.')),
    ).toEqual([]);
  });

  it('read the German series although a spreadsheet spoiled its keys and its thousands', async () => {
    const series = "source = 'bka-pks-zeitreihe' and metric = 'offences'";
    expect(
      await value(`${series} and national_code = '730000' and period_start = '2020-01-01'`),
    ).toBe(365_753);
    expect(
      await value(`${series} and national_code = '3**100' and period_start = '1987-01-01'`),
    ).toBe(8771);
    expect(
      await value(`${series} and national_code = '010000' and period_start = '1987-01-01'`),
    ).toBe(970);
  });

  it('leave the population of Belgium countable at each level', async () => {
    const population = "source = 'statbel-population'";
    expect(await value(`${population} and place = 'BE'`)).toBe(11_492_641);
    expect(await value(`${population} and place like 'BE.NIS.%'`)).toBe(11_492_641);
    expect(await value(`${population} and place = 'BE.NIS.44021'`)).toBe(263_927);
  });

  it('have ids of their own, each', async () => {
    const [row] = await engine.rows<{ n: number; ids: number }>(
      'select count(*) as n, count(distinct id) as ids from observation',
    );
    expect(row?.ids).toBe(row?.n);
  });
});

import { writeFileSync } from 'node:fs';
import { loadSource } from '@samenbeeld/ingest';
import { findConflicts } from '@samenbeeld/merge';
import {
  assertComparable,
  type Break,
  type Conservation,
  type Decision,
  type Observation,
  RefusalError,
  sumExact,
} from '@samenbeeld/schema';
import { catalogueFolder } from '@samenbeeld/sources';
import { openPicture } from '@samenbeeld/store';
import { type TrendSeries, trendOf } from '@samenbeeld/trends';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, samenbeeldJson } from './command.ts';
import { hasRealData, realData, temporary } from './pictures.ts';

const inputs = [
  ['eurostat-crim-off-cat', 'eurostat/estat_crim_off_cat.tsv'],
  ['bka-pks-laender', 'de/bka_pks_laender_2022.xlsx'],
  ['bka-pks-zeitreihe', 'de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv'],
  ['politie-47013ned', 'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv'],
  ['politie-47013ned', 'nl/politie_47013NED_misdrijven_gemeente_2024.csv'],
  ['politie-47022ned', 'nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv'],
  ['ssmsi-regions', 'fr/donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv'],
  ['unodc-seizures', 'unodc/unodc_drug_seizures_2018_2022_BNLFD.json'],
  ['unodc-prices', 'unodc/unodc_drug_prices_2018_2022_BNLFD.json'],
  ['statbel-population', 'be/bevolking_per_gemeente_2020.csv'],
] as const;

const picture = `
picture: real
title: { nl: Echte bestanden, fr: Fichiers réels, de: Echte Dateien, en: Real files }
recipe: north-sea-port
asOf: 2026-06-30
audience: public
inputs:
  - { source: published-claims, file: ${root}/fixtures/published/claims.csv }
${inputs.map(([source, file]) => `  - { source: ${source}, file: ${realData}/${file} }`).join('\n')}
`;

if (!hasRealData) console.log(`skipped: the real files, because ${realData} is not there`);

describe.skipIf(!hasRealData)('a picture of the files as their publishers release them', () => {
  let out: string;
  let files: readonly Conservation[] = [];
  let rows: readonly Observation[] = [];

  beforeAll(async () => {
    const folder = temporary('real');
    out = `${folder}/out`;
    writeFileSync(`${folder}/real.picture.yaml`, picture);
    const built = await samenbeeldJson<{ readonly conservation: readonly Conservation[] }>([
      'build',
      `${folder}/real.picture.yaml`,
      '--out',
      out,
    ]);
    files = built.conservation;
    const opened = await openPicture(out);
    rows = await opened.observations();
    await opened.close();
  });

  /** The one claim of a source about a scope. */
  function figure(source: string, wanted: Partial<Observation>): number | null {
    const found = rows.filter(
      (row) =>
        row.source === source &&
        Object.entries(wanted).every(([key, value]) => row[key as keyof Observation] === value),
    );
    expect(found, `${source} ${JSON.stringify(wanted)}`).toHaveLength(1);
    return found[0]?.value ?? null;
  }

  test('every line and item of every file has one fate, and every quantity arrives', () => {
    for (const file of files) {
      const { lines, items, accepted, excluded, rejected, exclusions, rejections } = file;
      console.log(
        `${file.file}: ${lines.total} lines = ${lines.title} title + ${lines.header} header + ${lines.data} data + ${lines.blank} blank + ${lines.footer} footer; ${items} items = ${accepted} accepted + ${excluded} excluded + ${rejected} rejected; ${file.records} records`,
      );
      expect(lines.title + lines.header + lines.data + lines.blank + lines.footer).toBe(
        lines.total,
      );
      expect(accepted + excluded + rejected).toBe(items);
      expect(sumExact(Object.values(exclusions))).toBe(excluded);
      expect(sumExact(Object.values(rejections))).toBe(rejected);
      expect(file.records).toBe(
        rows.filter((row) => row.source === file.source && row.origin.file === file.file).length,
      );
      for (const { unit, raw, records } of file.quantities)
        expect([file.file, unit, records]).toEqual([file.file, unit, raw]);
    }
    expect(files).toHaveLength(inputs.length + 1);
    expect(files.every(({ accepted, rejected }) => accepted > 0 && rejected === 0)).toBe(true);
  });

  test('three publishers give the same German figures for 2022', () => {
    const year = { place: 'DE', periodStart: '2022-01-01', metric: 'offences' } as const;
    for (const [offence, nationalCode, value] of [
      ['ICCS0601', '730000', 340_677],
      ['ICCS07041', '633000', 22_614],
    ] as const) {
      expect(figure('eurostat-crim-off-cat', { ...year, offence })).toBe(value);
      expect(figure('bka-pks-laender', { ...year, nationalCode })).toBe(value);
      expect(figure('bka-pks-zeitreihe', { ...year, nationalCode })).toBe(value);
    }
  });

  test('Luxembourg has 4,619 drug offences in 2020 and no figure for money laundering', () => {
    const luxembourg = { place: 'LU', offence: 'ICCS0601', periodStart: '2020-01-01' };
    expect(figure('eurostat-crim-off-cat', luxembourg)).toBe(4619);
    const laundering = rows.filter(
      ({ source, place, offence, value }) =>
        source === 'eurostat-crim-off-cat' &&
        place === 'LU' &&
        offence === 'ICCS07041' &&
        value !== null,
    );
    expect(laundering).toEqual([]);
  });

  test.each([
    ['BE', 96_320.8],
    ['NL', 72_808],
  ])('the UNODC total of cocaine in %s in 2021 counts once, without its parts', (place, total) => {
    const cocaine = new Set(['COC', 'COC_HCL', 'COC_CRACK', 'COC_BASE']);
    const found = rows.filter(
      (row) =>
        row.source === 'unodc-seizures' &&
        row.place === place &&
        row.periodStart === '2021-01-01' &&
        row.substance !== null &&
        cocaine.has(row.substance),
    );
    expect(found.map(({ substance, value }) => [substance, value])).toEqual([['COC', total]]);
  });

  test('where a country gives cocaine by kind and no total, the kinds are kept', () => {
    const years = new Map<string, Set<string>>();
    for (const row of rows) {
      if (row.source !== 'unodc-seizures' || !row.substance?.startsWith('COC')) continue;
      const key = `${row.place} ${row.periodStart}`;
      years.set(key, (years.get(key) ?? new Set()).add(row.substance));
    }
    const mixed = [...years].filter(([, kinds]) => kinds.has('COC') && kinds.size > 1);
    expect(mixed).toEqual([]);
    expect(years.size).toBe(25);
  });

  describe('a trend across a declared break', () => {
    const breaks: readonly Break[] = loadSource(catalogueFolder('eurostat-crim-off-cat')).breaks;

    function series(place: string, from: number, to: number): TrendSeries {
      const own = rows.filter(
        (row) =>
          row.source === 'eurostat-crim-off-cat' &&
          row.place === place &&
          row.offence === 'ICCS0601' &&
          row.periodStart >= `${from}-01-01` &&
          row.periodEnd <= `${to}-12-31`,
      );
      return {
        subject: `${place} ICCS0601`,
        unit: 'offence',
        points: own
          .map(({ periodStart, value }) => ({ period: periodStart.slice(0, 4), value }))
          .sort((a, b) => (a.period < b.period ? -1 : 1)),
        scope: { source: 'eurostat-crim-off-cat', place, offence: 'ICCS0601', metric: 'offences' },
        records: own,
      };
    }

    const override = (subject: string): Decision => ({
      id: 'd1',
      kind: 'override',
      subject,
      verdict: 'accept',
      role: 'analyst',
      time: '2026-06-01',
      reason: 'only the direction is asked, and the jump is shown',
      evidence: null,
      supersedes: null,
    });

    test.each([
      ['FR', '2016-01-01', 7483, 241_887, '2015', '2016'],
      ['BE', '2014-01-01', 11_419, 55_132, '2013', '2014'],
    ])(
      '%s: declared in the source folder on %s, and refused',
      (place, on, before, after, last, first) => {
        const id = `eurostat-crim-off-cat:${place}/ICCS0601:${on}`;
        expect(breaks.find((entry) => entry.id === id)).toMatchObject({
          on,
          severity: 'block_trend',
        });
        const whole = series(place, 2008, 2022);
        const inYear = (year: string) => whole.points.find(({ period }) => period === year)?.value;
        expect([inYear(last), inYear(first)]).toEqual([before, after]);
        let refusal: unknown;
        try {
          trendOf(whole, { breaks });
        } catch (error) {
          refusal = error;
        }
        expect(refusal).toBeInstanceOf(RefusalError);
        expect((refusal as RefusalError).dimension).toBe('break');
        expect((refusal as RefusalError).message).toContain(id);
        expect((refusal as RefusalError).remedy).toContain('override');
      },
    );

    test.each([
      ['FR', '2016-01-01'],
      ['BE', '2014-01-01'],
    ])('%s: given once the override of that break is recorded, and it says so', (place, on) => {
      const id = `eurostat-crim-off-cat:${place}/ICCS0601:${on}`;
      const trend = trendOf(series(place, 2008, 2022), { breaks, overrides: [override(id)] });
      expect(trend.details.overridden).toBe(id);
      expect(trend.confidence).toBe('low');
      expect(trend.warnings.map(({ en }) => en).join(' ')).toContain(on);
      const other = place === 'FR' ? 'BE/ICCS0601:2014-01-01' : 'FR/ICCS0601:2016-01-01';
      expect(() =>
        trendOf(series(place, 2008, 2022), {
          breaks,
          overrides: [override(`eurostat-crim-off-cat:${other}`)],
        }),
      ).toThrow(RefusalError);
    });

    test('on one side of the break nothing is refused', () => {
      expect(trendOf(series('FR', 2016, 2022), { breaks }).n).toBe(7);
      expect(trendOf(series('BE', 2014, 2022), { breaks }).n).toBe(9);
    });
  });

  describe('Dutch municipalities and police regions, which stand in one column', () => {
    const in2022 = (): readonly Observation[] =>
      rows.filter(
        (row) =>
          row.source === 'politie-47013ned' &&
          row.periodStart === '2022-01-01' &&
          row.value !== null,
      );
    const level = (prefix: string) => in2022().filter(({ place }) => place.startsWith(prefix));
    const total = (some: readonly Observation[]) => sumExact(some.map(({ value }) => value ?? 0));

    test('each level adds up to the country on its own', () => {
      for (const prefix of ['NL.GM.', 'NL.RE.']) {
        const rowsOfLevel = level(prefix);
        assertComparable(rowsOfLevel, { for: 'sum' });
        expect(total(rowsOfLevel)).toBe(800_027);
      }
    });

    test.each([
      ['both levels', () => [...level('NL.GM.'), ...level('NL.RE.')]],
      [
        'one town and its region',
        () =>
          in2022().filter(({ place }) =>
            ['NL.GM.Terneuzen', 'NL.RE.Zeeland-West-Brabant'].includes(place),
          ),
      ],
      [
        'the towns and the country',
        () => [...level('NL.GM.'), ...in2022().filter(({ place }) => place === 'NL')],
      ],
    ])('%s are never summed: the guard names the territory', (_, some) => {
      let refusal: unknown;
      try {
        assertComparable(some(), { for: 'sum' });
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(RefusalError);
      expect((refusal as RefusalError).dimension).toBe('territory');
      expect((refusal as RefusalError).message).toContain('counted twice');
    });
  });

  test('two rows of one table are no conflict', () => {
    const source = new Map(
      rows.map((row) => [row.id, row.publication === null ? row.source : row.id]),
    );
    const conflicts = findConflicts(rows);
    const within = conflicts.filter(
      ({ claims: [a = '', b = ''] }) => source.get(a) === source.get(b),
    );
    expect(conflicts.length).toBeGreaterThan(15);
    expect(within.map(({ key }) => key)).toEqual([]);
  });

  test('two states of the Dutch register differ, and are told apart', () => {
    const all = { place: 'NL', nationalCode: '0.0.0', periodStart: '2022-01-01' };
    expect(figure('politie-47022ned', all)).toBe(799_895);
    expect(figure('politie-47013ned', all)).toBe(800_027);
  });

  test('the population of Belgium adds up', () => {
    const belgium = rows.filter(({ source }) => source === 'statbel-population');
    expect(figure('statbel-population', { place: 'BE' })).toBe(11_492_641);
    const towns = belgium.filter(({ place }) => place.startsWith('BE.NIS.'));
    expect(sumExact(towns.map(({ value }) => value ?? 0))).toBe(11_492_641);
  });

  test('the joint table is the one of the published picture', async () => {
    const opened = await openPicture(out);
    const [row] = (await opened.rows<Record<string, unknown>>('joint_total')).filter(
      ({ period }) => period === '2022',
    );
    await opened.close();
    expect(row).toMatchObject({
      reported_lowest: 4776,
      reported_likely: 4776,
      reported_highest: 4776,
      total_at_least: 4776,
      total_at_most: null,
      status: 'partial',
      missing: 'NLTNZ',
    });
  });
});

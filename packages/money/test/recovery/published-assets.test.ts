import { publishedAssets } from '@samenbeeld/money';
import type { Break } from '@samenbeeld/schema';
import { expect, it } from 'vitest';
import { makeObservation } from '../series/make-observation.ts';

const nl = {
  place: 'NL',
  unit: 'EUR',
  stat: 'sum',
  wording: 'rounded',
  agencies: ['NL_OM'],
} as const;
const seized = (year: number, millions: number) =>
  makeObservation(year, millions * 1e6, { ...nl, metric: 'assets_seized' });
const collected = (year: number, millions: number) =>
  makeObservation(year, millions * 1e6, { ...nl, metric: 'assets_recovered' });
const system: Break = {
  id: 'b',
  source: 'test-source',
  on: '2022-01-01',
  kind: 'system',
  severity: 'block_trend',
  series: { place: 'NL', metric: 'assets_seized' },
  note: { nl: 'n', fr: 'n', de: 'n', en: 'a new system with a narrower base' },
};

it('keeps seized and collected apart and cuts at the new system', () => {
  // Published by the Dutch prosecution service: conservatory seizure, and what was collected.
  const series = publishedAssets(
    [
      seized(2018, 401),
      seized(2019, 258),
      seized(2021, 368),
      seized(2022, 246),
      collected(2018, 171),
    ],
    { breaks: [system] },
  );
  expect(series.map(({ metric, n }) => [metric, n])).toEqual([
    ['assets_recovered', 1],
    ['assets_seized', 3],
    ['assets_seized', 1],
  ]);
  expect(series.map(({ says }) => says.en)).toMatchInlineSnapshot(`
    [
      "Netherlands, assets recovered, 2018: 171 million euro. What is collected in a year comes from cases of earlier years.",
      "Netherlands, assets seized, 2018–2021: 258 to 401 million euro a year. Seized is not confiscated.",
      "Netherlands, assets seized, 2022: 246 million euro. Seized is not confiscated.",
    ]
  `);
  expect(series[1]?.says).toMatchInlineSnapshot(`
    {
      "de": "Niederlande, sichergestelltes Vermögen, 2018–2021: 258 bis 401 Millionen Euro pro Jahr. Sichergestellt heißt nicht eingezogen.",
      "en": "Netherlands, assets seized, 2018–2021: 258 to 401 million euro a year. Seized is not confiscated.",
      "fr": "Pays-Bas, avoirs saisis, 2018–2021 : 258 à 401 millions d’euros par an. Saisi ne veut pas dire confisqué.",
      "nl": "Nederland, in beslag genomen vermogen, 2018–2021: 258 tot 401 miljoen euro per jaar. In beslag genomen is niet verbeurdverklaard.",
    }
  `);
});

it('says that a last figure is provisional, and that a floor has no upper end', () => {
  const late = publishedAssets([
    seized(2022, 246),
    makeObservation(2023, 363_500_000, {
      ...nl,
      metric: 'assets_seized',
      status: 'P',
      wording: 'floor',
    }),
  ]);
  expect(late[0]?.says.en).toContain('246 to 364\u00a0million euro or more a year');
  expect(late[0]?.says.en).toContain('provisional and grows by late registration');
  expect(late[0]?.interval).toBeNull();
});

it('refuses other figures', () => {
  expect(() => publishedAssets([makeObservation(2020, 1)])).toThrowErrorMatchingInlineSnapshot(
    `[InputError: expected seized, confiscated or collected assets, found str_reports of BE. Repair: choose the metrics assets_seized, assets_held, assets_confiscated, assets_sold and assets_recovered]`,
  );
});

import { languages, type Text } from '@samenbeeld/schema';
import {
  changePoints,
  type Exposure,
  eTest,
  farrington,
  growth,
  interruptedSeries,
  joinpoint,
  logLinearTrend,
  overDispersion,
  poissonRate,
  rateRatio,
  standardisedRate,
} from '@samenbeeld/trends';
import { describe, expect, it, test } from 'vitest';

const controls: Exposure = {
  unit: { nl: 'controles', fr: 'contrôles', de: 'Kontrollen', en: 'controls' },
  of: {
    nl: 'Nederlandse douane',
    fr: 'douane néerlandaise',
    de: 'niederländischer Zoll',
    en: 'Dutch customs',
  },
  period: '2023',
};
const unknown =
  /geen gegevens over controles|pas de données sur les contrôles|Angaben zu Kontrollen fehlen|no data on controls/;
const years = Array.from({ length: 12 }, (_, i) => 12 + ((i * 7) % 5) + i);
const base = years.map((_, i) => 1000 + 20 * i);
const weeks = Array.from({ length: 320 }, (_, i) => 8 + ((i * 5) % 7));

/** Every method that takes what its counts stand against, with it and without it. */
const methods: Readonly<
  Record<string, (about: object, exposed: boolean) => { readonly says: Text }>
> = {
  poissonRate: (about, exposed) => poissonRate(7, exposed ? 1200 : undefined, about),
  rateRatio: (about, exposed) =>
    rateRatio(14, 7, { ...about, ...(exposed && { exposures: [1200, 900] as const }) }),
  eTest: (about, exposed) =>
    eTest(14, 7, { ...about, ...(exposed && { exposures: [1200, 900] as const }) }),
  growth: (about, exposed) =>
    growth(
      { period: '2022', value: 20, ...(exposed && { exposure: 900 }) },
      { period: '2023', value: 30, ...(exposed && { exposure: 1200 }) },
      about,
    ),
  standardisedRate: (about) =>
    standardisedRate(
      [
        { count: 10, exposure: 400, weight: 1 },
        { count: 30, exposure: 800, weight: 3 },
      ],
      about,
    ),
  overDispersion: (about, exposed) =>
    overDispersion(years, { ...about, ...(exposed && { exposures: base }) }),
  changePoints: (about, exposed) =>
    changePoints(years, { ...about, cost: 'poisson', ...(exposed && { exposures: base }) }),
  joinpoint: (about, exposed) =>
    joinpoint(years, { ...about, model: 'poisson', ...(exposed && { exposures: base }) }),
  logLinearTrend: (about, exposed) =>
    logLinearTrend(years, { ...about, ...(exposed && { exposures: base }) }),
  farrington: (about, exposed) =>
    farrington(weeks, {
      ...about,
      frequency: 52,
      examine: 4,
      ...(exposed && { population: weeks.map(() => 1200) }),
    }),
  interruptedSeries: (about, exposed) =>
    interruptedSeries(
      {
        subject: 'x',
        unit: 'seizure',
        points: years.map((value, i) => ({ period: String(2005 + i), value })),
      },
      { from: '2011', ...about, ...(exposed && { exposures: base }) },
    ),
};

describe('an exposure that was given', () => {
  it.each(Object.entries(methods))(
    '%s names it, and does not say that controls are unknown',
    (_, ask) => {
      const { says } = ask({ exposure: controls }, true);
      for (const language of languages) {
        const text = says[language];
        expect(text).not.toMatch(unknown);
        expect(text).toContain((controls.unit as Text)[language]);
        expect(text).toContain(controls.of?.[language]);
        expect(text).toContain('2023');
        expect(text.replace(/[\s\u00a0\u202f.,]/g, '')).toMatch(/1200|1220/);
      }
    },
  );

  it.each(Object.entries(methods))('%s says where nobody said what it counts', (_, ask) => {
    expect(ask({}, true).says.en).toMatch(
      /Measured against: .*\(what this counts is not stated\)\.$/,
    );
  });
});

test('the sentence in four languages', () => {
  const { says } = rateRatio(14, 7, { exposures: [1200, 900], exposure: controls });
  expect(languages.map((language) => says[language].split(/(?<=\.) (?=[A-Z])/).at(-1))).toEqual([
    'Afgezet tegen: 1.200 en 900 controles (Nederlandse douane, 2023).',
    'Rapporté à\u00a0: 1\u202f200 et 900 contrôles (douane néerlandaise, 2023).',
    'Bezogen auf: 1.200 und 900 Kontrollen (niederländischer Zoll, 2023).',
    'Measured against: 1,200 and 900 controls (Dutch customs, 2023).',
  ]);
});

test('where no exposure is given, what is not known of controls is still said', () => {
  expect(rateRatio(14, 7).says.en).toMatch(unknown);
  expect(rateRatio(14, 7, { controls: true }).says.en).not.toMatch(unknown);
});

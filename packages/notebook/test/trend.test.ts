import { inspect } from 'node:util';
import { answered, check, isRefused, joint, type Picture, trend, why } from '@samenbeeld/notebook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim, pictureOf } from './example-picture.ts';

/** Cocaine seized in Rotterdam, kg, 2016–2025 (HARC; domain golden values: S = 11, no trend, a peak in 2021). */
const rotterdam = [13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466];

/** Police-recorded drug offences in Belgium and the Netherlands, 2008–2022 (Eurostat crim_off_cat, ICCS0601). */
const offences = {
  BE: [
    14854, 14960, 14750, 13825, 11334, 11419, 55132, 52657, 55581, 58254, 59786, 63745, 61799,
    56440, 56234,
  ],
  NL: [
    18875, 18580, 16715, 15885, 16145, 16085, 15193, 13825, 12450, 11720, 12480, 13925, 12800,
    11595, 11705,
  ],
};

let picture: Picture;
beforeAll(async () => {
  const recorded = {
    source: 'eurostat-crim-off-cat',
    metric: 'offences',
    stat: 'count',
    unit: 'offence',
    substance: null,
    offence: 'ICCS0601',
    basis: 'recorded',
  } as const;
  picture = await pictureOf([
    ...rotterdam.map((kg, at) => claim(2016 + at, kg, { place: 'NLRTM' })),
    ...Object.entries(offences).flatMap(([place, counts]) =>
      counts.map((count, at) => claim(2008 + at, count, { ...recorded, place })),
    ),
  ]);
});
afterAll(async () => picture.close());

const port = () =>
  picture.observations.where({ place: 'NLRTM', substance: 'COC', basis: 'seized_in_port' });
const recorded = (place: string) => picture.observations.where({ place, offence: 'ICCS0601' });

test('of several things, or of several figures of a period, is refused in the language of the picture, with what to choose', async () => {
  const { open } = await import('@samenbeeld/notebook');
  const dutch = await open(picture.folder, { language: 'nl' });
  const both = dutch.observations.where({ offence: 'ICCS0601' });
  expect(inspect(trend(both)).replaceAll(/\s+/gu, ' ')).toContain(
    "Geen antwoord: Een trend volgt één cijfer per periode; deze rijen zijn van meer dan één: België, Nederland. Kies: `.where({ place: 'BE' })` of `.where({ place: 'NL' })`.",
  );
  for (const asked of [check(dutch, 'hallo'), joint(dutch.observations), await why(dutch, 'hallo')])
    expect(inspect(asked)).toContain('Geen antwoord');
  await dutch.close();
});

test('an error that is told shows no line of the library', () => {
  const thrown = () => picture.observations.where({ place: 'Nowhere' });
  expect(thrown).toThrow('Nowhere');
  try {
    thrown();
  } catch (error) {
    expect((error as Error).stack).not.toMatch(/notebook\/(?:src|dist)\//u);
  }
});

describe('the trend of one port', () => {
  test('is answered with every method, what it says, and why the others do not apply', () => {
    const { finding, series } = answered(trend(port()));
    expect([finding.details.verdict, finding.details.turns, finding.details.changes]).toEqual([
      'not_shown',
      '2021',
      '',
    ]);
    expect(finding.details.restsOn).toBe('2024 2025');
    expect(finding.trend.details.s).toBe(11);
    expect(series.points).toHaveLength(10);
    const text = inspect(trend(port()));
    expect(text).toContain('no trend can be shown');
    expect(text).toMatch(/Joinpoint regression sees a peak\s+in 2021/);
    expect(text).toMatch(/^ +method +says +why$/m);
    expect(text).toMatch(/^ +Joinpoints +turn in 2021 \(p = 0\.0\d+\) /m);
    expect(text).toMatch(/^ +Segmentation into levels +no break can be shown \(p = 0\.\d+\) /m);
    expect(text).toMatch(
      /^ +Log-linear trend of counts +not used +kilograms .* no law\s+of counts$/m,
    );
  });

  test('at screen depth has the same verdict without permutations, and tells the plan first', () => {
    const plans: string[] = [];
    const screened = trend(port(), {
      depth: 'screen',
      onPlan: ({ depth, methods }) => plans.push(`${depth} ${methods.length}`),
    });
    expect(answered(screened).finding.details).toMatchObject({ verdict: 'not_shown' });
    expect(plans).toEqual(['screen 4']);
    expect(inspect(screened)).toMatch(/^ +Joinpoints +perhaps a turn in 2021, not tested /m);
  });

  test('speaks the language of the picture', async () => {
    const { open } = await import('@samenbeeld/notebook');
    const french = await open(picture.folder, { language: 'fr' });
    try {
      const rows = french.observations.where({ place: 'NLRTM', substance: 'COC' });
      const text = inspect(trend(rows, { depth: 'screen' }));
      expect(text).toMatch(/^ +méthode +conclusion +pourquoi$/m);
      expect(text).toMatch(/aucune tendance ne peut être démontrée/);
    } finally {
      await french.close();
    }
  });
});

describe('across a declared break', () => {
  test('there is no trend, and the refusal says how to ask for both sides', () => {
    const refused = trend(recorded('BE'));
    expect(isRefused(refused) && [refused.dimension, refused.remedy]).toMatchInlineSnapshot(`
      [
        "break",
        "Ask for the trend of each side: \`trend(…, { bySegment: true })\` (\`methods.trendBySegment\` for your own arrays). Or record an override of this break with a reason.",
      ]
    `);
  });

  test('each side has its own', () => {
    const { segments } = answered(trend(recorded('BE'), { bySegment: true }));
    expect(segments.map(({ from, to, trend: { n } }) => [from, to, n])).toEqual([
      ['2008', '2013', 6],
      ['2014', '2022', 9],
    ]);
    const text = inspect(trend(recorded('BE'), { bySegment: true }));
    expect(text).toMatch(/Belgium, .*2008–2013: .*[\s\S]*^2014-01-01: .*[\s\S]*2014–2022: /m);
  });

  test('without one, both sides are one', () => {
    const { segments } = answered(trend(recorded('NL'), { bySegment: true }));
    expect(segments.map(({ from, to, after }) => [from, to, after])).toEqual([
      ['2008', '2022', null],
    ]);
    expect(segments[0]?.trend.details.verdict).toBe('falling');
  });
});

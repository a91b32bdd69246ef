import { inspect } from 'node:util';
import {
  answered,
  chart,
  type Drawn,
  methods,
  type Picture,
  type Refused,
  show,
  trend,
} from '@samenbeeld/notebook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim, pictureOf } from './example-picture.ts';

const rotterdam = [13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466];
const years = rotterdam.map((_, at) => String(2016 + at));
const stepped = [12, 14, 13, 12, 15, 60, 58, 63, 61, 62];
const months = Array.from(
  { length: 72 },
  (_, at) => `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);
const monthly = months.map((_, at) => 10 + (at % 12) + ((at * 7) % 5) + (at === 71 ? 25 : 0));
const own = { periods: months, values: monthly, unit: 'seizure' };

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf(rotterdam.map((kg, at) => claim(2016 + at, kg, { place: 'NLRTM' })));
});
afterAll(async () => picture.close());

async function drawn(waiting: Promise<Drawn | Refused>): Promise<Drawn> {
  const found = answered(await waiting);
  expect(found.svg).toContain('<svg');
  expect(inspect(found)).toMatch(/^TLP:CLEAR/);
  return found;
}

describe('a trend', () => {
  test('is drawn as levels, as joined lines, and with its penalties', async () => {
    const found = trend(picture.observations.at('NLRTM'));
    const levels = await drawn(chart.segments(found));
    expect(levels.title).toBe('Cocaine seized in Rotterdam: no break suggested in this series');
    const lines = await drawn(chart.segments(found, { lines: true }));
    expect(lines.title).toBe('Cocaine seized in Rotterdam: where the series seems to turn');
    expect(lines.svg).toContain('suggested: 2021');
    expect((await drawn(chart.penaltyPath(found))).table.rows.length).toBeGreaterThan(1);
  });

  test('screened, has no path of penalties', async () => {
    const screened = trend(picture.observations.at('NLRTM'), { depth: 'screen' });
    await expect(chart.penaltyPath(screened)).rejects.toThrow(
      'No path of penalties was computed: ask with `{ depth: "full" }`, or call `changePoints` with `{ path: true }`.',
    );
  });
});

describe('a finding in numbers of your own', () => {
  test('is drawn with what it was found in, under its subject', async () => {
    const ask = () => methods.changePoints(stepped, { periods: years, subject: 'BE' });
    const found = show(picture, ask, { periods: years, values: stepped, unit: 'offence' });
    expect(inspect(found)).toMatch(/^TLP:CLEAR.*\nBelgium\n2016–2025: a break is suggested/);
    const { title, table } = await drawn(chart.segments(found, { language: 'nl' }));
    expect(title).toBe('België: waar het niveau lijkt te veranderen');
    expect(table.rows).toHaveLength(10);
  });

  test('is not drawn without it', async () => {
    const found = show(picture, () => methods.changePoints(stepped, { periods: years }));
    await expect(chart.segments(found)).rejects.toThrow(
      'A finding does not carry the figures it was found in. Give them to `show` as its third argument: `{ periods, values }`.',
    );
    const unequal = show(picture, methods.changePoints(stepped), { periods: [], values: stepped });
    await expect(chart.segments(unequal)).rejects.toThrow(
      'There must be one period for each value: 0 periods, 10 values.',
    );
  });

  test('that is refused is shown as a refusal, and handed on by its chart', async () => {
    const refused = show(picture, () => methods.nowcast({ columns: ['2024'], rows: [] }));
    expect(inspect(refused)).toContain('No answer: The columns of this triangle are publication');
    expect(await chart.triangle(refused)).toBe(refused);
  });
});

test('alarms stand beside what chance alone would give', async () => {
  const ask = () => methods.farrington(monthly, { periods: months, examine: 6 });
  const { table, caption } = await drawn(chart.alarms(show(picture, ask, own)));
  expect(table.rows.filter((row) => row.includes('yes')).map(([period]) => period)).toEqual([
    'December 2024',
  ]);
  expect(caption).toMatch(/about 0\.\d+ alarms are to be expected/);
});

test('a forecast is drawn by period, with its past and its back-test', async () => {
  const ahead = ['2025-01', '2025-02', '2025-03'];
  const named = () => methods.forecast(monthly, { period: 12, horizon: 3, periods: ahead });
  const { table, caption } = await drawn(chart.forecast(show(picture, named, own), { shown: 24 }));
  expect(table.rows.map(([period]) => period)).toEqual([...months.slice(-24), ...ahead]);
  expect(caption).toMatch(/Tested on the past from 30 moments/);
  const nameless = show(picture, () => methods.forecast(monthly, { period: 12 }), own);
  await expect(chart.forecast(nameless)).rejects.toThrow('name the periods to come');
});

test('a season is drawn in parts that add up', async () => {
  const ask = () => methods.decompose(monthly, { period: 12 });
  const { table } = await drawn(chart.season(show(picture, ask, own)));
  for (const [, observed, ...parts] of table.rows)
    expect(parts.slice(0, 3).reduce((sum: number, part) => sum + Number(part), 0)).toBeCloseTo(
      Number(observed),
      6,
    );
});

test('a triangle is filled with what is expected', async () => {
  const row = (year: number, values: readonly (number | null)[]) => ({
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    values,
  });
  const triangle = {
    columns: [0, 1, 2],
    rows: [row(2021, [100, 130, 136]), row(2022, [120, 150, null]), row(2023, [140, null, null])],
  };
  const found = show(picture, () => methods.nowcast(triangle), triangle);
  const { table } = await drawn(chart.triangle(found));
  // Chain ladder of domain golden values: 156.923 and 186.406.
  expect(
    table.rows.map(([year, age, value, , , status]) => [
      year,
      age,
      Number(Number(value).toFixed(3)),
      status,
    ]),
  ).toEqual([
    ['2021', 0, 100, 'reported'],
    ['2021', 1, 130, 'reported'],
    ['2021', 2, 136, 'reported'],
    ['2022', 0, 120, 'reported'],
    ['2022', 1, 150, 'reported'],
    ['2022', 2, 156.923, 'expected'],
    ['2023', 0, 140, 'reported'],
    ['2023', 1, 178.182, 'expected'],
    ['2023', 2, 186.406, 'expected'],
  ]);
});

test('a network is drawn by the names of its places and its two spans of time', async () => {
  const network = {
    unit: 'seizure',
    periods: ['2020', '2021', '2022', '2023'],
    from: '2022',
    sites: [
      { site: 'NLRTM', values: [40, 40, 20, 20] },
      { site: 'NLVLI', values: [2, 2, 15, 15] },
      { site: 'BEANR', values: [45, 45, 42, 43] },
    ],
  };
  const found = show(picture, () => methods.waterbed(network), network);
  const { table } = await drawn(chart.waterbed(found));
  expect(table.columns.slice(0, 3)).toEqual(['Place', '2020–2021', '2022–2023']);
  expect(table.rows.map(([place, before, after]) => [place, before, after])).toEqual([
    ['Vlissingen', 4, 30],
    ['Antwerp', 90, 85],
    ['Rotterdam', 80, 40],
  ]);
});

test('ratios and index numbers are drawn side by side, by name', async () => {
  const ratios = {
    NLVLI: show(picture, () => methods.rateRatio(24, 15)),
    BEGNE: show(picture, () => methods.rateRatio(10, 12)),
  };
  const { table } = await drawn(chart.rates(ratios));
  expect(table.rows.map(([name, estimate]) => [name, estimate])).toEqual([
    ['Vlissingen', 1.6],
    ['Ghent', 10 / 12],
  ]);
  const series = {
    subject: 'NLRTM',
    unit: 'kg',
    points: rotterdam.map((value, at) => ({ period: String(2016 + at), value })),
  };
  const index = show(picture, () => methods.chainedIndex([series]));
  expect((await drawn(chart.index({ NLRTM: index }))).title).toMatch(/2016 = 100/);
  const refused = show(picture, () => methods.chainedIndex([series, { ...series, unit: 't' }]));
  expect(await chart.index({ NLRTM: index, BEANR: refused })).toBe(refused);
});

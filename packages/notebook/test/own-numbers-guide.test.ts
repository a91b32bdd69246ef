import { readdirSync, readFileSync } from 'node:fs';
import { methods, show } from '@samenbeeld/notebook';
import { describe, expect, test } from 'vitest';

const docs = new URL('../../../docs/', import.meta.url);
const read = (page: string): string => readFileSync(new URL(page, docs), 'utf8');

const pages = readdirSync(new URL('methods', docs)).filter((name) => name.endsWith('.md'));

test.each(pages)('%s begins with a call that runs', (page) => {
  expect(read(`methods/${page}`)).toMatch(/^# [^\n]+\n\n```ts\n[^`]/);
});

const values = [12, 15, 9, 20, 31, 28, 40, 44, 39, 61];
const years = values.map((_, at) => 2016 + at);
const periods = years.map(String);
const points = periods.map((period, at) => ({ period, value: values[at] as number }));
const series = { subject: 'NLVLI', unit: 'kg', points };
const monthly = Array.from({ length: 72 }, (_, at) => 10 + (at % 12) + ((at * 7) % 5));
const months = monthly.map(
  (_, at) => `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);
const events = values.map((quantity, at) => ({ period: String(2022 + (at % 4)), quantity }));
const moved = { before: 40, after: 20 };
const panel = {
  periods: ['2020', '2021', '2022', '2023'],
  units: ['A', 'B', 'C'].map((name, at) => ({ name, values: [3 + at, 5, 4 + 2 * at, 9] })),
  treated: ['A'],
  from: '2023',
};
const network = {
  ...{ unit: 'seizure', periods: panel.periods, from: '2022' },
  sites: ['NLRTM', 'BEANR'].map((site, at) => ({ site, values: [40, 41 - at, 20, 22 + at] })),
};
const base = { name: 'all', here: 40, everywhere: 400, kind: 'events' } as const;
const strata = [{ count: 10, exposure: 1000, weight: 1 }];
const found = [0, 1, 2, 500, 501, 900].map((x, at) => ({
  ...{ x, y: 0 },
  date: `2024-03-${['01', '02', '01', '20', '21', '11'][at]}`,
}));

/** The calls of the guide's table, as it writes them. */
const calls: Readonly<Record<string, () => object>> = {
  adviseTrend: () => methods.adviseTrend(series, { depth: 'screen' }),
  trendOf: () => methods.trendOf(series),
  mannKendall: () => methods.mannKendall(values, { times: years }),
  senSlope: () => methods.senSlope(values, { times: years }),
  logLinearTrend: () => methods.logLinearTrend(values, { times: years }),
  seasonalMannKendall: () => methods.seasonalMannKendall(monthly, { seasons: 12 }),
  seasonalSenSlope: () => methods.seasonalSenSlope(monthly, { seasons: 12 }),
  changePoints: () => methods.changePoints(values, { periods }),
  joinpoint: () => methods.joinpoint(values, { periods, permutations: 999 }),
  growth: () => methods.growth({ period: '2023', value: 20 }, { period: '2024', value: 34 }),
  yearToDate: () => methods.yearToDate([{ period: '2025-01', value: 3 }], '2025-08'),
  poissonRate: () => methods.poissonRate(3, 120),
  proportion: () => methods.proportion(130, 1127, { per: 1000 }),
  rateRatio: () => methods.rateRatio(24, 15, { exposures: [365, 366] }),
  standardisedRate: () => methods.standardisedRate(strata),
  overDispersion: () => methods.overDispersion(values),
  bootstrapQuantity: () => methods.bootstrapQuantity([2, 0.5, null, 4]),
  sizeBands: () => methods.sizeBands([2, 0.5, null]),
  sizeClassShift: () => methods.sizeClassShift([2, 0.5, null], [20, 5]),
  topShare: () => methods.topShare({ events }),
  restsOnFinds: () => methods.restsOnFinds({ events }),
  largestShare: () => methods.largestShare({ events }),
  leaveLargestOut: () => methods.leaveLargestOut({ events }),
  cochranArmitage: () =>
    methods.cochranArmitage([22, 17, 13], [91, 106, 94], { groups: ['2021', '2022', '2023'] }),
  farrington: () => methods.farrington(monthly, { periods: months }),
  ears: () => methods.ears(monthly, { periods: months }),
  poissonCusum: () => methods.poissonCusum(monthly, { expected: 18, periods: months }),
  gapChart: () => methods.gapChart([41, 63, 28, 55, 70, 39]),
  nowcast: () => methods.nowcast([[100, 130, 136], [120, 150], [140]]),
  decompose: () => methods.decompose(monthly, { period: 12 }),
  forecast: () => methods.forecast(monthly, { period: 12 }),
  waterbed: () => methods.waterbed(network),
  displacementQuotient: () => methods.displacementQuotient(moved, moved, moved),
  displacement: () =>
    methods.displacement({ treated: moved, control: moved, buffer: moved, bufferControl: moved }),
  interruptedSeries: () =>
    methods.interruptedSeries(
      { ...series, points: months.map((period, at) => ({ period, value: monthly[at] as number })) },
      { from: '2022-06', change: 'level' },
    ),
  differenceInDifferences: () => methods.differenceInDifferences(panel),
  syntheticControl: () => methods.syntheticControl(panel),
  chainedIndex: () =>
    methods.chainedIndex([
      { subject: 'old', unit: 'kg', points: points.slice(0, 5) },
      { subject: 'new', unit: 'kg', points: points.slice(4) },
    ]),
  concentration: () => methods.concentration([25900, 8939, 3725]),
  locationQuotient: () => methods.locationQuotient({ here: 20, everywhere: 100 }, [base]),
  rankPhenomena: () =>
    methods.rankPhenomena(
      [3, 1],
      [
        {
          country: 'BE',
          judges: [
            {
              scores: [
                [5, 2],
                [3, 3],
              ],
            },
          ],
        },
      ],
    ),
  nearRepeat: () => methods.nearRepeat(found, { distances: [10], days: [7] }),
};

describe('the guide to trends', () => {
  const guide = read('guide/trends.md');
  const [, table = ''] = guide.split('## Numbers of your own');

  test('says what each method takes that it names elsewhere', () => {
    const rows = [...table.matchAll(/^\| (.*?) \| `\(/gm)].map(([, asked = '']) => asked);
    const told = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(new Set(told)).toEqual(new Set(Object.keys(calls)));
    const named = [...guide.matchAll(/`methods\.(\w+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in calls))).toEqual([]);
  });

  test.each(Object.keys(calls))('%s is shown as the guide calls it', (name) => {
    const shown = show(calls[name] as () => ReturnType<typeof methods.poissonRate>);
    expect(['finding', 'shown-table']).toContain(shown.kind);
    expect(shown.outputs()[0]?.['text/plain']).toMatch(/^TLP:AMBER\+STRICT/);
  });
});

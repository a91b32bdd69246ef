import { answered, chart, methods, show } from '@samenbeeld/notebook';
import { formatPeriod, parsePeriod } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const values = [10, 14, 19, 26, 31, 40, 44, 52, 61, 70];
const periods = values.map((_, at) => String(2016 + at));
const points = periods.map((period, at) => ({ period, value: values[at] as number }));
const foundIn = { periods, values };
const series = { subject: 'NLVLI', unit: 'kg', points };

test('a trend in numbers of your own is drawn as that of a selection', async () => {
  const found = show(() => methods.adviseTrend(series, { depth: 'screen' }), { foundIn });
  const { title, table } = answered(await chart.trend(found));
  expect(title).toBe('Vlissingen');
  expect(table.rows).toHaveLength(10);
  const segments = answered(await chart.segments(found));
  expect(segments.title).toMatch(/^Vlissingen: /);
  const slope = () => methods.senSlope(values, { times: periods.map(Number) });
  expect(answered(await chart.trend(show(slope, { foundIn }))).svg).toContain('<svg');
});

test('quarters are drawn in stretches', async () => {
  const quarters = periods.map((_, at) => `${2020 + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
  const own = {
    ...series,
    points: points.map(({ value }, at) => ({ period: quarters[at] as string, value })),
  };
  const found = show(() => methods.trendOf(own), { foundIn: { periods: quarters, values } });
  expect(answered(await chart.trend(found)).table.rows.map(([period]) => period)).toEqual(
    quarters.map((code) => formatPeriod(parsePeriod(code), 'en')),
  );
});

test('other findings are no trend to draw; a trend is not drawn without its figures', async () => {
  const test = show(() => methods.mannKendall(values), { foundIn });
  await expect(chart.trend(test as never)).rejects.toThrow(
    'or what `methods.adviseTrend`, `methods.trendOf` or `methods.senSlope` found in numbers of your own, not mann_kendall.',
  );
  await expect(chart.segments(test as never)).rejects.toThrow(
    '`chart.segments` draws what `changePoints`, `joinpoint` or `adviseTrend` found, not mann_kendall.',
  );
  await expect(chart.trend(show(() => methods.trendOf(series)))).rejects.toThrow(
    'A finding does not carry the figures it was found in.',
  );
});

import { answered, chart, methods, show } from '@samenbeeld/notebook';
import { formatPeriod, parsePeriod } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const weeks = [4, 3, 6, 2, 5, 4, 9, 8, 11, 7];
const periods = weeks.map((_, at) => `2024-W${String(at + 1).padStart(2, '0')}`);

test('a cumulative sum is drawn with the count that would raise an alarm at each period', async () => {
  const ask = () => methods.poissonCusum(weeks, { expected: 4, times: 7 / 4, periods });
  const found = show(ask);
  const { reference, threshold, alarmPeriods } = answered(found).finding.details;
  const { table } = answered(await chart.alarms(found));
  const bounds = table.rows.map(([, , , bound]) => Number(bound));
  // By hand: nothing is summed before the first count; before the eighth there is 9 - k.
  expect(bounds[0]).toBeCloseTo(threshold + (reference ?? 0), 9);
  expect(bounds[7]).toBeCloseTo(threshold + 2 * (reference ?? 0) - 9, 9);
  const shown = table.rows.filter((row) => row.includes('yes')).map(([period]) => period);
  const alarmed = alarmPeriods.split(' ');
  expect(shown).toEqual(alarmed.map((code) => formatPeriod(parsePeriod(code), 'en')));
  for (const [at, bound] of bounds.entries())
    expect(Number(weeks[at]) >= bound - 1e-9).toBe(alarmed.includes(periods[at] as string));
});

test('a sum that goes on after an alarm is told from one that starts anew', async () => {
  const ask = () =>
    methods.poissonCusum(weeks, { expected: 4, times: 7 / 4, periods, restart: false });
  const { table } = answered(await chart.alarms(show(ask)));
  for (const [at, [, count, , bound, alarm]] of table.rows.entries())
    expect([at, Number(count) >= Number(bound) - 1e-9]).toEqual([at, alarm === 'yes']);
});

test('a chart of gaps has no counts to draw, and says what has', async () => {
  const gaps = show(() => methods.gapChart([41, 63, 28, 55, 70, 39, 44, 61, 2, 1, 3]));
  await expect(chart.alarms(gaps as never)).rejects.toThrow(
    '`chart.alarms` draws counts by period: what `farrington`, `ears` or `poissonCusum` found, not gap_chart.',
  );
});

import { type AlarmPoint, alarmChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { drawnBy, layersOf, wordsOf } from '../layers-of.ts';

const points: readonly AlarmPoint[] = [
  { period: '2024-01', count: 3, expected: null, upper: null, alarm: false },
  { period: '2024-02', count: 4, expected: 4, upper: 9, alarm: false },
  { period: '2024-03', count: 13, expected: 4.2, upper: 9.3, alarm: true },
  { period: '2024-05', count: 5, expected: 4.1, upper: 9.2, alarm: false, provisional: true },
];
const chart = alarmChart(points, { language: 'en' });

describe('alarmChart', () => {
  test('an alarm has a triangle, a colour of its own and its count', () => {
    const triangles = layersOf(chart).filter(({ mark }) => mark['shape'] === 'triangle-down');
    expect(triangles.flatMap(({ data }) => data.values.map(({ count }) => count))).toEqual([13]);
    expect(wordsOf(chart)).toContain('13');
    expect(wordsOf(chart)).not.toContain('4');
    expect(chart.title).toBe('1 count above the bound');
  });

  test('what was not evaluated is hatched, and so is a month without a figure', () => {
    const stretches = drawnBy(chart, 'rect');
    expect(stretches).toHaveLength(2);
    const [first, absent] = stretches.map(({ from, to }) => [Number(from), Number(to)] as const);
    expect(first?.[0]).toBeCloseTo(0, 9);
    expect(absent?.[0]).toBeCloseTo(3 * (first?.[1] ?? 0), 9);
    expect(chart.caption).toContain('Hatched: not evaluated, or no figure.');
  });

  test('expected and bound are steps that stop at a gap', () => {
    const [expected] = layersOf(chart).filter(({ mark }) => mark.type === 'line');
    expect(new Set(expected?.data.values.map(({ run }) => run)).size).toBe(2);
  });

  test('what is provisional is hollow where bars are wide, pale where they are thin', () => {
    expect(chart.caption).toContain('Hollow bar: provisional.');
    const many = Array.from({ length: 300 }, (_, at) => ({
      period: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      count: 2,
      expected: 2,
      upper: 5,
      alarm: false,
      provisional: at > 290,
    }));
    expect(alarmChart(many, { language: 'en', width: 340 }).caption).toContain(
      'Pale bar: provisional.',
    );
  });

  test('the caption tells how many alarms chance alone gives', () => {
    const { caption } = alarmChart(points, { language: 'en', falseAlarms: 0.234 });
    expect(caption).toContain('Even if nothing changed, about 0.23 alarms are to be expected');
    expect(chart.caption).not.toContain('Even if nothing changed');
  });

  test('no alarm is said as such', () => {
    expect(alarmChart(points.slice(0, 2), { language: 'en' }).title).toBe(
      'No count above the bound',
    );
  });

  test('the table keeps what was not evaluated', () => {
    expect(chart.table.rows).toEqual([
      ['January 2024', 3, null, null, '', 'not evaluated'],
      ['February 2024', 4, 4, 9, '', ''],
      ['March 2024', 13, 4.2, 9.3, 'yes', ''],
      ['May 2024', 5, 4.1, 9.2, '', 'provisional'],
    ]);
  });

  test('refuses a count that is no number', () => {
    const [first] = points;
    expect(() =>
      alarmChart(first ? [{ ...first, count: Number.NaN }] : [], { language: 'en' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null in 2024-01, found NaN. Repair: give null where there is no number, and say why in the caption]`,
    );
  });
});

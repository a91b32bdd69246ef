import { segmentChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { drawnBy, layersOf, wordsOf } from '../layers-of.ts';

const note = { nl: 'nieuwe regel', fr: 'nouvelle règle', de: 'neue Regel', en: 'new rule' };
const values = [4, 6, null, 5, 19, 21].map((value, at) => ({ period: String(2018 + at), value }));
const segments = [
  { from: '2018', to: '2021', start: 5, end: 5 },
  { from: '2022', to: '2023', start: 20, end: 20 },
];
const suggested = [{ period: '2022', low: '2021', high: '2023' }];
const options = { language: 'en', segments, suggested } as const;

describe('segmentChart', () => {
  test('a missing year is a gap: the line has two stretches', () => {
    const [line] = layersOf(segmentChart(values, options)).filter(
      ({ mark }) => mark.type === 'line',
    );
    expect(line?.data.values.map(({ at, run }) => [at, run])).toEqual([
      [2018, 0],
      [2019, 0],
      [2021, 1],
      [2022, 1],
      [2023, 1],
    ]);
  });

  test('the table behind it has parts of years in words', () => {
    const months = values.map(({ value }, at) => ({ period: `2024-0${at + 1}`, value }));
    const rowsIn = (language: 'nl' | 'fr') =>
      segmentChart(months, { language, segments: [] }).table.rows.map(([period]) => period);
    expect(rowsIn('nl').slice(3)).toEqual(['april 2024', 'mei 2024', 'juni 2024']);
    expect(rowsIn('fr')[3]).toBe('avril 2024');
  });

  test('a level covers its whole years', () => {
    const levels = layersOf(segmentChart(values, options)).filter(
      ({ mark }) => mark.type === 'line' && mark['strokeWidth'] === 2.5,
    );
    expect(levels.map(({ data }) => data.values.map(({ at, value }) => [at, value]))).toEqual([
      [
        [2017.5, 5],
        [2021.5, 5],
      ],
      [
        [2021.5, 20],
        [2023.5, 20],
      ],
    ]);
  });

  test('a suggested break is dashed and says so; a declared one is solid with its note', () => {
    const chart = segmentChart(values, { ...options, breaks: [{ period: '2020', note }] });
    const flags = layersOf(chart).filter(({ data }) => data.values.some((one) => 'kind' in one));
    const [declared, dashed] = flags.filter(({ mark }) => mark.type === 'rule');
    expect(declared?.mark['strokeDash']).toBeUndefined();
    expect(declared?.data.values.map(({ lines }) => lines)).toEqual([['new rule']]);
    expect(dashed?.mark['strokeDash']).toEqual([5, 3]);
    expect(dashed?.data.values.map(({ lines }) => lines)).toEqual([['suggested: from 2022']]);
    expect(chart.caption).toContain('not an established fact');
    expect(chart.caption).toContain('Solid rule: break that the source declares.');
  });

  test('the range of a suggested break is a band around it below the axis', () => {
    const chart = segmentChart(values, options);
    const [band] = drawnBy(chart, 'rect');
    const period = (Number(band?.['to']) - Number(band?.['from'])) / 2;
    expect(Number(band?.['at']) - Number(band?.['from'])).toBeCloseTo(period, 9);
    expect(
      drawnBy(segmentChart(values, { ...options, suggested: [{ period: '2022' }] }), 'rect'),
    ).toEqual([]);
  });

  test('no break is a result: the title says so and nothing is dashed', () => {
    const evidence = {
      nl: 'n',
      fr: 'f',
      de: 'd',
      en: 'The cost falls by 1.2, the penalty is 4.6.',
    };
    const chart = segmentChart(values, {
      language: 'en',
      segments: segments.slice(0, 1),
      evidence,
    });
    expect(chart.title).toBe('No break suggested in this series');
    expect(chart.caption).toContain('The cost falls by 1.2, the penalty is 4.6.');
    expect(chart.caption).not.toContain('Dashed');
  });

  test('joined lines turn on a period, and a constant percentage bends on a linear axis', () => {
    const joined = [{ from: '2018', to: '2020', start: 10, end: 40 }];
    const chart = segmentChart(values, {
      language: 'en',
      fit: 'log_linear',
      segments: joined,
      suggested,
    });
    const [curve] = layersOf(chart).filter(({ mark }) => mark['strokeWidth'] === 2.5);
    const middle = curve?.data.values.find(({ at }) => at === 2019);
    expect(middle?.['value']).toBeCloseTo(20, 9);
    expect(wordsOf(chart)).toContain('suggested: 2022');
    expect(chart.table.rows[1]?.[4]).toBeCloseTo(20, 9);
  });

  test('zero stands at the edge of a logarithmic axis', () => {
    const zero = [...values, { period: '2024', value: 0 }];
    const chart = segmentChart(zero, { ...options, log: true });
    const triangles = layersOf(chart).filter(({ mark }) => mark['shape'] === 'triangle-down');
    expect(triangles.flatMap(({ data }) => data.values.map(({ at }) => at))).toEqual([2024]);
    expect(chart.caption).toContain('zero, which has no place on this scale');
    expect(chart.table.rows.at(-1)?.[1]).toBe(0);
  });

  test('the table tells the fit and the breaks', () => {
    const { rows } = segmentChart(values, { ...options, breaks: [{ period: '2020', note }] }).table;
    expect(rows[2]).toEqual(['2020', null, null, null, 5, 'new rule', '']);
    expect(rows[4]).toEqual(['2022', 19, null, null, 20, 'suggested (2021–2023)', '']);
  });

  test('a break declared by its day stands where that day lies, and only within the series', () => {
    const rules = (period: string) =>
      drawnBy(segmentChart(values, { ...options, breaks: [{ period, note }] }), 'rule')
        .filter(({ kind }) => kind === 'declared')
        .map(({ x }) => Number(x));
    const [start = 0] = rules('2020-01-01');
    const [middle = 0] = rules('2020-07-01');
    const [next = 0] = rules('2021');
    expect(rules('2020')).toEqual([start]);
    expect(middle).toBeCloseTo((start + next) / 2, 6);
    expect(rules('2017-05-01')).toEqual([]);
    expect(rules('2031')).toEqual([]);
    const { table } = segmentChart(values, {
      ...options,
      breaks: [{ period: '2020-07-01', note }],
    });
    expect(table.rows[2]?.[5]).toBe('new rule');
  });

  test('the order of the values does not matter', () => {
    expect(segmentChart([...values].reverse(), options).spec).toEqual(
      segmentChart(values, options).spec,
    );
  });

  test('refuses what cannot be drawn', () => {
    const draw = (all: readonly { period: string; value: number }[]) => () =>
      segmentChart(all, options);
    expect(draw([{ period: '2020', value: Number.NaN }])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null in 2020, found NaN. Repair: give null where there is no number, and say why in the caption]`,
    );
    expect(
      draw([
        { period: '2020', value: 1 },
        { period: '2020', value: 2 },
      ]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected one value per period, found 2020 twice. Repair: draw each series apart, or settle the two values first]`,
    );
    expect(
      draw([
        { period: '2020', value: 1 },
        { period: '2020-07', value: 2 },
      ]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected periods of one length, found years and months. Repair: draw years, months and weeks in charts of their own]`,
    );
    expect(draw([{ period: '2018-05..2022-05', value: 1 }])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a whole year, half, quarter, month, week or day, found "2018-05..2022-05". Repair: give each value its calendar period]`,
    );
    expect(() =>
      segmentChart([], { language: 'en', segments: [] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a chart over time needs at least one period]`,
    );
  });
});

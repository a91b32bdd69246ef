import { memberChart, totalChart } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';
import { northSeaPort } from './totals.ts';

interface Drawn {
  readonly row: string;
  readonly state: string;
  readonly likely: number | null;
  readonly highest: number | null;
  readonly open: boolean;
  readonly words: string;
}

function rowsOf(options: Partial<Parameters<typeof totalChart>[1]> = {}): readonly Drawn[] {
  const { spec } = totalChart(northSeaPort, { language: 'en', ...options });
  const [layer] = (spec as unknown as { layer: readonly { data: { values: readonly Drawn[] } }[] })
    .layer;
  return layer?.data.values ?? [];
}

const drawn = (year: string, options = {}) => rowsOf(options).find(({ row }) => row === year);

describe('totalChart', () => {
  test('2022 is a dot with an open end: the highest total is not known', () => {
    expect(drawn('2022')).toMatchObject({
      state: 'reported',
      likely: 4776,
      open: true,
      words: '4,776',
    });
  });

  test('counts of services each for itself are a range, and no contradiction', () => {
    const [total] = northSeaPort.filter(({ period }) => period === '2022');
    if (!total) throw new Error('no 2022');
    const reported = { lowest: 84, likely: 'undecided', highest: 154 } as const;
    const members = total.members.map((member) => ({ ...member, state: 'apart' as const }));
    const chart = totalChart([{ ...total, reported, members }], { language: 'en' });
    expect(chart.table.rows[0]?.[2]).toBe('counted apart');
    const { layer } = chart.spec as unknown as {
      layer: readonly { data: { values: readonly Drawn[] } }[];
    };
    expect(layer[0]?.data.values[0]).toMatchObject({
      state: 'reported',
      likely: null,
      words: '84–154 · counted apart',
    });
  });

  test('what a model weighs is told in whole kilograms, rounded away from each other, as the words beside it', () => {
    const [total] = northSeaPort.filter(({ period }) => period === '2022');
    if (!total) throw new Error('no 2022');
    const told = (lowest: number, highest: number | null, method?: object) => {
      const reported = { lowest, likely: lowest, highest };
      const members = total.members.map((one) => ({ ...one, ...reported, state: 'reported' }));
      const one = { ...total, reported, members, ...(method && { method }) } as typeof total;
      const names = { language: 'en', names: {} } as const;
      return [totalChart([one], names), memberChart([one], names)].map((chart) =>
        JSON.stringify(chart.spec),
      );
    };
    for (const spec of told(4749.939, 4753.931, {})) {
      expect(spec).toContain('"4,749–4,754"');
      expect(spec).not.toContain('4,749.939');
    }
    for (const spec of told(4749.939, 4753.931)) expect(spec).toContain('"4,749.939–4,753.931"');
    for (const spec of told(29.7, 31.2, {})) expect(spec).toContain('"29.7–31.2"');
    expect(told(1990.513, null, {})[0]).toContain('"1,990 or more"');
  });

  test('an undecided year has no dot', () => {
    expect(drawn('2021')).toMatchObject({
      state: 'undecided',
      likely: null,
      words: '606 or more · undecided',
    });
    expect(drawn('2023')).toMatchObject({
      state: 'undecided',
      likely: null,
      words: '11,500–15,000 · undecided',
    });
  });

  test('single finds are a floor', () => {
    expect(drawn('2018')).toMatchObject({
      state: 'floor',
      likely: null,
      highest: null,
      words: '1,500 or more · only a lower limit',
    });
  });

  test('a year without a total is a gap with its label', () => {
    expect(drawn('2017', { periods: ['2017', '2018'] })).toMatchObject({
      state: 'none',
      words: 'no figure',
    });
  });

  test('a year that is missing between others is a gap', () => {
    const { table } = totalChart(
      northSeaPort.filter(({ period }) => period !== '2020'),
      { language: 'en' },
    );
    expect(table.rows.find(([year]) => year === '2020')).toEqual([
      '2020',
      null,
      null,
      null,
      null,
      null,
      'none',
    ]);
  });

  test('a provisional year says so', () => {
    expect(drawn('2025', { provisional: ['2025'] })?.words).toBe('7,292 (provisional)');
  });

  test('a known ceiling closes the end', () => {
    const closed = northSeaPort.map((total) => ({ ...total, total: { atLeast: 1, atMost: 9999 } }));
    const { spec } = totalChart(closed, { language: 'en' });
    expect(JSON.stringify(spec)).not.toContain('"open":true');
  });

  test('the table is the table of the report', () => {
    const { table } = totalChart(northSeaPort, { language: 'nl' });
    expect(table.rows.find(([year]) => year === '2022')).toEqual([
      '2022',
      4776,
      4776,
      4776,
      4776,
      null,
      'onvolledig',
    ]);
    expect(table.rows.find(([year]) => year === '2021')?.[2]).toBe('onbeslist');
  });

  test('the order of the totals does not matter', () => {
    const reversed = totalChart([...northSeaPort].reverse(), { language: 'en' });
    expect(reversed.spec).toEqual(totalChart(northSeaPort, { language: 'en' }).spec);
  });

  test('a unit that is a word stands below the last value, where it is not cut off', () => {
    const words = (unit: string) => {
      const totals = northSeaPort.map((total) => ({ ...total, unit }));
      const spec = JSON.stringify(totalChart(totals, { language: 'nl', width: 340 }).spec);
      return [
        /"bottom":(\d+)/u.exec(spec)?.[1],
        spec.includes('[datum.label, \\"inbeslagnames\\"]'),
      ];
    };
    expect(words('seizure')).toEqual(['40', true]);
    expect(words('kg')).toEqual(['26', false]);
  });
});

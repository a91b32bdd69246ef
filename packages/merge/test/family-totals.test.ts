import { jointTotals, toClaims } from '@samenbeeld/merge';
import { type Observation, parsePeriod } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { claimRow } from './claim-row.ts';

/** A cell of a table about a kind of cocaine in Luxembourg. */
function part(id: string, substance: string, over: Partial<Observation> = {}): Observation {
  return claimRow(id, {
    publication: null,
    source: 'table',
    place: 'LU',
    basis: 'seized_in_territory',
    agencies: ['LU_POL'],
    substance,
    value: 10,
    ...over,
  });
}

/** Values of the family's figures, with their upper ends. */
function families(...rows: readonly Observation[]) {
  return toClaims(rows, { metric: 'quantity', unit: 'kg' })
    .filter(({ substance }) => substance === 'COC')
    .map(({ value, wording, interval, publishedOn }) => [
      value,
      wording,
      interval.high === null ? 'open' : 'closed',
      publishedOn,
    ]);
}

describe('the parts of a family in a table', () => {
  it('make its figure', () => {
    expect(families(part('a', 'COC_HCL'), part('b', 'COC_CRACK', { value: 2 }))).toEqual([
      [12, 'unmarked', 'closed', '2023-01'],
    ]);
  });

  it('are added within one release only', () => {
    const later = { publishedOn: '2024-01' };
    expect(
      families(
        part('a', 'COC_HCL'),
        part('b', 'COC_CRACK', { value: 2 }),
        part('c', 'COC_HCL', { value: 11, ...later }),
        part('d', 'COC_CRACK', { value: 3, ...later }),
      ).sort(),
    ).toEqual([
      [12, 'unmarked', 'closed', '2023-01'],
      [14, 'unmarked', 'closed', '2024-01'],
    ]);
  });

  it.each(['suppressed', 'below_threshold', 'pending', 'not_reported'] as const)(
    'are a floor where one of them is %s',
    (missing) => {
      const hidden = part('b', 'COC_CRACK', { value: null, missing });
      expect(families(part('a', 'COC_HCL'), hidden)).toEqual([[10, 'floor', 'open', '2023-01']]);
    },
  );

  it('are whole where one does not apply, or is suppressed in another release or year only', () => {
    const none = { value: null, missing: 'suppressed' } as const;
    const rows = [
      part('b', 'COC_CRACK', { value: null, missing: 'not_applicable' }),
      part('c', 'COC_CRACK', { ...none, publishedOn: '2024-01' }),
      part('d', 'COC_CRACK', { ...none, periodStart: '2021-01-01', periodEnd: '2021-12-31' }),
    ];
    expect(families(part('a', 'COC_HCL'), ...rows)).toEqual([
      [10, 'unmarked', 'closed', '2023-01'],
    ]);
  });

  it('make none where they are counted under two rules', () => {
    expect(
      families(
        part('a', 'COC_HCL', { definition: 'weighed' }),
        part('b', 'COC_CRACK', { definition: 'estimated' }),
      ),
    ).toEqual([]);
  });
});

describe('the parts of a year in a table', () => {
  const asked = {
    ...{ complex: 'LU', substance: 'COC', basis: 'seized_in_territory', metric: 'quantity' },
    ...{ unit: 'kg', years: [2022] },
  };
  const ofPeriod = (code: string, value: number, over: Partial<Observation> = {}): Observation => {
    const { start: periodStart, end: periodEnd, freq } = parsePeriod(code);
    return part(code, 'COC', {
      ...{ periodStart, periodEnd, freq, value, wording: 'exact', publishedOn: null },
      ...over,
    });
  };
  const months = Array.from({ length: 12 }, (_, at) =>
    ofPeriod(`2022-${String(at + 1).padStart(2, '0')}`, at + 0.5),
  );
  const quarters = [10, 20, 30, 40].map((value, at) => ofPeriod(`2022-Q${at + 1}`, value));
  const yearOf = (rows: readonly Observation[]) => {
    const [total] = jointTotals(rows, asked).totals;
    return [total?.status, total?.reported.lowest, total?.reported.likely, total?.reported.highest];
  };
  it.each([
    ['twelve months', months, 72],
    ['four quarters', quarters, 100],
    ['two halves', [ofPeriod('2022-S1', 3), ofPeriod('2022-S2', 4)], 7],
  ])('make it: %s', (_, rows, sum) => {
    expect(yearOf(rows)).toEqual(['complete', sum, sum, sum]);
  });
  it.each([
    ['one is missing', months.slice(1)],
    [
      'one has no value',
      months.map((row, at) =>
        at === 3 ? { ...row, value: null, missing: 'not_reported' as const } : row,
      ),
    ],
    [
      'one follows another rule',
      months.map((row, at) => (at === 3 ? { ...row, definition: 'other' } : row)),
    ],
    [
      'one is of another table',
      months.map((row, at) => (at === 3 ? { ...row, source: 'other' } : row)),
    ],
    ['one is provisional', months.map((row, at) => (at === 11 ? { ...row, status: 'P' } : row))],
    [
      'they were published before the year was over',
      months.map((row) => ({ ...row, publishedOn: '2022-11' })),
    ],
    [
      'they stand in a newspaper',
      months.map((row) => ({ ...row, publication: 'https://example.org/a' })),
    ],
  ])('do not where %s', (_, rows) => {
    expect(yearOf(rows)[0]).toBe('partial');
  });
  it('say nothing beside the figure that the table gives itself', () => {
    const whole = ofPeriod('2022', 80);
    expect(yearOf([...months, whole])).toEqual(['complete', 80, 80, 80]);
  });
});

import { growth, mannKendall, yearToDate } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const months = [2023, 2024, 2025].flatMap((year) =>
  Array.from({ length: year === 2025 ? 8 : 12 }, (_, i) => ({
    period: `${year}-${String(i + 1).padStart(2, '0')}`,
    value: year - 2020 + i,
  })),
);

describe('yearToDate', () => {
  it('sums each year to the same month', () => {
    expect(yearToDate(months, '2025-08')).toEqual([
      { period: '2023-01..2023-08', value: 8 * 3 + 28, missing: [] },
      { period: '2024-01..2024-08', value: 8 * 4 + 28, missing: [] },
      { period: '2025-01..2025-08', value: 8 * 5 + 28, missing: [] },
    ]);
  });

  it('sums nothing where a part is missing, and names it', () => {
    const gaps = months
      .filter(({ period }) => period !== '2024-02')
      .map((point) => (point.period === '2023-05' ? { ...point, value: null } : point));
    expect(yearToDate(gaps, '2025-08').map(({ value, missing }) => [value, missing])).toEqual([
      [null, ['2023-05']],
      [null, ['2024-02']],
      [68, []],
    ]);
  });

  it('takes quarters and halves', () => {
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2025-Q1', '2025-Q2'].map((period, i) => ({
      period,
      value: 0.1 * (i + 1),
    }));
    expect(yearToDate(quarters, '2025-Q2')).toEqual([
      { period: '2024-01..2024-06', value: 0.3, missing: [] },
      { period: '2025-01..2025-06', value: 0.9, missing: [] },
    ]);
    expect(yearToDate(quarters, '2025-Q3')[1]).toMatchObject({ value: null, missing: ['2025-Q3'] });
    expect(yearToDate([{ period: '2025-S1', value: 4 }], '2025-S1')).toEqual([
      { period: '2025-01..2025-06', value: 4, missing: [] },
    ]);
  });

  it('gives what growth and mannKendall take', () => {
    const [, before, now] = yearToDate(months, '2025-08');
    const side = (one: typeof now) => ({ period: one?.period ?? '', value: one?.value ?? 0 });
    expect(growth(side(before), side(now)).details.difference).toBe(8);
    expect(mannKendall(yearToDate(months, '2025-08').map(({ value }) => value)).n).toBe(3);
  });

  it('refuses mixed, partial and doubled periods', () => {
    expect(() =>
      yearToDate([{ period: '2025-Q1', value: 1 }], '2025-03'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series mixes frequencies: 2025-Q1 and 2025-03. Pass periods of one length, and end with one of them.]`,
    );
    expect(() =>
      yearToDate([{ period: '2025-03', value: 1, partial: true }], '2025-03'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series holds a partial period: 2025-03. End with the last period that is complete.]`,
    );
    expect(() =>
      yearToDate([...months, { period: '2025-08', value: 1 }], '2025-08'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected one value for 2025-08, found two. Repair: keep one value per period]`,
    );
    expect(() => yearToDate(months, '2025')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`upTo\` must be a month, quarter or half, got 2025]`,
    );
    expect(() =>
      yearToDate([{ period: '2025-01', value: Number.NaN }], '2025-01'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null in 2025-01, found NaN. Repair: use null where a period is missing, and say why in the source]`,
    );
    expect(yearToDate([], '2025-08')).toEqual([]);
  });
});

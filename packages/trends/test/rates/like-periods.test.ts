import { likePeriods } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

describe('likePeriods', () => {
  it.each([
    [['2023', '2024', '2025']],
    [['2023-S2', '2025-S2']],
    [['2024-Q3', '2025-Q3']],
    [['2024-02', '2025-02']],
    [['2024-01..2024-08', '2025-01..2025-08']],
    [['2024-W05', '2025-W05']],
    [['2018-05..2022-05', '2013-05..2017-05']],
    [['2024-02-29', '2025-02-28']],
    [[]],
  ])('%j are alike', (codes) => {
    expect(likePeriods(codes).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    [['2024-S1', '2024-S2']],
    [['2024', '2025-S1']],
    [['2024-Q1', '2024-Q2']],
    [['2024-01..2024-08', '2025-01..2025-07']],
    [['2024', '2025-01..2025-08']],
    [['2024-W05', '2025-W06']],
    [['2023', '2023-01..2024-12']],
  ])('%j are not', (codes) => {
    expect(() => likePeriods(codes)).toThrow(
      expect.objectContaining({ name: 'RefusalError', dimension: 'period' }),
    );
  });

  it('says what would be', () => {
    expect(() => likePeriods(['2024-S1', '2024-S2'])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: 2024-S1 and 2024-S2 are not like periods. Compare 2024-S1 with the same part of another year.]`,
    );
    expect(() => likePeriods(['2024', 'last year'])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: "last year": expected a year, half, quarter, month, week, day or range. Repair: correct the cell, or describe how the file writes its periods]`,
    );
  });
});

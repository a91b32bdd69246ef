import { farrington } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { same, uppers } from './as-in-r.ts';

// Expected values: R 4.2.2, surveillance 1.20.3, upper bounds of algo.farrington and farringtonFlexible printed to six digits.

describe('Farrington 1996 equals algo.farrington, the improved method farringtonFlexible', () => {
  it('monthly counts', () => {
    // biome-ignore format: data
    const months = [
      23, 28, 31, 25, 24, 23, 14, 13, 14, 17, 15, 21, 27, 25, 29, 30, 29, 20, 18, 17, 11, 14, 19, 25, 25, 30, 33, 27, 26, 24, 22, 14,
      15, 18, 17, 23, 29, 34, 30, 56, 30, 21, 19, 18, 19, 16, 21, 27, 26, 31, 34, 35, 27, 25, 23, 16, 17, 20, 25, 24, 30, 35, 31, 32,
      32, 30, 21, 20, 21, 17, 22, 28, 34, 32, 36, 37, 29, 27, 25, 24, 18, 21, 26, 25, 32, 37, 40, 34, 33, 49, 22, 21, 22, 25, 24, 60,
    ];
    const periods = months.map(
      (_, i) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
    const monthly = { periods, examine: 12, yearsBack: 4, alpha: 0.01 };
    const first = farrington(months, monthly);
    expect(first.details.alarmPeriods).toBe('2025-06 2025-12');
    same(
      uppers(first),
      [
        45.04884, 48.101079, 50.290738, 48.761597, 45.715398, 40.253292, 35.724461, 33.129605,
        31.549444, 33.128643, 36.438137, 41.187411,
      ],
    );
    // noPeriods = 4, pastWeeksNotIncluded = 6, weightsThreshold = 2.58, pThresholdTrend = 1
    const improved = { ...monthly, method: 'noufaily' as const };
    same(
      uppers(farrington(months, { ...improved, thresholdMethod: 'delta' })),
      [
        47.144377, 50.535498, 52.447098, 50.885857, 47.427284, 42.258048, 37.647696, 34.169623,
        32.641019, 35.016225, 38.473966, 43.787395,
      ],
    );
    same(uppers(farrington(months, improved)), [47, 50, 52, 51, 47, 42, 37, 34, 32, 35, 38, 44]);
    same(
      uppers(farrington(months, { ...improved, thresholdMethod: 'muan' })),
      [48, 52, 53, 52, 48, 43, 38, 35, 33, 36, 39, 44],
    );
  });

  it('daily counts', () => {
    // b = 3, w = 10, noPeriods = 10, pastWeeksNotIncluded = 182, alpha = 0.01, range = 1498:1500
    const days = Array.from({ length: 1500 }, (_, i) => {
      const extra = i === 1299 ? 14 : i === 1499 ? 11 : null;
      return (
        extra ??
        (((i + 1) * 7919) % 5) + Math.round(2 + 2 * Math.cos((2 * Math.PI * (i + 1)) / 365))
      );
    });
    const daily = farrington(days, {
      method: 'noufaily',
      frequency: 365,
      examine: 3,
      yearsBack: 3,
      halfWindow: 10,
      thresholdMethod: 'delta',
      alpha: 0.01,
    });
    same(uppers(daily), [11.968143, 11.827817, 11.687854]);
  });
});

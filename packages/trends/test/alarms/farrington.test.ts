import { farrington } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { same, uppers } from './as-in-r.ts';
import { agona, newport, weeks } from './salmonella.ts';

// Monthly and daily counts in farrington.slow.test.ts. Expected values: R 4.2.2, surveillance 1.20.3, upper bounds of algo.farrington and farringtonFlexible printed to six digits.

const week = (from: number): { readonly frequency: 52; readonly examine: number } => ({
  frequency: 52,
  examine: 312 - from + 1,
});

describe('Farrington 1996 equals algo.farrington', () => {
  // control = list(b = 4, w = 3, range = 270:312, alpha = 0.01)
  const result = farrington(agona, { ...week(270), yearsBack: 4, halfWindow: 3, alpha: 0.01 });

  it('alarms at weeks 284 and 285', () => {
    expect(result.details.alarmPeriods).toBe('284 285');
  });

  it('upper bounds', () => {
    // biome-ignore format: data
    same(uppers(farrington(agona, { ...week(270), yearsBack: 4, halfWindow: 3, alpha: 0.01, limit54: [0, 4] })), [
      7.790494, 7.145824, 7.529976, 7.293788, 6.026071, 5.224461, 5.037444, 4.719509, 5.126322, 3.981716, 3.879138, 4.757541,
      6.972774, 7.207257, 5.77606, 5.932147, 5.080637, 6.270881, 6.07666, 4.84836, 5.294677, 6.094826, 7.680342, 13.246239,
      13.258656, 11.817053, 11.449808, 11.216055, 11.088674, 11.079319, 11.255462, 9.967855, 6.84036, 7.171901, 9.813041,
      5.811428, 5.615926, 7.862128, 7.650144, 7.928645, 6.872412, 7.362888, 17.290589,
    ]);
  });

  it('no alarm with fewer than five events in four weeks (its bound is then 0 in R)', () => {
    const few = result.times.filter(({ reason }) => reason === 'few_recent');
    expect(few.map(({ period }) => Number(period))).toEqual([
      270, 272, 275, 276, 277, 278, 279, 280, 281,
    ]);
  });
});

describe('the improved method equals farringtonFlexible', () => {
  const first = {
    ...week(282),
    method: 'noufaily' as const,
    yearsBack: 4,
    seasons: 1,
    weightsThreshold: 1,
    recentLeftOut: 3,
    pThresholdTrend: 0.05,
    thresholdMethod: 'delta' as const,
    alpha: 0.1,
  };
  const second = {
    ...week(282),
    method: 'noufaily' as const,
    yearsBack: 4,
    thresholdMethod: 'delta' as const,
    alpha: 0.1,
  };

  it('control1 of its help page', () => {
    const result = farrington(agona, first);
    expect(result.details.alarmPeriods).toBe('283 284 285 287 288 289 291 292 294 295 304');
    // biome-ignore format: data
    same(uppers(result), [
      3.022556, 2.931784, 3.260799, 3.371692, 2.810008, 3.373773, 3.099119, 2.476684, 2.783387, 3.11248, 4.083069, 5.841726,
      6.968662, 7.666578, 7.628173, 7.47747, 7.422367, 7.485072, 7.311547, 4.892502, 3.935597, 4.025164, 3.951909, 3.173002,
      2.96045, 4.716517, 4.517857, 4.615492, 4.022863, 7.455937, 11.252585,
    ]);
    expect(result.warnings.map(({ en }) => en)).toEqual([
      "standard errors are those of R surveillance, which leave the mean out of the dispersion after reweighting; `standardError: 'published'` has the published ones",
    ]);
  });

  it('control2 of its help page', () => {
    const result = farrington(agona, second);
    expect(result.details.alarmPeriods).toBe('283 284 285 288 294 295');
    // biome-ignore format: data
    same(uppers(result), [
      3.652629, 3.692198, 4.12113, 4.548761, 4.879221, 5.207791, 5.431653, 5.587654, 6.503113, 7.191266, 6.94584, 7.603711,
      7.940913, 7.934744, 8.501216, 8.483078, 8.642509, 8.699584, 8.400414, 8.096683, 7.502607, 7.451625, 7.085949, 6.129776,
      5.90069, 5.69808, 5.548851, 5.46945, 5.342861, 5.585525, 6.192156,
    ]);
    expect(result.times[0]?.expected).toBeCloseTo(1.3809393, 6);
    expect(result.times[0]?.dispersion).toBeCloseTo(1.5493957, 6);
    expect(result.times[0]?.trend).toBeCloseTo(-0.00401963749, 8);
    expect(result.times[0]?.score).toBeCloseTo(0.2725110994, 6);
    expect(result.times[0]?.p).toBeCloseTo(0.3470421746, 6);
  });

  it('negative binomial bounds', () => {
    const plugin = farrington(agona, { ...second, thresholdMethod: 'nbPlugin' });
    // biome-ignore format: data
    same(uppers(plugin), [
      3, 3, 4, 4, 5, 5, 5, 5, 6, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 5, 5, 6,
    ]);
    expect(plugin.details.alarmPeriods).toBe('283 284 285 288 294');
    expect(plugin.times[1]?.p).toBeCloseTo(0.0912989409, 6);
    const muan = farrington(agona, { ...second, thresholdMethod: 'muan' });
    // biome-ignore format: data
    same(uppers(muan), [
      4, 4, 4, 5, 5, 5, 6, 6, 7, 8, 7, 8, 9, 9, 9, 9, 9, 9, 9, 9, 8, 8, 8, 7, 6, 6, 6, 6, 6, 6, 7,
    ]);
    expect(muan.details.alarmPeriods).toBe('284 285');
  });

  it('other powers, and a population', () => {
    const at = (options: object): readonly (number | null)[] => {
      const found = uppers(farrington(agona, { ...second, ...options }));
      return [found[0], found[15], found[30]] as readonly (number | null)[];
    };
    same(at({ powerTransform: '1/2' }), [3.918185, 8.726237, 6.402969]);
    same(at({ powerTransform: 'none' }), [3.271275, 8.086512, 5.854829]);
    const population = agona.map((_, i) =>
      Math.round(1e6 * (1 + 0.2 * Math.sin((i + 1) / 60)) + 2000 * (i + 1)),
    );
    same(at({ population }), [3.745307, 8.970158, 6.72476]);
  });

  it('quarters', () => {
    // b = 5, w = 0, noPeriods = 4, pastWeeksNotIncluded = 2, alpha = 0.01, range = 37:40
    // biome-ignore format: data
    const quarters = [
      37, 32, 27, 34, 36, 31, 26, 33, 40, 30, 25, 32, 39, 34, 24, 31, 38, 33, 28, 30, 37, 32, 27, 34, 36, 31, 26, 33, 40, 30, 25, 32,
      39, 34, 24, 31, 38, 33, 28, 60,
    ];
    const result = farrington(quarters, {
      method: 'noufaily',
      frequency: 4,
      examine: 4,
      thresholdMethod: 'delta',
      alpha: 0.01,
    });
    same(uppers(result), [53.560772, 45.725619, 38.474792, 46.328015]);
    expect(result.details.latest).toBe('alarm');
  });

  it('Salmonella Newport 2011, by ISO weeks: 14 alarms with the original options, 8 with the improved', () => {
    const until = weeks.indexOf('2011-W52') + 1;
    const counts = newport.slice(0, until);
    expect(counts.slice(-52).reduce((sum, count) => sum + count, 0)).toBe(209);
    const base = { periods: weeks.slice(0, until), examine: 52, yearsBack: 4, alpha: 0.05 };
    const original = farrington(counts, { ...first, ...base, frequency: 52 });
    expect(original.details.alarms).toBe(14);
    const improved = farrington(counts, { ...base, method: 'noufaily' });
    expect(improved.details.alarmPeriods).toBe(
      [35, 44, 45, 46, 47, 50, 51, 52].map((one) => `2011-W${one}`).join(' '),
    );
  });

  it('with the published standard error the bound of control1 is another', () => {
    const { times } = farrington(agona, { ...first, standardError: 'published' });
    // By the formula of Farrington 1996 with mean, φ and trend of R: 1.428137, 1, kept.
    expect(times[2]?.upper).toBeCloseTo(3.35004, 5);
  });
});

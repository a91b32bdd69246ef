import { intermittentDemand } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const small = [0, 0, 3, 0, 0, 0, 2, 0, 5, 0, 1, 0, 0, 0, 0, 4, 0, 0, 2, 0];
const rate = (options: Parameters<typeof intermittentDemand>[1]): number =>
  intermittentDemand(small, options).rate;

describe('methods for series full of zeros', () => {
  it('croston equals R 4.2.2, forecast 8.20: croston(y, alpha = 0.1 and 0.3)$mean', () => {
    expect(rate({ method: 'croston' })).toBeCloseTo(0.940641263249, 11);
    expect(rate({ method: 'croston', smoothing: 0.3 })).toBeCloseTo(0.848136872982, 11);
  });

  it('sba is croston less half the smoothing, by its definition', () => {
    expect(rate({ method: 'sba' })).toBeCloseTo(0.940641263249 * 0.95, 11);
    expect(rate({ method: 'sba', smoothing: 0.3 })).toBeCloseTo(0.848136872982 * 0.85, 11);
  });

  it('tsb and adida equal simple smoothing of their parts, by numpy 2', () => {
    // level = x[0]; level += a (x - level): of y[y > 0] times of (y > 0); of sums over three
    expect(rate({ method: 'tsb' })).toBeCloseTo(0.7788974697148233, 12);
    expect(rate({ method: 'tsb', smoothing: 0.3 })).toBeCloseTo(0.8350298718001599, 12);
    expect(rate({ method: 'adida' })).toBeCloseTo(0.9666966666666665, 12);
    expect(rate({ method: 'adida', smoothing: 0.3 })).toBeCloseTo(0.90189, 12);
  });

  it('only tsb falls while nothing occurs', () => {
    const long = [...small, ...new Array<number>(24).fill(0)];
    const fallen = (method: 'croston' | 'tsb'): number =>
      intermittentDemand(long, { method }).rate / intermittentDemand(small, { method }).rate;
    expect(fallen('croston')).toBe(1);
    expect(fallen('tsb')).toBeCloseTo(0.9 ** 24, 12);
  });

  it('the four patterns are cut at 1.32 and 0.49 (Syntetos, Boylan and Croston 2005)', () => {
    const patternOf = (values: readonly number[]) => intermittentDemand(values).pattern;
    expect(patternOf([4, 5, 4, 6, 5, 0])).toBe('smooth');
    expect(patternOf([1, 19, 1, 1, 0])).toBe('erratic');
    expect(patternOf([4, 0, 5, 0, 6, 0])).toBe('intermittent');
    expect(patternOf([1, 0, 30, 0, 1, 0])).toBe('lumpy');
    const { adi, cv2 } = intermittentDemand(small);
    expect(adi).toBeCloseTo(20 / 6, 12);
    // numpy: np.var([3, 2, 5, 1, 4, 2], ddof=1) / np.mean(...)**2
    expect(cv2).toBeCloseTo(2.166666666666667 / 2.833333333333333 ** 2, 12);
  });

  it('one value above zero is enough for a rate', () => {
    expect(intermittentDemand([0, 0, 0, 8])).toMatchObject({ size: 8, interval: 4, cv2: 0 });
  });

  it('refuses', () => {
    expect(() => intermittentDemand([0, 0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: All values are zero. Use poissonRate, which says what level a count of zero does not rule out, or a longer series.]`,
    );
    expect(() => intermittentDemand([0, -2, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: A method for series full of zeros met -2, a value below zero. Give counts or quantities; for differences use naive, drift or ets.]`,
    );
    expect(() => intermittentDemand([0, 1], { smoothing: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`smoothing\` must lie between 0 and 1, got 1]`,
    );
    expect(() =>
      intermittentDemand([0, 1], { method: 'ses' as 'sba' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method\` must be croston, sba, tsb or adida, got ses]`,
    );
  });
});

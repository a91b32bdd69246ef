import { changePoints } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { normals } from './series.ts';

describe('how often a break is suggested, as the method note says', () => {
  const worlds: Readonly<Record<string, (noise: readonly number[]) => readonly number[]>> = {
    'white noise': (noise) => noise,
    'a trend': (noise) => noise.map((value, i) => value + i),
    'a random walk': (noise) => {
      let level = 0;
      return noise.map((step) => (level += step));
    },
    'dependence on the one before': (noise) => {
      let before = 0;
      return noise.map((value) => (before = 0.6 * before + value));
    },
    'a jump of 8': (noise) => noise.map((value, i) => value + (2 * i < noise.length ? 0 : 8)),
  };

  it.each([
    ['white noise', 0, 0.06],
    ['a trend', 0, 0.06],
    ['a random walk', 0, 0.15],
    ['dependence on the one before', 0, 0.15],
    ['a jump of 8', 0.95, 1],
  ])('%s', (name, low, high) => {
    const found = Array.from({ length: 100 }, (_, seed) => {
      const values = worlds[name]?.(normals(30, 1 + 7919 * seed)) ?? [];
      return changePoints(values, { cost: 'mean', path: false }).details.verdict === 'break';
    });
    const share = found.filter(Boolean).length / found.length;
    expect(share).toBeGreaterThanOrEqual(low);
    expect(share).toBeLessThanOrEqual(high);
  });
});

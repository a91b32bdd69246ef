import { describe, expect, test } from 'vitest';
import { linearAxis, logAxis } from '../../src/drawing/value-axis.ts';

const at = (axis: ReturnType<typeof linearAxis>) => axis.ticks.map((tick) => tick.at);

describe('linearAxis', () => {
  test('begins at zero and ends at a round value above the highest', () => {
    expect(at(linearAxis([3, 47], { language: 'en' }))).toEqual([0, 20, 40, 60]);
  });

  test('reaches below zero where values do', () => {
    expect(at(linearAxis([-13, 8], { language: 'en', count: 3 }))).toEqual([-20, -10, 0, 10]);
    expect(linearAxis([-13, 8], { language: 'en', count: 3 }).ticks[0]?.label).toBe('\u221220');
  });

  test('can leave zero out', () => {
    expect(at(linearAxis([96, 131], { language: 'en', zero: false }))).toEqual([
      90, 100, 110, 120, 130, 140,
    ]);
  });

  test.each([[[]], [[0, 0]], [[5]], [[-3]]])('has a length for %j', (values) => {
    for (const zero of [true, false]) {
      const { from, to, ticks } = linearAxis(values, { language: 'en', zero });
      expect(to).toBeGreaterThan(from);
      expect(ticks.length).toBeGreaterThan(1);
      expect(values.every((value) => value >= from && value <= to)).toBe(true);
    }
  });
});

describe('logAxis', () => {
  test('goes by powers of ten over many, by parts of them over few', () => {
    const wide = logAxis([0.02, 8000], { language: 'en' });
    expect([wide.from, wide.to]).toEqual([0.01, 10_000]);
    expect(at(wide)).toEqual([0.01, 1, 100, 10_000]);
    expect(at(logAxis([0.02, 800], { language: 'en' }))).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
    expect(at(logAxis([0.6, 2.4], { language: 'en' }))).toEqual([0.5, 0.7, 1, 1.5, 2, 3]);
  });

  test.each([[[]], [[0]], [[7]], [[10, 10]]])('has a length for %j', (values) => {
    const { from, to } = logAxis(values, { language: 'en' });
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(from);
  });
});

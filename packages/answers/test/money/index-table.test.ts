import { describe, expect, test } from 'vitest';
import { changeText, indexText } from '../../src/money/index-table.ts';

const change = (low: number, high: number | null) =>
  changeText({ change: { low, high, since: '2021' } });

describe('changeText', () => {
  test('rounds a bound so that it still holds, and says since when', () => {
    // FIU-the Netherlands: 1,896,176 of more than 1,200,000 is at most 58.0147 % more.
    expect(change(-100, 58.0147).en).toBe('≤\u00a0+59% (2021)');
    expect(change(12.9, null).en).toBe('≥\u00a0+12% (2021)');
    expect(change(4.19, null).en).toBe('≥\u00a0+4.1% (2021)');
    expect(change(-100, -4.19).de).toBe('≤\u00a0−4,1\u00a0% (2021)');
  });

  test('gives a figure, a range, or a dash where nothing can be said', () => {
    expect(change(46.9, 46.9).en).toBe('+47% (2021)');
    expect(change(-0.9, 3.7).en).toBe('−0.9% to +3.7% (2021)');
    expect(change(-12, null).en).toBe('–');
    expect(changeText(undefined).en).toBe('–');
  });
});

describe('indexText', () => {
  test('rounds a bound so that it still holds', () => {
    expect(indexText({ low: 166.7, high: null }).en).toBe('≥\u00a0166');
    expect(indexText({ low: 0, high: 166.2 }).en).toBe('≤\u00a0167');
    expect(indexText({ low: 79.55, high: 79.55 }).en).toBe('79.6');
  });
});

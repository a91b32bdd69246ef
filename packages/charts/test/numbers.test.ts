import { expect, test } from 'vitest';
import { printLow, printRange } from '../src/numbers.ts';

test('a printed range is never narrower than it is: its lower end is rounded down, its upper end up', () => {
  expect(printRange(4245.65, 4522.45, 'nl')).toBe('4.245,65–4.522,45');
  // As the words beside the chart have it.
  expect(printLow(3014.75, 'fr')).toMatch(/014,75$/u);
  expect(printRange(0.3, 1.1, 'en')).toBe('0.3–1.1');
  expect(printRange(1830.882, 1830.882, 'nl')).toBe('1.830,882');
  expect(printLow(1990.5879, 'nl')).toBe('1.990,587');
});

import { expect, it } from 'vitest';
import { inCell } from '../../src/anomalies/slips.ts';

it('keeps all that stands around the number', () => {
  expect(inCell('35*', 35, '350')).toBe('350*');
  expect(inCell(' 1 234 p ', 1234, '12 340')).toBe('12 340 p');
  expect(inCell('plus de 300', 300, '3000')).toBe('plus de 3000');
  expect(inCell('5.100,5 kg (e)', 5100.5, '51,005')).toBe('51,005 kg (e)');
  expect(inCell('35 1)', 35, '350')).toBe('350 1)');
  expect(inCell('228.722,4', 228_722.4, '2.287,224')).toBe('2.287,224');
});

it('writes nothing where a word changes the number', () => {
  expect(inCell('1,42 miljoen', 1_420_000, '142.000')).toBeNull();
  expect(inCell('twaalf', 12, '120')).toBeNull();
});

import { expect, test } from 'vitest';
import { decimalsOf, figureOf } from '../../src/numbers.ts';

const comma = { decimalChar: ',', groupChar: '.' } as const;
const point = { decimalChar: '.', groupChar: ',' } as const;

test('plain figures are read by the marks of the file', () => {
  const read = (cell: string) => [figureOf(cell, comma), figureOf(cell, point)];
  expect(read('4157')).toEqual([4157, 4157]);
  expect(read('1.234,5')).toEqual([1234.5, 1.2345]);
  expect(read('4,444,108')).toEqual([null, 4_444_108]);
  expect(read('-3')).toEqual([-3, -3]);
  expect(read('1-3')).toEqual([null, null]);
});

test('blanks between thousands, a true minus, an exponent and a remark behind the figure are read', () => {
  const cells = ['12 345', '12\u202f345', '−7', '7,83e-03', ' 45* ', '3−4'];
  const figures = [12_345, 12_345, -7, 0.00783, 45, null];
  expect(cells.map((cell) => figureOf(cell, comma))).toEqual(figures);
});

test('without a digit there is no figure', () => {
  const none = ['', '-', '.', '..', 'k.A.', null, undefined];
  expect(none.map((cell) => figureOf(cell, comma))).toEqual(none.map(() => null));
});

test('decimals are counted without the exponent', () => {
  const cells = ['12', '12.', '12.5', '7.83e-03', ' 1.250 '];
  expect(cells.map((cell) => decimalsOf(cell, point))).toEqual([0, 0, 1, 2, 3]);
});

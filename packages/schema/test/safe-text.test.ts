import { plainText, safeText } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['=1+1', "'=1+1"],
  ['+31', "'+31"],
  ['- de 18 ans', "'- de 18 ans"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ["'=1", "''=1"],
  ["d'Oise", "d'Oise"],
  ['', ''],
])('%j is written as %j', (text, safe) => {
  expect(safeText(text)).toBe(safe);
  expect(plainText(safe)).toBe(text);
});

test('what is made safe comes back, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(safeText(text))).toBe(text);
    }),
  );
});

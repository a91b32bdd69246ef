import { containerCheckDigit } from '@samenbeeld/exercise';
import { expect, test } from 'vitest';

// The example of ISO 6346 and numbers whose check digit is printed on many a container.
test.each([
  ['CSQU305438', 3],
  ['MSKU907032', 3],
  ['TOLU473478', 7],
])('containerCheckDigit(%j) is %d', (body, digit) => {
  expect(containerCheckDigit(body)).toBe(digit);
});

test('a remainder of ten is written as zero', () => {
  const digits = Array.from({ length: 200 }, (_, at) =>
    containerCheckDigit(`EXEU${String(at).padStart(6, '0')}`),
  );
  expect(new Set(digits)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});

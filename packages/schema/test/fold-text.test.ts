import { foldText } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['Cocaïne', 'cocaine'],
  ['WEISSES Heroin', 'weissesheroin'],
  ['weißes  Heroin', 'weissesheroin'],
  ["d'ecstasy", 'decstasy'],
  ['d’ecstasy', 'decstasy'],
  ['€/kg', '€kg'],
  ['5 %', '5%'],
  ['m³', 'm3'],
  ['Łódź', 'lodz'],
  ['-', ''],
])('%j becomes %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

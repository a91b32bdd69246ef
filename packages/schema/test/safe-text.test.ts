import { plainText, safeText, shownLines, shownText } from '@samenbeeld/schema';
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

test.each([
  ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
  ['\u{1b}]8;;https://x.invalid\u{7}link', '\\u001b]8;;https://x.invalid\\u0007link'],
  ['12\u{202e}34', '12\\u202e34'],
  ['a\u{e0041}', 'a\\udb40\\udc41'],
  ['half \ud800', 'half \\ud800'],
  ['1\u{a0}000\u{202f}kg, cocaïne, ß, 10 €', '1\u{a0}000\u{202f}kg, cocaïne, ß, 10 €'],
])('%j is shown as %j', (text, shown) => {
  expect(shownText(text)).toBe(shown);
  expect(shownText(shown)).toBe(shown);
});

test('what is shown has nothing unseen, and JSON says the same as before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(shownText(text)).not.toMatch(
        /[\p{C}\p{Zl}\p{Zp}]/u.test(text) ? /[\p{Cc}\p{Cf}\p{Cs}]/u : /^$(?=x)/,
      );
      expect(JSON.parse(shownLines(JSON.stringify([text], null, 2)))).toEqual([text]);
    }),
  );
});

import { plainText, safeText } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLines } from '../src/csv-lines.ts';

describe('safeText', () => {
  test.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+31 6', "'+31 6"],
    ['-', "'-"],
    ['@sum', "'@sum"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'s-Gravenpolder", "'s-Gravenpolder"],
    ['1.250,5', '1.250,5'],
    ['', ''],
  ])('%j becomes %j', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  test('never starts like a formula and is undone by plainText', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t\r\na]{0,6}$/)), (text) => {
        expect(safeText(text)).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(plainText(safeText(text))).toBe(text);
      }),
    );
  });
});

test('csvLines leaves numbers, quotes what needs it, and tells nothing from empty', () => {
  expect(
    csvLines([
      ['port', 'kg', 'ok', 'day', 'note'],
      ['NLVLI', -4157.25, true, new Date('2022-12-31'), 'a, "b"\nc'],
      ['', null, false, null, '=1,5'],
    ]),
  ).toBe(
    'port,kg,ok,day,note\r\nNLVLI,-4157.25,true,2022-12-31,"a, ""b""\nc"\r\n"",,false,,"\'=1,5"\r\n',
  );
});

import { expect, test } from 'vitest';
import { mapRecords, namesIn, splitCondition, swapRecords } from '../src/blocking-pass.ts';

test.each([
  ['l.a = r.a', ['a'], ['a'], undefined],
  ['r."a b" = l."a b" and L.c = R.c', ['"a b"', 'c'], ['"a b"', 'c'], undefined],
  ['(l.a = r.a and l.b = r.b)', ['a', 'b'], ['a', 'b'], undefined],
  ['l.a = r.a and (l.b = r.c AND l.d < r.d)', ['a', 'b'], ['a', 'c'], '(l.d < r.d)'],
  ['substr(l.a, 1, 3) = substr(r.a, 1, 3)', ['substr(a, 1, 3)'], ['substr(a, 1, 3)'], undefined],
  [
    'l.a = r.a and l.d between r.d - 3 and r.d + 3',
    ['a'],
    ['a'],
    '(l.d between r.d - 3 and r.d + 3)',
  ],
  ['l.a = r.a or l.b = r.b', [], [], '(l.a = r.a or l.b = r.b)'],
  ["l.a = r.a and l.b = 'r.x and y'", ['a'], ['a'], "(l.b = 'r.x and y')"],
  ['l.a <= r.a', [], [], '(l.a <= r.a)'],
  ['l.a + r.a = 3', [], [], '(l.a + r.a = 3)'],
  [
    'case when l.a = r.a and l.b = r.b then 1 end = 1',
    [],
    [],
    '(case when l.a = r.a and l.b = r.b then 1 end = 1)',
  ],
  ['true', [], [], '(true)'],
  ['l.a = r.a and not (l.b = r.b)', ['a'], ['a'], '(not (l.b = r.b))'],
])('%s', (sql, left, right, rest) => {
  expect(splitCondition(sql)).toEqual({ left, right, rest });
});

test('records are changed over, texts and names are not', () => {
  expect(swapRecords(`l.a = r.b and l."r.c" <> 'l.d' and x.l.e = 1`)).toBe(
    `r.a = l.b and r."r.c" <> 'l.d' and x.l.e = 1`,
  );
  expect(mapRecords('l.a + r.a', (record) => `${record}2.`)).toBe('l2.a + r2.a');
});

test('names in an expression', () => {
  expect([...namesIn(`substr(l."my col", 1, 3) || 'text'`)]).toEqual(['substr', 'l', 'my col']);
});

import { detectPersonalColumn } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

/** Numbers of nine digits in an arithmetic series: as good as random to the eleven test. */
const ordinary = Array.from({ length: 200 }, (_, at) => String(100_000_007 + at * 1_234_577));

function passes(number: string): boolean {
  const sum = [...number].reduce(
    (total, digit, at) => total + (at === 8 ? -1 : 9 - at) * Number(digit),
    0,
  );
  return sum % 11 === 0;
}

test('a column of numbers that pass by chance is no column of citizen numbers', () => {
  expect(ordinary.filter(passes).length).toBeGreaterThan(5);
  expect(detectPersonalColumn(ordinary, { column: 'code' })).toEqual([]);
});

test('a column in which most numbers pass is one', () => {
  const column = Array.from({ length: 1000 }, (_, at) =>
    String(100_000_007 + at * 1_234_577),
  ).filter(passes);
  expect(detectPersonalColumn(column, { column: 'number' })).toEqual([{ detector: 'bsn' }]);
  expect(detectPersonalColumn(column.slice(0, 19), { column: 'number' })).toEqual([]);
  expect(
    detectPersonalColumn(
      column.flatMap(() => column.slice(0, 5)),
      { column: 'code' },
    ),
  ).toEqual([]);
});

test('what single cells show counts too', () => {
  expect(detectPersonalColumn(['a', 'b@example.org', '85.07.30-033.28'])).toEqual([
    { detector: 'be-national-number' },
    { detector: 'e-mail' },
  ]);
});

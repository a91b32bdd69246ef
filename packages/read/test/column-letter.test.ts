import { utils } from '@e965/xlsx';
import { columnLetter } from '@samenbeeld/read';
import { expect, test } from 'vitest';

test('letters are those of a spreadsheet, for all its columns', () => {
  const indexes = Array.from({ length: 16_384 }, (_, index) => index);
  expect(indexes.map(columnLetter)).toEqual(indexes.map((index) => utils.encode_col(index)));
});

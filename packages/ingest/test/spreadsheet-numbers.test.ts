import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { ingested, table } from './fixture.ts';

function workbook(cells: readonly (string | number)[]): string {
  const book = utils.book_new();
  const rows = cells.map((cell, at) => ['NLVLI', String(2010 + at), cell]);
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Plaats', 'Jaar', 'Gewicht'], ...rows]), 'a');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as never;
}

const weights = (cells: readonly (string | number)[], value: object, language = 'nl') =>
  ingested({
    files: { 'test.xlsx': workbook(cells) },
    description: {
      language,
      file: { format: 'xlsx' },
      constants: { metric: 'quantity', unit: 'kg', basis: 'recorded' },
      columns: {
        Plaats: { to: 'place' },
        Jaar: { to: 'period', as: 'year' },
        Gewicht: { to: 'value', ...value },
      },
    },
  });

const number = { as: 'number', decimalChar: '.' };
const quantity = { as: 'quantity', decimalChar: '.' };

test('a text with two readings among numbers is refused under their point, with its repair', async () => {
  const { rows, issues } = await weights([12.5, 1.234, '1.800', '2.5'], number);
  expect(table(rows, 'value')).toEqual(['12.5', '1.234', '2.5']);
  const [issue] = issues.filter(({ severity }) => severity === 'rejection');
  expect(issue).toMatchObject({ line: 4, rule: 'number.ambiguous' });
  expect(`${issue?.message}. ${issue?.repair}`).toMatchInlineSnapshot(
    `""1.800" is a text among numbers of the spreadsheet, whose point says nothing of its mark: it is either 1800 or 1.800. write the cell as a number in the workbook, or say under corrections which of the two it is"`,
  );
});

test('with words it is refused too, and a figure with one reading is read by the language', async () => {
  const { rows, issues } = await weights(
    [12.5, 'ruim 1.800', 'ruim 1.250,5', 'ruim 1.800 kg'],
    quantity,
  );
  expect(table(rows, 'value', 'wording')).toEqual([
    '12.5 | unmarked',
    '1250.5 | floor',
    '1800 | floor',
  ]);
  const refused = issues.filter(({ severity }) => severity === 'rejection');
  expect(refused.map(({ line, rule }) => [line, rule])).toEqual([[3, 'quantity.invalid']]);
  expect(`${refused[0]?.message}. ${refused[0]?.repair}`).toMatchInlineSnapshot(
    `""ruim 1.800": the number is either 1800 or 1.800. write the cell as a number in the workbook, or say under corrections which of the two it is"`,
  );
});

test.each([
  [{ as: 'number', decimalChar: ',', groupChar: '.' }],
  [{ as: 'quantity', decimalChar: ',', groupChar: '.' }],
])('marks declared for texts leave the numbers beside them as they are (%o)', async (marks) => {
  const { rows, conservation } = await weights([1250.5, 1.234, 2000, '1.800', '1.800,5'], marks);
  expect(table(rows, 'value')).toEqual(['1250.5', '1.234', '2000', '1800', '1800.5']);
  expect(conservation[0]).toMatchObject({ accepted: 5, rejected: 0 });
});

test('whole numbers beside grouped texts stay whole, and a fraction is refused', async () => {
  const marks = { as: 'integer', groupChar: '.' };
  const { rows, issues } = await weights([12, 1.234, '1.800'], marks);
  expect(table(rows, 'value')).toEqual(['12', '1800']);
  expect(issues.filter(({ severity }) => severity === 'rejection').map(({ rule }) => rule)).toEqual(
    ['number.invalid'],
  );
});

test('a column of texts is read by its declared marks, and an English one by its language', async () => {
  expect(table((await weights(['1.800', '2.5'], number)).rows, 'value')).toEqual(['1.8', '2.5']);
  expect(table((await weights([12.5, '1.800'], number, 'en')).rows, 'value')).toEqual([
    '12.5',
    '1.8',
  ]);
});

test('a correction says what a refused text is', async () => {
  const { rows } = await ingested({
    files: { 'test.xlsx': workbook([12.5, '1.800']) },
    description: {
      file: { format: 'xlsx' },
      constants: { metric: 'quantity', unit: 'kg', basis: 'recorded' },
      columns: {
        Plaats: { to: 'place' },
        Jaar: { to: 'period', as: 'year' },
        Gewicht: { to: 'value', ...number },
      },
      corrections: [
        {
          column: 'Gewicht',
          from: '1.800',
          to: '1800',
          reason: 'a thousand, said by the office',
          where: { Jaar: '2011' },
        },
      ],
    },
  });
  expect(table(rows, 'value')).toEqual(['12.5', '1800']);
});

// What comes late in a file.
import { expect, test } from 'vitest';
import { bothWays } from './both-ways.ts';

test('texts that the beginning does not hold get codes too, whatever becomes of them', async () => {
  const { result, types } = await bothWays('later', (row) =>
    row % 5 === 0
      ? ['31-12-2023', row % 10 ? 'ANR' : 'XXX', row % 15 ? 'Coke nat' : 'Totaal 2021', '1 000,5']
      : null,
  );
  const [conservation] = result.conservation;
  expect(conservation).toMatchObject({
    items: 50_000,
    excluded: 334,
    rejections: { 'crosswalk.unknown-code': 333, 'number.invalid': 333 },
  });
  expect(types).toContain("ENUM('RTM', 'VLI'");
});

test('a column of more texts than foreseen is text again', async () => {
  const { result, types } = await bothWays('many', (row) => [
    '31-12-2023',
    'RTM',
    `Coke in kist ${row} van ${'een lange reeks '.repeat(6)}kisten aan boord`,
    '2',
  ]);
  expect(result.conservation[0]).toMatchObject({ accepted: 50_000, rejected: 0 });
  expect(types).not.toContain('kist 45001');
});

test('no list of the texts of a column with personal data stays beside the records', async () => {
  const { result, types } = await bothWays('personal', (row) =>
    row === 47_000 ? ['01-01-2021', 'mail aan jan@example.org', 'Coke', '1'] : null,
  );
  expect(result.conservation[0]).toMatchObject({ accepted: 49_999, rejected: 1 });
  expect(types).not.toContain('example.org');
  expect(types).toContain('ENUM');
});

// The other cases in load-rectangle.slow.test.ts.
import { expect, test } from 'vitest';
import { bothWays } from './both-ways.ts';

test('no list of the texts of a column with personal data stays beside the records', async () => {
  const { result, types } = await bothWays('personal', (row) =>
    row === 47_000 ? ['01-01-2021', 'mail aan jan@example.org', 'Coke', '1'] : null,
  );
  expect(result.conservation[0]).toMatchObject({ accepted: 49_999, rejected: 1 });
  expect(types).not.toContain('example.org');
  expect(types).toContain('ENUM');
});

import { answered, comparable } from '@samenbeeld/notebook';
import { expect, test } from 'vitest';
import { claim, pictureOf } from './example-picture.ts';

test('the rules of a source are known: that one count begins at a smallest size is said', async () => {
  const counts = { metric: 'seizures', unit: 'seizure', stat: 'count' } as const;
  const source = 'be-senate-seizures-over-500g';
  const picture = await pictureOf([
    claim(2007, 12, { ...counts, source, definition: 'seizures-over-500g' }),
    claim(2007, 30, { ...counts, source, definition: 'quantities', place: 'BEGNE' }),
  ]);
  const { warnings } = answered(comparable(picture.observations.where({ metric: 'seizures' })));
  expect(warnings.map(({ en }) => en).join(' ')).toContain('from 500 g');
  expect(warnings.map(({ nl }) => nl).join(' ')).toContain('vanaf 500 g');
  await picture.close();
});

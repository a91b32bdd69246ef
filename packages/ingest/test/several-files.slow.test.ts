import { expect, test } from 'vitest';
import { together } from './fixture.ts';

const head = 'Plaats;Jaar;Aantal\n';

test('records that two files share are found in large files as in small ones', async () => {
  const rows = Array.from({ length: 100_100 }, (_, at) => `NLVLI;${1900 + (at % 120)};${at}`);
  const later = [...rows.map((row) => row.replace('NLVLI', 'NLTNZ')), 'NLVLI;2022;7'];
  const { issues } = await together({
    'w1.csv': `${head}${rows.join('\n')}\nNLVLI;2022;7\n`,
    'w2.csv': `${head}${later.join('\n')}\n`,
  });
  const repeated = issues.filter(({ rule }) => rule === 'record.shared');
  expect(repeated.map(({ file, message }) => [file, message])).toContainEqual([
    'w2.csv',
    '1 figure in 1 row (line 100102) is of a record that w1.csv has too',
  ]);
}, 60_000);

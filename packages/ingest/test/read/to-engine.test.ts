import { openEngine } from '@samenbeeld/engine';
import { toEngine } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { readContent } from './temp-file.ts';

test('rows and columns arrive as text, in order, with their lines', async () => {
  const table = await readContent('port;2022;\n;kg;n\nGent;"4\n500";\nVlissingen;0.10;007\n', {
    header: 2,
  });
  const engine = await openEngine();
  try {
    await toEngine(engine, table, 'harc');
    expect(await engine.rows('select * from rows_harc order by line')).toEqual([
      { line: 3, lines: 2, c1: 'Gent', c2: '4\n500', c3: null },
      { line: 5, lines: 1, c1: 'Vlissingen', c2: '0.10', c3: '007' },
    ]);
    expect(await engine.rows('select * from columns_harc order by c')).toEqual([
      { c: 1, letter: 'A', h1: 'port', h2: '' },
      { c: 2, letter: 'B', h1: '2022', h2: 'kg' },
      { c: 3, letter: 'C', h1: '2022', h2: 'n' },
    ]);
  } finally {
    await engine.close();
  }
});

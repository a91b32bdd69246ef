import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openEngine } from '@samenbeeld/engine';
import { ingest } from '@samenbeeld/ingest';
import { readTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { described } from '../../ingest/test/fixture.ts';
import { picture, tempFile } from './temp-file.ts';

test('a compressed file is the file in it, and its hash is that of the bytes on disk', async () => {
  const bytes = gzipSync('freq,geo\\TIME_PERIOD\t2022 \nA,BE\t5 p\n');
  const [table] = await readTable(tempFile('x.tsv.gz', bytes), { format: 'eurostat-tsv' });
  expect(table && picture(table)).toEqual([[2, 'A', 'BE', '5 p']]);
  expect(table?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(table?.file).toBe('x.tsv.gz');
});

test('the ending before .gz says what the file is', async () => {
  const { shapesFor } = await import('../../ingest/src/description/shape-for.ts');
  const source = await described({
    description: { file: [{ format: 'csv' }, { format: 'eurostat-tsv' }, { format: 'json' }] },
  });
  const formats = (path: string): string[] => shapesFor(source, path).map(({ format }) => format);
  expect(formats('x.tsv.gz')).toEqual(['eurostat-tsv', 'csv']);
  expect(formats('x.JSON.GZ')).toEqual(['json']);
  expect(formats('x.csv')).toEqual(['csv', 'eurostat-tsv']);
  expect(() => formats('x.parquet')).toThrow(InputError);
});

test('a damaged one is refused wherever it is cut or changed', async () => {
  const whole = gzipSync('port;kg\nVlissingen;4500\n'.repeat(50));
  for (let length = 3; length < whole.length; length += 5)
    await expect(
      readTable(tempFile('cut.csv.gz', whole.subarray(0, length)), { format: 'csv' }),
    ).rejects.toThrow(InputError);
  const changed = Buffer.from(whole);
  changed[changed.length - 6] = (changed[changed.length - 6] ?? 0) ^ 0xff;
  await expect(readTable(tempFile('changed.csv.gz', changed), { format: 'csv' })).rejects.toThrow(
    'found a damaged one',
  );
});

test('it is ingested as any other', async () => {
  const source = await described({});
  const engine = await openEngine({ threads: 1 });
  try {
    const bytes = gzipSync('Plaats;Jaar;Aantal\nNL;2022;7\n');
    const { conservation } = await ingest(engine, source, [tempFile('x.csv.gz', bytes)]);
    expect(conservation).toMatchObject([{ file: 'x.csv.gz', accepted: 1 }]);
  } finally {
    await engine.close();
  }
});

test('so is a parquet file, whose engine takes no other bytes', async () => {
  const engine = await openEngine({ threads: 1 });
  const path = tempFile('x.parquet', 'to be written');
  await engine.writeParquet('select 1 as n order by n', path);
  await engine.close();
  const packed = tempFile('x.parquet.gz', gzipSync(readFileSync(path)));
  const [table] = await readTable(packed, { format: 'parquet' });
  expect(table && picture(table)).toEqual([[1, '1']]);
});

// A large packed text takes long to make and to read.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openEngine } from '@samenbeeld/engine';
import { ingest } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { described, messageOf } from '../../ingest/test/fixture.ts';
import { tempFile } from './temp-file.ts';

test('a large packed text is read in parts as the file in it would be', async () => {
  const source = await described({});
  const lines = Array.from(
    { length: 60_000 },
    (_, at) => `NL;${1900 + (at % 120)};${(at * 7919) % 1_000_003}`,
  );
  const text = `Plaats;Jaar;Aantal\n${lines.join('\n')}\n`;
  const packed = tempFile('x.csv.gz', gzipSync(text));
  expect(readFileSync(packed).length).toBeGreaterThan(100_000);
  const engine = await openEngine({ threads: 1 });
  try {
    const { conservation } = await ingest(engine, source, [packed]);
    expect(conservation).toMatchObject([
      {
        file: 'x.csv.gz',
        sha256: createHash('sha256').update(readFileSync(packed)).digest('hex'),
        lines: { total: 60_001 },
        accepted: 60_000,
      },
    ]);
    const cut = tempFile('cut.csv.gz', readFileSync(packed).subarray(0, 120_000));
    expect(await messageOf(ingest(engine, source, [cut]))).toContain('found a damaged one');
    const bomb = Buffer.concat(
      Array.from({ length: 20 }, () => gzipSync(Buffer.alloc(10_000_000, '\n'))),
    );
    expect(await messageOf(ingest(engine, source, [tempFile('bomb.csv.gz', bomb)]))).toContain(
      'unfolds to more than 100 times its size',
    );
  } finally {
    await engine.close();
  }
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { seizureTable } from '@samenbeeld/schema';
import { expect, it } from 'vitest';
import { readByHand } from '../../../test/bench/seizures/hand-written.ts';
import { makeSeizures } from '../../../test/bench/seizures/make-seizures.ts';
import { ingest, loadSource } from '../src/index.ts';

const bench = join(import.meta.dirname, '../../../test/bench/seizures');

it('makes of the file that is timed what SQL written by hand makes of it, column by column', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'samenbeeld-')), 'seizures.csv');
  makeSeizures(file, 3000, false);
  const engines = await Promise.all([openEngine(), openEngine()]);
  const [own, hand] = engines;
  await ingest(own, loadSource(bench), [file]);
  const found = await readByHand(hand, file);
  expect(found.rejected).toBeGreaterThan(0);
  for (const { name } of seizureTable) {
    const sum = `select '${name}' as name, cast(sum(hash(${name})) as VARCHAR) as sum, min(cast(${name} as VARCHAR)) as least, count(*) as records from seizure`;
    expect(await hand.rows(sum)).toEqual(await own.rows(sum));
  }
  await Promise.all(engines.map((engine) => engine.close()));
});

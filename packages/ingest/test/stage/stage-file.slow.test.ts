import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { type IngestProgress, ingest } from '@samenbeeld/ingest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { described } from '../fixture.ts';

let folder: string;
let engine: Engine;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samenbeeld-stage-'));
  engine = await openEngine();
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

/** Each row another figure, so that gzip cannot pack them small. */
const rows = (count: number): string =>
  Array.from({ length: count }, (_, at) => `NL;2021;${(at * 7919) % 1_000_003}`).join('\n');

test('rows that came before what is wrong do not stay in the engine', async () => {
  const source = await described({});
  const path = join(folder, 'a.csv');
  writeFileSync(path, `Plaats;Jaar;Aantal\n${rows(400_000)}\nNL;"2021\n`);
  await expect(ingest(engine, source, [path], { way: 'stream' })).rejects.toThrow('never closes');
  expect(await engine.tables()).toEqual([]);
});

test('the progress of a packed file is told in bytes of that file', async () => {
  const source = await described({});
  const path = join(folder, 'a.csv.gz');
  writeFileSync(path, gzipSync(`Plaats;Jaar;Aantal\n${rows(60_000)}\n`));
  const told: IngestProgress[] = [];
  await ingest(engine, source, [path], { way: 'rectangle', onProgress: (at) => told.push(at) });
  const { size } = statSync(path);
  expect(size).toBeGreaterThan(100_000);
  const reading = told.filter(({ phase }) => phase === 'reading');
  expect(reading.length).toBeGreaterThan(0);
  for (const { done, total } of reading) expect([total, done <= size]).toEqual([size, true]);
});

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  type IngestProgress,
  type IngestResult,
  ingest,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Way } from '../../src/stage/stage-file.ts';
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

/** A file in a picture of its own. */
async function ingestedBy(
  way: Way,
  source: SourceDescription,
  path: string,
): Promise<IngestResult> {
  const own = await openEngine();
  try {
    return await ingest(own, source, [path], { way });
  } finally {
    await own.close();
  }
}

test('rows that came before what is wrong do not stay in the engine', async () => {
  const source = await described({});
  const path = join(folder, 'a.csv');
  writeFileSync(path, `Plaats;Jaar;Aantal\n${rows(400_000)}\nNL;"2021\n`);
  await expect(ingest(engine, source, [path], { way: 'stream' })).rejects.toThrow('never closes');
  expect(await engine.tables()).toEqual([]);
});

/** So that a few rows are more than is read at a time. */
const long = 'x'.repeat(300);

test.each([
  ['in each row', (at: number) => `NL;2021;${at};"3" pijp "${long}`],
  [
    'in some rows',
    (at: number) => `NL;2021;${at};${at % 7 === 0 ? `"a" c; ${long}"` : `"a;\n${long}"`}`,
  ],
])('quotes that do not pair %s are read alike whole and part by part', async (_, row) => {
  const source = await described({
    description: {
      columns: {
        Plaats: { to: 'place' },
        Jaar: { to: 'period', as: 'year' },
        Aantal: { to: 'value', as: 'integer' },
        Noot: { to: 'note' },
      },
    },
  });
  const path = join(folder, 'a.csv');
  const text = Array.from({ length: 15_000 }, (_each, at) => row(at)).join('\n');
  writeFileSync(path, `Plaats;Jaar;Aantal;Noot\n${text}\n`);
  expect(statSync(path).size).toBeGreaterThan(1 << 22);
  const whole = await ingestedBy('whole', source, path);
  const part = await ingestedBy('stream', source, path);
  expect(part.conservation).toEqual(whole.conservation);
  expect(part.issues).toEqual(whole.issues);
  expect(whole.conservation[0]?.rejected).toBe(0);
});

test('an end of the table that no row is warns, whichever way the file is read', async () => {
  const source = await described({
    description: { file: { format: 'csv', encoding: 'utf-8', delimiter: ';', until: '^Tabel 2' } },
  });
  const path = join(folder, 'a.csv');
  for (const [end, rules] of [
    ['', ['until.absent']],
    ['Tabel 2\nx;y\n', []],
  ] as const) {
    writeFileSync(path, `Plaats;Jaar;Aantal\n${rows(10)}\n${end}`);
    for (const way of ['whole', 'stream', 'rectangle'] as const) {
      const { issues, conservation } = await ingestedBy(way, source, path);
      expect(issues.map(({ rule }) => rule)).toEqual(rules);
      expect(conservation[0]?.accepted).toBe(10);
    }
  }
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

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  forgetParts,
  type IngestOptions,
  ingest,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { described } from '../fixture.ts';

let folder: string;
let kept: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenbeeld-kept-'));
  kept = join(folder, 'kept');
});
afterEach(() => rmSync(folder, { recursive: true }));

const rows = (from: number): string =>
  `Plaats;Jaar;Aantal\n${Array.from({ length: 20 }, (_, at) => `NL;${2000 + at};${from + at}`).join('\n')}\n`;

function files(): readonly string[] {
  return ['a', 'b', 'c'].map((name, at) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, rows(at * 100));
    return path;
  });
}

/** What came of an ingest, and the files whose rows went into the engine one by one. */
async function run(
  source: SourceDescription,
  paths: readonly string[],
  options: IngestOptions,
  breakAt?: string,
) {
  const engine = await openEngine();
  const read: string[] = [];
  const watched: Engine = {
    ...engine,
    insert: (table, columns, cells) => {
      if (breakAt !== undefined && table.includes(breakAt)) throw new Error('broken off');
      if (table.includes('_text_')) read.push(table.replace(/^ingest_\d+_/, ''));
      return engine.insert(table, columns, cells);
    },
  };
  try {
    const { issues, conservation } = await ingest(watched, source, paths, options);
    return {
      read,
      issues,
      conservation,
      rows: await engine.rows('select * from observation order by id'),
    };
  } finally {
    await engine.close();
  }
}

test('an ingest that was broken off goes on with the file it was at, and gives the same', async () => {
  const source = await described({});
  const paths = files();
  const whole = await run(source, paths, {});
  await expect(run(source, paths, { resume: kept }, 'text_1')).rejects.toThrow('broken off');
  const parts = readdirSync(kept);
  expect(parts).toHaveLength(1);
  expect(parts.every((name) => name.startsWith('part-'))).toBe(true);
  const again = await run(source, paths, { resume: kept });
  expect(again.read.length).toBe(3 - parts.length);
  expect({ ...again, read: [] }).toEqual({ ...whole, read: [] });
  const third = await run(source, paths, { resume: kept });
  expect(third.read).toEqual([]);
  expect({ ...third, read: [] }).toEqual({ ...whole, read: [] });
});

test('other bytes, another description or an unfinished part are read anew', async () => {
  const paths = files();
  const source = await described({});
  await run(source, paths, { resume: kept });
  writeFileSync(paths[1] ?? '', rows(500));
  expect((await run(source, paths, { resume: kept })).read).toEqual(['text_1_0']);
  const other = await described({ description: { missingValues: { '-': 'suppressed' } } });
  expect((await run(other, paths, { resume: kept })).read).toHaveLength(3);
  // A part whose last file was never written is not there, whatever stands in its folder.
  for (const name of readdirSync(kept)) rmSync(join(kept, name, 'part.json'));
  mkdirSync(join(kept, 'unfinished-1234'));
  for (const name of readdirSync(kept).filter((each) => each.startsWith('part-')))
    rmSync(join(kept, name), { recursive: true });
  expect((await run(source, paths, { resume: kept })).read).toHaveLength(3);
});

test('what is kept is for this user only, and can be forgotten without touching other files', async () => {
  await run(await described({}), files(), { resume: kept });
  const [part = ''] = readdirSync(kept);
  expect(statSync(join(kept, part)).mode & 0o077).toBe(0);
  writeFileSync(join(kept, 'mine.txt'), 'stays');
  await forgetParts(kept);
  expect(readdirSync(kept)).toEqual(['mine.txt']);
});

test('a folder of the user that is called like a part stays, and so does what lies in a part', async () => {
  await run(await described({}), files(), { resume: kept });
  const [part = ''] = readdirSync(kept);
  writeFileSync(join(kept, part, 'notes.txt'), 'stays');
  for (const name of [
    'part-1',
    'part-a',
    'part-2024',
    'unfinished-beef',
    `part-${'0'.repeat(32)}`,
  ]) {
    mkdirSync(join(kept, name));
    writeFileSync(join(kept, name, 'thesis.docx'), 'stays');
  }
  await forgetParts(kept);
  const left = ['part-1', 'part-a', 'part-2024', 'unfinished-beef', `part-${'0'.repeat(32)}`, part];
  expect(readdirSync(kept).sort()).toEqual(left.sort());
  expect(existsSync(join(kept, part, 'notes.txt'))).toBe(true);
});

test('a part that somebody changed is read anew', async () => {
  const source = await described({});
  const paths = files();
  const whole = await run(source, paths, { resume: kept });
  const changes: readonly ((part: string, other: string) => void)[] = [
    (part) => {
      const path = join(part, 'part.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('Aantal', 'Amount'));
    },
    (part) => writeFileSync(join(part, 'part.json'), '{"tables":[]}'),
    (part) => writeFileSync(join(part, 'table-0.parquet'), 'PAR1'),
    (part, other) => copyFileSync(join(other, 'table-0.parquet'), join(part, 'table-0.parquet')),
    (part, other) => {
      for (const name of readdirSync(other)) copyFileSync(join(other, name), join(part, name));
    },
  ];
  for (const change of changes) {
    const [part = '', other = ''] = readdirSync(kept).map((name) => join(kept, name));
    change(part, other);
    const again = await run(source, paths, { resume: kept });
    expect(again.read).toHaveLength(1);
    expect({ ...again, read: [] }).toEqual({ ...whole, read: [] });
  }
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clearance, clearance, writeThrough } from '@samenbeeld/store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failure, handling } from './handling.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-through-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = clearance(handling(), 'public');

test('writes a file whole, in folders that it makes', async () => {
  const path = join(folder, 'charts/a.svg');
  await writeThrough(path, '<svg/>', open);
  await writeThrough(path, new Uint8Array([1, 2]), open);
  expect([...(await readFile(path))]).toEqual([1, 2]);
  expect(await readdir(join(folder, 'charts'))).toEqual(['a.svg']);
});

test('without a clearance nothing is written, also with one made by hand', async () => {
  const path = join(folder, 'a.svg');
  const forged = { ...open } as Clearance;
  expect(await failure(() => writeThrough(path, 'x', forged))).toMatchInlineSnapshot(
    `"UsageError: Writing needs a clearance: call clearance(handling, audience) first."`,
  );
  expect(await readdir(folder)).toEqual([]);
});

test('a write that fails leaves the old file and nothing beside it', async () => {
  await writeFile(join(folder, 'a.svg'), 'old');
  await failure(() => writeThrough(join(folder, 'a.svg/b'), 'new', open));
  await failure(() => writeThrough(folder, 'new', open));
  expect(await readFile(join(folder, 'a.svg'), 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a.svg']);
});

test('what a stopped writer left beside the file goes with the next write', async () => {
  await writeFile(join(folder, '.a.svg.999999999-1.part'), 'half');
  await writeThrough(join(folder, 'a.svg'), 'x', open);
  expect(await readdir(folder)).toEqual(['a.svg']);
});

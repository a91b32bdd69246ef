import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadSource } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder, sampleFile } from '@samenbeeld/sources';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { temporary } from './pictures.ts';

const sample = sampleFile('eurostat-crim-off-cat').replace(/[^/]+$/, 'sample.tsv');
const server = createServer((request, response) => {
  if (request.url?.includes('/crim_off_cat')) response.writeHead(200).end(readFileSync(sample));
  else response.writeHead(404).end();
});
let mirror = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('samenbeeld fetch keeps what the publisher gives, and ingest reads it', async () => {
  const into = temporary('fetch');
  const first = await samenbeeld([
    'fetch',
    'eurostat-crim-off-cat',
    '--into',
    into,
    '--mirror',
    mirror,
  ]);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(
    /- \{ source: eurostat-crim-off-cat, file: .+, sha256: [0-9a-f]{64} \}/,
  );
  const [again] = await samenbeeldJson<readonly { isNew: boolean; snapshot: { path: string } }[]>([
    'fetch',
    'eurostat-crim-off-cat',
    '--into',
    into,
    '--mirror',
    mirror,
  ]);
  expect(again?.isNew).toBe(false);
  const path = String(again?.snapshot.path);
  const { code } = await samenbeeld([
    'ingest',
    'eurostat-crim-off-cat',
    path,
    '--out',
    `${into}/picture`,
  ]);
  expect(code).toBe(0);
});

test('samenbeeld fetch without internet says what to do, and keeps nothing', async () => {
  const into = temporary('fetch');
  const { code, stderr } = await samenbeeld([
    'fetch',
    'eurostat-crim-off-cat',
    '--into',
    into,
    '--mirror',
    'http://127.0.0.1:9',
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain('no answer after 4 attempts');
  expect(stderr).not.toContain('    at ');
}, 60_000);

test('samenbeeld fetch of a source that nobody offers says where to look', async () => {
  const { code, stderr } = await samenbeeld(['fetch', 'published-claims']);
  expect(code).toBe(2);
  expect(stderr).toContain('no public address');
});

test('every address of the catalogue is https, and the file fits a layout of its source', () => {
  const sources = catalogue().map((id) => loadSource(catalogueFolder(id)));
  const offered = sources.filter(({ downloads }) => downloads.length > 0);
  expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining(['eurostat-crim-off-cat']));
  for (const { downloads } of offered)
    for (const { url } of downloads) expect(new URL(url).protocol).toBe('https:');
});

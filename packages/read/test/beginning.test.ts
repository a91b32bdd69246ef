import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { withBeginning } from '../src/beginning.ts';

const folder = mkdtempSync(join(tmpdir(), 'beginning-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = `Haven;Kg\n${'Rotterdam;12\n'.repeat(200_000)}Vlissingen;7`;

test.each([
  ['long.csv', Buffer.from(text)],
  ['long.csv.gz', gzipSync(text)],
])('%s is looked at by its first 128 kB, under its name, in whole lines', async (name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const seen = await withBeginning(path, async (beginning) => ({
    name: basename(beginning),
    text: readFileSync(beginning, 'utf8'),
  }));
  expect(seen.name).toBe(name);
  expect(seen.text.length).toBeLessThanOrEqual(1 << 17);
  expect(seen.text.length).toBeGreaterThan((1 << 17) - 20);
  expect(text.startsWith(seen.text)).toBe(true);
  expect(seen.text.endsWith('\n')).toBe(true);
});

test.each([
  ['short.csv', Buffer.from('Haven;Kg\nVlissingen;7')],
  ['short.csv.gz', gzipSync('Haven;Kg\nVlissingen;7')],
  ['damaged.csv.gz', gzipSync(text).subarray(0, 40)],
  ['long.json', Buffer.from(`["${text}"]`)],
])('%s is used as it is', async (name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  expect(await withBeginning(path, async (used) => used)).toBe(path);
});

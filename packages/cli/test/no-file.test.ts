import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { run } from 'samenbeeld';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../src/terminal.ts';

let folder = '';
let out: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/no-file-`);
  out = [];
  for (const channel of ['log', 'error'] as const)
    vi.spyOn(console, channel).mockImplementation((line = '') => void out.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test.each([
  ['describe'],
  ['ingest', 'politie-47013ned', '--out', '/tmp/never-written'],
  ['anomalies', 'politie-47013ned'],
  ['harmonise', 'politie-47013ned'],
])('%s refuses a folder in plain words', async (command, ...more) => {
  const [source, ...options] = more;
  const args = [command, ...(source ? [source] : []), folder, ...options].filter(
    (arg) => arg !== undefined,
  );
  expect(await run(args)).toBe(2);
  expect(out).toEqual([`${folder} is a folder. Name the file in it that is meant.`]);
});

test('diff refuses a folder too', async () => {
  const side = `politie-47013ned:${folder}`;
  expect(await run(['diff', side, side])).toBe(2);
  expect(out.join('')).toContain('is a folder');
});

test('a description that is not there is a missing file, not an unknown source', async () => {
  expect(await run(['ingest', 'nope.source.yaml', 'x.csv', '--out', folder])).toBe(2);
  expect(out.join('')).toMatch(/^There is no file nope\.source\.yaml\./u);
  expect(out.join('')).not.toContain('politie-47013ned');
  out = [];
  expect(await run(['ingest', 'politie', 'x.csv', '--out', folder])).toBe(2);
  expect(out.join('')).toContain('There is no source "politie".');
});

test('a folder met while reading is wrong use, no fault of samenbeeld', () => {
  const error = Object.assign(new Error('EISDIR: illegal operation'), { code: 'EISDIR' });
  expect(failure(error)).toEqual({
    code: 2,
    report: {
      error: 'UsageError',
      message: 'Found a folder where a file is expected. Name the file in it that is meant.',
    },
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failure } from '../src/terminal.ts';
import { told } from './told.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/no-file-`);
});
afterEach(() => {
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
  expect(await told(...args)).toEqual({
    code: 2,
    said: `${folder} is a folder. Name the file in it that is meant.`,
  });
});

test('diff refuses a folder too', async () => {
  const side = `politie-47013ned:${folder}`;
  expect(await told('diff', side, side)).toMatchObject({
    code: 2,
    said: expect.stringContaining('is a folder'),
  });
});

test('a description that is not there is a missing file, not an unknown source', async () => {
  const missing = await told('ingest', 'nope.source.yaml', 'x.csv', '--out', folder);
  expect(missing.code).toBe(2);
  expect(missing.said).toMatch(/^There is no file nope\.source\.yaml\./u);
  expect(missing.said).not.toContain('politie-47013ned');
  const unknown = await told('ingest', 'politie', 'x.csv', '--out', folder);
  expect(unknown.code).toBe(2);
  expect(unknown.said).toContain(
    'There is no source "politie" in the catalogue; the path of a source.yaml will do too. Do you mean politie-47013ned,',
  );
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pastedPath, pastedPaths } from '../src/check-files.ts';
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

test('a path is understood as it was pasted: quoted, as an address, from home, with escaped blanks', () => {
  const path = join(folder, 'haven 2022, deel (1).csv');
  writeFileSync(path, '');
  const escaped = path.replace(/[ ()]/gu, '\\$&');
  const fromHome = `~/${relative(homedir(), path).split('\\').join('/')}`;
  for (const pasted of [`"${path}"`, `'${path}'`, `“${path}”`, `„${path}“`, `« ${path} »`])
    expect(pastedPath(pasted)).toBe(path);
  expect(pastedPath(pathToFileURL(path).href)).toBe(path);
  expect(pastedPath(`  ${path} `)).toBe(path);
  expect(pastedPath(fromHome)).toBe(path);
  expect(pastedPath(escaped)).toBe(process.platform === 'win32' ? escaped : path);
  expect(pastedPath(`published-claims="${path}"`)).toBe(`published-claims=${path}`);
  // What points to nothing is left as it was written, and refused by that name.
  for (const word of ['"nowhere.csv"', 'file:///nowhere', '~/nowhere', '"4100 kg" Vlissingen 2022'])
    expect(pastedPath(word)).toBe(word);
});

test('several paths on one line are parted by commas, or each in its quotes', () => {
  const [one, two] = ['a, b.csv', 'c.csv'].map((name) => join(folder, name)) as [string, string];
  for (const path of [one, two]) writeFileSync(path, '');
  expect(pastedPaths(one)).toEqual([one]);
  expect(pastedPaths(`"${one}", ${two}`)).toEqual([one, two]);
  expect(pastedPaths(`"${one}" "${two}"`)).toEqual([one, two]);
  expect(pastedPaths(`${two} , '${one}'`)).toEqual([two, one]);
  expect(pastedPaths(`published-claims="${one}",${two}`)).toEqual([`published-claims=${one}`, two]);
  expect(pastedPaths('')).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addToCrosswalk } from '@samenbeeld/harmonise';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCrosswalk } from '../../ingest/src/description/read-crosswalk.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'crosswalk-')), 'substances.csv');
});
afterEach(() => {
  rmSync(join(path, '..'), { recursive: true });
});

const row = (from: string, to: string | null = 'COC', note: string | null = null) => ({
  from,
  to,
  match: to === null ? ('none' as const) : ('exact' as const),
  note,
});

test.each([
  ['from,to,match,note\ncoke,COC,exact,\n', '\n'],
  ['from,to,match,note\r\ncoke,COC,exact,\r\n', '\r\n'],
  ['\uFEFFfrom,to,match,note\ncoke,COC,exact,', '\n'],
])('rows go behind those of %j, which stay byte for byte', (text, end) => {
  writeFileSync(path, text);
  const added = addToCrosswalk(path, [
    row('coke'),
    row('"wit", los'),
    row('=1+1'),
    row('spul', null, 'a, b'),
  ]);
  expect(added.map(({ from }) => from)).toEqual(['"wit", los', '=1+1', 'spul']);
  const after = readFileSync(path, 'utf8');
  expect(after.startsWith(text)).toBe(true);
  expect(after.endsWith(end)).toBe(true);
  // A spreadsheet that opens the file runs nothing.
  expect(after).toContain("'=1+1,");
  expect(readCrosswalk(path).rows).toEqual([
    row('coke'),
    row('"wit", los'),
    row('=1+1'),
    row('spul', null, 'a, b'),
  ]);
  expect(addToCrosswalk(path, [row('spul', 'HER')])).toEqual([]);
  expect(readFileSync(path, 'utf8')).toBe(after);
});

test('a label with a line break is refused, and nothing is written', () => {
  const text = 'from,to,match,note\n';
  writeFileSync(path, text);
  expect(() => addToCrosswalk(path, [row('coke'), row('co\nke')])).toThrow(
    'A crosswalk has one line a label, and "co\\nke" holds a line break.',
  );
  expect(readFileSync(path, 'utf8')).toBe(text);
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileProblem, readText } from '@samenbeeld/engine';
import { expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'file-problem-'));
const at = (name: string): string => join(folder, name);

test('a file has no problem, and gives its text', () => {
  writeFileSync(at('a.txt'), 'één');
  expect(fileProblem(at('a.txt'))).toBeNull();
  expect(readText(at('a.txt'))).toEqual({ text: 'één' });
});

test('what is not there, a folder, and a file that is too large are told apart', () => {
  mkdirSync(at('folder'));
  writeFileSync(at('large.txt'), 'x'.repeat(2_000_000));
  expect(fileProblem(at('none'))).toEqual({ kind: 'absent' });
  expect(fileProblem(join(at('a.txt'), 'b'))).toEqual({ kind: 'absent' });
  expect(fileProblem(at('folder'))).toEqual({ kind: 'folder' });
  expect(readText(at('large.txt'), 1_000_000)).toEqual({
    problem: { kind: 'large', megabytes: 1 },
  });
});

test.skipIf(process.platform === 'win32')(
  'a pipe, a device and a circle of links are not opened',
  () => {
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync(at('circle'), at('circle'));
    expect(fileProblem(at('pipe'))).toEqual({ kind: 'pipe' });
    expect(fileProblem('/dev/zero')).toEqual({ kind: 'device' });
    expect(fileProblem(at('circle'))).toEqual({ kind: 'circle' });
  },
);

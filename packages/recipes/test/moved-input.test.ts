import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Of } from '../src/kept-build.ts';
import { movedTo } from '../src/moved-input.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moved-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test('a file that was moved or renamed is found by its content, near the picture or where it was', () => {
  const sha256 = sha256Of(put('gone/2022.csv', 'year;kg\n2022;12\n'));
  rmSync(join(folder, 'gone'), { recursive: true });
  put('picture/p.picture.yaml', '');
  put('files/2022.csv', 'year;kg\n2022;13\n');
  const where = () => movedTo(join(folder, 'gone/2022.csv'), sha256, join(folder, 'picture'));
  expect(where()).toBeNull();
  put('files/new name/haven 2022.csv', 'year;kg\n2022;12\n');
  expect(where()).toBe('../files/new name/haven 2022.csv');
  put('picture/2022.csv', 'year;kg\n2022;12\n');
  expect(where()).toBe('2022.csv');
});

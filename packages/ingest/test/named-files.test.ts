import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { namedFiles } from '../src/named-files.ts';
import { messageOf } from './fixture.ts';

const at = (path: string): string => join(sep, ...path.split('/'));
const names = (...paths: readonly string[]): readonly string[] =>
  namedFiles(paths.map(at)).map(({ name }) => name);

test('a file is called by its name, whatever folder it is in, and files are in the order of theirs', () => {
  expect(names('x/b.csv', 'y/a.csv')).toEqual(['a.csv', 'b.csv']);
});

test('files of one name are told apart by the folders nearest to them that differ, in any order given', () => {
  expect(names('d/2024/pks.csv', 'd/2023/pks.csv', 'd/2023/key.csv')).toEqual([
    '2023/pks.csv',
    '2024/pks.csv',
    'key.csv',
  ]);
  expect(names('d/2023/in/pks.csv', 'd/2024/in/pks.csv')).toEqual([
    '2023/in/pks.csv',
    '2024/in/pks.csv',
  ]);
  expect(names('pks.csv', 'd/pks.csv')).toEqual(['d/pks.csv', 'pks.csv']);
});

test('one file named twice is refused, however its path is written', async () => {
  const twice = async () => namedFiles(['/d/f.csv', '/d/e/../f.csv']);
  expect(await messageOf(twice())).toMatchInlineSnapshot(
    `"/d/f.csv is named twice. Name each file once."`,
  );
});

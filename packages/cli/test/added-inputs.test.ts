import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pictureFileIn, withInputs } from '../src/added-inputs.ts';

const item = ['- source: ./b.source.yaml', '  file: ../b.csv', '  sha256: f00d'];
const picture = `picture: a
# What is asked.
questions:
  - { place: Gent }
inputs:
  # my own remark
  - source: ./a.source.yaml # answered
    file: ../a.csv
    rejected: { rule: 1 }

  # what follows
decisions: decisions.jsonl
`;

describe('inputs are added to a picture file, every line of it as it stood', () => {
  test('after the last of the list, as it is indented', () => {
    const written = withInputs(picture, [item, item]) ?? '';
    const added = written.split('\n').filter((line) => !picture.split('\n').includes(line));
    expect(added).toEqual([...item, ...item].map((line) => `  ${line}`));
    expect(added.reduce((text, line) => text.replace(`${line}\n`, ''), written)).toBe(picture);
    expect(written).toMatch(/rejected: \{ rule: 1 \}\n {2}- source: \.\/b/u);
  });

  test.each([
    ['a list at the edge', 'inputs:\n- source: x\n  file: y\npicture: a\n'],
    ['the last of the file', 'picture: a\ninputs:\n  - source: x\n    file: y'],
    ['line ends of Windows', 'picture: a\r\ninputs:\r\n  - source: x\r\n    file: y\r\n'],
  ])('of %s', (_, text) => {
    const written = withInputs(text, [item]) ?? '';
    expect(written.match(/source/gu)).toHaveLength(2 + 1);
    expect(written.replaceAll('\r\n', '').includes('\r')).toBe(false);
    expect(written.includes('\r\n')).toBe(text.includes('\r\n'));
  });

  test.each([
    ['a list on one line', 'picture: a\ninputs: [ { source: x, file: y } ]\n'],
    ['no list', 'picture: a\n'],
    ['a text that is no YAML', 'inputs:\n  - a: [\n'],
  ])('%s is left to a person', (_, text) => expect(withInputs(text, [item])).toBeNull());
});

test('the picture of a folder is the only one there, or the one named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'add-'));
  expect(() => pictureFileIn(folder, null)).toThrow('holds no picture file');
  const at = (name: string) => join(folder, `${name}.picture.yaml`);
  writeFileSync(at('a'), '');
  expect(pictureFileIn(folder, null)).toBe(at('a'));
  writeFileSync(at('b'), '');
  expect(() => pictureFileIn(folder, null)).toThrow('a.picture.yaml, b.picture.yaml');
  expect(pictureFileIn(folder, 'b')).toBe(at('b'));
  expect(pictureFileIn(at('b'), null)).toBe(at('b'));
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import {
  assets,
  darknet,
  exercise,
  hazeldonk,
  money,
  post,
  published,
  transit,
} from './pictures.ts';

const built: Readonly<Record<string, string>> = {
  'out/north-sea-port': published,
  'out/exercise': exercise,
  'out/follow-the-money': money,
  'out/hazeldonk': hazeldonk,
  'out/source-and-transit': transit,
  'out/assets': assets,
  'out/darknet': darknet,
  'out/post-and-courier': post,
};

/** The rows of docs/coverage.md: what is asked, and the command that answers it, where one does. */
const rows = readFileSync(`${root}/docs/coverage.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:[A-G]|R?\d+) \|/u.test(line))
  .map((line) => {
    const [row = '', asked = '', command = '', on = '', not = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { row, asked, command: /^`npx samenbeeld (.+)`$/u.exec(command)?.[1] ?? null, on, not };
  });

test('every row of the mission and every question has its line', () => {
  expect(rows.map(({ row }) => row)).toEqual([
    ...'ABCDEFG',
    ...Array.from({ length: 11 }, (_, at) => `R${at + 1}`),
    ...Array.from({ length: 15 }, (_, at) => String(at + 1)),
  ]);
});

test('a row without a command says what is not there', () => {
  expect(rows.filter(({ command, not }) => command === null && not === '')).toEqual([]);
});

describe.each(rows.filter(({ command }) => command !== null))('$row: $asked', ({ command, on }) => {
  test('is answered', async () => {
    const words = [...(command ?? '').matchAll(/"([^"]*)"|(\S+)/gu)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const args = words.map((word) => built[word] ?? word);
    const { code, stdout, stderr } = await samenbeeld([...args, '--language', 'en']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    // Under the banner stands an answer; invented events are marked as such.
    expect(stdout.split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThan(2);
    expect(stdout.includes('EXERCISE')).toBe(on === 'exercise');
  });
});

import { damaged } from '@samenbeeld/hostile';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { damages } from '../src/damages.ts';

const text = 'land;jaar;aantal\nNL;2022;7\nBE;2023;9\n';
const sound = Buffer.from(text);
const after = (damage: Parameters<typeof damaged>[1]): string =>
  damaged(sound, damage).toString('latin1');

test.each([
  ['truncate', { kind: 'truncate', at: 0.5 }, text.slice(0, 18)],
  ['flip', { kind: 'flip', at: 0, bit: 0 }, `m${text.slice(1)}`],
  ['insert', { kind: 'insert', at: 0, text: '\0' }, `\0${text}`],
  ['delete', { kind: 'delete', at: 0, length: 5 }, text.slice(5)],
  ['repeat', { kind: 'repeat', at: 0, length: 2, times: 2 }, `lala${text}`],
  ['byte-order mark', { kind: 'recode', to: 'bom' }, `\xef\xbb\xbf${text}`],
  ['line ends', { kind: 'line-ends', to: '\r' }, text.replaceAll('\n', '\r')],
  ['ragged, longer', { kind: 'ragged', line: 0.3, cells: 2 }, text.replace('2022;7', '2022;7;;')],
  ['ragged, shorter', { kind: 'ragged', line: 0.3, cells: -1 }, text.replace('2022;7', '2022')],
  ['giant cell', { kind: 'giant-cell', line: 0.3, size: 3 }, text.replace(';7', ';7xxx')],
  ['delimiter', { kind: 'delimiter', to: '|' }, text.replaceAll(';', '|')],
  ['columns', { kind: 'columns', count: 1 }, 'land;jaar;aantal;c0\nNL;2022;7;c0\nBE;2023;9;c0\n'],
  [
    'swapped lines',
    { kind: 'swap-lines', a: 0, b: 0.4 },
    'NL;2022;7\nland;jaar;aantal\nBE;2023;9\n',
  ],
] as const)('%s does what it says', (_, damage, expected) => {
  expect(after(damage)).toBe(expected);
});

test('recoding to UTF-16 keeps the text', () => {
  const wide = damaged(sound, { kind: 'recode', to: 'utf16le' });
  expect(wide.toString('utf16le')).toBe(`\uFEFF${text}`);
});

test('damage inside a workbook is packed soundly again', () => {
  const bytes = Buffer.from(zipSync({ a: strToU8('one'), b: strToU8('two') }));
  const hurt = damaged(bytes, {
    kind: 'inside',
    entry: 0.9,
    damage: { kind: 'insert', at: 0, text: '!' },
  });
  const entries = unzipSync(hurt);
  expect([entries['a'], entries['b']].map((body) => body && strFromU8(body))).toEqual([
    'one',
    '!two',
  ]);
});

test('no damage fails on any bytes, and each leaves the sound file as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), damages, (bytes, list) => {
      const before = Buffer.from(bytes);
      list.reduce<Buffer>((some, damage) => damaged(some, damage), before);
      expect(before.equals(bytes)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the same seed damages alike', () => {
  const sample = (): unknown => fc.sample(damages, { seed: 3, numRuns: 20 });
  expect(sample()).toEqual(sample());
});

import { execFileSync, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderOf, seizure } from '../../packages/notebook/test/example-picture.ts';
import { root } from '../command.ts';
import { temporary } from '../pictures.ts';
import { stated } from './reliability.ts';

interface Beside {
  readonly events: readonly ('folder' | 'file')[];
  /** What the kernel is asked next: a cell, a completion, an inspection, a module. */
  readonly door: 'convert' | 'complete' | 'inspect' | 'addModule';
}

/**
 * What the compiler of the notebooks' kernel says of a cell while files change beside it. A busy machine tells of
 * changes late or together; here they are told by hand, so that each order is tried on purpose.
 */
function complaintsBeside(orders: readonly Beside[]): unknown {
  const converter = realpathSync(`${root}/node_modules/tslab/dist/converter.js`);
  const script = `
    const { readFileSync, rmSync, writeFileSync } = require('node:fs');
    const ts = require('node:module').createRequire('${converter}')('@tslab/typescript-for-tslab');
    const { createConverter } = require('${converter}');
    const cell = "import { a } from './later';\\nimport { r } from './read';\\nconst b: number = a + r;";
    const later = process.cwd() + '/later.ts', read = process.cwd() + '/read.ts';
    const said = JSON.parse(readFileSync(0, 'utf8')).map(({ events, door }) => {
      rmSync(later, { force: true });
      writeFileSync(read, 'export const r = 1;');
      const folders = [], files = new Map();
      ts.sys.watchDirectory = (path, changed) => (folders.push(changed), { close() {} });
      ts.sys.watchFile = (path, changed) => (files.set(path, changed), { close() {} });
      try {
        const converter = createConverter();
        const complaints = () =>
          converter.convert('', cell).diagnostics.map(({ messageText }) => messageText);
        const before = complaints();
        for (const event of events) {
          if (event === 'file') files.get(read)(read, ts.FileWatcherEventKind.Changed);
          else {
            writeFileSync(later, 'export const a = 1;');
            for (const changed of folders) changed(later);
          }
        }
        if (door === 'addModule') converter.addModule('own', 'export const o = 1;');
        else if (door !== 'convert') converter[door]('', 'Math', 3);
        const after = complaints();
        converter.close();
        return { before, after };
      } catch (error) {
        return { error: error.message };
      }
    });
    console.log(JSON.stringify(said));`;
  const printed = execFileSync(process.execPath, ['-e', script], {
    cwd: realpathSync(temporary('kernel')),
    input: JSON.stringify(orders),
    encoding: 'utf8',
  });
  return JSON.parse(printed);
}

const orders: readonly Beside[] = [
  { events: ['folder'], door: 'convert' },
  { events: ['folder', 'folder'], door: 'convert' },
  { events: ['file', 'folder'], door: 'convert' },
  { events: ['folder', 'file'], door: 'convert' },
  { events: ['file', 'folder', 'file'], door: 'convert' },
  { events: ['folder'], door: 'complete' },
  { events: ['folder'], door: 'inspect' },
  { events: ['folder'], door: 'addModule' },
];

test('a cell runs, and finds what is new, where files change beside the notebook', () => {
  const missing = "Cannot find module './later' or its corresponding type declarations.";
  expect(complaintsBeside(orders)).toEqual(orders.map(() => ({ before: [missing], after: [] })));
  const { tried, held } = stated('files that change beside a running notebook');
  expect([tried, held]).toEqual([orders.length, orders.length]);
});

test('a notebook opens a picture of 100,000 seizures that repeat one another, in a gigabyte', async () => {
  const seizures = Array.from({ length: 100_000 }, (_, i) =>
    seizure({
      id: `s${String(i).padStart(6, '0')}`,
      source: i % 2 === 0 ? 'exercise-nl-harc' : 'exercise-nl-customs',
      date: `2022-03-${String(1 + (i % 28)).padStart(2, '0')}`,
      quantity: 100,
    }),
  );
  const pair = { a: 's000000', b: 's000001', key: 'same s000000 s000001', probability: 0.75 };
  const folder = await folderOf([], seizures, [
    { ...pair, weight: 1.5, verdict: 'candidate', decision: null },
  ]);
  const script = `
    const { open } = require('@samenbeeld/notebook');
    open(${JSON.stringify(folder)}).then(async (picture) => {
      console.log(picture.seizures.rows.length, JSON.stringify(picture.doubleReports));
      await picture.close();
    });`;
  const opened = spawnSync(process.execPath, ['--max-old-space-size=1024', '-e', script], {
    cwd: `${root}/notebooks`,
    encoding: 'utf8',
  });
  expect(opened.stderr).toBe('');
  const [, count, pairs] = /^(\d+) (.*)$/m.exec(opened.stdout) ?? [];
  expect(Number(count)).toBe(seizures.length);
  // As the build weighed them: nothing was compared again.
  expect(JSON.parse(pairs ?? '')).toEqual([expect.objectContaining(pair)]);
  expect(
    stated('a picture of 100,000 seizures that repeat one another, opened in a gigabyte'),
  ).toEqual({ tried: 1, held: 1 });
});

import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { expect, test } from 'vitest';
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

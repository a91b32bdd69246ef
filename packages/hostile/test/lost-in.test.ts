import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { catalogueFolder, sampleFile } from '@samenbeeld/sources';
import { expect, test } from 'vitest';
import { outcomeOf, physicalLines } from '../src/attempt.ts';
import { lostIn, untold } from '../src/lost-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-test-'));
const linesOf = (name: string, bytes: string | Uint8Array): readonly number[] | null => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return physicalLines(path);
};

test('physical lines are counted without a reader', () => {
  expect(linesOf('a.csv', 'a\nb\n')).toContain(2);
  expect(linesOf('a.csv', 'a\nb')).toContain(2);
  expect(linesOf('a.csv', 'a\rb\rc')).toContain(3);
  expect(linesOf('a.csv', Buffer.from('\uFEFFa\nb\n', 'utf16le'))).toContain(2);
  expect(linesOf('a.csv.gz', gzipSync('a\nb\nc\n'))).toContain(3);
  expect(linesOf('a.xlsx', 'a\n')).toBeNull();
});

test('a count with something missing is seen', async () => {
  const engine = await openEngine({ threads: 1 });
  try {
    const source = loadSource(catalogueFolder('politie-47022ned'));
    const path = sampleFile('politie-47022ned');
    const { conservation, issues } = await ingest(engine, source, [path]);
    const [counted] = conservation;
    if (!counted) throw new Error('nothing was counted');
    const { lines } = counted;
    expect(lostIn(counted, physicalLines(path))).toEqual([]);
    expect(lostIn({ ...counted, accepted: counted.accepted - 1 }, null)).toHaveLength(1);
    expect(lostIn({ ...counted, lines: { ...lines, blank: lines.blank + 1 } }, null)).toHaveLength(
      1,
    );
    const short = { ...lines, data: lines.data - 1, total: lines.total - 1 };
    expect(lostIn({ ...counted, lines: short }, physicalLines(path))).toHaveLength(1);
    expect(untold({ ...counted, rejections: { 'number.invalid': 2 } }, issues)).toHaveLength(1);
  } finally {
    await engine.close();
  }
});

test('only plain words of a reasonable length are a refusal', () => {
  const named = (name: string, message: string): Error =>
    Object.assign(new Error(message), { name });
  expect(outcomeOf(named('InputError', 'expected a table')).fate).toBe('refused');
  expect(outcomeOf(named('InputError', 'expected undefined')).fate).toBe('crash');
  expect(outcomeOf(named('InputError', 'x'.repeat(5000))).fate).toBe('crash');
  expect(outcomeOf(new TypeError('x is not a function')).fate).toBe('crash');
});

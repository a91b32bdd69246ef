import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openEngine, removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import { afterAll, describe, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'temporary-folder-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let serial = 0;
function parentOf(): string {
  serial += 1;
  const parent = join(root, String(serial));
  mkdirSync(parent);
  return parent;
}

const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const dead = spawnSync(process.execPath, ['-e', '']).pid;

describe('temporaryFolder(kind, parent)', () => {
  test.skipIf(process.platform === 'win32')('may be read by its owner alone', async () => {
    const parent = parentOf();
    const folder = temporaryFolder('text', parent);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    removeTemporaryFolder(folder);
    const engine = await openEngine({ spillFolder: parent });
    const [spill = ''] = readdirSync(parent);
    expect(statSync(join(parent, spill)).mode & 0o777).toBe(0o700);
    await engine.close();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('removes what killed processes left, and nothing else', () => {
    const parent = parentOf();
    const own = basename(temporaryFolder('probe', parentOf()));
    const began = own.split('-')[4] ?? '';
    const make = (name: string): string => {
      mkdirSync(join(parent, name));
      writeFileSync(join(parent, name, 'cells.csv'), 'x');
      return name;
    };
    const gone = [make(`samenbeeld-spill-${here}-${dead}-0-aaaaaa`)];
    // On Linux a process is known by when it began too: this one has the number of one that ended.
    if (existsSync('/proc/self/stat'))
      gone.push(make(`samenbeeld-unfold-${here}-${process.pid}-${Number(began) - 1}-bbbbbb`));
    gone.push(make('samenbeeld-spill-00000000-1-0-cccccc'));
    const old = new Date(Date.now() - 8 * 24 * 3_600_000);
    utimesSync(join(parent, gone.at(-1) ?? ''), old, old);
    const kept = [
      make(`samenbeeld-spill-${here}-${process.pid}-${began}-dddddd`),
      make('samenbeeld-spill-00000000-1-0-eeeeee'),
      make('samenbeeld-notes'),
      make('samenbeeld-spill-mine'),
    ];
    symlinkSync(root, join(parent, `samenbeeld-spill-${here}-${dead}-0-ffffff`), 'junction');
    writeFileSync(join(parent, `samenbeeld-spill-${here}-${dead}-0-gggggg`), 'a file');
    const folder = temporaryFolder('text', parent);
    const left = new Set(readdirSync(parent));
    expect(gone.filter((name) => left.has(name))).toEqual([]);
    expect(kept.filter((name) => !left.has(name))).toEqual([]);
    expect(left.size).toBe(kept.length + 3);
    removeTemporaryFolder(folder);
  });
});

test('what the machine refuses has its code, so that it is not taken for a fault', async () => {
  const engine = await openEngine({ threads: 1 });
  const failed = (path: string): Promise<string | undefined> =>
    engine.writeParquet('select 1 as a order by 1', path).then(
      () => 'written',
      (error: NodeJS.ErrnoException) => error.code,
    );
  if (existsSync('/dev/full') && readFileSync('/proc/sys/kernel/ostype', 'utf8') === 'Linux\n')
    expect(await failed('/dev/full')).toBe('ENOSPC');
  expect(await failed(join(root, 'nowhere', 'a.parquet'))).not.toBe('written');
  await engine.close();
});

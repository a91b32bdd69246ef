// An ingest that is killed leaves whole parts only, and goes on with them.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeSeizures } from './bench/seizures/make-seizures.ts';
import { bin, root, samenbeeld } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-resume-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = join(root, 'test/bench/seizures/source.yaml');
const files = ['a', 'b', 'c'].map((name) => join(folder, `${name}.csv`));
const kept = join(folder, 'kept');

const parts = (): readonly string[] => readdirSync(kept).filter((name) => name.startsWith('part-'));

/** Starts an ingest and kills it, without warning, as soon as a part is kept. */
function killed(): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => {
    const args = [
      bin,
      'ingest',
      source,
      ...files,
      '--out',
      join(folder, 'killed'),
      '--resume',
      kept,
    ];
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
    const timer = setInterval(() => {
      if (parts().length > 0) child.kill('SIGKILL');
    }, 5);
    child.on('exit', (_, signal) => {
      clearInterval(timer);
      resolve(signal);
    });
  });
}

test('an ingest that is killed goes on with the files it had read, and makes the same picture', async () => {
  for (const [at, file] of files.entries()) makeSeizures(file, 30_000, at === 1, at + 1);
  mkdirSync(kept, { mode: 0o700 });
  expect(await killed()).toBe('SIGKILL');
  const [part = '', ...others] = parts();
  expect(others.length).toBeLessThan(2);
  expect(readdirSync(folder)).not.toContain('killed');
  const before = statSync(join(kept, part, 'part.json'));
  const args = ['ingest', source, ...files, '--json'];
  const [first, second] = [join(folder, 'resumed'), join(folder, 'straight')];
  const resumed = await samenbeeld([...args, '--out', first, '--resume', kept]);
  const straight = await samenbeeld([...args, '--out', second]);
  expect(resumed.code).toBe(straight.code);
  const said = (stdout: string) => ({ ...JSON.parse(stdout), out: '' });
  expect(said(resumed.stdout)).toEqual(said(straight.stdout));
  const table = 'data/seizure.parquet';
  expect(readFileSync(join(first, table)).equals(readFileSync(join(second, table)))).toBe(true);
  expect(before.isFile()).toBe(true);
  expect(readdirSync(kept)).toEqual([]);
});

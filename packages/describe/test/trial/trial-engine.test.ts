import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askTrialEngine } from '../../src/trial/trial-engine.ts';

let folder = '';
let small = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trial-'));
  small = join(folder, 'a.csv');
  writeFileSync(small, 'a;b\n1;2\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const same = async (engine: Engine): Promise<Engine> => engine;
const isClosed = (engine: Engine): Promise<boolean> =>
  engine.run('select 1').then(
    () => false,
    () => true,
  );

test('the next small file gets the same engine, without the records of the last one', async () => {
  const first = await askTrialEngine(small, async (engine) => {
    await engine.run('create table observation (x INTEGER); create table seizure (x INTEGER)');
    return engine;
  });
  const tables = await askTrialEngine(small, async (engine) => {
    expect(engine).toBe(first);
    return engine.tables();
  });
  expect(tables).toEqual([]);
});

test('two files at once have two engines, and one of them waits for the next', async () => {
  const [one, other] = await Promise.all([
    askTrialEngine(small, same),
    askTrialEngine(small, same),
  ]);
  expect(one).not.toBe(other);
  const closed = await Promise.all([isClosed(one), isClosed(other)]);
  expect(closed.filter(Boolean)).toHaveLength(1);
  expect([one, other][closed.indexOf(false)]).toBe(await askTrialEngine(small, same));
});

test('an engine in which something went wrong is closed, and so is one whose tables are no tables', async () => {
  let failed: Engine | undefined;
  const failing = askTrialEngine(small, async (engine) => {
    failed = engine;
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await isClosed(failed as Engine)).toBe(true);
  const viewed = await askTrialEngine(small, async (engine) => {
    await engine.run('create view observation as select 1 as x');
    return engine;
  });
  expect(await isClosed(viewed)).toBe(true);
  expect(await askTrialEngine(small, (engine) => engine.tables())).toEqual([]);
});

test('the engine of a larger file is closed at once', async () => {
  const large = join(folder, 'b.csv');
  writeFileSync(large, 'a;b\n'.repeat(100_000));
  expect(await isClosed(await askTrialEngine(large, same))).toBe(true);
});

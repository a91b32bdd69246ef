import { openEngine } from '@samenbeeld/engine';
import { findDoubleReports } from '@samenbeeld/merge';
import { expect, test } from 'vitest';
import { seizure } from './seizure.ts';

test('records of two files that repeat one another by the thousand are refused in words, not compared', async () => {
  const engine = await openEngine();
  const files = ['a', 'b'].flatMap((file) =>
    Array.from({ length: 600 }, (_, i) => seizure(`${file}${i}`)),
  );
  try {
    await expect(findDoubleReports(engine, files)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: 360,000 pairs of records of different files, at one place, with one basis and of one substance, lie within 7 days of each other or share a weight or a container; at most 250,000 can be compared. Look whether a file repeats its rows, or gives one day, place or weight to all of them (a default date, "unknown"); give them as they are, or build a picture for a shorter time.]`,
    );
    expect(await engine.tables()).toEqual([]);
  } finally {
    await engine.close();
  }
});

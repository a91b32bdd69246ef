import { type Engine, openEngine } from '@samenbeeld/engine';
import { exact, type LinkOptions, linkRecords, previewBlocking } from '@samenbeeld/linkage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

describe('a rule whose two sides are of unlike types finds what SQL finds', () => {
  test.each([
    ['INTEGER', '2021', 'DOUBLE', '2021.0'],
    ['BIGINT', '2021', 'DECIMAL(10,2)', '2021.00'],
    ['DECIMAL(8,1)', '2.5', 'DECIMAL(10,3)', '2.500'],
    ['DATE', "'2021-03-01'", 'TIMESTAMP', "'2021-03-01 00:00:00'"],
    ['VARCHAR', "'2021'", 'INTEGER', '2021'],
    ['VARCHAR', "'2021.0'", 'INTEGER', '2021'],
    ['VARCHAR', "'2021'", 'DOUBLE', '2021.0'],
    ['VARCHAR', "'2021-03-01'", 'DATE', "'2021-03-01'"],
    ['VARCHAR', "'2021-03-01'", 'TIMESTAMP', "'2021-03-01 00:00:00'"],
  ])('%s %s and %s %s', async (one, a, two, b) => {
    await engine.run(
      `create or replace table unlike as select id, cast(y as ${one}) as y, cast(z as ${two}) as z from (values ('1', ${a}, null), ('2', null, ${b}), ('3', null, null)) v(id, y, z)`,
    );
    const options = {
      tables: [{ table: 'unlike', id: 'id' }],
      comparisons: [exact('y')],
      prior: 0.2,
      threshold: 1e-9,
    };
    for (const blocking of [
      ['l.y = r.z'],
      ['r.z = l.y', ['y'], ['z']],
    ] as LinkOptions['blocking'][]) {
      const links = await linkRecords(engine, { ...options, blocking });
      expect((await links.pairs()).map((pair) => [pair.a, pair.b])).toEqual([['1', '2']]);
      await links.drop();
      const preview = await previewBlocking(engine, { tables: options.tables, blocking });
      expect(preview.rules[0]).toMatchObject({ newPairs: 1 });
    }
  });

  test('a text that is no number, or a part of one, equals no number', async () => {
    await engine.run(
      "create or replace table unlike as select * from (values ('1', 'abc', 2021), ('2', '2021.6', 2022), ('3', '', 0)) v(id, y, z)",
    );
    const links = await linkRecords(engine, {
      tables: [{ table: 'unlike', id: 'id' }],
      blocking: ['l.y = r.z'],
      comparisons: [exact('y')],
      prior: 0.2,
    });
    expect(links.rules[0]).toMatchObject({ candidates: 0 });
    await links.drop();
  });

  test('sides that are never equal are refused by name', async () => {
    await engine.run(
      "create or replace table unlike as select '1' as id, date '2021-03-01' as y, 2021 as z",
    );
    await expect(
      previewBlocking(engine, {
        tables: [{ table: 'unlike', id: 'id' }],
        blocking: [['y'], 'l.y = r.z'],
      }),
    ).rejects.toThrowError(
      new TypeError(
        'blocking rule 2 compares y (DATE) with z (INTEGER), which cannot be compared as they are; cast one of them to the type of the other',
      ),
    );
  });
});

describe('a column of two tables', () => {
  const preview = async (a: string, b: string): Promise<number | undefined> => {
    await engine.run(
      `create or replace table one as select '1' as id, ${a} as y; create or replace table two as select '2' as id, ${b} as y`,
    );
    const { rules } = await previewBlocking(engine, {
      tables: [
        { table: 'one', id: 'id' },
        { table: 'two', id: 'id' },
      ],
      blocking: [['y']],
    });
    return rules[0]?.pairs;
  };
  test.each([
    ['2021', 'cast(2021 as DOUBLE)'],
    ['2021', "'2021'"],
    ['cast(2021 as DECIMAL(9,2))', 'cast(2021 as UBIGINT)'],
    ["date '2021-03-01'", "timestamp '2021-03-01 00:00:00'"],
    ["date '2021-03-01'", "'2021-03-01'"],
  ])('%s is as %s', async (a, b) => {
    expect(await preview(a, b)).toBe(1);
    expect(await preview(b, a)).toBe(1);
  });

  test.each([
    ["'2021'", 'cast(2021 as DOUBLE)', 'VARCHAR', 'DOUBLE'],
    ["'2021.50'", 'cast(2021.5 as DECIMAL(9,1))', 'VARCHAR', 'DECIMAL(9,1)'],
    ["'2021-03-01'", "timestamp '2021-03-01 00:00:00'", 'VARCHAR', 'TIMESTAMP'],
    ["date '2021-03-01'", '2021', 'DATE', 'INTEGER'],
  ])('%s and %s would never be equal', async (a, b, one, two) => {
    await expect(preview(a, b)).rejects.toThrowError(
      new TypeError(
        `the column "y" is ${one} in "one" and ${two} in "two", so that equal values would not be found equal; cast one of them to the type of the other first`,
      ),
    );
    await expect(preview(b, a)).rejects.toThrow(`is ${two} in "one" and ${one} in "two"`);
  });
});

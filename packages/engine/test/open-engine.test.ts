import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Engine, type EngineOptions, openEngine } from '@samenbeeld/engine';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('rows(sql) and query(sql) return safe values', () => {
  test('integers of every width and decimals become numbers', async () => {
    expect(
      await engine.rows(
        'select count(*) as n, sum(1) as s, 4157::hugeint as h, 0.3175::decimal(38,12) as d, 76543.21::decimal(38,12) as e from range(3)',
      ),
    ).toEqual([{ n: 3, s: 3, h: 4157, d: 0.3175, e: 76543.21 }]);
  });

  test('a decimal beyond 15 digits is the nearest double', async () => {
    expect(await engine.rows("select '12345678901234.123456789012'::decimal(38,12) as d")).toEqual([
      { d: Number('12345678901234.123456789012') },
    ]);
  });

  test('a day beyond the years 0 to 9999 has no ISO text and is refused', async () => {
    await expect(engine.rows("select date '10000-01-01' as day")).rejects.toThrow(
      'column "day" holds a date beyond the years 0 to 9999',
    );
    expect(await engine.rows("select date '0000-03-01' as day")).toEqual([{ day: '0000-03-01' }]);
  });

  test('an integer beyond 2^53 is refused by column name', async () => {
    expect(
      await failure(engine.rows('select 9007199254740993 as reference')),
    ).toMatchInlineSnapshot(
      `"RangeError: column "reference" holds an integer beyond 2^53, which a number cannot carry; cast it to VARCHAR in the query"`,
    );
    expect(
      await failure(engine.query("select '9007199254740993.5'::decimal(38,12) as kg")),
    ).toMatchInlineSnapshot(
      `"RangeError: column "kg" holds an integer beyond 2^53, which a number cannot carry; cast it to VARCHAR in the query"`,
    );
    expect(await engine.rows('select 9007199254740992 as n, -9007199254740992 as m')).toEqual([
      { n: 2 ** 53, m: -(2 ** 53) },
    ]);
  });

  test('dates are ISO days in rows and UTC dates in query', async () => {
    const sql =
      "select date '2022-12-31' as day, timestamp '2022-12-31 23:30:00.5' as at, null as no";
    expect(await engine.rows(sql)).toEqual([
      { day: '2022-12-31', at: '2022-12-31T23:30:00.500Z', no: null },
    ]);
    expect((await engine.query(sql)).objects()).toEqual([
      { day: new Date('2022-12-31'), at: new Date('2022-12-31T23:30:00.500Z'), no: null },
    ]);
  });

  test('lists are arrays, structs are objects, and their integers are checked too', async () => {
    expect(
      await engine.rows("select ['a', null] as l, {'n': 1::bigint, 'd': date '2020-02-29'} as s"),
    ).toEqual([{ l: ['a', null], s: { n: 1, d: '2020-02-29' } }]);
    expect(await failure(engine.rows('select [9007199254740993] as l'))).toContain('column "l"');
  });

  test('a type without a safe value and a name that occurs twice are refused', async () => {
    expect(await failure(engine.rows("select map {'a': 1} as m"))).toMatchInlineSnapshot(
      `"TypeError: column "m" has the type MAP(VARCHAR, INTEGER), which does not leave the engine; cast it to VARCHAR in the query"`,
    );
    expect(await failure(engine.rows('select 1 as a, 2 as a'))).toMatchInlineSnapshot(
      `"TypeError: column "a" occurs twice in the result; name one of them with AS"`,
    );
  });

  test('an empty result keeps its columns', async () => {
    const table = await engine.query('select 1 as a, 2 as b where false');
    expect([table.columnNames(), table.numRows()]).toEqual([['a', 'b'], 0]);
  });
});

describe('parameters', () => {
  test('bind in order and by name, integers as integers', async () => {
    expect(
      await engine.rows('select typeof(?) as a, typeof(?) as b, typeof(?) as c, typeof(?) as d', [
        1,
        2 ** 40,
        1.5,
        new Date('2022-01-01'),
      ]),
    ).toEqual([{ a: 'INTEGER', b: 'BIGINT', c: 'DOUBLE', d: 'DATE' }]);
    expect(
      await engine.rows('select $port as port, $none as none, $yes as yes', {
        port: 'NLVLI',
        none: null,
        yes: true,
      }),
    ).toEqual([{ port: 'NLVLI', none: null, yes: true }]);
  });

  test('lists bind as lists', async () => {
    expect(
      await engine.rows('select ? as a, ? as b', [
        ['x', null],
        [1, 2.5],
      ]),
    ).toEqual([{ a: ['x', null], b: [1, 2.5] }]);
    expect(await failure(engine.rows('select ?', [['x', 1]]))).toMatchInlineSnapshot(
      `"TypeError: a list parameter mixes INTEGER and VARCHAR"`,
    );
  });

  test('anything else is refused', async () => {
    expect(await failure(engine.rows('select ?', [undefined as never]))).toMatchInlineSnapshot(
      `"TypeError: a parameter must be text, a number, a truth value, a Date, null or a list of these, not undefined"`,
    );
  });
});

describe('errors', () => {
  test('hold the message of the engine and the first line of the SQL', async () => {
    expect(await failure(engine.rows('select *\nfrom nosuch'))).toMatchInlineSnapshot(
      `"Error: Catalog Error: Table with name nosuch does not exist! Did you mean "pg_sequences"? In: select *"`,
    );
    expect(await failure(engine.run('selct 1'))).toMatchInlineSnapshot(
      `"Error: Parser Error: syntax error at or near "selct" In: selct 1"`,
    );
  });

  test('do not quote cell values', async () => {
    await engine.run(
      "create or replace table cells as select '12.345.678-Z' as c, 3452345234 as n",
    );
    await engine.run('create or replace table keyed (n bigint primary key)');
    await engine.run('insert into keyed select n from cells');
    const messages = [
      await failure(engine.rows('select cast(c as integer) from cells')),
      await failure(engine.rows('select cast(c as date) from cells')),
      await failure(engine.rows("select strptime(c, '%Y') from cells")),
      await failure(engine.rows('select cast(n as integer) from cells')),
      await failure(engine.run('insert into keyed select n from cells')),
    ];
    expect(messages.join('\n')).not.toContain('345');
    expect(messages.join('\n')).toMatchInlineSnapshot(`
      "Error: Conversion Error: Could not convert string '…' to INT32 when casting from source column c In: select cast(c as integer) from cells
      Error: Conversion Error: invalid date field format "…", expected format is (YYYY-MM-DD) when casting from source column c In: select cast(c as date) from cells
      Error: Invalid Input Error: Could not parse string "…" In: select strptime(c, '%Y') from cells
      Error: Conversion Error: Type INT64 with value … can't be cast because the value is out of range for the destination type INT32 when casting from source column n In: select cast(n as integer) from cells
      Error: Constraint Error: Duplicate key "…" violates primary key constraint. In: insert into keyed select n from cells"
    `);
  });

  test('a statement after a failed one still runs', async () => {
    await failure(engine.run('selct 1'));
    expect(await engine.rows('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('openEngine(options)', () => {
  test('refuses wrong options', async () => {
    expect(await failure(openEngine({ memoryLimit: 'lots' }))).toMatchInlineSnapshot(
      `"TypeError: memoryLimit must be a size such as "512MB" or "1GB", not "lots""`,
    );
    expect(await failure(openEngine({ threads: 0 }))).toMatchInlineSnapshot(
      `"RangeError: threads must be a whole number above zero, not 0"`,
    );
  });

  test('takes one thread where little is known to be read, and those that were asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'threads-test-'));
    const file = (name: string, bytes: number): string => {
      writeFileSync(join(folder, name), 'x'.repeat(bytes));
      return join(folder, name);
    };
    const [small, large] = [file('small.csv', 4), file('large.TSV', 4_000_000)];
    const gone = join(folder, 'not-there.csv');
    // What the engine is asked for: on one core its own number of threads is one as well.
    const create = vi.spyOn(DuckDBInstance, 'create');
    const threads = async (options: EngineOptions): Promise<unknown> => {
      await (await openEngine(options)).close();
      return create.mock.lastCall?.[1]?.['threads'];
    };
    expect(await threads({ reads: [small, gone] })).toBe('1');
    expect(await threads({ reads: [file('almost.json', 3_999_000)] })).toBe('1');
    expect(await threads({ reads: [small, large] })).toBeUndefined();
    for (const name of ['a.csv.gz', 'a.csv.zst', 'a.zip', 'a.xlsx', 'a.parquet']) {
      expect([name, await threads({ reads: [file(name, 399_000)] })]).toEqual([name, '1']);
      expect([name, await threads({ reads: [file(name, 400_000)] })]).toEqual([name, undefined]);
    }
    for (const reads of [[], [gone]]) expect(await threads({ reads })).toBeUndefined();
    expect(await threads({})).toBeUndefined();
    expect(await threads({ reads: [small], threads: 3 })).toBe('3');
    create.mockRestore();
    rmSync(folder, { recursive: true });
  });

  test('keeps extensions and settings shut', async () => {
    for (const sql of [
      'install httpfs',
      'install spatial from community',
      'load httpfs',
      'set threads = 1',
      'set autoload_known_extensions = true',
      "select * from read_csv('https://example.org/a.csv')",
    ])
      expect(await failure(engine.run(sql)), sql).toMatch(/^Error: /);
  });

  test('spills into a folder of its own and removes it on close', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'spill-test-'));
    const small = await openEngine({ memoryLimit: '60MB', threads: 1, spillFolder: parent });
    await small.run(
      'create table big as select range as a, hash(range)::varchar || hash(range + 1)::varchar as b from range(3000000)',
    );
    expect(readdirSync(parent)).toHaveLength(1);
    await small.close();
    expect(readdirSync(parent)).toEqual([]);
    rmSync(parent, { recursive: true });
  });

  test('names tables, temporary ones too, and views that are not temporary', async () => {
    const engine = await openEngine();
    await engine.run(
      'create table b as select 1 as n; create temporary table a as select 2 as n; create view v as select * from b; create temporary view w as select * from a',
    );
    expect(await engine.tables()).toEqual(['a', 'b', 'v']);
    await engine.close();
  });

  test('opens a database file and finds it again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'engine-test-'));
    const path = join(folder, 'a.duckdb');
    const first = await openEngine({ path });
    await first.run('create table t as select 42 as n');
    await first.close();
    const second = await openEngine({ path });
    expect(await second.tables()).toEqual(['t']);
    await second.close();
    expect(existsSync(path)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  test('closing waits for running statements, twice is fine, using it afterwards is not', async () => {
    const short = await openEngine();
    const pending = short.rows('select count(*) as n from range(1000000)');
    await short.close();
    await short.close();
    expect(await pending).toEqual([{ n: 1_000_000 }]);
    expect(await failure(short.rows('select 1'))).toMatchInlineSnapshot(
      `"Error: the engine is closed. In: select 1"`,
    );
  });

  test('tells the progress of long statements', async () => {
    const seen: [number, number | undefined][] = [];
    const watched = await openEngine({ progress: (done, total) => seen.push([done, total]) });
    await watched.run('create table t as select range as a from range(100000)');
    await watched.run('select sum(hash(x.a, y.a) % 7) from t x, t y where y.a < 400');
    await watched.close();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(([done, total]) => Number.isInteger(done) && total !== undefined)).toBe(true);
  });
});

test('statements run in the order they were called', async () => {
  const done: number[] = [];
  await Promise.all(
    [3_000_000, 10, 1000].map((n, index) =>
      engine.rows(`select count(*) as n from range(${n})`).then(() => done.push(index)),
    ),
  );
  expect(done).toEqual([0, 1, 2]);
});

describe('a signal that is aborted', () => {
  const long = 'select sum(hash(a.range, b.range) % 7) as n from range(3000000) a, range(100000) b';

  test('ends the statement that runs, and the engine takes the next one', async () => {
    const stop = new AbortController();
    const running = engine.rows(long, undefined, { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect(await failure(running)).toBe(`AbortError: cancelled before it was done. In: ${long}`);
    expect(await engine.rows('select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('ends it also in the moment in which it begins, and one that waits for its turn', async () => {
    const stop = new AbortController();
    const running = engine.run(long, undefined, { signal: stop.signal });
    const waiting = engine.query('select 2 as n', undefined, { signal: stop.signal });
    const after = engine.rows('select 3 as n');
    await Promise.resolve();
    stop.abort();
    expect(await failure(running)).toContain('AbortError: cancelled before it was done.');
    expect(await failure(waiting)).toBe(
      'AbortError: cancelled before it was done. In: select 2 as n',
    );
    expect(await after).toEqual([{ n: 3 }]);
  });

  test('leaves alone what was done before it', async () => {
    const stop = new AbortController();
    expect(await engine.rows('select 1 as n', undefined, { signal: stop.signal })).toEqual([
      { n: 1 },
    ]);
    const next = engine.rows('select count(*) as n from range(1000000)');
    stop.abort();
    expect(await next).toEqual([{ n: 1_000_000 }]);
  });
});

test('columns(sql) tells names and types without running the statement', async () => {
  expect(
    await engine.columns("select 1 as a, 1.5::decimal(38,12) as b, error('ran') as c"),
  ).toEqual([
    { name: 'a', type: 'INTEGER' },
    { name: 'b', type: 'DECIMAL(38,12)' },
    { name: 'c', type: 'INTEGER' },
  ]);
});

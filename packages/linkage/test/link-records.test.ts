import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  clusterLinks,
  exact,
  jaroWinkler,
  type LinkOptions,
  type Links,
  linkRecords,
  stateWeights,
} from '@samenbeeld/linkage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from './make-people.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const comparisons = [
  jaroWinkler('given', { termFrequency: true }),
  jaroWinkler('family', { termFrequency: true }),
  exact('year'),
  exact('town', { termFrequency: true }),
];
const blocking = [['family'], ['given', 'year'], ['year', 'town']];

const facts = async (links: Links): Promise<unknown> => ({
  pairs: await links.pairs(),
  model: links.model,
  rules: links.rules,
  training: links.training,
});

async function link(
  on: Engine,
  options: Partial<LinkOptions> & Pick<LinkOptions, 'tables'>,
): Promise<Links> {
  return linkRecords(on, { blocking, comparisons, ...options });
}

describe('300 people of whom 60 stand twice', () => {
  const people = makePeople({ people: 300, twice: 60, seed: 7 });
  beforeAll(() => people.insert(engine, 'people'));

  test('nearly all are found and hardly anyone else', async () => {
    const links = await link(engine, { tables: [{ table: 'people', id: 'id' }] });
    const pairs = await links.pairs({ atLeast: 0.5 });
    const right = pairs.filter(({ a, b }) => people.same(a, b)).length;
    expect(right).toBeGreaterThanOrEqual(54);
    expect(pairs.length - right).toBeLessThanOrEqual(3);
    expect(links.model.prior / (60 / ((360 * 359) / 2))).toBeGreaterThan(0.7);
    expect(links.model.prior / (60 / ((360 * 359) / 2))).toBeLessThan(1.4);
    expect(await links.count({ atLeast: 0.5 })).toBe(pairs.length);
    await links.drop();
  });

  test('an explanation adds up to the weight of the pair, with what is rare', async () => {
    const links = await link(engine, { tables: [{ table: 'people', id: 'id' }] });
    const pairs = await links.pairs();
    const explained = await links.explainAll(pairs);
    expect(explained.map(({ weight }) => weight)).toEqual(pairs.map(({ weight }) => weight));
    for (const { weight, prior, reasons } of explained)
      expect(reasons.reduce((sum, one) => sum + one.weight, prior)).toBeCloseTo(weight, 8);
    expect(explained.some(({ reasons }) => reasons.some(({ rarity }) => rarity > 1))).toBe(true);
    const [first] = pairs;
    if (!first) throw new Error('no pairs');
    const shown = await links.explain(first.b, first.a);
    expect(shown).toEqual(explained[0]);
    const hidden = await links.explain(first.a, first.b, { withhold: ['given'] });
    expect(hidden.reasons[0]).toMatchObject({ left: [null], right: [null] });
    expect(hidden.reasons[1]?.left).toEqual(shown.reasons[1]?.left);
    const blind = await links.explain(first.a, first.b, { withhold: true });
    expect(
      blind.reasons.flatMap(({ left, right }) => [...left, ...right]).every((one) => one === null),
    ).toBe(true);
    expect(blind.weight).toBe(shown.weight);
    await links.drop();
  });

  test('the same whatever the threads, the order of the records and the engine', async () => {
    const results = [];
    for (const [threads, order] of [
      [1, 'id'],
      [2, 'id desc'],
      [4, 'substr(id, 3), id'],
    ] as const) {
      const other = await openEngine({ threads });
      await people.insert(other, 'given_order');
      await other.run(`create table people as select * from given_order order by ${order}`);
      results.push(
        await facts(
          await link(other, {
            tables: [{ table: 'people', id: 'id' }],
            sample: { u: 5000, m: 200 },
          }),
        ),
      );
      await other.close();
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  test('a rule that reads what every comparison reads teaches nothing, and says so', async () => {
    const links = await link(engine, {
      tables: [{ table: 'people', id: 'id' }],
      blocking: [
        '(l.given = r.given and l.family = r.family) or (l.year = r.year and l.town = r.town)',
      ],
    });
    expect(links.training).toEqual([]);
    expect(links.notes.slice(-2)).toEqual([
      'the rule "(l.given = r.given and l.family = r.family) or (l.year = r.year and l.town = r.town)" reads columns of every comparison, so that it teaches nothing',
      'no rule could teach how many pairs are the same; state the prior, or give rules for `training`',
    ]);
    await links.drop();
  });

  test('another seed draws otherwise', async () => {
    const u = async (seed: number): Promise<number | undefined> => {
      const links = await link(engine, {
        tables: [{ table: 'people', id: 'id' }],
        seed,
        sample: { u: 2000 },
      });
      await links.drop();
      return links.model.comparisons[2]?.levels[0]?.u;
    };
    expect(await u(1)).toBe(await u(1));
    expect(await u(1)).not.toBe(await u(2));
  });

  test('a model from JSON gives the same weights, and nothing is learnt', async () => {
    const first = await link(engine, { tables: [{ table: 'people', id: 'id' }] });
    const again = await link(engine, {
      tables: [{ table: 'people', id: 'id' }],
      model: JSON.parse(JSON.stringify(first.model)),
    });
    expect(await again.pairs()).toEqual(await first.pairs());
    expect(again.training).toEqual([]);
    await expect(
      linkRecords(engine, {
        tables: [{ table: 'people', id: 'id' }],
        blocking,
        comparisons: [exact('year')],
        model: first.model,
      }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: the model is of the comparisons given, family, year, town; this linkage has year]`,
    );
    await first.drop();
    await again.drop();
  });

  test('only pairs with new records, and together with the old ones all of them', async () => {
    const tables = [{ table: 'people', id: 'id' }];
    const full = await link(engine, { tables });
    const isNew = 'cast(substr(id, 2) as INTEGER) % 3 = 0';
    const fresh = await link(engine, { tables, model: full.model, only: isNew });
    const all = await full.pairs();
    const newId = (id: string): boolean => Number(id.slice(1)) % 3 === 0;
    expect(await fresh.pairs()).toEqual(all.filter(({ a, b }) => newId(a) || newId(b)));
    const byId = await link(engine, {
      tables,
      model: full.model,
      only: [...new Set(all.flatMap(({ a, b }) => [a, b]))].filter(newId),
    });
    expect(await byId.pairs()).toEqual(await fresh.pairs());
    for (const one of [full, fresh, byId]) await one.drop();
  });

  test('parts of a pass lose no pair and repeat none', async () => {
    const tables = [{ table: 'people', id: 'id' }];
    const whole = await link(engine, {
      tables,
      blocking: ['true', ['family']],
      threshold: 0.0001,
      prior: 0.001,
    });
    const parts = await link(engine, {
      tables,
      blocking: ['true', ['family']],
      threshold: 0.0001,
      prior: 0.001,
      partSize: 1000,
    });
    expect(await parts.pairs()).toEqual(await whole.pairs());
    expect(whole.rules.map(({ kept }) => kept)).toEqual([await whole.count(), 0]);
    await whole.drop();
    await parts.drop();
  });

  test('progress tells each stage, and the time left', async () => {
    const told: string[] = [];
    const links = await link(engine, {
      tables: [{ table: 'people', id: 'id' }],
      onProgress: ({ stage, done, total, secondsLeft }) => {
        told.push(stage);
        expect(done).toBeLessThanOrEqual(total);
        if (done > 0) expect(secondsLeft).toBeGreaterThanOrEqual(0);
      },
    });
    expect([...new Set(told)]).toEqual(['records', 'counting', 'learning', 'scoring']);
    await links.drop();
  });

  test('a limit is refused with the rule and the size of its largest key, not what it says', async () => {
    await expect(
      link(engine, { tables: [{ table: 'people', id: 'id' }], maxPairs: 100 }),
    ).rejects.toThrow(
      /^blocking brings together [\d,]+ pairs, more than the 100 allowed \(maxPairs\)\. The rule "family" alone has [\d,]+, of which its largest key, with \d+ records, has [\d,]+\. Add a column to the key; previewBlocking shows which key it is$/,
    );
    await expect(
      link(engine, { tables: [{ table: 'people', id: 'id' }], blocking: ['true'], maxPairs: 100 }),
    ).rejects.toThrow('it compares everything with everything');
    expect((await engine.tables()).filter((name) => name.startsWith('linkage'))).toEqual([]);
  });
});

describe('several tables', () => {
  beforeAll(async () => {
    await engine.run(`create table police as select * from (values ('1', 'Zwin', 2021), ('2', 'Zwin', 2021), ('3', 'Braakman', 2020)) v(id, name, year);
create table customs as select * from (values ('1', 'Zwin', 2021), ('2', 'Westerschelde', 2020)) v(id, name, year)`);
  });
  const tables = [
    { table: 'police', id: 'id', name: 'a police' },
    { table: 'customs', id: 'id' },
  ];
  const options = {
    comparisons: [exact('name'), exact('year')],
    blocking: ['true'],
    prior: 0.5,
    threshold: 1e-9,
  };

  test.each([
    [
      'within',
      [
        'a police 1 a police 2',
        'a police 1 a police 3',
        'a police 2 a police 3',
        'customs 1 customs 2',
      ],
    ],
    [
      'between',
      [
        'a police 1 customs 1',
        'a police 1 customs 2',
        'a police 2 customs 1',
        'a police 2 customs 2',
        'a police 3 customs 1',
        'a police 3 customs 2',
      ],
    ],
    [
      'all',
      [
        'a police 1 a police 2',
        'a police 1 a police 3',
        'a police 1 customs 1',
        'a police 1 customs 2',
        'a police 2 a police 3',
        'a police 2 customs 1',
        'a police 2 customs 2',
        'a police 3 customs 1',
        'a police 3 customs 2',
        'customs 1 customs 2',
      ],
    ],
  ] as const)('%s', async (kind, expected) => {
    const links = await link(engine, { ...options, tables, link: kind });
    const pairs = await links.pairs();
    expect(pairs.map(({ a, b, tableA, tableB }) => `${tableA} ${a} ${tableB} ${b}`).sort()).toEqual(
      expected,
    );
    await links.drop();
  });

  test('an id that stands in both needs its table', async () => {
    const links = await link(engine, { ...options, tables });
    await expect(links.explain('1', '1')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: the id "1" stands in several tables (a police, customs); say which with tableA and tableB]`,
    );
    const [pair] = await links.explainAll([
      { a: '1', b: '1', tableA: 'a police', tableB: 'customs' },
    ]);
    expect(pair?.reasons.map(({ level }) => level)).toEqual(['exact', 'exact']);
    expect(await links.explain('1', '1', { tableA: 'a police', tableB: 'customs' })).toEqual(pair);
    expect(await links.explain('1', '1', { tableA: 'customs', tableB: 'a police' })).toEqual(pair);
    expect(await links.explain('3', '1', { tableB: 'customs' })).toMatchObject({ a: '3', b: '1' });
    await expect(links.explain('1', '3', { tableA: 'police' })).rejects.toThrowError(
      new TypeError('there is no table "police" in this linkage; there are a police, customs'),
    );
    await links.drop();
  });

  test('a column may be text in one table and a number in the other', async () => {
    await engine.run(
      "create table as_text as select * from (values ('a', '2021'), ('b', '')) v(id, year); create table as_number as select * from (values ('x', 2021)) v(id, year)",
    );
    const links = await link(engine, {
      tables: [
        { table: 'as_text', id: 'id' },
        { table: 'as_number', id: 'id' },
      ],
      blocking: ['true'],
      comparisons: [exact('year')],
      prior: 0.5,
      threshold: 1e-9,
    });
    const levels = await links.explainAll([
      { a: 'a', b: 'x' },
      { a: 'b', b: 'x' },
    ]);
    expect(levels.map(({ reasons }) => reasons[0]?.level)).toEqual(['exact', 'null']);
    await links.drop();
  });

  test('a rule with a direction holds from the earlier table to the later one', async () => {
    await engine.run(
      `create table later as select * from (values ('x', 2022), ('y', 2020)) v(id, year); create table earlier as select * from (values ('a', 2021)) v(id, year)`,
    );
    const links = await link(engine, {
      tables: [
        { table: 'earlier', id: 'id' },
        { table: 'later', id: 'id' },
      ],
      blocking: ['l.year < r.year'],
      comparisons: [exact('year')],
      prior: 0.5,
      threshold: 1e-9,
    });
    expect((await links.pairs()).map(({ a, b }) => [a, b])).toEqual([['a', 'x']]);
  });
});

describe('nothing to go by', () => {
  const none = "select * from (values ('1', 'a', 1)) v(id, name, year) where false";
  test.each([
    ['no record', none],
    ['one record', "select '1' as id, 'a' as name, 1 as year"],
    [
      'nothing said',
      'select cast(n as VARCHAR) as id, cast(NULL as VARCHAR) as name, cast(NULL as INTEGER) as year from (values (1), (2), (3)) v(n)',
    ],
    [
      'all the same',
      "select cast(n as VARCHAR) as id, 'a' as name, 1 as year from (values (1), (2), (3)) v(n)",
    ],
    [
      'no two of one key',
      'select cast(n as VARCHAR) as id, cast(n as VARCHAR) as name, n as year from (values (1), (2), (3)) v(n)',
    ],
  ])('%s', async (_, sql) => {
    await engine.run(`create or replace table little as ${sql}`);
    const links = await linkRecords(engine, {
      tables: [{ table: 'little', id: 'id' }],
      blocking: [['name'], ['year']],
      comparisons: [jaroWinkler('name', { termFrequency: true }), exact('year')],
      threshold: 1e-6,
    });
    expect(links.model.prior).toBeGreaterThan(0);
    expect(links.model.prior).toBeLessThan(1);
    for (const { levels } of links.model.comparisons)
      for (const { m, u, weight } of levels) {
        expect(m > 0 && u > 0).toBe(true);
        expect(Number.isFinite(weight)).toBe(true);
      }
    for (const { probability } of await links.pairs()) expect(probability).toBeLessThan(1);
    expect(links.notes.length).toBeGreaterThan(0);
    expect({ notes: links.notes, pairs: await links.count() }).toMatchSnapshot();
    await links.drop();
  });
});

describe('what is known beforehand', () => {
  const people = makePeople({ people: 60, twice: 12, seed: 3 });
  beforeAll(() => people.insert(engine, 'few'));
  const tables = [{ table: 'few', id: 'id' }];

  test('stated probabilities are held, and say so', async () => {
    const known = stateWeights(exact('year'), { m: [0.98, 0.02], u: [0.02, 0.98] });
    const links = await link(engine, { tables, comparisons: [...comparisons.slice(0, 2), known] });
    expect(links.model.comparisons[2]?.levels.slice(0, 2)).toEqual([
      { name: 'exact', m: 0.98, u: 0.02, weight: 5.61471, from: 'stated' },
      { name: 'else', m: 0.02, u: 0.98, weight: -5.61471, from: 'stated' },
    ]);
    await links.drop();
  });

  test('worth so many pairs, the data move them', async () => {
    const wrong = stateWeights(exact('year'), { m: [0.5, 0.5] });
    const m = async (statedWorth: number): Promise<number> => {
      const links = await link(engine, {
        tables,
        comparisons: [...comparisons.slice(0, 2), wrong],
        statedWorth,
      });
      await links.drop();
      return links.model.comparisons[2]?.levels[0]?.m ?? 0;
    };
    expect(await m(Infinity)).toBe(0.5);
    expect(await m(1e6)).toBeCloseTo(0.5, 2);
    expect(await m(1)).toBeGreaterThan(0.8);
  });

  test.each([
    [0.01, 0.01],
    [{ expected: 12 }, 12 / ((72 * 71) / 2)],
    [
      { rules: ['l.year = r.year and l.family = r.family and l.given = r.given'], recall: 0.5 },
      null,
    ],
  ])('the prior %j', async (prior, value) => {
    const links = await link(engine, { tables, prior });
    if (value !== null) expect(links.model.prior).toBeCloseTo(value, 12);
    else {
      const [count] = await engine.rows<{ n: number }>(
        'select count(*) as n from few l join few r on l.id < r.id and l.year = r.year and l.family = r.family and l.given = r.given',
      );
      expect(links.model.prior).toBeCloseTo((count?.n ?? 0) / 0.5 / ((72 * 71) / 2), 12);
    }
    await links.drop();
  });

  test('more same pairs than there are pairs are refused', async () => {
    await expect(link(engine, { tables, prior: { expected: 1e6 } })).rejects.toThrowError(
      new RangeError(
        'the prior expects 1,000,000 pairs that are the same, but these records make only 2,556 pairs; state fewer, or a probability',
      ),
    );
    await expect(
      link(engine, { tables, prior: { rules: ['true'], recall: 0.5 } }),
    ).rejects.toThrowError(
      new RangeError(
        'the rules of the prior find 2,556 pairs, which at a recall of 0.5 is 5,112, but these records make only 2,556 pairs; state fewer, or a probability',
      ),
    );
    const all = await link(engine, { tables, prior: { expected: 2556 } });
    expect(all.model.prior).toBe(1 - 0.5 / 2556);
    await all.drop();
  });

  test.each([0, 1, { expected: -1 }, { rules: [], recall: 1 }, { rules: ['true'], recall: 2 }])(
    'the prior %j is refused',
    async (prior) => {
      await expect(link(engine, { tables, prior })).rejects.toThrow(
        /^the prior must be a probability/,
      );
    },
  );
});

describe('a call that does not fit is refused by name', () => {
  beforeAll(async () => {
    await engine.run(
      "create table ship as select * from (values ('1', 'a'), ('1', 'b')) v(id, name); create table gap as select * from (values ('1', 'a'), (NULL, 'b')) v(id, name)",
    );
  });
  const ship = [{ table: 'ship', id: 'id' }];
  test.each<readonly [string, Partial<LinkOptions>]>([
    ['no table', { tables: [] }],
    ['no such id', { tables: [{ table: 'ship', id: 'nr' }] }],
    ['two of one name', { tables: [...ship, ...ship] }],
    ['ids twice', { tables: ship }],
    ['ids missing', { tables: [{ table: 'gap', id: 'id' }] }],
    ['no such column', { tables: [{ table: 'few', id: 'id' }], comparisons: [exact('port')] }],
    ['no such column in a rule', { tables: [{ table: 'few', id: 'id' }], blocking: [['port']] }],
    [
      'SQL of a level',
      {
        tables: [{ table: 'few', id: 'id' }],
        comparisons: [
          { name: 'own', columns: ['year'], levels: [{ name: 'x', holds: 'l.year =' }] },
        ],
      },
    ],
    [
      'two comparisons of one name',
      { tables: [{ table: 'few', id: 'id' }], comparisons: [exact('year'), exact('year')] },
    ],
    [
      'two levels of one name',
      {
        tables: [{ table: 'few', id: 'id' }],
        comparisons: [
          {
            name: 'own',
            columns: ['year'],
            levels: [
              { name: 'x', holds: 'true' },
              { name: 'x', holds: 'true' },
            ],
          },
        ],
      },
    ],
    ['no rule', { tables: [{ table: 'few', id: 'id' }], blocking: [] }],
    ['an empty rule', { tables: [{ table: 'few', id: 'id' }], blocking: [[]] }],
    ['a threshold', { tables: [{ table: 'few', id: 'id' }], threshold: 50 }],
    ['between one table', { tables: [{ table: 'few', id: 'id' }], link: 'between' }],
  ])('%s', async (_, options) => {
    await expect(
      linkRecords(engine, {
        tables: [],
        blocking: [['name']],
        comparisons: [exact('name')],
        ...(options.tables?.[0]?.table === 'few'
          ? { blocking: [['year']], comparisons: [exact('year')] }
          : {}),
        ...options,
      }),
    ).rejects.toThrowErrorMatchingSnapshot();
  });
});

test('two linkages at once do not share tables', async () => {
  const people = makePeople({ people: 50, twice: 10, seed: 5 });
  await people.insert(engine, 'at_once');
  const tables = [{ table: 'at_once', id: 'id' }];
  const [one, two] = await Promise.all([link(engine, { tables }), link(engine, { tables })]);
  expect(one.table).not.toBe(two.table);
  expect(await one.pairs()).toEqual(await two.pairs());
  await one.drop();
  await two.drop();
});

test('tables that happen to have such names are left alone, also where a linkage is refused', async () => {
  const own = await openEngine();
  await makePeople({ people: 20, twice: 4, seed: 5 }).insert(own, 'people');
  await own.run(
    'create table "Linkage Pair" as select 1 as mine; create table "linkage compared by hand" as select 2 as mine',
  );
  const before = await own.tables();
  const tables = [{ table: 'people', id: 'id' }];
  await expect(link(own, { tables, blocking: ['true'], maxPairs: 1 })).rejects.toThrow('maxPairs');
  expect(await own.tables()).toEqual(before);
  const links = await link(own, { tables });
  expect(links.table).toBe('linkage 2 pair');
  expect(await own.rows('select mine from "Linkage Pair"')).toEqual([{ mine: 1 }]);
  await links.drop();
  expect(await own.tables()).toEqual(before);
  await own.close();
});

test('what is taught by other rules does not depend on the rules that find pairs', async () => {
  await makePeople({ people: 200, twice: 60, seed: 11 }).insert(engine, 'taught');
  const tables = [{ table: 'taught', id: 'id' }];
  const training = [['family'], ['given', 'year']];
  const alone = await link(engine, { tables, blocking: training });
  for (const found of [training, [['year'], ['town']], ['true', ['town']]]) {
    const links = await link(engine, { tables, blocking: found, training });
    expect(links.model).toEqual(alone.model);
    expect(links.training).toEqual(alone.training);
    await links.drop();
  }
  await alone.drop();
});

test('clusters are made from the tables as they stand', async () => {
  const people = makePeople({ people: 200, twice: 40, seed: 11 });
  await people.insert(engine, 'clustered');
  const links = await link(engine, { tables: [{ table: 'clustered', id: 'id' }] });
  const { records, clusters } = await clusterLinks(engine, links, {
    atLeast: 0.9,
    into: 'made clusters',
  });
  expect(records).toBe(240);
  expect(clusters).toBeGreaterThanOrEqual(198);
  expect(clusters).toBeLessThanOrEqual(206);
  await links.drop();
  expect(
    (await engine.tables()).filter((name) => name.startsWith(links.table.replace(/ pair$/, ''))),
  ).toEqual([]);
});

describe('what stands in the way is told by name', () => {
  const own = [exact('port')];
  beforeAll(async () => {
    await engine.run(
      "create or replace table odd as select * from (values ('a', 'NLVLI', 'K1', 1.5::DOUBLE, TIMESTAMP '2021-03-01 23:00:00', 1), ('b', 'NLVLI', 'K1', 'NaN'::DOUBLE, TIMESTAMP '2021-03-02 01:00:00', 1), ('c', 'BEGNE', 'K2', 'Infinity'::DOUBLE, TIMESTAMP '2021-05-01 01:00:00', 2), ('d', 'BEGNE', 'K2', 1.7::DOUBLE, NULL, 1)) v(id, port, container, kg, seen, \"#n\")",
    );
  });
  const tables = [{ table: 'odd', id: 'id' }];
  const found = async (options: Partial<LinkOptions>): Promise<readonly string[]> => {
    const links = await linkRecords(engine, {
      tables,
      blocking: [['port']],
      comparisons: own,
      prior: 0.5,
      ...options,
    });
    const pairs = await links.pairs();
    await links.drop();
    return pairs.map(({ a, b }) => a + b);
  };
  const refused = (options: Partial<LinkOptions>): Promise<unknown> =>
    found(options).catch((error: Error) => `${error.name}: ${error.message}`);

  test('the prior reads columns that nothing else reads, and says what is wrong with a rule', async () => {
    const rules = ['l.container = r.container'];
    const links = await linkRecords(engine, {
      tables,
      blocking: [['port']],
      comparisons: own,
      prior: { rules, recall: 0.8 },
    });
    // Two of six pairs share a container: 2 / 0.8 / 6.
    expect(links.model.prior).toBeCloseTo(2.5 / 6, 12);
    await links.drop();
    expect(await refused({ prior: { rules: ['l.box = r.box'], recall: 1 } })).toMatchInlineSnapshot(
      `"TypeError: rule of the prior "l.box = r.box": Binder Error: Table "l" does not have a column named "box""`,
    );
  });

  test('a bucket of a number leaves out NaN and infinity, and of a moment goes by its day', async () => {
    expect(await found({ blocking: [[{ bucket: 'kg', width: 1 }]] })).toEqual(['ad']);
    expect(await found({ blocking: [[{ bucket: 'seen', width: 2, neighbours: true }]] })).toEqual([
      'ab',
    ]);
  });

  test('a column of a name that begins with # is compared under another name', async () => {
    expect(await refused({ comparisons: [exact('#n')] })).toMatchInlineSnapshot(
      `"TypeError: the column "#n" cannot be compared under this name, for names that begin with # stand for the linkage's own columns; give it another name, in a view if need be"`,
    );
    expect(await refused({ blocking: ['l."#n" = r."#n"'] })).toContain('give it another name');
  });

  test.each<[string, Partial<LinkOptions>]>([
    ['sample of none', { sample: { u: 0, m: 0 } }],
    ['sample of NaN', { sample: { u: Number.NaN } }],
    ['sample that is no number', { sample: { m: 1.5 } }],
    ['worth of NaN', { statedWorth: Number.NaN }],
    ['worth below zero', { statedWorth: -1e6 }],
    ['parts of none', { partSize: 0 }],
    ['parts below zero', { partSize: -1 }],
    ['pairs that are no number', { maxPairs: Number.NaN }],
    ['threshold of one', { threshold: 1 }],
  ])('%s is out of range', async (_, options) => {
    expect(await refused(options)).toMatch(/^RangeError: .* must be /);
  });

  test('a number out of range is said with what it must be', async () => {
    expect(await refused({ sample: { u: 0 } })).toMatchInlineSnapshot(
      `"RangeError: \`sample.u\` must be a whole number of pairs, 1 or more, not 0"`,
    );
    expect(await refused({ statedWorth: -1 })).toMatchInlineSnapshot(
      `"RangeError: \`statedWorth\` must be a number of pairs above 0, or Infinity, not -1"`,
    );
  });
});

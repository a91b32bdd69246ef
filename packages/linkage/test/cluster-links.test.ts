import { openEngine } from '@samenbeeld/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterLinks, clusterPairs, type Judgement, type Pair } from '../src/index.ts';
import { anyJudgements, anyPairs, judge, name, pair, ref } from './make-pairs.ts';

const tables = ['x', 'y', 'z'];
/** The records of `anyPairs` in the order in which a linkage numbers them. */
const records = Array.from({ length: 9 }, (_, n) => ref(name(n))).sort(
  (a, b) => tables.indexOf(a.table) - tables.indexOf(b.table) || (a.id < b.id ? -1 : 1),
);
const numberOf = (table: string, id: string): number =>
  records.findIndex((record) => record.table === table && record.id === id);

type Opened = Awaited<ReturnType<typeof openEngine>>;

async function load(engine: Opened, pairs: readonly Pair[], first: number): Promise<void> {
  await engine.run('drop table if exists link; drop table if exists record');
  await engine.insert(
    'record',
    [
      { name: 'n', type: 'BIGINT' },
      { name: 'source', type: 'INTEGER' },
      { name: 'id', type: 'VARCHAR' },
    ],
    records.map(({ table, id }, n) => [n + first, tables.indexOf(table), id]),
  );
  await engine.insert(
    'link',
    [
      { name: 'a', type: 'BIGINT' },
      { name: 'b', type: 'BIGINT' },
      { name: 'weight', type: 'DOUBLE' },
      { name: 'probability', type: 'DOUBLE' },
    ],
    pairs.map((of) => {
      const ends = [numberOf(of.tableA, of.a), numberOf(of.tableB, of.b)].sort((a, b) => a - b);
      return [(ends[0] ?? 0) + first, (ends[1] ?? 0) + first, of.weight, of.probability];
    }),
  );
}

const links = { table: 'link', records: 'record', tables };

test('are those of clusterPairs, whatever the chunk and the first number', async () => {
  const engine = await openEngine({ threads: 2 });
  await fc.assert(
    fc.asyncProperty(
      anyPairs,
      anyJudgements,
      fc.integer({ min: 1, max: 9 }),
      fc.nat(3),
      async (pairs, judgements: readonly Judgement[], chunk, first) => {
        await load(engine, pairs, first);
        const options = { atLeast: 0.5, judgements, guard: { once: ['y'], largest: 4 } };
        const told: number[] = [];
        const done = await clusterLinks(engine, links, {
          ...options,
          chunk,
          progress: (read) => told.push(read),
        });
        const expected = clusterPairs(pairs, { ...options, records });
        const rows = await engine.rows<{ source: number; id: string; cluster: number }>(
          'select source, id, cluster from clusters order by n',
        );
        const members = new Map<number, string[]>();
        for (const { source, id, cluster } of rows)
          members.set(cluster, [...(members.get(cluster) ?? []), `${tables[source]}/${id}`]);
        expect([...members.values()]).toEqual(
          expected.clusters.map(({ records }) => records.map(({ table, id }) => `${table}/${id}`)),
        );
        expect(done.refusedLinks).toBe(expected.refused.length);
        expect(done.clusters).toBe(expected.clusters.length);
        expect(done.sizes).toEqual(expected.sizes);
        expect(told).toEqual([...told].sort((a, b) => a - b));
        const kinds = await engine.rows<{ kind: string }>(
          'select kind from clusters_refused order by kind',
        );
        expect(kinds.map(({ kind }) => kind)).toEqual(
          expected.refused.map(({ because }) => because.kind).sort(),
        );
        const profile = await engine.rows(
          'select size, links, density, weakest, hub, bridges from clusters_profile order by cluster',
        );
        expect(profile).toEqual(
          expected.clusters
            .filter(({ records }) => records.length > 1)
            .map((cluster) => ({
              size: cluster.records.length,
              links: cluster.links,
              density: cluster.density,
              weakest: cluster.weakest === Number.POSITIVE_INFINITY ? null : cluster.weakest,
              hub: cluster.hub,
              bridges: cluster.bridges.length,
            })),
        );
      },
    ),
    { numRuns: 25 },
  );
  await engine.close();
}, 120_000);

test('the witnesses of a refused link are written, and a second run replaces the first', async () => {
  const engine = await openEngine();
  await load(engine, [pair('x:0', 'y:1', 6), pair('x:0', 'y:4', 2)], 1);
  const judgements = [judge('j', 'y:1', 'y:4', 'negative')];
  for (const guard of [{}, { once: ['y'] }]) {
    await clusterLinks(engine, links, { atLeast: 0.5, judgements, guard, profile: false });
    expect(await engine.rows('select a, b, weight, kind, x, y from clusters_refused')).toEqual([
      { a: 1, b: 5, weight: 2, kind: 'judged', x: 4, y: 5 },
    ]);
  }
  expect(await engine.tables()).toEqual(['clusters', 'clusters_refused', 'link', 'record']);
  await engine.close();
});

test('a pair that was linked and is judged to be the same is one link, the strongest', async () => {
  const engine = await openEngine();
  await load(engine, [pair('x:0', 'y:1', 6), pair('y:1', 'x:6', 0)], 0);
  const judgements = [
    judge('j1', 'x:6', 'y:1', 'positive'),
    judge('j2', 'x:6', 'z:2', 'positive'),
    judge('j3', 'z:2', 'x:6', 'positive', { role: 'police' }),
  ];
  const done = await clusterLinks(engine, links, {
    atLeast: 0.5,
    judgements,
    guard: { once: ['x'] },
  });
  expect([done.links, done.refusedLinks]).toEqual([3, 1]);
  // What a person said comes before the stronger link, which is refused.
  expect(await engine.rows('select weight, kind from clusters_refused')).toEqual([
    { weight: 6, kind: 'once' },
  ]);
  await engine.close();
});

test('a table or view that is not of an earlier clustering is refused and kept', async () => {
  const engine = await openEngine();
  await load(engine, [pair('x:0', 'y:1', 6)], 0);
  for (const [made, name] of [
    ['table Clusters', 'clusters'],
    ['view clusters_refused', 'clusters_refused'],
    ['table clusters_profile', 'clusters_profile'],
    ['table clusters_moved', 'clusters_moved'],
  ] as const) {
    await engine.run(`create ${made} as select 1 as mine`);
    await expect(clusterLinks(engine, links, { atLeast: 0.5 })).rejects.toThrowError(
      new RangeError(
        `there is a table "${name}" already, and it is not one that this engine wrote for clusters; drop it, or give another name with \`into\``,
      ),
    );
    expect(await engine.rows(`select mine from ${name}`)).toEqual([{ mine: 1 }]);
    await engine.run(`drop ${made}`);
  }
  await expect(
    clusterLinks(engine, links, { atLeast: 0.5, into: links.records }),
  ).rejects.toThrowError(/there is a table "record" already/);
  await clusterLinks(engine, links, { atLeast: 0.5 });
  await clusterLinks(engine, links, { atLeast: 0.5, into: 'CLUSTERS' });
  expect(await engine.tables()).toEqual([
    'CLUSTERS',
    'CLUSTERS_profile',
    'CLUSTERS_refused',
    'link',
    'record',
  ]);
  await engine.close();
});

test('what is not there is refused', async () => {
  const engine = await openEngine();
  await load(engine, [pair('x:0', 'y:1', 6)], 0);
  await expect(
    clusterLinks(engine, links, { atLeast: 0.5, guard: { once: ['w'] } }),
  ).rejects.toThrowError(
    new RangeError('`guard.once` names the table "w"; the tables linked are x, y, z'),
  );
  await expect(
    clusterLinks(engine, links, {
      atLeast: 0.5,
      judgements: [judge('j', 'x:0', 'y:99', 'positive')],
    }),
  ).rejects.toThrowError(/names the record y\/99, which is not among the records linked/);
  await engine.run('delete from record where n = 4');
  await expect(clusterLinks(engine, links, { atLeast: 0.5 })).rejects.toThrowError(
    /without gaps, table by table/,
  );
  await engine.close();
});

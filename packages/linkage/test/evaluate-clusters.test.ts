import { expect, test } from 'vitest';
import { evaluateClusters } from '../src/index.ts';

const of = (...ids: readonly string[]) => ({ records: ids.map((id) => ({ table: 't', id })) });
/** Twelve records of three entities, as in Bagga & Baldwin 1998: 1-5, 6-7, 8-C. */
const key = (id: string): string => ('12345'.includes(id) ? 'a' : '67'.includes(id) ? 'b' : 'c');
const entityOf = ({ id }: { readonly id: string }): string => key(id);
const refs = (...ids: readonly string[]) => ids.map((id) => ({ table: 't', id }));
const truth = { records: refs(...'123456789ABC'), entityOf };

test('the example of Bagga and Baldwin: which mistake is made matters', () => {
  const small = evaluateClusters([of(...'12345'), of(...'6789ABC')], truth);
  const large = evaluateClusters([of(...'1234589ABC'), of(...'67')], truth);
  expect(small.bCubed.precision?.toFixed(2)).toBe('0.76');
  expect(large.bCubed.precision?.toFixed(2)).toBe('0.58');
  expect([small.bCubed.recall, large.bCubed.recall]).toEqual([1, 1]);
  // By pairs: 10 + 1 + 10 true, all found, among 31 and 46.
  expect(small.pairs).toMatchObject({ tp: 21, fp: 10, fn: 0, precision: 21 / 31 });
  expect(large.pairs).toMatchObject({ tp: 21, fp: 25, fn: 0, precision: 21 / 46 });
  expect([small.exact, small.mixed, small.split, small.clusters, small.entities]).toEqual([
    1, 1, 0, 2, 3,
  ]);
});

test('all apart, all together, all right', () => {
  const ids = [...'123456789ABC'];
  const apart = evaluateClusters(
    ids.map((id) => of(id)),
    truth,
  );
  expect(apart.bCubed.precision).toBe(1);
  expect(apart.bCubed.recall).toBeCloseTo(3 / 12, 12);
  expect(apart.bCubed.f1).toBeCloseTo(0.4, 12);
  expect(apart.pairs).toMatchObject({ tp: 0, fp: 0, fn: 21, precision: null, recall: 0, f1: 0 });
  expect([apart.split, apart.mixed, apart.exact]).toEqual([3, 0, 0]);
  expect(evaluateClusters([of(...ids)], truth).bCubed.recall).toBe(1);
  expect(evaluateClusters([of(...'12345'), of(...'67'), of(...'89ABC')], truth)).toMatchObject({
    exact: 3,
    bCubed: { precision: 1, recall: 1, f1: 1 },
    pairs: { f1: 1 },
  });
});

test('records of unknown entity are left out, and counted as such', () => {
  const { bCubed, unknown, clusters } = evaluateClusters([of('1', '2', '?'), of('?!')], {
    records: refs('1', '2', '?', '?!'),
    entityOf: ({ id }) => (id.startsWith('?') ? null : key(id)),
  });
  expect([bCubed.precision, unknown, clusters]).toEqual([1, 2, 1]);
  const nothing = { precision: null, recall: null, f1: null };
  expect(evaluateClusters([], { records: [], entityOf }).bCubed).toEqual(nothing);
});

test('a record that no cluster holds counts against recall, as with clusters that name all records', () => {
  const records = refs('A1', 'A2', 'B1', 'B2');
  const entity = { records, entityOf: ({ id }: { readonly id: string }) => id[0] ?? null };
  const linked = evaluateClusters([of('B1', 'B2')], entity);
  expect(linked).toEqual(evaluateClusters([of('B1', 'B2'), of('A1'), of('A2')], entity));
  expect(linked.pairs).toMatchObject({ tp: 1, fp: 0, fn: 1, recall: 0.5 });
  expect(linked).toMatchObject({ bCubed: { precision: 1, recall: 0.75 }, entities: 2, split: 1 });
  expect(evaluateClusters([], entity).pairs).toMatchObject({ tp: 0, fn: 2, recall: 0 });
  expect(() => evaluateClusters([of('C1')], entity)).toThrowError(
    new RangeError(
      'the record t/C1 is in a cluster, and is not among `records` of the truth; name all records that were linked',
    ),
  );
});

test('among says which pairs count', () => {
  const records = ['1', '2'].flatMap((id) => ['be', 'nl'].map((table) => ({ table, id })));
  const all = { records, entityOf: () => 'one' };
  const clusters = [{ records: records.slice(0, 3) }];
  const pairs = (among: 'all' | 'within tables' | 'between tables') =>
    evaluateClusters(clusters, { ...all, among }).pairs;
  expect(pairs('all')).toMatchObject({ tp: 3, fp: 0, fn: 3 });
  expect(pairs('within tables')).toMatchObject({ tp: 1, fp: 0, fn: 1 });
  expect(pairs('between tables')).toMatchObject({ tp: 2, fp: 0, fn: 2 });
});

test('verdicts on pairs tell what they tell, and no more', () => {
  const [one, two, three, four] = refs('1', '2', '3', '4');
  if (!one || !two || !three || !four) throw new Error('four records');
  const pairs = [
    { a: one, b: two, same: true },
    { a: two, b: one, same: true },
    { a: two, b: three, same: false },
    { a: one, b: four, same: true },
  ];
  expect(evaluateClusters([of('1', '2', '3', '5')], { pairs })).toEqual({
    pairs: { tp: 1, fp: 1, fn: 1, precision: 0.5, recall: 0.5, f1: 0.5 },
    bCubed: { precision: null, recall: null, f1: null },
    exact: null,
    clusters: 2,
    entities: null,
    mixed: 1,
    split: null,
    unknown: 1,
  });
});

test('a record in two clusters is refused', () => {
  expect(() => evaluateClusters([of('1'), of('2', '1')], truth)).toThrowError(
    new RangeError('the record t/1 is in two clusters'),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterEdges, type NumberedGuard, profileEdges } from '../src/index.ts';

const count = 10;
const anyEdges = fc.array(
  fc
    .tuple(fc.nat(count - 1), fc.nat(count - 1), fc.integer({ min: 0, max: 4 }))
    .filter(([a, b]) => a !== b),
  { maxLength: 24 },
);
const anyApart = fc.array(
  fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([a, b]) => a !== b),
  { maxLength: 6 },
);

type Triples = readonly (readonly [number, number, number])[];

const edgesOf = (triples: Triples) => ({
  left: Uint32Array.from(triples, ([a]) => a),
  right: Uint32Array.from(triples, ([, b]) => b),
  weight: Float64Array.from(triples, ([, , weight]) => weight),
});

/** The same by trying: sets of records, joined link by link where no two of them may not meet. */
function byTrying(triples: Triples, allowed: (part: readonly number[]) => boolean): number[] {
  let parts = Array.from({ length: count }, (_, record) => [record]);
  const strongest = [...triples]
    .map(([a, b, weight]) => [Math.min(a, b), Math.max(a, b), weight] as const)
    .sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1]);
  for (const [a, b] of strongest) {
    const both = parts.filter((part) => part.includes(a) || part.includes(b));
    if (both.length < 2 || !allowed(both.flat())) continue;
    parts = [...parts.filter((part) => !both.includes(part)), both.flat()];
  }
  return Array.from({ length: count }, (_, record) =>
    Math.min(...(parts.find((part) => part.includes(record)) ?? [])),
  );
}

const tableOf = (record: number): number => (record % 4 === 3 ? -1 : record % 4);
const guardOf = (apart: readonly (readonly [number, number])[]): NumberedGuard => ({
  once: Int32Array.from({ length: count }, (_, record) => tableOf(record)),
  apart,
  forbids: (a, b) => (a + b === 11 ? 'they add up to 11' : null),
  largest: 5,
});

function mayMeet(part: readonly number[], apart: readonly (readonly [number, number])[]): boolean {
  const tables = part.map(tableOf).filter((table) => table >= 0);
  return (
    new Set(tables).size === tables.length &&
    part.length <= 5 &&
    apart.every(([a, b]) => !(part.includes(a) && part.includes(b))) &&
    part.every((a) => part.every((b) => a === b || a + b !== 11))
  );
}

test('without a guard clusters are the connected components', () => {
  fc.assert(
    fc.property(anyEdges, (triples) => {
      expect([...clusterEdges(edgesOf(triples), count).label]).toEqual(
        byTrying(triples, () => true),
      );
    }),
  );
});

test('with a guard they are what one gets by trying link after link, strongest first', () => {
  fc.assert(
    fc.property(anyEdges, anyApart, (triples, apart) => {
      const { label, refused } = clusterEdges(edgesOf(triples), count, guardOf(apart));
      expect([...label]).toEqual(byTrying(triples, (part) => mayMeet(part, apart)));
      for (const { edge, obstacle } of refused) {
        const [a, b] = triples[edge] ?? [0, 0];
        expect(label[a]).not.toBe(label[b]);
        const both = [...label.keys()].filter(
          (r) => label[r] === label[a] || label[r] === label[b],
        );
        expect(mayMeet(both, apart)).toBe(false);
        if (obstacle.kind === 'largest') continue;
        // The two that stand against it are of the two clusters, one each, and may indeed not meet.
        const [x, y] = obstacle.records;
        expect([label[x], label[y]].sort()).toEqual([label[a], label[b]].sort());
        expect(mayMeet([x, y], apart)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test('every link is followed, within a cluster, or refused', () => {
  fc.assert(
    fc.property(anyEdges, anyApart, (triples, apart) => {
      const { label, refused } = clusterEdges(edgesOf(triples), count, guardOf(apart));
      const left = new Set(refused.map(({ edge }) => edge));
      triples.forEach(([a, b], edge) => {
        expect(label[a] === label[b]).toBe(!left.has(edge));
      });
    }),
  );
});

test('the order of the links changes nothing', () => {
  fc.assert(
    fc.property(anyEdges, anyApart, fc.nat(), (triples, apart, turn) => {
      const at = triples.length === 0 ? 0 : turn % triples.length;
      const turned = [...triples.slice(at), ...triples.slice(0, at)]
        .reverse()
        .map(([a, b, weight]) => [b, a, weight] as const);
      const one = clusterEdges(edgesOf(triples), count, guardOf(apart));
      const two = clusterEdges(edgesOf(turned), count, guardOf(apart));
      expect(two.label).toEqual(one.label);
      expect(two.weakest).toEqual(one.weakest);
      expect(two.refused.map(({ obstacle }) => obstacle)).toEqual(
        one.refused.map(({ obstacle }) => obstacle),
      );
    }),
  );
});

test('of several that stand against a link, the witness is the first, however it is written', () => {
  // {4, 6} and {5, 7}: both 4 + 7 and 6 + 5 are 11.
  const forbids = (a: number, b: number): string | null => (a + b === 11 ? 'eleven' : null);
  const witness = (last: readonly [number, number, number], first: Triples) =>
    clusterEdges(edgesOf([...first, last]), 8, { forbids }).refused.map(({ obstacle }) => obstacle);
  const expected = [{ kind: 'forbidden', reason: 'eleven', records: [4, 7] }];
  for (const last of [
    [4, 5, 1],
    [5, 4, 1],
    [6, 7, 1],
    [7, 6, 1],
  ] as const)
    for (const first of [
      [[4, 6, 9] as const, [5, 7, 9] as const],
      [[7, 5, 9] as const, [6, 4, 8] as const],
    ])
      expect(witness(last, first)).toEqual(expected);
});

test('bridges are the links without which a cluster has more parts', () => {
  fc.assert(
    fc.property(anyEdges, (triples) => {
      const { label } = clusterEdges(edgesOf(triples), count);
      const { bridges, links, size, hub } = profileEdges(edgesOf(triples), label);
      const same = (x: Triples[number], y: Triples[number]): boolean =>
        Math.min(x[0], x[1]) === Math.min(y[0], y[1]) &&
        Math.max(x[0], x[1]) === Math.max(y[0], y[1]);
      const parts = (some: Triples): number => new Set(byTrying(some, () => true)).size;
      const expected = triples.filter(
        (link) => parts(triples.filter((other) => !same(other, link))) > parts(triples),
      );
      const named = (some: Triples): readonly string[] =>
        [...new Set(some.map(([a, b]) => [a, b].sort().join('-')))].sort();
      expect(named([...bridges].map((edge) => triples[edge] ?? [0, 0, 0]))).toEqual(
        named(expected),
      );
      // A pair that is named twice is one link, and one bridge.
      expect(bridges.length).toBe(named(expected).length);
      const distinct = named(triples);
      label.forEach((cluster, record) => {
        if (cluster !== record) return;
        const inside = distinct.filter((link) => label[Number(link.split('-')[0])] === cluster);
        expect(links[cluster]).toBe(inside.length);
        expect(size[cluster]).toBe(label.filter((of) => of === cluster).length);
        const degrees = [...label.keys()].map(
          (of) => inside.filter((link) => link.split('-').includes(String(of))).length,
        );
        expect(hub[cluster]).toBe(Math.max(...degrees));
      });
    }),
  );
});

test('the weakest link is that of the strongest tree', () => {
  const edges = edgesOf([
    [0, 1, 9],
    [1, 2, 3],
    [0, 2, 5],
    [3, 4, 2],
  ]);
  const { weakest } = clusterEdges(edges, 6);
  expect([...weakest]).toEqual([5, Number.NaN, Number.NaN, 2, Number.NaN, Number.NaN]);
});

test('a chain of 200,000 records is one cluster of bridges', () => {
  const n = 200_000;
  const edges = {
    left: Uint32Array.from({ length: n - 1 }, (_, at) => at),
    right: Uint32Array.from({ length: n - 1 }, (_, at) => at + 1),
    weight: new Float64Array(n - 1).fill(1),
  };
  const { label } = clusterEdges(edges, n);
  expect(label.every((cluster) => cluster === 0)).toBe(true);
  expect(profileEdges(edges, label).bridges.length).toBe(n - 1);
});

test('a record beyond the count is refused', () => {
  expect(() => clusterEdges(edgesOf([[0, 7, 1]]), 5)).toThrowError(
    new RangeError('link 0 names record 7; there are 5 records, numbered from 0'),
  );
  expect(() => clusterEdges(edgesOf([]), 5, { apart: [[2, 2]] })).toThrowError(
    new RangeError('record 2 is to be kept apart from itself'),
  );
});

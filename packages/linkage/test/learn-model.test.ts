import { exact, stateWeights } from '@samenbeeld/linkage';
import { describe, expect, test } from 'vitest';
import { allMatches, blockedOn, learnProbabilities } from '../src/learn-model.ts';
import type { Pattern } from '../src/pattern.ts';

const columns = ['a', 'b', 'c', 'd'];
const m = [0.9, 0.8, 0.7, 0.95];
const u = [0.02, 0.1, 0.05, 0.2];
const share = 0.004;
const pairs = 500_000;

/** Expected counts among all pairs, or among those that agree on one comparison, which stands at `keyed`. */
function expected(keyed?: number): readonly Pattern[] {
  const chance = (places: readonly number[], agree: readonly number[]): number =>
    places.reduce(
      (product, place, at) => product * (place === 0 ? (agree[at] ?? 0) : 1 - (agree[at] ?? 0)),
      1,
    );
  return Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].map((at) => (bits >> at) & 1))
    .filter((places) => keyed === undefined || places[keyed] === 0)
    .map((places) => ({
      places,
      count: pairs * (share * chance(places, m) + (1 - share) * chance(places, u)),
      also: places.reduce(
        (sum, place, at) => sum + (at !== keyed && at < 2 && place === 0 ? 2 ** at : 0),
        0,
      ),
    }));
}

const passes = ['a', 'b'].map((column, rule) => ({
  rule,
  left: [`"${column}"`],
  right: [`"${column}"`],
}));
const evidence = {
  comparisons: columns.map((column) => exact(column)),
  passes,
  drawn: expected(),
  byPass: [0, 1].map((pass) => ({ pass, patterns: expected(pass), each: 1 })),
  pairs,
  statedWorth: Infinity,
};

describe('pairs as the model says they are, keyed on a and on b', () => {
  const learnt = learnProbabilities(evidence);
  test.each([0, 1, 2, 3])('m and u of comparison %d come back', (at) => {
    expect(learnt.m[at]?.[0]).toBeCloseTo(m[at] ?? 0, 2);
    expect(learnt.u[at]?.[0]).toBeCloseTo(u[at] ?? 0, 3);
  });
  test('and the prior, which counts what neither key finds', () => {
    expect(learnt.prior / share).toBeGreaterThan(0.97);
    expect(learnt.prior / share).toBeLessThan(1.03);
  });
  test('a comparison sits out the pass that is keyed on it', () => {
    expect(learnt.training.map(({ without }) => [...without])).toEqual([[0], [1]]);
    expect(learnt.untaught.size).toBe(0);
  });
});

test('many duplicates do not pass for chance', () => {
  // Drawn pairs agree on a in 0.02 + 0.0035 of cases; only 0.02 of it is chance.
  const drawnAgree =
    expected().reduce((sum, { places, count }) => sum + (places[0] === 0 ? count : 0), 0) / pairs;
  const { u: found } = learnProbabilities(evidence);
  expect(drawnAgree - 0.02).toBeGreaterThan(0.0034);
  expect(Math.abs((found[0]?.[0] ?? 0) - 0.02)).toBeLessThan(0.0005);
});

test('what no pass teaches keeps its customary m and is named', () => {
  const { untaught, m: found } = learnProbabilities({
    ...evidence,
    byPass: evidence.byPass.slice(0, 1),
  });
  expect([...untaught]).toEqual([0]);
  expect(found[0]).toEqual([0.9, 0.1]);
});

test('what is stated is held, in the passes and in u', () => {
  const known = learnProbabilities({
    ...evidence,
    comparisons: [
      ...evidence.comparisons.slice(0, 3),
      stateWeights(exact('d'), { m: [0.5, 0.5], u: [0.25, 0.75] }),
    ],
  });
  expect(known.m[3]).toEqual([0.5, 0.5]);
  expect(known.u[3]).toEqual([0.25, 0.75]);
});

test('a derived key blocks the comparisons of its columns', () => {
  const pass = { rule: 0, left: ['substr("B", 1, 3)'], right: ['substr("B", 1, 3)'] };
  expect([...blockedOn(pass, evidence.comparisons)]).toEqual([1]);
});

test('a condition blocks the comparisons of the columns it reads, and no others of its words', () => {
  const key = { rule: 0, left: ['"a"'], right: ['"a"'] };
  const blocked = (where: string): readonly number[] => [
    ...blockedOn({ ...key, where }, evidence.comparisons),
  ];
  expect(blocked('abs(l.c - r.c) <= 3')).toEqual([0, 2]);
  expect(blocked(`l."D" < r.e and 'l.b' <> b(l.f.c)`)).toEqual([0, 3]);
});

test('a rule with a condition does not teach what it reads', () => {
  // What the condition lets through agrees on b: only the other rule may tell how often b agrees.
  const conditional = { rule: 0, left: ['"a"'], right: ['"a"'], where: 'l.b = r.b' };
  const learnt = learnProbabilities({
    ...evidence,
    passes: [conditional, { rule: 1, left: ['"c"'], right: ['"c"'] }],
    byPass: [
      { pass: 0, patterns: expected(0).filter(({ places }) => places[1] === 0), each: 1 },
      { pass: 1, patterns: expected(2), each: 1 },
    ],
  });
  expect(learnt.training.map(({ without }) => [...without])).toEqual([[0, 1], [2]]);
  expect(learnt.m[1]?.[0]).toBeCloseTo(m[1] ?? 0, 2);
});

test('capture and recapture by hand', () => {
  // One rule finds 60, another 40, both 30: 60 * 40 / 30 = 80.
  const captures = new Map([
    [0, { found: 60, also: new Map([[1, 30]]) }],
    [1, { found: 40, also: new Map([[0, 30]]) }],
  ]);
  expect(allMatches(captures)).toBe(80);
  expect(allMatches(new Map([[0, { found: 60, also: new Map<number, number>() }]]))).toBe(60);
  expect(allMatches(new Map())).toBe(0);
});

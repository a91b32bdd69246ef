import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExplainedPair, waterfall } from '../src/index.ts';

const anyWeight = fc.double({ min: -20, max: 20, noNaN: true });
const anyExplained: fc.Arbitrary<ExplainedPair> = fc
  .record({
    prior: anyWeight,
    parts: fc.array(fc.tuple(anyWeight, fc.oneof(fc.constant(0), anyWeight)), { maxLength: 6 }),
  })
  .map(({ prior, parts }) => {
    const weight = parts.reduce((sum, [part]) => sum + part, prior);
    return {
      a: '1',
      b: '7',
      tableA: 'be',
      tableB: 'nl',
      weight,
      probability: 1 / (1 + 2 ** -weight),
      prior,
      reasons: parts.map(([part, rarity], n) => ({
        comparison: `c${n}`,
        level: 'exact',
        weight: part,
        rarity,
        left: ['secret', null],
        right: ['secret', 'too'],
      })),
    };
  });

test('steps follow one another from the prior to the weight', () => {
  fc.assert(
    fc.property(anyExplained, (pair) => {
      const steps = waterfall(pair);
      const [start, ...rest] = steps;
      const end = rest.pop();
      expect([start?.kind, start?.from, start?.to]).toEqual(['start', 0, pair.prior]);
      expect([end?.kind, end?.from, end?.to, end?.probability]).toEqual([
        'end',
        0,
        pair.weight,
        pair.probability,
      ]);
      let at = pair.prior;
      for (const step of rest) {
        expect(step.from).toBe(at);
        expect(step.to).toBeCloseTo(step.from + step.weight, 9);
        at = step.to;
      }
      expect(at).toBeCloseTo(pair.weight, 6);
      for (const reason of pair.reasons) {
        const own = rest.filter(({ comparison }) => comparison === reason.comparison);
        expect(own.map(({ kind }) => kind)).toEqual(
          reason.rarity === 0 ? ['reason'] : ['reason', 'rarity'],
        );
        expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(reason.weight, 9);
      }
    }),
  );
});

test('withheld, no value is anywhere in the steps, and the sums are the same', () => {
  fc.assert(
    fc.property(anyExplained, (pair) => {
      const shown = waterfall(pair);
      const blank = waterfall(pair, { withhold: true });
      expect(JSON.stringify(blank)).not.toMatch(/secret|too/);
      expect(blank.map(({ from, to }) => [from, to])).toEqual(
        shown.map(({ from, to }) => [from, to]),
      );
      expect(
        blank
          .filter(({ kind }) => kind === 'reason')
          .every(({ withheld, left }) => withheld && left.length === 2),
      ).toBe(true);
    }),
  );
});

test('only what is named is withheld', () => {
  const reason = { level: 'exact', weight: 2, rarity: 0, left: ['x'], right: ['y'] };
  const pair = {
    a: '1',
    b: '2',
    tableA: 't',
    tableB: 't',
    weight: 1,
    probability: 2 / 3,
    prior: -3,
    reasons: [
      { ...reason, comparison: 'kg' },
      { ...reason, comparison: 'container' },
    ],
  };
  const steps = waterfall(pair, { withhold: ['container'] });
  expect(steps.map(({ left, withheld }) => [left, withheld])).toEqual([
    [[], false],
    [['x'], false],
    [[null], true],
    [[], false],
  ]);
  expect(() => waterfall(pair, { withhold: ['contianer'] })).toThrowError(
    '`withhold` names "contianer"; the pair is compared by kg, container',
  );
});

test('reasons that do not add up are refused', () => {
  expect(() =>
    waterfall({
      a: '1',
      b: '2',
      tableA: 't',
      tableB: 't',
      weight: 5,
      probability: 0.97,
      prior: -3,
      reasons: [],
    }),
  ).toThrowError('the prior and the reasons of 1 and 2 add up to -3, the pair weighs 5');
});

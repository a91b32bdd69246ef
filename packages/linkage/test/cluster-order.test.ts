import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongestFirst } from '../src/cluster/edges.ts';

function byComparing(left: Uint32Array, right: Uint32Array, weight: Float64Array): number[] {
  const key = (edge: number): readonly number[] => {
    const ends = [left[edge] ?? 0, right[edge] ?? 0].sort((a, b) => a - b);
    return [-(weight[edge] ?? 0), ...ends];
  };
  return Array.from(weight, (_, edge) => edge).sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    for (let at = 0; at < 3; at += 1)
      if (x[at] !== y[at]) return (x[at] ?? 0) < (y[at] ?? 0) ? -1 : 1;
    return a - b;
  });
}

const weights = [
  0,
  -0,
  1,
  -1,
  5e-324,
  -5e-324,
  1e300,
  -1e300,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0.1 + 0.2,
  0.3,
  37.25,
];

// 20 links are compared one with another; 6,000 go by radix.
test.each([20, 6000])('%i links run from the strongest to the weakest', (count) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
      let state = seed;
      const next = (below: number): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state % below;
      };
      const left = Uint32Array.from({ length: count }, () => next(200_000));
      const right = Uint32Array.from({ length: count }, () => next(200_000));
      const weight = Float64Array.from({ length: count }, () => weights[next(weights.length)] ?? 0);
      expect([...strongestFirst({ left, right, weight })]).toEqual(
        byComparing(left, right, weight),
      );
    }),
    { numRuns: count > 1000 ? 8 : 100 },
  );
});

test('a weight that is no number is refused by its place', () => {
  const ends = Uint32Array.of(0, 1);
  expect(() =>
    strongestFirst({ left: ends, right: ends, weight: Float64Array.of(1, Number.NaN) }),
  ).toThrowError(new RangeError('the weight of link 1 is not a number'));
});

import fc from 'fast-check';
import { it } from 'vitest';
import { narrows } from './narrows.ts';

fc.configureGlobal({ seed: 20260702 });

it('componentTotal(counted, inCell) is made no wider by deciding a pair in components too large to list', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.005, max: 300, noNaN: true }), {
        minLength: 64,
        maxLength: 64,
      }),
      fc.nat(),
      (odds, pick) => {
        const number = Array.from({ length: 8 }, (_, at) => at + 1);
        const records = ['a', 'b'].flatMap((file) =>
          number.map((i) => ({ id: `${file}${i}`, source: file })),
        );
        const pairs = number.flatMap((i) =>
          number.map((j) => ({
            a: `a${i}`,
            b: `b${j}`,
            odds: odds[(i - 1) * 8 + j - 1] ?? 0,
            decided: null,
          })),
        );
        narrows(records, pairs, pick);
      },
    ),
    { numRuns: 3 },
  );
}, 60_000);

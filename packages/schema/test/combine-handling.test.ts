import {
  combineHandling,
  type Handling,
  noAudience,
  noPurpose,
  publicHandling,
  tlpOrder,
} from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const levels = ['none', 'restricted', 'confidential', 'secret'] as const;
const some = (...words: readonly string[]) => fc.subarray([...words]);

const handling: fc.Arbitrary<Handling> = fc.record({
  h: fc.subarray(['H0', 'H1', 'H2', 'H3'] as const),
  h3Text: some('no press', 'no third states'),
  tlp: fc.constantFrom(...tlpOrder),
  classification: fc.constantFrom(...levels),
  purposes: some('analysis', 'exercise', 'prosecution'),
  audiences: some('benelux-analysts', 'hazeldonk', 'ministers'),
  originators: some('NL_POL', 'BE_CUST'),
});

const rank = (word: string, order: readonly string[]) => order.indexOf(word);
const holds = (whole: readonly string[], part: readonly string[]) =>
  part.every((item) => whole.includes(item));

describe('combineHandling', () => {
  test('unites restrictions and takes the strictest marking', () => {
    const a: Handling = { ...publicHandling, h: ['H3'], h3Text: ['no press'], tlp: 'GREEN' };
    const b: Handling = {
      ...publicHandling,
      h: ['H1'],
      tlp: 'AMBER',
      classification: 'restricted',
      purposes: ['analysis'],
      originators: ['NL_POL'],
    };
    expect(combineHandling([a, b])).toEqual({
      h: ['H1', 'H3'],
      h3Text: ['no press'],
      tlp: 'AMBER',
      classification: 'restricted',
      purposes: ['analysis'],
      audiences: [],
      originators: ['NL_POL'],
    });
  });

  test('an open input does not take away an audience, a closed one without it does', () => {
    const named: Handling = { ...publicHandling, tlp: 'AMBER', audiences: ['benelux-analysts'] };
    const unnamed: Handling = { ...publicHandling, tlp: 'AMBER' };
    expect(combineHandling([named, publicHandling]).audiences).toEqual(['benelux-analysts']);
    expect(combineHandling([named, unnamed]).audiences).toEqual([noAudience]);
    // Naming readers closes what is open otherwise, too.
    const other: Handling = { ...publicHandling, audiences: ['partners'] };
    expect(combineHandling([other, publicHandling]).audiences).toEqual(['partners']);
    expect(combineHandling([other, named]).audiences).toEqual([noAudience]);
  });

  test('purposes that exclude each other leave none, and nothing brings one back', () => {
    const one: Handling = { ...publicHandling, purposes: ['analysis'] };
    const other: Handling = { ...publicHandling, purposes: ['exercise'] };
    const none = combineHandling([one, other]);
    expect(none.purposes).toEqual([noPurpose]);
    expect(combineHandling([none, one]).purposes).toEqual([noPurpose]);
    expect(combineHandling([none, publicHandling]).purposes).toEqual([noPurpose]);
  });

  test('public data stay public', () => {
    expect(combineHandling([publicHandling, publicHandling])).toEqual(publicHandling);
  });

  test('is idempotent, commutative and associative', () => {
    fc.assert(
      fc.property(handling, handling, handling, (a, b, c) => {
        const all = combineHandling([a, b, c]);
        expect(combineHandling([a, a])).toEqual(combineHandling([a]));
        expect(combineHandling([all, a])).toEqual(all);
        expect(combineHandling([c, a, b])).toEqual(all);
        expect(combineHandling([combineHandling([a, b]), c])).toEqual(all);
        expect(combineHandling([a, combineHandling([b, c])])).toEqual(all);
      }),
    );
  });

  test('is never weaker than any input', () => {
    fc.assert(
      fc.property(fc.array(handling, { minLength: 1, maxLength: 4 }), (inputs) => {
        const all = combineHandling(inputs);
        for (const input of inputs) {
          expect(holds(all.h, input.h)).toBe(true);
          expect(holds(all.h3Text, input.h3Text)).toBe(true);
          expect(holds(all.originators, input.originators)).toBe(true);
          expect(rank(all.tlp, tlpOrder)).toBeGreaterThanOrEqual(rank(input.tlp, tlpOrder));
          expect(rank(all.classification, levels)).toBeGreaterThanOrEqual(
            rank(input.classification, levels),
          );
          if (input.purposes.length > 0) {
            expect(all.purposes.length).toBeGreaterThan(0);
            expect(holds([...input.purposes, noPurpose], all.purposes)).toBe(true);
          }
          const isOpen =
            input.tlp === 'CLEAR' && input.h.length === 0 && input.classification === 'none';
          if (!isOpen || input.audiences.length > 0) {
            expect(holds([...input.audiences, noAudience], all.audiences)).toBe(true);
            if (input.audiences.length > 0) expect(all.audiences.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  test('nothing at all has no handling', () => {
    expect(() => combineHandling([])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: Name at least one handling to combine; publicHandling is one.]`,
    );
  });
});

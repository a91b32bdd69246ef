import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeJudgements, nextQuestions, settleJudgements } from '../src/index.ts';
import { anyJudgements, anyPairs, judge, pair } from './make-pairs.ts';

const pairs = [
  pair('t:A', 't:B', 4),
  pair('t:A', 't:C', 0),
  pair('t:B', 't:C', 5),
  pair('t:C', 't:D', -2),
];
const asked = (
  ...rest: Parameters<typeof nextQuestions> extends [unknown, ...infer Rest] ? Rest : never
) => nextQuestions(pairs, ...rest).map(({ pair }) => pair.a + pair.b);

describe('questions', () => {
  test('the closest to even odds first, with the bits that an answer brings', () => {
    expect(asked([], { by: 'uncertainty' })).toEqual(['AC', 'CD', 'AB', 'BC']);
    const [first, second] = nextQuestions(pairs, [], { by: 'uncertainty', limit: 2 });
    expect([first?.value, second?.value.toFixed(4)]).toEqual([1, '0.7219']);
  });

  test('the largest stake first, ties by the records', () => {
    expect(asked([], { by: ({ a }) => (a === 'B' ? 9 : 1) })).toEqual(['BC', 'AB', 'AC', 'CD']);
  });

  test('a pair that somebody found impossible to tell is not asked again; one in dispute is', () => {
    expect(asked([judge('1', 't:A', 't:C', 'unsure')], { by: 'uncertainty' })).toEqual([
      'CD',
      'AB',
      'BC',
    ]);
    const dispute = [
      judge('1', 't:A', 't:C', 'positive'),
      judge('2', 't:A', 't:C', 'negative', { role: 'police' }),
    ];
    const [first] = nextQuestions(pairs, dispute, { by: 'uncertainty' });
    expect([first?.pair.b, first?.sofar?.because]).toEqual(['C', 'disagreed']);
  });

  test('with two roles a pair is asked until the second has spoken, and of no role twice', () => {
    const one = [judge('1', 't:A', 't:C', 'positive', { role: 'customs' })];
    const rule = { by: 'uncertainty', agreeing: 2 } as const;
    expect(asked(one, { ...rule, role: 'customs' })).toEqual(['CD', 'AB', 'BC']);
    expect(asked(one, { ...rule, role: 'police' })).toEqual(['AC', 'CD', 'AB', 'BC']);
    const two = [...one, judge('2', 't:A', 't:C', 'positive', { role: 'police' })];
    expect(asked(two, { ...rule, role: 'police' })).toEqual(['CD', 'AB', 'BC']);
  });

  test('what contradicts is asked', () => {
    const three = [
      judge('1', 't:A', 't:B', 'positive'),
      judge('2', 't:B', 't:C', 'positive'),
      judge('3', 't:A', 't:C', 'negative'),
    ];
    expect(asked(three, { by: 'uncertainty' })).toEqual(['AC', 'CD', 'AB', 'BC']);
  });

  test('nothing is asked that follows, and everything else is', () => {
    fc.assert(
      fc.property(anyPairs, anyJudgements, (some, judgements) => {
        const settled = settleJudgements(judgements);
        const { implied } = closeJudgements(settled);
        const open = new Set(
          nextQuestions(some, judgements, { by: 'uncertainty' }).map(({ pair }) => pair),
        );
        for (const one of some) {
          const [a, b] = [
            { table: one.tableA, id: one.a },
            { table: one.tableB, id: one.b },
          ];
          const follows = implied(a, b)?.verdict;
          const told = settled.some(
            (of) =>
              of.because === 'said unsure' &&
              [of.a.id, of.b.id].includes(a.id) &&
              [of.a.id, of.b.id].includes(b.id),
          );
          expect(open.has(one)).toBe(!(follows === 'positive' || follows === 'negative' || told));
        }
      }),
    );
  });

  test('answers end the questions, and by transitivity sooner than one by one', () => {
    // Six reports of two events: 15 pairs, of which five answers settle all.
    const truth = (id: string): boolean => 'ABC'.includes(id);
    const all = [...'ABCDEF'].flatMap((a, at) =>
      [...'ABCDEF']
        .slice(at + 1)
        .map((b) => pair(`t:${a}`, `t:${b}`, truth(a) === truth(b) ? 3 : -3)),
    );
    const given: ReturnType<typeof judge>[] = [];
    for (;;) {
      const [next] = nextQuestions(all, given, { by: ({ weight }) => weight });
      if (!next) break;
      const { a, b } = next.pair;
      given.push(
        judge(
          String(given.length),
          `t:${a}`,
          `t:${b}`,
          truth(a) === truth(b) ? 'positive' : 'negative',
        ),
      );
    }
    expect(given.length).toBe(5);
  });

  test('what cannot be is refused', () => {
    expect(() => asked([], { by: () => Number.NaN })).toThrowError(
      /what the pair t\/A and t\/B is worth is not a number/,
    );
    expect(() => asked([], { by: 'uncertainty', limit: -1 })).toThrowError(
      '`limit` must be 0 or more, not -1',
    );
  });
});

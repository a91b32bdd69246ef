import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closeJudgements,
  type Judgement,
  pairName,
  settleJudgements,
  standingJudgements,
} from '../src/index.ts';
import { anyJudgements, judge, name, partsOf, ref } from './make-pairs.ts';

const names = Array.from({ length: 9 }, (_, n) => name(n));
const verdicts = (judgements: readonly Judgement[], agreeing = 1) =>
  settleJudgements(judgements, { agreeing }).map(({ a, b, verdict, because }) => [
    a,
    b,
    verdict,
    because,
  ]);
const close = (judgements: readonly Judgement[], agreeing = 1) =>
  closeJudgements(settleJudgements(judgements, { agreeing }));

describe('what stands', () => {
  test.each<[string, readonly Judgement[], readonly string[]]>([
    [
      'both, of two pairs',
      [judge('1', 'x:1', 'y:1', 'positive'), judge('2', 'x:1', 'y:2', 'negative')],
      ['1', '2'],
    ],
    [
      'the later, where it supersedes',
      [
        judge('1', 'x:1', 'y:1', 'positive'),
        judge('2', 'x:1', 'y:1', 'negative', { supersedes: '1' }),
      ],
      ['2'],
    ],
    [
      'nothing after reopening',
      [
        judge('1', 'x:1', 'y:1', 'positive'),
        judge('2', 'x:1', 'y:1', 'reopened', { supersedes: '1' }),
      ],
      [],
    ],
    [
      'a new judgement after reopening',
      [
        judge('1', 'x:1', 'y:1', 'positive'),
        judge('2', 'x:1', 'y:1', 'reopened', { supersedes: '1' }),
        judge('3', 'x:1', 'y:1', 'negative', { supersedes: '2' }),
      ],
      ['3'],
    ],
  ])('%s', (_, judgements, expected) => {
    expect(standingJudgements(judgements).map(({ id }) => id)).toEqual(expected);
  });

  test('a judgement that is taken back brings the former state back exactly', () => {
    fc.assert(
      fc.property(anyJudgements, fc.nat(8), fc.nat(8), (judgements, x, y) => {
        fc.pre(x !== y);
        const added = judge('added', name(x), name(y), 'negative', { role: 'other' });
        const undone = judge('undone', name(x), name(y), 'reopened', { supersedes: 'added' });
        expect(settleJudgements([...judgements, added, undone])).toEqual(
          settleJudgements(judgements),
        );
        expect(close([undone, ...judgements, added]).contradictions).toEqual(
          close(judgements).contradictions,
        );
      }),
    );
  });
});

describe('what is settled', () => {
  const both = (a: Partial<Judgement>, b: Partial<Judgement>, agreeing = 1) =>
    verdicts(
      [judge('1', 'x:1', 'y:1', 'positive', a), judge('2', 'y:1', 'x:1', 'positive', b)],
      agreeing,
    ).map(([, , verdict, because]) => `${verdict}, ${because}`);
  test.each([
    [{}, {}, 1, 'positive, agreed'],
    [{}, {}, 2, 'unsure, awaiting'],
    [{}, { role: 'police' }, 2, 'positive, agreed'],
    [{}, { role: 'police', verdict: 'negative' }, 1, 'unsure, disagreed'],
    [{}, { role: 'police', verdict: 'negative' }, 2, 'unsure, disagreed'],
    [{}, { role: 'police', verdict: 'unsure' }, 1, 'unsure, disagreed'],
    [{}, { verdict: 'negative' }, 1, 'unsure, disagreed'],
    [{ verdict: 'unsure' }, { verdict: 'unsure' }, 1, 'unsure, said unsure'],
  ] as const)('%o and %o, where %i must agree: %s', (a, b, agreeing, expected) => {
    expect(both(a, b, agreeing)).toEqual([expected]);
  });

  test('the two-person rule only takes away', () => {
    fc.assert(
      fc.property(anyJudgements, (judgements) => {
        const [one, two] = [verdicts(judgements), verdicts(judgements, 2)];
        expect(two.map(([a, b]) => [a, b])).toEqual(one.map(([a, b]) => [a, b]));
        two.forEach(([, , verdict], at) => {
          if (verdict !== 'unsure') expect(one[at]?.[2]).toBe(verdict);
        });
      }),
    );
  });

  test('the order of judgements and of the two records changes nothing', () => {
    fc.assert(
      fc.property(anyJudgements, (judgements) => {
        const turned = [...judgements].reverse().map((one) => ({ ...one, a: one.b, b: one.a }));
        expect(verdicts(turned)).toEqual(verdicts(judgements));
      }),
    );
  });

  test.each<[readonly Judgement[], string]>([
    [
      [judge('1', 'x:1', 'x:1', 'positive')],
      'judgement 1 is about record 1 of table x and itself; a judgement needs two records',
    ],
    [
      [judge('1', 'x:1', 'x:2', 'positive'), judge('1', 'x:1', 'x:3', 'positive')],
      'two judgements have the id 1',
    ],
    [
      [judge('1', 'x:1', 'x:2', 'positive', { time: 'Monday' })],
      'judgement 1 has the time "Monday"; expected an ISO time such as 2026-01-05T09:00:00Z',
    ],
  ])('refused: %#', (judgements, message) => {
    expect(() => settleJudgements(judgements)).toThrowError(new RangeError(message));
  });
});

describe('what follows', () => {
  test('of the same, the connected parts; of not the same, one step between two of them', () => {
    fc.assert(
      fc.property(anyJudgements, (judgements) => {
        const settled = settleJudgements(judgements);
        const { implied, contradictions, positives } = closeJudgements(settled);
        const named = (of: (typeof settled)[number]) =>
          [`${of.a.table}:${of.a.id}`, `${of.b.table}:${of.b.id}`] as const;
        const positive = settled.filter(({ verdict }) => verdict === 'positive').map(named);
        const negative = settled.filter(({ verdict }) => verdict === 'negative').map(named);
        const parts = partsOf(names, positive);
        const part = (of: string) => parts.find((one) => one.includes(of)) ?? [];
        const broken = (one: readonly string[]): boolean =>
          negative.some(([a, b]) => one.includes(a) && one.includes(b));
        expect(contradictions.length).toBe(negative.filter(([a, b]) => part(a) === part(b)).length);
        expect(positives.map(named)).toEqual(positive.filter(([a]) => !broken(part(a))));
        for (const a of names)
          for (const b of names) {
            const found = implied(ref(a), ref(b));
            const parted = negative.filter(
              ([x, y]) =>
                (part(x) === part(a) && part(y) === part(b)) ||
                (part(x) === part(b) && part(y) === part(a)),
            );
            const said = negative.some(
              ([x, y]) => pairName(ref(x), ref(y)) === pairName(ref(a), ref(b)),
            );
            const doubt = broken(part(a)) || broken(part(b));
            const expected =
              a === b
                ? undefined
                : part(a) === part(b)
                  ? doubt
                    ? 'contradiction'
                    : 'positive'
                  : parted.length === 0
                    ? undefined
                    : doubt && !said
                      ? 'contradiction'
                      : 'negative';
            expect(found?.verdict).toBe(expected);
            expect(implied(ref(b), ref(a))?.verdict).toBe(expected);
            if (!found) continue;
            // The chain leads from a to b, link by link, with at most one negative in it.
            let at: string | undefined = a;
            for (const link of found.chain) {
              const [x, y]: readonly [string, string] = named(link);
              at = at === x ? y : at === y ? x : undefined;
            }
            expect(at).toBe(b);
            expect(found.chain.filter(({ verdict }) => verdict === 'negative').length).toBe(
              part(a) === part(b) ? 0 : 1,
            );
            expect(found.chain.every(({ verdict }) => verdict !== 'unsure')).toBe(true);
          }
      }),
      { numRuns: 200 },
    );
  });

  test('the chain of a contradiction is the shortest', () => {
    const long = [
      ['A', 'B'],
      ['B', 'C'],
      ['C', 'D'],
      ['A', 'E'],
      ['E', 'D'],
    ].map(([a, b], n) => judge(String(n), `t:${a}`, `t:${b}`, 'positive'));
    const [found] = close([...long, judge('no', 't:A', 't:D', 'negative')]).contradictions;
    expect(found?.negative.by[0]?.id).toBe('no');
    expect(found?.chain.map(({ a, b }) => a.id + b.id)).toEqual(['AE', 'DE']);
  });

  test('superseding one link of a contradiction ends it', () => {
    const three = [
      judge('1', 't:A', 't:B', 'positive'),
      judge('2', 't:B', 't:C', 'positive'),
      judge('3', 't:A', 't:C', 'negative'),
    ];
    expect(close(three).contradictions).toHaveLength(1);
    expect(
      close([...three, judge('4', 't:B', 't:C', 'negative', { supersedes: '2' })]).contradictions,
    ).toEqual([]);
  });
});

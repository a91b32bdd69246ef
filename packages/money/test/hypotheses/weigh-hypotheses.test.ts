import { type Evidence, type HypothesisSet, type Rating, weighHypotheses } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';

const same = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const hypothesis = (id: string, role: 'true' | 'not' | 'artefact') => ({
  id,
  role,
  proposition: same(`proposition ${id}`),
  refutedBy: same('the share falls once reporting changes'),
  reviewOn: '2027-06-30',
});

function piece(
  id: string,
  [source, information]: readonly [Evidence['source'], Evidence['information']],
  relevance: Evidence['relevance'],
  [h, n, a]: readonly [Rating, Rating, Rating],
  more: Partial<Evidence> = {},
): Evidence {
  const from = { kind: 'cell', file: 'fiu.csv', line: 3, column: 'value' } as const;
  return {
    id,
    says: same(id),
    from,
    source,
    information,
    relevance,
    ratings: { H: h, N: n, A: a },
    ...more,
  };
}

const set: HypothesisSet = {
  id: 'H2',
  question: same('question'),
  hypotheses: [hypothesis('H', 'true'), hypothesis('N', 'not'), hypothesis('A', 'artefact')],
  evidence: [
    // Weights by hand: A1 is of high, B3 of medium, C4 of low credibility.
    piece('E1', ['A', '1'], 'high', ['C', 'II', 'I']), // 1.4142 × 1.4142 = 2
    piece('E2', ['B', '3'], 'medium', ['I', 'C', 'N']), // 1 × 1 = 1
    piece('E3', ['C', '4'], 'low', ['I', 'N', 'NA']), // 0.7071 × 0.7071 = 0.5
    piece('E4', ['B', '2'], 'medium', ['N', 'N', 'N']), // tells nothing
  ],
};

describe('weighHypotheses', () => {
  it('orders by the weighted sum of what speaks against each, worked by hand', () => {
    const { order, evidence } = weighHypotheses(set);
    // H: 1 (E2) + 0.5 (E3); A: 2 × 1 (E1); N: 2 × 2 (E1).
    expect(order.map(({ id, rank }) => [id, rank])).toEqual([
      ['H', 1],
      ['A', 2],
      ['N', 3],
    ]);
    expect(order.map(({ inconsistency }) => inconsistency)).toEqual([
      expect.closeTo(1.5, 12),
      expect.closeTo(2, 12),
      expect.closeTo(4, 12),
    ]);
    // Ratings 1, −2, −1 of E1: mean −2/3, variance 14/9.
    expect(evidence.map(({ diagnosticity }) => diagnosticity)).toEqual([
      expect.closeTo(Math.sqrt(14 / 9), 12),
      expect.closeTo(Math.sqrt(2 / 3), 12),
      0.5,
      0,
    ]);
  });

  it('says on which evidence the order rests, in four languages', () => {
    const { says, changes, details, warnings } = weighHypotheses(set);
    // Without E1: H 1.5, A 0, N 0.
    expect(changes.filter(({ kind, changesFirst }) => kind === 'without' && changesFirst)).toEqual([
      { kind: 'without', what: 'E1', ranks: [3, 1, 1], change: 2.5, changesFirst: true },
    ]);
    expect(details['restsOn']).toBe('E1');
    expect(warnings).toContain('E4 agrees with all hypotheses alike and tells nothing');
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Gegen H (proposition H) spricht am wenigsten. Ohne E1 stünde vorn etwas anderes. Das ist eine Reihenfolge, kein Urteil.",
        "en": "The least speaks against H (proposition H). Without E1 what comes first would change. This is an order, not a verdict.",
        "fr": "C’est contre H (proposition H) que les indices sont les plus faibles. Sans E1, la première place change. C’est un ordre, pas un verdict.",
        "nl": "Tegen H (proposition H) pleit het minst. Zonder E1 verandert wat vooraan staat. Dit is een volgorde, geen oordeel.",
      }
    `);
  });

  it('gives an order that nothing changes where all agrees', () => {
    const { changes, says } = weighHypotheses({
      ...set,
      evidence: ['E1', 'E2', 'E3', 'E4'].map((id) =>
        piece(id, ['A', '1'], 'high', ['C', 'II', 'II']),
      ),
    });
    expect(changes.filter(({ kind, changesFirst }) => kind !== 'one_step' && changesFirst)).toEqual(
      [],
    );
    expect(says.en).toMatchInlineSnapshot(
      `"The least speaks against H (proposition H). This is an order, not a verdict."`,
    );
  });

  it('tells nothing apart without evidence that differs', () => {
    for (const evidence of [[], [piece('E', ['A', '1'], 'high', ['I', 'I', 'I'])]]) {
      const result = weighHypotheses({ ...set, evidence });
      expect(result.details['first']).toBeNull();
      expect(result.says.en).toBe('The evidence does not tell the explanations apart.');
    }
  });

  it('multiplies likelihood ratios, each group once and weaker for a weaker source, worked by hand', () => {
    const chance = (low: number, likely: number, high: number) => ({ low, likely, high });
    const chances = { H: chance(0.6, 0.8, 0.9), N: chance(0.1, 0.2, 0.3) };
    const evidence = [
      piece('E1', ['A', '1'], 'high', ['C', 'I', 'N'], { chances }),
      piece('E2', ['B', '2'], 'high', ['C', 'I', 'N'], { chances, group: 'press' }),
      piece('E3', ['B', '2'], 'high', ['C', 'I', 'N'], { chances, group: 'press' }),
      piece('E4', ['X', '1'], 'high', ['C', 'I', 'N'], { chances }),
    ];
    const { odds } = weighHypotheses({ ...set, evidence }, { priors: { H: 0.5 } });
    // 4 × 4^(0.8 × 0.8) × 4^0, prior 1/2; ends 2 and 9 in place of 4.
    const power = 1 + 0.64;
    expect(odds[0]?.ratio).toEqual({
      low: expect.closeTo(2 ** power, 10),
      likely: expect.closeTo(4 ** power, 10),
      high: expect.closeTo(9 ** power, 10),
    });
    expect(odds[0]?.odds.likely).toBeCloseTo(4 ** power / 2, 10);
    expect(odds[0]?.groups).toBe(3);
  });

  it('refuses what cannot be weighed', () => {
    const [first] = set.evidence as [Evidence];
    const tried: readonly HypothesisSet[] = [
      { ...set, hypotheses: set.hypotheses.slice(0, 2) },
      { ...set, hypotheses: set.hypotheses.map((one) => ({ ...one, refutedBy: same(' ') })) },
      { ...set, hypotheses: set.hypotheses.map((one) => ({ ...one, reviewOn: 'next year' })) },
      { ...set, evidence: [{ ...first, from: { kind: 'figure', picture: '', key: '' } }] },
      { ...set, evidence: [{ ...first, ratings: { H: 'C' } }] },
      { ...set, evidence: [{ ...first, ratings: { ...first.ratings, X: 'C' } }] },
      { ...set, evidence: [{ ...first, ratings: { ...first.ratings, A: 'yes' as Rating } }] },
      { ...set, evidence: [first, first] },
      { ...set, evidence: [{ ...first, chances: { H: { low: 0, likely: 0.5, high: 1 } } }] },
    ];
    const messages = tried.map((one) => {
      try {
        weighHypotheses(one);
        return 'accepted';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "InputError: hypothesis set H2 has no hypothesis of role "artefact". Repair: a proposition needs its denial and the reporting artefact as rivals",
        "InputError: hypothesis H names nothing that would refute it. Repair: write what would be seen if it were wrong",
        "InputError: hypothesis H: expected a review date such as 2027-01-31, found "next year". Repair: give the date on which the refuting prediction is looked at",
        "InputError: evidence E1 is not tied to a figure, a query or a cell. Repair: prose is no evidence here: say where the figure can be looked up",
        "InputError: evidence E1 is not rated against N. Repair: rate each piece against each hypothesis, NA where it has no bearing",
        "InputError: evidence E1 is rated against X, which is not in the set. Repair: rate it against H, N, A",
        "InputError: evidence E1: expected a rating CC, C, N, I, II or NA, found "yes". Repair: NA where the evidence has no bearing on the hypothesis",
        "InputError: hypothesis set H2 has two entries called E1. Repair: give each hypothesis and each piece of evidence its own id",
        "InputError: evidence E1: expected 0 < low ≤ likely ≤ high ≤ 1 for H, found 0, 0.5, 1. Repair: state how likely the evidence would be if that hypothesis were true",
      ]
    `);
  });
});

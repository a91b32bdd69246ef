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
      // −1, 0, and 0 for what does not apply: mean −1/3, variance 2/9.
      expect.closeTo(Math.sqrt(2 / 9), 12),
      0,
    ]);
  });

  it('says on which evidence the order rests, in four languages', () => {
    const { says, changes, details, warnings } = weighHypotheses(set);
    // Without E1: H 1.5, A 0, N 0.
    expect(changes.filter(({ kind, first }) => kind === 'without' && first !== 'same')).toEqual([
      { kind: 'without', what: 'E1', ranks: [3, 1, 1], change: 2.5, first: 'replaced' },
    ]);
    expect(details['restsOn']).toBe('E1');
    expect(warnings.map(({ en }) => en)).toContain(
      'E4 agrees with all hypotheses alike and tells nothing',
    );
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Gegen „proposition H“ spricht am wenigsten. Ohne „E1“ stünde eine andere Erklärung vorn. Das ist eine Reihenfolge, kein Urteil.",
        "en": "The least speaks against "proposition H". Without "E1" another explanation comes first. This is an order, not a verdict.",
        "fr": "C’est contre « proposition H » que les indices sont les plus faibles. Sans « E1 », une autre explication vient en tête. C’est un ordre, pas un verdict.",
        "nl": "Tegen "proposition H" pleit het minst. Zonder "E1" staat een andere verklaring vooraan. Dit is een volgorde, geen oordeel.",
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
    expect(changes.filter(({ kind, first }) => kind !== 'one_step' && first !== 'same')).toEqual(
      [],
    );
    expect(says.en).toMatchInlineSnapshot(
      `"The least speaks against "proposition H". This is an order, not a verdict."`,
    );
  });

  it('tells another first, one beside it, fewer and no order left apart', () => {
    // The least is said against: H without E1 (2 against N, A: 0), H beside A without E2, nothing at all without E3.
    const tried: Readonly<Record<string, readonly Evidence[]>> = {
      replaced: [
        piece('E1', ['A', '1'], 'high', ['C', 'II', 'II']),
        piece('E2', ['A', '1'], 'high', ['I', 'N', 'N']),
      ],
      joined: [
        piece('E1', ['A', '1'], 'high', ['C', 'I', 'N']),
        piece('E2', ['A', '1'], 'high', ['C', 'N', 'I']),
      ],
      narrowed: [
        piece('E1', ['A', '1'], 'high', ['I', 'N', 'I']),
        piece('E2', ['A', '1'], 'high', ['N', 'I', 'I']),
      ],
      lost: [piece('E1', ['A', '1'], 'high', ['C', 'I', 'I'])],
    };
    const found = Object.values(tried).map((evidence) => {
      const { changes, says, order } = weighHypotheses({ ...set, evidence });
      const { first } = changes.find(({ what }) => what === 'E1') ?? {};
      return [first, order[0]?.id, says.en.replace(/^.*?"\. /, '')];
    });
    expect(found).toMatchInlineSnapshot(`
      [
        [
          "replaced",
          "H",
          "Without "E1" another explanation comes first. This is an order, not a verdict.",
        ],
        [
          "joined",
          "H",
          "Without "E1" or "E2" another explanation shares first place. This is an order, not a verdict.",
        ],
        [
          "narrowed",
          "H",
          "Without "E1" or "E2" fewer explanations stand first. This is an order, not a verdict.",
        ],
        [
          "lost",
          "H",
          "Without "E1" no order is left. This is an order, not a verdict.",
        ],
      ]
    `);
  });

  it('orders by what speaks against each, whatever does not apply', () => {
    const one = piece('E1', ['A', '1'], 'high', ['II', 'NA', 'NA']);
    const { order, details, warnings, says } = weighHypotheses({ ...set, evidence: [one] });
    expect(order.map(({ id, rank, inconsistency }) => [id, rank, inconsistency])).toEqual([
      ['A', 1, 0],
      ['N', 1, 0],
      ['H', 3, expect.closeTo(4, 12)],
    ]);
    expect(details['first']).toBe('A N');
    expect(warnings.filter(({ en }) => en.includes('E1'))).toEqual([]);
    expect(says.en).toMatch(/^The least speaks against "proposition A" and "proposition N"/);
  });

  it('says which explanations nothing bears on', () => {
    const evidence = [
      piece('E1', ['A', '1'], 'high', ['I', 'C', 'NA']),
      piece('E2', ['A', '1'], 'high', ['I', 'N', 'N']),
    ];
    const { order, details, says } = weighHypotheses({ ...set, evidence });
    expect(order.map(({ id, bearing }) => [id, bearing])).toEqual([
      ['A', 0],
      ['N', 1],
      ['H', 2],
    ]);
    expect(details['untested']).toBe('A');
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Gegen „proposition A“ und „proposition N“ spricht am wenigsten. Für oder gegen „proposition A“ spricht kein Hinweis: ungeprüft. Das ist eine Reihenfolge, kein Urteil.",
        "en": "The least speaks against "proposition A" and "proposition N". No evidence speaks for or against "proposition A": untested. This is an order, not a verdict.",
        "fr": "C’est contre « proposition A » et « proposition N » que les indices sont les plus faibles. Aucun indice ne parle pour ou contre « proposition A » : pas de mise à l’épreuve. C’est un ordre, pas un verdict.",
        "nl": "Tegen "proposition A" en "proposition N" pleit het minst. Geen bewijs pleit voor of tegen "proposition A": niet getoetst. Dit is een volgorde, geen oordeel.",
      }
    `);
  });

  it('counts one voice once: three reports of one newspaper, worked by hand', () => {
    const press = (id: string) => piece(id, ['A', '1'], 'medium', ['N', 'I', 'I'], { group: 'p' });
    const evidence = [
      ...['E1', 'E2', 'E3'].map(press),
      piece('E4', ['A', '1'], 'medium', ['II', 'N', 'N']),
    ];
    const { order, changes, says } = weighHypotheses({ ...set, evidence });
    // Weight √2 each: against N and A once 1 × √2, against H 2 × √2. Three times 1 would put H first.
    expect(order.map(({ id, rank, inconsistency }) => [id, rank, inconsistency])).toEqual([
      ['A', 1, expect.closeTo(Math.SQRT2, 12)],
      ['N', 1, expect.closeTo(Math.SQRT2, 12)],
      ['H', 3, expect.closeTo(2 * Math.SQRT2, 12)],
    ]);
    const left = changes.filter(({ kind }) => kind === 'without' || kind === 'without_group');
    expect(left.map(({ kind, what, ranks, first }) => [kind, what, ranks, first])).toEqual([
      ['without', 'E4', [1, 2, 2], 'replaced'],
      ['without', 'E1', [3, 1, 1], 'same'],
      ['without', 'E2', [3, 1, 1], 'same'],
      ['without', 'E3', [3, 1, 1], 'same'],
      ['without_group', 'p', [3, 1, 1], 'same'],
    ]);
    expect(says.en).toContain('Without "E4" another explanation comes first.');
    // Each alone weighs 1.414 against two; the group against H outweighs it.
    const turned = weighHypotheses({
      ...set,
      evidence: [
        ...['E1', 'E2'].map((id) =>
          piece(id, ['A', '1'], 'medium', ['II', 'N', 'II'], { group: 'p' }),
        ),
        piece('E3', ['A', '1'], 'medium', ['N', 'I', 'N']),
      ],
    });
    expect(turned.says.en).toContain(
      'Without "E1" and "E2" together another explanation comes first.',
    );
  });

  it('lets a piece rest on several places, and each must be one', () => {
    const place = { kind: 'cell', file: 'fiu.csv', line: 3, column: 'value' } as const;
    const resting = (from: Evidence['from']) =>
      weighHypotheses({
        ...set,
        evidence: [piece('E1', ['A', '1'], 'high', ['C', 'I', 'N'], { from })],
      });
    expect(resting([place, { ...place, line: 4 }]).n).toBe(1);
    for (const from of [[], [place, { ...place, line: 0 }]])
      expect(() => resting(from)).toThrow('evidence E1 is not tied to a figure');
  });

  it('refuses prior odds that are none', () => {
    const messages = [{ H: -2 }, { H: 0 }, { H: Number.NaN }, { X: 1 }].map((priors) => {
      try {
        weighHypotheses(set, { priors });
        return 'accepted';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "InputError: expected prior odds of H above zero, found -2. Repair: 1 where nothing is known beforehand, 0.5 for half as likely as the denial",
        "InputError: expected prior odds of H above zero, found 0. Repair: 1 where nothing is known beforehand, 0.5 for half as likely as the denial",
        "InputError: expected prior odds of H above zero, found NaN. Repair: 1 where nothing is known beforehand, 0.5 for half as likely as the denial",
        "InputError: prior odds are stated for X, which is not in the set. Repair: state them for H, N, A",
      ]
    `);
  });

  it('tells nothing apart without evidence that differs', () => {
    const said = [[], [piece('E', ['A', '1'], 'high', ['I', 'I', 'I'])]].map((evidence) => {
      const result = weighHypotheses({ ...set, evidence });
      expect(result.details['first']).toBeNull();
      return result.says.en;
    });
    expect(said).toEqual([
      'The evidence does not tell the explanations apart. No evidence speaks for or against "proposition A", "proposition H" and "proposition N": untested.',
      'The evidence does not tell the explanations apart.',
    ]);
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
        "InputError: expected hypothesis set H2 to be whole, found 5 faults:
        - hypothesis set H2 has no hypothesis of role "artefact". Repair: a proposition needs its denial and the reporting artefact as rivals
        - evidence E1 is rated against A, which is not in the set. Repair: rate it against H and N
        - evidence E2 is rated against A, which is not in the set. Repair: rate it against H and N
        - evidence E3 is rated against A, which is not in the set. Repair: rate it against H and N
        - evidence E4 is rated against A, which is not in the set. Repair: rate it against H and N
      Repair: mend each",
        "InputError: expected hypothesis set H2 to be whole, found 3 faults:
        - hypothesis H names nothing that would refute it. Repair: write what would be seen if it were wrong
        - hypothesis N names nothing that would refute it. Repair: write what would be seen if it were wrong
        - hypothesis A names nothing that would refute it. Repair: write what would be seen if it were wrong
      Repair: mend each",
        "InputError: expected hypothesis set H2 to be whole, found 3 faults:
        - hypothesis H: expected a review date such as 2027-01-31, found "next year". Repair: give the date on which the refuting prediction is looked at
        - hypothesis N: expected a review date such as 2027-01-31, found "next year". Repair: give the date on which the refuting prediction is looked at
        - hypothesis A: expected a review date such as 2027-01-31, found "next year". Repair: give the date on which the refuting prediction is looked at
      Repair: mend each",
        "InputError: evidence E1 is not tied to a figure, a query or a cell. Repair: prose is no evidence here: say where the figure can be looked up",
        "InputError: evidence E1 is not rated against N, A. Repair: rate each piece against each hypothesis, NA where it has no bearing",
        "InputError: evidence E1 is rated against X, which is not in the set. Repair: rate it against H, N and A",
        "InputError: evidence E1: expected CC, C, N, I, II, NA, found "yes". Repair: NA where the evidence has no bearing on the hypothesis",
        "InputError: hypothesis set H2 has two entries called E1. Repair: give each hypothesis and each piece of evidence its own id",
        "InputError: evidence E1: expected H: 0 < low ≤ likely ≤ high ≤ 1, found 0, 0.5, 1. Repair: state how likely the evidence would be if that hypothesis were true",
      ]
    `);
  });
});

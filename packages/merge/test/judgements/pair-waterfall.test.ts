import {
  type DoubleReport,
  factorText,
  judgeSeizures,
  pairQuestions,
  pairsAtStake,
  pairWaterfall,
  probabilityText,
  seizureComparisons,
  waterfallLines,
  withheldFrom,
} from '@samenbeeld/merge';
import { type Decision, languages, publicHandling, type Text } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { withheldText } from '../../src/judgements/waterfall-lines.ts';
import { seizure } from '../seizure.ts';

const same = (words: string): Text => ({ nl: words, fr: words, de: words, en: words });

function pair(key: string, given: Partial<DoubleReport> = {}): DoubleReport {
  const [a = '', b = ''] = key.split(' ');
  return {
    key: `same ${key}`,
    a,
    b,
    prior: -1,
    weight: 4,
    probability: 0.9,
    verdict: 'candidate',
    decision: null,
    reasons: [
      { rule: 'quantity: equal', weight: 8, text: same('same weight (1,279 kg)') },
      { rule: 'place: else', weight: -3, text: same('another place (Ghent and Vlissingen)') },
    ],
    ...given,
  };
}

test('no line ends before a mark that French sets apart', () => {
  const fr = `poids presque égal (${'1'.repeat(13)} et 174 kg : brut, arrondi ?)`;
  const text: Text = { ...same(fr), fr };
  const reasons = [{ rule: 'quantity: near', weight: 5, text }];
  const lines = waterfallLines(pairWaterfall(pair('a b', { weight: 4, reasons })), 'fr');
  expect(lines.join('\n')).toContain('\n  arrondi ?)');
});

describe('pairWaterfall', () => {
  test('goes from the prior by each reason to the weight of the pair', () => {
    expect(pairWaterfall(pair('a b')).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['start', 0, -1],
      ['reason', -1, 7],
      ['reason', 7, 4],
      ['end', 0, 4],
    ]);
  });

  test('names what reasons leave unexplained, so that the steps always add up', () => {
    const steps = pairWaterfall(pair('a b', { weight: 6 }));
    expect(steps.at(-2)).toMatchObject({ weight: 2, to: 6, text: { en: 'other reasons' } });
  });

  test('tells how rare a shared value is in a step of its own, in each language', () => {
    const reasons = (rarity: number) => [
      {
        ...{ rule: 'quantity: equal', weight: 8, rarity, text: same('same weight (1,279 kg)') },
        shared: { records: 2, of: 1037 },
      },
      { rule: 'load: same cover load', weight: 2, rarity: -1, text: same('same cover load') },
      { rule: 'place: equal', weight: -5, text: same('same place') },
    ];
    const rare = pairWaterfall(pair('a b', { reasons: reasons(2.5) }));
    expect(rare.map(({ kind, text, from, to }) => [kind, text.en, from, to])).toEqual([
      ['start', 'before comparing', 0, -1],
      ['reason', 'same weight (1,279 kg)', -1, 4.5],
      ['rarity', 'how often this weight occurs: in 2 of 1,037 reports', 4.5, 7],
      ['reason', 'same cover load', 7, 10],
      ['rarity', 'how often this cover load occurs', 10, 9],
      ['reason', 'same place', 9, 4],
      ['end', 'taken together', 0, 4],
    ]);
    for (const language of languages)
      expect(rare[2]?.text[language]).toBe(
        {
          nl: 'hoe vaak dit gewicht voorkomt: in 2 van de 1.037 meldingen',
          fr: 'fréquence (ce poids) : 2 signalements sur 1\u202f037',
          de: 'wie oft dieses Gewicht vorkommt: in 2 von 1.037 Meldungen',
          en: 'how often this weight occurs: in 2 of 1,037 reports',
        }[language],
      );
    expect(waterfallLines(rare, 'en').join('\n')).toMatch(
      /how often this weight .*× 5\.7 +99\.22%/,
    );
    // Too little to print as a factor, or not to be told: within its reason.
    for (const steps of [
      pairWaterfall(pair('a b', { reasons: reasons(0.02) })),
      pairWaterfall(pair('a b', { reasons: reasons(2.5) }), { withhold: true }),
    ])
      expect(steps.filter(({ text }) => text.en.startsWith('how often this weight'))).toEqual([]);
  });

  test('withheld, shows levels and no value in any language', () => {
    const steps = pairWaterfall(pair('a b'), { withhold: true });
    for (const language of languages) {
      const lines = waterfallLines(steps, language).join('\n');
      expect(lines).not.toMatch(/1,279|Ghent|Vlissingen/);
    }
    expect(steps[1]?.text.en).toBe('weight: equal');
    expect(waterfallLines(steps, 'nl').join('\n')).toContain(
      'gewicht: gelijk [waarde afgeschermd]',
    );
  });

  test('has words without values for every level that seizures are compared by', () => {
    const untold = withheldText('quantity', 'a level nobody knows').en;
    expect(untold).toBe('weight: level withheld');
    for (const { name, levels } of seizureComparisons)
      for (const level of [...levels.map((one) => one.name), 'else', 'null'])
        for (const language of languages) {
          const text = withheldText(name, level)[language];
          expect(text, `${name}: ${level}`).not.toBe(
            withheldText(name, 'a level nobody knows')[language],
          );
          expect(text).toContain(': ');
        }
  });
});

test('a probability that is not certain is never printed as 0 or 100', () => {
  expect(probabilityText(1 - 1e-12, 'en')).toBe('> 99.99%');
  expect(probabilityText(1e-12, 'de')).toBe('< 0,01\u00a0%');
  expect(probabilityText(0, 'en')).toBe('0%');
  expect(factorText(-6.07, 'en')).toBe('÷ 67');
});

describe('pairsAtStake', () => {
  const totals = [
    {
      period: '2022',
      stakes: [
        { pair: 'same a b', variance: 100, share: 0.8, together: 0.8, closes: false },
        { pair: 'same c d', variance: 25, share: 0.2, together: 1, closes: false },
      ],
    },
    {
      period: '2023',
      stakes: [{ pair: 'same c d', variance: 144, share: 1, together: 1, closes: false }],
    },
  ];
  const pairs = [
    pair('a b'),
    pair('c d'),
    pair('e f', { verdict: 'same', probability: 0.999 }),
    pair('g h', { verdict: 'same', probability: 0.97 }),
  ];

  test('puts first what the totals rest on, over all periods, then what is least sure', () => {
    const order = pairsAtStake(pairs, totals, judgeSeizures([], []));
    expect(order.map(({ pair: { key }, stake, state }) => [key, stake, state])).toEqual([
      ['same c d', 13, 'at stake'],
      ['same a b', 10, 'at stake'],
      ['same g h', 0, 'sure'],
      ['same e f', 0, 'sure'],
    ]);
  });

  test('asks about the largest stake first, and not what a role has said or what follows', () => {
    const records = [...'abcd'].map((id) => seizure(id));
    const said = (subject: string, role: string): Decision => ({
      id: subject,
      kind: 'same-seizure',
      subject,
      verdict: 'same',
      role,
      time: '2026-01-01',
      reason: 'r',
      evidence: null,
      supersedes: null,
    });
    const asked = (decisions: readonly Decision[], agreeing: number, role: string): string[] =>
      pairQuestions(
        pairsAtStake(pairs, totals, judgeSeizures(decisions, records, { agreeing })),
        decisions,
        { role, agreeing },
      ).map(({ pair: { key } }) => key);
    const first = [said('same c d', 'customs')];
    expect(asked([], 1, 'customs').slice(0, 2)).toEqual(['same c d', 'same a b']);
    expect(asked(first, 1, 'police')[0]).toBe('same a b');
    expect(asked(first, 2, 'customs')[0]).toBe('same a b');
    expect(asked(first, 2, 'police')).toContain('same c d');
  });
});

describe('withheldFrom', () => {
  const sources = [
    { id: 'nl', handling: { ...publicHandling, tlp: 'AMBER' as const, originators: ['NL_HARC'] } },
    { id: 'be', handling: publicHandling },
  ];
  const of = (audience: string) => withheldFrom({ sources, audience });

  test('follows the gate: what it would not write is not shown', () => {
    expect(of('public')({ source: 'nl', publicationRestriction: 'none' })).toBe('tlp');
    expect(of('public')({ source: 'be', publicationRestriction: 'none' })).toBeNull();
    expect(of('benelux-analysts')({ source: 'nl', publicationRestriction: 'none' })).toBeNull();
  });

  test('keeps an embargo within the office, and shows nothing of a source it does not know', () => {
    expect(of('public')({ source: 'be', publicationRestriction: 'embargo' })).toBe('embargo');
    expect(of('internal')({ source: 'be', publicationRestriction: 'embargo' })).toBeNull();
    expect(of('internal')({ source: 'fr', publicationRestriction: 'none' })).toBe('source');
  });
});

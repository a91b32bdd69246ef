import { answerQuestion, type QuestionNumbers } from '@samenbeeld/answers';
import { plainBlocks } from '@samenbeeld/page';
import { InputError } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { words } from '../../../recipes/test/money/written-file.ts';
import type { MoneyAnalysis } from '../../src/money/money-analysis.ts';
import { valueBlocks } from '../../src/money/value-chapter.ts';

const common = { label: words, source: 'trial', year: 2022 };
const price = {
  ...common,
  id: 'P',
  unit: 'EUR/kg',
  level: 'wholesale',
  purity: null,
  declared: false,
  distribution: { kind: 'triangular', low: 25_000, mode: 30_000, high: 38_000 },
} as const;
const numbers: QuestionNumbers = {
  id: 'Q',
  label: words,
  quantity: { ...common, id: 'K', unit: 'kg', distribution: { kind: 'fixed', value: 4776 } },
  wholesale: price,
  retail: null,
  purity: null,
  loss: null,
  rates: [0.1, 0.5],
};

describe('answerQuestion', () => {
  test('a value is kilograms times price; half intercepted leaves as much as was seized', () => {
    const { value, revenue, retail } = answerQuestion(numbers, { draws: 4000 });
    expect(value.simulation.spread.p5).toBeGreaterThan(25_000 * 4776);
    expect(value.simulation.spread.p95).toBeLessThan(38_000 * 4776);
    const [tenth, half] = revenue.byRate;
    expect((half?.spread.median ?? 0) / value.simulation.spread.median).toBeCloseTo(1, 1);
    expect((tenth?.spread.median ?? 0) / (half?.spread.median ?? 1)).toBeCloseTo(9, 6);
    expect(retail).toBeNull();
  });

  test('the same seed gives the same figures, another seed others', () => {
    const low = (seed: number) =>
      answerQuestion(numbers, { seed, draws: 1000 }).value.simulation.spread.p5;
    expect(low(1)).toBe(low(1));
    expect(low(1)).not.toBe(low(2));
  });

  test('a declared value is never a price', () => {
    const declared = { ...numbers, wholesale: { ...price, declared: true } };
    expect(() => answerQuestion(declared)).toThrow(/declared/);
  });

  test('a distribution that is none is refused', () => {
    const distribution = { kind: 'guess', low: 1 } as unknown as typeof price.distribution;
    expect(() => answerQuestion({ ...numbers, wholesale: { ...price, distribution } })).toThrow(
      InputError,
    );
  });
});

/** A question about so many kilograms, with its answer. */
function asked(value: number) {
  const assumed = { ...numbers.quantity, distribution: { kind: 'fixed', value } } as const;
  const one = { ...numbers, quantity: assumed };
  const [quantity, wholesale] = [assumed, price].map((number) => ({ assumed: number, rows: [] }));
  return {
    question: { ...one, quantity, wholesale },
    answer: answerQuestion(one, { draws: 500 }),
  };
}
const shownOf = (...values: readonly number[]): string =>
  JSON.stringify(
    plainBlocks(valueBlocks({ answers: values.map(asked) } as unknown as MoneyAnalysis), 'en'),
  );

test.each([
  [9.4, 'then got through, kg', '84.6'],
  [4776, 'then got through, t', '43'],
])('what got through beside %s kg is told in a unit that can be read', (value, head, shown) => {
  expect(shownOf(value)).toContain(head);
  expect(shownOf(value)).toContain(shown);
});

test('values in one column are in one unit, that of the smallest', () => {
  expect(shownOf(109_894)).toContain('billion euro');
  const both = shownOf(4776, 109_894);
  expect(both).toMatch(/1\d\d to 1\d\d\u00a0million euro/u);
  expect(both).toMatch(/2,\d{3} to [34],\d{3}\u00a0million euro/u);
  expect(both).not.toMatch(/ to [\d.,]+\u00a0billion euro/u);
});

import { type Assumed, estimateRevenue, sourceOf, triedNumber } from '@samenbeeld/money';
import { expect, it } from 'vitest';

const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
const planned = {
  ...{ id: 'A-PURITY-SEIZED', label, unit: 'share', year: 2016, grade: 'B3', claims: ['C209'] },
  distribution: { kind: 'pert', low: 0.7, mode: 0.78, high: 0.88 },
  source: 'mode from C209 (Belgium 2016, second-hand)',
} as const satisfies Assumed & { grade: string; claims: readonly string[] };

it('a tried number says in four languages that it stands in no source, and leans on no claim', () => {
  const tried = triedNumber<Assumed & { grade: string; claims: readonly string[] }>(planned, {
    kind: 'fixed',
    value: 0.9,
  });
  expect(tried).toMatchObject({
    id: 'A-PURITY-SEIZED',
    distribution: { kind: 'fixed', value: 0.9 },
    year: null,
    grade: 'X4',
    claims: [],
  });
  expect(JSON.stringify(tried)).not.toContain('C209');
  expect(sourceOf(tried)).toMatchInlineSnapshot(`
    {
      "de": "hier erprobt, nicht aus einer Quelle",
      "en": "tried here, not from a source",
      "fr": "essai fait ici, sans source",
      "nl": "hier geprobeerd, niet uit een bron",
    }
  `);
  expect(sourceOf(planned).fr).toBe(planned.source);
});

it('a finding keeps it among its inputs', () => {
  const given = (id: string, unit: string): Assumed => ({
    ...{ id, label, unit, source: 's', year: 2022 },
    distribution: { kind: 'fixed', value: 0.5 },
  });
  const price = {
    ...given('P', 'EUR/kg'),
    level: 'wholesale',
    purity: null,
    declared: false,
  } as const;
  const loss = triedNumber(given('L', 'share'), { kind: 'fixed', value: 0.1 });
  const { inputs } = estimateRevenue({ seized: given('Q', 'kg'), price, loss });
  expect(inputs.map(({ source }) => source)).toEqual(['s', 's', 'tried here, not from a source']);
});

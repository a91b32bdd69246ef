import { keptMoney } from '@samenbeeld/answers';
import type { HypothesisSet } from '@samenbeeld/money';
import {
  answered,
  chart,
  hypotheses,
  indices,
  isRefused,
  money,
  oneAxis,
  open,
  type Picture,
  revenue,
  shares,
  value,
} from '@samenbeeld/notebook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim, folderOf, pictureOf, refusal } from './example-picture.ts';

const report = { place: 'BE', metric: 'str_reports', unit: 'report', stat: 'count' } as const;
const transaction = {
  place: 'NL',
  metric: 'unusual_transactions',
  unit: 'transaction',
  stat: 'count',
} as const;
const none = { substance: null, basis: 'not_applicable', agencies: ['x'] } as const;
const words = (text: string) => ({ nl: text, fr: text, de: text, en: text });

const assumed = { label: words('x'), source: 's', year: 2022 };
const plan = {
  rates: [0.1, 0.5],
  assumptions: [
    {
      ...assumed,
      ...{ id: 'P', unit: 'EUR/kg', level: 'wholesale' as const, grade: 'B2', claims: [] },
      distribution: { kind: 'triangular', low: 20_000, mode: 30_000, high: 40_000 } as const,
    },
  ],
  questions: [
    {
      ...{ id: 'Q', label: words('Port'), quantity: { claim: 'K1' } },
      ...{ wholesale: { assumption: 'P' }, retail: null, purity: null, loss: null },
    },
  ],
};
const rival = (id: string, role: string) => {
  const refutedBy = words('otherwise');
  return { id, role, proposition: words(`it is ${id}`), refutedBy, reviewOn: '2027-01-01' };
};
const set = {
  id: 'H',
  question: words('Why?'),
  hypotheses: [rival('A', 'true'), rival('B', 'not'), rival('C', 'artefact')],
  evidence: ['E1', 'E2'].map((id, at) => ({
    ...{ id, says: words(id), from: { kind: 'figure', picture: 'p', key: 'k' } },
    ...{ source: 'A', information: '1', relevance: 'medium' },
    ratings: { A: 'C', B: at === 0 ? 'II' : 'C', C: 'I' },
  })),
};

let plain: Picture;
let picture: Picture;
beforeAll(async () => {
  const rows = [
    ...[2021, 2022].map((year) => claim(year, year * 10, { ...report, ...none })),
    claim(2022, 5055, { ...report, ...none, nationalCode: 'DRUGS', id: 'drugs' }),
    claim(2022, 1_896_176, { ...transaction, ...none }),
  ];
  plain = await pictureOf(rows);
  const seized = claim(2022, 1000, { reference: 'K1', wording: 'exact' });
  // As any picture with a file of questions keeps it, whatever its report says of them.
  const money = keptMoney({
    ...{ file: 'money.yaml', plan },
    sets: [{ file: 'h.yaml', set: set as unknown as HypothesisSet, evidence: new Map() }],
  });
  picture = await open(await folderOf([...rows, seized], [], null, { details: { money } }));
});
afterAll(async () => {
  await Promise.all([plain.close(), picture.close()]);
});

describe('figures of financial intelligence units', () => {
  test('of two countries share no axis; those of one may', () => {
    const refused = oneAxis(plain.observations);
    expect(isRefused(refused) && [refused.dimension, refused.remedy]).toMatchInlineSnapshot(`
      [
        "counting rule",
        "Draw an index of each country by itself (\`reportingIndices\`, in a notebook \`indices\`) or shares within one country (\`reportingShares\`, \`shares\`).",
      ]
    `);
    expect(
      answered(oneAxis(plain.observations.at('BE').filter(({ id }) => id !== 'drugs'))).rows,
    ).toBe(2);
  });

  test('have an index each, drawn from one base, and shares within one', async () => {
    const each = answered(indices(plain.observations, { base: '2021' }));
    expect(each.indices.map(({ points }) => points.length)).toEqual([1, 2, 1]);
    const { table } = answered(await chart.indices(each));
    expect(table.rows.map((row) => row.slice(1, 3))).toEqual([
      ['2021', 100],
      ['2022', 100],
    ]);
    const [share] = answered(shares(plain.observations, { parts: ['DRUGS'] })).shares;
    expect(share?.says.en).toMatch(
      /^Belgium, 2022, .*: 25% with drug trafficking as the predicate offence\./,
    );
    const single = indices(plain.observations.at('NL'));
    await expect(chart.indices(single)).rejects.toThrow(/each series has one figure alone/);
  });
});

describe('a question of a picture', () => {
  test('is a range; another assumption is another range, and an unknown one is named', async () => {
    const asked = await value(picture, 'Q');
    const { spread } = answered(asked).finding.simulation;
    expect([spread.p5 > 20e6, spread.p95 < 40e6]).toEqual([true, true]);
    const fixed = { kind: 'fixed', value: 25_000 } as const;
    const known = answered(await value(picture, 'Q', { assume: { P: fixed } })).finding;
    expect(known.simulation.spread.p5).toBeCloseTo(25e6, 3);
    expect(await value(picture, 'Q', { assume: { X: fixed } })).toMatchObject(
      refusal('Q has no number "X"; there are Q-Q, P.'),
    );
    expect(await value(picture, 'none')).toMatchObject(
      refusal('This picture has no question "none"; there are Q.'),
    );
    expect(await value(plain, 'Q')).toMatchObject(refusal('a file of questions about money'));
    expect(answered(await chart.tornado(asked)).table.rows).toHaveLength(1);
  });

  test('has a revenue for each share, and none at street prices that nobody gave', async () => {
    const asked = await revenue(picture, 'Q', { rates: [0.2, 0.4] });
    expect(answered(asked).finding.byRate.map(({ rate }) => rate)).toEqual([0.2, 0.4]);
    expect(answered(await chart.revenueFan(asked)).svg).toContain('<svg');
    const street = await revenue(picture, 'Q', { level: 'retail' });
    expect(isRefused(street) && street.reason).toBe('No street price is known for Q.');
    expect(isRefused(await chart.revenueFan(street))).toBe(true);
  });
});

describe('hypotheses of a picture', () => {
  test('are ordered; evidence and ratings can be tried, and what is unknown is named', async () => {
    const first = async (options?: Parameters<typeof hypotheses>[2]) =>
      answered(await hypotheses(picture, 'H', options)).finding.order.map(
        ({ id, rank }) => `${rank} ${id}`,
      );
    expect(await first()).toEqual(['1 A', '2 B', '2 C']);
    expect(await first({ without: ['E1'] })).toEqual(['1 A', '1 B', '3 C']);
    expect(await first({ ratings: { E1: { A: 'II' }, E2: { A: 'I' } } })).toEqual([
      '1 B',
      '1 C',
      '3 A',
    ]);
    expect(await hypotheses(picture, 'H', { without: ['E9'] })).toMatchObject(
      refusal('H has no evidence "E9"; there are E1, E2.'),
    );
    expect(await hypotheses(picture, 'H9')).toMatchObject(refusal('there are H.'));
    expect(await hypotheses(plain, 'H')).toMatchObject(refusal('a file of questions about money'));
    const drawn = answered(await chart.hypotheses(await hypotheses(picture, 'H')));
    expect(drawn.title).toBe('Why?');
  });
});

test('the whole room stands under one name', () => {
  expect(money.benford([1, 2, 3]).details.verdict).toBe('no_conclusion');
});

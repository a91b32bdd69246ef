import { type DoubleReport, settle } from '@samenbeeld/merge';
import { renderTerminal } from '@samenbeeld/page';
import {
  type Coverage,
  type Language,
  languages,
  type Seizure,
  storedTotal,
} from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { claimRow } from '../../../merge/test/claim-row.ts';
import { seizureRow } from '../../../merge/test/seizure-row.ts';
import { askWhy } from '../../src/why/ask-why.ts';
import { whyEvents } from '../../src/why/why-events.ts';

const question = {
  ...{ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
} as const;

const coverage: readonly Coverage[] = [
  {
    ...{ agency: 'NL_HARC', place: 'NLVLI', basis: 'seized_in_port', substance: null },
    ...{ extent: 'full', periodStart: '2022-01-01', periodEnd: '2022-12-31' },
  },
] as unknown as readonly Coverage[];

function pictureOf(
  seizures: readonly Seizure[],
  {
    isFull = false,
    isClaimed = false,
    pairs = [],
  }: {
    readonly isFull?: boolean;
    readonly isClaimed?: boolean;
    readonly pairs?: readonly DoubleReport[];
  } = {},
): Picture {
  const observations = isClaimed ? [claimRow('claimed', { value: 10, wording: 'floor' })] : [];
  const { totals } = settle(
    { observations, seizures, pairs, ...(isFull && { coverage }) },
    { ...question, by: 'year' },
  );
  const rows = totals.map((total) => ({
    key: total.key,
    detail: JSON.stringify(storedTotal(total)),
  }));
  const pairRows = pairs.map((pair) => ({ ...pair, reasons: JSON.stringify(pair.reasons) }));
  return {
    folder: 'picture',
    metadata: { sources: [], inputs: [], asOf: '2026-06-30' },
    has: (name: string) =>
      ['joint_total', 'observation', 'seizure', 'double_report'].includes(name),
    rows: async (name: string) =>
      name === 'joint_total' ? rows : name === 'double_report' ? pairRows : [],
    observations: async () => observations,
    seizures: async () => seizures,
  } as unknown as Picture;
}

async function lines(picture: Picture, language: Language): Promise<readonly string[]> {
  const { blocks } = await askWhy(picture, 'NLVLI cocaine 2022');
  return renderTerminal(blocks, { language }).map((line) => line.replace(/[\u00a0\u202f]/gu, ' '));
}

const find = (id: string, over: Partial<Seizure> = {}): Seizure =>
  seizureRow(id, { date: '2022-03-01', quantity: 33, ...over });

describe('why of a find shows the step from the weight stated to the weight that counts', () => {
  const said: Readonly<Record<Language, string>> = {
    nl: '29,7 kg = 33 × 0,9 (bruto of netto niet vermeld)',
    fr: '29,7 kg = 33 × 0,9 (brut ou net non précisé)',
    de: '29,7 kg = 33 × 0,9 (brutto oder netto nicht angegeben)',
    en: '29.7 kg = 33 × 0.9 (gross or net not said)',
  };
  test.each(languages)('in the list of finds and in the sum, in %s', async (language) => {
    const told = await lines(pictureOf([find('a')]), language);
    expect(told.filter((line) => line.includes(said[language]))).toHaveLength(1);
    const sums = told.filter((line) => /29[,.]7 kg = 33 × 0[,.]9 \(\S*:\d/u.test(line));
    expect(sums).toHaveLength(1);
  });

  test.each([
    ['gross', { massBasis: 'gross' }, '29.7 kg = 33 × 0.9 (gross; packing is at most a tenth)'],
    [
      'an estimate',
      { massBasis: 'net', quantity: 500, printed: '500', wording: 'rounded' },
      'lowest: 450 kg (of 500, estimated or rounded)',
    ],
    [
      'an estimate',
      { massBasis: 'net', quantity: 500, printed: '500', wording: 'rounded' },
      'highest: 550 kg (of 500, estimated or rounded)',
    ],
    [
      'an estimate, gross',
      { massBasis: 'gross', quantity: 500, printed: '500', wording: 'rounded' },
      '405 kg = 450 × 0.9 (of 500, estimated or rounded; gross; packing is at most a tenth)',
    ],
  ] as const)('of %s', async (_, over, expected) => {
    expect((await lines(pictureOf([find('a', over)]), 'en')).join('\n')).toContain(expected);
  });

  test('a net weight has no step', async () => {
    expect(
      (await lines(pictureOf([find('a', { massBasis: 'net' })]), 'en')).join('\n'),
    ).not.toMatch(/×|lowest: .*\(of/u);
  });

  test('a find that is a floor among claims', async () => {
    const told = await lines(
      pictureOf([find('a', { massBasis: 'gross' })], { isClaimed: true }),
      'en',
    );
    expect(told.join('\n')).toContain('29.7 kg = 33 × 0.9 (gross; packing is at most a tenth)');
  });

  test('behind a figure of a report', () => {
    const seizures = [find('a')];
    const { totals } = settle({ observations: [], seizures }, { ...question, by: 'year' });
    const panel = whyEvents(
      seizures,
      totals[0] as never,
      { picture: { picture: 'p' }, question } as never,
    );
    expect(panel.evidence[0]?.says.nl.replaceAll('\u00a0', ' ')).toContain(
      'laagste: 29,7 kg = 33 × 0,9 (bruto of netto niet vermeld)',
    );
  });
});

describe('a weight finer than the milligram, to which ends are rounded', () => {
  test.each([
    [
      'gross',
      { massBasis: 'gross', quantity: 33.3333333, printed: '33.3333333' },
      ['lowest: 30 kg = 33.3333333 × 0.9 (gross; packing is at most a tenth)'],
    ],
    [
      'gross, of a product that has more digits',
      { massBasis: 'gross', quantity: 33.3333337, printed: '33.3333337' },
      ['lowest: 30 kg = 33.3333337 × 0.9 (gross; packing is at most a tenth)'],
    ],
    ['net, in ounces', { massBasis: 'net', unit: 'oz', printed: '33' }, []],
    ['net', { massBasis: 'net', quantity: 33.3333333, printed: '33.3333333' }, []],
    [
      'an estimate',
      { massBasis: 'net', quantity: 33.3333333, printed: '33.3333333', wording: 'rounded' },
      [],
    ],
  ] as const)('is given no other reason: %s', async (_, over, steps) => {
    const told = await lines(pictureOf([find('a', over)], { isFull: true }), 'en');
    const said = told.map((line) => line.trim());
    expect(said.filter((line) => /^(?:lowest|highest): .*[(]/u.test(line))).toEqual(steps);
    expect(said.join('\n')).not.toContain('not certain: which');
    expect(said.filter((line) => line.startsWith('adds'))).toEqual([]);
  });
});

describe('the highest end of a find', () => {
  const own = find('a', { massBasis: 'net', quantity: 90, printed: '90' });
  const foreign = find('b', {
    ...{ massBasis: 'net', quantity: 100, printed: '100', source: 'be' },
    agencies: ['BE_CUST'],
  });
  const pair = (verdict: DoubleReport['verdict'], probability: number): DoubleReport => ({
    ...{ key: 'same a b', a: 'a', b: 'b', weight: 9, prior: 0, reasons: [] },
    ...{ verdict, probability, decision: null },
  });
  const said: Readonly<Record<Language, string>> = {
    nl: '(volgens een andere melding ervan)',
    fr: '(d’après un autre signalement de la même saisie)',
    de: '(nach einer anderen Meldung desselben Fundes)',
    en: '(by another report of it)',
  };
  test.each(languages)('is that of another report of it, in %s', async (language) => {
    const pairs = [pair('same', 1)];
    const told = await lines(pictureOf([own, foreign], { isFull: true, pairs }), language);
    expect(told.filter((line) => line.includes(`100 kg ${said[language]}`))).toHaveLength(1);
    expect(told.join('\n')).not.toMatch(/meer is|davantage|le reste|mehr ist|more is/u);
  });
  test('is put down to that report, where it may be a find of its own', async () => {
    const pairs = [pair('candidate', 0.6)];
    const told = (await lines(pictureOf([own, foreign], { isFull: true, pairs }), 'en')).join('\n');
    expect(told).not.toMatch(/more is/u);
    expect(told).toContain('highest: 0 kg (of 90; perhaps the same find as another report');
    expect(told).toMatch(/highest: 100 kg = 0 \(.*\) \+ 100 \(/u);
  });
});

describe('the lowest end of a find that two files report with a packing that is not known', () => {
  const gross = find('a', { massBasis: 'gross', quantity: 742.5, printed: '742.5' });
  const unsaid = find('b', {
    ...{ massBasis: 'unknown', quantity: 740, printed: '740', source: 'be' },
    agencies: ['BE_CUST'],
  });
  const pair = (verdict: DoubleReport['verdict'], probability: number): DoubleReport => ({
    ...{ key: 'same a b', a: 'a', b: 'b', weight: 9, prior: 0, reasons: [] },
    ...{ verdict, probability, decision: null },
  });
  test.each([
    ['same', 1, '742.5 × 0.9 (by another report of it; gross; packing is at most a tenth)'],
    ['candidate', 0.6, '742.5 × 0.9 (gross; packing is at most a tenth)'],
  ] as const)('is a product that can be done again, where it is %s', async (verdict, p, made) => {
    const picture = pictureOf([gross, unsaid], { isFull: true, pairs: [pair(verdict, p)] });
    const told = (await lines(picture, 'en')).join('\n');
    expect(told).toContain(`lowest: 668.25 kg = ${made}`);
    expect(told).not.toMatch(/more is/u);
  });
});

describe('a find that nobody weighed is unknown, not zero', () => {
  const seizures = [
    find('a', { massBasis: 'net', quantity: 2140 }),
    find('b', { quantity: null, missing: 'not_reported', date: '2022-06-21' }),
  ];
  test('the total has no likely figure and is not complete', () => {
    const { totals } = settle(
      { observations: [], seizures, coverage },
      { ...question, by: 'year' },
    );
    expect(totals[0]).toMatchObject({
      status: 'partial',
      missing: [],
      reported: { lowest: 2140, likely: null, highest: null },
      total: { atLeast: 2140, atMost: null },
    });
    const weighed = settle(
      { observations: [], seizures: seizures.slice(0, 1), coverage },
      { ...question, by: 'year' },
    );
    expect(weighed.totals[0]).toMatchObject({ status: 'complete', reported: { likely: 2140 } });
  });
  test.each(languages)('and no sum has it as 0, in %s', async (language) => {
    const told = await lines(pictureOf(seizures, { isFull: true }), language);
    expect(told.filter((line) => / = .*\b0 \(/u.test(line))).toEqual([]);
    expect(told.join('\n')).toMatch(/2[.,\s]140 kg \/ – \/ –/u);
  });
});

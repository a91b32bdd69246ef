import { describe, expect, test } from 'vitest';
import type { ColumnGuess } from '../../src/column.ts';
import { findTotals } from '../../src/totals/find-totals.ts';
import {
  conditionFor,
  type ProposedTotals,
  proposeTotals,
} from '../../src/totals/propose-totals.ts';
import { rateRows } from '../../src/totals/rate-rows.ts';
import { saysTotal } from '../../src/totals/total-words.ts';
import { guessOf, tableOf } from '../table-of.ts';

const habit = { decimalChar: '.', groupChar: null } as const;

/** Nothing is hidden. */
const asItStands = (text: string): string => text;

async function proposed(
  lines: readonly string[],
  columns: readonly ColumnGuess[],
): Promise<ProposedTotals> {
  const table = await tableOf(lines);
  return proposeTotals(findTotals(table, columns, habit), {
    record: 'observation',
    language: 'nl',
    columns,
    hide: asItStands,
  });
}

const place = guessOf('Regio', {
  to: 'place',
  rules: [
    { is: 'Nederland', to: 'NL' },
    { match: '^(.+) \\(RE\\)$', to: 'NL.RE.$1' },
    { match: '^(.+)$', to: 'NL.GM.$1' },
  ],
});
const year = guessOf('Jaar', { to: 'period', as: 'year' });
const value = guessOf('Aantal', { to: 'value', as: 'integer' });

test.each([
  'Totaal misdrijven',
  'Total',
  'Insgesamt',
  'Straftaten insgesamt',
  'Ensemble',
  '------',
  'T001038',
  'Cocaine (total of the above)',
  'insg.',
  'Kokain gesamt',
  'cocaïne (totaal)',
  'Gesamtmenge Kokain',
  'Zwischensumme',
  'Sous-total',
])('%s says that it is a total', (label) => {
  expect(saysTotal(label)).toBe(true);
});

test.each([
  'Totalenfels',
  'Alle-sur-Semois',
  'Cocaïne',
  'Gesamtschule',
  'Summertime',
  '3.1.1 Drugshandel',
])('%s does not', (label) => {
  expect(saysTotal(label)).toBe(false);
});

describe('mixed levels in one column', () => {
  const lines = [
    'Regio;Jaar;Aantal',
    ...[2022, 2023].flatMap((at) => [
      `Nederland;${at};${60 + at}`,
      `Noord (RE);${at};${20 + at}`,
      `Zuid (RE);${at};40`,
      `Vlissingen;${at};11`,
      `Goes;${at};9`,
      `Borsele;${at};${at}`,
    ]),
  ];

  test('are kept at their level and checked, with the evidence counted', async () => {
    const { rows, checks, exclude, totals } = await proposed(lines, [place, year, value]);
    expect(rows).toMatchObject([
      { label: 'Nederland', proposal: 'check', holds: 2, groups: 2, said: false },
    ]);
    expect(checks).toEqual([
      {
        check: 'total',
        field: 'place',
        total: 'NL',
        parts: ['NL.RE.Noord', 'NL.RE.Zuid'],
        within: ['periodStart'],
      },
    ]);
    expect([...exclude, ...totals]).toEqual([]);
  });

  test('of which one sum is a unit off are not called proven', async () => {
    const off = lines.map((line) => line.replace('Zuid (RE);2023;40', 'Zuid (RE);2023;41'));
    expect((await proposed(off, [place, year, value])).checks).toEqual([]);
  });
});

describe('a total without a code', () => {
  const agency = guessOf('Dienst', {
    to: 'agencies',
    codes: { Douane: 'NL_DOUANE', Politie: 'NL_POL' },
  });
  const rows = (sum: number): readonly string[] => [
    'Dienst;Jaar;Aantal',
    'Douane;2022;10',
    'Politie;2022;5',
    'Totaal;2022;15',
    'Douane;2023;3',
    'Politie;2023;4',
    `Totaal;2023;${sum}`,
  ];

  test('that adds up everywhere is left out, and nobody is asked', async () => {
    const { exclude } = await proposed(rows(7), [agency, year, value]);
    expect(exclude).toMatchObject([
      { rule: 'totaal-total', where: { Dienst: 'Totaal' }, decide: null },
    ]);
    expect(exclude[0]?.reason.en).toContain('2 of 2 groups');
  });

  test('that does not add up is never dropped without its parts', async () => {
    const { exclude, totals } = await proposed(rows(9), [agency, year, value]);
    expect(exclude).toEqual([]);
    expect(totals).toMatchObject([
      { total: 'Totaal', parts: ['Douane', 'Politie'], within: ['Jaar'] },
    ]);
    expect(totals[0]?.decide?.en).toContain('which side counts');
  });
});

test('a total that stands in a group of its own is compared with the parts all the same', async () => {
  const drug = guessOf('Drug', {
    to: 'substance',
    codes: { Powder: 'COC_HCL', Crack: 'COC_CRACK', 'Cocaine (total of the above)': 'COC' },
  });
  const group = guessOf('Group', { ignore: 'follows from the drug' });
  const { rows } = await proposed(
    [
      'Group;Drug;Jaar;Aantal',
      'Cocaine;Powder;2022;6',
      'Cocaine;Crack;2022;4',
      'Reported total;Cocaine (total of the above);2022;12',
      'Cocaine;Powder;2023;1',
      'Cocaine;Crack;2023;1',
      'Reported total;Cocaine (total of the above);2023;2',
    ],
    [group, drug, year, value],
  );
  expect(rows).toMatchObject([{ column: 'Drug', holds: 1, groups: 2, proposal: 'totals' }]);
});

test('a total given instead of its parts is kept, and never beside them', async () => {
  const drug = guessOf('Drug', {
    to: 'substance',
    codes: {
      Powder: 'COC_HCL',
      Crack: 'COC_CRACK',
      'Cocaine (total of the above)': 'COC',
      Resin: 'CAN_RESIN',
      Herb: 'CAN_HERB',
    },
  });
  const group = guessOf('Group', { ignore: 'follows from the drug' });
  const { totals } = await proposed(
    [
      'Group;Drug;Jaar;Aantal',
      'Cocaine;Powder;2022;6',
      'Cocaine;Crack;2022;4',
      'Cocaine;Cocaine (total of the above);2023;12',
      ...[2022, 2023].flatMap((at) => [`Cannabis;Resin;${at};900`, `Cannabis;Herb;${at};700`]),
    ],
    [group, drug, year, value],
  );
  expect(totals).toMatchObject([{ parts: ['Powder', 'Crack'], within: ['Jaar'], use: 'total' }]);
});

test('a total of which no part is known leaves everything in, and asks', async () => {
  const kind = guessOf('Soort', { to: 'metric', codes: { wiet: 'seizures', hasj: 'quantity' } });
  const { exclude, totals, questions } = await proposed(
    [
      'Soort;Jaar;Aantal',
      'wiet;2022;6',
      'hasj;2022;4',
      'Totaal;2022;99',
      'wiet;2023;1',
      'hasj;2023;2',
      'Totaal;2023;50',
    ],
    [kind, year, value],
  );
  expect([...exclude, ...totals]).toEqual([]);
  expect(questions).toMatchObject([{ column: 'Soort' }]);
});

test('labels of which a sum counts persons once are checked in the other figures alone', async () => {
  const land = guessOf('Land', {
    to: 'place',
    codes: { Bayern: 'DE2', Berlin: 'DE3', Hessen: 'DE7', Bund: 'DE' },
  });
  const cases = guessOf('Fälle', { to: 'value', set: { metric: 'offences' } });
  const suspects = guessOf('Verdächtige', { to: 'value', set: { metric: 'suspects' } });
  const { checks } = await proposed(
    [
      'Land;Jaar;Fälle;Verdächtige',
      ...[2021, 2022].flatMap((at) => [
        `Bayern;${at};10;5`,
        `Berlin;${at};20;6`,
        `Hessen;${at};30;7`,
        `Bund;${at};60;16`,
      ]),
    ],
    [land, year, cases, suspects],
  );
  expect(checks).toMatchObject([
    { total: 'DE', parts: ['DE2', 'DE3', 'DE7'], where: { metric: 'offences' } },
  ]);
});

test('a condition takes the wanted labels and none of the others', () => {
  const wanted = Array.from({ length: 30 }, (_, at) => `NL.GM.${at}`);
  expect(conditionFor(wanted, [...wanted, 'NL', 'NL.RE.1'], asItStands)).toEqual({
    match: '^NL\\.GM\\.',
  });
  const mixed = Array.from(
    { length: 30 },
    (_, at) => `${String.fromCharCode(97 + (at % 26))}${at}`,
  );
  expect(conditionFor(mixed, [...mixed, 'all (of them)'], asItStands)).toEqual({ match: '\\d$' });
});

test('rows of a rate per inhabitants are left out beside counts; a purity in per cent is a measure of its own', () => {
  const labels = ['NR', 'P_HTHAB', 'PC'];
  const guess = guessOf('unit', {
    to: 'unit',
    codes: { NR: 'offence', P_HTHAB: 'per_1e5', PC: 'pct' },
  });
  const column = {
    column: { index: 0, letter: 'A', headers: ['unit'], filled: false, empty: false },
    heading: 'unit',
    guess,
    labels,
  };
  expect(rateRows([column], 'observation', 'en')).toMatchObject([
    { where: { unit: 'P_HTHAB' }, decide: null },
  ]);
  expect(rateRows([{ ...column, labels: ['P_HTHAB'] }], 'observation', 'en')).toEqual([]);
});

test('no rule names what may be a person: all but the total are taken, or nothing', () => {
  const hide = (text: string): string => text.replace(/Wrakkelveld|Zonderkamp/u, '(not shown)');
  const names = ['Wrakkelveld', 'Zonderkamp'];
  expect(conditionFor(names, [...names, 'Totaal'], hide)).toEqual({ not: ['Totaal'] });
  expect(conditionFor(['Wrakkelveld'], [...names, 'Totaal'], hide)).toBeNull();
});

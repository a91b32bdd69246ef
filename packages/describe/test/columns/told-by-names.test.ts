import { describe, expect, it } from 'vitest';
import type { FileDescription } from '../../src/file-description.ts';
import { describedLines } from '../table-of.ts';

const asked = ({ decisions }: FileDescription): string =>
  decisions.map(({ about, question }) => `${about.en}: ${question.en}`).join('\n');
const columnOf = ({ columns }: FileDescription, heading: string) =>
  columns.find(({ headings }) => headings.includes(heading));

describe('codes with their labels beside them', () => {
  const file = (pairs: readonly (readonly [string, string])[]): readonly string[] => [
    'Periods;Victims;Key;Title',
    ...[2019, 2020, 2021].flatMap((year, row) =>
      pairs.map(([key, title], at) => `${year}JJ00;${91 + 13 * row + 7 * at};${key};${title}`),
    ),
  ];

  it.each([
    [
      'age',
      [
        ['10000', 'Total all ages'],
        ['41410', 'Younger than 20 years'],
        ['60300', '20 to 30 years'],
      ],
    ],
    [
      'leeftijd',
      [
        ['10000', 'Totaal leeftijd'],
        ['41410', 'Jonger dan 20 jaar'],
        ['60300', '20 tot 30 jaar'],
        ['60400', '30 jaar of ouder'],
      ],
    ],
    [
      'sex',
      [
        ['1100', 'Total men and women'],
        ['3000', 'Men'],
        ['4000', 'Women'],
      ],
    ],
  ] as const)('are what these say, %s, and in no list', async (_, pairs) => {
    const found = await describedLines('victims.csv', file(pairs));
    expect(columnOf(found, 'Key')?.to).toBeNull();
    expect(columnOf(found, 'Key')?.reason.en).toMatch(/the words beside it, one for each code/u);
    expect(JSON.stringify(columnOf(found, 'Key'))).not.toMatch(/PKS|REFNIS/u);
    expect(asked(found)).not.toMatch(/column Key/u);
    expect(asked(found)).toMatch(/column Title: .*The rows are split by/u);
  });

  it('are of the list where these are kinds of offences', async () => {
    const found = await describedLines('Faelle.csv', [
      'Jahr;Schlüssel;Straftat;Fälle',
      '2021;435000;Wohnungseinbruchdiebstahl;91',
      '2021;512000;Grundstücksbetrug;17',
      '2022;435000;Wohnungseinbruchdiebstahl;88',
      '2022;512000;Grundstücksbetrug;19',
    ]);
    expect(columnOf(found, 'Schlüssel')?.to).toBe('nationalCode');
  });
});

describe('a total broken down by means and by place', () => {
  const means = ['Firearm', 'StabbingWeapon', 'OtherMeans'];
  const scenes = ['HouseOfTheVictim', 'PublicRoad', 'Elsewhere'];
  const rows = (order: readonly string[], off = 0): readonly string[] => [
    `Year;${order.join(';')}`,
    ...Array.from({ length: 7 }, (_, row) => {
      const [a, b, c] = [86 + 3 * row, 40 + ((row * 7) % 11), 12 + row];
      const total = a + b + c;
      const [d, e] = [33 + ((row * 5) % 13), 51 + row];
      const figures: Readonly<Record<string, number>> = {
        TotalVictims: total + (row === 2 ? off : 0),
        Firearm: a,
        StabbingWeapon: b,
        OtherMeans: c,
        HouseOfTheVictim: d,
        PublicRoad: e,
        Elsewhere: total - d - e,
      };
      return [2015 + row, ...order.map((name) => figures[name])].join(';');
    }),
  ];
  const published = ['TotalVictims', ...means, ...scenes];

  it.each([
    ['as published', published],
    ['in the order of the alphabet', published.toSorted()],
  ])('is counted once, %s', async (_, order) => {
    const found = await describedLines('murder.csv', rows(order));
    for (const name of [...means, ...scenes]) {
      expect(columnOf(found, name)?.to).toBeNull();
      expect(columnOf(found, name)?.reason.en).toContain('7 of 7 rows');
    }
    expect(columnOf(found, 'TotalVictims')?.to).toBe('value');
    expect(asked(found)).not.toMatch(/Firearm|PublicRoad|alone names the offence/u);
  });

  it('is asked about where its heading alone names the offence', async () => {
    const lines = rows(published).map((line) => line.replace('TotalVictims', 'TotalMurders'));
    const found = await describedLines('figures.csv', lines);
    expect(asked(found)).toContain('column TotalMurders: The heading "TotalMurders" alone names');
    expect(columnOf(found, 'TotalMurders')?.written).toMatchObject({
      set: { nationalCode: 'TotalMurders' },
    });
  });

  it('is not where one row does not add up', async () => {
    const found = await describedLines('murder.csv', rows(published, 1));
    expect(columnOf(found, 'Firearm')?.reason.en).not.toContain('together are its sum');
  });

  it('leaves kinds of offences that add up to their total as they are', async () => {
    const kinds = ['Total', 'Theft', 'Robbery', 'Burglary'];
    const lines = [2019, 2020, 2021, 2022, 2023, 2024].map((year, row) => {
      const parts = [91 + 7 * row, 33 + ((row * 5) % 9), 48 + row];
      return [year, parts.reduce((all, each) => all + each, 0), ...parts].join(';');
    });
    const { folds } = await describedLines('crimes.csv', [`Year;${kinds.join(';')}`, ...lines]);
    expect(folds[0]?.headings).toEqual(kinds.slice(1));
  });
});

it('figures that are relative and no whole numbers are rates', async () => {
  const found = await describedLines('murder.csv', [
    'Year;TotalVictims;VictimsRelative',
    '2019;240;15.5',
    '2020;264;16.4',
    '2021;144;8.7',
  ]);
  expect(columnOf(found, 'VictimsRelative')?.to).toBeNull();
});

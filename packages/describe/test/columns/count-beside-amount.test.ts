import { guessTable } from '@samenbeeld/describe';
import { describe, expect, it, test } from 'vitest';
import { tableOf } from '../table-of.ts';

async function setsOf(
  titles: readonly string[],
  lines: readonly string[],
): Promise<Readonly<Record<string, { readonly metric: unknown; readonly decide: string }>>> {
  const table = await tableOf(lines);
  const guess = guessTable(table, { file: 'a.csv', titleLines: titles, footerLines: [] });
  return Object.fromEntries(
    guess.columns.flatMap(({ headings, written, decide }) => {
      const { set, value } = (written ?? {}) as Readonly<Record<string, { set?: object }>>;
      const own = (value?.set ?? set) as Readonly<Record<string, unknown>> | undefined;
      return own
        ? [
            [
              headings[0] ?? '',
              { metric: own['metric'], decide: decide.map(({ en }) => en).join(' ') },
            ] as const,
          ]
        : [];
    }),
  );
}

describe('figures headed only as a count, beside amounts', () => {
  it.each([
    ['Zoll - Rauschgiftsicherstellungen nach Hafen', 'Hafen', 'Anzahl', 'Menge in kg'],
    ['Inbeslagnames per haven', 'Haven', 'Aantal', 'Hoeveelheid (kg)'],
    ['Saisies de stupéfiants par port', 'Port', 'Nombre', 'Quantité (kg)'],
    ['Seizures by port', 'Port', 'Number', 'Quantity (kg)'],
    ['Sicherstellungen nach Hafen', 'Hafen', 'Fälle', 'Menge in kg'],
  ])('%s: are seizures, in two columns and beside years', async (title, place, count, amount) => {
    const flat = await setsOf(
      [title],
      [
        `${place};2023;${count};${amount}`,
        'Hamburg;2023;45;9512,4',
        'Bremerhaven;2023;21;2310,8',
      ].map((line) => line.replace(/;2023/u, '')),
    );
    expect(flat[count]).toMatchObject({ metric: 'seizures' });
    expect(flat[count]?.decide).toContain('seizures');
    expect(flat[amount]?.metric).toBe('quantity');
    const years = await setsOf(
      [title],
      [
        `${place};2022 ${count};2022 ${amount};2023 ${count};2023 ${amount}`,
        'Hamburg;45;9512,4;61;33870,1',
        'Bremerhaven;21;2310,8;27;5120,6',
      ],
    );
    expect(years[`2022 ${count}`]).toMatchObject({ metric: 'seizures' });
    expect(years[`2022 ${amount}`]?.metric).toBe('quantity');
  });
});

test('a count beside no amount is left as it is', async () => {
  const sets = await setsOf(
    ['Geregistreerde misdrijven'],
    ['Gemeente;Jaar;Aantal', 'Breda;2022;12', 'Tilburg;2022;13'],
  );
  expect(JSON.stringify(sets)).not.toContain('seizures');
});

it.each([
  ['Police, section stupéfiants', 'Produit', 'Saisies', 'Quantité'],
  ['Sicherstellungsfälle und -mengen nach Rauschgiftart', 'Rauschgift', 'Fälle', 'Menge'],
])('%s: %s says what is counted, and nothing is asked', async (title, drug, count, amount) => {
  const sets = await setsOf(
    [title],
    [
      `${drug};${count} 2030;${amount} 2030 (kg);${count} 2031;${amount} 2031 (kg)`,
      'Kokain;45;9512,4;61;33870,1',
      'Heroin;21;2310,8;27;5120,6',
    ],
  );
  expect(sets[`${count} 2030`]).toEqual({ metric: 'seizures', decide: '' });
});

it('a title of cases and of seizures leaves open which of them a count is', async () => {
  const sets = await setsOf(
    ['Anzahl der Fälle, Sicherstellungen und Mengen'],
    ['Rauschgift;Fälle;Menge (kg)', 'Kokain;45;9512,4', 'Heroin;21;2310,8'],
  );
  expect(sets['Fälle']?.decide).toContain('seizures');
});

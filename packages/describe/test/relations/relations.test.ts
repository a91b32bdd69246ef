import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRelations } from '../../src/relations/find-relations.ts';
import { tableOf } from '../table-of.ts';

const habit = { decimalChar: ',', groupChar: '.' } as const;

test('a sum of columns and a rounded share are named, in the words of the headings', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => [1_000 + 37 * at, 900 + 53 * at, at + 3] as const,
  );
  const table = await tableOf([
    'Mannen;Vrouwen;Totaal;Vuurwapen;Aandeel',
    ...rows.map(([men, women, armed]) =>
      [men, women, men + women, armed, ((100 * armed) / men).toFixed(2).replace('.', ',')].join(
        ';',
      ),
    ),
  ]);
  expect(findRelations(table, habit)).toEqual([
    {
      column: 'Aandeel',
      kind: 'share',
      from: ['Vuurwapen', 'Mannen'],
      formula: expect.objectContaining({ en: '100 × Vuurwapen / Mannen' }),
      holds: 12,
      rows: 12,
    },
    {
      column: 'Totaal',
      kind: 'sum',
      from: ['Mannen', 'Vrouwen'],
      formula: expect.objectContaining({ en: 'Mannen + Vrouwen' }),
      holds: 12,
      rows: 12,
    },
  ]);
});

test('a count is never said to follow from its own share', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => [200 + 10 * at, 20 + 7 * at] as const);
  const table = await tableOf([
    'Faelle;Versuche;Anteil',
    ...rows.map(([all, tried]) =>
      [all, tried, ((100 * tried) / all).toFixed(1).replace('.', ',')].join(';'),
    ),
  ]);
  expect(findRelations(table, habit).map(({ column }) => column)).toEqual(['Anteil']);
});

test('columns drawn apart follow from nothing', async () => {
  const cell = fc.integer({ min: 10_000, max: 999_999 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 12, maxLength: 30 }),
      async (rows) => {
        const table = await tableOf(['a;b;c;d', ...rows.map((row) => row.join(';'))]);
        expect(findRelations(table, { decimalChar: '.', groupChar: null })).toEqual([]);
      },
    ),
    { numRuns: 40, seed: 3 },
  );
});

import { expect, test } from 'vitest';
import { described, ingested, messageOf, table } from './fixture.ts';

const columns = {
  Port: { to: 'place' },
  Jaar: { to: 'period', as: 'year' },
  Unité: { to: 'unit' },
};
const seizures = {
  to: 'value',
  as: 'integer',
  set: { metric: 'seizures', unit: 'seizure' },
} as const;
const quantity = { to: 'value', as: 'number', set: { metric: 'quantity' } } as const;

test('what a value column sets of its own holds for its figures, whatever a column of the row says', async () => {
  const { rows } = await ingested({
    files: 'Port;Jaar;Unité;Saisies;Quantité\nBEANR;2023;kg;45;1200.5\nBEGNE;2023;tablet;3;900\n',
    description: {
      columns: { ...columns, Saisies: seizures, Quantité: quantity },
      constants: { basis: 'recorded' },
    },
  });
  expect(table(rows, 'metric', 'value', 'unit')).toEqual([
    'seizures | 45 | seizure',
    'quantity | 1200.5 | kg',
    'seizures | 3 | seizure',
    'quantity | 900 | tablet',
  ]);
});

test('a fold sets its own unit as well', async () => {
  const fold = (what: string, value: unknown): unknown => ({
    headers: `^(?<year>\\d{4}) ${what}$`,
    groups: { year: { to: 'period', as: 'year' } },
    value,
  });
  const { rows } = await ingested({
    files: 'Port;Unité;2022 Saisies;2022 Quantité\nBEANR;kg;45;1200.5\n',
    description: {
      columns: { Port: { to: 'place' }, Unité: { to: 'unit' } },
      fold: [fold('Saisies', seizures), fold('Quantité', quantity)],
      constants: { basis: 'recorded' },
    },
  });
  expect(table(rows, 'metric', 'value', 'unit')).toEqual([
    'seizures | 45 | seizure',
    'quantity | 1200.5 | kg',
  ]);
});

test('a figure whose unit does not measure its metric is rejected', async () => {
  const { rows, issues } = await ingested({
    files: 'Port;Jaar;Unité;Saisies\nBEANR;2023;kg;45\nBEGNE;2023;seizure;3\n',
    description: {
      columns: { ...columns, Saisies: { ...seizures, set: { metric: 'seizures' } } },
      constants: { basis: 'recorded' },
    },
  });
  expect(table(rows, 'value', 'unit')).toEqual(['3 | seizure']);
  expect(
    issues.map(({ line, rule, message, repair }) => [line, rule, message, repair]),
  ).toMatchInlineSnapshot(`
    [
      [
        2,
        "unit.unfit",
        "the unit of "45" measures something else than seizures does",
        "give the value column its own under \`set: { metric: …, unit: … }\`: it wins over columns of the row",
      ],
    ]
  `);
});

test('units that are copied as they stand are held against the metric as well', async () => {
  const { rows, issues } = await ingested({
    files:
      'Port;Jaar;Unité;Prix\nBEANR;2023;EUR/10 g;45\nBEGNE;2023;USD/10 g;3\nBEGNE;2022;kg;3\nBEANR;2022;stuk;3\n',
    description: {
      columns: {
        ...columns,
        Unité: { to: 'unit', as: 'string' },
        Prix: { to: 'value', as: 'integer', set: { metric: 'price' } },
      },
      constants: { basis: 'recorded' },
    },
  });
  expect(table(rows, 'value', 'unit')).toEqual(['45 | EUR/10 g', '3 | USD/10 g']);
  expect(issues.map(({ line, rule }) => [line, rule])).toEqual([
    [4, 'unit.unfit'],
    [5, 'unit.unfit'],
  ]);
});

test('a description that gives a metric and a unit that do not go together is refused', async () => {
  const message = await messageOf(
    described({
      description: {
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year' },
          Aantal: { to: 'value', as: 'integer', set: { metric: 'seizures' } },
        },
        constants: { unit: 'kg', basis: 'recorded' },
      },
    }),
  );
  expect(message).toMatchInlineSnapshot(
    `"FOLDER/source.yaml: the figures of column "Aantal" would be seizures in kg. Repair: give them their own under \`set: { metric: …, unit: … }\` of column "Aantal""`,
  );
});

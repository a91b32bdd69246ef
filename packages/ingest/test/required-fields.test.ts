import { describe, expect, it } from 'vitest';
import { described, type Fixture, ingested, messageOf, table } from './fixture.ts';

const years = {
  headers: '^(?<year>\\d{4})$',
  groups: { year: { to: 'period', as: 'year' } },
  value: { to: 'value', as: 'integer' },
};

const refusal = (description: Fixture['description'] = {}): Promise<string> =>
  messageOf(described({ description }));

describe('what every record needs', () => {
  it('is asked of each value column by itself when the description is read', async () => {
    const place = { to: 'place' };
    const value = { to: 'value', as: 'integer' };
    expect([
      await refusal({ columns: { Plaats: place, Totaal: value }, fold: [years] }),
      await refusal({
        columns: { Plaats: place },
        fold: [
          years,
          { headers: '^totaal (?<what>\\w+)$', groups: { what: { to: 'nationalCode' } }, value },
        ],
      }),
      await refusal({
        columns: {
          Plaats: place,
          Jaar: { to: 'period', as: 'year' },
          Zaken: value,
          Kilo: { ...value, set: { unit: '' } },
        },
        constants: { metric: 'offences', basis: 'recorded' },
      }),
    ]).toMatchInlineSnapshot(`
      [
        "FOLDER/source.yaml: nothing fills period of the figures of column "Totaal". Repair: give it under \`set:\` of column "Totaal", map a column to period, give it under constants, or ignore a column whose figures are sums",
        "FOLDER/source.yaml: nothing fills period of the figures of fold 2. Repair: give it under \`set:\` of fold 2, take it from the heading with a group, map a column to period, give it under constants, or ignore a column whose figures are sums",
        "FOLDER/source.yaml: nothing fills unit of the figures of column "Zaken". Repair: give it under \`set:\` of column "Zaken", map a column to unit, give it under constants, or ignore a column whose figures are sums",
      ]
    `);
  });

  it('may come from the row, the heading, the value column or a constant', async () => {
    const { rows } = await ingested({
      files: 'Plaats;Totaal;2021;2022\nNLVLI;12;5;7\n',
      description: {
        columns: {
          Plaats: { to: 'place' },
          Totaal: {
            to: 'value',
            as: 'integer',
            set: { periodStart: '2021-01-01', periodEnd: '2022-12-31' },
          },
        },
        fold: [years],
      },
    });
    expect(table(rows, 'period_start', 'period_end', 'value')).toEqual([
      '2021-01-01 | 2022-12-31 | 12',
      '2021-01-01 | 2021-12-31 | 5',
      '2022-01-01 | 2022-12-31 | 7',
    ]);
  });

  it('rejects the figures that lack it where a column is not there or a heading does not say it', async () => {
    const absent = await ingested({
      files: 'Plaats;Aantal\nNLVLI;12\n',
      description: {
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year', optional: true },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(absent.rows).toEqual([]);
    expect(
      absent.issues.map(({ line, column, rule, message }) => [line, column, rule, message]),
    ).toMatchInlineSnapshot(`
      [
        [
          2,
          "B "Aantal"",
          "field.unfilled",
          "nothing fills period_start of this figure, and it may not be empty",
        ],
      ]
    `);

    const unsaid = await ingested({
      files: 'Plaats;Zaken 2021;Zaken\nNLVLI;5;12\n',
      description: {
        columns: { Plaats: { to: 'place' } },
        fold: [{ ...years, headers: '^Zaken ?(?<year>\\d{4})?$' }],
      },
    });
    expect(table(unsaid.rows, 'period_start', 'value')).toEqual(['2021-01-01 | 5']);
    expect(unsaid.issues.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [2, 'C "Zaken"', 'field.unfilled'],
    ]);
    expect(unsaid.conservation).toMatchObject([{ items: 2, accepted: 1, rejected: 1 }]);
  });
});

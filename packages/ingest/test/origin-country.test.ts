import { seizureTable } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { ingested } from './fixture.ts';

test('a seizure has every column of the table, the country of origin among them', async () => {
  const { rows } = await ingested({
    description: {
      record: 'seizure',
      constants: {
        substance: 'COC',
        unit: 'kg',
        basis: 'seized_in_port',
        place: 'NLVLI',
        placeLevel: 'port',
        seizingCountry: 'NL',
      },
      columns: {
        Dag: { to: 'date', as: 'date' },
        Herkomst: { to: 'originCountry' },
        Aantal: { to: 'value', as: 'integer' },
      },
    },
    files: 'Dag;Herkomst;Aantal\n2021-05-03;EC;120\n',
  });
  expect(Object.keys(rows[0] ?? {})).toEqual(seizureTable.map(({ name }) => name));
  expect(rows[0]).toMatchObject({ origin_country: 'EC', quantity: 120, origin_line: 2 });
});

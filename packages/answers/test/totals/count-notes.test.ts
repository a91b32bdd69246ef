import type { Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { countTable, noSeries } from '../../src/totals/size-chapter.ts';

/** What is said of counts of two rows. */
const said = (...rows: readonly Partial<Observation>[]) =>
  noSeries(
    rows.map(
      (row) =>
        ({ source: 'a', definition: null, countUnit: null, ...row }) as unknown as Observation,
    ),
  ).map(({ en }) => en);

test('counts of other units say which, and counts of one unit do not speak of units', () => {
  expect(said({ countUnit: 'offence' }, { countUnit: 'suspect', source: 'b' })).toEqual([
    expect.stringMatching(
      /^Different units are counted \(.+, .+\); these counts form no series\.$/u,
    ),
  ]);
  for (const other of [{ definition: 'over-500g' }, { source: 'b' }]) {
    const [note = ''] = said({ countUnit: 'offence' }, { countUnit: 'offence', ...other });
    expect(note).toContain('form no series');
    expect(note).not.toContain('units');
  }
  expect(said({ countUnit: 'offence' }, { countUnit: 'offence' })).toEqual([]);
});

test('a count of more than the drug that is asked says of what it is, in its row and in its evidence', () => {
  const count = (row: Partial<Observation>) =>
    ({
      ...{ id: 'a', source: 'a', definition: null, place: 'LU', agencies: ['LU_CUST'], freq: 'A' },
      ...{ periodStart: '2025-01-01', periodEnd: '2025-12-31', metric: 'seizures', value: 16 },
      ...{ basis: 'seized_in_post', substance: 'COC', countUnit: 'seizure', extent: 'whole' },
      ...{ publishedOn: null, publication: null, ...row },
    }) as unknown as Observation;
  const wider = count({ id: 'b', substance: 'ALL', countUnit: 'consignment', value: 285 });
  const { columns, rows } = countTable([count({}), wider], 'COC');
  expect(columns.map(({ label }) => label.en)).toContain('what');
  expect(rows.map((row) => row[2]?.shown)).toMatchObject([
    { en: 'cocaine, seizure' },
    { en: 'all drugs, consignment' },
  ]);
  expect(rows[1]?.[3]?.why?.evidence[0]?.says.en).toBe(
    'Luxembourg, all drugs, consignment, 2025: 285',
  );
  const part = countTable([count({ extent: 'part' })], 'COC');
  expect(part.rows[0]?.[2]?.shown).toMatchObject({ en: expect.stringContaining('part') });
  expect(countTable([count({})], 'COC').columns).toHaveLength(4);
});

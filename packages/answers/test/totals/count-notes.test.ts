import type { Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { noSeries } from '../../src/totals/size-chapter.ts';

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

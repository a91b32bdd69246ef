import { toClaims } from '@samenbeeld/merge';
import type { Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { claimRow } from './claim-row.ts';

/** A cell of a table about a kind of cocaine in Luxembourg. */
function part(id: string, substance: string, over: Partial<Observation> = {}): Observation {
  return claimRow(id, {
    publication: null,
    source: 'table',
    place: 'LU',
    basis: 'seized_in_territory',
    agencies: ['LU_POL'],
    substance,
    value: 10,
    ...over,
  });
}

/** Values of the family's figures, with their upper ends. */
function families(...rows: readonly Observation[]) {
  return toClaims(rows, { metric: 'quantity', unit: 'kg' })
    .filter(({ substance }) => substance === 'COC')
    .map(({ value, wording, interval, publishedOn }) => [
      value,
      wording,
      interval.high === null ? 'open' : 'closed',
      publishedOn,
    ]);
}

describe('the parts of a family in a table', () => {
  it('make its figure', () => {
    expect(families(part('a', 'COC_HCL'), part('b', 'COC_CRACK', { value: 2 }))).toEqual([
      [12, 'unmarked', 'closed', '2023-01'],
    ]);
  });

  it('are added within one release only', () => {
    const later = { publishedOn: '2024-01' };
    expect(
      families(
        part('a', 'COC_HCL'),
        part('b', 'COC_CRACK', { value: 2 }),
        part('c', 'COC_HCL', { value: 11, ...later }),
        part('d', 'COC_CRACK', { value: 3, ...later }),
      ).sort(),
    ).toEqual([
      [12, 'unmarked', 'closed', '2023-01'],
      [14, 'unmarked', 'closed', '2024-01'],
    ]);
  });

  it.each(['suppressed', 'below_threshold', 'pending', 'not_reported'] as const)(
    'are a floor where one of them is %s',
    (missing) => {
      const hidden = part('b', 'COC_CRACK', { value: null, missing });
      expect(families(part('a', 'COC_HCL'), hidden)).toEqual([[10, 'floor', 'open', '2023-01']]);
    },
  );

  it('are whole where one does not apply, or is suppressed in another release or year only', () => {
    const none = { value: null, missing: 'suppressed' } as const;
    const rows = [
      part('b', 'COC_CRACK', { value: null, missing: 'not_applicable' }),
      part('c', 'COC_CRACK', { ...none, publishedOn: '2024-01' }),
      part('d', 'COC_CRACK', { ...none, periodStart: '2021-01-01', periodEnd: '2021-12-31' }),
    ];
    expect(families(part('a', 'COC_HCL'), ...rows)).toEqual([
      [10, 'unmarked', 'closed', '2023-01'],
    ]);
  });

  it('make none where they are counted under two rules', () => {
    expect(
      families(
        part('a', 'COC_HCL', { definition: 'weighed' }),
        part('b', 'COC_CRACK', { definition: 'estimated' }),
      ),
    ).toEqual([]);
  });
});

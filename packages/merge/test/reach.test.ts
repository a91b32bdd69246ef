// That it reaches every figure that can move an answer is tried in reach.slow.test.ts.
import { reachOf } from '@samenbeeld/merge';
import { describe, expect, test } from 'vitest';
import { claimRow } from './claim-row.ts';
import { reached } from './reached.ts';
import { seizureRow } from './seizure-row.ts';

describe('reachOf(asked, named)', () => {
  test('reaches a port next to it, and another drug at the same place, by which contradictions are explained', () => {
    const rows = [
      claimRow('one'),
      claimRow('beside', { place: 'NLTNZ' }),
      claimRow('other drug', { substance: 'HER' }),
      claimRow('elsewhere', { place: 'BEANR' }),
      claimRow('neither', { place: 'NLTNZ', substance: 'HER' }),
    ];
    const reach = reachOf(
      { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port', metric: 'quantity' },
      { places: ['NLVLI', 'NLTNZ', 'BEANR'], drugs: ['COC', 'HER'] },
    );
    const read = rows.filter((row) => reach.observations.some((part) => reached(part, row)));
    expect(read.map(({ id }) => id)).toEqual(['one', 'beside', 'other drug']);
  });

  test('reaches the finds of the drug and basis wherever they are, at the place those on any basis, and no other', () => {
    const finds = [
      seizureRow('a', { substance: 'COC', place: 'NLVLI' }),
      seizureRow('b', { substance: 'COC_BASE', place: 'BEANR' }),
      seizureRow('c', { substance: 'HER', place: 'NLVLI' }),
      seizureRow('d', { substance: 'COC', basis: 'entered_via_port' }),
      seizureRow('e', { substance: 'COC', basis: 'entered_via_port', place: 'BEANR' }),
    ];
    const found = (scope: Parameters<typeof reachOf>[0]) =>
      finds
        .filter((find) =>
          reachOf(scope, { places: [], drugs: [] }).seizures.some((part) => reached(part, find)),
        )
        .map(({ id }) => id);
    const cell = { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' };
    expect(found(cell)).toEqual(['a', 'b', 'd']);
    expect(found({ place: 'NLVLI', substance: 'COC' })).toEqual(['a', 'b', 'd', 'e']);
    expect(found({ ...cell, metric: 'seizures' })).toEqual(['a', 'b', 'd']);
    expect(found({ ...cell, metric: 'offences' })).toEqual([]);
    expect(found({ place: 'NLVLI' })).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

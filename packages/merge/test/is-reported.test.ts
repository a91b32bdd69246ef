import { coverageAsRead, eventTotals, isUnread } from '@samenbeeld/merge';
import type { Coverage } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { nspCocaine } from './nsp-cocaine.ts';
import { seizure } from './seizure.ts';

const [years, all] = [[2022], ['2018-01-01', '2025-12-31'] as const];

function covers(
  agency: string,
  [periodStart, periodEnd]: readonly [string, string],
  over: Partial<Coverage> = {},
): Coverage {
  return {
    source: `file-${agency}`,
    agency,
    place: 'NLVLI',
    substance: null,
    basis: 'seized_in_port',
    periodStart,
    periodEnd,
    extent: 'full',
    evidence: null,
    ...over,
  };
}

function stateOf(coverage: readonly Coverage[]) {
  const [total] = eventTotals([seizure('a1')], { ...nspCocaine, years, coverage, pairs: [] });
  return total?.members.find(({ place }) => place === 'NLVLI');
}

describe('eventTotals(seizures, { coverage })', () => {
  it('counts a port as reported where all that cover it fully cover the whole year', () => {
    expect(stateOf([covers('NL_HARC', all)])).toMatchObject({ state: 'reported', likely: 100 });
    expect(stateOf([covers('NL_HARC', all), covers('BE_CUST', all)])?.state).toBe('reported');
    expect(stateOf([])?.state).toBe('finds_only');
  });

  it('counts it as not whole where the file of one office ends before the year does', () => {
    const harc = covers('NL_HARC', all);
    for (const span of [
      ['2018-01-01', '2022-06-30'],
      ['2022-01-02', '2025-12-31'],
      ['2018-01-01', '2020-12-31'],
    ] as const) {
      const customs = covers('BE_CUST', span);
      expect(stateOf([harc, customs])).toMatchObject({
        state: 'finds_only',
        lowest: 100,
        likely: null,
        highest: null,
      });
      expect(stateOf([customs, harc])?.state).toBe('finds_only');
    }
  });

  it('takes the declarations of one office together, in whatever order', () => {
    const parts = [
      covers('NL_HARC', ['2022-07-01', '2025-12-31']),
      covers('NL_HARC', ['2018-01-01', '2022-06-30'], { source: 'older-file' }),
    ];
    expect(stateOf(parts)?.state).toBe('reported');
    expect(stateOf([...parts].reverse())?.state).toBe('reported');
    const gap = covers('NL_HARC', ['2018-01-01', '2022-06-29']);
    expect(stateOf([gap, ...parts.slice(0, 1)])?.state).toBe('finds_only');
    const within = covers('NL_HARC', ['2018-06-01', '2019-06-30']);
    expect(stateOf([...parts, within])?.state).toBe('reported');
  });

  it('lets a team speak for the offices it contains, and not the other way', () => {
    const ended = ['2018-01-01', '2020-12-31'] as const;
    expect(stateOf([covers('NL_HARC', all), covers('NL_CUST', ended)])?.state).toBe('reported');
    expect(stateOf([covers('NL_HARC', ended), covers('NL_CUST', all)])?.state).toBe('finds_only');
  });

  it('hears only declarations of full coverage on the same place, basis and drug', () => {
    const short = ['2018-01-01', '2022-06-30'] as const;
    for (const other of [
      { place: 'BEGNE' },
      { basis: 'entered_via_port' },
      { substance: 'CAN' },
      { extent: 'partial' },
    ] as const)
      expect(stateOf([covers('NL_HARC', all), covers('BE_CUST', short, other)])?.state).toBe(
        'reported',
      );
    const cocaine = covers('BE_CUST', short, { substance: 'COC' });
    expect(stateOf([covers('NL_HARC', all), cocaine])?.state).toBe('finds_only');
  });

  it('hears what is declared of a country, or of a family of drugs, in each place and of each drug within', () => {
    expect(stateOf([covers('NL_HARC', all, { place: 'NL' })])?.state).toBe('reported');
    expect(stateOf([covers('NL_HARC', all, { place: 'BE' })])?.state).toBe('finds_only');
    const port = ['2018-01-01', '2022-06-30'] as const;
    const country = covers('NL_HARC', ['2022-07-01', '2025-12-31'], { place: 'NL' });
    expect(stateOf([covers('NL_HARC', port), country])?.state).toBe('reported');
    const customs = covers('NL_CUST', port, { place: 'NL' });
    expect(stateOf([covers('BE_CUST', all), customs])?.state).toBe('finds_only');
  });
});

describe('coverageAsRead(declared of a country)', () => {
  const year = { periodStart: '2022-01-01', periodEnd: '2022-12-31', basis: 'seized_in_port' };
  const declared = [covers('NL_HARC', all, { place: 'NL' })];
  const aside = (row: { readonly place: string; readonly substance: string }) =>
    coverageAsRead(declared, [
      {
        source: 'file-NL_HARC',
        rejected: 1,
        putAside: [{ basis: null, date: null, datePrecision: null, dateRole: null, ...row }],
      },
    ]);

  it('takes it back only where the row may be of', () => {
    const read = aside({ place: 'NLVLI', substance: 'COC' });
    expect(isUnread('NLVLI', { ...year, substance: 'COC' }, read)).toBe(true);
    expect(isUnread('NL', { ...year, substance: 'COC' }, read)).toBe(true);
    expect(isUnread('NLRTM', { ...year, substance: 'COC' }, read)).toBe(false);
    expect(isUnread('NLVLI', { ...year, substance: 'HER' }, read)).toBe(false);
  });
});

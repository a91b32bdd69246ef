import { coverageAsRead, eventTotals } from '@samenbeeld/merge';
import type { Coverage, PutAside } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { nspCocaine } from './nsp-cocaine.ts';
import { seizure } from './seizure.ts';

const whole = (source: string, place: string): Coverage => ({
  ...{ source, agency: 'NL_HARC', place, substance: null, basis: 'seized_in_port' },
  ...{ periodStart: '2020-01-01', periodEnd: '2024-12-31', extent: 'full', evidence: null },
});

const declared = ['BEGNE', 'NLTNZ', 'NLVLI'].map((place) => whole('harc', place));

const row: PutAside = {
  ...{ place: 'NLVLI', basis: 'seized_in_port', substance: 'COC' },
  ...{ date: '2022-05-01', datePrecision: 'day', dateRole: 'seizure' },
};

/** What the years 2021 to 2023 say where a file holds such rows. */
function yearsWith(putAside?: readonly Partial<PutAside>[], source = 'harc') {
  const rows = putAside?.map((one) => ({ ...row, ...one }));
  const files = [{ source, rejected: 1, ...(rows && { putAside: rows }) }];
  const finds = [2021, 2022, 2023].map((year) => seizure(`a${year}`, { date: `${year}-03-10` }));
  return eventTotals(finds, {
    ...nspCocaine,
    years: [2021, 2022, 2023],
    coverage: coverageAsRead(declared, files),
    pairs: [],
  });
}

const open = (...args: Parameters<typeof yearsWith>): readonly string[] =>
  yearsWith(...args).flatMap(({ status, period }) => (status === 'complete' ? [] : [period]));

describe('a row that was put aside', () => {
  it('leaves the port and year it is of with a lower limit, which says why', () => {
    const [, year] = yearsWith([{}]);
    expect(year).toMatchObject({
      status: 'partial',
      reported: { lowest: 100, likely: null, highest: null },
      total: { atLeast: 100, atMost: null },
      missing: ['NLVLI'],
    });
    expect(year?.causes.map(({ text }) => text.en)).toEqual([
      'Vlissingen: a row of a file of finds was not read or was put aside and may belong here; the total may be higher',
    ]);
    expect(open([{}])).toEqual(['2022']);
  });

  it('that a rule leaves out leaves a lower limit too, and is called left out', () => {
    const files = [{ source: 'harc', rejected: 0, putAside: [{ ...row, leftOut: true as const }] }];
    const [year] = eventTotals([seizure('a2022', { date: '2022-03-10' })], {
      ...{ ...nspCocaine, years: [2022], pairs: [] },
      coverage: coverageAsRead(declared, files),
    });
    expect(year).toMatchObject({ status: 'partial', total: { atLeast: 100, atMost: null } });
    expect(year?.causes.map(({ text }) => text.en)).toEqual([
      'Vlissingen: the source description leaves out finds that may belong here; the total may be higher',
    ]);
  });

  it('opens nothing of another place, drug, basis or time, whichever file it is of', () => {
    for (const other of [
      { place: 'NLRTM' },
      { substance: 'CAN_RESIN' },
      { basis: 'entered_via_port' },
      { date: '2025-01-01' },
    ])
      expect(open([other])).toEqual([]);
    expect(open([{}], 'customs')).toEqual(['2022']);
  });

  it('may be anything that could not be read of it', () => {
    expect(open([{ substance: null }])).toEqual(['2022']);
    expect(open([{ date: null, datePrecision: null }])).toEqual(['2021', '2022', '2023']);
    expect(open([{ date: '2022-01-01', datePrecision: 'year' }])).toEqual(['2022']);
    // Registered in February: within the 120 days before it is a day of the year before.
    expect(open([{ date: '2023-02-01', dateRole: 'registration' }])).toEqual(['2022', '2023']);
    expect(open()).toEqual(['2021', '2022', '2023']);
  });

  it.each([
    ['a drug that is not told', { substance: 'DRUG_UNSPEC' }],
    ['another drug', { substance: 'DRUG_OTHER' }],
    ['a drug of no list', { substance: 'NL:onbekend' }],
    ['a place that is not known', { place: 'ZZ' }],
    ['abroad', { place: 'XX' }],
    ['a code of no list', { place: 'QQ123' }],
    ['a town', { place: 'NL.PLACE.Vlissingen' }],
    ['an open set of ports', { place: 'PC_HARC_ELSEWHERE' }],
    ['one of two ports', { place: 'NLRTM+NLVLI' }],
  ])('of %s may be of the port and its drug', (_, said) => {
    expect(open([said])).toEqual(['2022']);
  });

  it('that is a figure of a table makes no sum of finds smaller', () => {
    const figure = { metric: null, unit: null, periodStart: null, periodEnd: null };
    expect(open([{ figure }])).toEqual([]);
  });

  it('of a town abroad opens no port', () => {
    expect(open([{ place: 'FR.COM.Lille' }])).toEqual([]);
    expect(open([{ place: 'NLRTM+NLMOE' }])).toEqual([]);
  });

  it('of no known place is of a place that its source speaks of', () => {
    const partial: Coverage = { ...whole('customs', 'BEANR'), extent: 'partial' };
    const file = { source: 'customs', rejected: 1, putAside: [{ ...row, place: null }] };
    expect(coverageAsRead([...declared, partial], [file])).toEqual([...declared, partial]);
    const here: Coverage = { ...partial, place: 'NLVLI' };
    expect(coverageAsRead([...declared, here], [file]).at(-1)).toEqual({
      ...whole('customs', 'NLVLI'),
      ...{ substance: 'COC', extent: 'unread' },
      ...{ periodStart: '2022-05-01', periodEnd: '2022-05-01' },
    });
  });
});

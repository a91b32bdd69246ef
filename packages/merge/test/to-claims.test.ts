import { publicationKey, toClaims } from '@samenbeeld/merge';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimOf, claimRow, claimsOf } from './claim-row.ts';
import { named, publishedClaims, unodcSeizures } from './published.ts';

const page = 'https://www.pzc.nl/a~b/';

describe('toClaims(observations, { metric, unit })', () => {
  it('makes one claim of rows that share page, value in one unit, place and period', () => {
    const claims = claimsOf(
      claimRow('a', { publication: page, value: 2000, wording: 'rounded' }),
      claimRow('b', {
        publication: 'http://pzc.nl/a~b#top',
        value: 2,
        unit: 't',
        printed: '2',
        wording: 'just_under',
        wordingPrinted: 'bijna',
      }),
    );
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      id: 'a',
      value: 2000,
      wording: 'just_under',
      interval: { low: 1500, high: 2000, closed: false },
    });
  });

  it('gives a printed word precedence over a code, whichever row comes first', () => {
    const coded = { publication: page, value: 4100, wording: 'exact' } as const;
    const printed = { ...coded, wording: 'floor', wordingPrinted: 'ruim' } as const;
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const)
      expect(claimsOf(claimRow(first, coded), claimRow(second, printed))[0]?.interval).toEqual({
        low: 4100,
        high: null,
        closed: false,
      });
  });

  it('names the service that counted rather than who published or nobody, whatever the ids', () => {
    const of = (a: string, b: string, c: string) =>
      claimsOf(
        claimRow(a, { publication: page, agencies: ['PRESS'] }),
        claimRow(b, { publication: page, agencies: ['NL_OM'] }),
        claimRow(c, { publication: page, agencies: ['NL_HARC'] }),
      ).map((claim) => claim.agencies);
    expect(of('a', 'b', 'c')).toEqual([['NL_HARC']]);
    expect(of('c', 'b', 'a')).toEqual([['NL_HARC']]);
  });

  it('keeps the zeros of two services in one answer apart, and lets an unnamed row join only one', () => {
    const zero = { publication: page, value: 0, place: 'LU' };
    expect(
      claimsOf(
        claimRow('a', { ...zero, agencies: ['UNSPECIFIED'] }),
        claimRow('b', { ...zero, agencies: ['LU_POL'] }),
        claimRow('c', { ...zero, agencies: ['LU_CUST'] }),
      ),
    ).toHaveLength(2);
  });

  it('keeps apart what differs in period, drug, basis or place', () => {
    const first = claimRow('a', { publication: page });
    for (const over of [
      { periodStart: '2021-01-01', periodEnd: '2021-12-31' },
      { substance: 'HER' },
      { basis: 'entered_via_port' },
      { place: 'NLTNZ' },
      { value: 4158 },
    ] as const)
      expect(claimsOf(first, claimRow('b', { publication: page, ...over }))).toHaveLength(2);
  });

  it('never turns halves that share a number with the year into a period that ends before it begins', () => {
    const half = { publication: page, value: 5000 };
    const claims = claimsOf(
      claimRow('a', { ...half, periodEnd: '2022-06-30' }),
      claimRow('b', half),
      claimRow('c', { ...half, periodStart: '2022-07-01' }),
    );
    for (const claim of claims) expect(claim.periodStart <= claim.periodEnd).toBe(true);
    expect(claims).toHaveLength(2);
  });

  it('takes a derived figure for rounded, whatever its digits or code', () => {
    expect(claimOf('a', { value: 41066, status: 'E', wording: 'exact' }).interval).toEqual({
      low: 41065.5,
      high: 41066.5,
      closed: false,
    });
  });

  it('reads values and printed digits in the unit asked for', () => {
    const claim = claimOf('a', { value: 1.7, printed: '1.7', unit: 't', wording: 'just_under' });
    expect([claim.value, claim.interval.low, claim.interval.high]).toEqual([1700, 1650, 1700]);
    expect(claimOf('a', { value: 371.5, unit: 'g', wording: 'exact' }).value).toBe(0.3715);
  });

  it('makes nothing of rows without a value, of another metric or of another dimension', () => {
    expect(
      claimsOf(
        claimRow('a', { value: null, missing: 'not_reported' }),
        claimRow('b', { metric: 'seizures', stat: 'count', unit: 'seizure' }),
        claimRow('c', { unit: 'tablet' }),
      ),
    ).toEqual([]);
  });
});

describe('the published claims', () => {
  let pairs: readonly string[];
  beforeAll(async () => {
    const claims = toClaims(await publishedClaims(), { metric: 'quantity', unit: 'kg' });
    pairs = claims
      .filter((claim) => claim.rows.length > 1)
      .map((claim) =>
        claim.rows
          .map((row) => row.reference)
          .sort()
          .join('='),
      );
  });

  it('hold the pairs that two transcriptions share', () => {
    for (const pair of [
      'C104=P023',
      'C105=P025',
      'C084=P029',
      'C085=P031',
      'C109=P026',
      'C117=P085',
    ])
      expect(pairs).toContain(pair);
  });
});

describe('a table that gives a family by its parts', () => {
  it('has their sum as the family’s figure: UNODC’s 2 kg of cocaine for Luxembourg in 2019', async () => {
    const claims = toClaims(await unodcSeizures(), { metric: 'quantity', unit: 'kg' });
    const found = claims.filter(
      ({ place, substance, periodStart }) =>
        place === 'LU' && substance === 'COC' && periodStart.startsWith('2019'),
    );
    expect(found.map(({ value, agencies }) => [value, agencies])).toEqual([[2, ['UNODC']]]);
  });

  it('is not summed where the table gives the family too', () => {
    const table = { publication: null, place: 'LU', agencies: ['UNODC'] };
    const parts = [
      claimRow('a', { ...table, substance: 'COC_HCL', value: 3 }),
      claimRow('b', { ...table, substance: 'COC_CRACK', value: 4 }),
    ];
    const family = (rows: typeof parts) =>
      claimsOf(...rows).flatMap(({ substance, value }) => (substance === 'COC' ? [value] : []));
    expect(family(parts)).toEqual([7]);
    expect(family([...parts, claimRow('c', { ...table, value: 9 })])).toEqual([9]);
  });
});

describe('publicationKey(publication)', () => {
  it('keeps what tells two pages apart', () => {
    expect(publicationKey('https://pzc.nl/a')).not.toBe(publicationKey('https://pzc.nl/b'));
    expect(publicationKey('https://senate.be/www/?MIval=1')).not.toBe(
      publicationKey('https://senate.be/www/?MIval=2'),
    );
  });

  it('is the same for the same page, as both transcriptions have it', async () => {
    const rows = await publishedClaims();
    const [first, second] = [named(rows, 'C084'), named(rows, 'P029')];
    expect(publicationKey(first.publication ?? '')).toBe(publicationKey(second.publication ?? ''));
  });
});

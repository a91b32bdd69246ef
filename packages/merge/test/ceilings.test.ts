import { jointTotals } from '@samenbeeld/merge';
import type { Ceiling, JointTotal, Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { claimRow, decision } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';

const whole = claimRow('w', { place: 'PC_HARC', value: 52480, wording: 'exact' });
const rotterdam = claimRow('r', { place: 'NLRTM', value: 46789 });
const gent = claimRow('g', { place: 'BEGNE', value: 619, agencies: ['BE_CUST'] });

function totalOf(rows: readonly Observation[], ...accepted: readonly string[]): JointTotal {
  const decisions = new Map(
    accepted.map((key, index) => [key, decision(`d${index}`, key, 'accept', 'ceiling')]),
  );
  return jointTotals(rows, { ...nspCocaine, years: [2022], decisions }).totals[0] as JointTotal;
}

function offered(...rows: readonly Observation[]): readonly (readonly [string, number])[] {
  return totalOf([whole, ...rows]).ceilings.map(({ places, value }: Ceiling) => [
    places.join('+'),
    value,
  ]);
}

describe('a ceiling (rule 6)', () => {
  it('is a wider official total minus the parts known to lie outside', () => {
    expect(offered(rotterdam, claimRow('v'))).toEqual([['NLTNZ', 1534]]);
    expect(offered(rotterdam)).toEqual([['NLTNZ+NLVLI', 5691]]);
    expect(offered()).toEqual([['NLTNZ+NLVLI', 52480]]);
  });

  it('takes the largest of the whole and the smallest of the parts', () => {
    const rounded = { ...whole, value: 52500, printed: '52500', wording: 'rounded' } as const;
    const part = claimRow('r', { place: 'NLRTM', value: 46800 });
    const total = totalOf([rounded, part, claimRow('v')]);
    expect(total.ceilings[0]?.value).toBe(52550 - 46750 - 4157);
  });

  it.each([
    ['another agency', { agencies: ['NL_CUST'] }],
    ['another publication month', { publishedOn: '2024-01' }],
    ['an unknown month', { publishedOn: '2023' }],
    ['other drugs', { substance: 'ALL' }],
    ['part of the year', { periodEnd: '2022-06-30' }],
    ['another basis', { basis: 'entered_via_port' }],
    ['a provisional figure', { status: 'P' }],
    ['a derived figure', { status: 'E' }],
    ['a doubtful figure', { confidence: 'low' }],
  ] as const)('subtracts no part of %s', (_, over) => {
    expect(offered({ ...rotterdam, ...over })).toEqual([['NLTNZ+NLVLI', 52480]]);
  });

  it('is not offered where the parts exceed their whole', () => {
    expect(offered({ ...rotterdam, value: 60001, printed: '60001' })).toEqual([]);
  });

  it('is used only once recorded, and completes nothing', () => {
    const rows = [whole, rotterdam, gent, claimRow('v')];
    const [ceiling] = totalOf(rows).ceilings;
    expect(totalOf(rows).total.atMost).toBeNull();
    const total = totalOf(rows, ceiling?.key ?? '');
    expect([total.total.atMost, total.status, total.reported.highest]).toEqual([
      6310,
      'partial',
      4776,
    ]);
    expect(total.members.find(({ place }) => place === 'NLTNZ')?.state).toBe('not_reported');
  });

  it('bounds the total only where every missing member is bounded', () => {
    const rows = [whole, rotterdam, claimRow('v')];
    const [ceiling] = totalOf(rows).ceilings;
    expect(totalOf(rows, ceiling?.key ?? '').total.atMost).toBeNull();
  });

  it('joins another one where together they bound what is missing', () => {
    const belgium = { agencies: ['BE_CUST'], publishedOn: '2023-01' };
    const rows = [
      whole,
      rotterdam,
      claimRow('v'),
      claimRow('b', { ...belgium, place: 'BEGNE+BEANR', value: 110500, wording: 'exact' }),
      claimRow('a', { ...belgium, place: 'BEANR', value: 109894 }),
    ];
    const keys = totalOf(rows).ceilings.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(totalOf(rows, ...keys).total.atMost).toBe(4157 + 1534 + 606);
  });

  it('is dropped when it is not accepted', () => {
    const rows = [whole, rotterdam, gent, claimRow('v')];
    const key = totalOf(rows).ceilings[0]?.key ?? '';
    const decisions = new Map([[key, decision('d', key, 'reject', 'ceiling')]]);
    const [total] = jointTotals(rows, { ...nspCocaine, years: [2022], decisions }).totals;
    expect([total?.total.atMost, total?.ceilings[0]?.inUse]).toEqual([null, false]);
  });
});

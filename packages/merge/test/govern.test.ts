import { intervalsOverlap } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAuthority } from '../src/agency-relation.ts';
import type { Claim } from '../src/claim.ts';
import { coarseness, governing, isLaterVintage, ranked, topRanked, width } from '../src/govern.ts';
import { claimOf } from './claim-row.ts';

const exact = claimOf('exact', { value: 4157 });
const rounded = claimOf('rounded', { value: 4200 });
const floor = claimOf('floor', { value: 4100, wording: 'floor' });
const press = claimOf('press', { value: 4157, agencies: ['PRESS'] });
const derived = claimOf('derived', { value: 4158, status: 'E' });

/** The rule as it is written, for two claims. */
function outranks(a: Claim, b: Claim): boolean {
  const authority = Number(isAuthority(a.agencies)) - Number(isAuthority(b.agencies));
  if (authority !== 0) return authority > 0;
  const precision = coarseness(b) - coarseness(a);
  return precision === 0 ? isLaterVintage(a, b) : precision > 0;
}

describe('topRanked(claims)', () => {
  const isAbove = (a: Claim, b: Claim): boolean => !topRanked([a, b]).includes(b);

  it('puts an authority over press, exact over rounded over derived over floors', () => {
    expect(isAbove(floor, press)).toBe(true);
    expect(isAbove(exact, rounded)).toBe(true);
    expect(isAbove(rounded, derived)).toBe(true);
    expect(isAbove(derived, floor)).toBe(true);
    expect(isAbove(rounded, exact)).toBe(false);
  });

  it('puts a later vintage of the same publisher first, as far as the dates are known', () => {
    const of = (id: string, publishedOn: string, agency: string) =>
      claimOf(id, { value: 6865, publishedOn, agencies: [agency] });
    expect(isAbove(of('b', '2015-04', 'BE_CUST'), of('a', '2011-11-10', 'BE_CUST'))).toBe(true);
    expect(isAbove(of('b', '2015-04', 'BE_CUST'), of('a', '2015-04-02', 'BE_CUST'))).toBe(false);
    expect(isAbove(of('b', '2015-04', 'NL_CUST'), of('a', '2011-11', 'BE_CUST'))).toBe(false);
    expect(isAbove(of('b', '2015-04', 'PRESS'), of('a', '2011-11', 'PRESS'))).toBe(false);
  });
});

describe('governing(claims)', () => {
  it('is the best-ranked claim', () => {
    expect(governing([press, floor, rounded, exact])?.id).toBe('exact');
  });

  it('is the narrowest where the best agree', () => {
    const wide = claimOf('wide', { value: 4000 });
    expect(governing([wide, rounded])?.id).toBe('rounded');
    expect(governing([wide, claimOf('fine', { value: 4150, wording: 'rounded' })])?.id).toBe(
      'fine',
    );
  });

  it('is nobody where the best contradict each other', () => {
    expect(governing([exact, claimOf('other', { value: 4517 })])).toBeNull();
    expect(governing([])).toBeNull();
  });
});

describe('ranked(claims)', () => {
  it('orders by rank, then width, then the larger floor, whatever the order given', () => {
    const lower = claimOf('lower', { value: 3900, wording: 'floor' });
    const order = ['exact', 'rounded', 'derived', 'floor', 'lower', 'press'];
    const claims = [press, lower, derived, floor, rounded, exact];
    expect(ranked(claims).map(({ id }) => id)).toEqual(order);
    expect(ranked([...claims].reverse()).map(({ id }) => id)).toEqual(order);
  });

  it('takes one after another what no other that is left outranks, the narrowest first', () => {
    const wordings = ['exact', 'rounded', 'unmarked', 'floor', 'just_under'] as const;
    const days = ['2014', '2015', '2015-04', '2015-04-02', '2015-11', '2016-01-09', null];
    const agencies = [['BE_CUST'], ['NL_CUST'], ['BE_POL', 'BE_CUST'], ['PRESS'], ['UNSPECIFIED']];
    const some = fc.array(
      fc.record({
        value: fc.constantFrom(3900, 4000, 4100, 4157, 4200, 41.57),
        wording: fc.constantFrom(...wordings),
        publishedOn: fc.constantFrom(...days),
        agencies: fc.constantFrom(...agencies),
        status: fc.constantFrom('A', 'E'),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const claims = rows.map((row, at) => claimOf(`c${at}`, row));
        const best = (left: readonly Claim[]) =>
          left.filter((one) => !left.some((other) => outranks(other, one)));
        expect(new Set(topRanked(claims))).toEqual(new Set(best(claims)));
        const order = ranked(claims);
        order.forEach((next, at) => {
          const left = best(order.slice(at));
          expect(left).toContain(next);
          expect(width(next)).toBe(Math.min(...left.map(width)));
        });
        const top = best(claims);
        const agree = top.every((a) => top.every((b) => intervalsOverlap(a.interval, b.interval)));
        expect(governing(claims) !== null).toBe(agree && top.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { governing, outranks, ranked } from '../src/govern.ts';
import { claimOf } from './claim-row.ts';

const exact = claimOf('exact', { value: 4157 });
const rounded = claimOf('rounded', { value: 4200 });
const floor = claimOf('floor', { value: 4100, wording: 'floor' });
const press = claimOf('press', { value: 4157, agencies: ['PRESS'] });
const derived = claimOf('derived', { value: 4158, status: 'E' });

describe('outranks(a, b)', () => {
  it('puts an authority over press, exact over rounded over derived over floors', () => {
    expect(outranks(floor, press)).toBe(true);
    expect(outranks(exact, rounded)).toBe(true);
    expect(outranks(rounded, derived)).toBe(true);
    expect(outranks(derived, floor)).toBe(true);
    expect(outranks(rounded, exact)).toBe(false);
  });

  it('puts a later vintage of the same publisher first, as far as the dates are known', () => {
    const of = (id: string, publishedOn: string, agency: string) =>
      claimOf(id, { value: 6865, publishedOn, agencies: [agency] });
    expect(outranks(of('b', '2015-04', 'BE_CUST'), of('a', '2011-11-10', 'BE_CUST'))).toBe(true);
    expect(outranks(of('b', '2015-04', 'BE_CUST'), of('a', '2015-04-02', 'BE_CUST'))).toBe(false);
    expect(outranks(of('b', '2015-04', 'NL_CUST'), of('a', '2011-11', 'BE_CUST'))).toBe(false);
    expect(outranks(of('b', '2015-04', 'PRESS'), of('a', '2011-11', 'PRESS'))).toBe(false);
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
});

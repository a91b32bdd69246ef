import { eventTotals, jointTotals, recomputed, type WhySum, whySums } from '@samenbeeld/merge';
import type { JointTotal, Observation, Seizure } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRows } from './arbitrary-claims.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { publishedClaims } from './published.ts';
import { seizure } from './seizure.ts';

fc.configureGlobal({ seed: 20260713 });

/** Numbers of a total that what `why` lists does not give, to the last digit. */
function unexplained(total: JointTotal, sums: readonly WhySum[]): readonly string[] {
  const entries = [
    ...[...total.members, ...total.together].map(({ place, lowest, likely, highest }) => ({
      of: place,
      numbers: { lowest, likely, highest },
    })),
    { of: total.complex, numbers: { ...total.reported, ...total.total } },
  ];
  const ends = ['lowest', 'likely', 'highest', 'atLeast', 'atMost'] as const;
  return entries.flatMap(({ of, numbers }) =>
    ends.flatMap((end) => {
      const value = (numbers as Readonly<Record<string, unknown>>)[end];
      if (typeof value !== 'number') return [];
      const found = sums.filter((sum) => sum.of === of && sum.end === end);
      const isMade = found.some((sum) => sum.value === value && recomputed(sum) === value);
      return isMade ? [] : [`${total.key}: ${of} ${end} ${value}`];
    }),
  );
}

function ofClaims(rows: readonly Observation[], years?: readonly number[]): readonly string[] {
  const { totals, claims } = jointTotals(rows, { ...nspCocaine, ...(years ? { years } : {}) });
  return totals.flatMap((total) => unexplained(total, whySums(total, claims)));
}

const full = (place: string) => ({
  agency: 'NL_HARC',
  place,
  basis: 'seized_in_port' as const,
  substance: null,
  extent: 'full' as const,
  periodStart: '2022-01-01',
  periodEnd: '2022-12-31',
});

function ofEvents(...seizures: readonly Seizure[]): JointTotal {
  const coverage = [full('NLVLI'), full('NLTNZ'), full('BEGNE')] as never;
  return eventTotals(seizures, {
    ...nspCocaine,
    years: [2022],
    coverage,
    pairs: [],
  })[0] as JointTotal;
}

const worded = (id: string, wording: Seizure['wording'], quantity: number, over = {}) =>
  seizure(id, {
    wording,
    quantity,
    estimated: wording !== 'unmarked' && wording !== 'exact',
    ...over,
  });

describe('every number of a total is what why lists, added up again', () => {
  it('of the published claims, every year', async () => {
    expect(ofClaims(await publishedClaims())).toEqual([]);
  });

  it('of generated claims', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        expect(ofClaims(rows, [2022])).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of generated events, each word and packing', () => {
    const event = fc.record({
      file: fc.constantFrom('a', 'b'),
      place: fc.constantFrom('NLVLI', 'NLTNZ', 'BEGNE'),
      quantity: fc.oneof(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 9999 }).map((n) => n / 1000),
      ),
      unit: fc.constantFrom('kg', 'kg', 'g', 't'),
      wording: fc.constantFrom('unmarked', 'exact', 'rounded', 'floor', 'just_under' as const),
      massBasis: fc.constantFrom('net', 'gross', 'unknown' as const),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (events) => {
        const total = ofEvents(
          ...events.map(({ file, ...over }, at) => seizure(`${file}${at}`, over)),
        );
        expect(unexplained(total, whySums(total))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the words of an event (joint total, rule 1)', () => {
  const reportedOf = (total: JointTotal) => [
    total.reported.lowest,
    total.reported.likely,
    total.reported.highest,
  ];

  it.each([
    ['a register’s bare number, zeros or not', worded('a1', 'unmarked', 300), [300, 300, 300]],
    ['"ruim 300"', worded('a1', 'floor', 300), [300, 300, null]],
    ['"ca. 500"', worded('a1', 'rounded', 500), [450, 500, 550]],
    ['"bijna 500"', worded('a1', 'just_under', 500), [450, 500, 500]],
    ['"precies 300"', worded('a1', 'exact', 300), [300, 300, 300]],
    ['"ruim 0,3" ton', worded('a1', 'floor', 0.3, { unit: 't' }), [300, 300, null]],
    ['"ca. 500" gross', worded('a1', 'rounded', 500, { massBasis: 'gross' }), [405, 500, 550]],
  ])('%s', (_, event, expected) => {
    const total = ofEvents(event);
    expect(reportedOf(total)).toEqual(expected);
    expect(total.members.find(({ place }) => place === 'NLVLI')?.state).toBe('reported');
    expect(total.total.atMost).toBe(expected[2]);
  });

  it('"ruim 300" leaves the sum without an upper end, and says why', () => {
    const total = ofEvents(
      worded('a1', 'floor', 300),
      seizure('a2', { quantity: 100, date: '2022-06-01' }),
    );
    expect(reportedOf(total)).toEqual([400, 400, null]);
    const member = total.members.find(({ place }) => place === 'NLVLI');
    expect(member?.wording).toBe('floor');
    expect(total.causes.map(({ kind, text }) => [kind, text.en])).toEqual([
      [
        'wording',
        'Vlissingen: for 1 find only a lower limit is given ("over", "more than"); there is no upper end',
      ],
    ]);
  });
});

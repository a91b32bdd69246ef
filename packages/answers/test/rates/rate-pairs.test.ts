import { type Observation, RefusalError, UsageError } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { rateScopes } from '../../src/rates/rate-pairs.ts';
import { judged } from '../../src/rates/rate-trend.ts';

const question = {
  ...{ metric: 'persons_with_drugs', per: 'persons_checked', places: [], from: null, to: null },
};

let made = 0;
/** A figure of one action; what is left out is that of February 2019. */
function observation(changes: Partial<Observation>): Observation {
  made += 1;
  return {
    ...{ kind: 'observation', id: `row-${String(made).padStart(3, '0')}`, source: 'made' },
    ...{ reference: null, publication: 'https://police.example/2019', stat: 'count' },
    ...{ printed: null, wording: 'unmarked', wordingPrinted: null, unit: 'person' },
    ...{ missing: null, status: 'A', extent: 'whole', place: 'BE', placeNote: null },
    ...{ basis: 'not_applicable', containsOwn: null, agencies: ['BE_POL'], substance: null },
    ...{ offence: null, nationalCode: null, countUnit: null, definition: null, level: null },
    ...{ periodStart: '2019-02-07', periodEnd: '2019-02-10', freq: null, publishedOn: null },
    ...{ confidence: 'high', note: null, origin: { file: 'made.csv', line: made } },
    ...{ metric: 'persons_checked', value: 2175 },
    ...changes,
  } as unknown as Observation;
}

const checked = (value: number, changes: Partial<Observation> = {}): Observation =>
  observation({ metric: 'persons_checked', value, printed: String(value), ...changes });
const hits = (value: number, changes: Partial<Observation> = {}): Observation =>
  observation({ metric: 'persons_with_drugs', value, printed: String(value), ...changes });
const in2020 = { periodStart: '2020-02-06', periodEnd: '2020-02-09' } as const;

/** Numbers and what stands beside, of each pair of the only scope. */
function pairs(rows: readonly Observation[]): readonly unknown[] {
  const [scope] = rateScopes(rows, question);
  return (scope?.pairs ?? []).map(({ numbers, beside }) => [
    numbers?.count ?? null,
    numbers?.effort ?? null,
    beside,
  ]);
}

describe('rateScopes', () => {
  it('pairs what is of the same place, days and services', () => {
    expect(pairs([checked(2175), hits(241)])).toEqual([[241, 2175, null]]);
    const [scope] = rateScopes([checked(2175, in2020), hits(241)], question);
    expect(scope?.pairs).toEqual([]);
    expect(scope?.without.map(({ value }) => value)).toEqual([241]);
    expect(pairs([checked(2175, { agencies: ['NL_POL'] }), hits(241)])).toEqual([]);
    expect(pairs([checked(2175, { place: 'HAZELDONK' }), hits(241)])).toEqual([]);
  });

  it('takes the number that words state, and none that they leave open', () => {
    const about = { wording: 'rounded' as const };
    expect(pairs([checked(1127, about), hits(130)])).toEqual([[130, 1127, null]]);
    expect(pairs([checked(2000, { wording: 'just_under' }), hits(142)])).toEqual([
      [null, null, 'no_number'],
    ]);
    // A round thousand without a word is a rounding too; 250 beside 1,991 is a count.
    expect(pairs([checked(2000), hits(142)])).toEqual([[null, null, 'no_number']]);
    expect(pairs([checked(1991), hits(250)])).toEqual([[250, 1991, null]]);
  });

  it('takes a second page that says the same, or the same less exactly, for the same claim', () => {
    const again = { publication: 'https://paper.example/2019' };
    expect(pairs([checked(2175), hits(241), checked(2175, again), hits(241, again)])).toEqual([
      [241, 2175, null],
    ]);
    const vague = { ...again, wording: 'rounded' as const };
    expect(
      pairs([
        checked(1991),
        hits(250),
        checked(2000, vague),
        hits(200, { ...again, wording: 'floor' }),
      ]),
    ).toEqual([[250, 1991, null]]);
  });

  it('sets aside two that contradict each other, and periods that overlap', () => {
    const other = { publication: 'https://paper.example/2019' };
    expect(pairs([checked(2175), hits(241), checked(2305, other), hits(260, other)])).toEqual([
      [241, 2175, 'disputed'],
      [260, 2305, 'disputed'],
    ]);
    const year = { periodStart: '2019-01-01', periodEnd: '2019-12-31' };
    expect(pairs([checked(2175), hits(241), checked(9001, year), hits(900, year)])).toEqual([
      [900, 9001, 'holds_others'],
      [241, 2175, null],
    ]);
    const later = { periodStart: '2019-02-09', periodEnd: '2019-02-12' };
    expect(pairs([checked(2175), hits(241), checked(1501, later), hits(150, later)])).toEqual([
      [241, 2175, 'overlaps'],
      [150, 1501, 'overlaps'],
    ]);
  });

  it('sets aside more hits than checks, of a part only', () => {
    expect(pairs([checked(24), hits(241)])).toEqual([[241, 24, 'more_than_all']]);
    const arrests = { ...question, metric: 'arrests' };
    const rows = [checked(24), observation({ metric: 'arrests', value: 31, unit: 'arrest' })];
    const [scope] = rateScopes(rows, arrests);
    expect(scope?.isShare).toBe(false);
    expect(scope?.pairs.map(({ beside }) => beside)).toEqual([null]);
  });

  it('takes items among items checked of one kind and one way, as a share', () => {
    const asked = { ...question, metric: 'seizures', per: 'controls' };
    const checks = (unit: string, nationalCode: string | null): Observation =>
      observation({ metric: 'controls', value: 715, wording: 'exact', unit, nationalCode });
    const none = (unit: string, nationalCode: string | null): Observation =>
      observation({ metric: 'seizures', value: 0, unit, nationalCode, substance: 'ALL' });
    const told = (rows: readonly Observation[]): readonly unknown[] =>
      rateScopes(rows, asked).map(({ isShare, way, pairs: [pair] }) => [
        way,
        isShare,
        pair?.numbers ?? null,
      ]);
    const numbers = { count: 0, effort: 715 };
    expect(told([checks('parcel', null), none('parcel', null)])).toEqual([[null, true, numbers]]);
    // Letters are no parcels, a find is no parcel, and what dogs found is not set against what was scanned.
    expect(told([checks('parcel', null), none('letter', null)])).toEqual([[null, false, null]]);
    expect(told([checks('parcel', null), none('seizure', null)])).toEqual([[null, false, null]]);
    expect(told([checks('parcel', 'SCANNED'), none('parcel', 'DOGS')])).toEqual([
      ['DOGS', false, null],
    ]);
    // Of checks of no one kind of item a find is no share.
    expect(told([checks('control', null), none('seizure', null)])).toEqual([
      [null, false, numbers],
    ]);
  });

  it('refuses a count over what it is no part of', () => {
    for (const [metric, per] of [
      ['persons_with_drugs', 'vehicles_checked'],
      ['seizures', 'vehicles_checked'],
      ['vehicles_seized', 'persons_checked'],
      ['listings', 'vendors'],
    ] as const)
      expect(() => rateScopes([], { ...question, metric, per })).toThrow(RefusalError);
    for (const [metric, per] of [
      ['vehicles_seized', 'vehicles_checked'],
      ['offences', 'population'],
      ['seizures', 'scans'],
    ] as const)
      expect(rateScopes([], { ...question, metric, per })).toEqual([]);
  });

  it('offers instead what can be set against each other, in words and with what to type', () => {
    const asked = () => rateScopes([], { ...question, metric: 'suspects', per: 'offences' });
    expect(asked).toThrow(
      'To ask instead: suspects against inhabitants (--metric suspects --per population)',
    );
  });

  it('refuses amounts, and a count over itself', () => {
    expect(() => rateScopes([], { ...question, metric: 'cash' })).toThrow(UsageError);
    expect(() => rateScopes([], { ...question, metric: 'persons_checked' })).toThrow(UsageError);
  });
});

it('is judged apart where it goes on under another counting rule, whatever the rules are called', () => {
  const rule = (id: string, en: string) => ({
    ...{ id, source: 'made', countUnit: null, massBasis: 'unknown' as const, minThreshold: null },
    ...{ dateRole: null, validFrom: null, validTo: null },
    countingRule: { nl: en, fr: en, de: en, en },
  });
  const found = (definitions: Parameters<typeof judged>[2]['definitions']) => {
    const rows = Array.from({ length: 8 }, (_, at) => {
      const days = { periodStart: `${2015 + at}-02-06`, periodEnd: `${2015 + at}-02-09` };
      const definition = at < 4 ? 'old' : 'new';
      return [checked(2175, days), hits(100 + 30 * at, { ...days, definition })];
    });
    const [scope] = rateScopes(rows.flat(), question);
    if (!scope) throw new Error('no pairs');
    return judged(scope, question, { breaks: [], overrides: [], asOf: '2026-01-01', definitions });
  };
  const same = found([rule('old', 'Each person.'), rule('new', 'Each person.')]);
  expect([same.verdict, same.stretches]).toEqual(['rising', []]);
  const changed = found([rule('old', 'Each person.'), rule('new', 'Each find.')]);
  expect(changed.stretches.map(({ rated }) => rated.length)).toEqual([4, 4]);
});

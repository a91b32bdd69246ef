import { findConflicts, jointTotals } from '@samenbeeld/merge';
import type { Decision, Ground, Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { claimRow, decision } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';

const subject = 'NLVLI COC seized_in_port quantity 2022';
const om = claimRow('om', { value: 9650, wording: 'exact', agencies: ['NL_OM'] });
const press = claimRow('press', { value: 8000, wording: 'exact', agencies: ['PRESS'] });
const customs = claimRow('cust', { value: 8939, wording: 'exact', agencies: ['NL_CUST'] });
const rows = [om, press, customs];

const totalsOf = (given: readonly Observation[], decision?: Decision) =>
  jointTotals(given, {
    ...nspCocaine,
    complex: 'NLVLI',
    years: [2022],
    ...(decision && { decisions: new Map([[decision.subject, decision]]) }),
  });
const decisionOn = (
  takenOn: readonly Ground[] | null,
  given: Partial<Decision> = {},
): Decision => ({
  id: 'd',
  kind: 'conflict',
  subject,
  verdict: 'keep om',
  role: 'analyst',
  time: '2026-01-01',
  reason: 'it counts',
  evidence: null,
  supersedes: null,
  takenOn,
  ...given,
});
const taken = totalsOf(rows).grounds.get(subject) as readonly Ground[];
const kept = decisionOn(taken);
const likely = (given: readonly Observation[], decision: Decision) =>
  totalsOf(given, decision).totals[0]?.members[0]?.likely;
const changed = (id: string, over: Partial<Observation>) =>
  rows.map((row) => (row.id === id ? { ...row, ...over } : row));

describe('a decision that keeps a claim', () => {
  it('is taken on every claim that contends', () => {
    expect(taken.map(({ id }) => id).sort()).toEqual(['cust', 'om', 'press']);
    expect(likely(rows, kept)).toBe(9650);
    expect(totalsOf(rows, kept).lapsed.size).toBe(0);
    expect(findConflicts(rows, new Map([[subject, kept]])).map(({ state }) => state)).not.toContain(
      'undecided',
    );
  });

  it.each<[string, readonly Observation[]]>([
    ['the kept figure says something else', changed('om', { value: 9700, printed: '9700' })],
    ['a rival says something else', changed('press', { value: 8100, printed: '8100' })],
    ['the kept figure is worded otherwise', changed('om', { wording: 'rounded' })],
    ['a rival is worded otherwise', changed('press', { wording: 'floor' })],
    ['the printed words differ', changed('press', { wordingPrinted: 'bijna' })],
    ['a rival is of another place', changed('press', { place: 'NLRTM' })],
    ['a rival is of a part of the year', changed('press', { periodEnd: '2022-06-30' })],
    ['a rival is of another drug', changed('press', { substance: 'HER' })],
    ['a rival is on another basis', changed('press', { basis: 'entered_via_port' })],
    ['a rival measures something else', changed('press', { metric: 'seizures', unit: 'count' })],
    ['a rival is in another unit', changed('press', { unit: 't' })],
    ['a rival is of another agency', changed('press', { agencies: ['NL_HARC'] })],
    ['a rival covers one agency of several', changed('cust', { extent: 'one_agency' })],
    ['a rival is provisional', changed('press', { status: 'P' })],
    ['a rival is of a later edition', changed('press', { publishedOn: '2024-05' })],
    ['a rival takes in more of the basis', changed('press', { containsOwn: true })],
    ['a rival follows another counting rule', changed('press', { definition: 'other' })],
    ['a rival is gone', rows.filter(({ id }) => id !== 'press')],
    ['the kept figure is gone', rows.filter(({ id }) => id !== 'om')],
    ['there is a new rival', [...rows, claimRow('new', { value: 7000, agencies: ['NL_POL'] })]],
    [
      'its publisher says the same in a later edition',
      [
        ...rows,
        { ...om, id: 'later', publication: 'https://example.org/2', publishedOn: '2024-05' },
      ],
    ],
  ])('lapses once %s, and says what has changed', (_, given) => {
    expect(likely(given, kept)).not.toBe(9650);
    const says = totalsOf(given, kept).lapsed.get('d');
    expect(Object.values(says ?? {}).filter(Boolean)).toHaveLength(4);
  });

  it('says it in the words of a reader', () => {
    const later = changed('om', { value: 9700, printed: '9700' });
    expect(totalsOf(later, kept).lapsed.get('d')).toMatchInlineSnapshot(`
      {
        "de": "om: Wert war 9.650 kg, ist jetzt 9.700 kg",
        "en": "om: value was 9,650 kg, is now 9,700 kg",
        "fr": "om : valeur : 9 700 kg au lieu de 9 650 kg",
        "nl": "om: waarde was 9.650 kg, is nu 9.700 kg",
      }
    `);
    const fewer = [...rows.slice(1), claimRow('new', { value: 7000, agencies: ['NL_POL'] })];
    expect(totalsOf(fewer, kept).lapsed.get('d')?.en).toMatchInlineSnapshot(
      `"om (9,650 kg) is no longer there; new (7,000 kg) has been added"`,
    );
  });

  it('is left alone by what a finer claim satisfies, by other rows of its publications and by other cells', () => {
    const absorbed = claimRow('floor', { value: 7000, wording: 'floor', agencies: ['NL_OM'] });
    const again = { ...om, id: 'a', reference: null };
    const elsewhere = claimRow('else', { place: 'BEANR', value: 3 });
    expect(likely([...rows, absorbed, again, elsewhere].reverse(), kept)).toBe(9650);
    expect(totalsOf([...rows, absorbed, again, elsewhere], kept).lapsed.size).toBe(0);
  });

  it('that does not say what it was taken on holds for what was published by its day', () => {
    const older = decisionOn(null);
    expect(likely(changed('om', { value: 9700, printed: '9700' }), older)).toBe(9700);
    const since = [...rows, claimRow('new', { value: 7000, publishedOn: '2026-03' })];
    expect(likely(since, older)).toBe('undecided');
    expect(totalsOf(since, older).lapsed.get('d')?.en).toBe('published since: new (2026-03)');
  });
});

describe('a ceiling', () => {
  const inPort = (id: string, place: string, value: number) =>
    claimRow(id, { place, value, wording: 'exact', publishedOn: '2023-01' });
  const whole = inPort('whole', 'PC_HARC', 52_480);
  const parts = [inPort('rtm', 'NLRTM', 46_789), inPort('vli', 'NLVLI', 4157)];
  const of = (given: readonly Observation[], decision?: Decision) =>
    jointTotals(given, {
      ...nspCocaine,
      years: [2022],
      ...(decision && { decisions: new Map([[decision.subject, decision]]) }),
    });
  it('lapses once a part of it changes, comes or goes', () => {
    const open = of([whole, ...parts]);
    const [ceiling] = open.totals[0]?.ceilings ?? [];
    const key = ceiling?.key as string;
    const accepted = decisionOn(open.grounds.get(key) as readonly Ground[], {
      kind: 'ceiling',
      subject: key,
      verdict: 'accept',
    });
    const inUse = (given: readonly Observation[]) =>
      of(given, accepted).totals[0]?.ceilings.find((one) => one.key === key)?.inUse ?? false;
    expect(inUse([whole, ...parts])).toBe(true);
    const [rtm, vli] = parts as [Observation, Observation];
    expect(inUse([whole, { ...rtm, value: 46_790 }, vli])).toBe(false);
    expect(inUse([whole, { ...rtm, wording: 'rounded' }, vli])).toBe(false);
    expect(inUse([whole, vli])).toBe(false);
    expect(inUse([{ ...whole, value: 52_481 }, ...parts])).toBe(false);
    expect(inUse([whole, ...parts, inPort('ams', 'NLMOE', 10)])).toBe(false);
  });
});

it('an override that was taken on figures of two years makes the sum of both, and has not lapsed', () => {
  const table = (id: string, place: string, year: number, publishedOn: string, value: number) =>
    claimRow(id, {
      ...{ place, value, publishedOn, publication: null, wording: 'exact' },
      ...{ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` },
    });
  const rows = [2021, 2022].flatMap((year) => [
    table(`v${year}`, 'NLVLI', year, '2023-01', 100),
    table(`t${year}`, 'NLTNZ', year, '2024-01', 50),
  ]);
  const scope = {
    ...{ complex: 'NLVLI+NLTNZ', substance: 'COC', basis: 'seized_in_port' },
    ...{ metric: 'quantity', unit: 'kg' },
  };
  const overridden = 'sum across releases: 2023-01, 2024-01';
  const before = jointTotals(rows, scope);
  expect(before.totals.map(({ reported }) => reported.likely)).toEqual([null, null]);
  const takenOn = before.grounds.get(overridden) ?? [];
  expect(takenOn.map(({ id }) => id).sort()).toEqual(['t2021', 't2022', 'v2021', 'v2022']);
  const accepted = { ...decision('d1', overridden, 'accept', 'override'), takenOn };
  const after = jointTotals(rows, { ...scope, decisions: new Map([[overridden, accepted]]) });
  expect(after.totals.map(({ reported }) => reported.likely)).toEqual([150, 150]);
  expect(after.lapsed.size).toBe(0);
});

import { type DoubleReport, eventTotals, inKilograms } from '@samenbeeld/merge';
import type { Seizure } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEvents } from '../src/event-groups.ts';
import { candidateFrom } from '../src/same-seizure/partition/credible.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { full, pair, totalOf, world } from './paired-seizures.ts';
import { seizure } from './seizure.ts';

fc.configureGlobal({ seed: 20260630 });

describe('groupEvents(seizures, pairs)', () => {
  const ids = (seizures: readonly Seizure[], pairs: readonly DoubleReport[]) =>
    groupEvents(seizures, pairs).map(({ members }) =>
      members
        .map(({ id }) => id)
        .sort()
        .join(''),
    );

  it('joins along pairs, and never two records of one file', () => {
    const records = ['a1', 'b1', 'a2', 'c1'].map((id) => seizure(id));
    expect(
      ids(records, [pair('a1', 'b1', 0.99), pair('b1', 'a2', 0.95), pair('a1', 'c1', 0.92)]),
    ).toEqual(['a1b1c1', 'a2']);
  });

  it('joins batches of one file to the record of another', () => {
    const records = ['a1', 'a2', 'a3', 'b1'].map((id) => seizure(id));
    expect(ids(records, [pair('a1+a2', 'b1', 0.99)])).toEqual(['a1a2b1', 'a3']);
  });

  it('joins what a person decided before what is likelier', () => {
    const records = ['a1', 'b1', 'b2'].map((id) => seizure(id));
    expect(ids(records, [pair('a1', 'b1', 0.2, 'same'), pair('a1', 'b2', 0.95)])).toEqual([
      'a1b1',
      'b2',
    ]);
    expect(ids(records, [pair('a1', 'b1', 0.99, 'different')])).toEqual(['a1', 'b1', 'b2']);
  });

  it('is led by the service that seized, where its weight is known', () => {
    const foreign = seizure('a1', { agencies: ['BE_CUST'] });
    const own = seizure('b1', { quantity: 98 });
    expect(groupEvents([foreign, own], [pair('a1', 'b1', 0.99)])[0]?.lead.id).toBe('b1');
  });
});

// That a decision makes it no wider is in event-totals.slow.test.ts.
describe('eventTotals(seizures, options)', () => {
  it('is complete where every port is declared covered', () => {
    expect(totalOf([seizure('a1'), seizure('b1', { place: 'BEGNE', quantity: 50 })])).toMatchObject(
      {
        reported: { lowest: 150, likely: 150, highest: 150 },
        total: { atLeast: 150, atMost: 150 },
        status: 'complete',
        missing: [],
      },
    );
    expect(totalOf([])).toMatchObject({ status: 'complete', total: { atLeast: 0, atMost: 0 } });
  });

  it('counts finds by the same partitions as it weighs them, whatever is said of a weight', () => {
    const records = [seizure('a1'), seizure('b1', { quantity: null }), seizure('a2')];
    const options = {
      ...nspCocaine,
      years: [2022],
      coverage: ['NLVLI', 'NLTNZ', 'BEGNE'].map(full),
    };
    const numberOf = (p: number) =>
      eventTotals(records, { ...options, metric: 'seizures', pairs: [pair('a1', 'b1', p)] })[0];
    expect(numberOf(0.5)).toMatchObject({
      unit: 'seizure',
      metric: 'seizures',
      reported: { lowest: 2, likely: 2.5, highest: 3 },
      status: 'complete',
    });
    expect(numberOf(0.001)?.reported).toMatchObject({ lowest: 3, highest: 3 });
  });

  it('has finds only for a port whose file is not declared full', () => {
    const total = totalOf([seizure('a1')], [], [full('BEGNE'), full('NLTNZ')]);
    expect(total).toMatchObject({
      reported: { lowest: 100, likely: null, highest: null },
      status: 'partial',
      missing: ['NLVLI'],
    });
    expect(total?.causes.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        {
          "de": "Vlissingen: keine vollständige Datei, nur einzelne Funde",
          "en": "Vlissingen: no full file, single finds only",
          "fr": "Flessingue : pas de fichier complet, seulement des saisies isolées",
          "nl": "Vlissingen: geen volledig bestand, alleen losse vangsten",
        },
      ]
    `);
  });

  it('by hand: two records of odds 3 are 100 kg or 200 kg', () => {
    const total = totalOf([seizure('a1'), seizure('b1')], [pair('a1', 'b1', 0.75)]);
    expect(total?.reported).toEqual({
      lowest: 100,
      likely: 125,
      highest: 200,
      interval90: { low: 100, high: 200 },
    });
    // p(1 − p)(200 − 100)²
    expect(total?.stakes).toEqual([
      { pair: 'same a1 b1', variance: 1875, share: 1, together: 1, closes: false },
    ]);
    expect(total?.causes.map(({ text }) => text.en)).toMatchInlineSnapshot(`
      [
        "Vlissingen: possible double reports: 1",
      ]
    `);
  });

  it('by hand: three records in a row, odds 3 and 1, never both where two are of one file', () => {
    const records = [
      seizure('a1'),
      seizure('b1', { quantity: 60 }),
      seizure('a2', { quantity: 10 }),
    ];
    // Own weights lead and all are own: a1 and b1 conflict, b1 and a2 too.
    const total = totalOf(records, [pair('a1', 'b1', 0.75), pair('a2', 'b1', 0.5)]);
    // Partitions: apart 1/5, a1b1 3/5, a2b1 1/5.
    const partitions = total?.stakes?.map(({ pair: key }) => key);
    expect(partitions).toContain('same a1 b1');
    expect(total?.reported.highest).toBe(170);
    expect(total?.reported.lowest).toBe(70);
  });

  it('merges a certain pair, and adds one of odds 0', () => {
    const records = [seizure('a1'), seizure('b1')];
    expect(totalOf(records, [pair('a1', 'b1', 1)])?.reported).toEqual({
      lowest: 100,
      likely: 100,
      highest: 100,
      interval90: { low: 100, high: 100 },
    });
    expect(totalOf(records, [pair('a1', 'b1', 0)])?.reported).toEqual({
      lowest: 200,
      likely: 200,
      highest: 200,
      interval90: { low: 200, high: 200 },
    });
  });

  it('leaves what is unlikely out of the extremes, and holds the mean within them', () => {
    const records = [seizure('a1'), seizure('b1')];
    const at = (p: number) => totalOf(records, [pair('a1', 'b1', p)])?.reported;
    expect(at(candidateFrom * 0.9)).toMatchObject({ lowest: 200, likely: 200, highest: 200 });
    expect(at(candidateFrom)).toMatchObject({ lowest: 100, likely: 199, highest: 200 });
    expect(at(1 - candidateFrom)).toMatchObject({ lowest: 100, highest: 200 });
    expect(at(1 - candidateFrom * 0.5)).toMatchObject({ lowest: 100, likely: 100, highest: 100 });
  });

  it('says which pairs to decide first, and what they remove together', () => {
    const records = [
      seizure('a1'),
      seizure('b1'),
      seizure('a2', { quantity: 10 }),
      seizure('b2', { quantity: 10 }),
    ];
    const total = totalOf(records, [pair('a1', 'b1', 0.5), pair('a2', 'b2', 0.5)]);
    expect(total?.stakes).toEqual([
      {
        pair: 'same a1 b1',
        variance: 2500,
        share: 2500 / 2525,
        together: 2500 / 2525,
        closes: false,
      },
      { pair: 'same a2 b2', variance: 25, share: 25 / 2525, together: 1, closes: false },
    ]);
  });

  it('gives one pair the worth of another that it settles', () => {
    const twins = [seizure('a1'), seizure('a2'), seizure('b1')];
    const total = totalOf(twins, [pair('a1', 'b1', 0.5), pair('a2', 'b1', 0.5)]);
    // 300 with 1/3, 200 with 2/3: variance 2222; knowing a1 leaves 300 or 200 by even odds, or 200.
    expect(total?.stakes?.map(({ variance }) => Math.round(variance))).toEqual([556, 556]);
    expect(total?.stakes?.map(({ together }) => Number(together.toFixed(6)))).toEqual([0.25, 1]);
  });

  it('lists a pair that gives a find its only weight, for it closes the upper end', () => {
    const records = [seizure('a1'), seizure('b1', { quantity: null })];
    const total = totalOf(records, [pair('a1', 'b1', 0.75)]);
    expect(total?.reported).toMatchObject({
      lowest: 100,
      highest: null,
      interval90: { low: 100, high: null },
    });
    expect(total?.stakes).toEqual([
      { pair: 'same a1 b1', variance: 0, share: 0, together: 0, closes: true },
    ]);
    const decided = totalOf(records, [pair('a1', 'b1', 0.75, 'same')])?.reported;
    expect(decided).toMatchObject({ likely: 100, highest: 100, interval90: { high: 100 } });
  });

  it('keeps weights in conflict in the range, and says so', () => {
    const records = [
      seizure('a1', { quantity: 240 }),
      seizure('b1', { quantity: 420, agencies: ['BE_CUST'] }),
    ];
    const total = totalOf(records, [pair('a1', 'b1', 0.999, 'same')]);
    expect(total?.reported).toEqual({
      lowest: 240,
      likely: 240,
      highest: 420,
      interval90: { low: 240, high: 420 },
    });
    expect(total?.stakes).toEqual([]);
    expect(total?.causes.map(({ text }) => text.en)).toMatchInlineSnapshot(`
      [
        "Vlissingen: double reports counted once: 1",
        "Vlissingen: two services give different weights for the same find",
      ]
    `);
  });

  it('has no upper end and no likely figure where a weight is missing, and is not complete', () => {
    const total = totalOf([
      seizure('a1'),
      seizure('a2', { quantity: null, missing: 'not_reported' }),
    ]);
    expect(total?.reported).toEqual({
      lowest: 100,
      likely: null,
      highest: null,
      interval90: { low: 100, high: null },
    });
    expect([total?.status, total?.missing]).toEqual(['partial', []]);
    expect(total?.causes.map(({ text }) => text.nl)).toMatchInlineSnapshot(`
      [
        "Vlissingen: bij een inbeslagname ontbreekt het gewicht; er is geen bovengrens",
      ]
    `);
  });

  it('refuses one id twice, and pairs of records that are not there', () => {
    expect(() => totalOf([seizure('a1'), seizure('a1')])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: x, line 1: Expected a record id once; "a1" stands for more than one record. Repair: Give each record an id of its own, and pass each record once.]`,
    );
    expect(() =>
      totalOf([seizure('a1'), seizure('b1')], [pair('a1', 'b1+b2', 0.5)]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: Expected pairs of the records given; "same a1 b1+b2" names "b2", which is not among them. Repair: Pass the records in which the pairs were found, or leave out the pairs of records that are left out.]`,
    );
  });

  it('takes only its own basis, drug, port and year', () => {
    const others = [
      seizure('a1', { basis: 'entered_via_port' }),
      seizure('a2', { substance: 'CAN' }),
      seizure('a3', { place: 'NLRTM' }),
      seizure('a4', { date: '2021-12-31' }),
    ];
    expect(totalOf(others)?.total.atLeast).toBe(0);
  });

  it('lets one office err together: the range of many finds is as wide as that of one', () => {
    const width = (n: number): number => {
      const finds = Array.from({ length: n }, (_, at) =>
        seizure(`a${at}`, {
          massBasis: 'unknown',
          quantity: 100,
          date: `2022-0${1 + (at % 9)}-10`,
        }),
      );
      const { interval90, likely } = totalOf(finds)?.reported ?? {};
      return ((interval90?.high ?? 0) - (interval90?.low ?? 0)) / (likely as number);
    };
    expect(width(1)).toBeGreaterThan(0.08);
    expect(width(1)).toBeLessThanOrEqual(0.1);
    expect(width(9)).toBeCloseTo(width(1), 3);
  });

  it('counts a find that was registered in January in either year, by how late finds are', () => {
    const late = [seizure('a1', { dateRole: 'registration', date: '2022-01-03', quantity: 500 })];
    const total = totalOf(late);
    expect(total?.reported.lowest).toBe(0);
    expect(total?.reported.highest).toBe(500);
    expect(total?.reported.interval90).toEqual({ low: 0, high: 500 });
    // A find that nobody weighed, and that is hardly of this year, leaves the middle of the range its upper end.
    const beside = seizure('a2', { quantity: 100 });
    const unweighed = (date: string) =>
      totalOf([beside, seizure('a1', { dateRole: 'registration', date, quantity: null })])?.reported
        .interval90;
    expect(unweighed('2023-03-31')).toEqual({ low: 100, high: 100 });
    expect(unweighed('2022-06-30')).toEqual({ low: 100, high: null });
    const sure = totalOf([seizure('a1', { date: '2022-01-03', quantity: 500 })]);
    expect(sure?.reported.interval90).toEqual({ low: 500, high: 500 });
  });

  it('gives a find that may be of another year its packing where it counts, and nowhere else', () => {
    const gross = seizure('a1', {
      dateRole: 'registration',
      date: '2023-01-15',
      quantity: 1000.1,
      massBasis: 'gross',
    });
    const { lowest, interval90, highest } = totalOf([gross])?.reported ?? {};
    expect([lowest, interval90?.low, highest]).toEqual([0, 0, 1000.1]);
    // It is of 2022 with 0.23: at most a twentieth lies above nine tenths and a half of what packing leaves.
    expect(interval90?.high).toBeGreaterThan(970);
  });

  it('says that the likely figure is gross where gross weights lead, and of no other', () => {
    const causes = (massBasis: Seizure['massBasis'], quantity: number | null = 100) =>
      totalOf([
        seizure('a1', { quantity: 100, massBasis }),
        seizure('a2', { quantity }),
      ])?.causes.map(({ text }) => text.en);
    expect(causes('gross')?.join()).toMatch(
      /Vlissingen: of 1 find the net .* counts; "likely" counts 1 of them with packing/u,
    );
    expect(causes('net')?.join()).not.toContain('with packing');
    expect(causes('unknown')?.join()).not.toContain('with packing');
    // Without a likely figure nothing is said of it.
    expect(causes('gross', null)?.join()).not.toContain('with packing');
  });

  it('counts a find once among what its weight leaves open, however its records may be joined', () => {
    const records = [
      seizure('a1', { massBasis: 'gross' }),
      seizure('b1', { massBasis: 'gross', quantity: 101 }),
      seizure('a2', { massBasis: 'gross' }),
    ];
    const said = (p: number) =>
      totalOf(records, [pair('a1', 'b1', p)])
        ?.causes.map(({ text }) => text.en)
        .join();
    expect(said(0.5)).toContain('of 3 finds the net');
    expect(said(1)).toContain('of 2 finds the net');
  });

  it('says of the records by themselves what they print, whatever a model makes of it', () => {
    const small = [5, 8, 10, 12, 14, 20, 25].map((quantity, at) => seizure(`a${at}`, { quantity }));
    const slip = seizure('a9', { quantity: 9000, massBasis: 'gross' });
    const { unweighed, reported } = totalOf([...small, slip]) ?? {};
    expect(unweighed).toEqual({ lowest: 94 + 8100, highest: 94 + 9000 });
    expect(reported?.lowest).toBeLessThan(200);
  });

  it('says of a find that two files report no more by itself than the lower report of it', () => {
    const own = (records: readonly Seizure[], ...pairs: readonly DoubleReport[]) =>
      totalOf(records, pairs)?.unweighed;
    // 4.6 kg, which one office gives in grams.
    const [grams, kilograms] = [
      seizure('a1', { quantity: 4600 }),
      seizure('b1', { quantity: 4.6 }),
    ] as const;
    const beside = seizure('a2', { quantity: 50 });
    const all = [grams, beside, kilograms];
    const highest = 4654.6;
    expect(own(all)).toEqual({ lowest: 4650, highest });
    expect(own(all, pair('a1', 'b1', 0.99))).toEqual({ lowest: 54.6, highest });
    // Nobody knows: they may be one.
    expect(own(all, pair('a1', 'b1', 0.5))).toEqual({ lowest: 54.6, highest });
    expect(own(all, pair('a1', 'b1', 0.5, 'same'))).toEqual({ lowest: 54.6, highest });
    expect(own(all, pair('a1', 'b1', 0.5, 'different'))).toEqual({ lowest: 4650, highest });
    // Batches together weigh what the whole does; what is told two files on is told too.
    expect(own([grams, beside, kilograms], pair('a1+a2', 'b1', 0.99))?.lowest).toBeCloseTo(4.6, 5);
    const third = seizure('c1', { quantity: 3 });
    expect(own([...all, third], pair('a1', 'b1', 0.99), pair('b1', 'c1', 0.99))?.lowest).toBe(53);
    // Of another port by the other report: it counts in the port where the find is held to have been made.
    const elsewhere = seizure('b1', { quantity: 4600, place: 'BEGNE' });
    const total = totalOf([grams, elsewhere], [pair('a1', 'b1', 0.99)]);
    expect(total?.unweighed?.lowest).toBe(4600);
    expect(total?.members.map((member) => [member.place, member.unweighed?.lowest])).toEqual([
      ['BEGNE', 0],
      ['NLTNZ', 0],
      ['NLVLI', 4600],
    ]);
  });

  it('holds lowest ≤ likely ≤ highest, between the largest record and the sum of all, in any order', () => {
    fc.assert(
      fc.property(world, ({ records, pairs }) => {
        const total = totalOf(records, pairs);
        const { lowest, likely, highest, interval90 } = total?.reported ?? {};
        expect(total?.unweighed?.lowest).toBeLessThanOrEqual(lowest as number);
        expect(total?.unweighed?.highest).toBeGreaterThanOrEqual(highest as number);
        expect(lowest).toBeLessThanOrEqual(likely as number);
        expect(likely).toBeLessThanOrEqual(highest as number);
        expect(interval90?.low).toBeGreaterThanOrEqual(lowest as number);
        expect(interval90?.high).toBeLessThanOrEqual(highest as number);
        const counted = total?.members.flatMap((member) => member.counted ?? []) ?? [];
        expect(counted.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(likely as number, 5);
        expect(total?.largestFind).toBeLessThanOrEqual(lowest as number);
        const weights = records.map(({ quantity }) => quantity ?? 0);
        expect(highest).toBeLessThanOrEqual(weights.reduce((all, kg) => all + kg, 0));
        expect(totalOf([...records].reverse(), [...pairs].reverse())).toEqual(total);
      }),
      { numRuns: 150 },
    );
  });
});

describe('inKilograms(seizure)', () => {
  it('converts masses, and nothing else', () => {
    expect(inKilograms(seizure('a', { quantity: 250, unit: 'g' }))).toBe(0.25);
    expect(inKilograms(seizure('a', { quantity: 250, unit: 'tablet' }))).toBeNull();
    expect(inKilograms(seizure('a', { quantity: null }))).toBeNull();
  });
});

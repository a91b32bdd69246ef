import { type DoubleReport, eventTotals, groupEvents, inKilograms } from '@samenbeeld/merge';
import type { Coverage, Seizure } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

fc.configureGlobal({ seed: 20260630 });

function seizure(id: string, over: Partial<Seizure> = {}): Seizure {
  return {
    kind: 'seizure',
    id,
    source: id.charAt(0),
    reference: null,
    seizingCountry: 'NL',
    creditedTo: [],
    agencies: ['NL_HARC'],
    date: '2022-03-10',
    datePrecision: 'day',
    dateRole: 'seizure',
    registeredOn: null,
    place: 'NLVLI',
    placeLevel: 'port',
    basis: 'seized_in_port',
    substance: 'COC',
    substancePrinted: null,
    quantity: 100,
    unit: 'kg',
    missing: null,
    ...over,
  } as Seizure;
}

function pair(a: string, b: string, verdict: DoubleReport['verdict'], points = 5): DoubleReport {
  return { key: `same ${a} ${b}`, a, b, points, reasons: [], verdict, decision: null };
}

const full = (place: string): Coverage =>
  ({
    place,
    basis: 'seized_in_port',
    extent: 'full',
    substance: null,
    periodStart: '2018-01-01',
    periodEnd: '2025-12-31',
  }) as unknown as Coverage;

const everywhere = ['NLVLI', 'NLTNZ', 'BEGNE'].map(full);

function totalOf(
  seizures: readonly Seizure[],
  pairs: readonly DoubleReport[] = [],
  coverage: readonly Coverage[] = everywhere,
) {
  return eventTotals(seizures, { years: [2022], coverage, pairs })[0];
}

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
      ids(records, [
        pair('a1', 'b1', 'same', 9),
        pair('b1', 'a2', 'same', 7),
        pair('a1', 'c1', 'same'),
      ]),
    ).toEqual(['a1b1c1', 'a2']);
  });

  it('joins what is held to be the same before what may be, whatever the points', () => {
    const records = ['a1', 'b1', 'b2'].map((id) => seizure(id));
    expect(ids(records, [pair('a1', 'b1', 'same', 2), pair('a1', 'b2', 'candidate', 9)])).toEqual([
      'a1b1',
      'b2',
    ]);
  });

  it('is led by the service that seized, where its weight is known', () => {
    const foreign = seizure('a1', { agencies: ['BE_CUST'] });
    const own = seizure('b1', { quantity: 98 });
    expect(groupEvents([foreign, own], [pair('a1', 'b1', 'same')])[0]?.lead.id).toBe('b1');
  });
});

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

  it('counts double reports once, and mere candidates in the lowest only', () => {
    const records = [
      seizure('a1'),
      seizure('b1', { quantity: 98 }),
      seizure('c1', { quantity: 90 }),
    ];
    const total = totalOf(records, [pair('a1', 'b1', 'same'), pair('a1', 'c1', 'candidate', 4)]);
    expect(total?.reported).toEqual({ lowest: 90, likely: 190, highest: 190 });
    expect(total?.causes.map(({ text }) => text.en)).toMatchInlineSnapshot(`
      [
        "Vlissingen: double reports counted once: 1; possible double reports: 1",
        "Vlissingen: two services give different weights for the same find",
      ]
    `);
  });

  it('has no upper end where a weight is missing', () => {
    const total = totalOf([
      seizure('a1'),
      seizure('a2', { quantity: null, missing: 'not_reported' }),
    ]);
    expect(total?.reported).toEqual({ lowest: 100, likely: 100, highest: null });
    expect(total?.causes.map(({ text }) => text.nl)).toMatchInlineSnapshot(`
      [
        "Vlissingen: bij een inbeslagname ontbreekt het gewicht; er is geen bovengrens",
      ]
    `);
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

  it('holds lowest ≤ likely ≤ highest, between the largest file and the sum of all, in any order', () => {
    const record = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 500 }));
    const verdicts = fc.constantFrom('same' as const, 'candidate' as const, 'different' as const);
    const link = fc.tuple(fc.nat(7), fc.nat(7), verdicts, fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.array(link, { maxLength: 8 }),
        (drafts, links) => {
          const records = drafts.map(([source, quantity], index) =>
            seizure(`${source}${index}`, { quantity }),
          );
          const pairs = links.flatMap(([x, y, verdict, points]) => {
            const [a, b] = [records[x % records.length], records[y % records.length]];
            return a && b && a.source !== b.source ? [pair(a.id, b.id, verdict, points)] : [];
          });
          const total = totalOf(records, pairs);
          const { lowest, likely, highest } = total?.reported ?? {};
          expect(lowest).toBeLessThanOrEqual(likely as number);
          expect(likely).toBeLessThanOrEqual(highest as number);
          const sum = records.reduce((all, { quantity }) => all + (quantity ?? 0), 0);
          expect(highest).toBeLessThanOrEqual(sum);
          expect(totalOf([...records].reverse(), [...pairs].reverse())?.reported).toEqual(
            total?.reported,
          );
        },
      ),
      { numRuns: 200 },
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

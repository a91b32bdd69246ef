import { candidateFrom, eventTotals, findDoubleReports, sameFrom } from '@samenbeeld/merge';
import type { Coverage, Decision, Seizure } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';

/** A find in Vlissingen as the Dutch team writes it; `over` changes it. */
function row(id: string, over: Partial<Seizure> = {}): Seizure {
  return {
    kind: 'seizure',
    id,
    source: 'nl',
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
    quantity: 412.5,
    printed: String(over.quantity ?? 412.5),
    unit: 'kg',
    missing: null,
    massBasis: 'net',
    estimated: false,
    originCountry: null,
    departureCountry: null,
    destinationCountry: null,
    transportMode: null,
    concealment: null,
    coverLoadHs: null,
    containerKey: null,
    controlledDelivery: 'unknown',
    publicationRestriction: 'none',
    arrests: null,
    definition: null,
    note: null,
    origin: { file: 'x', sheet: null, line: 1, column: 'A', raw: '' },
    ...over,
  };
}

const belgian = { source: 'be', agencies: ['BE_CUST'] } as const;
const reasonsOf = (a: Seizure, b: Seizure): readonly string[] =>
  findDoubleReports([a, b])[0]?.reasons.map(({ rule, points }) => `${rule} ${points}`) ?? [];

describe('findDoubleReports(seizures)', () => {
  it('counts a tip that both offices list as one find, and says why', () => {
    const [pair] = findDoubleReports([row('a'), row('b', { ...belgian, date: '2022-03-11' })]);
    expect(pair?.verdict).toBe('same');
    expect(pair?.points).toBeGreaterThanOrEqual(sameFrom);
    expect(pair?.reasons.map(({ text }) => text.en)).toMatchInlineSnapshot(`
      [
        "one day apart",
        "same weight (412.5 kg)",
        "one service names the other as involved",
      ]
    `);
    expect(pair?.reasons.map(({ text }) => text.nl)).toMatchInlineSnapshot(`
      [
        "één dag verschil",
        "zelfde gewicht (412,5 kg)",
        "de ene dienst noemt de andere als medebetrokken",
      ]
    `);
  });

  it.each([
    ['gross and net', { quantity: 425.3, massBasis: 'gross' }, 'quantity-gross-net 2.5'],
    ['near', { quantity: 425.3 }, 'quantity-near 2'],
    ['a shifted decimal mark', { quantity: 4125 }, 'quantity-factor 2'],
    ['grams as kilograms', { quantity: 412_500 }, 'quantity-factor 2'],
    ['swapped digits', { quantity: 142.5 }, 'quantity-transposed 2'],
    ['tonnes', { quantity: 0.4125, unit: 't' }, 'quantity-equal 3'],
  ] as const)('knows %s', (_, over, expected) => {
    expect(reasonsOf(row('a'), row('b', { ...belgian, ...over }))).toContain(expected);
  });

  it('takes 1.6 and 1.7 kg for one weight rounded twice, and 1.6 and 1.9 kg not', () => {
    const light = { quantity: 1.6, printed: '1.6' };
    const near = row('b', { ...belgian, quantity: 1.7, printed: '1.7' });
    expect(reasonsOf(row('a', light), near)).toContain('quantity-near 2');
    const container = { containerKey: 'k' };
    const apart = row('b', { ...belgian, ...container, quantity: 1.9, printed: '1.9' });
    expect(reasonsOf(row('a', { ...light, ...container }), apart)).toContain('quantity-differs -3');
  });

  it('keeps apart what differs in file, place, basis, drug family or by more than a week', () => {
    const apart: readonly Partial<Seizure>[] = [
      {},
      { ...belgian, place: 'NLTNZ' },
      { ...belgian, basis: 'entered_via_port' },
      { ...belgian, substance: 'HER' },
      { ...belgian, date: '2022-03-18' },
    ];
    for (const over of apart) expect(findDoubleReports([row('a'), row('b', over)])).toEqual([]);
  });

  it('compares within a drug family', () => {
    expect(
      findDoubleReports([row('a'), row('b', { ...belgian, substance: 'COC_HCL' })]),
    ).toHaveLength(1);
  });

  it('merges nothing on another container or another weight', () => {
    const other = row('b', { ...belgian, containerKey: 'k2', seizingCountry: 'BE' });
    expect(findDoubleReports([row('a', { containerKey: 'k1' }), other])).toEqual([]);
    expect(findDoubleReports([row('a'), row('b', { ...belgian, quantity: 90 })])).toEqual([]);
  });

  it('leaves it open where two rows of one office fit as well as each other', () => {
    const found = findDoubleReports([row('a1'), row('a2'), row('b', belgian)]);
    expect(found.map(({ verdict }) => verdict)).toEqual(['candidate', 'candidate']);
    expect(found.every(({ points }) => points >= candidateFrom)).toBe(true);
  });

  it('prefers the row that fits better', () => {
    const found = findDoubleReports([
      row('a1'),
      row('a2', { date: '2022-03-12' }),
      row('b', belgian),
    ]);
    expect(found.map(({ a, b, verdict }) => `${a} ${b} ${verdict}`)).toEqual([
      'a1 b same',
      'a2 b candidate',
    ]);
  });

  it('takes a service that both rows name for a reason', () => {
    const land = { place: 'LULUX', basis: 'seized_in_territory', seizingCountry: 'LU' } as const;
    const police = row('a', { ...land, source: 'police', agencies: ['LU_POL', 'LU_CUST'] });
    const customs = row('b', { ...land, source: 'customs', agencies: ['LU_CUST'] });
    expect(reasonsOf(police, customs)).toContain('credited 2');
    expect(reasonsOf({ ...police, agencies: ['LU_POL'] }, customs)).not.toContain('credited 2');
  });

  it('gives the last word to a person', () => {
    const decide = (verdict: string): ReadonlyMap<string, Decision> =>
      new Map([['same a b', { id: 'D1', verdict } as Decision]]);
    const pair = [row('a'), row('b', belgian)] as const;
    expect(findDoubleReports(pair, decide('different'))[0]).toMatchObject({
      verdict: 'different',
      decision: 'D1',
    });
    const unlike = [row('a'), row('b', { ...belgian, quantity: 90 })];
    expect(findDoubleReports(unlike, decide('same'))[0]?.verdict).toBe('same');
  });

  it('does not depend on the order of the records', () => {
    const rows = [
      row('a1'),
      row('a2', { date: '2022-03-12' }),
      row('b', belgian),
      row('c', { source: 'de' }),
    ];
    expect(findDoubleReports([...rows].reverse())).toEqual(findDoubleReports(rows));
  });
});

describe('eventTotals(seizures, options) with double reports', () => {
  const coverage: readonly Coverage[] = [
    {
      source: 'nl',
      agency: 'NL_HARC',
      place: 'NLVLI',
      substance: null,
      basis: 'seized_in_port',
      periodStart: '2018-01-01',
      periodEnd: '2025-12-31',
      extent: 'full',
      evidence: null,
    },
  ];
  const vlissingen = (rows: readonly Seizure[], years: readonly number[]) =>
    eventTotals(rows, { years, coverage, pairs: findDoubleReports(rows) }).map(({ members }) => {
      const member = members.find(({ place }) => place === 'NLVLI');
      return [member?.lowest, member?.likely, member?.highest];
    });

  it('counts a find once that stands in two files in two years', () => {
    const rows = [
      row('a', { date: '2021-12-31' }),
      row('b', { ...belgian, date: '2022-01-01', containerKey: null }),
    ];
    expect(vlissingen(rows, [2021, 2022])).toEqual([
      [412.5, 412.5, 412.5],
      [0, 0, 0],
    ]);
  });

  it('spans the weights that two offices give', () => {
    const rows = [row('a'), row('b', { ...belgian, quantity: 4125 })];
    expect(vlissingen(rows, [2022])).toEqual([[412.5, 412.5, 4125]]);
  });

  it('lets a candidate widen the range and a missing weight open it', () => {
    const twins = [row('a1'), row('a2'), row('b', belgian)];
    expect(vlissingen(twins, [2022])).toEqual([[825, 1237.5, 1237.5]]);
    const unknown = [row('a', { quantity: null, printed: null, missing: 'not_reported' })];
    expect(vlissingen(unknown, [2022])).toEqual([[0, 0, null]]);
  });
});

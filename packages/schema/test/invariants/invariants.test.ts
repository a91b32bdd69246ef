import {
  conversionsStated,
  convertQuantity,
  drugs,
  familyIsSumOfChildren,
  handlingNotWeaker,
  type Invariant,
  type JointTotal,
  jointTotalHolds,
  labelsComplete,
  likeRecordsAdd,
  lineageComplete,
  linkedOnce,
  type MemberTotal,
  metrics,
  missingHasReason,
  noPersonalData,
  noPersonalFields,
  observationTable,
  partWithinWhole,
  periodsInOrder,
  places,
  placesStayApart,
  pricesAndPurities,
  publicHandling,
  sameBytes,
  seizureTable,
  trendKeepsToOneRule,
  unitOfMetric,
  units,
  unitsOfMetric,
  vintagesKept,
} from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { observation, seizure, years } from '../example-records.ts';

/** What an invariant says, one line a violation. */
function broken<Input>(invariant: Invariant<Input>, input: Input): readonly string[] {
  return invariant.check(input).map(({ record, message }) => `${record ?? '–'}: ${message}`);
}

test('1 a value is missing exactly where a reason says why', () => {
  const records = [
    observation(),
    observation({ id: 'zero', value: 0 }),
    observation({ id: 'gone', value: null, missing: 'not_reported' }),
    observation({ id: 'blank', value: null }),
    seizure({ id: 'both', missing: 'pending' }),
  ];
  expect(broken(missingHasReason, records)).toMatchInlineSnapshot(`
    [
      "blank: value is null and missing gives no reason; a zero is written as 0",
      "both: quantity is 216 and yet missing says pending",
    ]
  `);
});

test('2 unlike records do not add', () => {
  const records = [
    observation(),
    observation({ id: 'o2', place: 'BEGNE', basis: 'seized_abroad' }),
  ];
  expect(likeRecordsAdd.check({ records, comparison: {} })).toHaveLength(1);
  expect(likeRecordsAdd.check({ records: records.slice(0, 1), comparison: {} })).toEqual([]);
});

test('3 a part is at most its whole, as intervals', () => {
  const whole = observation({
    id: 'whole',
    place: 'LU',
    value: 1.7,
    agencies: ['LU_POL', 'LU_CUST'],
  });
  const part = observation({ id: 'part', place: 'LU', value: 3.7, agencies: ['LU_CUST'] });
  expect(broken(partWithinWhole, [whole, part])).toMatchInlineSnapshot(`
    [
      "part: agency LU_CUST (3.7 kg) is more than its whole LU_CUST+LU_POL (1.7 kg, whole)",
    ]
  `);
  const exact = { place: 'LU', agencies: ['LU_CUST'] };
  expect(broken(partWithinWhole, [whole, observation({ ...exact, value: 1.74 })])).toEqual([]);
  expect(broken(partWithinWhole, [whole, observation({ ...exact, value: 1.76 })])).toHaveLength(1);
  expect(broken(partWithinWhole, [{ ...whole, wording: 'floor' }, part])).toEqual([]);
});

test('3 holds for places, substances, offences and periods alike, and for one dimension at a time', () => {
  const whole = observation({ id: 'whole', place: 'NL', value: 100, wording: 'exact' });
  const check = (changes: Parameters<typeof observation>[0]) =>
    partWithinWhole.check([whole, { ...whole, id: 'part', value: 101, ...changes }]).length;
  expect(check({ place: 'NLVLI' })).toBe(1);
  expect(check({ substance: 'COC_HCL' })).toBe(1);
  expect(check({ periodEnd: '2022-06-30', freq: 'S' })).toBe(1);
  expect(check({ place: 'BEGNE' })).toBe(0);
  expect(check({ place: 'NLVLI', substance: 'COC_HCL' })).toBe(0);
  expect(check({ place: 'NLVLI', basis: 'seized_abroad' })).toBe(0);
});

test('4 units convert by their factor, unlike units by an assumption', () => {
  const base = { id: 'c1', value: 1.005, from: 't', to: 'kg', assumption: null };
  expect(broken(conversionsStated, [{ ...base, result: 1005 }])).toEqual([]);
  expect(broken(conversionsStated, [{ ...base, result: 1050 }])).toMatchInlineSnapshot(`
    [
      "c1: 1.005 t is 1005 kg, found 1050",
    ]
  `);
  const tablets = { id: 'c2', value: 1000, from: 'tablet', result: 0.3, to: 'kg' };
  expect(broken(conversionsStated, [{ ...tablets, assumption: null }])).toMatchInlineSnapshot(`
    [
      "c2: tablet became kg without an assumption",
    ]
  `);
  expect(broken(conversionsStated, [{ ...tablets, assumption: 'ECSTASY_TABLET' }])).toEqual([]);
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
      fc.constantFrom('kg', 'g', 'mg', 't', 'oz'),
      fc.constantFrom('kg', 'g', 'mg', 't', 'oz'),
      (value, from, to) => {
        const result = convertQuantity(value, from, to).value;
        expect(
          broken(conversionsStated, [{ id: 'c', value, from, result, to, assumption: null }]),
        ).toEqual([]);
      },
    ),
  );
});

test('5 children never add to more than the family, and to all of it where all are there', () => {
  const children = drugs.filter(({ parent }) => parent === 'COC').map(({ code }) => code);
  const table = (family: number) => [
    observation({ id: 'family', value: family, wording: 'exact' }),
    ...children.map((substance) =>
      observation({ id: substance, substance, value: 10, wording: 'exact' }),
    ),
  ];
  const total = 10 * children.length;
  expect(children.length).toBeGreaterThan(1);
  expect(broken(familyIsSumOfChildren, table(total))).toEqual([]);
  expect(broken(familyIsSumOfChildren, table(total - 1))).toHaveLength(1);
  expect(broken(familyIsSumOfChildren, table(total + 1))).toHaveLength(1);
  expect(broken(familyIsSumOfChildren, table(total + 1).slice(0, -1))).toEqual([]);
  expect(broken(familyIsSumOfChildren, table(total).slice(0, 1))).toEqual([]);
  expect(broken(familyIsSumOfChildren, table(5).slice(0, 2))).toMatchInlineSnapshot(`
    [
      "family: COC is 5 kg, its children add to 10",
    ]
  `);
});

const member = (place: string, changes: Partial<MemberTotal> = {}): MemberTotal => ({
  place,
  state: 'reported',
  lowest: 0,
  likely: 0,
  highest: 0,
  wording: 'exact',
  subject: place,
  governing: null,
  combined: [],
  absorbed: [],
  finds: [],
  rivals: [],
  ...changes,
});

const total = (changes: Partial<JointTotal> = {}): JointTotal => ({
  key: 'NSP COC 2022',
  complex: 'PC_NSP',
  members: [
    member('NLVLI', { lowest: 4157, likely: 4157, highest: 4157 }),
    member('BEGNE', { lowest: 619, likely: 619, highest: 619 }),
    member('NLTNZ', {
      state: 'not_reported',
      lowest: null,
      likely: null,
      highest: null,
      wording: null,
    }),
  ],
  together: [],
  period: '2022',
  substance: 'COC',
  basis: 'seized_in_port',
  metric: 'quantity',
  unit: 'kg',
  agencies: null,
  reported: { lowest: 4776, likely: 4776, highest: 4776 },
  total: { atLeast: 4776, atMost: null },
  status: 'partial',
  missing: ['NLTNZ'],
  causes: [],
  ceilings: [],
  conflicts: [],
  ...changes,
});

test('6 a joint total is complete exactly where its members are covered', () => {
  expect(broken(jointTotalHolds, [total()])).toEqual([]);
  expect(broken(jointTotalHolds, [total({ status: 'complete' })])).toMatchInlineSnapshot(`
    [
      "NSP COC 2022: complete, and yet NLTNZ not reported",
    ]
  `);
  const together = [member('NLVLI+NLTNZ', { lowest: 4157, likely: 4157, highest: 4157 })];
  expect(broken(jointTotalHolds, [total({ together, status: 'complete' })])).toEqual([]);
  expect(broken(jointTotalHolds, [total({ together })])).toMatchInlineSnapshot(`
    [
      "NSP COC 2022: partial, and yet every member is reported",
    ]
  `);
});

test('6 what is not reported has no number, and a sum over nothing is none', () => {
  const zero = total().members.map((one) =>
    one.state === 'not_reported' ? { ...one, lowest: 0 } : one,
  );
  expect(broken(jointTotalHolds, [total({ members: zero })])).toMatchInlineSnapshot(`
    [
      "NSP COC 2022: NLTNZ: not_reported, and yet the lowest is 0",
    ]
  `);
  const none = total().members.map((one) => ({
    ...one,
    state: 'not_reported' as const,
    lowest: null,
    likely: null,
    highest: null,
  }));
  const nothing = { lowest: null, likely: null, highest: null };
  const over = { members: none, status: 'none' as const, total: { atLeast: null, atMost: null } };
  expect(broken(jointTotalHolds, [total({ ...over, reported: nothing })])).toEqual([]);
  expect(
    broken(jointTotalHolds, [
      total({ ...over, reported: { ...nothing, lowest: 0 }, total: { atLeast: 0, atMost: null } }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "NSP COC 2022: none, and yet the lowest is 0",
    ]
  `);
});

test('6 its ends are in order and follow from what is reported', () => {
  const reported = { lowest: 4776, likely: 4000, highest: 4700 };
  expect(
    broken(jointTotalHolds, [total({ reported, total: { atLeast: 4519, atMost: 4000 } })]),
  ).toMatchInlineSnapshot(`
    [
      "NSP COC 2022: at least 4519 is not the lowest reported, 4776",
      "NSP COC 2022: at least 4519 is above at most 4000",
      "NSP COC 2022: partial, and yet at most 4000 without a ceiling in use",
      "NSP COC 2022: reported: lowest 4776 is above highest 4700",
      "NSP COC 2022: reported: likely 4000 is outside 4776 to 4700",
    ]
  `);
  const [first = member('NLVLI'), ...rest] = total().members;
  const members = [
    { ...first, state: 'undecided' as const, likely: 'undecided' as const },
    ...rest,
  ];
  expect(broken(jointTotalHolds, [total({ members })])).toMatchInlineSnapshot(`
    [
      "NSP COC 2022: a member is undecided, and yet likely is 4776",
    ]
  `);
});

test('6 no two places are the same', () => {
  expect(broken(placesStayApart, places)).toEqual([]);
  const nsp = {
    code: 'PC_NSP',
    aliases: ['NSP'],
    members: ['NLVLI', 'NLTNZ', 'BEGNE'],
    open: false,
  };
  const zwb = {
    code: 'PC_ZWB',
    aliases: ['NSP'],
    members: ['BEGNE', 'NLVLI', 'NLTNZ'],
    open: false,
  };
  expect(broken(placesStayApart, [nsp, zwb])).toMatchInlineSnapshot(`
    [
      "PC_ZWB: PC_ZWB and PC_NSP are both called NSP",
      "PC_ZWB: PC_ZWB and PC_NSP have the same members, BEGNE+NLTNZ+NLVLI",
    ]
  `);
});

test('7 periods run forward and are what their frequency says', () => {
  const records = [
    ...years(2),
    observation({ id: 'back', periodEnd: '2021-01-01' }),
    observation({ id: 'half', periodEnd: '2022-06-30' }),
    observation({ id: 'no day', periodEnd: '2022-06-31' }),
    observation({ id: 'said', periodEnd: '2022-12-25', status: 'P' }),
  ];
  expect(broken(periodsInOrder, records)).toMatchInlineSnapshot(`
    [
      "back: the period ends on 2021-01-01, before it starts on 2022-01-01",
      "half: freq is A, but 2022-01-01..2022-06-30 is S; a part of a period is provisional (P) or another window (O)",
      "no day: "2022-06-31" is no ISO day",
    ]
  `);
});

test('8 nothing published is overwritten or dropped', () => {
  const earlier = years(3);
  const later = [
    ...earlier.slice(0, 1),
    { ...earlier[1], value: 4000 } as (typeof earlier)[number],
  ];
  expect(
    broken(vintagesKept, { earlier, later: [...earlier, observation({ id: 'new' })] }),
  ).toEqual([]);
  expect(broken(vintagesKept, { earlier, later })).toMatchInlineSnapshot(`
    [
      "y2019: value was 4157 and is overwritten by 4000",
      "y2020: a claim that was published is gone",
    ]
  `);
});

test('9 a trend keeps to one frequency', () => {
  const half = observation({
    id: 'h',
    periodStart: '2021-01-01',
    periodEnd: '2021-06-30',
    freq: 'S',
  });
  expect(trendKeepsToOneRule.check({ records: [...years(3), half], comparison: {} })).toHaveLength(
    1,
  );
  expect(trendKeepsToOneRule.check({ records: years(3), comparison: {} })).toEqual([]);
});

test('10 prices are positive, purities are shares, the pure substance costs no less', () => {
  const price = observation({
    id: 'price',
    metric: 'price',
    stat: 'mean',
    unit: 'EUR/g',
    value: 0,
  });
  const purity = observation({
    id: 'purity',
    metric: 'purity',
    stat: 'mean',
    unit: 'pct',
    value: 101,
  });
  const adjusted = [
    { id: 'pure', price: 50, adjusted: 49 },
    { id: 'right', price: 50, adjusted: 72 },
  ];
  expect(
    broken(pricesAndPurities, { observations: [price, purity], adjusted }),
  ).toMatchInlineSnapshot(`
    [
      "price: a price is above zero, found 0 EUR/g",
      "purity: a purity is above 0 and at most 100 %, found 101",
      "pure: 49 for the pure substance is less than 50 for the mixture",
    ]
  `);
  expect(
    broken(pricesAndPurities, {
      observations: [
        { ...price, value: 50 },
        { ...purity, value: 100 },
      ],
    }),
  ).toEqual([]);
});

test('11 what is made of several inputs is handled no weaker than any', () => {
  const police = {
    ...publicHandling,
    h: ['H1' as const],
    tlp: 'AMBER' as const,
    originators: ['NL_POL'],
  };
  const inputs = [publicHandling, police];
  expect(broken(handlingNotWeaker, { inputs, output: police, released: [] })).toEqual([]);
  expect(
    broken(handlingNotWeaker, { inputs, output: publicHandling, released: [] }),
  ).toMatchInlineSnapshot(`
    [
      "–: the restriction H1 is lost without a release of NL_POL",
      "–: TLP:CLEAR is weaker than TLP:AMBER of an input without a release of NL_POL",
      "–: the originator NL_POL is forgotten",
    ]
  `);
  expect(
    broken(handlingNotWeaker, { inputs, output: publicHandling, released: ['NL_POL'] }),
  ).toEqual([]);
});

test('12 a seizure is counted once', () => {
  const seizures = [seizure(), seizure({ id: 's2' }), seizure({ id: 's3', seizingCountry: 'BE' })];
  const groups = [
    { id: 'g1', members: ['s1', 's2'] },
    { id: 'g2', members: ['s2', 's3', 's9'] },
  ];
  expect(broken(linkedOnce, { seizures, groups: groups.slice(0, 1) })).toEqual([]);
  expect(broken(linkedOnce, { seizures, groups })).toMatchInlineSnapshot(`
    [
      "s2: in two groups, g1 and g2",
      "s9: in group g2, but no seizure",
      "g2: seized in BE and NL: one seizure has one seizing country",
    ]
  `);
  const counted = (once: number) =>
    linkedOnce.check({ seizures, groups: [], counted: { perFile: [300, 200], once } }).length;
  expect([counted(299), counted(300), counted(500), counted(501)]).toEqual([1, 0, 0, 1]);
});

test('16 no field of a record looks like a person, and none is named after one', () => {
  const records = [
    observation(),
    observation({ id: 'note', note: 'bel 06-12345678' }),
    seizure({ id: 'raw', origin: { ...seizure().origin, raw: '216 kg, 85.07.30-033.28' } }),
  ];
  expect(broken(noPersonalData, records)).toMatchInlineSnapshot(`
    [
      "note: note looks like phone",
      "raw: origin.raw looks like be-national-number",
    ]
  `);
  expect(broken(noPersonalFields, [...observationTable, ...seizureTable])).toEqual([]);
  const columns = ['suspect_last_name', 'birthDate', 'kenteken', 'place_note'].map((name) => ({
    name,
  }));
  expect(noPersonalFields.check(columns).map(({ record }) => record)).toEqual([
    'suspect_last_name',
    'birthDate',
    'kenteken',
  ]);
});

test('17 every code has four labels and a name of its own', () => {
  expect(broken(labelsComplete, { entries: units, shared: ['ton', 'tons'] })).toEqual([]);
  const label = { nl: 'stuk', fr: '', de: 'Stück', en: 'piece' };
  const entries = [
    { code: 'a', label, synonyms: ['st'] },
    { code: 'b', label: { nl: 'ster', fr: 'étoile', de: 'Stern', en: 'star' }, synonyms: ['St.'] },
  ];
  expect(broken(labelsComplete, { entries })).toMatchInlineSnapshot(`
    [
      "a: no label in fr",
      "b: "st" also means a and is not marked as shared",
    ]
  `);
  expect(labelsComplete.check({ entries, shared: ['st'] })).toHaveLength(1);
});

test('18 each record leads to one cell, and two builds are the same bytes', () => {
  const records = [
    observation(),
    observation(),
    observation({ id: 'x', origin: { ...observation().origin, column: '' } }),
  ];
  expect(broken(lineageComplete, records)).toMatchInlineSnapshot(`
    [
      "o1: the id is there twice",
      "x: its origin does not lead to a cell: file, line and column",
    ]
  `);
  const first = { 'report.html': 'a1', 'data/observation.csv': 'b2' };
  expect(broken(sameBytes, { first, second: first })).toEqual([]);
  expect(broken(sameBytes, { first, second: { 'report.html': 'a2' } })).toMatchInlineSnapshot(`
    [
      "data/observation.csv: data/observation.csv disappears in the second build",
      "report.html: report.html differs in the second build",
    ]
  `);
});

test('19 the unit measures what the metric is', () => {
  const records = [
    observation({ id: 'weighed', metric: 'quantity', unit: 'kg' }),
    observation({ id: 'pills', metric: 'quantity', unit: 'tablet' }),
    observation({ id: 'count', metric: 'seizures', unit: 'seizure' }),
    observation({ id: 'rate', metric: 'offences', unit: 'per_1e3' }),
    observation({ id: 'price', metric: 'price', unit: 'EUR/g' }),
    observation({ id: 'slip', metric: 'seizures', unit: 'kg' }),
    observation({ id: 'money', metric: 'quantity', unit: 'EUR' }),
    observation({ id: 'weight', metric: 'purity', unit: 'g' }),
  ];
  expect(broken(unitOfMetric, records)).toMatchInlineSnapshot(`
    [
      "slip: seizures cannot be in kg",
      "money: quantity cannot be in EUR",
      "weight: purity cannot be in g",
    ]
  `);
  for (const metric of metrics)
    expect(unitsOfMetric(metric.code).length, metric.code).toBeGreaterThan(0);
});

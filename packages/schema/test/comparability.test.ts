import {
  assertComparable,
  type Break,
  type Comparable,
  type Comparison,
  type Decision,
  type Observation,
  RefusalError,
} from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { observation, seizure, years } from './example-records.ts';

const sum = (records: readonly Comparable[], more: Omit<Comparison, 'for'> = {}) =>
  assertComparable(records, { ...more, for: 'sum' });
const trend = (records: readonly Comparable[], more: Omit<Comparison, 'for'> = {}) =>
  assertComparable(records, { ...more, for: 'trend' });

function dimensionOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof RefusalError) return error.dimension;
  }
  return 'none';
}

const note = { nl: 'nieuw systeem', fr: 'nouveau système', de: 'neues System', en: 'new system' };
const newSystem: Break = {
  id: 'harc-2020-system',
  source: 'harc',
  on: '2020-01-01',
  kind: 'system',
  severity: 'block_trend',
  series: {},
  note,
};

const override: Decision = {
  id: 'd1',
  kind: 'override',
  subject: 'harc-2020-system',
  verdict: 'accept',
  role: 'analyst',
  time: '2026-06-30T12:00:00Z',
  reason: 'both systems ran side by side for a year',
  evidence: null,
  supersedes: null,
};

test('rows on two bases are not added, and the refusal teaches', () => {
  const records = [
    ...Array.from({ length: 398 }, (_, at) => seizure({ id: `a${at}` })),
    ...Array.from({ length: 14 }, (_, at) => seizure({ id: `b${at}`, basis: 'entered_via_port' })),
  ];
  expect(() => sum(records)).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These 412 rows have two bases (seized_in_port 398, entered_via_port 14). A sum would count seizures that were not made here. Choose one: \`.where({ basis: 'seized_in_port' })\`, or show both: \`{ by: ['year', 'basis'] }\`.]`,
  );
  expect(() => sum(records.toReversed())).toThrow(/seized_in_port 398, entered_via_port 14/);
});

test('each dimension is named with what would make it legal', () => {
  const port = observation();
  const other = observation({ id: 'o2', place: 'BEGNE' });
  expect(() => sum([port, { ...other, unit: 'tablet' }])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two units (kg 1, tablet 1). Quantities in different units do not add. Choose one: \`.where({ unit: 'kg' })\`, show both: \`{ by: ['year', 'unit'] }\`, or convert first: \`convertQuantity(value, from, to, { assumption })\`.]`,
  );
  expect(() =>
    sum([
      { ...port, metric: 'seizures' },
      { ...other, metric: 'seizures', countUnit: 'investigation' },
    ]),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two counting units (investigation 1, seizure 1). A sum would add seizures to investigations or suspects. Choose one: \`.where({ countUnit: 'investigation' })\`, or show both: \`{ by: ['year', 'countUnit'] }\`.]`,
  );
  expect(() => sum([port, { ...other, substance: 'HER' }])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two substances (COC 1, HER 1). A sum over substances must be asked for. Choose one: \`.where({ substance: 'COC' })\`, show both: \`{ by: ['year', 'substance'] }\`, ask for a sum over all of them: \`across: ['substance']\`, or record an override of \`sum across substances: COC, HER\`.]`,
  );
  expect(() => sum([port, { ...other, extent: 'one_find' }])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two extents (one_find 1, whole 1). A find, or what one service counts, may be part of the figure it is added to. Choose one: \`.where({ extent: 'one_find' })\`, or show both: \`{ by: ['year', 'extent'] }\`.]`,
  );
  expect(() => sum([port, seizure({ place: 'BEGNE' })])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two kinds (observation 1, seizure 1). Claims and events never add: an event may be part of a claim. Choose one: \`.where({ kind: 'observation' })\`, or show both: \`{ by: ['year', 'kind'] }\`.]`,
  );
  expect(() =>
    sum([observation({ metric: 'price', stat: 'mean', unit: 'EUR/kg' })]),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: This row is a mean. Only sums and counts add. Show them one by one, or weight them by what they are a mean of.]`,
  );
});

test('disjoint ports of two countries add, and their agencies and rules differ by nature', () => {
  const ghent = observation({
    id: 'o2',
    source: 'be-customs',
    place: 'BEGNE',
    value: 619,
    agencies: ['BE_CUST'],
    definition: 'be-customs-cocaine',
  });
  expect(sum([observation(), ghent]).warnings.map(({ en }) => en)).toMatchInlineSnapshot(`
    [
      "The agencies differ between places (BE_CUST 1, NL_HARC 1).",
      "The definitions differ between places (be-customs-cocaine 1, harc-cocaine 1).",
    ]
  `);
});

test('two agencies in one place add only by a recorded decision, a basis never', () => {
  const records = [observation(), observation({ id: 'o2', agencies: ['NL_KMAR'] })];
  expect(() => sum(records)).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two agencies at NLVLI (NL_HARC 1, NL_KMAR 1). A sum would count twice what they seized together. Choose one: \`.where({ agencies: 'NL_HARC' })\`, show both: \`{ by: ['year', 'agencies'] }\`, or record an override of \`sum across agencies: NL_HARC, NL_KMAR\`.]`,
  );
  const subject = 'sum across agencies: NL_HARC, NL_KMAR';
  const apart = { ...override, subject, reason: 'they never seize together' };
  expect(sum(records, { overrides: [apart] }).warnings.map(({ en }) => en)).toMatchInlineSnapshot(`
    [
      "Added although they differ in agency (NL_HARC, NL_KMAR), by decision d1: they never seize together.",
    ]
  `);
  expect(dimensionOf(() => sum(records, { overrides: [{ ...apart, verdict: 'reject' }] }))).toBe(
    'agency',
  );
  expect(dimensionOf(() => trend(records, { overrides: [apart] }))).toBe('agency');
  const bases = [
    observation(),
    observation({ id: 'o2', place: 'BEGNE', basis: 'entered_via_port' }),
  ];
  const always = { ...override, subject: 'sum across bases: entered_via_port, seized_in_port' };
  expect(dimensionOf(() => sum(bases, { overrides: [always] }))).toBe('basis');
});

test('an agency and a team that holds it are rivals, whatever was decided', () => {
  const records = [observation(), observation({ id: 'o2', agencies: ['NL_CUST'] })];
  const subject = 'sum across agencies: NL_CUST, NL_HARC';
  const overrides = [{ ...override, subject }];
  expect(() => sum(records, { overrides })).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two agencies at NLVLI (NL_CUST 1, NL_HARC 1). A sum would count twice what they seized together. Choose one: \`.where({ agencies: 'NL_CUST' })\`, or show both: \`{ by: ['year', 'agencies'] }\`.]`,
  );
});

test('kilograms do not depend on what a count would count, nor on a definition nobody states', () => {
  const [first = observation(), second = observation()] = years(2);
  expect(sum([first, { ...second, countUnit: null }]).warnings).toEqual([]);
  expect(
    sum([first, { ...second, definition: null }]).warnings.map(({ en }) => en),
  ).toMatchInlineSnapshot(`
    [
      "The definitions are not all stated (harc-cocaine 1, not stated 1).",
    ]
  `);
  expect(dimensionOf(() => sum([first, { ...second, definition: 'other' }]))).toBe('counting rule');
});

test('what shares territory, days, substance or a figure is not added', () => {
  const year = observation();
  expect(() =>
    sum([year, observation({ id: 'o2', place: 'NL' })]),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: NLVLI and NL share territory. What was seized there would be counted twice. Choose one: \`.where({ place: 'NLVLI' })\`, leave out the wider one, or record an override of \`sum across territories: NL, NLVLI\`.]`,
  );
  expect(dimensionOf(() => sum([year, observation({ id: 'o2', place: 'NLVLI+NLTNZ' })]))).toBe(
    'territory',
  );
  const half = { id: 'o2', periodEnd: '2022-06-30', freq: 'S' } as const;
  expect(() => sum([year, observation(half)])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: At NLVLI, the periods 2022-01-01..2022-12-31 and 2022-01-01..2022-06-30 overlap. Their days would be counted twice. Leave out one of them.]`,
  );
  const later = observation({ id: 'o2', value: 4100, publishedOn: '2024-01' });
  expect(() => sum([year, later])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: At NLVLI, 2022-01-01..2022-12-31 is there twice (harc 2023-01, harc 2024-01). Two claims about one figure are no two figures. Take the latest of one publisher, \`latestVintage(observations, asOf)\`, or settle the conflict first.]`,
  );
  const all = observation({ id: 'o2', substance: 'ALL' });
  expect(() => sum([year, all], { across: ['substance'] })).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: At NLVLI, COC and ALL share seizures in 2022-01-01..2022-12-31. They would be counted twice. Leave out the wider one, or the parts, or record an override of \`sum across substances: ALL, COC\`.]`,
  );
});

test('substances that share nothing add when asked to', () => {
  const records = [observation(), observation({ id: 'o2', substance: 'HER' })];
  expect(sum(records, { across: ['substance'] }).warnings).toEqual([]);
});

test('two national codes of one international offence are two figures', () => {
  const offence = {
    metric: 'offences',
    unit: 'offence',
    substance: null,
    offence: 'ICCS0601',
  } as const;
  const records = [
    observation({ ...offence, nationalCode: '3.1.1' }),
    observation({ ...offence, id: 'o2', nationalCode: '3.1.3' }),
  ];
  expect(sum(records).warnings).toEqual([]);
  expect(
    dimensionOf(() =>
      sum([
        records[0] ?? observation(),
        observation({ ...offence, id: 'o3', nationalCode: '3.1.1' }),
      ]),
    ),
  ).toBe('vintage');
});

test('places that are in no list, such as municipalities, add unless they are the same', () => {
  const records = [observation({ place: 'GM0718' }), observation({ id: 'o2', place: 'GM0715' })];
  expect(sum(records).warnings).toEqual([]);
  expect(dimensionOf(() => sum([...records, observation({ id: 'o3', place: 'GM0715' })]))).toBe(
    'vintage',
  );
});

test('events of one place and year add', () => {
  expect(sum([seizure(), seizure({ id: 's2' })]).warnings).toEqual([]);
});

test('a trend keeps to periods of one length and to the same places', () => {
  const half = observation({
    id: 'h',
    periodStart: '2021-01-01',
    periodEnd: '2021-06-30',
    freq: 'S',
  });
  expect(() => trend([...years(3), half])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These four rows mix two frequencies (A 3, S 1). A trend over periods of unlike length compares nothing. Choose one: \`.where({ freq: 'A' })\`.]`,
  );
  const ghent = observation({
    id: 'g',
    place: 'BEGNE',
    periodStart: '2019-01-01',
    periodEnd: '2019-12-31',
  });
  expect(() => trend([...years(2), ghent])).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: The places in the sum change: NLVLI in 2018-01-01..2018-12-31, BEGNE, NLVLI in 2019-01-01..2019-12-31. A place that begins to report would look like a rise. Take one place: \`.where({ place: '…' })\`, or places that report in every period.]`,
  );
  expect(trend(years(5)).warnings).toEqual([]);
});

test('a trend does not cross a declared break unless a decision says so', () => {
  const breaks = [newSystem];
  expect(() => trend(years(5), { breaks })).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: The trend crosses a declared break on 2020-01-01 (system): new system. A change of rule would look like a change in crime. Keep to one side: \`.where({ from: '2020-01-01' })\`, or record an override of \`harc-2020-system\`.]`,
  );
  expect(
    trend(years(5), { breaks, overrides: [override] }).warnings.map(({ en }) => en),
  ).toMatchInlineSnapshot(`
    [
      "The trend crosses a declared break on 2020-01-01 (system): new system, by decision d1: both systems ran side by side for a year.",
    ]
  `);
  const undone = { ...override, id: 'd2', verdict: 'reopen', supersedes: 'd1' };
  expect(dimensionOf(() => trend(years(5), { breaks, overrides: [override, undone] }))).toBe(
    'break',
  );
});

test('a break touches its source, its series and the parts of it, from its own first day', () => {
  const crossed = (one: Partial<Break>, records = years(5)) =>
    dimensionOf(() => trend(records, { breaks: [{ ...newSystem, ...one }] }));
  expect(crossed({})).toBe('break');
  expect(crossed({ source: 'other' })).toBe('none');
  expect(crossed({ on: '2018-01-01' })).toBe('none');
  expect(crossed({ on: '2018-01-02' })).toBe('break');
  expect(crossed({ on: '2022-12-31' })).toBe('break');
  expect(crossed({ on: '2023-01-01' })).toBe('none');
  expect(crossed({ series: { place: 'NL' } })).toBe('break');
  expect(crossed({ series: { place: 'BE' } })).toBe('none');
  expect(crossed({ series: { substance: 'ALL' } })).toBe('break');
  expect(crossed({ series: { substance: 'HER' } })).toBe('none');
  expect(crossed({ series: { basis: 'seized_abroad' } })).toBe('none');
  expect(crossed({}, years(1))).toBe('none');
});

test('a break in a part of what the rows count is said, and refuses nothing', () => {
  const said = (series: Break['series'], more: Partial<Observation>): readonly string[] =>
    trend(
      years(3).map((row) => ({ ...row, ...more })),
      { breaks: [{ ...newSystem, on: '2019-01-01', series }] },
    ).warnings.map(({ en }) => en);
  const inPart = (part: string): readonly string[] => [
    `A part of these rows (${part}) crosses a declared break on 2019-01-01 (system): new system.`,
  ];
  expect(said({ place: 'NLVLI' }, { place: 'NL' })).toEqual(inPart('NLVLI'));
  expect(said({ place: 'NLVLI' }, { place: 'NLVLI+NLTNZ' })).toEqual(inPart('NLVLI'));
  expect(said({ place: 'NLVLI' }, { place: 'BE' })).toEqual([]);
  expect(said({ place: 'NLVLI', substance: 'COC' }, { substance: 'ALL' })).toEqual(
    inPart('NLVLI COC'),
  );
  expect(said({ substance: 'HER' }, { substance: 'COC' })).toEqual([]);
  const offences = { metric: 'offences', substance: null } as const;
  expect(said({ offence: '0601' }, { ...offences, offence: '06' })).toEqual(inPart('0601'));
  expect(said({ offence: '0601' }, { ...offences, offence: '07' })).toEqual([]);
  expect(said({ place: 'NLVLI', basis: 'seized_abroad' }, { place: 'NL' })).toEqual([]);
  expect(said({ place: 'NLVLI' }, { place: 'NL', source: 'other' })).toEqual([]);
});

test('a note or a reason that ends in a full stop gives the sentence no second one', () => {
  const breaks = [{ ...newSystem, note: { ...note, en: 'new system.' } }];
  const overrides = [{ ...override, reason: 'asked both.' }];
  expect(trend(years(5), { breaks, overrides }).warnings.map(({ en }) => en)).toEqual([
    'The trend crosses a declared break on 2020-01-01 (system): new system, by decision d1: asked both.',
  ]);
  expect(() => trend(years(5), { breaks })).toThrow('(system): new system. A change');
});

test('a place of several ports is one place in whatever order they are written', () => {
  const places = ['NLTNZ+NLVLI', 'NLVLI+NLTNZ'];
  const rows = places.map((place, at) => observation({ id: `o${at}`, place }));
  const subject = 'sum across territories: NLTNZ+NLVLI, NLVLI+NLTNZ';
  const overrides = [{ ...override, subject }];
  expect(dimensionOf(() => sum(rows, { overrides }))).toBe('vintage');
});

test('a break that only informs, and provisional figures, are said beside the result', () => {
  const records = years(3).map((row, at) => ({ ...row, status: at === 2 ? 'P' : 'A' }));
  const breaks = [{ ...newSystem, severity: 'info' as const }];
  expect(trend(records, { breaks }).warnings.map(({ en }) => en)).toMatchInlineSnapshot(`
    [
      "The trend crosses a declared break on 2020-01-01 (system): new system.",
      "Provisional: one of three rows.",
    ]
  `);
});

test('the order of the rows changes nothing', () => {
  const records = [...years(4), observation({ id: 'x', basis: 'seized_abroad' })];
  const messageOf = (rows: readonly Comparable[]) => {
    try {
      return sum(rows)
        .warnings.map(({ en }) => en)
        .join();
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(messageOf(records.toReversed())).toBe(messageOf(records));
});

test('a break is of a source: another place on the far side does not hide it', () => {
  const rows = (place: string) => [
    seizure({ id: 'a', source: 'harc', date: '2019-05-01' }),
    seizure({ id: 'b', source: 'harc', date: '2021-05-01', place }),
  ];
  const breaks = [newSystem];
  for (const place of ['NLVLI', 'NLTNZ'])
    for (const purpose of ['sum', 'rate', 'trend'] as const)
      expect(dimensionOf(() => assertComparable(rows(place), { for: purpose, breaks }))).toBe(
        'break',
      );
  const within = [{ ...newSystem, series: { place: 'NLVLI' } }];
  expect(dimensionOf(() => sum(rows('NLTNZ'), { breaks: within }))).toBe('none');
  const [first, second] = rows('NLTNZ');
  const other = [{ ...first, source: 'douane' } as Comparable, second as Comparable];
  expect(dimensionOf(() => sum(other, { breaks }))).toBe('none');
});

test('a break within one year of several places is no step between them', () => {
  const year = (place: string) => observation({ id: place, place });
  const [row] = [year('NLVLI')];
  const on = `${row?.periodStart.slice(0, 4)}-07-01`;
  const breaks = [{ ...newSystem, source: row?.source ?? '', on }];
  expect(dimensionOf(() => sum([year('NLVLI'), year('NLTNZ')], { breaks }))).toBe('none');
});

/** A figure of assets of the Netherlands. */
const assets = (changes: Partial<Observation>): Observation =>
  observation({
    ...{ place: 'NL', metric: 'assets_seized', unit: 'EUR', basis: 'not_applicable' },
    ...{ substance: null, countUnit: null, definition: null, agencies: ['NL_OM'] },
    ...changes,
  });

test.each(['sum', 'rate', 'trend'] as const)(
  'what is seized, held, ordered, sold and collected is never put together, for a %s or anything else',
  (purpose) => {
    const [seized, ...others] = [
      assets({ id: 'a1' }),
      assets({ id: 'a2', metric: 'assets_held', periodStart: '2022-12-31' }),
      assets({ id: 'a3', metric: 'assets_confiscated' }),
      assets({ id: 'a4', metric: 'assets_sold' }),
      assets({ id: 'a5', metric: 'assets_recovered' }),
    ] as [Observation, ...Observation[]];
    for (const other of others)
      expect(dimensionOf(() => assertComparable([seized, other], { for: purpose }))).toBe('stage');
    // Neither a decision nor a sum over what differs makes it legal.
    const decision = { ...override, subject: 'sum kinds of figures of assets flow+stock' };
    expect(
      dimensionOf(() =>
        assertComparable([seized, others[0] as Observation], {
          for: purpose,
          overrides: [decision],
        }),
      ),
    ).toBe('stage');
  },
);

test('orders and what was collected give no rate of recovery, and the refusal says what would', () => {
  const rows = [
    assets({ id: 'a1', metric: 'assets_confiscated', value: 450_000_000 }),
    assets({ id: 'a2', metric: 'assets_recovered', value: 95_000_000 }),
  ];
  expect(() => assertComparable(rows, { for: 'rate' })).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These two rows have two kinds of figures of assets (collection 1, order 1). What is collected in a year comes from orders of other years: the one over the other is no rate of recovery. Choose one: \`.where({ metric: 'assets_seized' })\`; to set one beside the other, follow the same cases from stage to stage: \`recoveryFlows\`.]`,
  );
});

test('stocks of two days are not added, and what was seized in two years is', () => {
  const day = (id: string, on: string) =>
    assets({ id, metric: 'assets_held', periodStart: on, periodEnd: on, freq: 'D' });
  const stocks = [day('a1', '2023-12-31'), day('a2', '2024-12-31')];
  expect(() => sum(stocks)).toThrowErrorMatchingInlineSnapshot(
    `[RefusalError: These are stocks of 2023-12-31 and 2024-12-31. What is held on one day may be held on the other too. Take one day, or show each by itself.]`,
  );
  expect(sum([day('a1', '2023-12-31')]).warnings).toEqual([]);
  const next = { id: 'a2', periodStart: '2023-01-01', periodEnd: '2023-12-31' };
  expect(sum([assets({ id: 'a1' }), assets(next)]).warnings).toEqual([]);
});

test('what belongs beside a result is told in each language', () => {
  const rows = years(3).map((row, at) => ({
    ...row,
    ...(at === 1 && { value: null, missing: 'suppressed' as const }),
    ...{ status: at === 2 ? 'P' : 'A', definition: at === 2 ? null : row.definition },
  }));
  const { warnings } = sum(rows, { breaks: [{ ...newSystem, severity: 'info' }] });
  expect(warnings.map(({ nl }) => nl)).toMatchInlineSnapshot(`
    [
      "De definities zijn niet overal vermeld (harc-cocaine 2, niet vermeld 1).",
      "Zonder waarde: één van de drie rijen (afgeschermd 1). De som is een ondergrens.",
      "De som loopt over een verklaarde breuk van 2020-01-01 (nieuw systeem) heen.",
      "Voorlopig: één van de drie rijen.",
    ]
  `);
  expect(warnings.map(({ fr }) => fr)).toMatchInlineSnapshot(`
    [
      "Les définitions ne figurent pas partout (harc-cocaine 2, non indiqué 1).",
      "Sans valeur : une des trois lignes (masqué (secret statistique) 1). La somme est un minimum.",
      "La somme franchit une rupture déclarée du 2020-01-01 (nouveau système).",
      "Provisoire : une des trois lignes.",
    ]
  `);
  expect(warnings.map(({ de }) => de)).toMatchInlineSnapshot(`
    [
      "Die Definitionen sind nicht überall angegeben (harc-cocaine 2, nicht angegeben 1).",
      "Ohne Wert: eine von drei Zeilen (geheim gehalten 1). Die Summe ist eine Untergrenze.",
      "Die Summe geht über einen erklärten Bruch vom 2020-01-01 (neues System) hinweg.",
      "Vorläufig: eine von drei Zeilen.",
    ]
  `);
  for (const { en, ...others } of warnings)
    expect(new Set([en, ...Object.values(others)]).size).toBe(4);
});

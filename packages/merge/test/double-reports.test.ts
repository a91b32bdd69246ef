import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  type DoubleReport,
  type DoubleReportOptions,
  eventTotals,
  findDoubleReports,
  partitionComponent,
} from '@samenbeeld/merge';
import {
  type Coverage,
  type Decision,
  type Definition,
  InputError,
  type Seizure,
} from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateFrom, sameFrom } from '../src/same-seizure/partition/credible.ts';
import { tiedRecords } from '../src/same-seizure/partition/tied-records.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { seizure } from './seizure.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** A find in Vlissingen as the Dutch team writes it; `over` changes it. */
function row(id: string, over: Partial<Seizure> = {}): Seizure {
  return seizure(id, { source: 'nl', quantity: 412.5, ...over });
}

const belgian = { source: 'be', agencies: ['BE_CUST'] } as const;
const find = (rows: readonly Seizure[], options: DoubleReportOptions = {}) =>
  findDoubleReports(engine, rows, options);

/**
 * Pairs of records two years apart from each other, so that they are compared in one call and none with those of another:
 * what was found of each.
 */
async function findEach(
  pairs: readonly (readonly [Seizure, Seizure])[],
  verdict?: string,
): Promise<readonly (DoubleReport | undefined)[]> {
  const rows = pairs.flatMap((pair, at) =>
    pair.map((one, side) => ({
      ...one,
      id: `${'ab'.charAt(side)}${at}`,
      date: `${Number(one.date.slice(0, 4)) - 2 * at}${one.date.slice(4)}`,
      containerKey: one.containerKey && `${one.containerKey}${at}`,
    })),
  );
  const decisions = verdict
    ? pairs.flatMap((_, at) => [...(decide(`a${at}`, `b${at}`, verdict).decisions ?? [])])
    : [];
  const found = await find(rows, { decisions: new Map(decisions) });
  const own = pairs.map((_, at) => found.find(({ a, b }) => a === `a${at}` && b === `b${at}`));
  expect(own.filter((one) => one !== undefined)).toHaveLength(found.length);
  return own;
}

/** A person's word on two records; also lists a pair that would be too unlikely to be listed. */
function decide(a: string, b: string, verdict: string): DoubleReportOptions {
  const subject = `same ${a} ${b}`;
  const decision = { id: 'D1', kind: 'same-seizure', subject, verdict } as Decision;
  return { decisions: new Map([[subject, decision]]) };
}

describe('findDoubleReports(engine, seizures)', () => {
  it('a remark that a find passed to a service names it, so that its record is a likelier partner', async () => {
    const between = (note: string | null) =>
      [
        row('a', { agencies: ['BE_POL'], seizingCountry: 'BE', note, quantity: 400 }),
        row('b', { ...belgian, seizingCountry: 'BE', date: '2022-03-12', quantity: 400 }),
      ] as const;
    const [told, silent, denied] = await findEach(
      ['overgedragen aan de douane', 'containercontrole', 'niet overgedragen aan de douane'].map(
        between,
      ),
    );
    expect(told?.probability).toBeGreaterThan(silent?.probability ?? 1);
    expect(denied?.probability).toBe(silent?.probability);
  });

  it('counts a tip that both offices list as one find, and says why', async () => {
    const [pair] = await find([row('a'), row('b', { ...belgian, date: '2022-03-11' })]);
    expect(pair?.verdict).toBe('same');
    expect(pair?.probability).toBeGreaterThanOrEqual(sameFrom);
    expect(pair?.reasons.map(({ text }) => text.en)).toMatchInlineSnapshot(`
      [
        "one service lists a find made in the other’s country",
        "the fuller file lists such finds here once in 184 days on average",
        "one day apart",
        "same weight (412.5 kg)",
        "same place",
      ]
    `);
    expect(pair?.reasons.map(({ text }) => text.nl)).toMatchInlineSnapshot(`
      [
        "de ene dienst meldt een vangst in het land van de andere",
        "zulke vangsten meldt het vollere bestand hier gemiddeld eens in de 184 dagen",
        "één dag verschil",
        "zelfde gewicht (412,5 kg)",
        "zelfde plaats",
      ]
    `);
  });

  it('weighs the reasons so that they add up to the weight of the pair', async () => {
    const [pair] = await find([row('a'), row('b', { ...belgian, date: '2022-03-11' })]);
    const sum = pair?.reasons.reduce((all, { weight }) => all + weight, 0) ?? Number.NaN;
    expect((pair?.prior ?? 0) + sum).toBeCloseTo(pair?.weight ?? 0, 4);
    expect(pair?.probability).toBeCloseTo(1 / (1 + 2 ** -(pair?.weight ?? 0)), 5);
  });

  it('holds containers under two salts to be neither the same nor others, and says what would help', async () => {
    const rows = [
      row('a', { containerKey: 'k' }),
      row('b', { ...belgian, date: '2022-03-11', containerKey: 'l' }),
    ];
    const salted = (nl: string, be: string) => ({
      saltMarks: new Map([
        ['nl', nl],
        ['be', be],
      ]),
    });
    const about = async (options: DoubleReportOptions) => {
      const [pair] = await find(rows, { ...options, ...decide('a', 'b', 'same') });
      return pair?.reasons.flatMap(({ text, weight }) =>
        text.en.includes('container') ? [[text.en, weight < 0]] : [],
      );
    };
    expect(await about(salted('one', 'one'))).toEqual([['another container', true]]);
    expect(await about({})).toEqual([['another container', true]]);
    expect(await about(salted('one', 'two'))).toEqual([
      [expect.stringContaining('give both descriptions the same'), false],
    ]);
  });

  it('knows in what two weights differ', async () => {
    const weights = [
      [{ quantity: 425.3, massBasis: 'gross' }, 'gross and net'],
      [{ quantity: 425.3 }, 'within 5 %'],
      [{ quantity: 413.9 }, 'within 1 %'],
      [{ quantity: 410 }, 'rounded'],
      [{ quantity: 4125 }, 'ten times'],
      [{ quantity: 412_500 }, 'a thousand times'],
      [{ quantity: 142.5 }, 'swapped digits'],
      [{ quantity: 0.4125, unit: 't' }, 'equal'],
      [{ quantity: 90 }, 'else'],
      [{ quantity: null }, 'null'],
    ] as const;
    const found = await findEach(
      weights.map(([over]) => [row('a'), row('b', { ...belgian, ...over })] as const),
      'different',
    );
    for (const [at, [, expected]] of weights.entries()) {
      const rules = found[at]?.reasons.map(({ rule }) => rule) ?? [];
      // Weights that are nearly the same are weighed by how many others are near.
      expect(rules.map((rule) => rule.replace(/, (?:rare|usual|common|crowded)$/, ''))).toContain(
        `quantity: ${expected}`,
      );
    }
  });

  it('says in how many of the records the value stands that both share', async () => {
    const rows = [
      row('a', { quantity: 281.1, departureCountry: 'BR' }),
      row('b', { ...belgian, quantity: 281.1, departureCountry: 'BR' }),
      row('c', { quantity: 90, departureCountry: 'BR', date: '2021-01-01' }),
      row('d', { quantity: null, departureCountry: 'EC', date: '2021-06-01' }),
    ];
    const [pair] = (await findDoubleReports(engine, rows)).filter(({ b }) => b === 'b');
    expect(pair?.reasons.flatMap(({ rule, shared }) => (shared ? [[rule, shared]] : []))).toEqual([
      ['quantity: equal', { records: 2, of: 3 }],
      ['load: same departure', { records: 3, of: 4 }],
    ]);
  });

  it('knows swapped digits across the decimal mark and with decimals of unlike length', async () => {
    const weights = [
      [412.5, 415.2],
      [21.5, 25.1],
      [0.37, 0.307],
    ] as const;
    const found = await findEach(
      weights.map(
        ([x, y]) => [row('a', { quantity: x }), row('b', { ...belgian, quantity: y })] as const,
      ),
      'different',
    );
    const swapped = found.map((one) =>
      one?.reasons.some(({ rule }) => rule === 'quantity: swapped digits'),
    );
    expect(swapped).toEqual([false, true, true]);
  });

  it('tells more by a weight that is nearly unique than by a round one that many share', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      row(`r${at}`, { quantity: 100, place: 'NLRTM', date: '2019-01-01', source: 'nl' }),
    );
    const weightOf = async (quantity: number): Promise<number> => {
      const pair = [row('a', { quantity }), row('b', { ...belgian, quantity })];
      const found = await find([...many, ...pair]);
      return found[0]?.reasons.find(({ rule }) => rule === 'quantity: equal')?.weight ?? 0;
    };
    expect(await weightOf(1279)).toBeGreaterThan((await weightOf(100)) + 2);
  });

  it('keeps apart what differs in file, basis or drug family, or by more than a week and in weight', async () => {
    const apart: readonly Partial<Seizure>[] = [
      {},
      { ...belgian, basis: 'entered_via_port' },
      { ...belgian, substance: 'HER' },
      { ...belgian, place: 'NLRTM' },
      { ...belgian, date: '2022-03-18', quantity: 411 },
      { ...belgian, date: '2022-06-30' },
    ];
    const found = await findEach(apart.map((over) => [row('a'), row('b', over)] as const));
    expect(found).toEqual(apart.map(() => undefined));
  });

  it('finds a rare weight or a container that is registered later than the usual days', async () => {
    const late = {
      ...belgian,
      date: '2022-03-19',
      dateRole: 'registration',
      quantity: 1279.4,
    } as const;
    const found = async (a: Partial<Seizure>, b: Partial<Seizure>) =>
      (await find([row('a', { quantity: 1279.4, ...a }), row('b', { ...late, ...b })]))[0];
    const boxed = await found({ containerKey: 'k' }, { containerKey: 'k' });
    expect([boxed?.verdict, boxed?.reasons.some(({ text }) => text.en === '9 days apart')]).toEqual(
      ['same', true],
    );
    // By its weight alone it is no more than likely, and less where the later day is that of a find too.
    const [weighed, again] = [await found({}, {}), await found({}, { dateRole: 'seizure' })];
    expect(weighed?.probability).toBeGreaterThan(0.5);
    expect(again?.probability ?? 0).toBeLessThan(weighed?.probability ?? 0);
    // A weight of two digits is not rare, and brings nothing together.
    expect(await found({ quantity: 120 }, { quantity: 120, dateRole: 'seizure' })).toBeUndefined();
  });

  it('compares a date known to the week or the month with every day of it and near it', async () => {
    const month = { date: '2022-06-01', datePrecision: 'month' } as const;
    const registered = { date: '2022-06-22', dateRole: 'registration' } as const;
    const year = { date: '2022-01-01', datePrecision: 'year' } as const;
    const other = { containerKey: null, quantity: 77 } as const;
    const dates: readonly (readonly [Partial<Seizure>, Partial<Seizure>])[] = [
      ...['2022-06-03', '2022-06-20', '2022-06-30', '2022-07-06'].map(
        (date) => [{ date }, month] as const,
      ),
      [{ date: '2022-06-13', datePrecision: 'week' }, registered],
      // Of a year a shared container or weight brings them together, and nothing else does.
      [{ date: '2022-09-20' }, year],
      [{ date: '2022-09-20' }, { ...year, ...other }],
    ];
    const found = await findEach(
      dates.map(
        ([one, two]) =>
          [
            row('a', { containerKey: 'k', ...one }),
            row('b', { ...belgian, containerKey: 'k', ...two }),
          ] as const,
      ),
    );
    expect(found.slice(0, 5).map((one) => one?.verdict)).toEqual(Array(5).fill('same'));
    expect(found[5]?.verdict).toBeDefined();
    expect(found[6]).toBeUndefined();
  });

  it('weighs a registration before the find as no registration of it', async () => {
    const odds = async (date: string): Promise<number> => {
      const registered = { ...belgian, date, dateRole: 'registration' } as const;
      const [pair] = await find([row('a', { date: '2022-06-20' }), row('b', registered)]);
      const probability = pair?.probability ?? 0;
      return probability / (1 - probability);
    };
    expect(await odds('2022-07-02')).toBeGreaterThan(5 * (await odds('2022-06-08')));
  });

  it('finds a container again in the file of judgments, years later', async () => {
    const judged = { date: '2023-10-01', dateRole: 'judgment', containerKey: 'k' } as const;
    const pairs = await find([
      row('a', { containerKey: 'k' }),
      row('b', { ...belgian, ...judged }),
    ]);
    expect(pairs[0]?.probability).toBeGreaterThan(0.9);
  });

  it('is less sure of a gross weight the more others are near', async () => {
    const gross = row('b', { ...belgian, date: '2022-03-11', quantity: 110, massBasis: 'gross' });
    const near = Array.from({ length: 30 }, (_, at) =>
      row(`m${at}`, { date: `2021-0${1 + (at % 9)}-20`, quantity: 95 + (at % 20) }),
    );
    const probability = async (others: readonly Seizure[]) =>
      (await find([row('a', { quantity: 100 }), gross, ...others])).find(
        ({ a, b }) => a === 'a' && b === 'b',
      )?.probability ?? 0;
    const [alone, crowded] = [await probability([]), await probability(near)];
    expect(alone).toBeLessThan(0.9996);
    expect(crowded).toBeLessThan(alone);
  });

  it('compares within a drug family, and a row of the complex with those of its ports', async () => {
    const complex = row('b', { ...belgian, place: 'PC_NSP', placeLevel: 'port_complex' });
    const found = await findEach([
      [row('a'), row('b', { ...belgian, substance: 'COC_HCL' })],
      [row('a'), complex],
    ]);
    expect(found.map((one) => one !== undefined)).toEqual([true, true]);
  });

  it('merges nothing on another container or another weight', async () => {
    const others = [
      { containerKey: 'k1' },
      { containerKey: 'k2', quantity: 90 },
      { quantity: 90 },
    ] as const;
    const found = await findEach(
      others.map(
        (over) => [row('a', { containerKey: 'k1' }), row('b', { ...belgian, ...over })] as const,
      ),
    );
    expect(found.map((one) => one?.verdict === 'same')).toEqual([true, false, false]);
  });

  it('leaves it open where two rows of one office fit as well as each other', async () => {
    const found = await find([row('a1'), row('a2'), row('b', belgian)]);
    expect(found.map(({ verdict }) => verdict)).toEqual(['candidate', 'candidate']);
    for (const { probability } of found) {
      expect(probability).toBeGreaterThan(candidateFrom);
      expect(probability).toBeLessThanOrEqual(0.5);
    }
  });

  it('takes the row that fits better', async () => {
    const found = await find([
      row('a1'),
      row('a2', { date: '2022-03-12', quantity: 300 }),
      row('b', belgian),
    ]);
    expect(found.map(({ a, b, verdict }) => `${a} ${b} ${verdict}`)).toEqual([
      'a1 b same',
      'a2 b different',
    ]);
  });

  it('takes a service that both rows name for a reason', async () => {
    const land = { place: 'LULUX', basis: 'seized_in_territory', seizingCountry: 'LU' } as const;
    const police = row('a', { ...land, source: 'police', agencies: ['LU_POL', 'LU_CUST'] });
    const alone = row('c', { ...land, source: 'police', agencies: ['LU_POL'], date: '2020-01-01' });
    const customs = row('b', { ...land, source: 'customs', agencies: ['LU_CUST'] });
    const named = async (one: Seizure) =>
      (await find([one, alone, customs]))[0]?.reasons.map(({ rule }) => rule);
    expect(await named(police)).toContain('named: credited');
    expect(await named({ ...police, agencies: ['LU_POL'] })).toContain('named: else');
  });

  it('believes what a source declares about counting the other’s finds', async () => {
    const plain = { seizingCountry: 'BE', creditedTo: [] } as const;
    const pair = [row('a', { quantity: null }), row('b', { ...belgian, ...plain })];
    const declared = (says: 'counts' | 'leaves-out') =>
      [{ source: 'be', also: 'nl', says, place: 'NLVLI', basis: null, evidence: null }] as const;
    const weight = async (options: DoubleReportOptions) =>
      (await find(pair, { ...options, ...decide('a', 'b', 'different') }))[0]?.weight ?? 0;
    const [none, counts, out] = [
      await weight({}),
      await weight({ declared: declared('counts') }),
      await weight({ declared: declared('leaves-out') }),
    ];
    expect(counts).toBeGreaterThan(none);
    expect(out).toBeLessThan(none);
    expect(await weight({ declared: [{ ...declared('counts')[0], place: 'NLTNZ' }] })).toBe(none);
  });

  it('finds one seizure in three batches of another file', async () => {
    const batch = { definition: 'batches', containerKey: null } as const;
    const rows = [
      row('a1', { ...batch, quantity: 100 }),
      row('a2', { ...batch, quantity: 112.5 }),
      row('a3', { ...batch, quantity: 200 }),
      row('b', { ...belgian, quantity: 412.5 }),
    ];
    const definitions = [{ source: 'nl', id: 'batches', countUnit: 'batch' } as Definition];
    const found = await find(rows, { definitions });
    expect(found.filter(({ verdict }) => verdict === 'same').map(({ a, b }) => [a, b])).toEqual([
      ['a1+a2+a3', 'b'],
    ]);
    const total = eventTotals(rows, { ...nspCocaine, years: [2022], coverage, pairs: found })[0];
    expect(total?.members.find(({ place }) => place === 'NLVLI')?.likely).toBeCloseTo(412.5, 0);
    const single = (await find(rows)).filter(({ verdict }) => verdict === 'same');
    expect(single).toEqual([]);
  });

  it('gives the last word to a person, also about what was never compared', async () => {
    const pair = [row('a'), row('b', belgian)] as const;
    expect((await find(pair, decide('a', 'b', 'different')))[0]).toMatchObject({
      verdict: 'different',
      probability: 0,
      decision: 'D1',
    });
    const unlike = [row('a'), row('b', { ...belgian, quantity: 90, place: 'NLRTM' })];
    expect((await find(unlike, decide('a', 'b', 'same')))[0]).toMatchObject({
      verdict: 'same',
      probability: 1,
      reasons: [],
    });
    expect(await find(unlike, decide('a', 'gone', 'same'))).toEqual([]);
  });

  it('lets a decision change no other pair’s odds, and superseding it change nothing at all', async () => {
    const rows = [
      row('a1'),
      row('a2', { date: '2022-03-12' }),
      row('b1', belgian),
      row('b2', { ...belgian, date: '2022-03-13', quantity: 500 }),
    ];
    const weights = (found: readonly DoubleReport[]) =>
      found.map(({ key, weight }) => `${key} ${weight}`);
    const before = await find(rows);
    const decided = await find(rows, decide('a1', 'b1', 'different'));
    expect(
      weights(decided).filter((line) => weights(before).includes(line)).length,
    ).toBeGreaterThan(0);
    expect(await find(rows, decide('a1', 'b1', 'reopen'))).toEqual(before);
  });

  it('does not depend on the order of the records', async () => {
    const rows = [
      row('a1'),
      row('a2', { date: '2022-03-12' }),
      row('b', belgian),
      row('c', { source: 'de' }),
    ];
    expect(await find([...rows].reverse())).toEqual(await find(rows));
  });

  it('leaves no table of its own in the engine', async () => {
    await find([row('a'), row('b', belgian)]);
    expect((await engine.tables()).filter((name) => name.startsWith('same seizure'))).toEqual([]);
  });
});

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

describe('findDoubleReports(engine, seizures) and ids', () => {
  it.each(['nl 1', 'b+1', '', 'b\t1'])(
    'refuses the id "%s", which the key of a pair cannot hold',
    async (id) => {
      const rows = [row('a', { id }), row('b', belgian)];
      await expect(find(rows)).rejects.toThrow(InputError);
      await expect(find(rows)).rejects.toThrow('without blanks and without "+"');
    },
  );

  it('refuses one id twice', async () => {
    await expect(find([row('a'), row('a', belgian)])).rejects.toThrow(InputError);
  });
});

describe('what is listed', () => {
  it('is all that was weighed, batches too, so that a total weighs the same', async () => {
    const batches = { id: 'batches', source: 'be', countUnit: 'batch' } as unknown as Definition;
    const told = { ...belgian, definition: 'batches', creditedTo: ['NL'] };
    const rows = [
      row('a', { quantity: 300 }),
      row('b', { ...told, quantity: 100 }),
      row('c', { ...told, quantity: 200 }),
      row('d', { ...told, quantity: 301 }),
    ];
    const found = await find(rows, { definitions: [batches] });
    expect(found.filter(({ key }) => key.includes('+')).length).toBeGreaterThan(1);
    const tied = tiedRecords(
      rows,
      found.map(({ a, b, weight }) => ({ a, b, odds: 2 ** weight })),
    );
    const joined = (ids: readonly string[]): number =>
      tied
        .flatMap((one) => partitionComponent(one).partitions)
        .filter(({ groups }) => groups.some((group) => group.join() === ids.join()))
        .reduce((sum, { probability }) => sum + probability, 0);
    for (const { a, b, probability } of found)
      expect(joined([...a.split('+'), ...b.split('+')].sort())).toBeCloseTo(probability, 5);
  });
});

describe('eventTotals(seizures, options) with double reports', () => {
  const vlissingen = async (
    rows: readonly Seizure[],
    years: readonly number[],
    options: DoubleReportOptions = {},
  ) =>
    eventTotals(rows, { ...nspCocaine, years, coverage, pairs: await find(rows, options) }).map(
      ({ members }) => {
        const member = members.find(({ place }) => place === 'NLVLI');
        return [member?.lowest, member?.likely, member?.highest];
      },
    );

  it('counts a find once that stands in two files in two years', async () => {
    const rows = [
      row('a', { date: '2021-12-31', containerKey: 'k' }),
      row('b', { ...belgian, date: '2022-01-01', containerKey: 'k' }),
    ];
    expect(await vlissingen(rows, [2021, 2022])).toEqual([
      [412.5, 412.5, 412.5],
      [0, expect.closeTo(0, 1), 0],
    ]);
  });

  it('spans the weights that two offices give', async () => {
    const rows = [row('a'), row('b', { ...belgian, quantity: 4125 })];
    const decided = decide('a', 'b', 'same');
    expect(await vlissingen(rows, [2022], decided)).toEqual([[412.5, 412.5, 4125]]);
  });

  it('lets a candidate widen the range and a missing weight open it', async () => {
    const twins = [row('a1'), row('a2'), row('b', belgian)];
    const [[low, likely, high] = []] = await vlissingen(twins, [2022]);
    // No third find: both pairs are as good as certain, and only one of them can be.
    expect([low, high]).toEqual([825, 825]);
    expect(likely).toBe(825);
    const unknown = [row('a', { quantity: null, printed: null, missing: 'not_reported' })];
    expect(await vlissingen(unknown, [2022])).toEqual([[0, null, null]]);
  });
});

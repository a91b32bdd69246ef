import { jointTotals, type ProvDocument, provN, why, whyProv, whyTotal } from '@samenbeeld/merge';
import type { Decision, JointTotal, Observation, Seizure } from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { decision } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { publishedClaims } from './published.ts';
import { seizureRow } from './seizure-row.ts';

let published: readonly Observation[];
beforeAll(async () => {
  published = await publishedClaims();
});

const relations = [
  ['wasGeneratedBy', 'prov:entity', 'entity', 'prov:activity', 'activity'],
  ['used', 'prov:activity', 'activity', 'prov:entity', 'entity'],
  ['wasDerivedFrom', 'prov:generatedEntity', 'entity', 'prov:usedEntity', 'entity'],
  ['wasAttributedTo', 'prov:entity', 'entity', 'prov:agent', 'agent'],
  ['wasAssociatedWith', 'prov:activity', 'activity', 'prov:agent', 'agent'],
] as const;

/** Ends of relations that the graph does not hold. */
function danglingIn(document: ProvDocument): readonly string[] {
  return relations.flatMap(([relation, from, fromKind, to, toKind]) =>
    Object.values(document[relation]).flatMap((one) =>
      [
        [one[from], fromKind],
        [one[to], toKind],
      ].flatMap(([end, kind]) =>
        String(end) in document[kind as 'entity'] ? [] : [`${relation} ${String(end)}`],
      ),
    ),
  );
}

/** What each thing rests on: an entity on what made it, an activity on what it used. */
function restsOn(document: ProvDocument): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [relation, from, , to] of relations.slice(0, 3))
    for (const one of Object.values(document[relation])) {
      const key = String(one[from]);
      found.set(key, [...(found.get(key) ?? []), String(one[to])]);
    }
  return found;
}

function hasCycle(edges: ReadonlyMap<string, readonly string[]>): boolean {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): boolean => {
    if (state.get(id) === 'open') return true;
    if (state.get(id) === 'done') return false;
    state.set(id, 'open');
    const found = (edges.get(id) ?? []).some(visit);
    state.set(id, 'done');
    return found;
  };
  return [...edges.keys()].some(visit);
}

const typed = (document: ProvDocument, kind: string): readonly string[] =>
  Object.entries(document.entity)
    .filter(([, { 'prov:type': type }]) => (type as { readonly $: string }).$ === `sb:${kind}`)
    .map(([id]) => id);

/** Each record rests on one cell with line, column and raw text, and each cell on one file. */
function expectCells(document: ProvDocument, kind: 'Observation' | 'Seizure'): void {
  const edges = restsOn(document);
  const records = typed(document, kind);
  const [cells, files] = [new Set(typed(document, 'Cell')), new Set(typed(document, 'File'))];
  expect(records.length).toBeGreaterThan(0);
  for (const record of records) {
    const own = (edges.get(record) ?? []).filter((id) => cells.has(id));
    expect(own).toHaveLength(1);
    const cell = document.entity[own[0] ?? ''];
    expect(cell).toMatchObject({
      'prov:value': expect.any(String),
      'sb:line': expect.any(Number),
      'sb:column': expect.any(String),
    });
    expect((edges.get(own[0] ?? '') ?? []).filter((id) => files.has(id))).toHaveLength(1);
  }
}

function pictureOf(tables: Readonly<Record<string, readonly object[]>>): Picture {
  return {
    metadata: {
      inputs: [{ source: 'be-customs', file: 'in/finds.csv', sha256: 'abc123' }],
      sources: [
        {
          id: 'be-customs',
          title: { nl: 'a', fr: 'b', de: 'c', en: 'Finds' },
          publisher: 'BE_CUST',
          licence: 'none',
          citation: 'c',
          url: null,
        },
      ],
    },
    has: (table: string) => table in tables,
    rows: async (table: string) => tables[table] ?? [],
    observations: async () => tables['observation'] ?? [],
    seizures: async () => tables['seizure'] ?? [],
  } as unknown as Picture;
}

describe('whyProv(why) for claims', () => {
  const years = [2019, 2021, 2022, 2023, 2024];
  const subject = 'NLVLI COC seized_in_port quantity 2021';
  const keep = decision('a', subject, 'keep C086');
  const undo = decision('bb', subject, 'reopen', 'conflict', 'a');

  it('has both ends of every relation, no cycle, and leads each record to a cell and a file', () => {
    const result = jointTotals(published, { ...nspCocaine, years });
    for (const total of result.totals) {
      const document = whyProv(whyTotal(result, total, [keep, undo]));
      expect(danglingIn(document)).toEqual([]);
      expect(hasCycle(restsOn(document))).toBe(false);
      expectCells(document, 'Observation');
    }
  });

  it('derives the figure from what makes it, and not from what was only looked at', () => {
    const result = jointTotals(published, { ...nspCocaine, years: [2022] });
    const found = whyTotal(result, result.totals[0] as JointTotal);
    const document = whyProv(found);
    const figure = typed(document, 'Figure')[0];
    const made = new Set(
      Object.values(document.wasDerivedFrom)
        .filter((one) => one['prov:generatedEntity'] === figure)
        .map((one) => one['prov:usedEntity']),
    );
    for (const { role, claim } of found.lines)
      expect(made.has(`sb:claim/${claim.id}`)).toBe(role === 'governing' || role === 'ceiling');
  });

  it('states a conversion with its factor: 317.5 g of Luxembourg customs', () => {
    const result = jointTotals(published, {
      ...nspCocaine,
      complex: 'LU',
      basis: 'seized_in_territory',
      years: [2019],
      agencies: ['LU_CUST'],
    });
    const found = whyTotal(result, result.totals[0] as JointTotal);
    expect(found.conversions).toContainEqual({
      record: expect.any(String),
      from: { value: 317.5, unit: 'g' },
      to: { value: 0.3175, unit: 'kg' },
      factor: 0.001,
    });
    const document = whyProv(found);
    const conversions = Object.values(document.activity).filter((one) => 'sb:factor' in one);
    expect(conversions).toHaveLength(found.conversions.length);
    expect(danglingIn(document)).toEqual([]);
  });

  it('names roles, never persons, and shows that a later decision revises an earlier one', () => {
    const result = jointTotals(published, { ...nspCocaine, years: [2021] });
    const document = whyProv(whyTotal(result, result.totals[0] as JointTotal, [keep, undo]));
    expect(Object.keys(document.agent)).toEqual([expect.stringMatching(/^sb:role\//)]);
    expect(Object.values(document.wasDerivedFrom).filter((one) => 'prov:type' in one)).toEqual([
      {
        'prov:generatedEntity': 'sb:decision/bb',
        'prov:usedEntity': 'sb:decision/a',
        'prov:type': { $: 'prov:Revision', type: 'prov:QUALIFIED_NAME' },
      },
    ]);
  });

  it('is the same for the same figure, whatever the order of the rows', () => {
    const of = (rows: readonly Observation[]) => {
      const result = jointTotals(rows, { ...nspCocaine, years: [2022] });
      return JSON.stringify(whyProv(whyTotal(result, result.totals[0] as JointTotal)));
    };
    expect(of(published.toReversed())).toBe(of(published));
  });
});

describe('why(picture, cell) for events', () => {
  const harc = { source: 'nl-harc', agencies: ['NL_HARC'], seizingCountry: 'NL' };
  const customs = { source: 'be-customs', agencies: ['BE_CUST'], seizingCountry: 'BE' };
  const origin = { file: 'finds.csv', sheet: null, line: 3, column: 'kg', raw: '37900' };
  const first = seizureRow('a', { ...harc, quantity: 37_500, unit: 'g' });
  const second = seizureRow('b', { ...customs, quantity: 37.9, origin });
  const third = seizureRow('c', { ...harc, quantity: 5, date: '2022-08-01' });
  const same: Decision = decision('d1', 'same a b', 'same', 'same-seizure');
  const member = {
    state: 'reported',
    likely: 42.5,
    highest: 42.9,
    lowest: 42.5,
    wording: null,
    governing: null,
    finds: [],
    rivals: [],
  };
  const total = {
    key: 'NLVLI COC seized_in_port quantity 2022',
    complex: 'NLVLI',
    period: '2022',
    substance: 'COC',
    basis: 'seized_in_port',
    metric: 'quantity',
    unit: 'kg',
    members: [{ ...member, place: 'NLVLI', subject: 's', combined: ['a', 'c'], absorbed: ['b'] }],
    together: [],
    reported: { lowest: 42.5, likely: 42.5, highest: 42.9 },
    total: { atLeast: 42.5, atMost: 42.9 },
    status: 'complete',
    causes: [],
    ceilings: [],
    conflicts: [],
  };
  const picture = pictureOf({
    seizure: [first, second, third] satisfies readonly Seizure[],
    joint_total: [{ key: total.key, detail: JSON.stringify(total) }],
    decision: [same],
    double_report: [
      { key: 'same a b', a: 'a', b: 'b', verdict: 'same', reasons: null, decision: 'd1' },
      { key: 'same b c', a: 'b', b: 'c', verdict: 'different', reasons: null, decision: null },
    ],
  });

  it('says which report was merged into which seizure, by which decision, and how weights differ', async () => {
    const found = await why(picture, 'Vlissingen cocaine 2022');
    expect(found.events.map(({ seizure, role, into }) => [seizure.id, role, into?.id])).toEqual([
      ['a', 'counted', undefined],
      ['c', 'counted', undefined],
      ['b', 'merged', 'a'],
    ]);
    expect(found.events[2]?.into?.because.en).toBe('by decision d1');
    expect(found.decisions).toEqual([
      { decision: same, inForce: true, lapsed: null, allowed: true },
    ]);
    expect(
      found.conflicts.map(({ explanation, difference }) => [difference, explanation.en]),
    ).toMatchInlineSnapshot(`
      [
        [
          0.4,
          "HARC team reports 37.5 kg, Belgian Customs and Excise 37.9 kg for the same find; the first weight counts (the higher may hold packing, and the range spans both).",
        ],
      ]
    `);
    expect(found.conversions).toEqual([
      {
        record: 'a',
        from: { value: 37_500, unit: 'g' },
        to: { value: 37.5, unit: 'kg' },
        factor: 0.001,
      },
    ]);
    expect(found.files).toEqual([
      { file: 'finds.csv', source: 'be-customs', sha256: 'abc123' },
      { file: 'harc.csv', source: 'nl-harc', sha256: null },
    ]);
  });

  it('gives a sound graph, from the figure to the cells of both reports', async () => {
    const document = whyProv(await why(picture, 'Vlissingen cocaine 2022'), {
      marking: 'TLP:CLEAR',
    });
    expect(danglingIn(document)).toEqual([]);
    expect(hasCycle(restsOn(document))).toBe(false);
    expectCells(document, 'Seizure');
    expect(document.entity['sb:file/be-customs/finds.csv']?.['sb:sha256']).toBe('abc123');
    expect(Object.keys(document.agent)).toEqual(['sb:publisher/BE_CUST', 'sb:role/analyst']);
    const lines = provN(document).split('\n');
    expect(lines[0]).toBe('document');
    expect(lines.at(-2)).toBe('endDocument');
    expect(lines).toContain(
      '  entity(sb:quantity/a/kg, [prov:type=\'sb:Quantity\', prov:value="37.5" %% xsd:double, sb:unit="kg"])',
    );
  });
});

describe('provN(document)', () => {
  it('writes each of several values of one attribute', () => {
    const empty = { wasGeneratedBy: {}, used: {}, wasDerivedFrom: {}, wasAttributedTo: {} };
    const document: ProvDocument = {
      ...empty,
      prefix: {},
      entity: { 'sb:a': { 'prov:label': ['one', 'un'], 'sb:empty': [], 'sb:line': 3 } },
      activity: {},
      agent: {},
      wasAssociatedWith: {},
    };
    expect(provN(document).split('\n')).toContain(
      '  entity(sb:a, [prov:label="one", prov:label="un", sb:line=3])',
    );
  });
});

import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  type DoubleReport,
  eventTotals,
  findDoubleReports,
  type Why,
  weighsAmong,
  why,
} from '@samenbeeld/merge';
import type {
  Break,
  Coverage,
  Decision,
  Definition,
  JointTotal,
  Seizure,
} from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparableEvents } from '../src/comparable-events.ts';
import { exerciseWorld } from './exercise-world.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { seizure } from './seizure.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const coverage = ['NLVLI', 'NLTNZ', 'BEGNE'].map(
  (place) =>
    ({
      place,
      basis: 'seized_in_port',
      extent: 'full',
      substance: null,
      periodStart: '2018-01-01',
      periodEnd: '2025-12-31',
    }) as unknown as Coverage,
);

const batches = { id: 'batches', source: 'be', countUnit: 'batch' } as unknown as Definition;
const nl = (id: string, over: Partial<Seizure> = {}) => seizure(id, { source: 'nl', ...over });
const be = (id: string, over: Partial<Seizure> = {}) =>
  seizure(id, { source: 'be', agencies: ['BE_CUST'], definition: 'batches', ...over });

function decision(id: string, kind: Decision['kind'], subject: string, verdict: string): Decision {
  const time = '2026-01-01T00:00:00Z';
  const reason = 'asked both offices';
  return { id, kind, subject, verdict, role: 'r', time, reason, evidence: null, supersedes: null };
}

function pictureOf(
  seizures: readonly Seizure[],
  totals: readonly JointTotal[],
  pairs: readonly DoubleReport[],
  decisions: readonly Decision[] = [],
): Picture {
  const tables: Readonly<Record<string, readonly object[]>> = {
    seizure: seizures,
    decision: decisions,
    joint_total: totals.map((total) => ({ key: total.key, detail: JSON.stringify(total) })),
    double_report: pairs.map((pair) => ({ ...pair, reasons: JSON.stringify(pair.reasons) })),
  };
  return {
    has: (table: string) => table in tables,
    rows: async (table: string) => tables[table] ?? [],
    observations: async () => [],
    seizures: async () => seizures,
  } as unknown as Picture;
}

async function pairsOf(seizures: readonly Seizure[], decisions: readonly Decision[] = []) {
  return findDoubleReports(engine, seizures, {
    definitions: [batches],
    decisions: new Map(decisions.map((one) => [one.subject, one])),
  });
}

async function whyOf(
  seizures: readonly Seizure[],
  decisions: readonly Decision[] = [],
): Promise<Why> {
  const pairs = await pairsOf(seizures, decisions);
  const totals = eventTotals(seizures, { ...nspCocaine, years: [2022], coverage, pairs });
  return why(pictureOf(seizures, totals, pairs, decisions), 'NSP cocaine 2022');
}

const shown = ({ events }: Why): readonly string[] =>
  events.map(({ role, seizure: { id }, kilograms, into }) =>
    [role, id, kilograms, into?.id].filter((part) => part !== undefined).join(' '),
  );
const sum = ({ events }: Why): number =>
  events
    .filter(({ role }) => role === 'counted')
    .reduce((total, { kilograms }) => total + (kilograms ?? 0), 0);

const others = Array.from({ length: 20 }, (_, at) =>
  nl(`x${at}`, { date: `2022-0${1 + (at % 9)}-1${at % 9}`, quantity: 100 + at * 37 }),
);

describe('why(picture, cell) of events', () => {
  it('counts batches once, and says into which find they go', async () => {
    const rows = [
      nl('a1', { quantity: 200 }),
      be('b1', { creditedTo: ['NL'] }),
      be('b2', { creditedTo: ['NL'] }),
    ];
    const decided = decision('D1', 'same-seizure', 'same a1 b1+b2', 'same');
    const found = await whyOf(rows, [decided]);
    expect(found.total.reported.likely).toBe(200);
    expect(shown(found)).toEqual(['counted a1 200', 'merged b1 100 a1', 'merged b2 100 a1']);
    expect(found.conflicts).toEqual([]);
    expect(found.decisions.map(({ decision: { id } }) => id)).toEqual(['D1']);
    expect(found.events.at(-1)?.into?.because.en).toContain('by decision D1');
  });

  it('gives the weight that counted where it is not that of the leading row', async () => {
    const rows = [
      nl('a1', { date: '2022-03-01', quantity: 812_000 }),
      be('b1', { date: '2022-03-01', quantity: 812, definition: null, creditedTo: ['NL'] }),
      ...others,
    ];
    const found = await whyOf(rows, [decision('D1', 'same-seizure', 'same a1 b1', 'same')]);
    const event = found.events.find(({ seizure: { id } }) => id === 'a1');
    expect(event).toMatchObject({ role: 'counted', kilograms: 812 });
    expect(event?.weighed).toEqual({ kilograms: 812, by: ['b1'] });
    expect(sum(found)).toBe(found.total.reported.likely);
    expect(found.conflicts.map(({ explanation }) => explanation.en)).toMatchInlineSnapshot(`
      [
        "Belgian Customs and Excise reports 812 kg, HARC team 812,000 kg for the same find; the first weight counts (the other looks like a slip of the pen and lies outside the range).",
      ]
    `);
  });

  it('says by which rule a weight counts, on which nobody decided, and gives both in the range', async () => {
    const told = { date: '2022-05-15', massBasis: 'unknown' } as const;
    const rows = [
      nl('a1', { ...told, quantity: 290.1 }),
      be('b1', { ...told, quantity: 298.8, definition: null, creditedTo: ['NL'] }),
    ];
    const found = await whyOf(rows, [decision('D1', 'same-seizure', 'same a1 b1', 'same')]);
    const { lowest, likely, highest } = found.total.reported;
    expect([lowest, likely, highest]).toEqual([261.09, 290.1, 298.8]);
    expect(found.conflicts).toMatchObject([{ state: 'explained', decision: null }]);
    expect(found.conflicts[0]?.explanation).toEqual({
      nl: 'HARC-team meldt 290,1 kg, Algemene Administratie der Douane en Accijnzen (AAD&A) 298,8 kg voor dezelfde vangst; het eerste gewicht telt (in het hogere kan verpakking zitten, en het bereik omvat beide).',
      fr: 'Équipe HARC déclare 290,1 kg, Administration générale des douanes et accises (AGD&A) 298,8 kg pour la même saisie ; le premier poids compte (le plus élevé peut comprendre l’emballage, et la fourchette contient les deux).',
      de: 'HARC-Team meldet 290,1 kg, belgische Zoll- und Akzisenverwaltung 298,8 kg für denselben Fund; das erste Gewicht zählt (im höheren kann Verpackung enthalten sein, und die Spanne umfasst beide).',
      en: 'HARC team reports 290.1 kg, Belgian Customs and Excise 298.8 kg for the same find; the first weight counts (the higher may hold packing, and the range spans both).',
    });
    const readings = weighsAmong(rows)(rows);
    expect([readings.low, readings.leading, readings.high]).toEqual([lowest, likely, highest]);
  });

  it('adds a find that may be another’s double report by the chance that it is not', async () => {
    const rows = [nl('a1'), be('b1', { definition: null })];
    const pair = { key: 'same a1 b1', a: 'a1', b: 'b1', weight: Math.log2(3), prior: 0 } as const;
    const pairs: readonly DoubleReport[] = [
      { ...pair, probability: 0.75, reasons: [], verdict: 'candidate', decision: null },
    ];
    const totals = eventTotals(rows, { ...nspCocaine, years: [2022], coverage, pairs });
    const found = await why(pictureOf(rows, totals, pairs), 'NSP cocaine 2022');
    expect(found.total.reported.likely).toBe(125);
    expect(shown(found)).toEqual(['counted a1 100', 'counted b1 25']);
  });

  it('lists the decision on a declared break without which there would be no sum', async () => {
    const rows = [nl('g1', { date: '2022-03-01' }), nl('n1', { date: '2022-09-01' })];
    const note = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
    const breaks: readonly Break[] = [
      {
        id: 'B1',
        source: 'nl',
        on: '2022-06-01',
        kind: 'definition',
        severity: 'block_trend',
        series: {},
        note,
      },
    ];
    const accept = decision('O1', 'override', 'B1', 'accept');
    const byId = new Map(rows.map((row) => [row.id, row]));
    const of = async (overrides: readonly Decision[], listed: readonly Decision[]) => {
      const totals = eventTotals(rows, { ...nspCocaine, years: [2022], coverage, pairs: [] }).map(
        (total) => comparableEvents(total, byId, { breaks, overrides }).total,
      );
      const found = await why(pictureOf(rows, totals, [], listed), 'NSP cocaine 2022');
      return found.decisions.map(({ decision: { id }, inForce }) => [id, inForce]);
    };
    expect(await of([accept], [accept])).toEqual([['O1', true]]);
    const reopen = { ...accept, id: 'O2', verdict: 'reopen', supersedes: 'O1' };
    expect(await of([], [accept, reopen])).toEqual([
      ['O1', false],
      ['O2', false],
    ]);
  });

  it('reads a picture that was built before the weights that counted were stored', async () => {
    const rows = [nl('a1'), be('b1', { definition: null, creditedTo: ['NL'], quantity: 98 })];
    const pairs = await pairsOf(rows, [decision('D1', 'same-seizure', 'same a1 b1', 'same')]);
    const totals = eventTotals(rows, { ...nspCocaine, years: [2022], coverage, pairs }).map(
      (total) => ({
        ...total,
        members: total.members.map(({ counted: _, ...member }) => member),
      }),
    );
    const found = await why(pictureOf(rows, totals, pairs), 'NSP cocaine 2022');
    expect(shown(found)).toEqual(['counted a1 100', 'merged b1 98 a1']);
  });

  it('adds up to the likely figure in every year of the exercise', async () => {
    const world = await exerciseWorld(engine);
    const pairs = await findDoubleReports(engine, world.seizures, world);
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    const totals = eventTotals(world.seizures, {
      ...nspCocaine,
      years,
      coverage: world.coverage,
      pairs,
    });
    const picture = pictureOf(world.seizures, totals, pairs);
    for (const year of years) {
      const found = await why(picture, `NSP cocaine ${year}`);
      const { likely } = found.total.reported;
      const isWeighed = found.events.every(({ weighed }) => weighed?.kilograms !== null);
      expect(isWeighed ? 'number' : null).toBe(likely === null ? null : typeof likely);
      if (typeof likely === 'number') expect(sum(found)).toBeCloseTo(likely, 6);
      const ids = found.events.map(({ seizure: { id } }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(found.events.filter(({ role, into }) => role === 'merged' && !into)).toEqual([]);
    }
  });
});

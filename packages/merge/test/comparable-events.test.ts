import { type DoubleReport, eventTotals } from '@samenbeeld/merge';
import {
  type Break,
  type Coverage,
  type Decision,
  type JointTotal,
  jointTotalHolds,
  type Seizure,
} from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { comparableEvents } from '../src/comparable-events.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { seizure } from './seizure.ts';

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

const note = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
/** Within 2022, in every file of one letter. */
const breaks: readonly Break[] = [...'abc'].map((source) => ({
  id: `B-${source}`,
  source,
  on: '2022-06-01',
  kind: 'system',
  severity: 'block_trend',
  series: {},
  note,
}));
const accept: Decision = {
  id: 'O1',
  kind: 'override',
  subject: 'B-a',
  verdict: 'accept',
  role: 'analyst',
  time: '2026-01-01T00:00:00Z',
  reason: 'both systems ran side by side',
  evidence: null,
  supersedes: null,
};

function totalOf(records: readonly Seizure[], pairs: readonly DoubleReport[] = []): JointTotal {
  return eventTotals(records, { ...nspCocaine, years: [2022], coverage, pairs })[0] as JointTotal;
}

function guarded(
  records: readonly Seizure[],
  pairs: readonly DoubleReport[] = [],
  overrides: readonly Decision[] = [],
) {
  const byId = new Map(records.map((record) => [record.id, record]));
  return comparableEvents(totalOf(records, pairs), byId, { breaks, overrides });
}

function candidate(a: string, b: string): DoubleReport {
  return {
    key: `same ${a} ${b}`,
    a,
    b,
    weight: 0,
    prior: 0,
    probability: 0.5,
    reasons: [],
    verdict: 'candidate',
    decision: null,
  };
}

describe('comparableEvents(total, seizures, comparison) where the guard refuses', () => {
  const early = seizure('a1', { date: '2022-03-01', quantity: 1000, massBasis: 'gross' });
  const late = seizure('a2', { date: '2022-09-01', quantity: 30 });

  it('has the lowest reading of the largest find for a floor, never its printed weight', () => {
    const { total, refusal } = guarded([early, late]);
    expect(refusal?.subject).toBe('B-a');
    // A gross weight is at most a tenth packing.
    expect(total.reported).toEqual({ lowest: 900, likely: null, highest: null });
    expect(total.total).toEqual({ atLeast: 900, atMost: null });
  });

  it('is never above the floor of the sum it does not make', () => {
    const slip = [
      seizure('a1', { date: '2022-03-01', quantity: 812_000 }),
      seizure('b1', { date: '2022-03-01', quantity: 812, agencies: ['BE_CUST'] }),
      late,
    ];
    const pairs = [{ ...candidate('a1', 'b1'), verdict: 'same' as const, decision: 'D1' }];
    const { total, refusal } = guarded(slip, pairs);
    expect(refusal).not.toBeNull();
    expect(total.total.atLeast).toBe(812);
    expect(total.total.atLeast).toBeLessThanOrEqual(totalOf(slip, pairs).total.atLeast ?? 0);
  });

  it('counts no find that may lie outside the year', () => {
    const records = [
      seizure('a1', { date: '2022-01-01', datePrecision: 'year', quantity: 500 }),
      seizure('b1', { date: '2021-12-30', quantity: 500 }),
      seizure('a3', { date: '2022-03-01', quantity: 20 }),
      late,
    ];
    const { total } = guarded(records, [candidate('a1', 'b1')]);
    expect(total.total.atLeast).toBe(30);
  });

  it('leaves no sum standing elsewhere: ports, middle range and stakes', () => {
    const twin = seizure('b1', { date: '2022-03-01', quantity: 30 });
    const { total } = guarded([early, late, twin], [candidate('a2', 'b1')]);
    expect(total).not.toHaveProperty('stakes');
    for (const member of total.members) {
      expect(member).toMatchObject({ likely: null, highest: null });
      expect(member).not.toHaveProperty('interval90');
    }
    expect(total.members.map(({ place, lowest }) => `${place} ${lowest}`)).toEqual([
      'BEGNE 0',
      'NLTNZ 0',
      'NLVLI 900',
    ]);
    expect(jointTotalHolds.check([total])).toEqual([]);
  });

  it('says which subject would make the sum, and which made it', () => {
    expect(guarded([early, late]).total.causes.at(-1)).toMatchObject({
      kind: 'not_comparable',
      subject: 'B-a',
    });
    const { total, overrides } = guarded([early, late], [], [accept]);
    expect(overrides.map(({ decision }) => decision.id)).toEqual(['O1']);
    expect(total.causes.at(-1)).toMatchObject({ kind: 'override', subject: 'B-a' });
    expect(total.reported.likely).toBe(1030);
  });
});

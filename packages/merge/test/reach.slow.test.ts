import { drugOf, reachOf, settle, type TotalQuestion } from '@samenbeeld/merge';
import type { Decision, Observation } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimRow } from './claim-row.ts';
import { reached } from './reached.ts';
import { seizureRow } from './seizure-row.ts';

const near = 'NLVLI NLTNZ BEGNE PC_NSP NL'.split(' ');
const places = [...near, ...'NLRTM NLMOE BEANR BEZEE PC_ZWB PC_HARC BE'.split(' ')];
const kin = 'COC COC_BASE COC_HCL ALL HER'.split(' ');
const drugs = [...kin, ...'HER_BROWN CAN CAN_HERB CAN_RESIN MDMA'.split(' ')];
/** Mostly a few that lie close together, so that figures touch each other. */
const often = <Of>(some: readonly Of[], all: readonly Of[]): fc.Arbitrary<Of> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...some) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  );
const bases = ['seized_in_port', 'entered_via_port'] as const;

function told(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

const years = [2022, 2022, 2021];
const observation = fc
  .record({
    place: often(near, [...places, 'NLVLI+NLTNZ', 'BEANR+NLRTM']),
    substance: fc.oneof(
      { weight: 12, arbitrary: often(kin, drugs) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    basis: often([bases[0]], bases),
    value: fc.constantFrom(10, 40, 50, 60, 90, 100, 150),
    year: fc.constantFrom(...years),
    half: often(['whole'], ['whole', 'first']),
    metric: often(['quantity' as const], ['quantity' as const, 'seizures' as const]),
    agencies: often([['NL_OM']], [['NL_HARC'], ['NL_OM'], ['BE_CUST']]),
    wording: often(['exact' as const], ['exact' as const, 'floor' as const, 'unmarked' as const]),
    extent: often(['whole' as const], ['whole' as const, 'one_agency' as const]),
    containsOwn: fc.constantFrom(null, true, false),
    publication: fc.constantFrom(null, null, 'https://example.org/a', 'https://example.org/b'),
    publishedOn: often(['2023-01'], ['2023-01', '2023-02']),
    missing: fc.integer({ min: 0, max: 11 }),
  })
  .map(({ year, half, missing, value, ...rest }) => ({
    ...rest,
    value: missing === 0 ? null : value,
    missing: missing === 0 ? ('suppressed' as const) : null,
    unit: rest.metric === 'quantity' ? 'kg' : 'seizure',
    printed: String(value),
    nationalCode: rest.substance === null ? 'own label' : null,
    periodStart: `${year}-01-01`,
    periodEnd: half === 'whole' ? `${year}-12-31` : `${year}-06-30`,
    freq: half === 'whole' ? ('A' as const) : ('S' as const),
  }));

const asked = fc.record({
  place: often(near, [...places, 'NLVLI+NLTNZ']),
  substance: fc.oneof(
    { weight: 8, arbitrary: often(kin, drugs) },
    { weight: 1, arbitrary: fc.constantFrom(null, 'own label') },
  ),
  basis: often([bases[0]], bases),
  metric: often(['quantity'], ['quantity', 'seizures']),
});

/** A decision for the first contradiction of an answer, and for a ceiling on offer. */
function decided(answer: unknown): ReadonlyMap<string, Decision> {
  const { conflicts = [], totals = [] } = answer as Partial<ReturnType<typeof settle>>;
  const decision = (subject: string, kind: Decision['kind'], verdict: string): Decision => ({
    ...{ id: `d ${subject}`, kind, subject, verdict, role: 'analyst', reason: 'a trial' },
    ...{ time: '2026-01-01T00:00:00Z', evidence: '', supersedes: null },
  });
  const [conflict] = conflicts;
  const ceiling = totals.flatMap(({ ceilings }) => ceilings)[0];
  return new Map([
    ...(conflict
      ? [[conflict.subject, decision(conflict.subject, 'conflict', `keep ${conflict.claims[0]}`)]]
      : []),
    ...(ceiling ? [[ceiling.key, decision(ceiling.key, 'ceiling', 'accept')]] : []),
  ] as [string, Decision][]);
}

const given = fc.array(observation, { minLength: 1, maxLength: 40 });

/** A file of finds, whose total other figures may stand beside. */
const listed = [
  seizureRow('a', { date: '2022-02-01', quantity: 60 }),
  seizureRow('b', { date: '2022-11-01', quantity: 30 }),
];

test('reachOf(asked, named) reaches every figure that can move an answer', () => {
  let answers = 0;
  fc.assert(
    fc.property(given, asked, fc.constantFrom([], listed), (rows, scope, seizures) => {
      const observations = rows.map((row, at) => claimRow(`c${at}`, row));
      const named = {
        places: [...new Set(observations.map(({ place }) => place))],
        drugs: [...new Set(observations.map(drugOf))],
      };
      const reach = reachOf(scope, named);
      const read = observations.filter((row) =>
        reach.observations.some((part) => reached(part, row)),
      );
      const question: TotalQuestion = {
        ...scope,
        unit: scope.metric === 'quantity' ? 'kg' : 'seizure',
      };
      const answer = (
        rows: readonly Observation[],
        decisions: ReadonlyMap<string, Decision>,
      ): unknown =>
        told(() => {
          const { totals, conflicts, notAdded, of } = settle(
            { observations: rows, seizures, decisions },
            question,
          );
          return { totals, conflicts, notAdded, of };
        });
      const whole = answer(observations, new Map());
      expect(answer(read, new Map())).toEqual(whole);
      const decisions = decided(whole);
      expect(answer(read, decisions)).toEqual(answer(observations, decisions));
      if (read.length < observations.length && typeof whole === 'object') answers += 1;
    }),
    { numRuns: 600, seed: 11 },
  );
  expect(answers).toBeGreaterThan(100);
});

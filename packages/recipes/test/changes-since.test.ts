import { changesSince } from '@samenbeeld/recipes';
import type { Conflict, Decision, JointTotal, MemberTotal, Observation } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { claimRow } from '../../merge/test/claim-row.ts';

type State = Parameters<typeof changesSince>[0];

const subject = 'NLVLI COC seized_in_port quantity 2022';

function member(more: Partial<MemberTotal> = {}): MemberTotal {
  return {
    ...{ place: 'NLVLI', state: 'reported', lowest: 100, likely: 100, highest: 100 },
    ...{ wording: 'exact', subject, governing: 'c1', combined: [], absorbed: [], finds: [] },
    rivals: [],
    ...more,
  } as MemberTotal;
}

/** The total of an area that is one port. */
function total(own: Partial<MemberTotal> = {}, more: Partial<JointTotal> = {}): JointTotal {
  const { lowest, likely, highest, ...rest } = member(own);
  return {
    ...{ key: 'PC_X COC seized_in_port quantity 2022', complex: 'PC_X', period: '2022' },
    members: [{ ...rest, lowest, likely, highest }],
    ...{ together: [], substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
    ...{ agencies: null, reported: { lowest, likely, highest } },
    ...{ total: { atLeast: lowest, atMost: null }, status: 'complete', missing: [], causes: [] },
    ...{ ceilings: [], conflicts: [] },
    ...more,
  };
}

function state(more: Partial<State> = {}, records: readonly Observation[] = []): State {
  return {
    ...{ name: 'x', asOf: '2026-06-30', inputs: [], totals: [], conflicts: [], decisions: [] },
    ...{ findings: [], pairs: new Set<string>() },
    records: async (ids) =>
      new Map(records.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])),
    ...more,
  };
}

type DecisionRow = State['decisions'][number];

function decided(id: string, more: Partial<DecisionRow> = {}): DecisionRow {
  const row: Omit<DecisionRow, 'supersedes'> & Pick<Decision, 'supersedes'> = {
    ...{ id, kind: 'conflict', subject, verdict: 'keep c1', role: 'analyst', agency: null },
    ...{ time: '2026-07-01', reason: 'r', evidence: null, supersedes: null, taken_on: null },
    ...{ in_force: true, applies: true },
  };
  return { ...row, ...more };
}

type ConflictRow = State['conflicts'][number];

function contradiction(standing: Conflict['state'], key = 'k'): ConflictRow {
  const says = JSON.stringify({ nl: key, fr: key, de: key, en: key });
  return {
    ...{ key, subject, place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' },
    ...{ state: standing, period_start: '2022-01-01', period_end: '2022-12-31' },
    ...{ explanation: says, decision: null },
  };
}

describe('changesSince(before, after): figures', () => {
  test('a number that became undecided is undecided, and never a number', async () => {
    const contested = total({ likely: 'undecided', lowest: 90, highest: 100, governing: null });
    const { figures } = await changesSince(
      state({ totals: [total()] }),
      state({ totals: [contested] }),
    );
    expect(figures).toMatchObject([
      { change: 'changed', before: { likely: 100 }, after: { likely: 'undecided', lowest: 90 } },
    ]);
  });

  test.each<[string, Partial<JointTotal>]>([
    ['another unit', { unit: 'tablet' }],
    ['other ports', { members: [member(), member({ place: 'NLTNZ', subject: 'NLTNZ' })] }],
    ['other services', { agencies: ['NL_CUST'] }],
    [
      'a model',
      {
        method: {
          ...{ kind: 'partitions', candidateFrom: 0.1, sameFrom: 0.5, records: 1 },
          ...{ components: 1, sampled: 0, seed: 1 },
        },
      },
    ],
  ])('a figure of %s is not compared, whatever its number', async (_what, more) => {
    const { figures } = await changesSince(
      state({ totals: [total()] }),
      state({ totals: [total({ lowest: 120, likely: 120, highest: 120 }, more)] }),
    );
    expect(figures).toMatchObject([
      { change: 'not comparable', unitBefore: 'kg', before: { likely: 100 }, because: [] },
    ]);
  });

  test('a year that one of the two has not is new or gone', async () => {
    const next = total({}, { key: 'PC_X COC seized_in_port quantity 2023', period: '2023' });
    const [one, both] = [state({ totals: [total()] }), state({ totals: [total(), next] })];
    expect((await changesSince(one, both)).figures).toMatchObject([
      { change: 'new', before: null, after: { likely: 100 } },
    ]);
    expect((await changesSince(both, one)).figures).toMatchObject([
      { change: 'gone', before: { likely: 100 }, after: null },
    ]);
  });

  test('a port moves for itself where the figure of its area does not', async () => {
    const moved = total({ lowest: 99 }, { reported: total().reported, total: total().total });
    const { figures } = await changesSince(
      state({ totals: [total()] }),
      state({ totals: [moved] }),
    );
    expect(figures).toMatchObject([{ cell: subject, scope: { place: 'NLVLI', complex: 'PC_X' } }]);
  });

  test('what moved it is the record that says something else; where it was read from is nothing new', async () => {
    const [was, is] = [claimRow('c1', { value: 100 }), claimRow('c1', { value: 120 })];
    const moved = state({ totals: [total({ lowest: 120, likely: 120, highest: 120 })] }, [is]);
    const { figures } = await changesSince(state({ totals: [total()] }, [was]), moved);
    expect(figures[0]?.because).toMatchObject([
      {
        kind: 'record',
        name: 'c1',
        change: 'changed',
        before: { en: '100 kg' },
        after: { en: '120 kg' },
      },
    ]);
    const sorted = { ...was, origin: { ...was.origin, line: 99 } };
    const other = state({ totals: moved.totals, inputs: [] }, [sorted]);
    expect(
      (await changesSince(state({ totals: [total()] }, [was]), other)).figures[0]?.because,
    ).toEqual([]);
  });

  test('a record that was there and did not count, counts now; a decision that made it count is the reason', async () => {
    const records = [claimRow('c1', { value: 100 }), claimRow('c2', { value: 120 })];
    const before = state({ totals: [total()] }, records);
    const led = { governing: 'c2', lowest: 120, likely: 120, highest: 120 } as const;
    const after = state({ totals: [total(led)] }, records);
    expect((await changesSince(before, after)).figures[0]?.because).toMatchObject([
      { name: 'c1', change: 'set aside' },
      { name: 'c2', change: 'counts' },
    ]);
    const said = { ...after, decisions: [decided('d', { verdict: 'keep c2' })] };
    expect((await changesSince(before, said)).figures[0]?.because).toEqual([
      { kind: 'decision', id: 'd', change: 'applies', verdict: 'keep c2' },
    ]);
  });

  test('where neither record nor decision is known to have moved it, the inputs that changed may have', async () => {
    const input = { source: 's', file: 'a.csv', sha256: '1', records: 1 };
    const { figures, inputs } = await changesSince(
      state({ totals: [total()], inputs: [input] }),
      state({ totals: [total({ lowest: 90 })], inputs: [{ ...input, sha256: '2', records: 3 }] }),
    );
    const changed = {
      ...{ source: 's', file: 'a.csv', change: 'changed' },
      records: { before: 1, after: 3 },
    };
    expect(inputs).toEqual([changed]);
    expect(figures[0]?.because).toEqual([{ kind: 'input', ...changed }]);
  });
});

describe('changesSince(before, after): contradictions and decisions', () => {
  test('a contradiction appears, goes, is decided, or stands between other claims', async () => {
    const found = async (before: readonly ConflictRow[], after: readonly ConflictRow[]) => {
      const changes = await changesSince(state({ conflicts: before }), state({ conflicts: after }));
      return changes.contradictions.map((one) => [one.before, one.after]);
    };
    const [open, settled] = [contradiction('undecided'), contradiction('decided')];
    expect(await found([], [open])).toEqual([[null, 'undecided']]);
    expect(await found([open], [])).toEqual([['undecided', null]]);
    expect(await found([open], [settled])).toEqual([['undecided', 'decided']]);
    expect(await found([open], [open])).toEqual([]);
    expect(await found([open], [open, contradiction('undecided', 'l')])).toEqual([
      ['undecided', 'undecided'],
    ]);
    // As its worst pair of claims stands.
    expect(await found([settled], [settled, contradiction('undecided', 'l')])).toEqual([
      ['decided', 'undecided'],
    ]);
  });

  test('a decision lapses because another replaced it, it was reopened, it is gone, or its figures changed', async () => {
    const found = async (after: readonly DecisionRow[]) => {
      const before = state({ decisions: [decided('a')] });
      const { decisions } = await changesSince(before, state({ decisions: after }));
      return decisions.map(({ id, change, because, by }) => [id, change, because, by]);
    };
    const out = { in_force: false };
    expect(await found([decided('a')])).toEqual([]);
    expect(await found([])).toEqual([['a', 'lapsed', 'vanished', null]]);
    expect(await found([decided('a', out), decided('b', { supersedes: 'a' })])).toEqual([
      ['a', 'lapsed', 'replaced', 'b'],
      ['b', 'applies', null, 'a'],
    ]);
    const reopen = decided('b', { ...out, supersedes: 'a', verdict: 'reopen' });
    expect(await found([decided('a', out), reopen])).toEqual([['a', 'lapsed', 'reopened', 'b']]);
    expect(await found([decided('a', { applies: false })])).toEqual([
      ['a', 'lapsed', 'other', null],
    ]);
  });

  test('a finding is compared with the one of its own method, and pairs to decide by their subject', async () => {
    const finding = { kind: 'trend', subject: 'x', unit: 'kg', method: 'm', definition: 'd' };
    const value = { estimate: 1, low: 0, high: 2 };
    const { findings, pairs } = await changesSince(
      state({ findings: [{ ...finding, ...value }], pairs: new Set(['same a b', 'same a c']) }),
      state({
        findings: [{ ...finding, ...value, method: 'other' }],
        pairs: new Set(['same a c', 'same b d']),
      }),
    );
    expect(findings.map(({ before, after }) => [before, after])).toEqual([
      [null, value],
      [value, null],
    ]);
    expect(pairs).toEqual({ new: ['same b d'], gone: ['same a b'] });
  });
});

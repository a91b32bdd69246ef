import { jointTotals, type Why, why, whyTotal } from '@samenbeeld/merge';
import type { Decision, JointTotal, Observation } from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimRow, decision } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { publishedClaims } from './published.ts';

let published: readonly Observation[];
beforeAll(async () => {
  published = await publishedClaims();
});

/** A picture that holds these rows, without a folder. */
function pictureOf(tables: Readonly<Record<string, readonly object[]>>): Picture {
  return {
    has: (table: string) => table in tables,
    rows: async (table: string) => tables[table] ?? [],
    observations: async () => tables['observation'] ?? [],
    seizures: async () => tables['seizure'] ?? [],
  } as unknown as Picture;
}

function storedTotals(decisions: ReadonlyMap<string, Decision> = new Map()) {
  return jointTotals(published, { ...nspCocaine, decisions }).totals.map((total) => ({
    key: total.key,
    detail: JSON.stringify(total),
  }));
}

function rolesOf(found: Why): readonly string[] {
  return found.lines.map(
    ({ role, place, claim }) =>
      `${role} ${place} ${claim.rows
        .map((row) => row.reference)
        .sort()
        .join('=')}`,
  );
}

describe('why(picture, cell)', () => {
  it('calls what contends in an open contradiction a rival, never governing nor explained', () => {
    const result = jointTotals(published, nspCocaine);
    let contending = 0;
    for (const total of result.totals) {
      const found = whyTotal(result, total);
      const open = new Set(
        [
          ...found.conflicts
            .filter(({ state }) => state === 'undecided')
            .map(({ claims }) => claims),
          ...total.members
            .filter(({ likely }) => likely === 'undecided')
            .map(({ rivals }) => rivals),
        ].flat(),
      );
      const said = found.lines.filter(({ claim }) => open.has(claim.id)).map(({ role }) => role);
      contending += said.length;
      expect(said.filter((role) => role === 'governing' || role === 'explained')).toEqual([]);
    }
    expect(contending).toBeGreaterThan(4);
  });

  it('leads every figure of 2022 to file, line, column and raw cell', async () => {
    const picture = pictureOf({
      observation: published,
      decision: [],
      joint_total: storedTotals(),
    });
    const found = await why(picture, 'NSP cocaine 2022');
    expect([...rolesOf(found)].sort()).toMatchInlineSnapshot(`
      [
        "absorbed NLVLI C087",
        "absorbed NLVLI C088",
        "ceiling NLTNZ C075=P052",
        "ceiling NLTNZ P046",
        "governing BEGNE C109=P026",
        "governing NLVLI P032",
        "not_added BEGNE C105=P025",
        "not_added BEGNE C108",
        "not_added NLVLI C089",
      ]
    `);
    const line = found.lines.find(({ claim }) => claim.value === 4157);
    expect(line?.origins).toEqual([
      {
        file: 'claims.csv',
        sheet: null,
        line: expect.any(Number),
        column: expect.any(String),
        raw: '4157',
      },
    ]);
  });

  it('replays the figure, and refuses one that the picture’s own rows do not give', async () => {
    const [first, ...rest] = storedTotals().reverse();
    const total = JSON.parse(first?.detail ?? '') as JointTotal;
    const forged = { ...total, reported: { ...total.reported, likely: 9999 } };
    const picture = pictureOf({
      observation: published,
      decision: [],
      joint_total: [{ key: total.key, detail: JSON.stringify(forged) }, ...rest],
    });
    await expect(
      why(picture, `NSP cocaine ${total.period}`),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The picture's figure for PC_NSP COC seized_in_port quantity 2025 is not what its own rows give. The picture was changed after it was built, or was built by another version: build it again.]`,
    );
    expect((await why(picture, 'NSP cocaine 2022')).total.reported.likely).toBe(4776);
  });

  it('answers for one port and for one agency, which the picture does not store', async () => {
    const picture = pictureOf({
      observation: published,
      decision: [],
      joint_total: storedTotals(),
    });
    expect((await why(picture, 'Vlissingen cocaine 2024 NL_CUST')).total.key).toBe(
      'NLVLI COC seized_in_port quantity 2024 NL_CUST',
    );
    const customs = await why(picture, 'NSP cocaine 2024 NL_CUST');
    expect(customs.total.key).toBe('PC_NSP COC seized_in_port quantity 2024 NL_CUST');
    expect((await why(picture, 'LU cocaine 2019 LU_CUST')).total.basis).toBe('seized_in_territory');
  });

  it('lists decisions about the cell, and which are in force', async () => {
    const subject = 'NLVLI COC seized_in_port quantity 2021';
    const keep = decision('a', subject, 'keep C086');
    const undo = decision('bb', subject, 'reopen', 'conflict', 'a');
    const open = pictureOf({ observation: published, decision: [keep, undo] });
    const found = await why(open, 'NSP cocaine 2021');
    expect(found.decisions.map(({ decision: { id }, inForce }) => [id, inForce])).toEqual([
      ['a', false],
      ['bb', false],
    ]);
    expect(found.total.reported.likely).toBe('undecided');
    const kept = await why(
      pictureOf({ observation: published, decision: [keep] }),
      'Vlissingen 2021',
    );
    expect(kept.total.reported).toEqual({ lowest: 2100, likely: 2100, highest: 2150 });
  });
});

describe('a claim that a person decided against', () => {
  const year = { years: [2022] };
  const whole = (id: string, over: Parameters<typeof claimRow>[1] = {}) =>
    claimRow(id, { wording: 'exact', ...over });
  const rolesBy = (rows: readonly Observation[], complex: string, taken?: Decision) => {
    const decisions: ReadonlyMap<string, Decision> = new Map(taken ? [[taken.subject, taken]] : []);
    const result = jointTotals(rows, { ...nspCocaine, ...year, complex, decisions });
    const found = whyTotal(result, result.totals[0] as JointTotal, taken ? [taken] : []);
    return Object.fromEntries(
      found.lines.map(({ claim, role, decision: by }) => [
        claim.rows[0]?.id,
        by === undefined ? role : `${role} ${by}`,
      ]),
    );
  };
  const subject = 'NLVLI COC seized_in_port quantity 2022';

  it('is set aside by that decision, not explained away, whatever would explain it', () => {
    const apart = [whole('a', { value: 4157 }), whole('b', { value: 9000 })];
    expect(rolesBy(apart, 'NLVLI')).toEqual({ a: 'rival', b: 'rival' });
    expect(rolesBy(apart, 'NLVLI', decision('d1', subject, 'keep a'))).toEqual({
      a: 'governing',
      b: 'set_aside d1',
    });
    const swapped = [whole('a', { value: 4157 }), whole('b', { value: 4517, agencies: ['PRESS'] })];
    expect(rolesBy(swapped, 'NLVLI', decision('d1', subject, 'keep b'))).toEqual({
      a: 'set_aside d1',
      b: 'governing',
    });
    const vintages = [
      whole('a', { value: 4157, publishedOn: '2023-01' }),
      whole('b', { value: 4300, publishedOn: '2024-01' }),
    ];
    expect(rolesBy(vintages, 'NLVLI')).toEqual({ a: 'explained', b: 'governing' });
    expect(rolesBy(vintages, 'NLVLI', decision('d1', subject, 'keep a'))).toEqual({
      a: 'governing',
      b: 'set_aside d1',
    });
  });

  it('of ports and of the set of them that contradict each other, the report that was not kept', () => {
    const rows = [
      whole('set', { place: 'PC_ZEELAND', value: 1000 }),
      whole('port', { value: 2000, agencies: ['PRESS'] }),
    ];
    const of = 'NLTNZ+NLVLI COC seized_in_port quantity 2022';
    expect(rolesBy(rows, 'PC_NSP', decision('d1', of, 'keep set'))).toMatchObject({
      set: 'governing',
      port: 'set_aside d1',
    });
    expect(rolesBy(rows, 'PC_NSP', decision('d1', of, 'keep port'))).toMatchObject({
      set: 'set_aside d1',
      port: 'governing',
    });
  });

  it('counts that a decision adds do not contend', () => {
    const rows = [
      whole('a', { place: 'LU', basis: 'seized_in_territory', agencies: ['LU_CUST'], value: 10 }),
      whole('b', { place: 'LU', basis: 'seized_in_territory', agencies: ['LU_POL'], value: 20 }),
    ];
    const roles = (verdict?: string) => {
      const taken = verdict && decision('d1', 'LU COC seized_in_territory quantity 2022', verdict);
      const decisions = new Map(taken ? [[taken.subject, taken]] : []);
      const result = jointTotals(rows, {
        ...nspCocaine,
        ...year,
        complex: 'LU',
        basis: 'seized_in_territory',
        decisions,
      });
      const found = whyTotal(result, result.totals[0] as JointTotal, taken ? [taken] : []);
      return [...new Set(found.lines.map(({ role }) => role))];
    };
    expect([roles(), roles('add')]).toEqual([['apart'], ['added']]);
  });
});

describe('whyTotal(result, total)', () => {
  it('has a line for each claim that the year knows, each once', () => {
    const result = jointTotals(published, nspCocaine);
    for (const total of result.totals) {
      const { lines, notAdded } = whyTotal(result, total);
      const ids = lines.map(({ claim }) => claim.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { claim } of notAdded) expect(ids).toContain(claim);
    }
  });
});

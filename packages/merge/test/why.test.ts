import { jointTotals, type Why, why, whyTotal } from '@samenbeeld/merge';
import type { Decision, JointTotal, Observation } from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { decision } from './claim-row.ts';
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
  return jointTotals(published, { decisions }).totals.map((total) => ({
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
    const result = jointTotals(published);
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
    await expect(why(picture, `NSP ${total.period}`)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The picture's figure for PC_NSP COC seized_in_port quantity 2025 is not what its own rows give. The picture was changed after it was built, or was built by another version: build it again.]`,
    );
    expect((await why(picture, 'NSP 2022')).total.reported.likely).toBe(4776);
  });

  it('answers for one port and for one agency, which the picture does not store', async () => {
    const picture = pictureOf({
      observation: published,
      decision: [],
      joint_total: storedTotals(),
    });
    expect((await why(picture, 'Vlissingen 2024 NL_CUST')).total.key).toBe(
      'NLVLI COC seized_in_port quantity 2024 NL_CUST',
    );
    const customs = await why(picture, 'NSP 2024 NL_CUST');
    expect(customs.total.key).toBe('PC_NSP COC seized_in_port quantity 2024 NL_CUST');
    expect((await why(picture, 'LU 2019 LU_CUST')).total.basis).toBe('seized_in_territory');
  });

  it('lists decisions about the cell, and which are in force', async () => {
    const subject = 'NLVLI COC seized_in_port quantity 2021';
    const keep = decision('a', subject, 'keep C086');
    const undo = decision('bb', subject, 'reopen', 'conflict', 'a');
    const open = pictureOf({ observation: published, decision: [keep, undo] });
    const found = await why(open, 'NSP 2021');
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

describe('whyTotal(result, total)', () => {
  it('has a line for each claim that the year knows, each once', () => {
    const result = jointTotals(published);
    for (const total of result.totals) {
      const { lines, notAdded } = whyTotal(result, total);
      const ids = lines.map(({ claim }) => claim.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { claim } of notAdded) expect(ids).toContain(claim);
    }
  });
});

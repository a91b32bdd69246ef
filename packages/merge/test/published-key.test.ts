import { type Claim, type JointTotals, jointTotals } from '@samenbeeld/merge';
import type { Decision, JointTotal, MemberTotal } from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { nspCocaine } from './nsp-cocaine.ts';
import { publishedClaims } from './published.ts';
import { type KeyMember, type KeyYear, publishedKey } from './published-key.ts';

let result: JointTotals;
let names: ReadonlyMap<string, string>;

function nameOf(claim: Claim): string {
  return claim.rows
    .map((row) => row.reference)
    .sort()
    .join('=');
}

/** Claims by the names the key gives them: "a | b" where either may stand. */
function called(id: string, alternatives: readonly string[]): string {
  const name = names.get(id) ?? id;
  return alternatives.find((alternative) => alternative.split(' | ').includes(name)) ?? name;
}

function memberOf(member: MemberTotal, key: KeyMember): KeyMember {
  const ids = (list: readonly string[]) => list.map((id) => called(id, [])).sort();
  const pair = key.governing?.split(' | ') ?? [];
  const absorbed = ids(member.absorbed).filter((name) => pair.length < 2 || !pair.includes(name));
  const found = {
    governing: member.governing === null ? [] : [called(member.governing, [key.governing ?? ''])],
    combined: ids(member.combined),
    absorbed,
    finds: ids(member.finds),
    rivals: ids(member.rivals),
  };
  const lists = Object.entries(found).filter(([, list]) => list.length > 0);
  return {
    state: member.state,
    lowest: member.lowest,
    likely: member.likely,
    highest: member.highest,
    ...Object.fromEntries(
      lists.map(([role, list]) => [role, role === 'governing' ? list[0] : list]),
    ),
  };
}

function sortedMember(key: KeyMember): KeyMember {
  const sorted = Object.entries(key).map(([role, value]) => [
    role,
    Array.isArray(value) ? [...value].sort() : value,
  ]);
  return Object.fromEntries(sorted);
}

function yearOf(total: JointTotal, key: KeyYear): KeyYear {
  const alternatives = (key.conflicts ?? []).flat();
  const byPlace = Object.fromEntries(total.members.map((member) => [member.place, member]));
  const members = Object.fromEntries(
    Object.entries(key.members).map(([place, member]) => [
      place,
      memberOf(byPlace[place] as MemberTotal, member),
    ]),
  ) as KeyYear['members'];
  const together = Object.fromEntries(
    total.together.map((set) => [
      set.place,
      memberOf(set, key.together?.[set.place] ?? ({} as KeyMember)),
    ]),
  );
  const figureOf = (id: string) => result.claims.find((claim) => claim.id === id)?.value ?? -1;
  const ceilings = Object.fromEntries(
    total.ceilings.map((ceiling) => [
      ceiling.places.join('+'),
      [
        ceiling.value,
        called(ceiling.whole, []),
        ceiling.parts.map(figureOf).sort((a, b) => a - b),
      ] as const,
    ]),
  );
  const conflicts = result.conflicts
    .filter((conflict) => total.conflicts.includes(conflict.key))
    .map(
      (conflict) =>
        [
          conflict.state,
          conflict.type,
          ...conflict.claims.map((id) => called(id, alternatives)),
        ] as const,
    );
  const notAdded = result.notAdded
    .filter((entry) => entry.period === total.period)
    .map((entry) => [entry.kind, called(entry.claim, [])] as const);
  return {
    reported: [total.reported.lowest, total.reported.likely, total.reported.highest],
    atLeast: total.total.atLeast,
    atMost: total.total.atMost,
    status: total.status,
    missing: total.missing,
    members,
    together,
    ceilings,
    conflicts: conflicts as NonNullable<KeyYear['conflicts']>,
    notAdded: [...notAdded].sort(),
  };
}

function sortedYear(key: KeyYear): KeyYear {
  return {
    together: {},
    ceilings: {},
    conflicts: [],
    ...key,
    members: Object.fromEntries(
      Object.entries(key.members).map(([place, member]) => [place, sortedMember(member)]),
    ) as KeyYear['members'],
    notAdded: [...key.notAdded].sort(),
  };
}

beforeAll(async () => {
  result = jointTotals(await publishedClaims(), nspCocaine);
  names = new Map(result.claims.map((claim) => [claim.id, nameOf(claim)]));
});

describe('the published joint totals of North Sea Port', () => {
  it('cover the years of the key, none of them complete', () => {
    expect(result.totals.map((total) => total.period)).toEqual(Object.keys(publishedKey));
    expect(result.totals.map((total) => total.status)).not.toContain('complete');
  });

  it.each(Object.keys(publishedKey))('are in %s what the hand-made key says', (year) => {
    const key = publishedKey[year] as KeyYear;
    const total = result.totals.find((row) => row.period === year) as JointTotal;
    expect(yearOf(total, key)).toEqual(sortedYear(key));
  });

  it('are at most 6,310 in 2022 once the ceiling on Terneuzen is recorded', async () => {
    const offered = result.totals.find((row) => row.period === '2022')?.ceilings[0];
    const decision: Decision = {
      id: 'd1',
      kind: 'ceiling',
      subject: offered?.key ?? '',
      verdict: 'accept',
      role: 'analyst',
      time: '2026-01-01',
      reason: 'HARC covers Terneuzen',
      evidence: null,
      supersedes: null,
    };
    const [total] = jointTotals(await publishedClaims(), {
      ...nspCocaine,
      years: [2022],
      decisions: new Map([[decision.subject, decision]]),
    }).totals;
    expect(total?.total).toEqual({ atLeast: 4776, atMost: 6310 });
    expect(total?.status).toBe('partial');
    expect(total?.ceilings[0]).toMatchObject({ inUse: true, decision: 'd1' });
    expect(offered?.assumption).toMatchInlineSnapshot(`
      {
        "de": "Annahme: Terneuzen ist in 52.480 (alle HARC-Häfen, HARC-Team) vollständig enthalten; abzüglich 46.789 (Rotterdam), 4.157 (Vlissingen) bleiben 1.534.",
        "en": "Assumes that 52,480 (all HARC ports, HARC team) includes all of Terneuzen; less 46,789 (Rotterdam), 4,157 (Vlissingen), 1,534 is left.",
        "fr": "Hypothèse : Terneuzen entre entièrement dans 52 480 (tous les ports HARC, équipe HARC) ; déduction faite de 46 789 (Rotterdam), 4 157 (Flessingue), il reste 1 534.",
        "nl": "Aanname: Terneuzen valt geheel onder 52.480 (alle HARC-havens, HARC-team); na aftrek van 46.789 (Rotterdam), 4.157 (Vlissingen) blijft 1.534 over.",
      }
    `);
  });
});

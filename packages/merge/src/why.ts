import {
  type Conflict,
  type Decision,
  type JointTotal,
  type NotAdded,
  type Observation,
  type Origin,
  RefusalError,
  type Seizure,
  UsageError,
} from '@samenbeeld/schema';
import { currentDecisions, type Picture } from '@samenbeeld/store';
import { parseCellName, usualBasis } from './cell-name.ts';
import type { Claim } from './claim.ts';
import { type JointTotals, jointTotals } from './joint-totals.ts';

/** What a claim does for a figure. */
export type WhyRole =
  | 'governing'
  | 'combined'
  | 'absorbed'
  | 'rival'
  | 'find'
  | 'ceiling'
  | 'not_added'
  | 'explained';

/** One claim behind a figure, down to the cell it was read from. */
export interface WhyLine {
  readonly role: WhyRole;
  readonly place: string;
  readonly claim: Claim;
  /** Every row that is this claim. */
  readonly origins: readonly Origin[];
}

/** One record behind a figure made of events: counted, or merged into another as a double report. */
export interface WhyEvent {
  readonly role: 'counted' | 'merged';
  readonly seizure: Seizure;
}

/** Everything behind one figure. */
export interface Why {
  readonly cell: string;
  readonly total: JointTotal;
  readonly lines: readonly WhyLine[];
  /** Records, where the figure is made of events. */
  readonly events: readonly WhyEvent[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
  /** Decisions about this cell, in the order they were taken; those no longer in force are marked. */
  readonly decisions: readonly { readonly decision: Decision; readonly inForce: boolean }[];
}

function linesOf(
  result: JointTotals,
  total: JointTotal,
  conflicts: readonly Conflict[],
  notAdded: readonly NotAdded[],
): readonly WhyLine[] {
  const byId = new Map(result.claims.map((claim) => [claim.id, claim]));
  const seen = new Set<string>();
  const lines: WhyLine[] = [];
  const add = (role: WhyRole, place: string, ids: readonly (string | null)[]) => {
    for (const id of ids) {
      const claim = id === null ? undefined : byId.get(id);
      if (!claim || seen.has(claim.id)) continue;
      seen.add(claim.id);
      lines.push({ role, place, claim, origins: claim.rows.map((row) => row.origin) });
    }
  };
  for (const member of [...total.members, ...total.together]) {
    add('governing', member.place, [member.governing]);
    add('rival', member.place, member.rivals);
    add('find', member.place, member.finds);
    add('combined', member.place, member.combined);
    add('absorbed', member.place, member.absorbed);
  }
  for (const ceiling of total.ceilings)
    add('ceiling', ceiling.places.join('+'), [ceiling.whole, ...ceiling.parts]);
  for (const conflict of conflicts) add('explained', conflict.place, conflict.claims);
  for (const entry of notAdded) add('not_added', entry.place, [entry.claim]);
  return lines;
}

/** Everything behind one row of joint totals: claims by role, conflicts, decisions, what was not added. */
export function whyTotal(
  result: JointTotals,
  total: JointTotal,
  decisions: readonly Decision[] = [],
): Why {
  const keys = new Set(total.conflicts);
  const conflicts = result.conflicts.filter((conflict) => keys.has(conflict.key));
  const notAdded = result.notAdded.filter((entry) => entry.period === total.period);
  const subjects = new Set([
    ...total.members.map((member) => member.subject),
    ...total.together.map((member) => member.subject),
    ...total.ceilings.map((ceiling) => ceiling.key),
    ...conflicts.map((conflict) => conflict.subject),
  ]);
  const inForce = new Set([...currentDecisions(decisions).values()].map((decision) => decision.id));
  return {
    cell: total.key,
    total,
    lines: linesOf(result, total, conflicts, notAdded),
    events: [],
    conflicts,
    notAdded,
    decisions: decisions
      .filter((decision) => subjects.has(decision.subject))
      .map((decision) => ({ decision, inForce: inForce.has(decision.id) })),
  };
}

/**
 * Why a figure of a picture is what it is. Replays the figure from the picture's own observations and decisions,
 * and refuses if the replay differs from what the picture says.
 *
 * `cell` names it: "NSP cocaine 2022", "Vlissingen 2023", "LU cocaine 2019 LU_CUST seized_in_territory".
 */
export async function why(picture: Picture, cell: string): Promise<Why> {
  const name = parseCellName(cell);
  if (picture.has('seizure'))
    return whyEvents(picture, `${name.place} ${name.substance}`, String(name.year));
  const observations: readonly Observation[] = await picture.observations();
  const decisions = await picture.rows<Decision>('decision');
  const result = jointTotals(observations, {
    complex: name.place,
    substance: name.substance,
    basis: name.basis ?? usualBasis(name.place),
    years: [name.year],
    agencies: name.agencies,
    decisions: currentDecisions(decisions),
  });
  const total = result.totals[0] as JointTotal;
  await assertSame(picture, total);
  return whyTotal(result, total, decisions);
}

async function assertSame(picture: Picture, replayed: JointTotal): Promise<void> {
  if (!picture.has('joint_total')) return;
  const rows = await picture.rows<{ readonly key: string; readonly detail: string }>('joint_total');
  const stored = rows.find((row) => row.key === replayed.key);
  if (!stored || JSON.stringify(JSON.parse(stored.detail)) === JSON.stringify(replayed)) return;
  throw new RefusalError(
    `The picture's figure for ${replayed.key} is not what its own rows give.`,
    {
      dimension: 'replay',
      remedy:
        'The picture was changed after it was built, or was built by another version: build it again.',
    },
  );
}

/** A figure of a picture of events, with every record that it counts once. */
async function whyEvents(picture: Picture, scope: string, period: string): Promise<Why> {
  const rows = await picture.rows<{ readonly key: string; readonly detail: string }>('joint_total');
  const row = rows.find(({ key }) => key.startsWith(`${scope} `) && key.endsWith(` ${period}`));
  if (!row)
    throw new UsageError(
      `The picture has no total for "${scope} ${period}". It has ${rows.map(({ key }) => key).join(', ')}.`,
    );
  const total = JSON.parse(row.detail) as JointTotal;
  const seizures = new Map((await picture.seizures()).map((seizure) => [seizure.id, seizure]));
  const pick = (ids: readonly string[], role: WhyEvent['role']) =>
    ids.flatMap((id): readonly WhyEvent[] => {
      const seizure = seizures.get(id);
      return seizure ? [{ role, seizure }] : [];
    });
  return {
    cell: total.key,
    total,
    lines: [],
    events: total.members.flatMap((member) => [
      ...pick(member.combined, 'counted'),
      ...pick(member.absorbed, 'merged'),
    ]),
    conflicts: [],
    notAdded: [],
    decisions: [],
  };
}

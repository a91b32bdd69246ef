import type {
  Cause,
  Conflict,
  Decision,
  Definition,
  Ground,
  JointTotal,
  MemberTotal,
  NotAdded,
  Observation,
} from '@samenbeeld/schema';
import { freqOf, hasFigure, inEach, parseOverrideSubject, sumExact } from '@samenbeeld/schema';
import { causesOf } from './causes.ts';
import { ceilingsOf } from './ceilings.ts';
import { type Cell, subjectOf, touching } from './cell.ts';
import { checkCeilings, checkWider, isExceeded, type OpposedFloor } from './check-wider.ts';
import { byId, type Claim } from './claim.ts';
import { type ComparableSum, comparableSum } from './comparable-sum.ts';
import { type Cover, coverOf, sumOfHighest } from './cover.ts';
import { isDisjoint, subsets } from './floor-within.ts';
import { claimGround, heldOn } from './grounds.ts';
import { notAddedTo } from './not-added.ts';
import type { Resolution } from './resolution.ts';
import { settledReports } from './resolve-places.ts';
import { wholeOfParts } from './to-claims.ts';

/** One joint total, the conflicts behind it and what stands beside it. */
export interface TotalOf {
  readonly total: JointTotal;
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
  readonly guarded: ComparableSum;
  /** Figures of the cell's period that are made of those of its parts. */
  readonly wholes: readonly Claim[];
  /** What a decision on each subject is taken on. */
  readonly grounds: Grounds;
}

/** What decisions are taken on, by subject. */
export type Grounds = readonly (readonly [subject: string, grounds: readonly Ground[]])[];

function memberTotal(resolution: Resolution): MemberTotal {
  const ids = (claims: readonly Claim[]) => claims.map((claim) => claim.id);
  // What nobody has decided, nothing governs: the leading claim is the first of the rivals.
  const governing = ['undecided', 'apart'].includes(resolution.state) ? null : resolution.governing;
  return {
    place: resolution.places.join('+'),
    state: resolution.state,
    lowest: resolution.state === 'not_reported' ? null : resolution.lowest,
    likely: resolution.likely,
    highest: resolution.highest,
    wording: governing?.wording ?? null,
    subject: resolution.subject,
    governing: governing?.id ?? null,
    combined: ids(resolution.combined),
    absorbed: ids(resolution.absorbed),
    finds: ids(resolution.finds),
    ...(resolution.raisedBy && { raisedBy: ids(resolution.raisedBy) }),
    rivals: ids(resolution.rivals),
  };
}

/** The ceiling on the total: the reported highest where nothing is missing, or recorded ceilings on what is (rule 6). */
function atMost(cover: Cover, ceilings: JointTotal['ceilings']): number | null {
  if (cover.missing.length === 0) return cover.highest;
  const tops = subsets(ceilings)
    .filter(isDisjoint)
    .flatMap((chosen) => {
      const bounded = new Set(chosen.flatMap((ceiling) => ceiling.places));
      if (!cover.missing.every((place) => bounded.has(place))) return [];
      const rest = sumOfHighest(
        cover.units.filter((unit) => !unit.places.every((place) => bounded.has(place))),
      );
      return rest === null ? [] : [sumExact([rest, ...chosen.map(({ value }) => value)])];
    });
  return tops.length === 0 ? null : Math.min(...tops);
}

function statusOf(cover: Cover): JointTotal['status'] {
  if (cover.missing.length === 0) return 'complete';
  return cover.units.some((unit) => unit.state !== 'not_reported') || cover.lowest > 0
    ? 'partial'
    : 'none';
}

function usedIn(
  resolutions: readonly Resolution[],
  conflicts: readonly Conflict[],
): ReadonlySet<string> {
  const claims = resolutions.flatMap(({ governing, combined, absorbed, finds, rivals }) => [
    ...(governing ? [governing] : []),
    ...combined,
    ...absorbed,
    ...finds,
    ...rivals,
  ]);
  return new Set([
    ...claims.map((claim) => claim.id),
    ...conflicts.flatMap((conflict) => conflict.claims),
  ]);
}

/** The figure that stands for places in a sum, as it is added: converted, aliased, narrowed. */
function addendOf({ governing, rivals, places }: Resolution): readonly Observation[] {
  const claim = governing ?? rivals[0];
  const [row] = claim?.rows ?? [];
  if (!claim || !row) return [];
  const { unit, substance, periodStart, periodEnd, containsOwn, extent } = claim;
  const freq = freqOf({ start: periodStart, end: periodEnd });
  const place = places.join('+');
  return [{ ...row, unit, substance, place, periodStart, periodEnd, freq, containsOwn, extent }];
}

/** The subjects of overrides that a sum rests on, or that would make it. */
function guardSubjects({ refusal, overrides }: ComparableSum): readonly string[] {
  const needed = refusal?.subject ?? null;
  return [
    ...(needed === null ? [] : [needed]),
    ...overrides.map(({ decision: { subject } }) => subject),
  ];
}

/** A wider figure that contradicts the total, as what makes its lower limit uncertain. */
function opposing({ place, subject, explanation }: Conflict): Cause {
  const text = inEach((language) => explanation[language].replace(/\.$/u, ''));
  return { kind: 'opposed', place, text, subject };
}

/** Whether a set says no more than its lower end, which what opposes it says anyway. */
function isToldBy(set: Resolution, opposed: readonly OpposedFloor[]): boolean {
  const { places, lowest } = set;
  const isSame = ({ area, floor }: OpposedFloor): boolean =>
    floor === lowest && area.length === places.length && area.every((one) => places.includes(one));
  return !hasFigure(set) && opposed.some(isSame);
}

/** What stands beside the claims of a cell: what its sources count, and the rows that state that a figure is not given. */
interface Beside {
  readonly definitions?: readonly Definition[];
  readonly withheld?: readonly Observation[];
}

/** The joint total of one cell, exactly as defined in docs/joint-total.md. */
export function totalOf(
  told: readonly Claim[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
  { definitions = [], withheld = [] }: Beside = {},
): TotalOf {
  const wholes = wholeOfParts(touching(told, cell), {
    start: cell.periodStart,
    end: cell.periodEnd,
  });
  const claims = wholes.length > 0 ? [...told, ...wholes].sort(byId) : told;
  const settled = settledReports(claims, cell, decisions);
  const { each: members, sets: together } = settled;
  const cover = coverOf(settled.members, settled.together);
  const ceilings = ceilingsOf(claims, cell, decisions);
  const holding = ceilings.filter(
    (ceiling) => ceiling.inUse && !isExceeded(ceiling, settled.members, settled.together),
  );
  const wider = checkWider(claims, cell, settled.members, settled.together, decisions);
  const conflicts = [
    ...[...members, ...together].flatMap((resolution) => resolution.conflicts),
    ...settled.conflicts,
    ...wider.conflicts,
    ...checkCeilings(ceilings, claims, cell, settled.members, settled.together),
  ];
  const notAdded = notAddedTo(claims, cell, usedIn([...members, ...together], conflicts));
  const inside = new Set(notAdded.flatMap(({ kind, claim }) => (kind === 'inside' ? claim : [])));
  const status = statusOf(cover);
  const lowest = status === 'none' ? null : cover.lowest;
  const addends = cover.units.flatMap(({ governing, rivals }) => governing ?? rivals.slice(0, 1));
  // A decision on a declared break is about no claim.
  const overrides = [...decisions.values()].filter(
    (decision) =>
      decision.kind === 'override' &&
      (!parseOverrideSubject(decision.subject) || heldOn(decision, addends, claims)),
  );
  const guarded = comparableSum(
    {
      key: subjectOf(cell, [cell.complex]),
      complex: cell.complex,
      members: members.map(memberTotal),
      together: together.map(memberTotal),
      period: cell.period,
      substance: cell.substance,
      basis: cell.basis,
      metric: cell.metric,
      unit: cell.unit,
      agencies: cell.agencies,
      reported: { lowest, likely: cover.likely, highest: cover.highest },
      total: { atLeast: lowest, atMost: atMost(cover, holding) },
      status,
      missing: cover.missing,
      causes: [
        ...causesOf(
          members,
          together.filter((set) => !isToldBy(set, wider.opposed)),
          cover.missing,
          cell,
          { others: claims.filter(({ id }) => inside.has(id)), withheld },
        ),
        ...wider.conflicts.filter(({ state }) => state === 'undecided').map(opposing),
      ],
      ceilings,
      conflicts: conflicts.map((conflict) => conflict.key),
    },
    cover.units.flatMap(addendOf),
    cover.units.map(({ lowest }) => lowest),
    { overrides, definitions, across: ['agency', 'definition'] },
  );
  return {
    wholes,
    conflicts,
    notAdded,
    total: guarded.total,
    guarded,
    grounds: [
      ...[...members, ...together].map(({ subject, judged }) => [subject, judged] as const),
      ...settled.judged,
      ...wider.judged,
      ...ceilings.map(
        ({ key, whole, parts }) =>
          [key, claims.filter(({ id }) => id === whole || parts.includes(id))] as const,
      ),
      ...guardSubjects(guarded).map((subject) => [subject, addends] as const),
    ].map(([subject, judged]) => [subject, judged.map(claimGround)] as const),
  };
}

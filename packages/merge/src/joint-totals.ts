import {
  type Cause,
  type Conflict,
  type Decision,
  type JointTotal,
  type MemberTotal,
  type NotAdded,
  type Observation,
  sumExact,
} from '@samenbeeld/schema';
import { causesOf } from './causes.ts';
import { ceilingsOf } from './ceilings.ts';
import { type Cell, placeRelation, yearCell } from './cell.ts';
import { checkWider } from './check-wider.ts';
import { type Claim, toClaims } from './claim.ts';
import { type Cover, coverOf } from './cover.ts';
import { notAddedTo } from './not-added.ts';
import { resolvePlaces } from './resolve-agencies.ts';
import type { Resolution } from './resolve-claims.ts';

/** What to total. */
export interface JointTotalsOptions {
  /** Area code ("PC_NSP"), or ports joined by `+`. */
  readonly complex?: string;
  /** Years; by default every year that a claim on the same footing touches. */
  readonly years?: readonly number[];
  readonly substance?: string;
  readonly basis?: string;
  readonly metric?: string;
  readonly unit?: string;
  /** Only what these agencies count; by default all of them. */
  readonly agencies?: readonly string[] | null;
  /** Decisions in force, by subject. */
  readonly decisions?: ReadonlyMap<string, Decision>;
}

/** The totals of an area, with the conflicts behind them and what was not added. */
export interface JointTotals {
  readonly totals: readonly JointTotal[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
  readonly claims: readonly Claim[];
}

function memberTotal(resolution: Resolution): MemberTotal {
  return {
    place: resolution.places.join('+'),
    state: resolution.state,
    lowest: resolution.lowest,
    likely: resolution.likely,
    highest: resolution.highest,
    wording: resolution.governing?.wording ?? null,
    subject: resolution.subject,
    governing: resolution.governing?.id ?? null,
    combined: resolution.combined.map((claim) => claim.id),
    absorbed: resolution.absorbed.map((claim) => claim.id),
    finds: resolution.finds.map((claim) => claim.id),
    rivals: resolution.rivals.map((claim) => claim.id),
  };
}

function reported(cover: Cover): JointTotal['reported'] {
  const { units, lowest } = cover;
  const figures = units.filter((unit) => unit.state === 'reported' || unit.state === 'undecided');
  const hasFinds = units.some((unit) => unit.state === 'finds_only' && unit.places.length === 1);
  if (figures.some((unit) => unit.likely === 'undecided')) {
    return { lowest, likely: 'undecided', highest: hasFinds ? null : sumHigh(figures) };
  }
  if (hasFinds || figures.length === 0) return { lowest, likely: null, highest: null };
  const likely = sumExact(figures.map((unit) => unit.likely as number));
  return { lowest, likely: Math.max(likely, lowest), highest: sumHigh(figures) };
}

function sumHigh(units: readonly Resolution[]): number | null {
  const highs = units.map((unit) => unit.highest);
  return highs.includes(null) ? null : sumExact(highs as readonly number[]);
}

/** The ceiling on the total: the reported highest where nothing is missing, or a recorded ceiling on what is. */
function atMost(
  cover: Cover,
  highest: number | null,
  ceilings: JointTotal['ceilings'],
): number | null {
  if (cover.missing.length === 0) return highest;
  const uses = ceilings.filter((ceiling) => ceiling.inUse);
  const totals = uses.flatMap((ceiling) => {
    if (!cover.missing.every((place) => ceiling.places.includes(place))) return [];
    const others = cover.units.filter(
      (unit) => !unit.places.every((place) => ceiling.places.includes(place)),
    );
    const rest = sumHigh(others);
    return rest === null ? [] : [sumExact([rest, ceiling.value])];
  });
  return totals.length === 0 ? null : Math.min(...totals);
}

function totalOf(
  claims: readonly Claim[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
): { readonly total: JointTotal; readonly conflicts: readonly Conflict[] } {
  const members = cell.members.map((place) =>
    resolvePlaces(claims, [place], cell, decisions, { membersCount: true }),
  );
  const sets = new Map<string, readonly string[]>();
  for (const claim of claims) {
    if (
      claim.places.length > 1 &&
      placeRelation(claim, cell.members) !== 'apart' &&
      claim.places.every((place) => cell.members.includes(place))
    ) {
      sets.set(
        [...claim.places].sort().join('+'),
        cell.members.filter((place) => claim.places.includes(place)),
      );
    }
  }
  const together = [...sets.values()]
    .map((places) => resolvePlaces(claims, places, cell, decisions, { membersCount: false }))
    .filter((resolution) => resolution.state !== 'not_reported');
  const cover = coverOf(members, together);
  const figure = reported(cover);
  const ceilings = ceilingsOf(claims, cell, decisions);
  const checks = checkWider(claims, cell, members, together, cover, ceilings, decisions);
  const conflicts = [...members, ...together]
    .flatMap((resolution) => resolution.conflicts)
    .concat(checks);
  const causes: readonly Cause[] = causesOf(members, together, cover);
  return {
    conflicts,
    total: {
      key: `${cell.complex} ${cell.substance} ${cell.basis} ${cell.metric} ${cell.period}`,
      complex: cell.complex,
      members: members.map(memberTotal),
      together: together.map(memberTotal),
      period: cell.period,
      substance: cell.substance,
      basis: cell.basis,
      metric: cell.metric,
      unit: cell.unit,
      agencies: cell.agencies,
      reported: figure,
      total: { atLeast: figure.lowest, atMost: atMost(cover, figure.highest, ceilings) },
      status:
        cover.missing.length === 0
          ? 'complete'
          : figure.lowest > 0 || cover.units.some((unit) => unit.state !== 'not_reported')
            ? 'partial'
            : 'none',
      missing: cover.missing,
      causes,
      ceilings,
      conflicts: conflicts.map((conflict) => conflict.key),
    },
  };
}

function yearsOf(claims: readonly Claim[], cell: Cell): readonly number[] {
  const touching = claims.filter((claim) => {
    const place = placeRelation(claim, cell.members);
    return (
      claim.basis === cell.basis &&
      claim.substance === cell.substance &&
      (place === 'same' || place === 'within')
    );
  });
  const years = touching.flatMap((claim) => [
    Number(claim.periodStart.slice(0, 4)),
    Number(claim.periodEnd.slice(0, 4)),
  ]);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * The joint totals of an area by year, exactly as defined in docs/joint-total.md: the range of what is reported
 * with its causes, a floor that always holds, a ceiling only where one is known or recorded, and the status.
 * Nothing is dropped: claims are governing, absorbed, in agreement, rivals, finds, checks, or in the "not added" list.
 *
 * @example
 * ```ts
 * import { jointTotals } from '@samenbeeld/merge';
 * jointTotals([], { years: [2022] }).totals[0]?.status // => 'none'
 * ```
 */
export function jointTotals(
  observations: readonly Observation[],
  options: JointTotalsOptions = {},
): JointTotals {
  const {
    complex = 'PC_NSP',
    substance = 'COC',
    basis = 'seized_in_port',
    metric = 'quantity',
    unit = 'kg',
    agencies = null,
  } = options;
  const decisions = options.decisions ?? new Map<string, Decision>();
  const claims = toClaims(observations, { metric, unit });
  const scope = { substance, basis, metric, unit, agencies };
  const years = options.years ?? yearsOf(claims, yearCell(complex, 2000, scope));
  const rows = years.map((year) => {
    const cell = yearCell(complex, year, scope);
    return { ...totalOf(claims, cell, decisions), notAdded: notAddedTo(claims, cell) };
  });
  return {
    totals: rows.map((row) => row.total),
    conflicts: rows.flatMap((row) => row.conflicts),
    notAdded: rows.flatMap((row) => row.notAdded),
    claims,
  };
}

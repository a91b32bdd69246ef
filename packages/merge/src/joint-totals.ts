import {
  type Conflict,
  type Decision,
  type Definition,
  type Ground,
  type JointTotal,
  type NotAdded,
  type Observation,
  observationsShape,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { type Cell, type CellPeriod, cellOf, periodsOf, placeRelation, yearCell } from './cell.ts';
import type { Claim } from './claim.ts';
import type { ComparableSum } from './comparable-sum.ts';
import { groundsIn, joinGrounds, lapsedAmong } from './grounds.ts';
import type { FilesAside } from './put-aside.ts';
import { drugOf, isWithheld, toClaims } from './to-claims.ts';
import { totalOf } from './total-of.ts';

export interface JointTotalsOptions {
  /** Code of an area or a place, or places joined by `+`. */
  readonly complex: string;
  /** Years; by default every year that a claim on the same footing touches. */
  readonly years?: readonly number[];
  /** Periods of any length, in place of years. */
  readonly periods?: readonly CellPeriod[];
  readonly substance: string;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  /** Only what these agencies count; by default all of them. */
  readonly agencies?: readonly string[] | null;
  /** What sets the figures apart from other counts of the same place, drug and measure, as codes; part of the names of cells. */
  readonly kinds?: readonly string[];
  /** Further claims, such as floors that single finds make. */
  readonly floors?: readonly Claim[];
  /** What was put aside of the tables: a family of which a part may be among it has a lower limit only. */
  readonly files?: FilesAside;
  /** Decisions in force, by subject. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** Definitions of the sources, for thresholds and days that count. */
  readonly definitions?: readonly Definition[];
}

/** The totals of an area, with the conflicts behind them and what was not added. */
export interface JointTotals {
  readonly totals: readonly JointTotal[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
  readonly claims: readonly Claim[];
  /** What the comparability guard said of each total, in their order. */
  readonly guarded: readonly ComparableSum[];
  /** What a decision on each subject is taken on, as it stands now. */
  readonly grounds: ReadonlyMap<string, readonly Ground[]>;
  /** Decisions that no longer hold, by id, with what has changed since they were taken. */
  readonly lapsed: ReadonlyMap<string, Text>;
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

const { text } = shape;
const scopeShape = { complex: text, substance: text, basis: text, metric: text, unit: text };

/**
 * The joint totals of an area by year, exactly as defined in docs/joint-total.md: the range of what is reported
 * with its causes, a floor that always holds, a ceiling only where one is known or recorded, and the status.
 * Nothing is dropped: claims are governing, absorbed, in agreement, rivals, finds, checks, or in the "not added" list.
 *
 * @example
 * ```ts
 * import { jointTotals } from '@samenbeeld/merge';
 * const heroin = { complex: 'BEANR', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' };
 * jointTotals([], { ...heroin, years: [2022] }).totals[0]?.status // => 'none'
 * ```
 */
export function jointTotals(
  observations: readonly Observation[],
  options: JointTotalsOptions,
): JointTotals {
  takes(
    'jointTotals',
    ['observations', observations, observationsShape],
    ['options', options, shape.record<JointTotalsOptions>(scopeShape)],
  );
  const {
    complex,
    substance,
    basis,
    metric,
    unit,
    agencies = null,
    kinds = [],
    files = [],
  } = options;
  const decisions = options.decisions ?? new Map<string, Decision>();
  const told = [...toClaims(observations, { metric, unit, files }), ...(options.floors ?? [])];
  const scope = { substance, basis, metric, unit, agencies, kinds };
  const { definitions = [], periods } = options;
  const withheld = observations.filter(
    (row) =>
      isWithheld(row) &&
      row.metric === metric &&
      row.basis === basis &&
      (drugOf(row) ?? '') === substance,
  );
  const years = options.years ?? (periods ? [] : yearsOf(told, yearCell(complex, 2000, scope)));
  const rows = periodsOf({ years, ...(periods && { periods }) }).map((period) =>
    totalOf(told, cellOf(complex, period, scope), decisions, { definitions, withheld }),
  );
  const claims = [...told, ...rows.flatMap(({ wholes }) => wholes)];
  const grounds = joinGrounds(rows.flatMap((row) => row.grounds));
  // An override holds year by year: one that makes a sum has not lapsed because another year asks for it too.
  const used = new Set(
    rows.flatMap(({ guarded }) => guarded.overrides.map(({ decision: { id } }) => id)),
  );
  const idle = [...decisions.values()].filter(({ id }) => !used.has(id));
  return {
    totals: rows.map((row) => row.total),
    conflicts: rows.flatMap((row) => row.conflicts),
    notAdded: rows.flatMap((row) => row.notAdded),
    claims,
    guarded: rows.map((row) => row.guarded),
    grounds,
    lapsed: lapsedAmong(idle, grounds, groundsIn(claims)),
  };
}

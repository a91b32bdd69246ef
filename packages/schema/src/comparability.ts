import { agencyContains } from './agency-contains.ts';
import { agencies } from './codes/agencies.ts';
import { crossBreaks, overrideOf } from './comparability/breaks.ts';
import {
  type ComparedDimension,
  comparedDimensions,
  type Purpose,
} from './comparability/dimensions.ts';
import { refuseDimension, subjectOf } from './comparability/refuse-dimension.ts';
import { type Comparable, groupBy, type Scope, scopeOf } from './comparability/scope.ts';
import {
  refuseChangingPlaces,
  refuseMixedPeriods,
  refuseNestedPlaces,
  refuseRepeats,
} from './comparability/shared-scope.ts';
import { inWords, listed, tally, theseRows } from './comparability/wording.ts';
import type { Decision } from './decision.ts';
import { RefusalError } from './errors.ts';
import type { Break } from './source.ts';

/** What records are to be put together for, and what was declared and decided about them. */
export interface Comparison {
  readonly for: Purpose;
  /** Declared breaks of the sources. */
  readonly breaks?: readonly Break[];
  /** Decisions in force; those of kind `override` on a break's id, or on the subject a refusal names. */
  readonly overrides?: readonly Decision[];
  /** Dimensions a sum is meant to run over. */
  readonly across?: readonly ('substance' | 'offence')[];
}

/** What may be said of records that are comparable. */
export interface Comparability {
  readonly warnings: readonly string[];
}

/** Values that differ; a definition that is not stated contradicts none. */
function stated({ field }: ComparedDimension, rows: readonly Scope[]): readonly (string | null)[] {
  const values = rows.map((scope) => scope[field] as string | null);
  return field === 'definition' ? values.filter((value) => value !== null) : values;
}

const differ = (values: readonly (string | null)[]): boolean => new Set(values).size > 1;

/** Whether one set of agencies holds a part of another: rival counts of the same work, which no decision adds. */
function areRivals(values: readonly (string | null)[]): boolean {
  const sets = [...new Set(values)].map((value) => value?.split('+') ?? []);
  const known = sets.flat().every((code) => agencies.has(code));
  const holds = (outer: readonly string[], inner: readonly string[]) =>
    outer.some((whole) => inner.some((part) => !known || agencyContains(whole, part)));
  return sets.some((outer) => sets.some((inner) => outer !== inner && holds(outer, inner)));
}

/** Refuses a dimension that differs where it must agree; returns warnings where it differs and may. */
function agree(
  dimension: ComparedDimension,
  scopes: readonly Scope[],
  comparison: Comparison,
): readonly string[] {
  const { field, within, name, plural } = dimension;
  const all = scopes.map((scope) => scope[field] as string | null);
  if (!differ(all)) return [];
  const { for: purpose, overrides = [], across = [] } = comparison;
  if (purpose === 'sum' && across.some((wanted) => wanted === field)) return [];
  if (within === 'all') refuseDimension(dimension, all, { purpose, place: null, subject: null });
  const warnings: string[] = [];
  for (const [place, rows] of groupBy(scopes, (scope) => scope.place)) {
    const values = stated(dimension, rows);
    if (!differ(values)) continue;
    const addable = purpose === 'sum' && name === 'agency' && !areRivals(values);
    const subject = addable ? subjectOf(dimension, values) : null;
    const override = subject === null ? undefined : overrideOf(subject, overrides);
    if (!override) refuseDimension(dimension, values, { purpose, place, subject });
    warnings.push(`${place} adds agencies by decision ${override.id}: ${override.reason}.`);
  }
  const where =
    groupBy(scopes, (scope) => scope.place).size > 1
      ? 'differ between places'
      : 'are not all stated';
  return warnings.length > 0 ? warnings : [`The ${plural} ${where} (${listed(tally(all))}).`];
}

/** Statistics that may be added. */
const additive: ReadonlySet<string> = new Set(['sum', 'count']);

function refuseMeans(scopes: readonly Scope[]): void {
  const stat = scopes.map((scope) => scope.stat).find((name) => !additive.has(name));
  if (stat === undefined) return;
  throw new RefusalError(
    `Among ${theseRows(scopes.length).toLowerCase()} is a ${stat}. Only sums and counts add.`,
    {
      dimension: 'statistic',
      remedy: 'Show them one by one, or weight them by what they are a mean of.',
    },
  );
}

/**
 * Lets records be put together only where they are alike. Throws a RefusalError that names the dimension that differs
 * and what would make it legal; returns the warnings that belong beside the result.
 *
 * - All purposes: one kind, metric, statistic, basis, unit, counting unit, substance, offence, market level and extent;
 *   within a place one agency coverage and one definition; no two claims over one scope; no declared break
 *   that blocks a trend within a series, unless an `override` decision names it. A basis has no override.
 * - `sum` also refuses places that contain each other, periods that overlap, and means. It may run over substances
 *   or offences that share nothing (`across`).
 * - `rate` and `trend` also refuse periods of unlike length, and `trend` places that change from period to period.
 *
 * Agencies and definitions that differ between places give a warning: every country counts its own way.
 *
 * @example
 * ```ts
 * import { assertComparable } from '@samenbeeld/schema';
 * assertComparable([], { for: 'sum' }) // => { warnings: [] }
 * ```
 */
export function assertComparable(
  records: readonly Comparable[],
  comparison: Comparison,
): Comparability {
  const scopes = records.map(scopeOf);
  const purpose = comparison.for;
  const warnings = comparedDimensions.flatMap((dimension) => agree(dimension, scopes, comparison));
  const claims = scopes.filter(({ kind }) => kind === 'observation');
  if (purpose === 'sum') {
    refuseMeans(scopes);
    refuseNestedPlaces(claims);
  } else {
    refuseMixedPeriods(claims, purpose);
  }
  refuseRepeats(claims);
  if (purpose === 'trend') refuseChangingPlaces(claims);
  const broken = crossBreaks(scopes, comparison.breaks ?? [], comparison.overrides ?? [], purpose);
  const provisional = scopes.filter((scope) => scope.provisional).length;
  const late =
    provisional > 0
      ? [`Provisional: ${inWords(provisional)} of ${inWords(scopes.length)} rows.`]
      : [];
  return { warnings: [...warnings, ...broken, ...late] };
}

import { crossBreaks, overrideOf } from './comparability/breaks.ts';
import {
  type ComparedDimension,
  comparedDimensions,
  type Purpose,
} from './comparability/dimensions.ts';
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

function refuse(
  dimension: ComparedDimension,
  values: readonly (string | null)[],
  { purpose, place }: { readonly purpose: Purpose; readonly place: string | null },
): never {
  const counts = tally(values);
  const { field, name, plural, harm, remedy } = dimension;
  const where = place === null ? '' : ` at ${place}`;
  const rows = `${theseRows(values.length)} have ${inWords(counts.length)} ${plural}${where} (${listed(counts)}).`;
  const each = counts.length === 2 ? 'both' : 'each';
  const stated = counts.find(([value]) => value !== 'not stated')?.[0];
  const choose = `Choose one: \`.where({ ${field}: '${stated}' })\``;
  const show = `or show ${each}: \`{ by: ['year', '${field}'] }\`.`;
  const decide = `or record an override of \`${subjectOf(dimension, values)}\`.`;
  const more = purpose === 'sum' && name === 'agency' ? decide : purpose === 'sum' ? remedy : undefined;
  const ways = more ? `${choose}, ${show.slice(0, -1)}, ${more}` : `${choose}, ${show}`;
  throw new RefusalError(`${rows} ${harm[purpose]}`, { dimension: name, remedy: ways });
}

/** Subject of the decision that two agencies in one place have nothing in common. */
function subjectOf(dimension: ComparedDimension, values: readonly (string | null)[]): string {
  const names = [...new Set(values.map((value) => value ?? 'not stated'))].sort();
  return `sum across ${dimension.plural}: ${names.join(', ')}`;
}

/** Refuses a dimension that differs where it must agree; returns warnings where it differs and may. */
function agree(
  dimension: ComparedDimension,
  scopes: readonly Scope[],
  comparison: Comparison,
): readonly string[] {
  const { field, within } = dimension;
  const valuesOf = (rows: readonly Scope[]) => rows.map((scope) => scope[field] as string | null);
  const differ = (rows: readonly Scope[]) => new Set(valuesOf(rows)).size > 1;
  if (!differ(scopes)) return [];
  const purpose = comparison.for;
  if (purpose === 'sum' && comparison.across?.includes(field as 'substance')) return [];
  if (within === 'all') refuse(dimension, valuesOf(scopes), { purpose, place: null });
  const warnings: string[] = [];
  for (const [place, rows] of groupBy(scopes, (scope) => scope.place)) {
    if (!differ(rows)) continue;
    const override = overrideOf(subjectOf(dimension, valuesOf(rows)), comparison.overrides ?? []);
    if (!override || purpose !== 'sum' || dimension.name !== 'agency')
      refuse(dimension, valuesOf(rows), { purpose, place });
    warnings.push(`${place} adds agencies by decision ${override.id}: ${override.reason}.`);
  }
  const between = `The ${dimension.plural} differ between places (${listed(tally(valuesOf(scopes)))}).`;
  return warnings.length > 0 ? warnings : [between];
}

/** Statistics that may be added. */
const additive: ReadonlySet<string> = new Set(['sum', 'count']);

function refuseMeans(scopes: readonly Scope[]): void {
  const stat = scopes.map((scope) => scope.stat).find((name) => !additive.has(name));
  if (stat === undefined) return;
  throw new RefusalError(`${theseRows(scopes.length)} hold a ${stat}. Only sums and counts add.`, {
    dimension: 'statistic',
    remedy: 'Show them one by one, or weight them by what they are a mean of.',
  });
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
  const late = provisional > 0 ? [`Provisional: ${inWords(provisional)} of ${inWords(scopes.length)} rows.`] : [];
  return { warnings: [...warnings, ...broken, ...late] };
}

import type { Observation } from './observation.ts';
import { addDays, monthSpan } from './period.ts';

/** What scopes a figure, besides its source and period; `agencies` is a list. */
export const figureDimensions = [
  'metric',
  'stat',
  'unit',
  'place',
  'basis',
  'agencies',
  'substance',
  'offence',
  'nationalCode',
  'countUnit',
  'definition',
  'level',
  'extent',
] as const;

/** A dimension of a figure. */
export type FigureDimension = (typeof figureDimensions)[number];

/**
 * The text of a dimension; a list sorted and joined by `+`, '' where it is not stated.
 *
 * @example
 * ```ts
 * import { dimensionText } from '@samenbeeld/schema';
 * dimensionText({ agencies: ['NL_POL', 'NL_CUST'] }, 'agencies') // => 'NL_CUST+NL_POL'
 * ```
 */
export function dimensionText<Dimension extends FigureDimension>(
  observation: Pick<Observation, Dimension>,
  dimension: Dimension,
): string {
  const value: string | readonly string[] | null = observation[dimension];
  return typeof value === 'string' ? value : [...(value ?? [])].sort().join('+');
}

/** The last day a publication may have come out ("2023-01" → 2023-01-31); undated ones were always there. */
function publishedBy(publishedOn: string | null): string {
  if (publishedOn === null) return '';
  const [year = 0, month] = publishedOn.split('-').map(Number);
  if (publishedOn.length >= 10) return publishedOn.slice(0, 10);
  return month === undefined ? addDays(`${year + 1}-01-01`, -1) : monthSpan(year, month, 1).end;
}

/**
 * Whether a claim was published by a day (ISO). One dated by month or year counts from its last day; an undated one was
 * always there.
 *
 * @example
 * ```ts
 * import { isPublishedBy } from '@samenbeeld/schema';
 * isPublishedBy('2023-01', '2023-01-30') // => false
 * ```
 */
export function isPublishedBy(publishedOn: string | null, asOf: string): boolean {
  return publishedBy(publishedOn) <= asOf;
}

/** Everything that makes two claims of a source vintages of one figure. */
export function figureKey(observation: Observation): string {
  const { source, periodStart, periodEnd } = observation;
  const scope = figureDimensions.map((dimension) => dimensionText(observation, dimension));
  return JSON.stringify([source, periodStart, periodEnd, ...scope]);
}

/**
 * Of each figure of each source, the claims published last up to `asOf` (ISO day), in their order. A claim dated by month
 * or year counts from its last day; claims of the same day all stay, as a conflict to settle. Nothing is overwritten:
 * ask again with an earlier day for an earlier state.
 *
 * @example
 * ```ts
 * import { latestVintage } from '@samenbeeld/schema';
 * latestVintage([], '2026-06-30') // => []
 * ```
 */
export function latestVintage(
  observations: readonly Observation[],
  asOf: string,
): readonly Observation[] {
  const known = observations.filter(({ publishedOn }) => isPublishedBy(publishedOn, asOf));
  const latest = new Map<string, string>();
  for (const observation of known) {
    const key = figureKey(observation);
    const day = publishedBy(observation.publishedOn);
    if (day > (latest.get(key) ?? '')) latest.set(key, day);
  }
  return known.filter(
    (observation) =>
      publishedBy(observation.publishedOn) === (latest.get(figureKey(observation)) ?? ''),
  );
}

import type { Observation } from './observation.ts';

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

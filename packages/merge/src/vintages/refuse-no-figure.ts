import { dimensionText, type FigureDimension, UsageError } from '@samenbeeld/schema';
import { type Measure, measures, measureText } from './measure.ts';
import type { Release } from './release.ts';

const shown = 8;

/**
 * A measure of which a release has no figure would be declared of nothing. Throws a UsageError that says what it has.
 *
 * @example
 * ```ts
 * import { parseMeasure, refuseNoFigure } from '@samenbeeld/merge';
 * const declare = async () => refuseNoFigure(parseMeasure('a place=NLVLI'), { name: 'a.csv', observations: [] });
 * declare().catch(({ name }) => name) // => 'UsageError'
 * ```
 */
export function refuseNoFigure(measure: Measure, { name, observations }: Release): void {
  if (observations.some((row) => measures(measure, row))) return;
  const own = observations.filter(({ source }) => source === measure.source);
  const fixed = Object.entries(measure.fixed) as readonly [FigureDimension, string][];
  const has = fixed.flatMap(([field, value]) => {
    const values = [...new Set(own.map((row) => dimensionText(row, field)))].sort();
    if (values.includes(value)) return [];
    const more = values.length > shown ? ', …' : '';
    return [`${field} is ${values.slice(0, shown).join(', ')}${more}, never ${value}`];
  });
  const why = has.length > 0 ? ` There ${has.join('; ')}.` : '';
  throw new UsageError(`${name} has no figure of "${measureText(measure)}".${why}`);
}

import {
  capital,
  dimensionText,
  type FigureDimension,
  inEach,
  inFour,
  joinWith,
  semicolon,
  wrongUse,
} from '@samenbeeld/schema';
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
    const some = `${values.slice(0, shown).join(', ')}${more}`;
    return [
      inFour(
        '{field} is er {some}, nooit {value}',
        '{field} y est {some}, jamais {value}',
        '{field} ist dort {some}, nie {value}',
        'there {field} is {some}, never {value}',
        { field, some, value },
      ),
    ];
  });
  throw wrongUse(
    '{name} heeft geen cijfer van "{measure}".{why}',
    '{name} n’a pas de chiffre de « {measure} ».{why}',
    '{name} hat keine Zahl zu „{measure}“.{why}',
    '{name} has no figure of "{measure}".{why}',
    {
      name,
      measure: measureText(measure),
      why:
        has.length === 0
          ? ''
          : inEach((language) => ` ${capital(joinWith(has, semicolon)[language])}.`),
    },
  );
}

import type { Text } from '@samenbeeld/schema';
import { decimals, type Expectation, said } from './expectation.ts';
import { tailed } from './likelihood.ts';
import { distance, type Neighbourhood } from './neighbours.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';

/** Standard deviations for an interval that other cells leave: none inside, four and more outside, twenty at most. */
function outside(value: number, { low, high }: Expectation): number {
  if (value >= low && value <= high) return 0;
  const gap = value < low ? low - value : value - high;
  const scale = Math.max((high - low) / 2, Math.abs(high) * 0.002, 0.5);
  return Math.min(20, 4 + gap / scale);
}

/**
 * How well a value fits where a cell stands: the decimal logarithm of its likelihood given its neighbours in the series
 * and the ties to other cells; 0 is a perfect fit.
 */
export function fit(
  value: number,
  point: Point,
  study: Study,
  around: Neighbourhood | null = study.around(point),
): number {
  const near = around ? tailed(distance(value, point.measure, around)) : 0;
  const tied = study.expected(point).reduce((sum, one) => sum + tailed(outside(value, one)), 0);
  return (near + tied) / Math.LN10;
}

/** Between which figures the others of its series lie: its neighbours, or all. */
export function lies(
  { n, low, high }: Pick<Neighbourhood, 'n' | 'low' | 'high'>,
  far: string | Text = '',
  isAll = false,
): Text {
  const words = { n, low, high, far };
  return isAll
    ? said(
        '{n} andere cijfers van de reeks liggen tussen {low} en {high}{far}',
        '{n} autres chiffres de la série sont compris entre {low} et {high}{far}',
        '{n} andere Zahlen der Reihe liegen zwischen {low} und {high}{far}',
        '{n} other figures of its series lie between {low} and {high}{far}',
        words,
      )
    : said(
        '{n} buren in de reeks liggen tussen {low} en {high}{far}',
        '{n} voisins dans la série sont compris entre {low} et {high}{far}',
        '{n} Nachbarn in der Reihe liegen zwischen {low} und {high}{far}',
        '{n} neighbours in its series lie between {low} and {high}{far}',
        words,
      );
}

/** What speaks for a value: the neighbours it lies among, and the ties it meets. */
export function support(
  value: number,
  point: Point,
  study: Study,
  around: Neighbourhood | null = study.around(point),
): readonly Text[] {
  const speaks: Text[] = [];
  if (around) {
    const [own, meant] = [study.read(point), value].map((one) =>
      one === null ? null : distance(one, point.measure, around),
    );
    const far =
      own === null || own === undefined || study.read(point) === value
        ? ''
        : said(
            '; zoals het er staat {own} spreidingen ervandaan, zo gelezen {meant}',
            ' ; tel quel à {own} écarts de là, lu ainsi à {meant}',
            '; wie es dasteht, {own} Streuungen entfernt, so gelesen {meant}',
            '; as it stands {own} spreads away, so read {meant}',
            { own: decimals(own, 1), meant: decimals(meant ?? 0, 1) },
          );
    speaks.push(lies(around, far, around === study.apart(point)));
  }
  for (const one of study.expected(point))
    if (value >= one.low && value <= one.high) speaks.push(one.says());
  return speaks;
}

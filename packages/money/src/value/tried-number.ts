import { shape, type Text, takes } from '@samenbeeld/schema';
import { type Assumed, assumedShape } from './assumed.ts';
import type { Distribution } from './distribution.ts';

/** What stands for a source where a reader tries a number. */
const triedHere: Text = {
  nl: 'hier geprobeerd, niet uit een bron',
  fr: 'essai fait ici, sans source',
  de: 'hier erprobt, nicht aus einer Quelle',
  en: 'tried here, not from a source',
};

/**
 * A number with another distribution that someone tries: it no longer stands in the source that it came from, and leans on no
 * claim, and says so wherever it is shown.
 *
 * @example
 * ```ts
 * import { sourceOf, triedNumber } from '@samenbeeld/money';
 * const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * const loss = { id: 'A-LOSS', label, unit: 'share', distribution: { kind: 'fixed', value: 0.1 }, source: 'C209', year: 2016 };
 * const tried = triedNumber(loss, { kind: 'fixed', value: 0.2 });
 * [tried.source, sourceOf(tried).nl, tried.year] // => ['tried here, not from a source', 'hier geprobeerd, niet uit een bron', null]
 * ```
 */
export function triedNumber<Number extends Assumed>(
  one: Number,
  distribution: Distribution,
): Number {
  takes(
    'triedNumber',
    ['one', one, assumedShape],
    ['distribution', distribution, shape.record<Distribution>({ kind: shape.text })],
  );

  return {
    ...one,
    ...('grade' in one && { grade: 'X4' }),
    ...('claims' in one && { claims: [] }),
    ...('observations' in one && { observations: [] }),
    distribution,
    source: triedHere.en,
    sourceWords: triedHere,
    year: null,
  };
}

/**
 * Where a number stands, in each language: its source as it is cited, or that it was tried.
 *
 * @example
 * ```ts
 * import { sourceOf } from '@samenbeeld/money';
 * sourceOf({ source: 'UNODC' }).de // => 'UNODC'
 * ```
 */
export function sourceOf(assumed: Pick<Assumed, 'source' | 'sourceWords'>): Text {
  takes('sourceOf', ['assumed', assumed, shape.options]);
  const { source, sourceWords } = assumed;
  return sourceWords ?? { nl: source, fr: source, de: source, en: source };
}

import { type Finding, formatNumber, inEach, type Language, type Text } from '@samenbeeld/schema';
import type { Figure, FindingBlock } from './document.ts';

/** The same words in every language: names, codes, numbers of decisions. */
export function sameText(words: string): Text {
  return { nl: words, fr: words, de: words, en: words };
}

/**
 * A number as each language prints it, with its unit if any.
 *
 * @example
 * ```ts
 * import { numberFigure } from '@samenbeeld/page';
 * numberFigure(4776, { unit: 'kg' }).shown.de // => '4.776\u00a0kg'
 * ```
 */
export function numberFigure(
  value: number,
  options: Omit<Figure, 'shown' | 'value'> & {
    readonly unit?: string | undefined;
    readonly decimals?: number | undefined;
  } = {},
): Figure {
  const { unit, decimals, ...rest } = options;
  const print = (language: Language): string => {
    const number = formatNumber(value, language, decimals);
    return unit ? `${number}\u00a0${unit}` : number;
  };
  return { ...rest, value, shown: inEach(print) };
}

/** Words as a figure, such as a state or a name. */
export function wordsFigure(shown: Text, options: Omit<Figure, 'shown'> = {}): Figure {
  return { ...options, shown };
}

/** A finding as a block: its own sentence, with how sure it is. */
export function findingBlock(
  finding: Finding,
  options: Omit<FindingBlock, 'kind' | 'text' | 'confidence'>,
): FindingBlock {
  return { ...options, kind: 'finding', text: finding.says, confidence: finding.confidence };
}

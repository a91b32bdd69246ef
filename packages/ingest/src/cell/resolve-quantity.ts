import { InputError, type Language, parseFigure, type WordedFigure } from '@samenbeeld/schema';
import type { Mapping } from '../description/description.ts';
import { flaggedCell } from './flagged-cell.ts';
import type { Resolved } from './resolved.ts';

/** A cell of figures with words (`as: quantity`), its flags taken off. Throws an InputError that says what was expected. */
export function wordedFigure(
  text: string,
  mapping: Mapping,
  language: Language,
  missing: readonly string[],
): WordedFigure {
  const { decimalChar, groupChar } = mapping;
  const figure = flaggedCell(text, mapping, missing)?.figure ?? text;
  return parseFigure(figure, { language, decimalChar, groupChar });
}

/** What a cell of figures with words means: value, digits, wording, the words, and the unit where it names one. */
export function resolveQuantity(
  text: string,
  mapping: Mapping,
  language: Language,
  missing: readonly string[],
): Resolved {
  try {
    const found = wordedFigure(text, mapping, language, missing);
    const words = found.wordingPrinted;
    return { values: [String(found.value), found.printed, found.wording, words, found.unit] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { rule: 'quantity.invalid', message: error.problem, repair: error.repair };
  }
}

import { dialect } from '@samenbeeld/engine';
import type { Mapping } from '../description/description.ts';
import { escapedCharacter } from './escaped-character.ts';

/** How the cells of a value column are written, as far as plain figures are concerned. */
export type FigureHabit = Pick<Mapping, 'as' | 'decimalChar' | 'times'>;

/**
 * SQL of whether a cell is a plain figure: digits, with a decimal mark where the description says which it is. Nothing
 * of it can be read in two ways, and nearly all cells are so. Words, and figures that are multiplied, are not.
 */
export function plainFigure(cell: string, { as, decimalChar, times }: FigureHabit): string {
  if (as === 'quantity' || times !== 1) return 'false';
  const fraction =
    as === 'integer' || decimalChar === null
      ? ''
      : `(?:${escapedCharacter(decimalChar)}[0-9]{1,6})?`;
  return dialect.regexMatch(cell, `[0-9]{1,12}${fraction}`);
}

/** SQL of a plain figure with a point for its decimal mark. */
export function figureText(
  cell: string,
  { decimalChar }: Pick<FigureHabit, 'decimalChar'>,
): string {
  return decimalChar === ',' ? `replace(${cell}, ',', '.')` : cell;
}

/** SQL of the number that a plain figure is, in 64 bits. */
export function figureNumber(cell: string, habit: FigureHabit): string {
  return dialect.tryCast(figureText(cell, habit), 'DECIMAL(18,6)');
}

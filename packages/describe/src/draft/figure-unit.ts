import { units } from '@samenbeeld/schema';
import type { TableGuess } from '../column-guess.ts';
import { cellsOf, isFigure, partsOf, setIn } from '../written-parts.ts';

/** The unit of the figures, where the file has one for all. */
export function unitOf({ constants, columns }: TableGuess): string | null {
  const constant = constants['unit']?.value;
  if (constant !== undefined) return constant;
  const sets = columns.flatMap(({ written }) =>
    partsOf(written)
      .map(cellsOf)
      .filter(isFigure)
      .map((cells) => {
        const { unit } = setIn(cells);
        return typeof unit === 'string' && units.has(unit) ? unit : null;
      }),
  );
  return new Set(sets).size === 1 ? (sets[0] ?? null) : null;
}

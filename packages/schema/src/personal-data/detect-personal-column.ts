import { passesElevenTest } from './check-digits.ts';
import type { ColumnUse } from './column-use.ts';
import {
  detectPersonalData,
  type PersonalDataDetector,
  personalDataDetectors,
} from './detect-personal-data.ts';
import { plainWriting } from './plain-writing.ts';

/** Fewer numbers than this prove nothing about a column. */
const enough = 20;

/**
 * Names the detectors that fire on a column as a whole. Besides what `detectPersonalData` finds in single cells, a
 * column of numbers alone, bare or in groups of three, is one of Dutch citizen numbers where it holds at least 20
 * numbers of nine digits, all different, and at least half of them pass the eleven test: chance gives one in eleven, and 10 of 20 with a
 * probability below 10⁻⁵.
 *
 * @example
 * ```ts
 * import { detectPersonalColumn } from '@samenbeeld/schema';
 * detectPersonalColumn(['4157', '619', '196'], { column: 'number' }) // => []
 * ```
 */
export function detectPersonalColumn(
  cells: readonly string[],
  options: { readonly column?: ColumnUse } = {},
): readonly { readonly detector: PersonalDataDetector }[] {
  const fired = new Set(
    cells.flatMap((cell) => detectPersonalData(cell, options).map(({ detector }) => detector)),
  );
  const numbers = [
    ...new Set(
      cells.flatMap((cell) => {
        const text = plainWriting(cell).trim();
        return /^(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3})$/.test(text) ? text.replace(/\D/g, '') : [];
      }),
    ),
  ];
  const passing = numbers.filter(passesElevenTest).length;
  if (numbers.length >= enough && passing * 2 >= numbers.length) fired.add('bsn');
  return personalDataDetectors.filter((name) => fired.has(name)).map((detector) => ({ detector }));
}

import { type CodeEntry, type CodeList, codeList } from '../code-list.ts';
import { furtherNames, textOf } from '../code-table.ts';
import type { Text } from '../language.ts';
import { cellParts, tableRows } from '../table-rows.ts';
import { unitTable } from './unit-table.ts';

/** What kind of quantity a unit measures. */
export type Dimension =
  | 'mass'
  | 'volume'
  | 'count'
  | 'currency'
  | 'price'
  | 'share'
  | 'rate'
  | 'potency';

/** A unit: `digits` × 10^`exponent` of its `base`. Only units with the same base convert into each other. */
export interface Unit extends CodeEntry {
  readonly plural: Text;
  /** As printed behind a number in every language, or null where the word is printed. */
  readonly symbol: string | null;
  readonly dimension: Dimension;
  readonly base: string;
  readonly digits: number;
  readonly exponent: number;
}

const rows = tableRows(unitTable, 11);

/** The second part of each cell is the plural. */
function formOf(cells: readonly (string | undefined)[], form: 0 | 1): Text {
  return textOf(cells.map((cell) => cellParts(cell)[form]));
}

/**
 * Units with labels in singular and plural. The Dutch "ton" is a tonne; the English "ton" may be any of three.
 *
 * @example
 * ```ts
 * import { units } from '@samenbeeld/schema';
 * units.get('piece').plural.nl // => 'stuks'
 * units.lookup('ton', 'nl').kind // => 'exact'
 * units.lookup('ton', 'en').kind // => 'ambiguous'
 * ```
 */
export const units: CodeList<Unit> = codeList(
  'units',
  rows.map(([code = '', dimension, base = '', digits, exponent, symbol, nl, fr, de, en, more]) => {
    const label = formOf([nl, fr, de, en], 0);
    const plural = formOf([nl, fr, de, en], 1);
    return {
      code,
      label,
      plural,
      synonyms: furtherNames(label, [...Object.values(plural), ...cellParts(more), symbol ?? '']),
      symbol: symbol || null,
      dimension: dimension as Dimension,
      base,
      digits: Number(digits),
      exponent: Number(exponent),
    };
  }),
  { ton: { nl: 't' }, tons: {} },
);

/**
 * Whether a unit weighs; false for a unit that no list knows.
 *
 * @example
 * ```ts
 * import { isMass } from '@samenbeeld/schema';
 * ['g', 't', 'tablet', 'bag'].map(isMass) // => [true, true, false, false]
 * ```
 */
export function isMass(unit: string): boolean {
  return units.has(unit) && units.get(unit).dimension === 'mass';
}

/**
 * Whether a unit is a currency; a price, such as EUR/g, is none.
 *
 * @example
 * ```ts
 * import { isMoney } from '@samenbeeld/schema';
 * isMoney('EUR') // => true
 * isMoney('EUR/g') // => false
 * ```
 */
export function isMoney(unit: string): boolean {
  return units.has(unit) && units.get(unit).dimension === 'currency';
}

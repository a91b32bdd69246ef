import { dialect } from '@samenbeeld/engine';
import type { BoundColumn, StagedBinding } from './binding.ts';
import type { CellsSql } from './cells-sql.ts';
import { isOneOf, type OneOf } from './conditions.ts';

/** The codes of a column's cells: their column in the rows (`c0_code`), and the texts in the order of the codes. */
export interface Codes {
  readonly name: string;
  readonly texts: readonly string[];
}

/** Whether some cells of a column have blanks around them. */
export function isUntrimmed({ texts, facts }: StagedBinding, index: number): boolean {
  return texts.get(index)?.untrimmed ?? facts.untrimmed.has(index);
}

/**
 * The codes of a described column's cells; null where the rows hold none, or where the texts of the codes must not stay
 * with the records.
 */
export function codesOf(binding: StagedBinding, { column, name }: BoundColumn): Codes | null {
  const texts = binding.staged.coded.get(column.index);
  const usable = !(isUntrimmed(binding, column.index) || binding.personal.has(column.index));
  return texts && usable ? { name: `${name}_code`, texts } : null;
}

/** Finds the codes of a described column's cells by its heading; null where corrections may change the cells. */
export function cellCodes(
  binding: StagedBinding,
  { isCorrected }: CellsSql,
): (header: string) => Codes | null {
  const columns = new Map(binding.columns.map((bound) => [bound.rule.header, bound]));
  return (header) => {
    const bound = isCorrected(header) ? undefined : columns.get(header);
    return bound ? codesOf(binding, bound) : null;
  };
}

/** Asks whether a cell is one of some texts: of its code where it has one. */
export function oneOfCodes(
  cell: (header: string) => string,
  codes: (header: string) => Codes | null,
): OneOf {
  return (header, texts) => {
    const own = codes(header);
    if (!own) return isOneOf(cell(header), texts);
    const places = own.texts.flatMap((text, place) => (texts.includes(text) ? place : []));
    const blank = texts.includes('') ? [`i.${own.name} is null`] : [];
    const one = `coalesce(${dialect.oneOfPlace(`i.${own.name}`)} in (${places.join(', ')}), false)`;
    const asked = [...blank, ...(places.length > 0 ? [one] : [])];
    return asked.length > 0 ? `(${asked.join(' or ')})` : 'false';
  };
}

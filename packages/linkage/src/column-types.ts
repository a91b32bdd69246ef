import type { LinkedTables } from './linked-table.ts';

const isWhole = (type: string): boolean =>
  /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|U?SMALLINT)$/.test(type);
export const isText = (type: string): boolean => type === 'VARCHAR';
export const isNumber = (type: string): boolean =>
  isWhole(type) || /^(FLOAT|DOUBLE|DECIMAL.*)$/.test(type);
export const isZoned = (type: string): boolean => type.endsWith('WITH TIME ZONE');
const isDay = (type: string): boolean => /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/.test(type);

/** Whether values of the two types, put one below the other in one column, are equal where they mean the same. */
function agree(one: string, two: string): boolean {
  if (one === two || (isNumber(one) && isNumber(two)) || (isDay(one) && isDay(two))) return true;
  const [text, other] = isText(one) ? [one, two] : [two, one];
  // Written out, 2021.0 and 2021-03-01 00:00:00 are other texts than 2021 and 2021-03-01.
  return isText(text) && (isWhole(other) || /^(DATE|BOOLEAN|UUID|ENUM.*)$/.test(other));
}

/** Refuses a column that the linked tables hold in types whose values would never be equal. */
export function checkColumnTypes(
  { tables, types }: LinkedTables,
  columns: readonly string[],
): void {
  for (const column of columns)
    for (const [at, one] of tables.entries())
      for (const [before, two] of tables.slice(0, at).entries()) {
        const [type, earlier] = [types[at]?.get(column), types[before]?.get(column)];
        if (type === undefined || earlier === undefined || agree(type, earlier)) continue;
        throw new TypeError(
          `the column "${column}" is ${earlier} in "${two.table}" and ${type} in "${one.table}", so that equal values would not be found equal; cast one of them to the type of the other first`,
        );
      }
}

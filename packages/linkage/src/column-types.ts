import type { Comparison } from './comparison.ts';
import type { LinkedTables } from './linked-table.ts';

const isWhole = (type: string): boolean =>
  /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|U?SMALLINT)$/.test(type);
export const isText = (type: string): boolean => type === 'VARCHAR';
export const isNumber = (type: string): boolean =>
  isWhole(type) || /^(FLOAT|DOUBLE|DECIMAL.*)$/.test(type);
export const isZoned = (type: string): boolean => type.endsWith('WITH TIME ZONE');
export const isDay = (type: string): boolean => /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/.test(type);

/** Whether values of the two types, put one below the other in one column, are equal where they mean the same. */
function agree(one: string, two: string): boolean {
  if (one === two || (isNumber(one) && isNumber(two)) || (isDay(one) && isDay(two))) return true;
  const [text, other] = isText(one) ? [one, two] : [two, one];
  // Written out, 2021.0 and 2021-03-01 00:00:00 are other texts than 2021 and 2021-03-01.
  return isText(text) && (isWhole(other) || /^(DATE|BOOLEAN|UUID|ENUM.*)$/.test(other));
}

const expected: Readonly<
  Record<
    NonNullable<Comparison['expects']>,
    { readonly fits: (type: string) => boolean; readonly says: (type: string) => string }
  >
> = {
  numbers: {
    fits: (type) => isNumber(type) || isText(type),
    says: () => 'it compares numbers; cast the column to a number, or compare it otherwise',
  },
  days: {
    fits: isDay,
    says: (type) =>
      isText(type)
        ? "it compares days; give the `format` of the text, such as 'yyyy-mm-dd', or cast the column to DATE"
        : 'it compares days; cast the column to DATE',
  },
  text: {
    fits: isText,
    says: () => 'a `format` is for text; leave it out',
  },
};

/** Refuses a comparison of a column that does not hold what it compares. */
export function checkExpected(
  { tables, types }: LinkedTables,
  comparisons: readonly Comparison[],
): void {
  for (const { name, expects, columns, derive = {} } of comparisons)
    for (const column of expects === undefined ? [] : columns)
      for (const [at, { table }] of tables.entries()) {
        const type = types[at]?.get(column);
        if (expects === undefined || type === undefined || Object.hasOwn(derive, column)) continue;
        const { fits, says } = expected[expects];
        // A column of nothing but NULL may have no type of its own.
        if (fits(type) || type.includes('NULL')) continue;
        throw new TypeError(
          `comparison "${name}": the column "${column}" of "${table}" is ${type}, and ${says(type)}`,
        );
      }
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

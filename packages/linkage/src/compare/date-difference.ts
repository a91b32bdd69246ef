import { dialect } from '@samenbeeld/engine';
import type { Comparison, Level } from '../comparison.ts';
import { lacks, left, right } from './side.ts';
import { slips } from './slips.ts';

/** Days from the left record's date to the right one's, both ends in it. */
export interface Lag {
  readonly least: number;
  readonly most: number;
}

function dayLevel(within: number | Lag): Level {
  if (typeof within === 'number')
    return within === 0
      ? { name: 'same day', holds: 'measure = 0' }
      : { name: `within ${within} days`, holds: `abs(measure) <= ${within}` };
  return {
    name: `${within.least} to ${within.most} days later`,
    holds: `measure between ${within.least} and ${within.most}`,
  };
}

function check(within: readonly (number | Lag)[], column: string): void {
  const sound = within.every((one) =>
    typeof one === 'number'
      ? Number.isInteger(one) && one >= 0
      : Number.isInteger(one.least) && Number.isInteger(one.most) && one.least <= one.most,
  );
  if (sound && within.length > 0) return;
  throw new RangeError(
    `dateDifference("${column}"): "within" must be whole days from zero on, or { least, most } with least <= most; found ${JSON.stringify(within)}`,
  );
}

/**
 * Dates by the days between them. A number is a difference either way; `{ least, most }` is one-sided, from the left
 * record to the right one: what the second office enters up to two weeks later is `{ least: 0, most: 14 }`. Between
 * tables the left record stands in the earlier table; within one table one-sided limits mean little, as there the left
 * record is the one with the smaller id.
 *
 * `typos` adds, after the same day, a level for dates that differ by that many slips of the pen (Damerau-Levenshtein of
 * the ISO text), as birth dates do. A moment counts as its day. A column of text needs its `format` (`yyyy-mm-dd`, `d/m/yyyy`);
 * a text that is no day of the calendar in that format says nothing.
 *
 * Throws a RangeError for limits that are not whole days.
 *
 * @example
 * ```ts
 * import { dateDifference } from '@samenbeeld/linkage';
 * const seized = dateDifference('seized', { within: [0, { least: 0, most: 14 }] });
 * seized.levels.map((level) => level.name) // => ['same day', '0 to 14 days later']
 * ```
 */
export function dateDifference(
  column: string,
  options: {
    readonly name?: string;
    readonly within?: readonly (number | Lag)[];
    readonly format?: string;
    readonly typos?: number;
  } = {},
): Comparison {
  const { within = [0, 1, 7, 31], format, typos } = options;
  check(within, column);
  const name = options.name ?? column;
  const day = `${name}#day`;
  const levels = within.map(dayLevel);
  const distance = slips(
    `cast(${left(day)} as VARCHAR)`,
    `cast(${right(day)} as VARCHAR)`,
    typos ?? 0,
  );
  const at = levels[0]?.name === 'same day' ? 1 : 0;
  return {
    name,
    columns: [column],
    expects: format === undefined ? 'days' : 'text',
    derive: {
      [day]:
        format === undefined
          ? `cast(${dialect.identifier(column)} as DATE)`
          : dialect.parseDate(dialect.identifier(column), format),
    },
    isNull: lacks([day]),
    measure: `${right(day)} - ${left(day)}`,
    cost: typos === undefined ? 2 : 30,
    levels:
      typos === undefined
        ? levels
        : [
            ...levels.slice(0, at),
            {
              name: `${typos} ${typos === 1 ? 'slip' : 'slips'}`,
              holds: `${distance} <= ${typos}`,
            },
            ...levels.slice(at),
          ],
  };
}

import type { ColumnType } from '../value.ts';

const largest = '9007199254740992';

/** A finite number as JSON has it: the shortest digits that give it back, in the notation of JavaScript but for ".0" and "e+". */
const json = (number: string): string => `cast(to_json(${number}) as VARCHAR)`;

function printedDouble(number: string): string {
  return `case when abs(${number}) <= ${largest} and ${number} = trunc(${number}) then cast(cast(${number} as BIGINT) as VARCHAR) when abs(${number}) <= ${largest} then ${json(number)} when abs(${number}) < 1e21 then replace(${json(number)}, '.0', '') when isfinite(${number}) then replace(${json(number)}, 'e', 'e+') when isnan(${number}) then 'NaN' when ${number} > 0 then 'Infinity' when ${number} < 0 then '-Infinity' end`;
}

/**
 * A value of a column's type as JavaScript prints it once it has left the engine: the nearest double in the fewest digits, a day
 * as ISO text; text stays as it is. NULL for NULL. Of values that do not leave (`heldBack`) it says nothing.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const kg = dialect.printed('kg', 'DOUBLE');
 * await engine.rows(`select ${kg} as kg from (values (4157.0), (2e-7), (1e21)) v(kg)`) // => [{ kg: '4157' }, { kg: '2e-7' }, { kg: '1e+21' }]
 * await engine.close();
 * ```
 */
export function printed(expression: string, type: ColumnType): string {
  if (type === 'VARCHAR') return expression;
  const text = `cast(${expression} as VARCHAR)`;
  if (type === 'DOUBLE') return printedDouble(expression);
  // By its digits, since the engine's own division rounds twice; each is worked out once.
  if (type.startsWith('DECIMAL'))
    return `rtrim(replace(${json(`cast(${text} as DOUBLE)`)} || ';', '.0;', ''), ';')`;
  // The year 0 is printed as 1 BC.
  if (type === 'DATE')
    return `case when ${expression} >= DATE '0001-01-01' then ${text} else '0000' || substr(${text}, 5, 6) end`;
  return text;
}

/**
 * Whether a value of a column's type is one that the engine refuses to give out: a whole number beyond 2^53, a day beyond the
 * years 0 to 9999. Null where the type has no such values.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.heldBack('cases', 'BIGINT') // => 'cases not between -9007199254740992 and 9007199254740992'
 * dialect.heldBack('cases', 'INTEGER') // => null
 * ```
 */
export function heldBack(expression: string, type: ColumnType): string | null {
  if (type === 'BIGINT') return `${expression} not between -${largest} and ${largest}`;
  if (type === 'DATE') return `${expression} not between DATE '0000-01-01' and DATE '9999-12-31'`;
  const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (precision === undefined || Number(precision) - Number(scale) < 16) return null;
  return `abs(${expression}) >= ${BigInt(largest) + 1n}`;
}

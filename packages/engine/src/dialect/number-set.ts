/** A range of whole numbers, both ends in it; at most a thousand million of them. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/**
 * An aggregate: which whole numbers of a range stand in a column, as a text with a letter for each, '1' where it does
 * and '0' where not; NULL where there are no rows. All must lie in the range.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const lines = dialect.numberSet('line', { least: 1, most: 5 });
 * await engine.rows(`select ${lines} as lines from (values (2), (3), (3)) v(line)`) // => [{ lines: '01100' }]
 * await engine.close();
 * ```
 */
export function numberSet(number: string, { least, most }: NumberRange): string {
  return `cast(bitstring_agg(${number}, ${least}, ${most}) as VARCHAR)`;
}

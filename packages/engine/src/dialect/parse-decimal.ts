import { literal } from './literal.ts';

/** How a file prints numbers. */
export interface DecimalFormat {
  readonly decimal: '.' | ',';
  /** Characters that may stand between groups of three digits (". ", "'"); none when absent. */
  readonly group?: string;
}

/**
 * Text as DECIMAL(38,12), or NULL where the whole text is not such a number: an optional sign, digits with
 * complete groups of three or none, at most 12 decimals. Nothing is trimmed, guessed or rounded.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const kg = dialect.parseDecimal('t', { decimal: ',', group: '.' });
 * await engine.rows(`select ${kg} as kg from (values ('1.250,5'), ('1.25'), ('1 250'), ('ruim 300')) v(t)`) // => [{ kg: 1250.5 }, { kg: null }, { kg: null }, { kg: null }]
 * await engine.close();
 * ```
 */
export function parseDecimal(text: string, { decimal, group = '' }: DecimalFormat): string {
  if (/[\d+-]/.test(group) || group.includes(decimal))
    throw new TypeError(
      `the group characters "${group}" must not hold digits, signs or "${decimal}"`,
    );
  const characters = `[${[...group].map((one) => `\\x{${one.codePointAt(0)?.toString(16)}}`).join('')}]`;
  const whole = group === '' ? '\\d+' : `(?:\\d{1,3}(?:${characters}\\d{3})+|\\d+)`;
  const pattern = `[+-]?${whole}(?:\\x{${decimal.charCodeAt(0).toString(16)}}\\d{1,12})?`;
  const digits = group === '' ? text : `regexp_replace(${text}, ${literal(characters)}, '', 'g')`;
  const plain = decimal === '.' ? digits : `replace(${digits}, ',', '.')`;
  return `case when regexp_full_match(${text}, ${literal(pattern)}) then try_cast(${plain} as DECIMAL(38,12)) end`;
}

import { InputError, type Language, parseQuantity } from '@samenbeeld/schema';
import type { Mapping } from './description/description.ts';

const places = 12;

/** Half away from zero, to 12 decimals, as the tables of a picture do. */
function scaledOf(digits: string, exponent: number, negative: boolean): bigint {
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = exponent - fraction.length + places;
  const all = BigInt(`${whole}${fraction}` || '0');
  const scaled =
    shift >= 0
      ? all * 10n ** BigInt(shift)
      : (2n * all + 10n ** BigInt(-shift)) / (2n * 10n ** BigInt(-shift));
  return negative ? -scaled : scaled;
}

/**
 * A raw value cell in units of 10⁻¹², read digit by digit from the cell and the way the column is declared to write
 * numbers. It shares no code with the SQL that made the records, so that the two can check each other.
 */
export function exactDecimal(raw: string, mapping: Mapping, language: Language): bigint {
  if (mapping.as === 'quantity') {
    const { value } = parseQuantity(raw.trim(), language);
    return exactDecimal(String(value), { ...mapping, as: 'number', decimalChar: '.' }, language);
  }
  const [text = ''] = raw.trim().split(/(?<=\d)[\s\u00a0\u202f]+(?=\D)/u);
  let digits = '';
  let exponent = '';
  let inExponent = false;
  for (const character of text) {
    if (inExponent) exponent += character;
    else if (character >= '0' && character <= '9') digits += character;
    else if (character === 'e' || character === 'E') inExponent = true;
    else if (character === mapping.decimalChar) digits += '.';
    else if (mapping.decimalChar === null && mapping.groupChar === null && /[.,]/.test(character))
      digits += '.';
    else if (!(character === mapping.groupChar || /[\s+-]/u.test(character)))
      throw new InputError(`"${character}" in an accepted number`, { repair: 'report this file' });
  }
  return scaledOf(digits, Number(exponent || '0'), text.startsWith('-'));
}

/** Units of 10⁻¹² as decimal text. */
export function decimalOf(scaled: bigint): string {
  const negative = scaled < 0n;
  const digits = String(negative ? -scaled : scaled).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -places)}${fraction && `.${fraction}`}`;
}

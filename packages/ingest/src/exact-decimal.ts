import { InputError, inFour, quoted } from '@samenbeeld/schema';
import { wordedFigure } from './cell/resolve-quantity.ts';
import type { Mapping, SourceDescription } from './description/description.ts';

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

/** A cell without the flags that stand behind its figure. */
function withoutFlags(cell: string, { flags }: Mapping): string {
  const names = Object.keys(flags).sort((a, b) => b.length - a.length);
  let text = cell;
  for (;;) {
    const bare = text.replace(/[\s,;()[\]]+$/u, '');
    const name = names.find((each) => text.endsWith(each) || bare.endsWith(each));
    if (name === undefined) return text;
    const whole = text.endsWith(name) ? text : bare;
    const rest = whole.slice(0, whole.length - name.length);
    if (!/\d/u.test(rest) || (/^\d/u.test(name) && !/[\s([]$/u.test(rest))) return text;
    text = rest.replace(/[\s([]+$/u, '');
  }
}

/**
 * A raw value cell in units of 10⁻¹², read digit by digit from the cell and the way the column is declared to write
 * numbers. It shares no code with the SQL that made the records, so that the two can check each other.
 */
export function exactDecimal(
  raw: string,
  mapping: Mapping,
  source: Pick<SourceDescription, 'language' | 'missingValues'>,
): bigint {
  if (mapping.as === 'quantity') {
    const { language, missingValues } = source;
    const { value } = wordedFigure(raw.trim(), mapping, language, Object.keys(missingValues));
    const plain = { ...mapping, as: 'number', decimalChar: '.', groupChar: null } as const;
    return exactDecimal(String(value), plain, source);
  }
  const text = withoutFlags(raw.trim(), mapping);
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
      throw new InputError(
        inFour(
          '{sign} in een aanvaard getal',
          '{sign} dans un nombre accepté',
          '{sign} in einer angenommenen Zahl',
          '{sign} in an accepted number',
          { sign: quoted(character) },
        ),
        {
          repair: inFour(
            'meld dit bestand',
            'signalez ce fichier',
            'diese Datei melden',
            'report this file',
          ),
        },
      );
  }
  const power = Math.round(Math.log10(mapping.times));
  return scaledOf(digits, Number(exponent || '0') + power, text.startsWith('-'));
}

/** Units of 10⁻¹² as decimal text. */
export function decimalOf(scaled: bigint): string {
  const negative = scaled < 0n;
  const digits = String(negative ? -scaled : scaled).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -places)}${fraction && `.${fraction}`}`;
}

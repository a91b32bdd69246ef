import { decimalText, multiplyExact, scaleExact, type Text } from '@samenbeeld/schema';
import type { AnomalyKind } from './anomaly.ts';
import { said } from './expectation.ts';

/** A figure that may have been meant where another one stands. */
export interface Reading {
  readonly kind: Extract<AnomalyKind, 'unit_slip' | 'decimal_slip' | 'transposition'>;
  readonly value: number;
  /** "divided by 1,000", "with 37 for 73". */
  readonly says: Text;
  /** The digits are known to the last; a whole number that lost its last digit is not. */
  readonly exact: boolean;
}

/**
 * The number with two adjacent unlike digits swapped, in each way there is; a leading zero does not arise.
 */
export function swappedDigits(
  value: number,
): readonly { readonly value: number; readonly from: string; readonly to: string }[] {
  const text = decimalText(value);
  const places = [...text].flatMap((character, at) => (/\d/u.test(character) ? [at] : []));
  return places.slice(1).flatMap((at, index) => {
    const before = places[index] ?? 0;
    const [a = '', b = ''] = [text[before], text[at]];
    const swapped = [...text];
    swapped[before] = b;
    swapped[at] = a;
    if (a === b || (before === 0 && b === '0' && places.length > 1)) return [];
    return [{ value: Number(swapped.join('')), from: `${a}${b}`, to: `${b}${a}` }];
  });
}

const factors = [
  [1000, 'unit_slip'],
  [10, 'decimal_slip'],
  [100, 'decimal_slip'],
] as const;

/** What may have been meant by a figure: units of a thousand, a decimal mark out of place, two digits swapped. */
export function readingsOf(value: number, isWhole: boolean): readonly Reading[] {
  if (value === 0) return [];
  const scaled = factors.flatMap(([factor, kind]): Reading[] => {
    const down = scaleExact(value, 1, factor);
    const less = {
      kind,
      value: down,
      says: said(
        'gedeeld door {factor}',
        'divisé par {factor}',
        'geteilt durch {factor}',
        'divided by {factor}',
        { factor },
      ),
      exact: true,
    } as const;
    const more = {
      kind,
      value: multiplyExact(value, factor),
      says: said('maal {factor}', 'multiplié par {factor}', 'mal {factor}', 'times {factor}', {
        factor,
      }),
      exact: !isWhole,
    } as const;
    return isWhole && !Number.isInteger(down) ? [more] : [less, more];
  });
  // Of two digits there is but one swap, and chance finds it too often.
  const digits = decimalText(value).replace(/\D/gu, '').replace(/^0+/u, '');
  const swapped = (digits.length < 3 ? [] : swappedDigits(value)).map(
    ({ value: other, from, to }): Reading => ({
      kind: 'transposition',
      value: other,
      says: said(
        'met {to} in plaats van {from}',
        'avec {to} au lieu de {from}',
        'mit {to} statt {from}',
        'with {to} for {from}',
        { to, from },
      ),
      exact: true,
    }),
  );
  return [...scaled, ...swapped];
}

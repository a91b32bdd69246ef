import { decimalText } from '@samenbeeld/schema';
import { sayInFour } from '../words.ts';
import type { Rule } from './explanation.ts';

/** Digits with as many decimals as the longer of the two has, so that 0.37 and 0.307 compare digit by digit. */
function aligned(a: number, b: number): readonly [string, string] {
  const parts = [a, b].map((value) => decimalText(value).split('.'));
  const decimals = Math.max(...parts.map(([, fraction = '']) => fraction.length));
  const [first = '', second = ''] = parts.map(
    ([whole = '', fraction = '']) => whole + fraction.padEnd(decimals, '0'),
  );
  return [first, second];
}

/** Whether two numbers differ only in two adjacent digits, swapped. */
export function isTransposition(a: number, b: number): boolean {
  const [first, second] = aligned(a, b);
  if (first.length !== second.length || first === second) return false;
  const differing = [...first].flatMap((digit, index) => (digit === second[index] ? [] : [index]));
  const [i, j] = differing;
  if (differing.length !== 2 || i === undefined || j !== i + 1) return false;
  return first[i] === second[j] && first[j] === second[i];
}

/** The other figure is the governing one with two digits swapped. */
export const transposition: Rule = (governing, other) => {
  if (!isTransposition(governing.value, other.value)) return null;
  return {
    type: 'digit_transposition',
    computed: true,
    rests: [],
    text: sayInFour(
      '{other} en {governing} verschillen alleen in twee verwisselde cijfers: vermoedelijk een verschrijving.',
      '{other} et {governing} ne diffèrent que par deux chiffres intervertis : sans doute une erreur de transcription.',
      '{other} und {governing} unterscheiden sich nur durch zwei vertauschte Ziffern: vermutlich ein Zahlendreher.',
      '{other} and {governing} differ only in two swapped digits: probably a slip of the pen.',
      { other: other.value, governing: governing.value },
    ),
  };
};

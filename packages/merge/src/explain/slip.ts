import { decimalText, intervalContains, multiplyExact } from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { say } from '../words.ts';
import type { Rule } from './explanation.ts';

function significantDigits(value: number): number {
  return decimalText(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** Whether `rounded` is `fine` with its decimal mark moved, rounded to the digits printed. */
function isMoved(fine: Claim, rounded: Claim, power: number): boolean {
  return intervalContains(rounded.asPrinted, multiplyExact(fine.value, Number(`1e${power}`)));
}

/**
 * One figure is the other with its decimal mark moved by up to three places, and rounded. It is a computed explanation only
 * where the rounder of the two has two digits or more: a single digit fits too much.
 */
export const slip: Rule = (governing, other) => {
  if (governing.interval.high === null || governing.value === 0 || other.value === 0) return null;
  for (const power of [1, -1, 2, -2, 3, -3]) {
    const fits = isMoved(governing, other, power) || isMoved(other, governing, -power);
    if (!fits) continue;
    const factor = 10 ** Math.abs(power);
    return {
      type: 'factor_10^k',
      computed: Math.min(significantDigits(governing.value), significantDigits(other.value)) > 1,
      rests: [],
      text: say(
        power > 0
          ? {
              nl: '{other} is, op afronding na, {factor} keer {governing}: vermoedelijk een verschoven komma.',
              fr: '{other} est, à l’arrondi près, {factor} fois {governing} : sans doute une virgule déplacée.',
              de: '{other} ist, bis auf Rundung, das {factor}-Fache von {governing}: vermutlich ein verschobenes Komma.',
              en: '{other} is {factor} times {governing}, but for rounding: probably a misplaced decimal mark.',
            }
          : {
              nl: '{governing} is, op afronding na, {factor} keer {other}: vermoedelijk een verschoven komma.',
              fr: '{governing} est, à l’arrondi près, {factor} fois {other} : sans doute une virgule déplacée.',
              de: '{governing} ist, bis auf Rundung, das {factor}-Fache von {other}: vermutlich ein verschobenes Komma.',
              en: '{governing} is {factor} times {other}, but for rounding: probably a misplaced decimal mark.',
            },
        { other: other.value, governing: governing.value, factor },
      ),
    };
  }
  return null;
};

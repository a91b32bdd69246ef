import { decimalText, intervalContains, multiplyExact, type Text } from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { say } from '../words.ts';
import type { Rule } from './explanation.ts';

const rounded: Text = {
  nl: ', op afronding na,',
  fr: ', à l’arrondi près,',
  de: ', bis auf Rundung,',
  en: ', but for rounding,',
};

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
    const isExact = multiplyExact(governing.value, Number(`1e${power}`)) === other.value;
    return {
      type: 'factor_10^k',
      computed: Math.min(significantDigits(governing.value), significantDigits(other.value)) > 1,
      rests: [],
      text: say(
        power > 0
          ? {
              nl: '{other} is{about} {factor} keer {governing}: vermoedelijk een verschoven komma.',
              fr: '{other} est{about} {factor} fois {governing} : sans doute une virgule déplacée.',
              de: '{other} ist{about} das {factor}-Fache von {governing}: vermutlich ein verschobenes Komma.',
              en: '{other} is{about} {factor} times {governing}: probably a misplaced decimal mark.',
            }
          : {
              nl: '{governing} is{about} {factor} keer {other}: vermoedelijk een verschoven komma.',
              fr: '{governing} est{about} {factor} fois {other} : sans doute une virgule déplacée.',
              de: '{governing} ist{about} das {factor}-Fache von {other}: vermutlich ein verschobenes Komma.',
              en: '{governing} is{about} {factor} times {other}: probably a misplaced decimal mark.',
            },
        { other: other.value, governing: governing.value, factor, about: isExact ? '' : rounded },
      ),
    };
  }
  return null;
};

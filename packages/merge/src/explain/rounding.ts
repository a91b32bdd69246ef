import {
  convertQuantity,
  type Interval,
  intervalContains,
  subtractExact,
  sumExact,
} from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { say } from '../words.ts';
import type { Rule } from './explanation.ts';

/**
 * What a claim's printed digits allow. A statistical table prints every figure to the same decimals, so that its zeros
 * count: half of the last place. In a text, half of the last digit that is not zero.
 */
function digitsOf(claim: Claim): Interval {
  const [row] = claim.rows;
  if (claim.publication !== null || !row) return claim.asPrinted;
  const decimals = row.printed?.split('.')[1]?.length ?? 0;
  const half = convertQuantity(5 * 10 ** -(decimals + 1), row.unit, claim.unit).value;
  return {
    low: subtractExact(claim.value, half),
    high: sumExact([claim.value, half]),
    closed: false,
  };
}

/** The other figure is the governing one, rounded further than its words allow ("over 70,000" for 69,800; a table's 2 for 1.7). */
export const rounding: Rule = (governing, other) => {
  const isSaidExact = other.wording === 'exact' && other.publication !== null;
  if (isSaidExact || !intervalContains(digitsOf(other), governing.value)) return null;
  return {
    type: 'rounding',
    computed: true,
    rests: [],
    text: say(
      {
        nl: '{other} is het afgeronde {governing}.',
        fr: '{other} est l’arrondi de {governing}.',
        de: '{other} ist das gerundete {governing}.',
        en: '{other} is {governing}, rounded.',
      },
      { other: other.value, governing: governing.value },
    ),
  };
};

import { type Claim, isProvisional, publicationKey } from '@samenbeeld/merge';
import type { Text } from '@samenbeeld/schema';
import { text } from '../text.ts';

/** Whether two claims are of the same days. */
export const sameDays = (a: Claim, b: Claim): boolean =>
  a.periodStart === b.periodStart && a.periodEnd === b.periodEnd;

/** Whether two claims were read on one page. */
export const samePage = (a: Claim, b: Claim): boolean =>
  a.publication !== null &&
  b.publication !== null &&
  publicationKey(a.publication) === publicationKey(b.publication);

/** Whether whoever entered a claim doubts it: derived, of low reliability, or less than sure. */
export const isUnsure = ({ status, confidence }: Claim): boolean =>
  status.includes('U') || status.includes('E') || (confidence !== null && confidence !== 'high');

/** What is said of a claim that is less than sure. */
export const notSure: Text = text(
  'opgave niet zeker',
  'donnée incertaine',
  'Angabe unsicher',
  'claim not sure',
);

const endOf = ({ interval: { high } }: Claim): number => high ?? Number.POSITIVE_INFINITY;

/** Whether a claim allows everything that another says: "about 72,000" beside 71,796, "over 60" beside 73. */
function allows(wide: Claim, narrow: Claim): boolean {
  return wide.interval.low <= narrow.interval.low && endOf(narrow) <= endOf(wide);
}

/**
 * Claims that stand beside each other for the same days: what was counted before its period was over gives way to what came after,
 * and a claim that allows what a more exact one says is that one said less exactly (joint total, rules 2 and 3). What is left of one
 * period differs.
 */
export function standing(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter((claim) => {
    const others = claims.filter((other) => other !== claim && sameDays(claim, other));
    if (isProvisional(claim) && others.some((other) => !isProvisional(other))) return false;
    const narrower = others.filter((other) => allows(claim, other));
    // Of two that say the same the first in order of id stands.
    return !narrower.some((other) => !allows(other, claim) || other.id < claim.id);
  });
}

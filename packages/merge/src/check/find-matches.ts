import type { JointTotal } from '@samenbeeld/schema';
import { type Claim, isNamedBy } from '../claim.ts';
import type { Question } from './question.ts';

/** How a published claim with the same number lies to what is asked. */
export type MatchRelation = 'same' | 'other-basis' | 'other-place' | 'part-of-year';

/** A published claim with the very number that is asked about. */
export interface Match {
  readonly claim: Claim;
  readonly relation: MatchRelation;
}

function relationOf(claim: Claim, question: Question, here: ReadonlySet<string>): MatchRelation {
  if (!claim.places.every((place) => here.has(place))) return 'other-place';
  if (claim.basis !== question.basis) return 'other-basis';
  const isWholeYear =
    claim.periodStart === `${question.year}-01-01` &&
    claim.periodEnd === `${question.year}-12-31` &&
    claim.extent !== 'one_find' &&
    claim.extent !== 'some_finds';
  return isWholeYear ? 'same' : 'part-of-year';
}

/** The claims of that year and drug with this very number, those on the footing asked for first. */
export function findMatches(
  claims: readonly Claim[],
  question: Question,
  total: JointTotal | undefined,
): readonly Match[] {
  const here = new Set([...(total?.members ?? []).map((member) => member.place), question.place]);
  const order: readonly MatchRelation[] = ['same', 'part-of-year', 'other-basis', 'other-place'];
  return claims
    .filter(
      (claim) =>
        claim.value === question.value &&
        claim.substance === question.substance &&
        claim.periodStart.startsWith(String(question.year)) &&
        claim.periodEnd.startsWith(String(question.year)),
    )
    .map((claim) => ({ claim, relation: relationOf(claim, question, here) }))
    .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation));
}

/** The claims with these ids, in their order. */
export function claimsNamed(claims: readonly Claim[], ids: readonly string[]): readonly Claim[] {
  return ids.flatMap((id) => claims.find((claim) => isNamedBy(claim, id)) ?? []);
}

import { agencyRelation } from '../agency-relation.ts';
import { placeRelation, substanceRelation } from '../cell.ts';
import type { Claim } from '../claim.ts';
import { isCountry } from '../roles.ts';
import type { Question } from './question.ts';
import type { Scopes, Standing, Stated } from './stated.ts';

/** How a published claim with the same number lies to what is asked: the first thing in which it differs. */
export type MatchRelation =
  | 'same'
  | 'other-basis'
  | 'other-place'
  | 'other-substance'
  | 'other-agency'
  | 'part-of-year'
  | 'other-period';

/** A published claim with the very number that is asked about. */
export interface Match {
  readonly claim: Claim;
  readonly relation: MatchRelation;
  readonly standing: Standing;
}

const order: readonly MatchRelation[] = [
  'same',
  'part-of-year',
  'other-period',
  'other-basis',
  'other-agency',
  'other-substance',
  'other-place',
];

/** The first thing in which what a claim is about differs from what is asked. */
export function relationOf(
  claim: Claim,
  { period, substance, basis, agencies }: Question,
  here: readonly string[],
): MatchRelation {
  const place = placeRelation(claim, here);
  if (place !== 'same') return 'other-place';
  if (claim.substance !== substance) return 'other-substance';
  if (claim.basis !== basis) return 'other-basis';
  if (claim.periodStart < period.start || claim.periodEnd > period.end) return 'other-period';
  const isSame =
    claim.periodStart === period.start &&
    claim.periodEnd === period.end &&
    (claim.extent === 'whole' || claim.extent === 'one_agency');
  if (!isSame) return 'part-of-year';
  const counts =
    agencies === null
      ? claim.extent === 'one_agency'
        ? 'within'
        : 'same'
      : agencyRelation(claim.agencies, agencies, isCountry(here));
  return counts === 'same' ? 'same' : 'other-agency';
}

/** The claims of that time and family of drugs with this very number, those on the footing asked for first. */
export function findMatches(
  { claims, standing }: Scopes,
  question: Question,
  asked: Stated,
): readonly Match[] {
  const here = asked.totals[0]?.members.map(({ place }) => place) ?? [question.place];
  const { start, end } = question.period;
  // An upper end or a range is no figure that somebody may have published.
  if (['at_most', 'below', 'between'].includes(question.wording)) return [];
  return (
    claims
      .filter(
        (claim) =>
          claim.value === question.value &&
          substanceRelation(claim, question.substance) !== 'apart' &&
          claim.periodStart <= end &&
          claim.periodEnd >= start,
      )
      // The same number of somewhere else on another footing is chance, and one port's zero tells nothing of another.
      .filter(
        (claim) =>
          placeRelation(claim, here) !== 'apart' ||
          (claim.basis === question.basis && claim.value !== 0),
      )
      .map((claim) => ({
        claim,
        relation: relationOf(claim, question, here),
        standing: standing(claim, asked),
      }))
      .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation))
  );
}

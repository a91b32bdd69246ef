import type { Decision } from '@samenbeeld/schema';
import { type Claim, isNamedBy } from './claim.ts';

/**
 * The claim a person decided to keep, if it is still there: "keep" and the id of the claim or of one of its rows, or the
 * source's own number of it ("keep C086") where only one claim bears it.
 */
export function keptClaim(decision: Decision | undefined, claims: readonly Claim[]): Claim | null {
  if (decision?.kind !== 'conflict' || !decision.verdict.startsWith('keep ')) return null;
  const name = decision.verdict.slice('keep '.length).trim();
  const numbered = claims.filter((claim) => claim.rows.some((row) => row.reference === name));
  return (
    claims.find((claim) => claim.id === name) ??
    claims.find((claim) => isNamedBy(claim, name)) ??
    (numbered.length === 1 ? (numbered[0] as Claim) : null)
  );
}

import type { Decision } from '@samenbeeld/schema';
import { type Claim, isNamedBy } from './claim.ts';

/** The claim a person decided to keep ("keep" and the id of the claim or of one of its rows), if it is still there. */
export function keptClaim(decision: Decision | undefined, claims: readonly Claim[]): Claim | null {
  if (decision?.kind !== 'conflict' || !decision.verdict.startsWith('keep ')) return null;
  const id = decision.verdict.slice('keep '.length).trim();
  return (
    claims.find((claim) => claim.id === id) ?? claims.find((claim) => isNamedBy(claim, id)) ?? null
  );
}

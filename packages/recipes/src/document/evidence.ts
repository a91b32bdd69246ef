import type { Claim } from '@samenbeeld/merge';
import type { Evidence } from '@samenbeeld/report';
import { claimText, publisherOf } from './claim-text.ts';

/** The rows that are a claim, each as a piece of evidence. */
export function evidenceOf(claim: Claim, role: Evidence['role']): readonly Evidence[] {
  return claim.rows.map((row) => ({
    role,
    claim: claim.id,
    says: claimText(claim),
    printed:
      row.wordingPrinted === null
        ? undefined
        : { words: `${row.wordingPrinted} ${row.printed ?? ''} ${row.unit}` },
    publisher: publisherOf(claim),
    url: row.publication?.startsWith('http') ? row.publication : undefined,
    origin: row.origin,
  }));
}

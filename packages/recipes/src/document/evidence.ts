import { type Claim, publicationKey } from '@samenbeeld/merge';
import type { Evidence } from '@samenbeeld/report';
import { claimText, publisherText } from './claim-text.ts';

/** The rows that are a claim, each as a piece of evidence; a publication that several have read is named once. */
export function evidenceOf(claim: Claim, role: Evidence['role']): readonly Evidence[] {
  const keys = claim.rows.map((row, at) => publicationKey(row.publication ?? `row ${at}`));
  const isFirst = (at: number): boolean => keys.indexOf(keys[at] as string) === at;
  return claim.rows.map((row, at) => ({
    role,
    claim: claim.id,
    says: claimText(claim),
    printed:
      row.wordingPrinted === null
        ? undefined
        : { words: `${row.wordingPrinted} ${row.printed ?? ''} ${row.unit}` },
    publisher: isFirst(at) ? publisherText(claim) : undefined,
    url: isFirst(at) && row.publication?.startsWith('http') ? row.publication : undefined,
    origin: row.origin,
  }));
}

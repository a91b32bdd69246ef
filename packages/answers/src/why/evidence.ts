import { type Claim, publicationKey } from '@samenbeeld/merge';
import type { Evidence } from '@samenbeeld/page';
import { type Language, languages, markerOf } from '@samenbeeld/schema';
import { addedUp, claimText, publisherText, takenAs } from '../sources/claim-text.ts';
import { joined } from '../text.ts';

/** The only language in which words mark a figure ("ruim", "almost"); undefined where several or none know them. */
export function languageOfWords(words: string): Language | undefined {
  const [only, ...others] = languages.filter((language) => markerOf(words, [language]));
  return others.length === 0 ? only : undefined;
}

/** The rows that are a claim, each as a piece of evidence; a publication that several have read is named once. */
export function evidenceOf(claim: Claim, role: Evidence['role']): readonly Evidence[] {
  const keys = claim.rows.map((row, at) => publicationKey(row.publication ?? `row ${at}`));
  const also = [addedUp(claim), takenAs(claim)].filter((one) => one !== null);
  const isFirst = (at: number): boolean => keys.indexOf(keys[at] as string) === at;
  return claim.rows.map((row, at) => ({
    role,
    claim: claim.id,
    says: joined([claimText(claim), ...also], ', '),
    printed:
      row.wordingPrinted === null
        ? undefined
        : {
            words: `${row.wordingPrinted} ${row.printed ?? ''} ${row.unit}`,
            language: languageOfWords(row.wordingPrinted),
          },
    publisher: isFirst(at) ? publisherText(claim) : undefined,
    url: isFirst(at) && row.publication?.startsWith('http') ? row.publication : undefined,
    origin: row.origin,
  }));
}

import type { Claim } from '@samenbeeld/merge';
import type { TableBlock } from '@samenbeeld/page';
import { bases, type Text } from '@samenbeeld/schema';
import { labelled, text } from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { claimText, publisherText } from './claim-text.ts';

/** Claims that enter no figure of an answer, each with its basis, its source and its cell; by place, basis and days. */
export function claimTable(caption: Text, claims: readonly Claim[]): TableBlock | null {
  if (claims.length === 0) return null;
  const orderOf = ({ place, basis, periodStart, periodEnd, id }: Claim): string =>
    [place, basis, periodStart, periodEnd, id].join(' ');
  const sorted = [...claims].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return {
    kind: 'table',
    caption,
    columns: [
      { label: text('waarover', 'sujet', 'worüber', 'about'), kind: 'label' },
      { label: text('grondslag', 'base', 'Grundlage', 'basis'), kind: 'words' },
      { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
    ],
    rows: sorted.map((claim) => [
      {
        shown: claimText(claim),
        value: claim.value,
        why: {
          key: `alone ${claim.id}`,
          title: claimText(claim),
          says: [],
          evidence: evidenceOf(claim, 'not_added'),
        },
      },
      { shown: labelled(bases, claim.basis) },
      {
        shown: publisherText(claim),
        ...(claim.publication?.startsWith('http') ? { url: claim.publication } : {}),
      },
    ]),
  };
}

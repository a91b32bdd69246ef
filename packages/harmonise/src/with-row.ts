import type { CrosswalkRow } from '@samenbeeld/ingest';
import type { CodeProposal } from './code-proposal.ts';

/** What the row itself proposes, where it is other than what the code list does. */
export function withRow(proposal: CodeProposal, row: CrosswalkRow | undefined): CodeProposal {
  if (!row || row.to === null || (row.to === proposal.to && row.match === proposal.match))
    return proposal;
  const other = proposal.to;
  return {
    label: proposal.label,
    to: row.to,
    match: row.match,
    confidence: 0.5,
    reason: `the crosswalk proposes it, and waits for a decision (${(row.note ?? '').replace(/^decide:?\s*/iu, '')})`,
    alternatives: [
      ...(other === null
        ? []
        : [
            {
              to: other,
              match: proposal.match,
              confidence: proposal.confidence,
              reason: proposal.reason,
            },
          ]),
      ...proposal.alternatives.filter(({ to }) => to !== row.to),
    ].slice(0, 5),
  };
}

import type { Crosswalk, CrosswalkRow, Mapping } from '../description/description.ts';
import type { CodeProposal } from './code-proposal.ts';

/** Whether a row of a crosswalk waits for a person: its note begins with "decide", as `describe` writes it. */
export function isUndecidedRow({ note }: CrosswalkRow): boolean {
  return /^decide\b/iu.test(note ?? '');
}

/** A crosswalk without the rows that wait for a person: they are evidence of nothing. */
export function decidedPart(crosswalk: Crosswalk): Crosswalk {
  return { ...crosswalk, rows: crosswalk.rows.filter((row) => !isUndecidedRow(row)) };
}

/** The row of a label that waits for a person, and for which no decision is recorded; undefined where there is none. */
export function undecidedRow(
  label: string,
  { crosswalk, decided = [], pad }: Mapping,
): CrosswalkRow | undefined {
  const text = pad === null ? label : label.padStart(pad, '0');
  if (decided.some(({ from }) => from === label || from === text)) return undefined;
  const row = crosswalk?.rows.find(({ from }) => from === text);
  return row && isUndecidedRow(row) ? row : undefined;
}

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

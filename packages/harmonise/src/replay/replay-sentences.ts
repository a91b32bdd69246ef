import type { UndecidedLabel } from '../undecided-labels.ts';
import type { ReplayReport } from './replay-report.ts';

function dot(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** What is proposed for a label, in a few words. */
function proposalWords({ proposal }: UndecidedLabel): string {
  if (proposal === null) return 'any code may stand there';
  const others = proposal.alternatives.map(({ to, match }) => `${match} ${to}`);
  const rest = others.length > 0 ? `; or ${others.join(', ')}` : '';
  if (proposal.to === null) return `${proposal.reason}${rest}`;
  return `perhaps ${proposal.match} ${proposal.to} (${proposal.confidence.toFixed(2)}: ${proposal.reason})${rest}`;
}

/** A replay in plain English, a sentence for each thing to know. */
export function replaySentences({
  applied,
  inapplicable,
  undecided,
}: Omit<ReplayReport, 'says'>): readonly string[] {
  return [
    ...applied.map(({ decision, says }) => dot(`Decision ${decision.id} applies: ${says}`)),
    ...inapplicable.map(({ decision, why, says }) =>
      dot(
        `Decision ${decision.id} ${why === 'already-said' ? 'is superfluous' : 'no longer applies'}: ${says}`,
      ),
    ),
    ...undecided.map((label) =>
      dot(
        `New and undecided: "${label.label}" in "${label.column}" for ${label.field}, ${label.cells} cell${label.cells === 1 ? '' : 's'}, first in ${label.file}${label.line === null ? '' : `, line ${label.line}`}; ${proposalWords(label)}`,
      ),
    ),
  ];
}

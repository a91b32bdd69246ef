import type { FindingBlock } from '@samenbeeld/page';
import type { NotAdded, Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { claimText } from '../sources/claim-text.ts';
import { capitalised, joined, text } from '../text.ts';

const elsewhereCounted: Text = text(
  'Op een andere grondslag geteld, dus niet opgeteld',
  'Compté sur une autre base, donc non additionné',
  'Auf anderer Grundlage gezählt, daher nicht addiert',
  'Counted on another basis, so not added',
);

const throughPort: Text = text(
  'Via de haven binnengekomen is niet in de haven in beslag genomen',
  'Entré par le port ne veut pas dire saisi dans le port',
  'Über den Hafen eingeführt heißt nicht im Hafen sichergestellt',
  'Entered via the port is not seized in the port',
);

/** The figures people quote that are about something else. */
export function passedThroughFinding(
  notAdded: readonly NotAdded[],
  analysis: Analysis,
): FindingBlock | null {
  const beside = notAdded.filter((entry) => entry.kind === 'basis');
  if (beside.length === 0) return null;
  const isThroughPort =
    analysis.question.basis === 'seized_in_port' &&
    beside.every(({ basis }) => basis === 'entered_via_port');
  const byId = new Map(analysis.result.claims.map((claim) => [claim.id, claim]));
  const list = beside.flatMap((entry) => {
    const claim = byId.get(entry.claim);
    return claim ? [joined([capitalised(claimText(claim)), entry.reason], '. ')] : [];
  });
  return {
    kind: 'finding',
    title: isThroughPort ? throughPort : elsewhereCounted,
    text: text(
      'Niet opgeteld: {list}',
      'Non additionné : {list}',
      'Nicht addiert: {list}',
      'Not added: {list}',
      { list: joined(list, ' ') },
    ),
    confidence: 'high',
  };
}

import { contradictedPairs, recordName } from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/report';
import type { Analysis } from '../analysis.ts';
import { capitalised, text } from './text.ts';

/**
 * Decisions on records that cannot all hold, each in a sentence: what persons said, with its chain, and pairs called the same
 * that the totals do not follow.
 */
export function contradictions({
  judged,
  gathered,
  doubleReports,
}: Pick<Analysis, 'judged' | 'doubleReports'> & {
  readonly gathered: Pick<Analysis['gathered'], 'seizures'>;
}): readonly Block[] {
  const byId = new Map(gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const unfollowed = contradictedPairs(gathered.seizures, doubleReports);
  return [
    ...judged.conflicts.map(({ says }): Block => ({ kind: 'paragraph', text: capitalised(says) })),
    ...unfollowed.map(
      ({ a, b, decision }): Block => ({
        kind: 'paragraph',
        text: text(
          'Dat {a} en {b} dezelfde vangst zijn (beslissing {id}) gaat niet samen met andere beslissingen, of zou twee rijen van één bestand tot één vangst maken. Geen totaal volgt het, tot iemand een van de beslissingen vervangt.',
          'Que {a} et {b} soient la même saisie (décision {id}) est incompatible avec d’autres décisions, ou ferait une seule saisie de deux lignes d’un fichier. Aucun total ne la suit, tant que personne ne remplace une de ces décisions.',
          'Dass {a} und {b} derselbe Fund sind (Entscheidung {id}), passt nicht zu anderen Entscheidungen oder machte aus zwei Zeilen einer Datei einen Fund. Keine Summe folgt dem, bis jemand eine der Entscheidungen ersetzt.',
          'That {a} and {b} are the same seizure (decision {id}) does not go with other decisions, or would make one seizure of two rows of one file. No total follows it, until someone supersedes one of the decisions.',
          { a: recordName(a, byId), b: recordName(b, byId), id: decision ?? '' },
        ),
      }),
    ),
  ];
}

import type { Text } from '@samenbeeld/schema';
import type { MoneyAnswer } from '../../money/money-analysis.ts';
import { text } from '../text.ts';

const cocaine: ReadonlySet<string | null> = new Set(['COC', 'COC_HCL', 'COC_CRACK']);

/** What a picture of money asks; by the drug's name where its questions are about cocaine only, as the ports' are. */
export function pictureQuestion(answers: readonly Pick<MoneyAnswer, 'question'>[]): Text {
  const rows = answers.flatMap(({ question }) => question.quantity.rows);
  const isCocaine = rows.length > 0 && rows.every(({ substance }) => cocaine.has(substance));
  const [be, what] = isCocaine
    ? [
        text('was', 'valait', 'war', 'was'),
        text('cocaïne', 'la cocaïne saisie', 'das sichergestellte Kokain', 'cocaine'),
      ]
    : [
        text('waren', 'valaient', 'waren', 'were'),
        text('drugs', 'les drogues saisies', 'die sichergestellten Drogen', 'drugs'),
      ];
  return text(
    'Wat {be} de in beslag genomen {what} waard, wat kan de rest hebben opgebracht, en welke verklaring voor waar het geld blijft, wordt door het bewijs gesteund?',
    'Que {be} {what}, qu’a pu rapporter le reste, et quelle explication de la destination de l’argent les indices soutiennent-ils ?',
    'Was {be} {what} wert, was kann der Rest eingebracht haben, und welche Erklärung für den Verbleib des Geldes stützen die Hinweise?',
    'What {be} the seized {what} worth, what may the rest have brought in, and which explanation of where the money goes does the evidence support?',
    { be, what },
  );
}

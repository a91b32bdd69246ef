import { substanceContains, substances, type Text } from '@samenbeeld/schema';
import { labelled, ofDrug, text } from '../text.ts';
import type { MoneyAnswer } from './money-analysis.ts';

/** The drug or the family that all questions are about; null where they are about several, or none is named. */
function onlyDrug(answers: readonly Pick<MoneyAnswer, 'question'>[]): string | null {
  const rows = answers.flatMap(({ question }) => question.quantity.rows);
  const drugs = [...new Set(rows.map(({ substance }) => substance))];
  const isFamily = (whole: string): boolean =>
    substances.has(whole) &&
    drugs.every(
      (drug) =>
        drug === whole || (drug !== null && substances.has(drug) && substanceContains(whole, drug)),
    );
  return drugs.find((drug) => drug !== null && isFamily(drug)) ?? null;
}

/** What a picture of money asks; by the drug's name where its questions are about one only. */
export function pictureQuestion(answers: readonly Pick<MoneyAnswer, 'question'>[]): Text {
  const drug = onlyDrug(answers);
  const drugs = text('drugs', 'de drogues', 'Drogen', 'of drugs');
  const { fr, en } = drug === null ? drugs : ofDrug(drug);
  const { nl, de } = drug === null ? drugs : labelled(substances, drug);
  return text(
    'Wat waren de inbeslagnames van {what} waard, wat kan de rest hebben opgebracht, en welke verklaring voor waar het geld blijft, wordt door het bewijs gesteund?',
    'Que valaient les saisies {what}, qu’a pu rapporter le reste, et quelle explication de la destination de l’argent les indices soutiennent-ils ?',
    'Was waren die Sicherstellungen von {what} wert, was kann der Rest eingebracht haben, und welche Erklärung für den Verbleib des Geldes stützen die Hinweise?',
    'What were the seizures {what} worth, what may the rest have brought in, and which explanation of where the money goes does the evidence support?',
    { what: { nl, fr, de, en } },
  );
}

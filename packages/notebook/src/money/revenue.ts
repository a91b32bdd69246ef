import { answerQuestion } from '@samenbeeld/answers';
import type { Revenue } from '@samenbeeld/money';
import { folded } from '@samenbeeld/page';
import { inFour, RefusalError } from '@samenbeeld/schema';
import { type FindingAnswer, findingAnswer } from '../finding-answer.ts';
import { awaited } from '../kernel.ts';
import type { Picture } from '../opened-picture.ts';
import { answerLater, type Refused } from '../refused.ts';
import { influenceTable, inputTable, revenueTable } from './money-grids.ts';
import { type MoneyOptions, questionOf } from './money-question.ts';
import { moneyWords } from './money-words.ts';

/** Options of `revenue`. */
export interface RevenueOptions extends MoneyOptions {
  /** Whose prices: of the wholesale trade (default), or of the street. */
  readonly level?: 'wholesale' | 'retail';
  /** Shares that may have been intercepted; those of the picture. */
  readonly rates?: readonly number[];
}

/**
 * What the drugs that were not intercepted may have brought in, for each assumed share that was: never one amount. Await
 * it.
 *
 * @param id of a question of the picture, such as "NSP-2022"
 */
export function revenue(
  picture: Picture,
  id: string,
  { assume, level = 'wholesale', rates, ...options }: RevenueOptions = {},
): Promise<FindingAnswer<Revenue> | Refused> {
  return awaited(
    'revenue(…)',
    answerLater(picture, async () => {
      const asked = await questionOf(picture, id, assume);
      const question = rates ? { ...asked, rates } : asked;
      const found = answerQuestion(question, { seed: picture.seed, ...options });
      const finding = level === 'retail' ? found.retail : found.revenue;
      if (!finding)
        throw new RefusalError(
          inFour(
            'Voor {id} is geen straatprijs bekend.',
            'Aucun prix de rue n’est connu pour {id}.',
            'Für {id} ist kein Straßenpreis bekannt.',
            'No street price is known for {id}.',
            { id },
          ),
          {
            dimension: 'market level',
            remedy: inFour(
              "Vraag tegen groothandelsprijzen: `{ level: 'wholesale' }`.",
              "Demandez aux prix de gros : `{ level: 'wholesale' }`.",
              "Fragen Sie zu Großhandelspreisen: `{ level: 'wholesale' }`.",
              "Ask at wholesale prices: `{ level: 'wholesale' }`.",
            ),
          },
        );
      const { language } = picture;
      return findingAnswer(picture, finding, [
        revenueTable(finding, language),
        inputTable(finding.inputs),
        ...folded(moneyWords.matters, [influenceTable(finding.influences, language)]),
      ]);
    }),
  );
}

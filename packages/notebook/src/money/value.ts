import { answerQuestion } from '@samenbeeld/answers';
import type { SeizedValue } from '@samenbeeld/money';
import { folded } from '@samenbeeld/page';
import { type FindingAnswer, findingAnswer } from '../finding-answer.ts';
import { awaited } from '../kernel.ts';
import type { Picture } from '../opened-picture.ts';
import { answerLater, type Refused } from '../refused.ts';
import { words } from '../words.ts';
import { influenceTable, inputTable } from './money-grids.ts';
import { type MoneyOptions, questionOf } from './money-question.ts';

/**
 * What the drugs of a question would have cost at wholesale, as a range, with every number that entered. Await it.
 *
 * @param id of a question of the picture, such as "NSP-2022"
 */
export function value(
  picture: Picture,
  id: string,
  { assume, ...options }: MoneyOptions = {},
): Promise<FindingAnswer<SeizedValue> | Refused> {
  return awaited(
    'value(…)',
    answerLater(picture, async () => {
      const question = await questionOf(picture, id, assume);
      const finding = answerQuestion(question, { seed: picture.seed, ...options }).value;
      const { language } = picture;
      return findingAnswer(picture, finding, [
        inputTable(finding.inputs),
        ...folded(words.numbers, [influenceTable(finding.influences, language)]),
      ]);
    }),
  );
}

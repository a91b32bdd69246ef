import type { Analysis } from './analysis.ts';
import { gapsChapter } from './document/money/gaps-chapter.ts';
import { hypothesesChapter } from './document/money/hypotheses-chapter.ts';
import { inputsChapter } from './document/money/inputs-chapter.ts';
import { intelligenceChapter } from './document/money/intelligence-chapter.ts';
import { moneyFindings } from './document/money/money-findings.ts';
import { pictureQuestion } from './document/money/picture-question.ts';
import { questionChapter } from './document/money/question-chapter.ts';
import { recoveryChapter } from './document/money/recovery-chapter.ts';
import { safeguardsChapter } from './document/money/safeguards-chapter.ts';
import { valueChapter } from './document/money/value-chapter.ts';
import { text } from './document/text.ts';
import { analyseMoney } from './money/money-analysis.ts';
import { moneyTables } from './money/money-tables.ts';
import { type Composed, factsOf } from './north-sea-port.ts';
import { anew, type Once } from './step-cache.ts';

/**
 * The money behind the seizures: what they were worth, what the rest may have brought in, what shows up of it with financial
 * intelligence units and in seized assets, and which explanations withstand the evidence.
 */
export function followTheMoney(analysis: Analysis, once: Once = anew): Composed {
  const money = analyseMoney(analysis, once);
  const { answers, indices, shares, assets, sets } = money;
  return {
    findings: [
      ...answers.flatMap(({ answer }) => [
        answer.value,
        answer.revenue,
        ...(answer.retail ? [answer.retail] : []),
      ]),
      ...indices,
      ...shares.drugs,
      ...shares.online,
      ...shares.cash,
      ...shares.crypto,
      ...assets,
      ...sets.map(({ weighed }) => weighed),
    ],
    tables: moneyTables(money),
    document: {
      title: text(
        'Volg het geld: waarde, omzet en waar het blijft',
        'Suivre l’argent : valeur, chiffre d’affaires et destination',
        'Dem Geld folgen: Wert, Umsatz und Verbleib',
        'Follow the money: value, revenue and where it goes',
      ),
      question: pictureQuestion(answers),
      exercise: analysis.synthetic,
      facts: factsOf(analysis),
      front: moneyFindings(money),
      sections: [
        questionChapter(),
        inputsChapter(analysis, money),
        valueChapter(money),
        intelligenceChapter(money),
        recoveryChapter(money),
        hypothesesChapter(money),
        gapsChapter(money),
        safeguardsChapter(),
      ],
    },
  };
}

import type { QuestionNumbers } from './answer-question.ts';
import type { ResolvedQuestion } from './resolve-question.ts';

/** The numbers of a question without where they come from. */
export function numbersOf(question: ResolvedQuestion): QuestionNumbers {
  const { id, label, quantity, wholesale, retail, purity, loss, rates } = question;
  return {
    id,
    label,
    quantity: quantity.assumed,
    wholesale: wholesale.assumed,
    retail: retail?.assumed ?? null,
    purity: purity && { seized: purity.seized.assumed, sold: purity.sold.assumed },
    loss: loss?.assumed ?? null,
    rates,
  };
}

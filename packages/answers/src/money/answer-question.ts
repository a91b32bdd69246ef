import {
  type Assumed,
  estimateRevenue,
  type Price,
  type Revenue,
  type SeizedValue,
  type SimulationOptions,
  wholesaleValue,
} from '@samenbeeld/money';
import type { Text } from '@samenbeeld/schema';

/** The numbers of one question, as they enter a calculation. */
export interface QuestionNumbers {
  readonly id: string;
  readonly label: Text;
  readonly quantity: Assumed;
  readonly wholesale: Price;
  readonly retail: Price | null;
  readonly purity: { readonly seized: Assumed; readonly sold: Assumed } | null;
  readonly loss: Assumed | null;
  readonly rates: readonly number[];
}

/** What a question has for answers: a value, and revenue as a function of a rate, never one headline. */
export interface AnsweredQuestion {
  readonly value: SeizedValue;
  /** At wholesale prices. */
  readonly revenue: Revenue;
  /** At street prices; null where none is known. */
  readonly retail: Revenue | null;
}

/**
 * Answers a question: what the seized drugs would have cost at wholesale, and what the rest may have brought in at each
 * assumed interception rate, at wholesale and at street prices.
 *
 * The same question, seed and number of draws give the same figures in the report and in a notebook.
 */
export function answerQuestion(
  numbers: QuestionNumbers,
  options: SimulationOptions = {},
): AnsweredQuestion {
  const { id, label, quantity, wholesale, retail, purity, loss, rates } = numbers;
  const passing = { ...options, label, seized: quantity, rates, ...(loss && { loss }) };
  return {
    value: wholesaleValue({
      ...options,
      label,
      subject: `value ${id}`,
      quantity,
      price: wholesale,
    }),
    revenue: estimateRevenue({ ...passing, subject: `revenue ${id} wholesale`, price: wholesale }),
    retail:
      retail &&
      estimateRevenue({
        ...passing,
        subject: `revenue ${id} retail`,
        price: retail,
        level: 'retail',
        ...(purity && { purity }),
      }),
  };
}

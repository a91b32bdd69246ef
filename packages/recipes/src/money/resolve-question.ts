import type { Price } from '@samenbeeld/money';
import type { Text } from '@samenbeeld/schema';
import { type MoneyInput, plannedInput, type Resolving } from './money-input.ts';
import type { MoneyQuestion } from './money-plan.ts';
import { resolvePrice } from './resolve-price.ts';
import { resolveQuantity } from './resolve-quantity.ts';

/** A question with every number it needs. */
export interface ResolvedQuestion {
  readonly id: string;
  readonly label: Text;
  readonly quantity: MoneyInput;
  /** Why the quantity is a floor; null where it is known. */
  readonly floor: Text | null;
  readonly wholesale: MoneyInput<Price>;
  readonly retail: MoneyInput<Price> | null;
  readonly purity: { readonly seized: MoneyInput; readonly sold: MoneyInput } | null;
  readonly loss: MoneyInput | null;
  readonly rates: readonly number[];
}

/** Finds every number that a question needs among the inputs and the assumptions. */
export function resolveQuestion(question: MoneyQuestion, resolving: Resolving): ResolvedQuestion {
  const { quantity, floor } = resolveQuantity(question, resolving);
  const assumed = (id: string): MoneyInput => plannedInput(id, question.id, resolving);
  return {
    id: question.id,
    label: question.label,
    quantity,
    floor,
    wholesale: resolvePrice(question.wholesale, question.id, resolving),
    retail: question.retail && resolvePrice(question.retail, question.id, resolving),
    purity: question.purity && {
      seized: assumed(question.purity.seized),
      sold: assumed(question.purity.sold),
    },
    loss: question.loss === null ? null : assumed(question.loss),
    rates: resolving.plan.rates,
  };
}

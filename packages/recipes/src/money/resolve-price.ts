import { type Price, priceInEuro, referenceRates } from '@samenbeeld/money';
import type { Observation } from '@samenbeeld/schema';
import { gradeOf, type MoneyInput, plannedInput, type Resolving } from './money-input.ts';
import type { PriceChoice } from './money-plan.ts';
import { refuseFile } from './read-yaml.ts';

/** The price that a question chooses, in euro: one of the inputs, or the assumption that stands in for one. */
export function resolvePrice(
  choice: PriceChoice,
  asking: string,
  resolving: Resolving,
): MoneyInput<Price> {
  if ('assumption' in choice) {
    const { assumed, grade, rows } = plannedInput(choice.assumption, asking, resolving);
    const { level } = assumed;
    if (level === null)
      return refuseFile(
        resolving.file,
        `${assumed.id} is used as a price but has no level`,
        'write level: wholesale or level: retail',
      );
    return { assumed: { ...assumed, level, purity: null, declared: false }, grade, rows };
  }
  const { place, substance, level, year } = choice;
  const found = resolving.prices.find(
    (price) =>
      price.place === place &&
      price.substance === substance &&
      price.level === level &&
      price.year === year &&
      !price.declared,
  );
  if (!found)
    return refuseFile(
      resolving.file,
      `${asking} asks for a ${level} price of ${substance} in ${place}, ${year}, and the inputs have none`,
      'choose another year or place, or an assumption',
    );
  const [first] = found.observations as [Observation];
  return {
    assumed: priceInEuro(found, referenceRates),
    grade: gradeOf(first, resolving.analysis),
    rows: found.observations,
  };
}

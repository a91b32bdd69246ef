import { InputError } from '@samenbeeld/schema';
import type { Assumed } from './assumed.ts';
import { checkDistribution } from './distribution.ts';

/**
 * Refuses kilograms and prices that can be below zero.
 *
 * @throws InputError
 */
export function checkAmount({ id, distribution }: Pick<Assumed, 'id' | 'distribution'>): void {
  checkDistribution(id, distribution);
  const least =
    distribution.kind === 'fixed'
      ? distribution.value
      : 'low' in distribution
        ? distribution.low
        : 0;
  if (least >= 0) return;
  throw new InputError(`${id}: expected an amount at or above zero, found ${least}`, {
    repair: 'give kilograms and prices as they were weighed and paid',
  });
}

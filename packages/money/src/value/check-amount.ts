import { InputError, inFour } from '@samenbeeld/schema';
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
  throw new InputError(
    inFour(
      '{id}: verwacht: een bedrag van nul of meer; gevonden: {least}',
      '{id} : attendu : un montant de zéro ou plus ; trouvé : {least}',
      '{id}: erwartet: ein Betrag von null oder mehr; gefunden: {least}',
      '{id}: expected an amount at or above zero, found {least}',
      { id, least: String(least) },
    ),
    inFour(
      'geef kilo’s en prijzen zoals ze gewogen en betaald zijn',
      'donnez kilogrammes et prix tels que pesés et payés',
      'Kilogramm und Preise angeben, wie sie gewogen und bezahlt wurden',
      'give kilograms and prices as they were weighed and paid',
    ),
  );
}

import { convertQuantity, type Seizure, units } from '@samenbeeld/schema';

/** The mass of a seizure in kilograms, or null where it is missing or not a mass. */
export function inKilograms(seizure: Seizure): number | null {
  if (seizure.quantity === null || !units.has(seizure.unit)) return null;
  if (units.get(seizure.unit).dimension !== 'mass') return null;
  return convertQuantity(seizure.quantity, seizure.unit, 'kg').value;
}

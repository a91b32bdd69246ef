import { InputError } from '@samenbeeld/schema';

/** A count of events, or an InputError. */
export function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InputError(`expected ${name} to be a whole number of events, found ${value}`, {
    repair:
      'count events; kilograms follow no Poisson law, use sizeBands and largestShare for them',
  });
}

/** An exposure (population, days, controls), or an InputError. */
export function checkExposure(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new InputError(`expected ${name} to be above zero, found ${value}`, {
    repair: 'pass the population, the days or the controls that the count stands against',
  });
}

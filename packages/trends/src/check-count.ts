import { InputError, UsageError } from '@samenbeeld/schema';

/** A count of events, or an InputError. */
export function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InputError(`expected ${name} to be a whole number of events, found ${value}`, {
    repair:
      'count events; kilograms follow no Poisson law, use sizeBands and largestShare for them',
  });
}

/** Variance over that of independent events, 1 where left out, or a UsageError. */
export function checkDispersion(value = 1): number {
  if (Number.isFinite(value) && value >= 1) return value;
  throw new UsageError(
    `\`dispersion\` must be at least 1, which is that of independent events, got ${value}`,
  );
}

/** An exposure (population, days, controls), or an InputError. */
export function checkExposure(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new InputError(`expected ${name} to be above zero, found ${value}`, {
    repair: 'pass the population, the days or the controls that the count stands against',
  });
}

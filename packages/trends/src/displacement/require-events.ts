import { countUnits, RefusalError } from '@samenbeeld/schema';

/** Whether a unit counts events that can be independent of each other: seizures, not the tablets of one seizure. */
export function takesEvents(unit: string | undefined): boolean {
  return unit === 'count' || (unit !== undefined && countUnits.has(unit));
}

/** Refuses kilograms, tablets and euros where a method lives on the chance of counts; an unnamed unit is taken as a count. */
export function requireEvents(method: string, unit: string | undefined): void {
  if (unit === undefined || takesEvents(unit)) return;
  throw new RefusalError(`${method} takes counts of events, found ${unit}.`, {
    dimension: 'unit',
    remedy:
      'Count the seizures. Quantities follow no Poisson law: describe them by their shares and their size classes.',
  });
}

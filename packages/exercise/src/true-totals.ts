import { sumExact } from '@samenbeeld/schema';
import { yearOf } from './calendar.ts';
import { asOf } from './plant-defects.ts';
import type { Report, TrueSeizure, TrueTotal } from './world.ts';

const ports = ['BEGNE', 'NLTNZ', 'NLVLI'];

const isReadable = ({ rejected, registeredOn }: Report): boolean =>
  rejected === null && registeredOn <= asOf;
/** A row that gives the quantity as it was. */
const isTrue = ({ quantity, told }: Report): boolean => quantity !== null && told === 'same';

function totalOf(seizures: readonly TrueSeizure[], place: string, year: number): TrueTotal {
  const here = seizures.filter(
    (seizure) =>
      seizure.place === place &&
      seizure.basis === 'seized_in_port' &&
      seizure.substance === 'COC' &&
      yearOf(seizure.date) === year,
  );
  const kg = (some: readonly TrueSeizure[]): number =>
    sumExact(some.map((seizure) => seizure.kg ?? 0));
  const below = here.filter(({ belowThreshold }) => belowThreshold);
  const isAfter = ({ reports }: TrueSeizure): boolean =>
    reports.length > 0 && reports.every(({ registeredOn }) => registeredOn > asOf);
  const after = here.filter(isAfter);
  const known = here.filter((seizure) => !seizure.belowThreshold && !isAfter(seizure));
  const readable = known.map(({ reports }) => reports.filter(isReadable));
  return {
    place,
    year,
    seizures: here.length,
    kg: kg(here),
    asOfKg: kg(known),
    belowThresholdKg: kg(below),
    afterAsOfKg: kg(after),
    missing: readable.filter((reports) => reports.every(({ quantity }) => quantity === null))
      .length,
    slips: readable.filter(
      (reports) => reports.some(({ quantity }) => quantity !== null) && !reports.some(isTrue),
    ).length,
  };
}

/** True totals of cocaine seized in the three ports, a line a port and year. */
export function trueTotals(
  seizures: readonly TrueSeizure[],
  [first, last]: readonly [number, number],
): readonly TrueTotal[] {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return ports.flatMap((place) => years.map((year) => totalOf(seizures, place, year)));
}

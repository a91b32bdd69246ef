import type { Definition, Seizure } from '@samenbeeld/schema';
import { groupBy } from '@samenbeeld/schema';
import { inKilograms } from '../event-quantity.ts';
import { areaOf } from './compare/comparable-record.ts';
import { dayNumber } from './find-time.ts';

/** Batches of one find that are tried together, at most; more rows of a day and place are tried all together only. */
const mostBatches = 4;

/** Sets of two rows and more, smallest first. */
function subsets(rows: readonly Seizure[]): readonly (readonly Seizure[])[] {
  if (rows.length > mostBatches) return [rows];
  return Array.from({ length: 2 ** rows.length }, (_, mask) =>
    rows.filter((_row, at) => (mask >> at) % 2 === 1),
  )
    .filter((set) => set.length > 1)
    .sort((a, b) => a.length - b.length);
}

/**
 * Rows of a file that counts batches which may be one find of another file: same day, place, basis and drug, every weight
 * known. Only where a definition of the source says that it counts batches; elsewhere two rows are two finds.
 */
export function findBatches(
  seizures: readonly Seizure[],
  definitions: readonly Definition[],
): readonly (readonly Seizure[])[] {
  const batched = new Set(
    definitions
      .filter(({ countUnit }) => countUnit === 'batch')
      .map(({ source, id }) => `${source} ${id}`),
  );
  const weighed = [...seizures]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ source, definition }) => batched.has(`${source} ${definition}`))
    .filter((seizure) => inKilograms(seizure) !== null);
  const rows = groupBy(weighed, ({ source, place, basis, substance, date }) =>
    [source, areaOf(place), basis, substance, dayNumber(date)].join(' '),
  );
  return [...rows.values()].filter(({ length }) => length > 1).flatMap(subsets);
}

import { countedIn, labelled } from '@samenbeeld/answers';
import { substances, type Text } from '@samenbeeld/schema';
import { type CellScope, cellScopes } from './cell-scope.ts';
import type { CountedSeizure } from './counted-once.ts';
import type { Selection } from './opened-picture.ts';

function scopeOf(selection: Selection): CellScope {
  const [scope] = cellScopes(selection, []);
  return scope as CellScope;
}

/** What findings about a selection are about; several bases or units are refused. */
export function about(selection: Selection): {
  readonly subject: string;
  readonly unit: string;
  readonly label: Text;
} {
  const { place, substance, basis } = scopeOf(selection);
  return {
    subject: `${place} ${substance} ${basis} kg`,
    unit: 'kg',
    label: countedIn(
      { substance, basis, metric: 'quantity' },
      place,
      labelled(substances, substance),
    ),
  };
}

/** Every year from the first seizure to the last. */
export function yearsOf(seizures: readonly CountedSeizure[]): readonly number[] {
  const years = seizures.map(({ year }) => year);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The seizures whose weight is known. */
export function known(
  seizures: readonly CountedSeizure[],
): readonly (CountedSeizure & { kilograms: number })[] {
  return seizures.filter(
    (seizure): seizure is CountedSeizure & { kilograms: number } => seizure.kilograms !== null,
  );
}

import { InputError, type Seizure } from '@samenbeeld/schema';
import { recordsOf } from './same-seizure/partition/record-pair.ts';

function placeOf({ origin: { file, line } }: Seizure) {
  return { place: { file, line } };
}

/** Refuses two records under one id: which of them a pair or a decision means cannot be told. */
export function assertOneOfEachId(seizures: readonly Seizure[]): void {
  const seen = new Set<string>();
  for (const seizure of seizures) {
    if (seen.has(seizure.id))
      throw new InputError(
        `Expected a record id once; "${seizure.id}" stands for more than one record`,
        {
          ...placeOf(seizure),
          repair: 'Give each record an id of its own, and pass each record once.',
        },
      );
    seen.add(seizure.id);
  }
}

/** Refuses ids that the key of a pair cannot hold: it parts records by a blank and batches by "+". */
export function assertPairableIds(seizures: readonly Seizure[]): void {
  for (const seizure of seizures)
    if (!/^[^\s+]+$/.test(seizure.id))
      throw new InputError(
        `Expected a record id without blanks and without "+"; found "${seizure.id}"`,
        {
          ...placeOf(seizure),
          repair:
            'Write the id otherwise, for instance with "-" where it has a blank or "+": the subject of a decision on two records could not be read back.',
        },
      );
  assertOneOfEachId(seizures);
}

/** Refuses pairs of records that are not there: what ties them to others would be lost. */
export function assertKnownPairs(
  seizures: readonly Seizure[],
  pairs: readonly { readonly key: string; readonly a: string; readonly b: string }[],
): void {
  const ids = new Set(seizures.map(({ id }) => id));
  for (const { key, a, b } of pairs) {
    const unknown = [...recordsOf(a), ...recordsOf(b)].find((id) => !ids.has(id));
    if (unknown !== undefined)
      throw new InputError(
        `Expected pairs of the records given; "${key}" names "${unknown}", which is not among them`,
        {
          repair:
            'Pass the records in which the pairs were found, or leave out the pairs of records that are left out.',
        },
      );
  }
}

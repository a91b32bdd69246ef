import type { RecordRef } from './record.ts';

/** What no cluster may hold together. */
export interface Guard {
  /** Tables that list each thing once: no cluster holds two of their records. */
  readonly once?: readonly string[];
  /** Records that are known to be different. */
  readonly apart?: readonly (readonly [RecordRef, RecordRef])[];
  /** Why two records may not come together, null where they may. Asked for each pair across two clusters. */
  readonly forbids?: (a: RecordRef, b: RecordRef) => string | null;
  /** How many records a cluster may hold. */
  readonly largest?: number;
}

/** Why a link was not followed: what would have come together, and what says that it may not. */
export type Refused =
  | {
      readonly kind: 'once';
      readonly table: string;
      readonly records: readonly [RecordRef, RecordRef];
    }
  | { readonly kind: 'apart'; readonly records: readonly [RecordRef, RecordRef] }
  | {
      readonly kind: 'judged';
      readonly records: readonly [RecordRef, RecordRef];
      readonly judgements: readonly string[];
    }
  | {
      readonly kind: 'forbidden';
      readonly reason: string;
      readonly records: readonly [RecordRef, RecordRef];
    }
  | { readonly kind: 'largest'; readonly size: number };

/** Throws a RangeError for a guard that cannot be meant. */
export function checkGuard({ largest }: Guard): void {
  if (largest !== undefined && !(Number.isInteger(largest) && largest >= 1))
    throw new RangeError(
      `\`guard.largest\` must be a whole number of records, 1 or more, not ${largest}`,
    );
}

/** A probability, or a RangeError that names the option. */
export function checkProbability(name: string, value: number): number {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`\`${name}\` must be a probability between 0 and 1, not ${value}`);
  return value;
}

import {
  compareDecimal,
  type MissingReason,
  type Observation,
  subtractExact,
  type Text,
} from '@samenbeeld/schema';
import { alike, isBound } from './figure-words.ts';
import { revisionLine } from './revision-words.ts';

/** A figure that two releases state differently. */
export interface Revision {
  /** `reworded` has the same number and another wording: "more than 300" is no 300. */
  readonly kind: 'revised' | 'reworded' | 'filled' | 'emptied' | 'reason' | 'status';
  readonly earlier: Observation;
  readonly later: Observation;
  /** Later minus earlier, in the unit; null where one has no value, is worded as a bound, or is worded unlike the other. */
  readonly difference: number | null;
  /** Difference in per cent of the earlier value; null where that is zero, or there is no difference. */
  readonly percent: number | null;
  /** Whether the figure is named by its code too: where the measure is of more than one. */
  readonly namesMatter: boolean;
  readonly says: Text;
}

function missingChanged(a: MissingReason | null, b: MissingReason | null): boolean {
  return a !== b && a !== null && b !== null;
}

function kindOf(earlier: Observation, later: Observation): Revision['kind'] | null {
  if (earlier.value === null && later.value === null)
    return missingChanged(earlier.missing, later.missing) ? 'reason' : null;
  if (earlier.value === null) return 'filled';
  if (later.value === null) return 'emptied';
  if (compareDecimal(earlier.value, later.value) !== 0) return 'revised';
  if (!alike(earlier.wording, later.wording)) return 'reworded';
  return earlier.status === later.status ? null : 'status';
}

/** What became of a figure; null where nothing changed. */
export function revisionOf(
  earlier: Observation,
  later: Observation,
  namesMatter: boolean,
): Revision | null {
  const kind = kindOf(earlier, later);
  if (kind === null) return null;
  const difference =
    earlier.value === null ||
    later.value === null ||
    isBound(earlier.wording) ||
    !alike(earlier.wording, later.wording)
      ? null
      : subtractExact(later.value, earlier.value);
  const percent =
    difference === null || !earlier.value ? null : (100 * difference) / Math.abs(earlier.value);
  const bare = { kind, earlier, later, difference, percent };
  return { ...bare, says: revisionLine(bare, namesMatter), namesMatter };
}

/** By period, then by id. */
export const inOrder = (a: Observation, b: Observation): number =>
  a.periodStart < b.periodStart ? -1 : a.periodStart > b.periodStart ? 1 : a.id < b.id ? -1 : 1;

/** Largest difference between the numbers first, whatever their wording. */
export function byWeight(a: Revision, b: Revision): number {
  const size = ({ earlier, later }: Revision): number =>
    earlier.value === null || later.value === null ? 0 : Math.abs(later.value - earlier.value);
  return size(b) - size(a) || inOrder(a.earlier, b.earlier);
}

import {
  compareDecimal,
  type MissingReason,
  type Observation,
  subtractExact,
  type Text,
} from '@samenbeeld/schema';
import { revisionLine } from './revision-words.ts';

/** A figure that two releases state differently. */
export interface Revision {
  readonly kind: 'revised' | 'filled' | 'emptied' | 'reason' | 'status';
  readonly earlier: Observation;
  readonly later: Observation;
  /** Later minus earlier, in the unit; null where one of them has no value. */
  readonly difference: number | null;
  /** Difference in per cent of the earlier value; null where that is zero or missing. */
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
    earlier.value === null || later.value === null
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

/** Largest difference first. */
export function byWeight(a: Revision, b: Revision): number {
  const size = ({ difference }: Revision): number => Math.abs(difference ?? 0);
  return size(b) - size(a) || inOrder(a.earlier, b.earlier);
}

import {
  assertComparable,
  type Purpose,
  type Text,
  type Together,
  UsageError,
} from '@samenbeeld/schema';

/** What a finding is about, and what is known about the effort behind it. */
export interface About {
  /** By code, for machines ("NLVLI COC seized_in_port kg"). */
  readonly subject?: string;
  /** In words, put before the sentence ("cocaine seized in Vlissingen"). */
  readonly label?: Text;
  /** Unit of the values ("kg"). */
  readonly unit?: string;
  /** True where data on controls were taken into account; otherwise the sentence says that effort may explain a change. */
  readonly controls?: boolean;
  /** The records behind the numbers, checked by `assertComparable` before anything is computed. */
  readonly together?: Together;
}

/** Refuses records that must not be put together; returns what must be said beside the result. */
export function checkTogether({ together }: About, purpose: Purpose): readonly string[] {
  return together
    ? assertComparable(together.records, { ...together.comparison, for: purpose }).warnings
    : [];
}

/** A probability strictly between 0 and 1, or a UsageError. */
export function checkProbability(name: string, value: number): number {
  if (value > 0 && value < 1) return value;
  throw new UsageError(`\`${name}\` must lie between 0 and 1, got ${value}`);
}

import type { JointTotal, MemberTotal } from '@samenbeeld/schema';

/** One square of the coverage matrix: what is known of a port in a period. */
export interface CoverageCell {
  readonly place: string;
  readonly period: string;
  readonly state: MemberTotal['state'];
  /** The claims that make the state. */
  readonly claims: readonly string[];
}

/**
 * The coverage matrix of a row of joint totals: member × period → reported, contested, finds only, not reported.
 *
 * @example
 * ```ts
 * import { coverage, jointTotals } from '@samenbeeld/merge';
 * coverage(jointTotals([], { years: [2022] }).totals).map(({ state }) => state) // => ['not_reported', 'not_reported', 'not_reported']
 * ```
 */
export function coverage(totals: readonly JointTotal[]): readonly CoverageCell[] {
  return totals.flatMap((total) =>
    total.members.map((member) => ({
      place: member.place,
      period: total.period,
      state: member.state,
      claims: [
        ...new Set([
          ...(member.governing ? [member.governing] : []),
          ...member.rivals,
          ...member.finds,
        ]),
      ],
    })),
  );
}

import {
  hasFigure,
  inFour,
  type JointTotal,
  type MemberTotal,
  shape,
  takes,
  toldTogether,
} from '@samenbeeld/schema';

/** One square of the coverage matrix: what is known of a port in a period. */
export interface CoverageCell {
  readonly place: string;
  readonly period: string;
  readonly state: MemberTotal['state'];
  /** The claims that make the state. */
  readonly claims: readonly string[];
}

/**
 * The coverage matrix of a row of joint totals: member × period → reported, contested, finds only, not reported. Ports that are
 * told in one figure have each reported.
 *
 * @example
 * ```ts
 * import { coverage, jointTotals } from '@samenbeeld/merge';
 * const heroin = { complex: 'BEANR+NLRTM', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' };
 * coverage(jointTotals([], { ...heroin, years: [2022] }).totals).map(({ state }) => state) // => ['not_reported', 'not_reported']
 * ```
 */
export function coverage(totals: readonly JointTotal[]): readonly CoverageCell[] {
  takes('coverage', [
    'totals',
    totals,
    shape.list(
      shape.record<JointTotal>({ members: shape.list(shape.record({})), period: shape.text }),
      inFour(
        'een lijst van gezamenlijke totalen',
        'une liste de totaux communs',
        'eine Liste gemeinsamer Summen',
        'a list of joint totals',
      ),
    ),
  ]);
  return totals.flatMap((total) =>
    total.members.map((member) => {
      const { state, governing, rivals, finds } =
        (hasFigure(member) ? null : toldTogether(total, member.place)) ?? member;
      const claims = [...(governing ? [governing] : []), ...rivals, ...finds];
      return { place: member.place, period: total.period, state, claims: [...new Set(claims)] };
    }),
  );
}

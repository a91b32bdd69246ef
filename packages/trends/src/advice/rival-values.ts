import type { Finding } from '@samenbeeld/schema';
import type { KnownPoint } from '../trend-series.ts';
import type { Joinpoint } from '../turning-points/joinpoint.ts';
import { type Crest, crestOf } from './crest.ts';
import type { MethodRule, RuleInput } from './method-rules.ts';

/** Undecided figures up to which every combination of their ends is tried. */
export const mostRivals = 5;

/** The values of a series, once for each combination of the ends of its undecided figures; decided ones as printed. */
export function rivalValues(points: readonly KnownPoint[]): readonly (readonly number[])[] {
  const ends = points.map(({ value, range }) =>
    value === null ? [range.low, range.high ?? range.low] : [value],
  );
  if (ends.every((one) => one.length === 1)) return [ends.flat()];
  return ends.reduce<readonly (readonly number[])[]>(
    (lists, some) => lists.flatMap((list) => some.map((end) => [...list, end])),
    [[]],
  );
}

/** What a finding concludes, apart from its numbers. */
function conclusionOf({ details }: Finding): string {
  return [details['verdict'], details['joinpoints'], details['suggested']].join('|');
}

/**
 * Runs a method on every combination of rival values. Where all conclude the same the most cautious of them is given (a turn
 * before a peak, then the largest p); where they do not, nothing: the outcome depends on which figure is right.
 */
export function runOverRivals(
  rule: MethodRule,
  input: Omit<RuleInput, 'values'>,
  lists: readonly (readonly number[])[],
): Finding | null {
  const findings = lists.map((values) => rule.run({ ...input, values, rivals: lists.length }));
  const [first] = findings;
  if (!first || new Set(findings.map(conclusionOf)).size > 1) return null;
  const caution = (finding: Finding): number =>
    cautions[
      finding.kind === 'joinpoint' ? crestOf(finding as Joinpoint, input.examined.largest) : 'peak'
    ] + (finding.p ?? 1);
  return findings.reduce((most, one) => (caution(one) > caution(most) ? one : most), first);
}

/** Further apart than any two p. */
const cautions: Readonly<Record<Crest, number>> = { peak: 0, peak_fall_not_shown: 2, turn: 4 };

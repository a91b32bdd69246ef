import { isRuleStated } from '@samenbeeld/ingest';
import { type Claim, type EventGroup, inKilograms } from '@samenbeeld/merge';
import type {
  Comparable,
  Comparison,
  Definition,
  JointTotal,
  Observation,
  Together,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';

type Compared = Omit<Comparison, 'for'>;

/** How a merge has settled its records: place by place whose figure stands, and each seizure once. */
export function settledBy({ gathered, breaks, inForce, question }: Analysis): Compared {
  return {
    across: ['agency', 'definition'],
    countedOnce: true,
    ...(question.substance !== null && { substance: question.substance }),
    breaks,
    definitions: gathered.sources.flatMap((source) => source.definitions),
    overrides: [...inForce.values()],
  };
}

/** Seizures that are summed or fitted, in kilograms, as the comparability guard sees them. */
export function seizuresTogether(analysis: Analysis, groups: readonly EventGroup[]): Together {
  return {
    records: groups.flatMap(({ lead }) =>
      inKilograms(lead) === null ? [] : [{ ...lead, unit: 'kg' }],
    ),
    comparison: settledBy(analysis),
  };
}

/**
 * The counting rules that records follow, by what they say: two of the same words, threshold and day are one, whatever they are
 * called, and one that is not stated is like no other. Records that name none have none.
 */
export function rulesBehind(
  definitions: readonly Definition[],
  records: readonly Pick<Comparable, 'definition' | 'source'>[],
): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const { definition, source } of records) {
    const rule = definitions.find((one) => one.id === definition && one.source === source);
    if (rule === undefined) continue;
    const { countUnit, massBasis, minThreshold, dateRole, countingRule } = rule;
    const says = isRuleStated(rule) ? countingRule.en.trim() : `${source} ${rule.id}`;
    found.set(JSON.stringify([countUnit, massBasis, minThreshold, dateRole, says]), rule);
  }
  return found;
}

/** Whether two claims are one figure that a service gives twice, as a table and a press text do. */
function isSaidAgain(one: Claim, other: Claim): boolean {
  return (
    one.value === other.value &&
    one.agencies.join() === other.agencies.join() &&
    one.substance === other.substance &&
    one.periodStart === other.periodStart &&
    one.periodEnd === other.periodEnd
  );
}

const ruleOf = ({ source, definition }: Observation): string => `${source} ${definition}`;

/**
 * The records behind the figures of a row of totals, or of one of its ports: governing claims, or seizures. A figure that is said
 * again is no figure by another rule: of records that say it the one by the commonest rule stands for it.
 */
export function recordsBehind(
  analysis: Analysis,
  totals: readonly JointTotal[],
  place?: string,
): readonly Comparable[] {
  const claims = new Map(analysis.result.claims.map((claim) => [claim.id, claim]));
  const seizures = new Map(analysis.gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const members = totals.flatMap((total) =>
    total.members
      .filter((member) => place === undefined || member.place === place)
      .map((member) => {
        const claim =
          member.governing === null || member.state !== 'reported'
            ? undefined
            : claims.get(member.governing);
        const again = [...member.combined, ...member.absorbed].flatMap((id) => {
          const other = claims.get(id);
          return claim && other && isSaidAgain(claim, other) ? [other] : [];
        });
        const rows = claim ? [claim, ...again].flatMap(({ rows: own }) => own.slice(0, 1)) : [];
        return { total, member, claim, rows };
      }),
  );
  const common = new Map<string, number>();
  for (const { rows } of members)
    for (const rule of new Set(rows.map(ruleOf))) common.set(rule, (common.get(rule) ?? 0) + 1);
  const times = (row: Observation): number => common.get(ruleOf(row)) ?? 0;
  return members.flatMap(({ total, member, claim, rows }): readonly Comparable[] => {
    const [row] = rows.toSorted(
      (a, b) => times(b) - times(a) || (ruleOf(a) < ruleOf(b) ? -1 : ruleOf(a) > ruleOf(b) ? 1 : 0),
    );
    if (claim && row) {
      const { unit, substance, periodStart, periodEnd } = claim;
      return [{ ...row, unit, substance, periodStart, periodEnd, place: member.place }];
    }
    return member.combined.flatMap((id) => {
      const seizure = seizures.get(id);
      return seizure && inKilograms(seizure) !== null ? [{ ...seizure, unit: total.unit }] : [];
    });
  });
}

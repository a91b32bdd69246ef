import { isRuleStated } from '@samenbeeld/ingest';
import { type EventGroup, inKilograms } from '@samenbeeld/merge';
import type { Comparable, Comparison, Definition, JointTotal, Together } from '@samenbeeld/schema';
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

/** The records behind the figures of a row of totals, or of one of its ports: governing claims, or seizures. */
export function recordsBehind(
  analysis: Analysis,
  totals: readonly JointTotal[],
  place?: string,
): readonly Comparable[] {
  const claims = new Map(analysis.result.claims.map((claim) => [claim.id, claim]));
  const seizures = new Map(analysis.gathered.seizures.map((seizure) => [seizure.id, seizure]));
  return totals.flatMap((total) =>
    total.members
      .filter((member) => place === undefined || member.place === place)
      .flatMap((member): readonly Comparable[] => {
        const claim = member.governing === null ? undefined : claims.get(member.governing);
        const [row] = claim?.rows ?? [];
        if (claim && row && member.state === 'reported') {
          const { unit, substance, periodStart, periodEnd } = claim;
          return [{ ...row, unit, substance, periodStart, periodEnd, place: member.place }];
        }
        return member.combined.flatMap((id) => {
          const seizure = seizures.get(id);
          return seizure && inKilograms(seizure) !== null ? [{ ...seizure, unit: total.unit }] : [];
        });
      }),
  );
}

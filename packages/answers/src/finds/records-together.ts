import { type EventGroup, inKilograms } from '@samenbeeld/merge';
import type { Comparable, Comparison, JointTotal, Together } from '@samenbeeld/schema';
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

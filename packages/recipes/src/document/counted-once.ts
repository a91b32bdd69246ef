import { type EventGroup, groupEvents } from '@samenbeeld/merge';
import { type Analysis, scope } from '../analysis.ts';

/** The seizures of the port on the basis of the picture, each counted once. */
export function countedOnce(analysis: Analysis): readonly EventGroup[] {
  const members = new Set(analysis.totals[0]?.members.map((member) => member.place));
  const inPort = analysis.gathered.seizures.filter(
    (seizure) =>
      members.has(seizure.place) &&
      seizure.basis === scope.basis &&
      seizure.substance.startsWith(scope.substance) &&
      (seizure.registeredOn ?? seizure.date) <= analysis.picture.asOf,
  );
  return groupEvents(
    inPort,
    analysis.doubleReports.filter((pair) => pair.verdict !== 'candidate'),
  );
}

/** The year a find counts in. */
export function yearOf(group: EventGroup): string {
  return group.lead.date.slice(0, 4);
}

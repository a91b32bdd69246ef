import { countedGroups, type EventGroup, isOfDrug, isReported } from '@samenbeeld/merge';
import { parsePeriod, type Seizure } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';

/** Whether a seizure is of what is asked, wherever it was made, and known by the picture's date. */
export function isAsked(
  { basis, substance, registeredOn, date }: Seizure,
  { picture: { asOf }, question }: Pick<Analysis, 'picture' | 'question'>,
): boolean {
  return (
    basis === question.basis &&
    isOfDrug(substance, question.substance ?? '') &&
    (registeredOn ?? date) <= asOf
  );
}

/** The seizures of the port on the basis of the picture, each counted once. */
export function countedOnce(analysis: Analysis): readonly EventGroup[] {
  const members = new Set(analysis.totals[0]?.members.map((member) => member.place));
  const inPort = analysis.gathered.seizures.filter(
    (seizure) => members.has(seizure.place) && isAsked(seizure, analysis),
  );
  return countedGroups(inPort, analysis.doubleReports);
}

/** The year a find counts in. */
export function yearOf(group: EventGroup): string {
  return group.lead.date.slice(0, 4);
}

/** Whether a find was made in a period, of whatever length. */
export function isFoundIn({ lead: { date } }: EventGroup, period: string): boolean {
  const { start, end } = parsePeriod(period);
  return date >= start && date <= end;
}

/** Whether files of finds cover a period of a place in full: where they do not, no find is not known to be none. */
export function isCovered(
  { question, declared }: Pick<Analysis, 'question' | 'declared'>,
  place: string,
  period: string,
): boolean {
  const { start, end } = parsePeriod(period);
  return isReported(
    place,
    {
      basis: question.basis,
      substance: question.substance ?? '',
      periodStart: start,
      periodEnd: end,
    },
    declared,
  );
}

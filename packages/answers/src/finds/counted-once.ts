import {
  countedGroups,
  type EventGroup,
  isOfDrug,
  isReported,
  type WeightReadings,
  weighsAmong,
} from '@samenbeeld/merge';
import { parsePeriod, type Seizure } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';

/** Whether a seizure is of what is asked, wherever it was made, and known by the picture's date. */
function isAsked(
  { basis, substance, registeredOn, date }: Seizure,
  { picture: { asOf }, question }: Pick<Analysis, 'picture' | 'question'>,
): boolean {
  return (
    basis === question.basis &&
    isOfDrug(substance, question.substance ?? '') &&
    (registeredOn ?? date) <= asOf
  );
}

/** A find that is counted once, with what it weighs as the totals weigh it. */
export interface CountedGroup extends EventGroup {
  readonly weight: WeightReadings;
}

/** Weighing takes long: several chapters ask for the same finds. */
const counted = new WeakMap<Analysis, readonly CountedGroup[]>();

/** The seizures of the places of a question, each as often as it is told. */
export function findsAsked(analysis: Analysis): readonly Seizure[] {
  const members = new Set(analysis.totals[0]?.members.map(({ place }) => place));
  return analysis.gathered.seizures.filter(
    (seizure) => members.has(seizure.place) && isAsked(seizure, analysis),
  );
}

/** The seizures of the port on the basis of the picture, each counted once. */
export function countedOnce(analysis: Analysis): readonly CountedGroup[] {
  const known = counted.get(analysis);
  if (known) return known;
  const weigh = weighsAmong(
    analysis.gathered.seizures.filter((seizure) => isAsked(seizure, analysis)),
  );
  const groups = countedGroups(findsAsked(analysis), analysis.doubleReports).map(
    (group): CountedGroup => {
      let weight: WeightReadings | null = null;
      return {
        ...group,
        get weight() {
          weight ??= weigh(group.members);
          return weight;
        },
      };
    },
  );
  counted.set(analysis, groups);
  return groups;
}

/** The year a find counts in. */
export function yearOf(group: EventGroup): string {
  return group.lead.date.slice(0, 4);
}

/** Whether a find was made in a period, of whatever length. */
export function isFoundIn({ lead: { date } }: Pick<EventGroup, 'lead'>, period: string): boolean {
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

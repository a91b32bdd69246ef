import {
  countedGroups,
  type EventGroup,
  groupEvents,
  isOfDrug,
  isReported,
  type WeightReadings,
  weighsAmong,
} from '@samenbeeld/merge';
import { parsePeriod, type Seizure, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { text } from '../text.ts';

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

const together = new WeakMap<Analysis, readonly CountedGroup[]>();

/** Groups with what they weigh, each weighed when it is asked. */
function weighed(analysis: Analysis, groups: readonly EventGroup[]): readonly CountedGroup[] {
  const weigh = weighsAmong(
    analysis.gathered.seizures.filter((seizure) => isAsked(seizure, analysis)),
  );
  return groups.map((group): CountedGroup => {
    let weight: WeightReadings | null = null;
    return {
      ...group,
      get weight() {
        weight ??= weigh(group.members);
        return weight;
      },
    };
  });
}

/** The seizures of the port on the basis of the picture, each counted once. */
export function countedOnce(analysis: Analysis): readonly CountedGroup[] {
  const known = counted.get(analysis);
  if (known) return known;
  const groups = weighed(analysis, countedGroups(findsAsked(analysis), analysis.doubleReports));
  counted.set(analysis, groups);
  return groups;
}

/** The same seizures where each pair that may be one and that nobody decided counts as one. */
export function countedTogether(analysis: Analysis): readonly CountedGroup[] {
  const known = together.get(analysis);
  if (known) return known;
  const joined = groupEvents(findsAsked(analysis), analysis.doubleReports);
  const once = countedOnce(analysis);
  const groups = joined.length === once.length ? once : weighed(analysis, joined);
  together.set(analysis, groups);
  return groups;
}

/** Said beside a count of finds in which pairs that nobody decided count as two. */
export function undecidedNote(analysis: Analysis): readonly Text[] {
  const fewer = countedOnce(analysis).length - countedTogether(analysis).length;
  if (fewer === 0) return [];
  return [
    text(
      'Van {n} {n:vangst|vangsten} is niet beslist of een andere dezelfde is: {n:ze telt|ze tellen} hier als een eigen vangst.',
      'Pour {n} {n:saisie|saisies}, il n’est pas tranché si une autre est la même : {n:elle compte|elles comptent} ici à part.',
      'Bei {n} {n:Fund|Funden} ist nicht entschieden, ob ein anderer derselbe ist: {n:Er zählt|Sie zählen} hier für sich.',
      'For {n} {n:find|finds} it is undecided whether another is the same: {n:it counts|they count} here as {n:a find|finds} of {n:its|their} own.',
      { n: fewer },
    ),
  ];
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

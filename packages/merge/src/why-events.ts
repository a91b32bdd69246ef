import {
  type Conflict,
  type CountedEvent,
  type JointTotal,
  type Seizure,
  type Text,
  totalFromStored,
  UsageError,
} from '@samenbeeld/schema';
import { type Picture, pictureDecisions } from '@samenbeeld/store';
import type { GroupedPair } from './event-groups.ts';
import { inKilograms } from './event-quantity.ts';
import { recordsOf } from './same-seizure/partition/record-pair.ts';
import { conversionOf, type WhyConversion } from './why-conversions.ts';
import { decisionsAbout, type WhyDecision } from './why-decisions.ts';
import { findsOf } from './why-finds.ts';
import { weightConflicts } from './why-weights.ts';
import { joinWith, say, semicolon } from './words.ts';

/** One record behind a figure made of events: counted, or merged into another as a double report. */
export interface WhyEvent {
  readonly role: 'counted' | 'merged';
  readonly seizure: Seizure;
  /**
   * Of a counted record what its find adds to the likely figure, in kilograms: these add up to it. Of a merged one its own
   * weight, which adds nothing. null where there is no mass.
   */
  readonly kilograms: number | null;
  /** Of a counted record: the weight of the find that counted, in kilograms, and the records that give it. */
  readonly weighed: { readonly kilograms: number | null; readonly by: readonly string[] } | null;
  /** Of a merged record: the one that counts, and why they are held to be one seizure. */
  readonly into: { readonly id: string; readonly because: Text } | null;
}

/** Everything behind a figure made of events. */
export interface WhyOfEvents {
  readonly events: readonly WhyEvent[];
  readonly conflicts: readonly Conflict[];
  readonly conversions: readonly WhyConversion[];
  readonly decisions: readonly WhyDecision[];
}

/** A pair of the picture's table of double reports. */
interface Pair extends GroupedPair {
  readonly reasons: string | null;
}

const sidesOf = ({ a, b }: Pair): readonly string[] => [...recordsOf(a), ...recordsOf(b)];

function reasonsOf({ reasons, decision }: Pair): Text {
  const found = JSON.parse(reasons ?? '[]') as readonly { readonly text?: Text }[];
  const texts = found.flatMap(({ text }) => (text ? [text] : []));
  const decided = say(
    {
      nl: 'volgens beslissing {id}',
      fr: 'selon la décision {id}',
      de: 'laut Entscheidung {id}',
      en: 'by decision {id}',
    },
    { id: decision ?? '' },
  );
  return joinWith(decision === null ? texts : [decided, ...texts], semicolon);
}

/** The pair that holds a record to be of a find: the one that ties it to the lead, where there is one. */
function pairOf(id: string, find: CountedEvent, same: readonly Pair[]): Pair | null {
  const inFind = same.filter((pair) => {
    const ids = sidesOf(pair);
    return ids.includes(id) && ids.every((one) => find.records.includes(one));
  });
  return inFind.find((pair) => sidesOf(pair).includes(find.record)) ?? inFind[0] ?? null;
}

/** The picture's total of a scope and year; a UsageError that lists what it has where there is none. */
export async function totalInPicture(
  picture: Picture,
  scope: string,
  period: string,
): Promise<JointTotal> {
  const rows = await picture.rows<{ readonly key: string; readonly detail: string }>('joint_total');
  const row = rows.find(({ key }) => key.startsWith(`${scope} `) && key.endsWith(` ${period}`));
  if (!row)
    throw new UsageError(
      `The picture has no total for "${scope} ${period}". It has ${rows.map(({ key }) => key).join(', ')}.`,
    );
  return totalFromStored(row.detail);
}

function counted(
  { record, kilograms, weighedBy, adds }: CountedEvent,
  seizures: ReadonlyMap<string, Seizure>,
): readonly WhyEvent[] {
  const seizure = seizures.get(record);
  const weighed = { kilograms, by: weighedBy };
  const added = kilograms === null ? null : adds;
  return seizure ? [{ role: 'counted', seizure, kilograms: added, weighed, into: null }] : [];
}

function merged(
  find: CountedEvent,
  seizures: ReadonlyMap<string, Seizure>,
  same: readonly Pair[],
): readonly WhyEvent[] {
  return find.records.flatMap((id): readonly WhyEvent[] => {
    const seizure = seizures.get(id);
    if (!seizure || id === find.record) return [];
    const pair = pairOf(id, find, same);
    const into = pair && { id: find.record, because: reasonsOf(pair) };
    return [{ role: 'merged', seizure, kilograms: inKilograms(seizure), weighed: null, into }];
  });
}

/** Every record that a figure made of events counts or merges, with the conflicts, conversions and decisions behind it. */
export async function whyOfEvents(picture: Picture, total: JointTotal): Promise<WhyOfEvents> {
  const seizures = new Map((await picture.seizures()).map((seizure) => [seizure.id, seizure]));
  const { all, deciding } = await pictureDecisions(picture);
  const pairs = picture.has('double_report') ? await picture.rows<Pair>('double_report') : [];
  const same = pairs.filter(({ verdict }) => verdict === 'same');
  const byMember = total.members.map((member) => findsOf(member, seizures, pairs));
  const events = byMember.flatMap((finds): readonly WhyEvent[] => [
    ...finds.flatMap((find) => counted(find, seizures)),
    ...finds
      .flatMap((find) => merged(find, seizures, same))
      .sort((a, b) => (a.seizure.id < b.seizure.id ? -1 : 1)),
  ]);
  const records = events.map(({ seizure }) => seizure);
  const ids = new Set(records.map(({ id }) => id));
  const subjects = new Set([
    ...pairs.filter((pair) => sidesOf(pair).some((id) => ids.has(id))).map(({ key }) => key),
    ...total.causes.flatMap(({ subject }) => subject ?? []),
    ...total.members.map(({ subject }) => subject),
  ]);
  return {
    events,
    conflicts: byMember
      .flat()
      .flatMap((find) => weightConflicts(find, seizures, total, (id) => pairOf(id, find, same))),
    conversions: records.flatMap(({ id, quantity, unit }) => {
      const conversion = conversionOf(id, quantity, unit, total.unit);
      return conversion ? [conversion] : [];
    }),
    decisions: decisionsAbout(all, subjects, records, { deciding }),
  };
}

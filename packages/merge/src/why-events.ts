import {
  type Conflict,
  type CountedEvent,
  type JointTotal,
  joinWith,
  type MemberTotal,
  type Seizure,
  semicolon,
  type Text,
  totalFromStored,
  wrongUse,
} from '@samenbeeld/schema';
import { type Picture, pictureDecisions } from '@samenbeeld/store';
import type { DoubleReport } from './double-reports.ts';
import { countedGroups, type GroupedPair } from './event-groups.ts';
import { inKilograms } from './event-quantity.ts';
import { recordsOf } from './same-seizure/partition/record-pair.ts';
import { type WeightStep, weightStep } from './same-seizure/weight/explained-weight.ts';
import { statementsOf } from './same-seizure/weight/statement.ts';
import { weightRule, weightRules } from './same-seizure/weight/weight-rule.ts';
import { conversionOf, type WhyConversion } from './why-conversions.ts';
import { decisionsAbout, type WhyDecision } from './why-decisions.ts';
import { say, sayInFour } from './words.ts';

const told: Text = {
  nl: '{a} meldt {x}, {b} {y} voor dezelfde vangst; het eerste gewicht telt ({rule}).',
  fr: '{a} déclare {x}, {b} {y} pour la même saisie ; le premier poids compte ({rule}).',
  de: '{a} meldet {x}, {b} {y} für denselben Fund; das erste Gewicht zählt ({rule}).',
  en: '{a} reports {x}, {b} {y} for the same find; the first weight counts ({rule}).',
};

function agenciesOf(rows: readonly Seizure[]): readonly string[] {
  return [...new Set(rows.flatMap(({ agencies }) => agencies))];
}

/**
 * The files that weigh a find otherwise than the weight that counted, with the rule by which that one does. A person who said that
 * they report one find decided on no weight.
 */
function weightConflicts(
  { record, records, weighedBy, kilograms, lowest, highest }: CountedEvent,
  seizures: ReadonlyMap<string, Seizure>,
  { substance, basis }: Pick<JointTotal, 'substance' | 'basis'>,
  pairOf: (id: string) => { readonly key: string } | null,
): readonly Conflict[] {
  const named = (ids: readonly string[]) => ids.flatMap((id) => seizures.get(id) ?? []);
  const statements = statementsOf(named(records));
  const first = statements.find((one) => one.records.some((id) => weighedBy.includes(id)));
  const lead = seizures.get(record);
  if (!first || !lead || kilograms === null) return [];
  return statements.flatMap((other) => {
    if (other.kg === first.kg) return [];
    const ids = other.records;
    const link = pairOf(ids.find((id) => id !== record) ?? record) ?? pairOf(weighedBy[0] ?? '');
    if (!link) return [];
    const rule = weightRule(first, other, { low: lowest ?? first.kg, high: highest ?? null });
    return [
      {
        key: `weight ${weighedBy.join('+')} ${ids.join('+')}`,
        subject: link.key,
        type: 'same_scope_different_value',
        claims: [...weighedBy, ...ids],
        place: lead.place,
        substance,
        basis,
        periodStart: lead.date,
        periodEnd: lead.date,
        difference: Math.abs(Number((other.kg - first.kg).toPrecision(12))),
        factor: null,
        explanation: say(told, {
          a: { agencies: agenciesOf(named(first.records)) },
          b: { agencies: agenciesOf(named(ids)) },
          x: { quantity: first.kg, unit: 'kg' },
          y: { quantity: other.kg, unit: 'kg' },
          rule: weightRules[rule],
        }),
        computed: true,
        proposal: null,
        state: 'explained',
        decision: null,
      } satisfies Conflict,
    ];
  });
}

/**
 * The finds of a port as they were stored with its total. A picture that was built before they were stored says only which
 * records counted: each then has the weight of its own row.
 */
function findsOf(
  { counted, combined, absorbed }: MemberTotal,
  seizures: ReadonlyMap<string, Seizure>,
  pairs: readonly GroupedPair[],
): readonly CountedEvent[] {
  if (counted) return counted;
  const rows = [...combined, ...absorbed].flatMap((id) => seizures.get(id) ?? []);
  return countedGroups(rows, pairs).map(({ lead, members }) => {
    const first = members.find(({ id }) => combined.includes(id)) ?? lead;
    const kilograms = inKilograms(first);
    return {
      record: first.id,
      records: members.map(({ id }) => id),
      kilograms,
      weighedBy: kilograms === null ? [] : [first.id],
      adds: kilograms ?? 0,
    };
  });
}

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

/** How what a record adds to an end of a figure follows from the weight that its file states. */
export interface WhyWeight extends WeightStep {
  readonly record: string;
  readonly end: 'lowest' | 'highest';
}

/** The steps from stated weights to the ends of a figure: of each find that adds another weight than is stated. */
export function weightsOf(
  finds: readonly Pick<CountedEvent, 'record' | 'records' | 'weighedBy' | 'lowest' | 'highest'>[],
  seizures: ReadonlyMap<string, Seizure>,
): readonly WhyWeight[] {
  const statements = (ids: readonly string[]) =>
    statementsOf(ids.flatMap((id) => seizures.get(id) ?? []));
  return finds.flatMap((find) => {
    const { record, records, weighedBy } = find;
    const [statement] = statements(weighedBy);
    if (!statement) return [];
    const others = statements(records.filter((id) => !weighedBy.includes(id)));
    return (['lowest', 'highest'] as const).flatMap((end) => {
      const value = find[end] ?? null;
      const step = value === null ? null : weightStep(statement, end, value, others);
      return step ? [{ record, end, ...step }] : [];
    });
  });
}

/** Everything behind a figure made of events. */
export interface WhyOfEvents {
  readonly events: readonly WhyEvent[];
  readonly conflicts: readonly Conflict[];
  readonly conversions: readonly WhyConversion[];
  readonly weights: readonly WhyWeight[];
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
  const decided = sayInFour(
    'volgens beslissing {id}',
    'selon la décision {id}',
    'laut Entscheidung {id}',
    'by decision {id}',
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

/** The totals that a picture keeps, with the key of each; none in one that has no table of them. */
export async function totalsKept(
  picture: Picture,
): Promise<readonly { readonly key: string; readonly total: JointTotal }[]> {
  if (!picture.has('joint_total')) return [];
  const rows = await picture.rows<{ readonly key: string; readonly detail: string }>('joint_total');
  return rows.map(({ key, detail }) => ({ key, total: totalFromStored(detail) }));
}

/** Of totals in several units the one in kilograms, else the first. */
export const inKilogramsFirst = (totals: readonly JointTotal[]): JointTotal | undefined =>
  totals.find(({ unit }) => unit === 'kg') ?? totals[0];

/** The picture's total of a scope and year; a UsageError that lists what it has where there is none. */
export async function totalInPicture(
  picture: Picture,
  scope: string,
  period: string,
): Promise<JointTotal> {
  const kept = await totalsKept(picture);
  // Keys of claims and of events write a part of a year otherwise; the totals themselves do not.
  const found = inKilogramsFirst(
    kept.flatMap(({ key, total }) =>
      key.startsWith(`${scope} `) && total.period === period ? [total] : [],
    ),
  );
  if (found) return found;
  throw wrongUse(
    'Het beeld heeft geen totaal voor "{asked}". Het heeft {keys}.',
    'Le tableau n’a pas de total pour « {asked} ». Il a {keys}.',
    'Das Lagebild hat keine Summe für „{asked}“. Es hat {keys}.',
    'The picture has no total for "{asked}". It has {keys}.',
    { asked: `${scope} ${period}`, keys: kept.map(({ key }) => key).join(', ') },
  );
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

/** Pairs as a picture's table keeps them. */
export async function storedPairs(picture: Picture): Promise<readonly Pair[]> {
  return picture.has('double_report') ? await picture.rows<Pair>('double_report') : [];
}

/**
 * Every record that a figure made of events counts or merges, with the conflicts, conversions and decisions behind it.
 *
 * @param reckoned the pairs it was reckoned with, where it is none of the picture's own totals
 */
export async function whyOfEvents(
  picture: Picture,
  total: JointTotal,
  reckoned?: readonly DoubleReport[],
): Promise<WhyOfEvents> {
  const seizures = new Map((await picture.seizures()).map((seizure) => [seizure.id, seizure]));
  const { all, deciding } = await pictureDecisions(picture);
  const pairs =
    reckoned?.map((pair): Pair => ({ ...pair, reasons: JSON.stringify(pair.reasons) })) ??
    (await storedPairs(picture));
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
    weights: weightsOf(byMember.flat(), seizures),
    decisions: decisionsAbout(all, subjects, records, { deciding }),
  };
}

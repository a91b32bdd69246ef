import {
  type Conflict,
  type Decision,
  expandPlace,
  inFour,
  type JointTotal,
  type MemberTotal,
  type NotAdded,
  type Observation,
  type Origin,
  placeContains,
  RefusalError,
  type Seizure,
  type Source,
} from '@samenbeeld/schema';
import { currentDecisions, type Picture, pictureDecisions } from '@samenbeeld/store';
import { type CellPeriod, isOfDrug, namedPeriod, periodsOf } from './cell.ts';
import { type CellName, cellWords, onlyDrug, parseCellName, usualBasis } from './cell-name.ts';
import type { Claim } from './claim.ts';
import { floorClaims } from './claims-and-events.ts';
import type { DoubleReport } from './double-reports.ts';
import { type JointTotals, jointTotals } from './joint-totals.ts';
import { keptClaim } from './kept-claim.ts';
import { type ToldFind, toldFinds } from './same-seizure/total/told-find.ts';
import { questionsIn } from './total-question.ts';
import { conversionOf, type WhyConversion } from './why-conversions.ts';
import { decisionsAbout, type WhyDecision } from './why-decisions.ts';
import {
  inKilogramsFirst,
  storedPairs,
  totalInPicture,
  totalsKept,
  type WhyEvent,
  type WhyWeight,
  weightsOf,
  whyOfEvents,
} from './why-events.ts';
import { type WhySum, whySums } from './why-sums.ts';

export type WhyRole =
  | 'governing'
  | 'combined'
  | 'absorbed'
  | 'rival'
  /** One of several services' counts, each for itself. */
  | 'apart'
  | 'find'
  | 'ceiling'
  | 'not_added'
  | 'explained'
  /** A person decided for another claim, or another report of the same ports. */
  | 'set_aside'
  /** One of several services' counts that a person decided to add. */
  | 'added';

/** What figures that stand side by side do for a port, and for a difference, as it stands. */
const rolesOfRivals: Partial<Record<MemberTotal['state'], WhyRole>> = {
  reported: 'added',
  apart: 'apart',
};
const rolesInConflict: Partial<Record<Conflict['state'], WhyRole>> = {
  undecided: 'rival',
  apart: 'apart',
};

/** One claim behind a figure, down to the cell it was read from. */
export interface WhyLine {
  readonly role: WhyRole;
  readonly place: string;
  readonly claim: Claim;
  /** Every row that is this claim. */
  readonly origins: readonly Origin[];
  /** Id of the decision that set it aside; only where one did. */
  readonly decision?: string;
}

export interface WhyFile {
  readonly file: string;
  readonly source: string;
  /** Hash of its bytes; null where the picture does not list it. */
  readonly sha256: string | null;
}

/** Everything behind one figure. */
export interface Why {
  readonly cell: string;
  readonly total: JointTotal;
  readonly lines: readonly WhyLine[];
  /** How each number of the total is made of those of its claims or records, so that it can be added up again. */
  readonly sums: readonly WhySum[];
  /** Records, where the figure is made of events. */
  readonly events: readonly WhyEvent[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
  /** Values that were added in another unit than they were read in. */
  readonly conversions: readonly WhyConversion[];
  /** Finds that add another weight than their file states: less packing, or an end of what its wording allows. */
  readonly weights: readonly WhyWeight[];
  /** Decisions about this cell, in the order they were taken; those no longer in force are marked. */
  readonly decisions: readonly WhyDecision[];
  /** The files and source descriptions behind it, where the picture lists them. */
  readonly files: readonly WhyFile[];
  readonly sources: readonly Source[];
}

const idsOf = (member: MemberTotal): readonly string[] => [
  ...(member.governing === null ? [] : [member.governing]),
  ...member.rivals,
  ...member.finds,
  ...(member.raisedBy ?? []),
  ...member.combined,
  ...member.absorbed,
];

/**
 * What a person decided against where ports contradict what is reported of them together: the report of the set, or those of
 * its ports. By subject, with the id of the decision.
 */
function reportsSetAside(
  { members, together }: JointTotal,
  conflicts: readonly Conflict[],
  decisions: readonly Decision[],
  claims: readonly Claim[],
): ReadonlyMap<string, string> {
  const aside = together.flatMap((set): readonly (readonly [string, string])[] => {
    const inside = members.filter((member) =>
      member.place.split('+').every((place) => set.place.split('+').includes(place)),
    );
    const ofInside = new Set(inside.flatMap(idsOf));
    const own = conflicts.find(
      (one) => one.subject === set.subject && one.claims.slice(1).some((id) => ofInside.has(id)),
    );
    const decision = decisions.find(({ id }) => id === own?.decision);
    if (!own || !decision) return [];
    const kept = keptClaim(decision, claims)?.id;
    const isSetKept = kept !== undefined && idsOf(set).includes(kept);
    return (isSetKept ? inside : [set]).map(({ subject }) => [subject, decision.id] as const);
  });
  return new Map(aside);
}

function linesOf(
  result: JointTotals,
  total: JointTotal,
  conflicts: readonly Conflict[],
  notAdded: readonly NotAdded[],
  decisions: readonly Decision[],
): readonly WhyLine[] {
  const byId = new Map(result.claims.map((claim) => [claim.id, claim]));
  const seen = new Set<string>();
  const lines: WhyLine[] = [];
  const add = (
    role: WhyRole,
    place: string,
    ids: readonly (string | null)[],
    decision: string | null = null,
  ) => {
    for (const id of ids) {
      const claim = id === null ? undefined : byId.get(id);
      if (!claim || seen.has(claim.id)) continue;
      seen.add(claim.id);
      const origins = claim.rows.map((row) => row.origin);
      lines.push({ role, place, claim, origins, ...(decision !== null && { decision }) });
    }
  };
  const setAside = reportsSetAside(total, conflicts, decisions, result.claims);
  for (const member of [...total.members, ...total.together]) {
    const decision = setAside.get(member.subject);
    if (decision !== undefined) {
      add('set_aside', member.place, idsOf(member), decision);
      continue;
    }
    add('governing', member.place, [member.governing]);
    add(rolesOfRivals[member.state] ?? 'rival', member.place, member.rivals);
    add('find', member.place, [...member.finds, ...(member.raisedBy ?? [])]);
    add('combined', member.place, member.combined);
    add('absorbed', member.place, member.absorbed);
  }
  for (const ceiling of total.ceilings)
    add('ceiling', ceiling.places.join('+'), [ceiling.whole, ...ceiling.parts]);
  for (const { state, place, claims, decision } of conflicts) {
    if (state === 'decided') add('set_aside', place, claims.slice(0, 2), decision);
    add(rolesInConflict[state] ?? 'explained', place, claims);
  }
  for (const entry of notAdded) add('not_added', entry.place, [entry.claim]);
  return lines;
}

/** Everything behind one row of joint totals: claims by role, conflicts, decisions, what was not added. */
export function whyTotal(
  result: JointTotals,
  total: JointTotal,
  decisions: readonly Decision[] = [],
  deciding: readonly string[] = [],
): Why {
  const keys = new Set(total.conflicts);
  const conflicts = result.conflicts.filter((conflict) => keys.has(conflict.key));
  const notAdded = result.notAdded.filter((entry) => entry.period === total.period);
  const subjects = new Set([
    ...total.members.map((member) => member.subject),
    ...total.together.map((member) => member.subject),
    ...total.ceilings.map((ceiling) => ceiling.key),
    ...conflicts.map((conflict) => conflict.subject),
    ...result.guarded
      .filter((one) => one.total.key === total.key)
      .flatMap(({ overrides }) => overrides.map(({ decision }) => decision.subject)),
  ]);
  const lines = linesOf(result, total, conflicts, notAdded, decisions);
  const rows = lines.flatMap(({ claim }) => claim.rows);
  return {
    cell: total.key,
    total,
    lines,
    sums: whySums(total, result.claims),
    events: [],
    conflicts,
    notAdded,
    conversions: rows.flatMap(({ id, value, unit }) => {
      const conversion = conversionOf(id, value, unit, total.unit);
      return conversion ? [conversion] : [];
    }),
    weights: [],
    decisions: decisionsAbout(decisions, subjects, rows, { lapsed: result.lapsed, deciding }),
    files: [],
    sources: [],
  };
}

/** The cell that words name, of a year, a half, a quarter or a month. */
function cellAsked(text: string): { readonly name: CellName; readonly period: CellPeriod } {
  const { named, period: part } = cellWords(text.split(/[\s,]+/u).filter(Boolean));
  if (part && ['S', 'Q', 'M'].includes(part.freq))
    return { name: parseCellName(named.join(' ')), period: namedPeriod(part) };
  const name = parseCellName(text);
  const [period] = periodsOf({ years: [name.year] }) as [CellPeriod];
  return { name, period };
}

/**
 * Why a figure of a picture is what it is. Replays the figure from the picture's own observations and decisions,
 * and refuses if the replay differs from what the picture says.
 *
 * `cell` names it: "NSP cocaine 2022", "Vlissingen 2023", "LU cocaine 2019 LU_CUST seized_in_territory", "BE heroin 2024-03".
 */
export async function why(picture: Picture, cell: string): Promise<Why> {
  const { name, period } = cellAsked(cell);
  const observations: readonly Observation[] = await picture.observations();
  const asOf = picture.metadata?.asOf;
  const all: readonly Seizure[] = picture.has('seizure') ? await picture.seizures() : [];
  const seizures = all.filter(({ registeredOn, date }) => !asOf || (registeredOn ?? date) <= asOf);
  const substance =
    name.substance ?? onlyDrug(name, [...seizures, ...observations], questionsIn(picture.metadata));
  const decisions = await pictureDecisions(picture);
  const basis = name.basis ?? usualBasis(name.place, [...observations, ...seizures]);
  const members = expandPlace(name.place);
  // Where finds do not govern they are a floor among claims.
  const onFooting = seizures.filter(
    (seizure) => seizure.basis === basis && isOfDrug(seizure.substance, substance),
  );
  const finds = onFooting.filter(({ place }) =>
    members.some((whole) => placeContains(whole, place)),
  );
  const unit = await storedUnit(
    picture,
    `${name.place} ${substance} ${basis} quantity ${period.period.replace('/', '..')}`,
  );
  const replay = (floors: readonly Claim[]): JointTotals =>
    jointTotals(observations, {
      complex: name.place,
      substance,
      basis,
      metric: 'quantity',
      unit,
      floors,
      periods: [period],
      agencies: name.agencies,
      decisions: currentDecisions(decisions.allowed),
    });
  const isTold = (): boolean => replay([]).totals.some(({ status }) => status !== 'none');
  if (finds.length > 0 || (seizures.length > 0 && !isTold())) {
    const scope = `${name.place} ${substance}`;
    const ofEvents = await whyEvents(picture, scope, period.period);
    // Pictures of earlier versions hold finds alone, and say nothing of a model.
    if (ofEvents.total.method || observations.length === 0) {
      const beside = replay([]);
      const [claimed] = beside.totals as readonly [JointTotal];
      const ids = new Set([...claimed.members, ...claimed.together].flatMap(idsOf));
      const lines = beside.claims
        .filter(({ id }) => ids.has(id))
        .map((claim): WhyLine => {
          const origins = claim.rows.map(({ origin }) => origin);
          return { role: 'not_added', place: claim.place, claim, origins };
        });
      return withSources({ ...ofEvents, lines }, picture);
    }
  }
  const told = finds.length === 0 ? [] : toldFinds(onFooting, await storedPairs(picture));
  const result = replay(floorClaims({ told, place: name.place }, period, { substance }));
  const total = result.totals[0] as JointTotal;
  await assertSame(picture, total);
  const found = whyTotal(result, total, decisions.all, decisions.deciding);
  return withSources(withWeights(found, told), picture);
}

/**
 * Why a total is what it is that was reckoned from a picture's own records and is none of those it keeps, as `settle` gave it.
 *
 * @param pairs the pairs of finds that it was reckoned with
 */
export async function whyReckoned(
  picture: Picture,
  result: JointTotals,
  total: JointTotal,
  pairs: readonly DoubleReport[],
): Promise<Why> {
  const { all, deciding } = await pictureDecisions(picture);
  const found = whyTotal(result, total, all, deciding);
  if (total.method)
    return withSources({ ...found, ...(await whyOfEvents(picture, total, pairs)) }, picture);
  const finds = picture.has('seizure') ? await picture.seizures() : [];
  return withSources(withWeights(found, toldFinds(finds, pairs)), picture);
}

/** With the steps from what finds weigh to the floors that they make among claims. */
function withWeights(why: Why, finds: readonly ToldFind[]): Why {
  const byId = new Map(finds.map(({ find }) => [find.id, find]));
  const others = new Map(finds.map((told) => [told.find.id, told.others]));
  const told = why.lines.flatMap(({ claim: { rows } }) =>
    rows.flatMap(({ id, value }) =>
      value === null
        ? []
        : [
            {
              ...{ record: id, records: [id, ...(others.get(id) ?? [])], weighedBy: [id] },
              ...{ lowest: value, highest: null },
            },
          ],
    ),
  );
  return { ...why, weights: weightsOf(told, byId) };
}

/** The unit in which a picture has a cell; kilograms where it has none. */
async function storedUnit(picture: Picture, key: string): Promise<string> {
  const kept = await totalsKept(picture);
  const found = kept.filter((one) => one.key === key || one.key.startsWith(`${key} `));
  return inKilogramsFirst(found.map(({ total }) => total))?.unit ?? 'kg';
}

async function assertSame(picture: Picture, replayed: JointTotal): Promise<void> {
  if (!picture.has('joint_total')) return;
  const rows = await picture.rows<{ readonly key: string; readonly detail: string }>('joint_total');
  const stored = rows.find((row) => row.key === replayed.key);
  if (!stored || JSON.stringify(JSON.parse(stored.detail)) === JSON.stringify(replayed)) return;
  throw new RefusalError(
    inFour(
      'Het cijfer van het beeld voor {key} is niet wat zijn eigen rijen geven.',
      'Le chiffre du tableau pour {key} n’est pas celui que donnent ses propres lignes.',
      'Die Zahl des Lagebilds für {key} ist nicht die, die seine eigenen Zeilen ergeben.',
      "The picture's figure for {key} is not what its own rows give.",
      { key: replayed.key },
    ),
    {
      dimension: 'replay',
      remedy: inFour(
        'Het beeld is na het bouwen veranderd, of door een andere versie gebouwd: bouw het opnieuw.',
        'Le tableau a été modifié après sa construction, ou construit par une autre version : reconstruisez-le.',
        'Das Lagebild wurde nach dem Bauen verändert oder von einer anderen Version gebaut: bauen Sie es neu.',
        'The picture was changed after it was built, or was built by another version: build it again.',
      ),
    },
  );
}

/** A figure of a picture of events, with every record that it counts once. */
async function whyEvents(picture: Picture, scope: string, period: string): Promise<Why> {
  const total = await totalInPicture(picture, scope, period);
  const found = await whyOfEvents(picture, total);
  const sums = whySums(total);
  return {
    cell: total.key,
    total,
    lines: [],
    sums,
    notAdded: [],
    files: [],
    sources: [],
    ...found,
  };
}

/** Names the files and sources that the records of a figure come from. */
function withSources(why: Why, picture: Picture): Why {
  const records = [
    ...why.lines.flatMap(({ claim }) => claim.rows),
    ...why.events.map(({ seizure }) => seizure),
  ];
  const { inputs = [], sources = [] } = picture.metadata ?? {};
  const names = new Set(records.map(({ origin, source }) => JSON.stringify([source, origin.file])));
  const files = [...names].sort().map((name): WhyFile => {
    const [source, file] = JSON.parse(name) as [string, string];
    const input = inputs.find(
      (entry) =>
        entry.source === source && (entry.file === file || entry.file.endsWith(`/${file}`)),
    );
    return { file, source, sha256: input?.sha256 ?? null };
  });
  const used = new Set(files.map(({ source }) => source));
  return { ...why, files, sources: sources.filter(({ id }) => used.has(id)) };
}

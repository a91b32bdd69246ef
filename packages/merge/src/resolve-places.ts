import { type Decision, type Interval, intervalsOverlap, sumExact } from '@samenbeeld/schema';
import { agencyRelation, isAuthority, isService, reachesAbroad } from './agency-relation.ts';
import {
  type Cell,
  cellOf,
  periodRelation,
  placeRelation,
  subjectOf,
  substanceRelation,
  touching,
} from './cell.ts';
import { type Claim, isProvisional } from './claim.ts';
import { explainPair } from './explain-pair.ts';
import { floorOfFinds } from './finds.ts';
import { floorWithin } from './floor-within.ts';
import { ranked } from './govern.ts';
import { heldOn } from './grounds.ts';
import { keptClaim } from './kept-claim.ts';
import { conflictBetween } from './propose.ts';
import { notReported, type Resolution } from './resolution.ts';
import { resolveClaims } from './resolve-claims.ts';
import { isCountry, type Roles, rolesOf, sureFloors } from './roles.ts';
import { type SettledSets, settleSets } from './settle-sets.ts';
import { sayInFour } from './words.ts';

function leadOf(part: Resolution): Claim {
  return (part.governing ?? part.rivals[0] ?? part.finds[0]) as Claim;
}

/**
 * Services that count apart in one place: at least the largest, at most the sum, and the sum itself only where a person
 * declared them disjoint ("add", joint total, rule 7). `roles.figures` are newspapers' and unnamed counts of them all:
 * in agreement inside the range, rivals outside it. Finds raise the floor.
 */
function servicesApart(
  parts: readonly Resolution[],
  roles: Roles,
  places: readonly string[],
  cell: Cell,
  decision: Decision | undefined,
): Resolution {
  const subject = subjectOf(cell, places);
  const isDisjoint = decision?.kind === 'conflict' && decision.verdict === 'add';
  const lows = parts.map((part) => part.lowest);
  const highs = parts.map((part) => part.highest);
  const high = highs.includes(null) ? null : sumExact(highs as readonly number[]);
  const floor = floorOfFinds(roles.finds);
  const low = Math.max(isDisjoint ? sumExact(lows) : Math.max(...lows), floor.low);
  const range: Interval = { low, high: high === null ? null : Math.max(high, low), closed: true };
  const outside = roles.figures.filter((claim) => !intervalsOverlap(claim.interval, range));
  const leads = ranked(parts.map(leadOf));
  const [lead] = leads as [Claim, ...Claim[]];
  const apart = leads.slice(1).map((other) =>
    conflictBetween(
      lead,
      other,
      {
        type: 'separate_counts',
        computed: false,
        rests: [],
        text: sayInFour(
          '{a} en {b}: aparte tellingen, mogelijk van dezelfde vangsten. Het totaal ligt tussen het grootste cijfer en de som.',
          '{a} et {b} : décomptes distincts, portant peut-être sur les mêmes saisies. Le total se situe entre le chiffre le plus élevé et la somme.',
          '{a} und {b}: getrennte Zählungen, möglicherweise derselben Funde. Die Gesamtmenge liegt zwischen der größten Zahl und der Summe.',
          '{a} and {b}: separate counts, possibly of the same finds. The total lies between the largest figure and the sum.',
          { a: { agencies: lead.agencies }, b: { agencies: other.agencies } },
        ),
      },
      {
        subject,
        decision: isDisjoint ? decision : undefined,
        proposal: null,
        contested: !isDisjoint,
        wholes: [],
      },
    ),
  );
  const contrary = outside.map((other) =>
    conflictBetween(lead, other, explainPair(lead, other, roles.all, cell), {
      subject,
      decision: undefined,
      proposal: null,
      contested: true,
      wholes: roles.wholes,
    }),
  );
  const common = {
    ...notReported(places, subject),
    combined: [
      ...parts.flatMap((part) => part.combined),
      ...roles.figures.filter((claim) => !outside.includes(claim)),
    ],
    absorbed: parts.flatMap((part) => part.absorbed),
    conflicts: [...parts.flatMap((part) => part.conflicts), ...apart, ...contrary],
  };
  if (high === null && parts.every((part) => part.state === 'finds_only') && outside.length === 0) {
    const found = parts.flatMap((part) => part.finds);
    return { ...common, state: 'finds_only', lowest: low, finds: found };
  }
  const likely = parts.map((part) => part.likely);
  const isSure =
    isDisjoint && outside.length === 0 && likely.every((value) => typeof value === 'number');
  const isContested = outside.length > 0 || parts.some(({ state }) => state === 'undecided');
  const open = isContested ? 'undecided' : 'apart';
  const ends = [range.high, ...outside.map((claim) => claim.interval.high)];
  return {
    ...common,
    state: isSure ? 'reported' : open,
    lowest: Math.min(low, ...outside.map((claim) => claim.interval.low)),
    likely: isSure ? Math.max(low, sumExact(likely)) : 'undecided',
    highest: ends.includes(null) ? null : Math.max(...(ends as readonly number[])),
    finds: parts.flatMap((part) => part.finds),
    ...(floor.low > Math.max(...lows) && { raisedBy: floor.claims }),
    rivals: [
      ...parts.flatMap((part) => (part.rivals.length > 0 ? part.rivals : [leadOf(part)])),
      ...outside,
    ],
  };
}

/** Groups of services' claims that count the same work or rival counts of it. */
function countingTogether(
  claims: readonly Claim[],
  national: boolean,
): readonly (readonly Claim[])[] {
  const groups: Claim[][] = [];
  for (const claim of claims) {
    const isKin = (other: Claim) =>
      agencyRelation(claim.agencies, other.agencies, national) === 'same';
    const kin = groups.filter((group) => group.some(isKin));
    const joined = [...kin.flat(), claim];
    groups.splice(0, groups.length, ...groups.filter((group) => !kin.includes(group)), joined);
  }
  return groups;
}

interface Split {
  /** Counts of everything: several services together, a prosecution service, an office, a newspaper, and a service's of ports in two countries. */
  readonly overall: readonly Claim[];
  /** Services that count apart from each other; a single group where only one counts. */
  readonly groups: readonly (readonly Claim[])[];
  /** Claims of a service that a wider count includes: floors. */
  readonly parts: readonly Claim[];
}

/** Tells the counts of all services from those of single ones (rules 4, 5 and 7). */
function splitByService({ figures, services }: Roles, national: boolean): Split {
  const counting = new Map(figures.map(({ agencies }) => [agencies.join(), agencies]));
  const within = new Map<string, boolean>();
  const isPart = ({ agencies }: Claim): boolean => {
    const known = within.get(agencies.join());
    if (known !== undefined) return known;
    const isWithin = [...counting.values()].some(
      (others) => agencyRelation(agencies, others, national) === 'within',
    );
    within.set(agencies.join(), isWithin);
    return isWithin;
  };
  const parts = [...figures, ...services].filter(isPart);
  const own = figures.filter((claim) => !isPart(claim));
  const single = services.filter((claim) => !isPart(claim));
  const countsAll = (claim: Claim): boolean =>
    !isService(claim.agencies) || reachesAbroad(claim.agencies, claim.places);
  const overall = own.filter(countsAll);
  const ofServices = [...own.filter((claim) => !countsAll(claim)), ...single];
  const groups = countingTogether(ofServices, national);
  if (groups.length > 1) return { overall, groups, parts };
  // One agency of several, alone: a floor.
  const whole = own.filter((claim) => !countsAll(claim));
  return { overall, groups: whole.length > 0 ? [whole] : [], parts: [...parts, ...single] };
}

/** Whether a claim gives the whole figure of a scope that lies inside the one asked for. */
function isNarrower(claim: Claim, places: readonly string[], cell: Cell): boolean {
  return (
    claim.extent === 'whole' &&
    !isProvisional(claim) &&
    (placeRelation(claim, places) === 'within' ||
      substanceRelation(claim, cell.substance) === 'within' ||
      periodRelation(claim, cell) === 'within')
  );
}

/** Floors of one narrower drug and period, in groups that have places in common, so that they may contradict each other. */
function contending(floors: readonly Claim[]): readonly (readonly Claim[])[] {
  const scopes = new Map<string, Claim[]>();
  for (const floor of floors) {
    const scope = `${floor.substance} ${floor.periodStart} ${floor.periodEnd}`;
    const own = scopes.get(scope);
    if (own) own.push(floor);
    else scopes.set(scope, [floor]);
  }
  return [...scopes.values()].flatMap((own) => {
    const groups: { readonly places: Set<string>; readonly floors: Claim[] }[] = [];
    for (const floor of own) {
      const met = groups.filter(({ places }) => floor.places.some((place) => places.has(place)));
      const joined = {
        places: new Set([...met.flatMap(({ places }) => [...places]), ...floor.places]),
        floors: [...met.flatMap((group) => group.floors), floor],
      };
      groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), joined);
    }
    return groups.map((group) => group.floors);
  });
}

/**
 * Floors from narrower scopes that hold whichever of their rivals is right: a contested figure of a port is no surer
 * for the province around it, so that only what the port's own cell leaves sure counts (joint total, rules 4 and 5).
 */
function undisputed(
  floors: readonly Claim[],
  claims: readonly Claim[],
  places: readonly string[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
): readonly Claim[] {
  const narrower = floors.filter((floor) => isNarrower(floor, places, cell));
  const sure = (group: readonly Claim[]): readonly Claim[] => {
    if (group.length < 2) return group;
    const [{ periodStart: start, periodEnd: end, substance }] = group as [Claim];
    const isYear = start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`;
    const period = isYear ? start.slice(0, 4) : `${start}/${end}`;
    const known = new Map<string, number>();
    const lowest = (area: readonly string[]): number => {
      const name = [...new Set(area)].sort().join('+');
      const before = known.get(name);
      if (before !== undefined) return before;
      const inside = cellOf(name, { period, start, end }, { ...cell, substance });
      const { members, together } = settledReports(claims, inside, decisions);
      const floor = floorWithin(inside.members, members, together);
      known.set(name, floor);
      return floor;
    };
    const all = group.flatMap((claim) => claim.places);
    return group.filter(
      ({ places: own, interval: { low } }) => low <= lowest(own) && low <= lowest(all),
    );
  };
  const kept = new Set(contending(narrower).flatMap(sure));
  return floors.filter((floor) => !narrower.includes(floor) || kept.has(floor));
}

/** The sets of members that some claim reports together, in the order of the members. */
function setsOf(claims: readonly Claim[], cell: Cell): readonly (readonly string[])[] {
  const sets = new Map<string, readonly string[]>();
  for (const claim of touching(claims, cell)) {
    if (claim.places.length < 2 || placeRelation(claim, cell.members) === 'apart') continue;
    if (!claim.places.every((place) => cell.members.includes(place))) continue;
    const places = cell.members.filter((place) => claim.places.includes(place));
    sets.set(places.join('+'), places);
  }
  return [...sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, places]) => places);
}

/** What is reported of each member of a cell and of sets of them, and the same once they no longer contradict each other. */
export interface Reports extends SettledSets {
  readonly each: readonly Resolution[];
  readonly sets: readonly Resolution[];
}

/** Resolves the members of a cell and the sets that report together, and settles the two (joint total, rules 4 and 5). */
export function settledReports(
  claims: readonly Claim[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
): Reports {
  const each = cell.members.map((place) =>
    resolvePlaces(claims, [place], cell, decisions, { membersCount: true }),
  );
  const sets = setsOf(claims, cell)
    .map((places) => resolvePlaces(claims, places, cell, decisions, { membersCount: false }))
    .filter((resolution) => resolution.state !== 'not_reported');
  return { each, sets, ...settleSets(each, sets, cell, decisions, claims) };
}

function agenciesOf(group: readonly Claim[]): readonly string[] {
  return [...new Set(group.flatMap((claim) => claim.agencies))].sort();
}

/**
 * Resolves a set of places within a cell over all agencies: services that are part of a wider count are floors,
 * rival counts contend, and services that count apart are bounded, never summed unasked (joint total, rules 4, 5 and 7).
 */
export function resolvePlaces(
  claims: readonly Claim[],
  places: readonly string[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
  { membersCount }: { readonly membersCount: boolean },
): Resolution {
  const roles = rolesOf(claims, places, cell, { membersCount });
  const sure = (floors: readonly Claim[]): readonly Claim[] =>
    undisputed(sureFloors(floors), claims, places, cell, decisions);
  const resolve = (
    figures: readonly Claim[],
    floors: readonly Claim[],
    of = cell,
    by = decisions,
    judgedWith?: readonly Claim[],
  ): Resolution =>
    resolveClaims({ ...roles, figures, finds: sure(floors) }, places, of, by, judgedWith);
  if (cell.agencies !== null) return resolve(roles.figures, roles.finds);
  const { overall, groups, parts } = splitByService(roles, isCountry(places));
  const floors = [...roles.finds, ...parts];
  if (groups.length <= 1) return resolve([...overall, ...groups.flat()], floors);
  const counts = [...overall, ...groups.flat()];
  const { judged, subject } = resolve(counts, floors, cell, new Map());
  const decision = heldOn(decisions.get(subject), judged, claims);
  if (keptClaim(decision, counts)) return resolve(counts, floors, cell, decisions, judged);
  // An authority's count of everything makes floors of the services' own.
  if (overall.some((claim) => isAuthority(claim.agencies) && claim.interval.high !== null))
    return resolve(overall, [...floors, ...groups.flat()], cell, decisions, judged);
  const each = groups.map((group) => resolve(group, [], { ...cell, agencies: agenciesOf(group) }));
  const apart = servicesApart(
    each,
    { ...roles, figures: overall, finds: sure(floors) },
    places,
    cell,
    decision,
  );
  return { ...apart, judged };
}

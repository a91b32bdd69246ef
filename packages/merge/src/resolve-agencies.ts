import { type Decision, places as placeList, sumExact } from '@samenbeeld/schema';
import {
  agencyRelation,
  type Cell,
  isAuthority,
  periodRelation,
  placeRelation,
  subjectOf,
  substanceRelation,
} from './cell.ts';
import type { Claim } from './claim.ts';
import { conflictBetween } from './conflict-between.ts';
import { type Resolution, type Roles, resolveClaims } from './resolve-claims.ts';
import { say } from './words.ts';

/** Whether places are countries, where an international office speaks for all services together. */
function isCountry(places: readonly string[]): boolean {
  return places.every((code) => placeList.has(code) && placeList.get(code).kind === 'country');
}

function relationOf(
  a: Claim,
  b: readonly string[],
  national: boolean,
): ReturnType<typeof agencyRelation> {
  const relation = agencyRelation(a.agencies, b);
  if (national || relation === 'same' || relation === 'apart') return relation;
  // A port's figure in an international report is a rival count of the port, not a whole of which it is a part.
  return isInternational(a.agencies) || isInternational(b) ? 'same' : relation;
}

function isInternational(codes: readonly string[]): boolean {
  return agencyRelation(codes, ['NL_CUST']) === 'around' && !codes.includes('NL_CUST');
}

/** Sorts the claims about a set of places within a cell by role (rules 3 and 4). */
export function rolesOf(
  claims: readonly Claim[],
  places: readonly string[],
  cell: Cell,
  { membersCount }: { readonly membersCount: boolean },
): Roles {
  const figures: Claim[] = [];
  const finds: Claim[] = [];
  const wholes: Claim[] = [];
  for (const claim of claims) {
    if (claim.basis !== cell.basis || claim.metric !== cell.metric) continue;
    const place = placeRelation(claim, places);
    const substance = substanceRelation(claim, cell.substance);
    const period = periodRelation(claim, cell);
    const agency =
      cell.agencies === null ? 'same' : relationOf(claim, cell.agencies, isCountry(places));
    const relations = [place, substance, agency];
    if (relations.includes('apart') || period === 'apart' || period === 'around') continue;
    if (relations.includes('around')) {
      const isCheck =
        period === 'same' && claim.extent === 'whole' && !relations.includes('within');
      if (isCheck) wholes.push(claim);
      continue;
    }
    if (place === 'within' && !membersCount) continue;
    // One agency of several is the whole of what that agency counts.
    const isExtentWhole =
      claim.extent === 'whole' || (claim.extent === 'one_agency' && cell.agencies !== null);
    if (isExtentWhole && period === 'same' && !relations.includes('within')) figures.push(claim);
    else finds.push(claim);
  }
  return { figures, finds, wholes, all: claims };
}

/** Groups of claims that count the same work or rival counts of it. */
function services(figures: readonly Claim[], national: boolean): readonly (readonly Claim[])[] {
  const groups: Claim[][] = [];
  const ordered = [...figures].sort((a, b) => Number(isAuthority(b)) - Number(isAuthority(a)));
  for (const claim of ordered) {
    const kin = groups.filter((group) =>
      group.some((other) => relationOf(claim, other.agencies, national) === 'same'),
    );
    const home = kin[0];
    if (!home) groups.push([claim]);
    else {
      home.push(claim);
      // Press counts may resemble several services; only a service's own claim joins two groups into one.
      if (isAuthority(claim)) {
        for (const other of kin.slice(1)) home.push(...other.splice(0));
      }
    }
  }
  return groups.filter((group) => group.length > 0);
}

/** Two services that count apart: at least the larger, at most the sum, until someone declares them disjoint (rule 7). */
function apart(
  parts: readonly Resolution[],
  cell: Cell,
  decision: Decision | undefined,
): Resolution {
  const [first, second] = parts as readonly [Resolution, Resolution];
  const isDisjoint = decision?.kind === 'conflict' && decision.verdict === 'add';
  const highs = parts.map((part) => part.highest);
  const lead = (first.governing ?? first.rivals[0] ?? first.finds[0]) as Claim;
  const other = (second.governing ?? second.rivals[0] ?? second.finds[0]) as Claim;
  const likely = parts.map((part) => part.likely);
  const known = likely.every((value): value is number => typeof value === 'number');
  const conflict = conflictBetween(
    lead,
    other,
    {
      type: 'agency',
      computed: false,
      rests: [],
      text: say(
        {
          nl: '{a} en {b} tellen apart; of zij dezelfde vangsten tellen is niet bekend. Het totaal ligt tussen de grootste en de som.',
          fr: '{a} et {b} comptent séparément ; on ignore s’ils comptent les mêmes saisies. Le total se situe entre le plus grand et la somme.',
          de: '{a} und {b} zählen getrennt; ob sie dieselben Funde zählen, ist nicht bekannt. Die Summe liegt zwischen der größeren Zahl und der Summe beider.',
          en: '{a} and {b} count apart; whether they count the same finds is not known. The total lies between the larger and the sum.',
        },
        { a: { agencies: lead.agencies }, b: { agencies: other.agencies } },
      ),
    },
    {
      subject: subjectOf(cell, first.places),
      decision: isDisjoint ? decision : undefined,
      proposal: null,
      contested: !isDisjoint,
      wholes: [],
    },
  );
  return {
    ...first,
    subject: subjectOf(cell, first.places),
    state: isDisjoint ? (known ? 'reported' : 'undecided') : 'undecided',
    lowest: isDisjoint
      ? sumExact(parts.map((part) => part.lowest))
      : Math.max(...parts.map((part) => part.lowest)),
    likely: isDisjoint && known ? sumExact(likely) : 'undecided',
    highest: highs.includes(null) ? null : sumExact(highs as readonly number[]),
    governing: null,
    absorbed: parts.flatMap((part) => part.absorbed),
    combined: parts.flatMap((part) => part.combined),
    rivals: parts.flatMap((part) => (part.governing ? [part.governing] : part.rivals)),
    conflicts: [...parts.flatMap((part) => part.conflicts), conflict],
  };
}

/**
 * Resolves a set of places within a cell over all agencies: services that are part of a wider count are floors,
 * rival counts contend, and services that count apart are bounded, never summed unasked (rules 4, 5 and 7).
 */
export function resolvePlaces(
  claims: readonly Claim[],
  places: readonly string[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
  { membersCount }: { readonly membersCount: boolean },
): Resolution {
  const roles = rolesOf(claims, places, cell, { membersCount });
  if (cell.agencies !== null) {
    const settled = roles.finds.filter((find) => isUncontested(find, roles.finds));
    return resolveClaims({ ...roles, finds: settled }, places, cell, decisions);
  }
  const national = isCountry(places);
  const isPart = (claim: Claim) =>
    roles.figures.some((other) => relationOf(claim, other.agencies, national) === 'within');
  const figures = roles.figures.filter((claim) => !isPart(claim));
  const parts = roles.figures.filter(isPart);
  const groups = services(figures, national);
  const narrower = [...roles.finds, ...parts];
  const finds = narrower.filter((part) => isUncontested(part, narrower));
  if (groups.length <= 1)
    return resolveClaims({ ...roles, figures, finds }, places, cell, decisions);
  const each = groups.map((group) =>
    resolveClaims(
      { ...roles, figures: group, finds: [] },
      places,
      { ...cell, agencies: [...new Set(group.flatMap((claim) => claim.agencies))].sort() },
      decisions,
    ),
  );
  return apart(each, cell, decisions.get(subjectOf(cell, places)));
}

/** A part that a rival count of the same service contradicts makes no floor for the whole; the smallest does. */
function isUncontested(part: Claim, parts: readonly Claim[]): boolean {
  return !parts.some(
    (other) =>
      other !== part &&
      other.agencies.join() === part.agencies.join() &&
      other.periodStart === part.periodStart &&
      other.periodEnd === part.periodEnd &&
      other.extent === part.extent &&
      part.extent !== 'one_find' &&
      (other.interval.low < part.interval.low ||
        (other.interval.low === part.interval.low && other.id < part.id)),
  );
}

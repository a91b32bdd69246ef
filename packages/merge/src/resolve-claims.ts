import {
  type Decision,
  type Interval,
  intersectIntervals,
  intervalContains,
  intervalsOverlap,
} from '@samenbeeld/schema';
import { absorbedAmong } from './absorbed.ts';
import { type Cell, subjectOf } from './cell.ts';
import { type Claim, isOfFinds, isProvisional } from './claim.ts';
import type { Explanation } from './explain/explanation.ts';
import { explainPair } from './explain-pair.ts';
import { floorOfFinds } from './finds.ts';
import { governing as governingOf, ranked } from './govern.ts';
import { heldOn } from './grounds.ts';
import { keptClaim } from './kept-claim.ts';
import { conflictBetween, propose } from './propose.ts';
import { notReported, type Resolution } from './resolution.ts';
import type { Roles } from './roles.ts';
import { isRevisedBy, isRivalEdition } from './superseded.ts';
import { sayInFour } from './words.ts';

/** A find, an interim figure or one service's count is larger than the whole it belongs to. */
function partExceedsWhole(whole: Claim, part: Claim): Explanation {
  return {
    type: 'part_exceeds_whole',
    computed: false,
    rests: [],
    text: sayInFour(
      '{part} ({who}) zou een deel zijn van {whole}, maar is meer.',
      '{part} ({who}) devrait être une partie de {whole}, mais le dépasse.',
      '{part} ({who}) müsste ein Teil von {whole} sein, ist aber mehr.',
      '{part} ({who}) should be a part of {whole}, but is more.',
      { part: part.value, whole: whole.value, who: { agencies: part.agencies } },
    ),
  };
}

interface Standing {
  readonly interval: Interval;
  readonly absorbed: readonly Claim[];
  readonly combined: readonly Claim[];
  readonly outside: readonly Claim[];
}

/**
 * Sorts other claims, best-ranked first, by how they stand to the leading one: satisfied by it, in agreement, or outside. What its
 * publisher told otherwise later, or its table tells otherwise beside it, narrows nothing.
 */
function standingTo(lead: Claim, others: readonly Claim[]): Standing {
  let interval = lead.interval;
  const absorbed: Claim[] = [];
  const combined: Claim[] = [];
  const outside: Claim[] = [];
  const all = [lead, ...others];
  for (const other of ranked(others)) {
    const shared = intersectIntervals(interval, other.interval);
    const isPast = shared !== null && all.some((one) => isRevisedBy(other, one));
    const isRival = all.some((one) => isRivalEdition(other, one));
    if (isRival) outside.push(other);
    else if (isPast || intervalContains(other.interval, lead.interval)) absorbed.push(other);
    else if (shared) {
      combined.push(other);
      interval = shared;
    } else outside.push(other);
  }
  return { interval, absorbed, combined, outside };
}

function highEnd(intervals: readonly Interval[]): number | null {
  const ends = intervals.map((interval) => interval.high);
  return ends.some((end) => end === null) ? null : Math.max(...(ends as readonly number[]));
}

/** Floors only: the largest of them, or of the single finds, and nothing above it (rule 11). */
function floorsOnly(
  roles: Roles,
  coarser: readonly Claim[],
  places: readonly string[],
  subject: string,
  substance: string,
  kept: Claim | null,
): Resolution {
  const fromFinds = floorOfFinds(roles.finds);
  const floors = kept ? [kept] : roles.figures;
  if (floors.length === 0 && roles.finds.length === 0) return notReported(places, subject);
  const lowest = Math.max(fromFinds.low, ...floors.map((claim) => claim.interval.low));
  const holding = floors.filter((claim) => claim.interval.low === lowest);
  const found = fromFinds.claims.length > 0 ? fromFinds.claims : roles.finds.slice(0, 1);
  // A figure of a part of the period that finds outweigh is known all the same, so that finds are not all that is.
  const outweighed = roles.finds.filter(
    (claim) =>
      !isOfFinds(claim) &&
      !found.includes(claim) &&
      claim.substance === substance &&
      claim.places.join() === places.join(),
  );
  return {
    ...notReported(places, subject),
    state: 'finds_only',
    lowest,
    governing: kept,
    finds: holding.length > 0 ? holding : found,
    absorbed: [
      ...floors.filter((claim) => claim.interval.low < lowest),
      ...coarser,
      ...(holding.length > 0 ? [] : outweighed),
    ],
  };
}

/**
 * Resolves the claims about one scope into what is reported: the governing claim, those it absorbs, those that
 * agree and narrow it, and the contradictions that no other figure explains, which leave the figure undecided
 * until a person decides (joint total, rules 2, 3, 5 and 11). A decision is followed only where it still holds for the
 * claims that contend.
 *
 * @param judged what contends, where the caller knows of more than these roles
 */
export function resolveClaims(
  roles: Roles,
  places: readonly string[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
  judged?: readonly Claim[],
): Resolution {
  const found = resolveBy(undefined, roles, places, cell);
  const open = { ...found, judged: judged ?? found.judged };
  const decision = heldOn(decisions.get(open.subject), open.judged, roles.all);
  if (!decision) return open;
  return { ...resolveBy(decision, roles, places, cell), judged: open.judged };
}

function resolveBy(
  decision: Decision | undefined,
  roles: Roles,
  places: readonly string[],
  cell: Cell,
): Resolution {
  const { finds, wholes, all } = roles;
  const subject = subjectOf(cell, places);
  const kept = keptClaim(decision, [...roles.figures, ...finds]);
  const satisfied = absorbedAmong(roles.figures);
  const figures = roles.figures.filter((claim) => claim === kept || !satisfied.has(claim));
  const coarser = ranked(roles.figures.filter((claim) => !figures.includes(claim)));
  const bounded = figures.filter((claim) => claim.interval.high !== null);
  const proposal = propose(bounded, wholes, all, cell);
  const conflictWith = (lead: Claim, other: Claim, explanation: Explanation, contested: boolean) =>
    conflictBetween(lead, other, explanation, {
      subject,
      decision: kept ? decision : undefined,
      proposal: contested ? proposal : null,
      contested,
      wholes,
    });

  const keptIsFloor = kept !== null && (kept.interval.high === null || finds.includes(kept));
  if (kept ? keptIsFloor : bounded.length === 0) {
    const outside = kept
      ? figures.filter((other) => !intervalsOverlap(other.interval, kept.interval))
      : [];
    return {
      ...floorsOnly({ ...roles, figures }, coarser, places, subject, cell.substance, kept),
      judged: figures,
      conflicts: outside.map((other) =>
        conflictWith(kept as Claim, other, explainPair(kept as Claim, other, all, cell), false),
      ),
    };
  }

  const governing = kept ?? governingOf(bounded);
  const lead = governing ?? proposal?.claim ?? (ranked(bounded)[0] as Claim);
  const { interval, absorbed, combined, outside } = standingTo(
    lead,
    figures.filter((claim) => claim !== lead),
  );
  const floor = floorOfFinds(finds.filter((find) => find !== lead));
  const overshoot = !kept && isAbove(floor.low, interval);
  const parts = overshoot ? floor.claims : [];
  const judged = [
    ...outside.map((other) => ({ other, isPart: false })),
    ...parts.map((other) => ({ other, isPart: true })),
  ].map(({ other, isPart }) => {
    const found = explainPair(lead, other, all, cell);
    const isOpen = found.type === 'agency' || found.type === 'same_scope_different_value';
    const explanation = isPart && isOpen ? partExceedsWhole(lead, other) : found;
    // A part above the whole leaves the whole in doubt too, whatever explains it.
    const contested = !kept && (isPart || !(governing && explanation.computed));
    return { other, explanation, contested };
  });
  const rivals = judged.filter(({ contested }) => contested).map(({ other }) => other);
  const intervals = [interval, ...rivals.map((claim) => claim.interval)];
  const smallest = Math.min(...intervals.map(({ low }) => low));
  const lowest = overshoot
    ? smallest
    : Math.max(smallest, Math.min(floor.low, interval.high ?? floor.low));
  const highest = highEnd(intervals);
  const undecided = rivals.length > 0;
  return {
    places,
    subject,
    judged: [...figures, ...parts],
    state: undecided ? 'undecided' : 'reported',
    lowest,
    likely: undecided ? 'undecided' : Math.max(lowest, Math.min(lead.value, highest ?? lead.value)),
    highest,
    governing,
    combined,
    absorbed: [...absorbed, ...coarser],
    finds: [],
    ...(lowest > smallest && { raisedBy: floor.claims }),
    rivals: undecided ? [lead, ...rivals] : [],
    conflicts: [
      ...judged.map(({ other, explanation, contested }) =>
        conflictWith(lead, other, explanation, contested),
      ),
      ...supersededBy(lead, interval, finds, cell).map((other) =>
        conflictWith(lead, other, explainPair(lead, other, all, cell), false),
      ),
    ],
  };
}

function isAbove(floor: number, interval: Interval): boolean {
  if (interval.high === null || floor < interval.high) return false;
  return floor > interval.high || !interval.closed;
}

/** Provisional figures of the whole scope that the settled one replaced: floors, but worth showing with why they differ. */
function supersededBy(
  lead: Claim,
  interval: Interval,
  finds: readonly Claim[],
  cell: Cell,
): readonly Claim[] {
  return finds.filter(
    (find) =>
      find !== lead &&
      isProvisional(find) &&
      find.extent === 'whole' &&
      find.substance === cell.substance &&
      find.places.join() === lead.places.join() &&
      find.periodStart === lead.periodStart &&
      find.periodEnd === lead.periodEnd &&
      find.interval.high !== null &&
      !intervalsOverlap(find.interval, interval) &&
      !isAbove(find.interval.low, interval),
  );
}

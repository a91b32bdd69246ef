import { type Conflict, type Decision, hasFigure, subtractExact } from '@samenbeeld/schema';
import type { Cell } from './cell.ts';
import type { Claim } from './claim.ts';
import { sumOfHighest } from './cover.ts';
import { floorWithin } from './floor-within.ts';
import { heldOn } from './grounds.ts';
import { keptClaim } from './kept-claim.ts';
import type { Resolution } from './resolution.ts';
import { sayInFour } from './words.ts';

/** Members and sets that no longer contradict each other, and the contradictions there were. */
export interface SettledSets {
  readonly members: readonly Resolution[];
  readonly together: readonly Resolution[];
  readonly conflicts: readonly Conflict[];
  /** The claims that contend under a subject: of a set and of its members. */
  readonly judged: readonly (readonly [subject: string, claims: readonly Claim[]])[];
}

/** The claims that a report rests on: without those that a finer one satisfies. */
export function restsOn({ governing, rivals, finds, combined }: Resolution): readonly Claim[] {
  return [...new Set([...(governing ? [governing] : []), ...rivals, ...finds, ...combined])];
}

function claimsOf(resolution: Resolution): readonly Claim[] {
  const { governing, rivals, finds, combined, absorbed } = resolution;
  return [...(governing ? [governing] : []), ...rivals, ...finds, ...combined, ...absorbed];
}

function conflictOf(
  set: Resolution,
  inside: readonly Resolution[],
  sum: number,
  cell: Cell,
  decision: Decision | null,
): Conflict {
  const [whole] = claimsOf(set) as [Claim];
  const parts = inside.flatMap((member) => claimsOf(member).slice(0, 1));
  return {
    key: `${set.subject} · ${whole.id} | ${parts.map((part) => part.id).join(' ')}`,
    subject: set.subject,
    type: 'part_exceeds_whole',
    claims: [whole.id, ...parts.map((part) => part.id)],
    place: set.places.join('+'),
    substance: cell.substance,
    basis: cell.basis,
    periodStart: cell.periodStart,
    periodEnd: cell.periodEnd,
    difference: subtractExact(sum, whole.value),
    factor: null,
    explanation: sayInFour(
      '{where} samen: {whole} ({who}); de havens afzonderlijk geven {sum}.',
      '{where} ensemble : {whole} ({who}) ; les ports pris séparément donnent {sum}.',
      '{where} zusammen: {whole} ({who}); die Häfen einzeln ergeben {sum}.',
      '{where} together: {whole} ({who}); the ports one by one give {sum}.',
      { where: { place: whole.place }, whole: whole.value, who: { agencies: whole.agencies }, sum },
    ),
    computed: false,
    proposal: null,
    state: decision ? 'decided' : 'undecided',
    decision: decision?.id ?? null,
  };
}

/** Set and members as one contested report: the smallest lower end, the largest upper end (rule 5). */
function contested(set: Resolution, low: number, high: number | null): Resolution {
  return {
    ...set,
    state: 'undecided',
    lowest: Math.min(set.lowest, low),
    likely: 'undecided',
    highest: set.highest === null || high === null ? null : Math.max(set.highest, high),
  };
}

/**
 * Compares each set of ports that reports together with its members' own reports. Where the members' floors exceed the
 * set's figure, or all of them together stay below its floor, set and members contend until a person decides
 * ("keep" a claim of either).
 */
export function settleSets(
  members: readonly Resolution[],
  together: readonly Resolution[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
  all: readonly Claim[],
): SettledSets {
  const smallFirst = [...together].sort(
    (a, b) => a.places.length - b.places.length || (a.subject < b.subject ? -1 : 1),
  );
  let atoms = members;
  let sets: readonly Resolution[] = [];
  const conflicts: Conflict[] = [];
  const judged: (readonly [string, readonly Claim[]])[] = [];
  for (const set of smallFirst) {
    const isInside = (report: Resolution) =>
      report.places.every((place) => set.places.includes(place));
    const inside = atoms.filter(isInside);
    const low = floorWithin(set.places, atoms, sets);
    const high = inside.every(hasFigure) ? sumOfHighest(inside) : null;
    const exceeds = set.highest !== null && low > set.highest;
    const fallsShort = high !== null && high < set.lowest;
    if (!exceeds && !fallsShort) {
      sets = [...sets, set];
      continue;
    }
    const contending = [set, ...inside].flatMap(restsOn);
    judged.push([set.subject, contending]);
    const decision = heldOn(decisions.get(set.subject), contending, all);
    const kept = (reports: readonly Resolution[]) =>
      keptClaim(decision, reports.flatMap(claimsOf)) !== null;
    const [keepsMembers, keepsSet] = [kept(inside), kept([set])];
    const by = decision && (keepsMembers || keepsSet) ? decision : null;
    conflicts.push(conflictOf(set, inside, exceeds ? low : (high as number), cell, by));
    if (keepsMembers) continue;
    atoms = [
      ...atoms.filter((member) => !isInside(member)),
      keepsSet ? set : contested(set, low, high),
    ];
    sets = sets.filter((other) => !isInside(other));
  }
  return { members: atoms, together: sets, conflicts, judged };
}

import { type Ceiling, type Decision, placeContains, subtractExact } from '@samenbeeld/schema';
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
import { say } from './words.ts';

function isFigure(claim: Claim, cell: Cell): boolean {
  return (
    claim.basis === cell.basis &&
    claim.metric === cell.metric &&
    claim.extent === 'whole' &&
    claim.interval.high !== null &&
    claim.confidence !== 'low' &&
    isAuthority(claim) &&
    periodRelation(claim, cell) === 'same' &&
    substanceRelation(claim, cell.substance) === 'same'
  );
}

function sameVintage(a: Claim, b: Claim): boolean {
  const [first, second] = [a.publishedOn ?? '', b.publishedOn ?? ''];
  if (first.length < 7 || second.length < 7) return false;
  return first.slice(0, 7) === second.slice(0, 7);
}

function isInside(whole: Claim, part: Claim): boolean {
  return part !== whole && part.places.every((place) => placeContains(whole.place, place));
}

/** The parts of a wider total that its own publisher put beside it: one per place, the most exact first. */
function publishedParts(whole: Claim, claims: readonly Claim[], cell: Cell): readonly Claim[] {
  const candidates = claims
    .filter((claim) => isFigure(claim, cell) && isInside(whole, claim) && sameVintage(whole, claim))
    .filter((claim) => agencyRelation(whole.agencies, claim.agencies) === 'same')
    .sort(
      (a, b) =>
        Number(b.interval.closed) - Number(a.interval.closed) ||
        a.places.length - b.places.length ||
        (a.id < b.id ? -1 : 1),
    );
  const taken: Claim[] = [];
  for (const candidate of candidates) {
    const isFree = taken.every((part) =>
      part.places.every((place) => !candidate.places.includes(place)),
    );
    if (isFree) taken.push(candidate);
  }
  return taken;
}

function ceilingKey(cell: Cell, bounded: readonly string[], whole: Claim): string {
  return `ceiling ${subjectOf(cell, bounded)} within ${whole.id}`;
}

function boundedByDecision(
  cell: Cell,
  whole: Claim,
  decisions: ReadonlyMap<string, Decision>,
): readonly (readonly string[])[] {
  return [...decisions.keys()]
    .filter((key) => key.startsWith('ceiling ') && key.endsWith(` within ${whole.id}`))
    .map((key) => (key.split(' ')[1] ?? '').split('+'))
    .filter((bounded) => decisions.has(ceilingKey(cell, bounded, whole)));
}

/**
 * The ceilings that a wider official total puts on members: the total minus the parts known to lie outside, from
 * the same agency and publication month, for the same drug, period and basis (joint total, rule 6). Offered by
 * name; in use only where a decision of kind `ceiling` accepts it.
 */
export function ceilingsOf(
  claims: readonly Claim[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
): readonly Ceiling[] {
  return claims
    .filter((whole) => isFigure(whole, cell) && placeRelation(whole, cell.members) === 'around')
    .flatMap((whole) => {
      const parts = publishedParts(whole, claims, cell);
      const inside = cell.members.filter((member) => placeContains(whole.place, member));
      const unknown = inside.filter(
        (member) => !parts.some((part) => part.places.includes(member)),
      );
      const sets = [unknown, ...boundedByDecision(cell, whole, decisions)].filter(
        (set) => set.length > 0,
      );
      const distinct = [...new Map(sets.map((set) => [set.join('+'), set])).values()];
      return distinct.map((bounded) => ceilingOn(bounded, whole, parts, cell, decisions));
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function ceilingOn(
  bounded: readonly string[],
  whole: Claim,
  parts: readonly Claim[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
): Ceiling {
  const outside = parts.filter((part) => part.places.every((place) => !bounded.includes(place)));
  const value = outside.reduce(
    (left, part) => subtractExact(left, part.interval.low),
    whole.interval.high as number,
  );
  const key = ceilingKey(cell, bounded, whole);
  const decision = decisions.get(key);
  const inUse = decision?.kind === 'ceiling' && decision.verdict === 'accept';
  return {
    key,
    places: bounded,
    value,
    whole: whole.id,
    parts: outside.map((part) => part.id),
    assumption: say(
      {
        nl: 'Aanname: {whole} ({where}, {who}) telt {bounded} volledig mee. Daar gaat af wat elders is geteld: {parts}.',
        fr: 'Hypothèse : {whole} ({where}, {who}) couvre entièrement {bounded}. On en retire ce qui a été compté ailleurs : {parts}.',
        de: 'Annahme: {whole} ({where}, {who}) umfasst {bounded} vollständig. Abgezogen ist, was anderswo gezählt wurde: {parts}.',
        en: 'Assumes that {whole} ({where}, {who}) covers {bounded} wholly. What was counted elsewhere is taken off: {parts}.',
      },
      {
        whole: whole.value,
        where: { place: whole.place },
        who: { agencies: whole.agencies },
        bounded: { place: bounded.join('+') },
        parts:
          outside.length === 0
            ? '–'
            : say(
                Object.fromEntries(
                  (['nl', 'fr', 'de', 'en'] as const).map((language) => [
                    language,
                    outside.map((_, index) => `{p${index}} ({w${index}})`).join(', '),
                  ]),
                ) as Record<'nl' | 'fr' | 'de' | 'en', string>,
                Object.fromEntries(
                  outside.flatMap((part, index) => [
                    [`p${index}`, part.value],
                    [`w${index}`, { place: part.place }],
                  ]),
                ),
              ),
      },
    ),
    inUse,
    decision: inUse ? decision.id : null,
  };
}

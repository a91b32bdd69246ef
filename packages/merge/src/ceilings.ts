import {
  type Ceiling,
  type Decision,
  inSigns,
  joinWith,
  placeContains,
  subtractExact,
} from '@samenbeeld/schema';
import { isAuthority } from './agency-relation.ts';
import {
  type Cell,
  periodRelation,
  placeRelation,
  subjectOf,
  substanceRelation,
  touching,
} from './cell.ts';
import { byId, type Claim, isDerived, isProvisional } from './claim.ts';
import { heldOn } from './grounds.ts';
import { say, sayInFour } from './words.ts';

function isFigure(claim: Claim, cell: Cell): boolean {
  return (
    claim.basis === cell.basis &&
    claim.metric === cell.metric &&
    claim.extent === 'whole' &&
    claim.interval.high !== null &&
    claim.confidence !== 'low' &&
    !isProvisional(claim) &&
    !isDerived(claim) &&
    isAuthority(claim.agencies) &&
    periodRelation(claim, cell) === 'same' &&
    substanceRelation(claim, cell.substance) === 'same'
  );
}

function sameVintage(a: Claim, b: Claim): boolean {
  const [first, second] = [a.publishedOn ?? '', b.publishedOn ?? ''];
  if (first.length < 7 || second.length < 7) return false;
  return first.slice(0, 7) === second.slice(0, 7);
}

function sameAgency(a: Claim, b: Claim): boolean {
  return [...a.agencies].sort().join() === [...b.agencies].sort().join();
}

function isInside(whole: Claim, part: Claim): boolean {
  return part !== whole && part.places.every((place) => placeContains(whole.place, place));
}

/** The parts of a wider total that its own publisher put beside it: one per place, the most exact first. */
function publishedParts(whole: Claim, claims: readonly Claim[], cell: Cell): readonly Claim[] {
  const candidates = touching(claims, cell)
    .filter((claim) => isFigure(claim, cell) && isInside(whole, claim))
    .filter((claim) => sameVintage(whole, claim) && sameAgency(whole, claim))
    .sort(
      (a, b) =>
        Number(b.interval.closed) - Number(a.interval.closed) ||
        a.places.length - b.places.length ||
        byId(a, b),
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

/** The keys a ceiling may have been recorded under: one for each row that is the wider total. */
function keysOf(cell: Cell, bounded: readonly string[], whole: Claim): readonly string[] {
  const name = `ceiling ${subjectOf(cell, bounded)} within`;
  return [whole.id, ...whole.rows.map((row) => row.id)].map((id) => `${name} ${id}`);
}

function recorded(
  keys: readonly string[],
  decisions: ReadonlyMap<string, Decision>,
): Decision | undefined {
  return keys.map((key) => decisions.get(key)).find((decision) => decision?.kind === 'ceiling');
}

/** The sets of members that a person bounded, which stay bounded when a part is published later. */
function boundedByDecision(
  cell: Cell,
  whole: Claim,
  decisions: ReadonlyMap<string, Decision>,
): readonly (readonly string[])[] {
  return [...decisions.keys()]
    .filter((key) => key.startsWith('ceiling '))
    .map((key) => (key.split(' ')[1] ?? '').split('+'))
    .filter((bounded) => recorded(keysOf(cell, bounded, whole), decisions) !== undefined);
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
  return (
    touching(claims, cell)
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
        return distinct.map((bounded) => ceilingOn(bounded, whole, parts, claims, cell, decisions));
      })
      // Parts above their whole leave nothing to bound with.
      .filter((ceiling) => ceiling.value >= 0)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  );
}

function ceilingOn(
  bounded: readonly string[],
  whole: Claim,
  parts: readonly Claim[],
  claims: readonly Claim[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
): Ceiling {
  const outside = parts.filter((part) => part.places.every((place) => !bounded.includes(place)));
  const value = outside.reduce(
    (left, part) => subtractExact(left, part.interval.low),
    whole.interval.high as number,
  );
  const keys = keysOf(cell, bounded, whole);
  const decision = recorded(keys, decisions);
  const inUse =
    decision?.verdict === 'accept' && heldOn(decision, [whole, ...outside], claims) !== undefined;
  const named = outside.map((part) =>
    say(inSigns('{v} ({p})'), { v: part.value, p: { place: part.place } }),
  );
  const words = {
    whole: whole.value,
    where: { place: whole.place },
    who: { agencies: whole.agencies },
    bounded: { place: bounded.join('+') },
    value,
    parts: joinWith(named, ', '),
  };
  return {
    key: decision?.subject ?? (keys[0] as string),
    places: bounded,
    value,
    whole: whole.id,
    parts: outside.map((part) => part.id),
    assumption:
      outside.length === 0
        ? sayInFour(
            'Aanname: {bounded} valt geheel onder {whole} ({where}, {who}).',
            'Hypothèse : {bounded} entre entièrement dans {whole} ({where}, {who}).',
            'Annahme: {bounded} ist in {whole} ({where}, {who}) vollständig enthalten.',
            'Assumes that {whole} ({where}, {who}) includes all of {bounded}.',
            words,
          )
        : sayInFour(
            'Aanname: {bounded} valt geheel onder {whole} ({where}, {who}); na aftrek van {parts} blijft {value} over.',
            'Hypothèse : {bounded} entre entièrement dans {whole} ({where}, {who}) ; déduction faite de {parts}, il reste {value}.',
            'Annahme: {bounded} ist in {whole} ({where}, {who}) vollständig enthalten; abzüglich {parts} bleiben {value}.',
            'Assumes that {whole} ({where}, {who}) includes all of {bounded}; less {parts}, {value} is left.',
            words,
          ),
    inUse,
    decision: inUse ? decision.id : null,
  };
}

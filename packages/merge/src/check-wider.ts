import {
  type Ceiling,
  type Conflict,
  type Decision,
  placeContains,
  subtractExact,
} from '@samenbeeld/schema';
import {
  type Cell,
  periodRelation,
  placeRelation,
  subjectOf,
  substanceRelation,
  touching,
} from './cell.ts';
import { type Claim, isProvisional } from './claim.ts';
import { floorWithin } from './floor-within.ts';
import { heldOn } from './grounds.ts';
import type { Resolution } from './resolution.ts';
import { restsOn, type SettledSets } from './settle-sets.ts';
import { sayInFour } from './words.ts';

/** The members a claim covers wholly, where it covers more than they: other ports, other drugs. */
function areaOf(claim: Claim, cell: Cell): readonly string[] {
  const place = placeRelation(claim, cell.members);
  const substance = substanceRelation(claim, cell.substance);
  const isCheck =
    claim.metric === cell.metric &&
    claim.basis === cell.basis &&
    cell.agencies === null &&
    claim.extent === 'whole' &&
    !isProvisional(claim) &&
    claim.interval.high !== null &&
    periodRelation(claim, cell) === 'same' &&
    (substance === 'same' || substance === 'around') &&
    (place === 'around' || (place !== 'apart' && substance === 'around'));
  return isCheck ? cell.members.filter((member) => placeContains(claim.place, member)) : [];
}

function isBelow(claim: Claim, floor: number): boolean {
  const { high, closed } = claim.interval;
  return high !== null && (floor > high || (floor === high && !closed));
}

/** What places hold at least, which a wider figure contradicts. */
export interface OpposedFloor {
  readonly area: readonly string[];
  readonly floor: number;
}

/** The conflicts of wider figures that lie below the floor of what they contain (joint total, rule 4). */
export function checkWider(
  claims: readonly Claim[],
  cell: Cell,
  members: readonly Resolution[],
  together: readonly Resolution[],
  decisions: ReadonlyMap<string, Decision>,
): {
  readonly conflicts: readonly Conflict[];
  readonly judged: SettledSets['judged'];
  readonly opposed: readonly OpposedFloor[];
} {
  const opposed: OpposedFloor[] = [];
  const judged: (readonly [string, readonly Claim[]])[] = [];
  const conflicts = touching(claims, cell).flatMap((claim): readonly Conflict[] => {
    const area = areaOf(claim, cell);
    const floor = area.length === 0 ? 0 : floorWithin(area, members, together);
    if (floor === 0 || !isBelow(claim, floor)) return [];
    const subject = `check ${subjectOf(cell, area)} within ${claim.id}`;
    const inside = [...members, ...together]
      .filter((report) => report.places.every((place) => area.includes(place)))
      .flatMap(restsOn);
    judged.push([subject, [claim, ...inside]]);
    const decision = heldOn(decisions.get(subject), [claim, ...inside], claims);
    if (!decision) opposed.push({ area, floor });
    return [
      {
        key: subject,
        subject,
        type: 'part_exceeds_whole',
        claims: [claim.id],
        place: claim.place,
        substance: claim.substance,
        basis: claim.basis,
        periodStart: cell.periodStart,
        periodEnd: cell.periodEnd,
        difference: subtractExact(floor, claim.value),
        factor: null,
        explanation: sayInFour(
          '{area}: ten minste {floor} ({ours}). Dat past niet bij het ruimere cijfer {whole}: {where}, {what} ({who}).',
          '{area} : au moins {floor} ({ours}). C’est incompatible avec le chiffre plus large de {whole} : {where}, {what} ({who}).',
          '{area}: mindestens {floor} ({ours}). Das passt nicht zur umfassenderen Zahl {whole}: {where}, {what} ({who}).',
          '{area}: at least {floor} ({ours}). That does not fit the wider figure of {whole}: {where}, {what} ({who}).',
          {
            area: { place: area.join('+') },
            floor,
            ours: { substance: cell.substance },
            whole: claim.value,
            who: { agencies: claim.agencies },
            where: { place: claim.place },
            what: { substance: claim.substance },
          },
        ),
        computed: false,
        proposal: null,
        state: decision ? 'decided' : 'undecided',
        decision: decision?.id ?? null,
      },
    ];
  });
  return { conflicts, judged, opposed };
}

/** Whether what is reported lies above a ceiling, so that the ceiling cannot hold. */
export function isExceeded(
  ceiling: Ceiling,
  members: readonly Resolution[],
  together: readonly Resolution[],
): boolean {
  return floorWithin(ceiling.places, members, together) > ceiling.value;
}

/** The conflicts of members that together exceed a ceiling in use (joint total, rule 6). */
export function checkCeilings(
  ceilings: readonly Ceiling[],
  claims: readonly Claim[],
  cell: Cell,
  members: readonly Resolution[],
  together: readonly Resolution[],
): readonly Conflict[] {
  return ceilings.flatMap((ceiling): readonly Conflict[] => {
    const whole = claims.find((claim) => claim.id === ceiling.whole);
    if (!ceiling.inUse || !whole || !isExceeded(ceiling, members, together)) return [];
    const floor = floorWithin(ceiling.places, members, together);
    const inside = members.filter((member) =>
      member.places.every((place) => ceiling.places.includes(place)),
    );
    return [
      {
        key: `above ${ceiling.key}`,
        subject: ceiling.key,
        type: 'above_ceiling',
        claims: [
          whole.id,
          ...inside.flatMap((member) =>
            [member.governing, ...member.rivals, ...member.finds].flatMap((claim) =>
              claim ? [claim.id] : [],
            ),
          ),
        ],
        place: ceiling.places.join('+'),
        substance: cell.substance,
        basis: cell.basis,
        periodStart: cell.periodStart,
        periodEnd: cell.periodEnd,
        difference: subtractExact(floor, ceiling.value),
        factor: null,
        explanation: sayInFour(
          '{area}: {floor}, meer dan het vastgelegde plafond van {ceiling}. Het plafond telt niet mee zolang dit niet is opgelost.',
          '{area} : {floor}, soit plus que le plafond enregistré de {ceiling}. Tant que ce n’est pas résolu, le plafond n’est pas appliqué.',
          '{area}: {floor}, mehr als die festgehaltene Obergrenze von {ceiling}. Solange das nicht geklärt ist, wird die Obergrenze nicht verwendet.',
          '{area}: {floor}, more than the recorded ceiling of {ceiling}. The ceiling is not used until this is settled.',
          { area: { place: ceiling.places.join('+') }, floor, ceiling: ceiling.value },
        ),
        computed: false,
        proposal: null,
        state: 'undecided',
        decision: null,
      },
    ];
  });
}

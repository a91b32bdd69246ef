import {
  type Ceiling,
  type Conflict,
  type Decision,
  placeContains,
  subtractExact,
  sumExact,
} from '@samenbeeld/schema';
import { type Cell, periodRelation, placeRelation, subjectOf, substanceRelation } from './cell.ts';
import type { Claim } from './claim.ts';
import type { Cover } from './cover.ts';
import type { Resolution } from './resolve-claims.ts';
import { say } from './words.ts';

/** The floor that the reports inside a wider area make together. */
function floorInside(
  area: readonly string[],
  members: readonly Resolution[],
  cover: Cover,
  together: readonly Resolution[],
): number {
  const singles = sumExact(
    members
      .filter((member) => member.places.every((place) => area.includes(place)))
      .map((member) => member.lowest),
  );
  const sets = together
    .filter((set) => set.places.every((place) => area.includes(place)))
    .map((set) => set.lowest);
  const whole = cover.units.every((unit) => unit.places.every((place) => area.includes(place)))
    ? cover.lowest
    : 0;
  return Math.max(singles, whole, ...sets);
}

function base(cell: Cell, claim: Claim, area: readonly string[], floor: number) {
  return {
    claims: [claim.id],
    place: claim.place,
    substance: claim.substance,
    basis: claim.basis,
    periodStart: cell.periodStart,
    periodEnd: cell.periodEnd,
    difference: subtractExact(floor, claim.interval.high as number),
    factor: null,
    subject: `check ${subjectOf(cell, area)} within ${claim.id}`,
    key: `check ${subjectOf(cell, area)} within ${claim.id}`,
  };
}

/**
 * Conflicts with wider figures: a wider check below the floor of what it contains (joint total, rule 4), and members
 * that together exceed a ceiling in use (rule 6).
 */
export function checkWider(
  claims: readonly Claim[],
  cell: Cell,
  members: readonly Resolution[],
  together: readonly Resolution[],
  cover: Cover,
  ceilings: readonly Ceiling[],
  decisions: ReadonlyMap<string, Decision>,
): readonly Conflict[] {
  const wider = claims.filter(
    (claim) =>
      claim.metric === cell.metric &&
      claim.basis === cell.basis &&
      claim.extent === 'whole' &&
      claim.interval.high !== null &&
      periodRelation(claim, cell) === 'same' &&
      ['same', 'around'].includes(substanceRelation(claim, cell.substance)) &&
      placeRelation(claim, cell.members) === 'around',
  );
  const checks = wider.flatMap((claim): readonly Conflict[] => {
    const area = cell.members.filter((member) => placeContains(claim.place, member));
    const floor = floorInside(area, members, cover, together);
    if (floor <= (claim.interval.high as number)) return [];
    const common = base(cell, claim, area, floor);
    const decision = decisions.get(common.subject);
    return [
      {
        ...common,
        type: 'part_exceeds_whole',
        explanation: say(
          {
            nl: '{area} alleen al: ten minste {floor}; toch meldt {who} voor {where} ({what}) {whole}.',
            fr: '{area} à eux seuls : au moins {floor} ; or {who} indique {whole} pour {where} ({what}).',
            de: 'Allein {area}: mindestens {floor}; {who} nennt für {where} ({what}) jedoch {whole}.',
            en: '{area} alone: at least {floor}; yet {who} gives {whole} for {where} ({what}).',
          },
          {
            area: { place: area.join('+') },
            floor,
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
  const above = ceilings.flatMap((ceiling): readonly Conflict[] => {
    const inside = members.filter((member) =>
      member.places.every((place) => ceiling.places.includes(place)),
    );
    const floor = sumExact(inside.map((member) => member.lowest));
    const whole = claims.find((claim) => claim.id === ceiling.whole);
    if (!ceiling.inUse || floor <= ceiling.value || !whole) return [];
    return [
      {
        ...base(cell, whole, ceiling.places, floor),
        claims: [
          whole.id,
          ...inside.flatMap((member) => (member.governing ? [member.governing.id] : [])),
        ],
        difference: subtractExact(floor, ceiling.value),
        key: `above ${ceiling.key}`,
        subject: ceiling.key,
        type: 'above_ceiling',
        explanation: say(
          {
            nl: '{area}: {floor}, boven het vastgelegde plafond van {ceiling}.',
            fr: '{area} : {floor}, au-dessus du plafond enregistré de {ceiling}.',
            de: '{area}: {floor}, über der festgehaltenen Obergrenze von {ceiling}.',
            en: '{area}: {floor}, above the recorded ceiling of {ceiling}.',
          },
          { area: { place: ceiling.places.join('+') }, floor, ceiling: ceiling.value },
        ),
        computed: false,
        proposal: null,
        state: 'undecided',
        decision: null,
      },
    ];
  });
  return [...checks, ...above];
}

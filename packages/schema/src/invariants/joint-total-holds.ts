import { unknownPlace } from '../codes/complexes.ts';
import { compareDecimal } from '../decimal.ts';
import type { JointTotal, MemberTotal } from '../joint-total.ts';
import type { Text } from '../language.ts';
import { expandPlace } from '../places.ts';
import { inFour } from '../sentence.ts';
import { hasFigure } from '../told-together.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function above(a: number, b: number | null): boolean {
  return b !== null && compareDecimal(a, b) > 0;
}

function isSame(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : compareDecimal(a, b) === 0;
}

/** Members that nothing reports, alone or together with others. */
function uncovered({ members, together }: JointTotal): readonly string[] {
  const covered = new Set(
    [...members, ...together].filter(hasFigure).flatMap(({ place }) => expandPlace(place)),
  );
  return members
    .map(({ place }) => place)
    .filter((place) => !covered.has(place) || place === unknownPlace);
}

function* range(
  id: string,
  what: string | Text,
  row: Pick<MemberTotal, 'lowest' | 'likely' | 'highest'>,
): Iterable<Found> {
  const { lowest, likely, highest } = row;
  if (lowest === null) {
    if (likely !== null || highest !== null)
      yield [
        id,
        inFour(
          '{what}: geen laagste, en toch een ander cijfer',
          '{what} : pas de plus bas, et pourtant un autre chiffre',
          '{what}: kein niedrigster Wert, und doch eine andere Zahl',
          '{what}: no lowest, and yet another figure',
          { what },
        ),
      ];
    return;
  }
  if (above(lowest, highest))
    yield [
      id,
      inFour(
        '{what}: laagste {lowest} ligt boven hoogste {highest}',
        '{what} : le plus bas {lowest} dépasse le plus haut {highest}',
        '{what}: niedrigster {lowest} liegt über höchstem {highest}',
        '{what}: lowest {lowest} is above highest {highest}',
        { what, lowest: String(lowest), highest: String(highest) },
      ),
    ];
  if (typeof likely === 'number' && (above(lowest, likely) || above(likely, highest)))
    yield [
      id,
      inFour(
        '{what}: waarschijnlijk {likely} ligt buiten {lowest} tot {highest}',
        '{what} : probable {likely} est hors de {lowest} à {highest}',
        '{what}: wahrscheinlich {likely} liegt außerhalb {lowest} bis {highest}',
        '{what}: likely {likely} is outside {lowest} to {highest}',
        {
          what,
          likely: String(likely),
          lowest: String(lowest),
          highest:
            highest === null
              ? inFour(
                  'geen bovengrens',
                  'aucune borne supérieure',
                  'keine Obergrenze',
                  'no upper end',
                )
              : String(highest),
        },
      ),
    ];
}

function* find(totals: readonly JointTotal[]): Iterable<Found> {
  for (const joint of totals) {
    const { key, members, reported, total, status } = joint;
    const open = uncovered(joint);
    if (status === 'complete' && open.length > 0)
      yield [
        key,
        inFour(
          'volledig, en toch is {open} niet gemeld',
          'complet, et pourtant {open} n’est pas déclaré',
          'vollständig, und doch ist {open} nicht gemeldet',
          'complete, and yet {open} not reported',
          { open: open.join(', ') },
        ),
      ];
    const unweighed = members.filter(
      ({ state, likely, counted = [] }) =>
        state === 'reported' &&
        likely === null &&
        counted.some(({ kilograms }) => kilograms === null),
    );
    if (status === 'complete' && unweighed.length > 0)
      yield [
        key,
        inFour(
          'volledig, en toch heeft een vondst van {place} geen gewicht',
          'complet, et pourtant une saisie de {place} n’a pas de poids',
          'vollständig, und doch hat ein Fund von {place} kein Gewicht',
          'complete, and yet a find of {place} has no weight',
          { place: unweighed[0]?.place ?? '' },
        ),
      ];
    if (status !== 'complete' && members.length > 0 && open.length === 0 && unweighed.length === 0)
      yield [
        key,
        inFour(
          '{status}, en toch is elk deel gemeld',
          '{status}, et pourtant chaque partie est déclarée',
          '{status}, und doch ist jeder Teil gemeldet',
          '{status}, and yet every member is reported',
          { status },
        ),
      ];
    if (!isSame(total.atLeast, reported.lowest))
      yield [
        key,
        inFour(
          'ten minste {least} is niet het laagste gemelde, {lowest}',
          'au moins {least} n’est pas le plus bas déclaré, {lowest}',
          'mindestens {least} ist nicht der niedrigste gemeldete Wert, {lowest}',
          'at least {least} is not the lowest reported, {lowest}',
          { least: String(total.atLeast), lowest: String(reported.lowest) },
        ),
      ];
    if ((status === 'none') !== (reported.lowest === null))
      yield [
        key,
        inFour(
          '{status}, en toch is het laagste {lowest}',
          '{status}, et pourtant le plus bas est {lowest}',
          '{status}, und doch ist der niedrigste Wert {lowest}',
          '{status}, and yet the lowest is {lowest}',
          { status, lowest: String(reported.lowest) },
        ),
      ];
    if (total.atLeast !== null && above(total.atLeast, total.atMost))
      yield [
        key,
        inFour(
          'ten minste {least} ligt boven hoogstens {most}',
          'au moins {least} dépasse au plus {most}',
          'mindestens {least} liegt über höchstens {most}',
          'at least {least} is above at most {most}',
          { least: String(total.atLeast), most: String(total.atMost) },
        ),
      ];
    if (
      status !== 'complete' &&
      total.atMost !== null &&
      !joint.ceilings.some(({ inUse }) => inUse)
    )
      yield [
        key,
        inFour(
          '{status}, en toch hoogstens {most} zonder plafond in gebruik',
          '{status}, et pourtant au plus {most} sans plafond en usage',
          '{status}, und doch höchstens {most} ohne Obergrenze in Gebrauch',
          '{status}, and yet at most {most} without a ceiling in use',
          { status, most: String(total.atMost) },
        ),
      ];
    const contested = members.some(({ state }) => state === 'undecided' || state === 'apart');
    if (contested && typeof reported.likely === 'number')
      yield [
        key,
        inFour(
          'een deel is onbeslist, en toch is waarschijnlijk {likely}',
          'une partie n’est pas tranchée, et pourtant probable est {likely}',
          'ein Teil ist unentschieden, und doch ist wahrscheinlich {likely}',
          'a member is undecided, and yet likely is {likely}',
          { likely: String(reported.likely) },
        ),
      ];
    yield* range(key, inFour('gemeld', 'déclaré', 'gemeldet', 'reported'), reported);
    for (const member of members) {
      yield* range(key, member.place, member);
      if ((member.state === 'not_reported') !== (member.lowest === null))
        yield [
          key,
          inFour(
            '{place}: {state}, en toch is het laagste {lowest}',
            '{place} : {state}, et pourtant le plus bas est {lowest}',
            '{place}: {state}, und doch ist der niedrigste Wert {lowest}',
            '{place}: {state}, and yet the lowest is {lowest}',
            { place: member.place, state: member.state, lowest: String(member.lowest) },
          ),
        ];
    }
  }
}

/**
 * Invariant 6: a joint total is complete exactly where its members are covered and every find has a weight, its floor is the lowest reported, an
 * upper end needs full cover or a recorded ceiling, and an undecided member leaves no likely figure (joint total, rules 4,
 * 6 and 11).
 */
export const jointTotalHolds: Invariant<readonly JointTotal[]> = invariant(
  6,
  'joint-total-holds',
  find,
);

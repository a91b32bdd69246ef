import { unknownPlace } from '../codes/complexes.ts';
import { compareDecimal } from '../decimal.ts';
import type { JointTotal, MemberTotal } from '../joint-total.ts';
import { expandPlace } from '../places.ts';
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
    [...members, ...together]
      .filter(({ state }) => state === 'reported' || state === 'undecided')
      .flatMap(({ place }) => expandPlace(place)),
  );
  return members
    .map(({ place }) => place)
    .filter((place) => !covered.has(place) || place === unknownPlace);
}

function* range(
  id: string,
  what: string,
  row: Pick<MemberTotal, 'lowest' | 'likely' | 'highest'>,
): Iterable<Found> {
  const { lowest, likely, highest } = row;
  if (lowest === null) {
    if (likely !== null || highest !== null)
      yield [id, `${what}: no lowest, and yet another figure`];
    return;
  }
  if (above(lowest, highest)) yield [id, `${what}: lowest ${lowest} is above highest ${highest}`];
  if (typeof likely === 'number' && (above(lowest, likely) || above(likely, highest)))
    yield [id, `${what}: likely ${likely} is outside ${lowest} to ${highest ?? 'no upper end'}`];
}

function* find(totals: readonly JointTotal[]): Iterable<Found> {
  for (const joint of totals) {
    const { key, members, reported, total, status } = joint;
    const open = uncovered(joint);
    if (status === 'complete' && open.length > 0)
      yield [key, `complete, and yet ${open.join(', ')} not reported`];
    const unweighed = members.filter(
      ({ state, likely, counted = [] }) =>
        state === 'reported' &&
        likely === null &&
        counted.some(({ kilograms }) => kilograms === null),
    );
    if (status === 'complete' && unweighed.length > 0)
      yield [key, `complete, and yet a find of ${unweighed[0]?.place} has no weight`];
    if (status !== 'complete' && members.length > 0 && open.length === 0 && unweighed.length === 0)
      yield [key, `${status}, and yet every member is reported`];
    if (!isSame(total.atLeast, reported.lowest))
      yield [key, `at least ${total.atLeast} is not the lowest reported, ${reported.lowest}`];
    if ((status === 'none') !== (reported.lowest === null))
      yield [key, `${status}, and yet the lowest is ${reported.lowest}`];
    if (total.atLeast !== null && above(total.atLeast, total.atMost))
      yield [key, `at least ${total.atLeast} is above at most ${total.atMost}`];
    if (
      status !== 'complete' &&
      total.atMost !== null &&
      !joint.ceilings.some(({ inUse }) => inUse)
    )
      yield [key, `${status}, and yet at most ${total.atMost} without a ceiling in use`];
    const contested = members.some(({ state }) => state === 'undecided');
    if (contested && typeof reported.likely === 'number')
      yield [key, `a member is undecided, and yet likely is ${reported.likely}`];
    yield* range(key, 'reported', reported);
    for (const member of members) {
      yield* range(key, member.place, member);
      if ((member.state === 'not_reported') !== (member.lowest === null))
        yield [key, `${member.place}: ${member.state}, and yet the lowest is ${member.lowest}`];
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

import type { Decision, Interval } from '@samenbeeld/schema';
import { type Cell, cellOf, placeRelation, substanceRelation } from '../cell.ts';
import type { Claim } from '../claim.ts';
import { type TotalOf, totalOf } from '../total-of.ts';
import { claimsNamed } from './find-matches.ts';
import type { Opposed, WeighedTotal } from './statement.ts';

const exceeds = ({ interval: { low } }: Claim, { high, closed }: Interval): boolean =>
  high !== null && (low > high || (low === high && !closed));

/** The open conflicts of a total with wider figures (joint total, rules 4 and 6). */
function opposedIn(
  { total, conflicts, grounds }: TotalOf,
  claims: readonly Claim[],
): readonly Opposed[] {
  return conflicts.flatMap((conflict): readonly Opposed[] => {
    const isCheck = conflict.key.startsWith('check ');
    if (conflict.state !== 'undecided' || !(isCheck || conflict.type === 'above_ceiling'))
      return [];
    const judged = grounds.filter(([subject]) => subject === conflict.subject);
    const ids = isCheck
      ? judged.flatMap(([, ground]) => ground.map(({ id }) => id))
      : conflict.claims;
    const [whole] = claimsNamed(claims, conflict.claims.slice(0, 1));
    if (!whole) return [];
    const within = claimsNamed(claims, [...new Set(ids)]).filter((claim) => claim !== whole);
    const ceiling = total.ceilings.find(({ key }) => key === conflict.subject);
    const bound = ceiling ? { low: 0, high: ceiling.value, closed: true } : whole.interval;
    const alone = within.filter((claim) => exceeds(claim, bound));
    return [{ whole, bound, inside: alone.length > 0 ? alone : within, conflict }];
  });
}

/** Whether a claim does not fit in the wider figure, or is that figure: who then says otherwise. */
export function opponentsOf(claim: Claim, { whole, bound, inside }: Opposed): readonly Claim[] {
  if (claim === whole) return inside;
  const isCovered =
    claim.basis === whole.basis &&
    claim.metric === whole.metric &&
    claim.periodStart >= whole.periodStart &&
    claim.periodEnd <= whole.periodEnd &&
    ['same', 'within'].includes(placeRelation(claim, whole.places)) &&
    ['same', 'within'].includes(substanceRelation(claim, whole.substance));
  return inside.includes(claim) || (isCovered && exceeds(claim, bound)) ? [whole] : [];
}

/** The ids that the numbers of a total rest on. */
function carriersOf({ total }: TotalOf): readonly string[] {
  return [...total.members, ...total.together].flatMap(
    ({ governing, combined, finds, rivals, raisedBy = [] }) => [
      ...(governing === null ? [] : [governing]),
      ...combined,
      ...finds,
      ...rivals,
      ...raisedBy,
    ],
  );
}

/** The cell of a claim's own scope, over all services. */
function ownCell({ places, substance, basis, metric, unit, periodStart, periodEnd }: Claim): Cell {
  const year = periodStart.slice(0, 4);
  const isYear = periodStart === `${year}-01-01` && periodEnd === `${year}-12-31`;
  const period = isYear ? year : `${periodStart}/${periodEnd}`;
  return cellOf(
    places.join('+'),
    { period, start: periodStart, end: periodEnd },
    { substance, basis, metric, unit },
  );
}

/**
 * Weighs a cell against the wider figures that it, or a figure it rests on, does not fit in: were these right, what exceeds
 * them would be wrong, and only the floor that is left without it is sure.
 */
export function weighed(
  claims: readonly Claim[],
  cell: Cell,
  decisions: ReadonlyMap<string, Decision>,
): WeighedTotal {
  const against = (left: readonly Claim[], own: TotalOf): readonly Opposed[] => {
    const known = new Map([[JSON.stringify(cell), own]]);
    const carrying = claimsNamed(left, carriersOf(own));
    // A wider figure speaks of all services; what one of them counts must fit in it too.
    const found = [{ ...cell, agencies: null }, ...carrying.map(ownCell)].flatMap((of) => {
      const key = JSON.stringify(of);
      const total = known.get(key) ?? totalOf(left, of, decisions);
      known.set(key, total);
      return opposedIn(total, left);
    });
    const touching = found.filter((one) =>
      carrying.some((claim) => opponentsOf(claim, one).length > 0),
    );
    return [...new Map(touching.map((one) => [one.whole.id, one])).values()];
  };
  const found = totalOf(claims, cell, decisions);
  const opposed = against(claims, found);
  let sure = found.total.total.atLeast ?? 0;
  let left = claims;
  for (let open = opposed; open.length > 0; ) {
    const fallen = new Set(
      open.flatMap((one) => left.filter((claim) => opponentsOf(claim, one).includes(one.whole))),
    );
    if (fallen.size === 0) return { ...found, opposed, sure: 0 };
    left = left.filter((claim) => !fallen.has(claim));
    const without = totalOf(left, cell, decisions);
    sure = Math.min(sure, without.total.total.atLeast ?? 0);
    open = against(left, without);
  }
  return { ...found, opposed, sure };
}

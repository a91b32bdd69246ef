import {
  type Conflict,
  type Decision,
  freqOf,
  type Interval,
  intervalContains,
  intervalsOverlap,
  type JointTotal,
  type MemberTotal,
  type NotAdded,
  type Span,
  sumExact,
} from '@samenbeeld/schema';
import { isNamed } from '../agency-relation.ts';
import { type Cell, type CellPeriod, cellOf, placeRelation, substanceRelation } from '../cell.ts';
import { type Claim, claimsNamed, isNamedBy, isProvisional } from '../claim.ts';
import { type TotalOf, totalOf } from '../total-of.ts';
import type { Question } from './question.ts';

/** What the joint total of a scope states, and what stands behind and beside it. */
export interface Stated {
  /** The totals it is made of: one, or of several years each year's own. */
  readonly totals: readonly JointTotal[];
  /** What every rival satisfies, also a wider figure; 0 where nothing is reported. */
  readonly atLeast: number;
  readonly atMost: number | null;
  /** The floor that the total states where it is not weighed against wider figures. */
  readonly unweighed: number;
  /** Whether figures contradict one another, or a wider one, and nobody has decided. */
  readonly isUndecided: boolean;
  /** Wider figures that it does not fit in. */
  readonly opposed: readonly Opposed[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
}

/** How a claim stands to the totals of its own scope and of the one asked for. */
export interface Standing {
  /** stands: it governs, agrees or is a floor; contested: others contradict it undecided, or count beside it; falls: it was set aside. */
  readonly kind: 'stands' | 'contested' | 'falls';
  /** Who contradicts it, or counted beside it. */
  readonly by: readonly Claim[];
  /** Whether those only counted for themselves: other scopes, which contradict nothing. */
  readonly isApart: boolean;
}

/** Totals of any scope of one picture. */
export interface Scopes {
  readonly claims: readonly Claim[];
  readonly stated: (question: ScopeOf, place?: string) => Stated;
  readonly standing: (claim: Claim, asked: Stated) => Standing;
  /** Whether files of finds speak of a place in the period asked for: then it is not unreported. */
  readonly isInFinds: (place: string) => boolean;
}

type ScopeOf = Pick<
  Question,
  'place' | 'substance' | 'basis' | 'metric' | 'unit' | 'agencies' | 'period' | 'kinds'
>;

/** A wider figure, or a ceiling in use, that what lies inside it exceeds while nobody has decided which is right. */
interface Opposed {
  readonly whole: Claim;
  /** What may lie inside at most, as the wider figure has it. */
  readonly bound: Interval;
  /** The figures that do not fit in it: each that exceeds it alone, else all that do so together. */
  readonly inside: readonly Claim[];
  readonly conflict: Conflict;
}

/** A total with the wider figures that contradict it, and the floor that holds whichever of them is right. */
interface WeighedTotal extends TotalOf {
  readonly opposed: readonly Opposed[];
  readonly sure: number;
}

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
function opponentsOf(claim: Claim, { whole, bound, inside }: Opposed): readonly Claim[] {
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
function weighed(
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

/** The years of a period of whole years, each a period of its own; any other period as it is. */
export function yearsWithin({ start, end }: Span): readonly CellPeriod[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  if (!start.endsWith('-01-01') || !end.endsWith('-12-31'))
    return [{ period: `${start}/${end}`, start, end }];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = String(first + at);
    return { period: year, start: `${year}-01-01`, end: `${year}-12-31` };
  });
}

function summed(rows: readonly WeighedTotal[]): Stated {
  const totals = rows.map(({ total }) => total);
  const tops = totals.map(({ total }) => total.atMost);
  return {
    totals,
    atLeast: sumExact(rows.map(({ sure }) => sure)),
    atMost: tops.includes(null) ? null : sumExact(tops as readonly number[]),
    unweighed: sumExact(totals.map(({ total }) => total.atLeast ?? 0)),
    isUndecided: rows.some(
      ({ total, opposed }) => typeof total.reported.likely === 'string' || opposed.length > 0,
    ),
    opposed: rows.flatMap(({ opposed }) => opposed),
    conflicts: rows.flatMap(({ conflicts }) => conflicts),
    notAdded: rows.flatMap(({ notAdded }) => notAdded),
  };
}

/** What is reported of one set of ports within some totals. */
function entriesOf({ totals }: Stated): readonly MemberTotal[] {
  return totals.flatMap(({ members, together }) => [...members, ...together]);
}

/** Claims that contradict one another undecided, by cells of a total. */
function contending(stated: Stated): readonly (readonly string[])[] {
  return [
    ...entriesOf(stated).map(({ rivals }) => rivals),
    ...stated.conflicts.filter(({ state }) => state === 'undecided').map(({ claims }) => claims),
  ].filter((ids) => ids.length > 1);
}

/** The claims that make an entry or agree with what makes it. */
function agreeing({ governing, combined, absorbed, finds }: MemberTotal): readonly string[] {
  return [...(governing === null ? [] : [governing]), ...combined, ...absorbed, ...finds];
}

/** Whether whatever an entry leaves possible satisfies a claim: of a find or one agency's figure, its floor. */
function satisfies({ lowest, highest }: MemberTotal, claim: Claim): boolean {
  if (isFloor(claim)) return claim.interval.low <= (lowest ?? 0);
  return intervalContains(claim.interval, {
    low: lowest ?? 0,
    high: highest,
    closed: highest === lowest,
  });
}

/** Whether a claim says no more of its place and period than a lower end. */
export function isFloor(claim: Claim): boolean {
  return claim.extent !== 'whole' || isProvisional(claim) || claim.interval.high === null;
}

/** Whether a contested figure may be said of somebody: of a named agency, never of a newspaper or of nobody. */
export function maySay({ agencies }: Claim): boolean {
  return isNamed(agencies);
}

/**
 * Totals of scopes, each made once; `counted` sets them apart where they are of no weight of a drug. Several years are the sum of their own totals: no year is surer for standing in a longer
 * row. Part of a contested year is no surer than the year.
 */
export function scopesOf(
  claims: readonly Claim[],
  decisions: ReadonlyMap<string, Decision>,
  { kinds = [], isInFinds }: Pick<Question, 'kinds'> & Pick<Scopes, 'isInFinds'>,
): Scopes {
  const made = new Map<string, WeighedTotal>();
  const total = (place: string, scope: ScopeOf, period: CellPeriod) => {
    const cell: Cell = cellOf(place, period, scope);
    const { substance, basis, metric, agencies } = cell;
    const key = JSON.stringify([place, substance, basis, metric, agencies, period]);
    const found = made.get(key) ?? weighed(claims, cell, decisions);
    made.set(key, found);
    return found;
  };
  const stated: Scopes['stated'] = (scope, place = scope.place) => {
    const own = summed(yearsWithin(scope.period).map((period) => total(place, scope, period)));
    const { start, end } = scope.period;
    const year = start.slice(0, 4);
    if (year !== end.slice(0, 4) || freqOf(scope.period) === 'A') return own;
    const whole = summed([
      total(place, scope, { period: year, start: `${year}-01-01`, end: `${year}-12-31` }),
    ]);
    if (whole.atLeast >= own.atLeast) return own;
    return {
      ...own,
      atLeast: whole.atLeast,
      isUndecided: own.isUndecided || whole.isUndecided,
      opposed: [...own.opposed, ...whole.opposed],
    };
  };
  const scopeOf = (claim: Claim): ScopeOf => ({
    place: claim.places.join('+'),
    substance: claim.substance,
    basis: claim.basis,
    metric: claim.metric,
    unit: claim.unit,
    agencies: null,
    kinds,
    period: {
      start: claim.periodStart,
      end: claim.periodEnd,
      freq: freqOf({ start: claim.periodStart, end: claim.periodEnd }),
    },
  });
  const standing: Scopes['standing'] = (claim, asked) => {
    const { start, end } = scopeOf(claim).period;
    const of = claim.places.join('+');
    // A window of several years has a cell of its own too, in which its rivals stand.
    const window = summed([total(of, scopeOf(claim), windowOf(start, end))]);
    const scopes = [asked, stated(scopeOf(claim)), window];
    const isOf = (ids: readonly string[]): boolean => ids.some((id) => isNamedBy(claim, id));
    const own = scopes
      .flatMap(entriesOf)
      .filter((entry) => isOf([...agreeing(entry), ...entry.rivals]));
    const apart = own
      .filter((entry) => entry.state === 'undecided' && !satisfies(entry, claim))
      .flatMap(({ rivals }) => rivals);
    const against = new Set([...scopes.flatMap(contending).filter(isOf).flat(), ...apart]);
    const others = claims.filter((one) => one !== claim && against.has(one.id));
    const contrary = others.filter(
      (one) => !intervalsOverlap(one.interval, claim.interval) || isFloor(one),
    );
    const wider = scopes.flatMap(({ opposed }) =>
      opposed.flatMap((one) => opponentsOf(claim, one)),
    );
    const by = [...new Set([...(contrary.length > 0 ? contrary : others), ...wider])];
    const openly = scopes.some(({ conflicts }) =>
      conflicts.some(({ state, claims: ids }) => state === 'undecided' && isOf(ids)),
    );
    const isApart =
      wider.length === 0 &&
      !openly &&
      own.some(({ state, rivals }) => state === 'apart' && isOf(rivals)) &&
      own.every(({ state }) => state !== 'undecided');
    if (by.length > 0 || openly) return { kind: 'contested', by, isApart };
    const holds = own.length > 0 && own.every((entry) => satisfies(entry, claim));
    return { kind: holds ? 'stands' : 'falls', by: [], isApart: false };
  };
  return { claims, stated, standing, isInFinds };
}

function windowOf(start: string, end: string) {
  const year = start.slice(0, 4);
  const isYear = start === `${year}-01-01` && end === `${year}-12-31`;
  return { period: isYear ? year : `${start}/${end}`, start, end };
}

import { type Finding, InputError, type Shape, shape, takes, UsageError } from '@samenbeeld/schema';
import { type About, checkProbability, checkTogether } from '../about.ts';
import { randomOf } from '../sampling/random.ts';
import { type NearVerdict, nearSays } from '../words/near-repeat.ts';
import { everyOrder } from './every-order.ts';
import {
  dayOf,
  type KnoxPairs,
  knoxCounts,
  knoxPairs,
  type PlacedEvent,
  type Separation,
} from './knox-pairs.ts';

/** Where and on which day something happened. */
export interface SpaceTimeEvent {
  /** Metres east and north in a projection, or degrees of longitude and latitude with `separation: 'earth'`. */
  readonly x: number;
  readonly y: number;
  /** "2024-03-01". */
  readonly date: string;
}

/** Options of `nearRepeat`. */
export interface NearRepeatOptions extends About {
  /** Upper edges of the bands of distance, increasing: [200, 400] gives 0–200 and 200–400, lower edge included. */
  readonly distances: readonly number[];
  /** Upper edges of the bands of days apart: [7, 14] gives less than 7 days and 7 to 13. */
  readonly days: readonly number[];
  /** - `straight` (default): Euclidean · `blocks`: along a grid (Manhattan) · `earth`: metres between degrees */
  readonly separation?: Separation;
  /** Orders of the days that are drawn; 999. Up to seven events all orders are listed instead. */
  readonly draws?: number;
  /** Where the draws begin; 1. */
  readonly seed?: number;
  /** One-sided significance level; 0.05. */
  readonly alpha?: number;
}

/** Pairs of events in one band of distance and one of days. */
export interface KnoxCell {
  readonly distanceFrom: number;
  readonly distanceTo: number;
  readonly daysFrom: number;
  readonly daysTo: number;
  readonly pairs: number;
  /** Mean over all orders of the days: pairs in the band of distance × pairs in the band of days ÷ all pairs. */
  readonly expected: number;
  readonly ratio: number | null;
  readonly p: number;
}

/** A finding whose estimate is the Knox ratio of the nearest cell. */
export interface NearRepeat extends Finding {
  /** The nearest in space and time first, by band of distance. Their p are not adjusted for their number. */
  readonly cells: readonly KnoxCell[];
  readonly details: {
    readonly verdict: NearVerdict;
    readonly pairs: number;
    readonly expected: number;
    readonly orders: number;
    readonly exact: 'yes' | 'no';
  };
}

const listedUpTo = 7;
const mostEvents = 10_000;

/**
 * Knox's test: do more events lie close in both space and time than their places and days alone would give?
 *
 * The days are put in other orders over the places; p is the share of orders with at least as many close pairs,
 * `(b + 1)/(B + 1)` where they are drawn. The verdict is that of the nearest cell, chosen beforehand. For find places
 * of dumped waste, break-ins into containers or seizures by post hub; not where a wave of checks, or the recording of
 * one investigation as many events, puts days and places together.
 * Knox 1964; Besag and Diggle 1977; Mantel 1967; counts as R surveillance `knox`, which includes the upper edge instead.
 *
 * @throws InputError for unreadable days, coordinates that are not finite
 * @throws UsageError for edges that do not increase from above zero, or more than 10,000 events
 * @example
 * ```ts
 * import { nearRepeat } from '@samenbeeld/trends';
 * const events = [[0, '01'], [1, '02'], [2, '01'], [500, '20'], [501, '21'], [900, '11']].map(([x, day]) => ({ x: Number(x), y: 0, date: `2024-03-${day}` }));
 * const { cells, details } = nearRepeat(events, { distances: [10], days: [7] });
 * [cells[0]?.pairs, cells[0]?.expected.toFixed(4), details.exact] // => [4, '1.0667', 'yes']
 * ```
 */
export function nearRepeat(
  events: readonly SpaceTimeEvent[],
  options: NearRepeatOptions,
): NearRepeat {
  takes(
    'nearRepeat',
    ['events', events, shape.list(placedShape)],
    [
      'options',
      options,
      shape.record<NearRepeatOptions>({ distances: shape.numbers, days: shape.numbers }),
    ],
  );

  const alpha = checkProbability('alpha', options.alpha ?? 0.05);
  const alike = checkTogether(options, 'sum');
  const { distances, days } = options;
  checkEdges('distances', distances);
  checkEdges('days', days);
  if (events.length > mostEvents)
    throw new UsageError(
      `\`nearRepeat\` takes at most ${mostEvents} events, got ${events.length}; split them by area`,
    );
  const placed = events.map(({ x, y, date }, i): PlacedEvent => {
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw new InputError(`expected finite coordinates for event ${i + 1}, found ${x}, ${y}`, {
        repair: 'leave out events whose place is not known',
      });
    return { x, y, day: dayOf(date, i + 1) };
  });
  const n = placed.length;
  const pairs = knoxPairs(placed, distances, days, options.separation ?? 'straight');
  const own = Float64Array.from(placed, ({ day }) => day);
  const observed = knoxCounts(pairs, own, days, distances.length);
  const atLeast = new Float64Array(observed.length);
  const reached: number[] = [];
  const tally = (order: Float64Array): void => {
    const counts = knoxCounts(pairs, order, days, distances.length);
    for (const [cell, count] of counts.entries())
      if (count >= (observed[cell] as number)) atLeast[cell] = (atLeast[cell] as number) + 1;
    reached.push(counts[0] as number);
  };
  const exact = n <= listedUpTo;
  if (exact) everyOrder(own, tally);
  else {
    const random = randomOf(options.seed ?? 1);
    const order = own.slice();
    tally(own);
    for (let draw = 0; draw < (options.draws ?? 999); draw += 1) {
      random.shuffle(order);
      tally(order);
    }
  }
  const orders = reached.length;
  const all = (n * (n - 1)) / 2;
  const cells = distances.flatMap((distanceTo, d) =>
    days.map((daysTo, t): KnoxCell => {
      const cell = d * days.length + t;
      const count = observed[cell] as number;
      const expected =
        all > 0 ? ((pairs.inSpace[d] as number) * (pairs.inTime[t] as number)) / all : 0;
      return {
        distanceFrom: d === 0 ? 0 : (distances[d - 1] as number),
        distanceTo,
        daysFrom: t === 0 ? 0 : (days[t - 1] as number),
        daysTo,
        pairs: count,
        expected,
        ratio: expected > 0 ? count / expected : null,
        p: orders > 0 ? (atLeast[cell] as number) / orders : 1,
      };
    }),
  );
  const nearest = cells[0] as KnoxCell;
  const most = reached.reduce((high, count) => Math.max(high, count), 0);
  const mostly = reached.filter((count) => count === most).length / Math.max(1, orders);
  const verdict: NearVerdict =
    nearest.ratio === null || mostly > alpha
      ? 'no_conclusion'
      : nearest.p <= alpha
        ? 'more'
        : 'not_shown';
  return {
    kind: 'near_repeat',
    subject: options.subject ?? '',
    estimate: verdict === 'no_conclusion' ? null : nearest.ratio,
    unit: 'ratio',
    interval: null,
    n,
    p: verdict === 'no_conclusion' ? null : nearest.p,
    method: `Knox test, ${exact ? 'every order of the days' : 'Monte Carlo'}`,
    definition: 'pairs close in space and time over their mean when days change places (Knox 1964)',
    assumptions: [
      'the risk of each place changes over time as that of the others does',
      'each entry is an event of its own',
    ],
    warnings: [
      ...alike,
      ...(nearest.expected < 5
        ? ['fewer than 5 close pairs are expected: the ratio is rough']
        : []),
    ],
    confidence: verdict === 'no_conclusion' || nearest.expected < 5 ? 'low' : 'medium',
    cells,
    details: {
      verdict,
      pairs: nearest.pairs,
      expected: nearest.expected,
      orders,
      exact: exact ? 'yes' : 'no',
    },
    says: nearSays({
      verdict,
      pairs: nearest.pairs,
      expected: nearest.expected,
      ratio: nearest.ratio,
      p: nearest.p,
      n,
      within: withinOf(pairs, all),
      distance: nearest.distanceTo,
      days: nearest.daysTo,
      unit: options.unit ?? 'm',
      label: options.label,
      controls: options.controls ?? false,
    }),
  };
}

/** What holds every pair, so that no order of the days gives another count. */
function withinOf({ inSpace, inTime }: KnoxPairs, all: number): 'distance' | 'days' | null {
  if (all === 0) return null;
  return inSpace[0] === all ? 'distance' : inTime[0] === all ? 'days' : null;
}

function checkEdges(name: string, edges: readonly number[]): void {
  if (edges.length === 0 || edges.some((edge, i) => !(edge > (i === 0 ? 0 : (edges[i - 1] ?? 0)))))
    throw new UsageError(
      `\`${name}\` must increase from above zero, got ${edges.join(', ') || 'none'}`,
    );
}

export const placedShape: Shape = shape.record<SpaceTimeEvent>({
  x: shape.number,
  y: shape.number,
  date: shape.text,
});

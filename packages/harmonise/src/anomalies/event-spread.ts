import { medianOf, tailed } from './likelihood.ts';
import type { EventPoint } from './point.ts';

/** How quantities of events like one are spread, on the log scale. */
export interface EventSpread {
  readonly center: number;
  readonly spread: number;
  readonly n: number;
  readonly says: string;
}

const fewest = 10;
/** Sizes of finds differ by more than a measuring error ever does: a spread below this is a small sample's. */
const narrowest = 0.7;

type Level = readonly [says: string, key: (event: EventPoint) => string];

const levels: readonly Level[] = [
  [
    'of the substance at the place in this source',
    (e) => `${e.source} ${e.base} ${e.substance} ${e.at} ${e.basis}`,
  ],
  [
    'of the substance on this basis in this source',
    (e) => `${e.source} ${e.base} ${e.substance} ${e.basis}`,
  ],
  ['on this basis in this source', (e) => `${e.source} ${e.base} ${e.basis}`],
  ['of the substance on this basis in all sources', (e) => `${e.base} ${e.substance} ${e.basis}`],
];

/** Finds that the common spread counts for beside those of a group. */
const common = 30;

/**
 * The spread of the upper half of a sample: a dozen handfuls among tons widen the lower side only, and it is too large a
 * figure that is looked for.
 */
function upward(residuals: readonly number[]): number {
  return 1.4826 * medianOf(residuals.filter((residual) => residual >= 0));
}

function grouped(
  events: readonly EventPoint[],
  key: (event: EventPoint) => string,
): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  for (const event of events) {
    if (event.quantity === null || event.quantity <= 0) continue;
    const list = lists.get(key(event));
    if (list) list.push(Math.log(event.quantity));
    else lists.set(key(event), [Math.log(event.quantity)]);
  }
  return new Map([...lists].filter(([, list]) => list.length >= fewest));
}

/** Degrees of freedom: sizes of finds are close to log-normal. */
const freedom = 20;

/**
 * Middle and spread of the smallest group with at least ten finds: substance and place, then substance and basis, then
 * basis, within the source, then substance and basis over all sources. Null where no group has ten. A few finds say little
 * of a spread, so that of a group is drawn towards the one that all groups have in common, which counts as thirty finds.
 */
export function eventSpreads(
  events: readonly EventPoint[],
): (event: EventPoint) => EventSpread | null {
  const groups = levels.map(([says, key]) => ({ says, key, lists: grouped(events, key) }));
  const residuals = groups.slice(0, 2).flatMap(({ lists }) =>
    [...lists.values()].flatMap((list) => {
      const center = medianOf(list);
      return list.map((log) => log - center);
    }),
  );
  const shared = upward(residuals);
  return (event) => {
    for (const { says, key, lists } of groups) {
      const list = lists.get(key(event));
      if (!list) continue;
      const center = medianOf(list);
      const own = upward(list.map((log) => log - center));
      const n = list.length;
      const spread = Number.isNaN(shared)
        ? own
        : Math.sqrt((n * own ** 2 + common * shared ** 2) / (n + common));
      return { center, spread: Math.max(spread, narrowest), n, says };
    }
    return null;
  };
}

/** Standard deviations of a quantity from the middle of its like; positive where it is larger. */
export function eventDistance(quantity: number, spread: EventSpread | null): number {
  return spread ? (Math.log(quantity) - spread.center) / spread.spread : 0;
}

/** Decimal logarithm of how likely a quantity is among its like; 0 in the middle. */
export function eventFit(quantity: number, spread: EventSpread | null): number {
  return spread ? tailed(eventDistance(quantity, spread), freedom) / Math.LN10 : 0;
}

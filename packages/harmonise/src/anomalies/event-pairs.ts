import type { EventPoint } from './point.ts';

/** Two rows of two sources that report one find, and why they are taken for one. */
export interface EventPair {
  readonly a: EventPoint;
  readonly b: EventPoint;
  readonly says: string;
}

const days = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
const window = 5;

/** Rows of different sources with the same container, or with the same substance and place within five days and no rival. */
export function eventPairs(events: readonly EventPoint[]): readonly EventPair[] {
  const pairs: EventPair[] = [];
  const paired = new Set<string>();
  const key = (a: EventPoint, b: EventPoint): string => [a.row, b.row].sort().join(' | ');
  const groups = (of: (event: EventPoint) => string | null): readonly (readonly EventPoint[])[] => {
    const lists = new Map<string, EventPoint[]>();
    for (const event of events) {
      const name = of(event);
      if (name === null || event.quantity === null || event.quantity <= 0) continue;
      lists.set(name, [...(lists.get(name) ?? []), event]);
    }
    return [...lists.values()];
  };
  const near = (
    list: readonly EventPoint[],
    event: EventPoint,
    within: number,
  ): readonly EventPoint[] =>
    list.filter(
      (other) =>
        other.source !== event.source &&
        other.base === event.base &&
        days(other.date, event.date) <= within,
    );
  const add = (
    list: readonly EventPoint[],
    within: number,
    says: (a: EventPoint, b: EventPoint) => string,
  ): void => {
    for (const a of list) {
      const [b, rival] = near(list, a, within);
      if (!b || rival || near(list, b, within).length > 1 || a.row > b.row || paired.has(key(a, b)))
        continue;
      paired.add(key(a, b));
      pairs.push({ a, b, says: says(a, b) });
    }
  };
  for (const list of groups(({ container, substance }) =>
    container ? `${container} ${substance}` : null,
  ))
    add(list, 60, () => 'the same container and substance');
  for (const list of groups(({ substance, at, basis }) => `${substance} ${at} ${basis}`))
    add(
      list,
      window,
      (a, b) =>
        `the same substance and place, ${days(a.date, b.date)} days apart, and no other find near`,
    );
  return pairs;
}

import type { Transaction } from '@samenbeeld/money';

const time = ({ at }: Transaction): number => Date.parse(at);

/** All temporal cycles by depth-first search over every payment: written apart from the screen, and slow. */
export function naiveCycles(
  payments: readonly Transaction[],
  limits: {
    readonly shortest: number;
    readonly longest: number;
    readonly hours: number;
    readonly retained: number;
    readonly least: number;
  },
): readonly string[] {
  const found: string[] = [];
  const walk = (path: readonly Transaction[]): void => {
    const [first, last] = [path[0] as Transaction, path.at(-1) as Transaction];
    for (const next of payments) {
      if (next.sender !== last.receiver || next.cents < limits.least) continue;
      if (time(next) <= time(last) || time(next) - time(first) > limits.hours * 3_600_000) continue;
      if (next.cents > last.cents || next.cents < limits.retained * last.cents) continue;
      const way = [...path, next];
      if (next.receiver === first.sender) {
        if (way.length >= limits.shortest) found.push(way.map(({ tx }) => tx).join(' '));
      } else if (
        way.length < limits.longest &&
        !way.slice(0, -1).some((one) => one.receiver === next.receiver) &&
        next.receiver !== next.sender
      )
        walk(way);
    }
  };
  for (const first of payments)
    if (first.sender !== null && first.sender !== first.receiver && first.cents >= limits.least)
      walk([first]);
  return found.sort();
}

/** Payments of windows that are hit, put together where they overlap: one list of ids a pattern. */
export function naivePatterns(
  payments: readonly Transaction[],
  hours: number,
  keyOf: (payment: Transaction) => string | null,
  isHit: (window: readonly Transaction[]) => boolean,
): readonly string[] {
  const width = hours * 3_600_000;
  const groups = new Map<string, Transaction[]>();
  for (const payment of payments) {
    const key = keyOf(payment);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), payment]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const windows = group
        .map((end) =>
          group.filter((one) => time(one) <= time(end) && time(one) >= time(end) - width),
        )
        .filter(isHit);
      const merged: Set<Transaction>[] = [];
      for (const window of windows) {
        const joined = new Set(window);
        const touching = merged.filter((other) => window.some((one) => other.has(one)));
        for (const other of touching) {
          for (const one of other) joined.add(one);
          merged.splice(merged.indexOf(other), 1);
        }
        merged.push(joined);
      }
      return merged.map((set) =>
        [...set]
          .map(({ tx }) => tx)
          .sort()
          .join(' '),
      );
    })
    .sort();
}

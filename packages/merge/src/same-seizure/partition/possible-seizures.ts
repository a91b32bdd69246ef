import type { Admissible } from './admissible.ts';

/** Records that may be one seizure, by their place in the order, with the logarithm of its weight. */
export interface PossibleSeizure {
  readonly members: readonly number[];
  readonly log: number;
}

/** Sets that are looked at before the records are held to be too many to list what they may be. */
const mostSets = 50_000;

/**
 * Every seizure that the records may make: sets of at most one record a file (or its batches) that hang together by pairs.
 * null where there are too many to list.
 */
export function possibleSeizures(rules: Admissible): readonly PossibleSeizure[] | null {
  const { units } = rules;
  const links = units.map((a, i) => units.map((b, j) => (i === j ? 'never' : rules.link(a, b))));
  const joins = links.map((some) => some.flatMap((link, j) => (link === 'tied' ? [j] : [])));
  const found: PossibleSeizure[] = [];
  let looked = 0;

  function grow(chosen: readonly number[], excluded: ReadonlySet<number>): boolean {
    looked += 1;
    if (looked > mostSets) return false;
    const members = chosen.flatMap((at) => units[at] ?? []).sort((i, j) => i - j);
    const log = rules.logWeight(members);
    if (log > Number.NEGATIVE_INFINITY) found.push({ members, log });
    const passed = new Set(excluded);
    const next = new Set(chosen.flatMap((at) => joins[at] ?? []));
    for (const one of next) {
      if (passed.has(one) || chosen.includes(one)) continue;
      passed.add(one);
      const fits = chosen.every((at) => links[at]?.[one] !== 'never');
      if (fits && !grow([...chosen, one], passed)) return false;
    }
    return true;
  }
  const before = new Set<number>();
  for (const at of units.keys()) {
    if (!grow([at], before)) return null;
    before.add(at);
  }
  return found;
}

import type { Candidate } from './candidate.ts';

/** Some links of one record that may stand together. */
interface Group {
  readonly links: readonly Candidate[];
  readonly value: number;
}

/** How groups may be made, and how much work is allowed. */
export interface GroupRules {
  readonly capacity: (one: number) => number;
  readonly admissible: (one: number, links: readonly Candidate[]) => boolean;
  /** Groups and combinations looked at before the search is cut off. */
  readonly steps: number;
}

/** Records of the one side in a component, above which the search would be too deep. */
const deepest = 2000;

const byValue = (a: Group, b: Group): number => b.value - a.value;

/** All groups of a record that are admissible; `whole` tells whether all were looked at. */
function groupsOf(
  links: readonly Candidate[],
  { capacity, admissible }: GroupRules,
  steps: number,
): { readonly groups: readonly Group[]; readonly whole: boolean } {
  const one = links[0]?.one ?? -1;
  const groups: Group[] = [];
  let budget = steps;
  const strongest = [...links].sort((a, b) => b.value - a.value || a.many - b.many);
  const grow = (size: number, from: number, held: readonly Candidate[], value: number): void => {
    if (held.length === size) {
      budget -= 1;
      const inOrder = [...held].sort((a, b) => a.many - b.many);
      if (admissible(one, inOrder)) groups.push({ links: inOrder, value });
      return;
    }
    const last = strongest.length - (size - held.length);
    for (let next = from; next <= last && budget > 0; next += 1) {
      const link = strongest[next] as Candidate;
      grow(size, next + 1, [...held, link], value + link.value);
    }
  };
  // Small groups first: a search that is cut off has then seen all of those.
  const room = Math.min(capacity(one), strongest.length);
  for (let size = 1; size <= room && budget > 0; size += 1) grow(size, 0, [], 0);
  const whole = budget > 0;
  return { groups: groups.sort(byValue), whole };
}

/** Groups by what they are worth, each that still fits. */
function greedily(all: readonly Group[]): Group {
  const ones = new Set<number>();
  const manys = new Set<number>();
  const links: Candidate[] = [];
  let value = 0;
  for (const group of [...all].sort(byValue)) {
    const one = group.links[0]?.one as number;
    if (ones.has(one) || group.links.some(({ many }) => manys.has(many))) continue;
    ones.add(one);
    for (const link of group.links) manys.add(link.many);
    links.push(...group.links);
    value += group.value;
  }
  return { links, value };
}

/**
 * At most one admissible group for each record of the one side, no record of the many side in two of them, worth the
 * most together: depth-first, cut off where what is left cannot beat the best so far. `exact` is false where the
 * steps did not suffice; the result is then the best found, at least as good as taking the best group first.
 */
export function bestGroups(
  links: readonly Candidate[],
  rules: GroupRules,
): { readonly links: readonly Candidate[]; readonly exact: boolean } {
  const byOne = new Map<number, Candidate[]>();
  for (const link of links) {
    const held = byOne.get(link.one);
    if (held) held.push(link);
    else byOne.set(link.one, [link]);
  }
  // Each record gets its share of half of the steps, so that the last one is not left without any.
  const share = Math.ceil(rules.steps / 2 / Math.max(1, byOne.size));
  const offered = [...byOne.values()].map((of) => groupsOf(of, rules, share));
  let exact = offered.every(({ whole }) => whole) && offered.length <= deepest;
  const choices = offered.map(({ groups }) => groups).filter((groups) => groups.length > 0);
  let best = greedily(choices.flat());
  const most = new Float64Array(choices.length + 1);
  for (let at = choices.length - 1; at >= 0; at -= 1)
    most[at] = (most[at + 1] as number) + (choices[at]?.[0]?.value ?? 0);
  const used = new Set<number>();
  let budget = rules.steps / 2;
  const choose = (at: number, held: readonly Candidate[], value: number): void => {
    if (value > best.value) best = { links: held, value };
    if (at >= choices.length || value + (most[at] as number) <= best.value) return;
    if (budget <= 0) {
      exact = false;
      return;
    }
    budget -= 1;
    for (const group of choices[at] ?? []) {
      if (group.links.some(({ many }) => used.has(many))) continue;
      for (const { many } of group.links) used.add(many);
      choose(at + 1, [...held, ...group.links], value + group.value);
      for (const { many } of group.links) used.delete(many);
    }
    choose(at + 1, held, value);
  };
  if (offered.length <= deepest) choose(0, [], 0);
  return { links: best.links, exact };
}

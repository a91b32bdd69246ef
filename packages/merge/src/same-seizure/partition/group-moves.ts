import type { Admissible } from './admissible.ts';

/** Records that stand together in a walk, known by identity: the same records are always the same object. */
export interface Group {
  /** Sorted. */
  readonly members: readonly number[];
  /** Logarithm of the weight; -Infinity where it is no seizure. */
  readonly log: number;
  /** In the order in which groups were first met. */
  readonly place: number;
}

/** Groups with what they become by one step, each worked out once however often a walk takes it. */
export interface GroupMoves {
  group(members: readonly number[]): Group;
  /** Both together. */
  joined(group: Group, other: Group): Group;
  /** What is left of a group; null where nothing is. */
  without(group: Group, other: Group): Group | null;
}

/** What groups become by a step, by the place of the other group. */
type Steps<T> = (Map<number, T> | undefined)[];

function keep<T>(steps: Steps<T>, from: Group, by: Group, made: T): T {
  const known = steps[from.place];
  if (known) known.set(by.place, made);
  else steps[from.place] = new Map([[by.place, made]]);
  return made;
}

/** Makes groups of records, and remembers the steps between them. */
export function groupMoves(rules: Pick<Admissible, 'logWeight'>): GroupMoves {
  const groups = new Map<string, Group>();
  const joins: Steps<Group> = [];
  const leaves: Steps<Group | null> = [];
  function group(members: readonly number[]): Group {
    const sorted = [...members].sort((i, j) => i - j);
    const key = sorted.join(',');
    const known = groups.get(key);
    if (known) return known;
    const made = { members: sorted, log: rules.logWeight(sorted), place: groups.size };
    groups.set(key, made);
    joins.push(undefined);
    leaves.push(undefined);
    return made;
  }
  return {
    group,
    joined(from, other) {
      const known = joins[from.place]?.get(other.place);
      return known ?? keep(joins, from, other, group([...from.members, ...other.members]));
    },
    without(from, other) {
      const known = leaves[from.place]?.get(other.place);
      if (known !== undefined) return known;
      const left = from.members.filter((i) => !other.members.includes(i));
      return keep(leaves, from, other, left.length === 0 ? null : group(left));
    },
  };
}

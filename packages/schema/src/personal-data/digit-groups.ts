/** Figures of a text that can be one number: groups of digits with marks between them. */
export interface DigitGroups {
  readonly digits: string;
  /** How many digits each group has. */
  readonly sizes: readonly number[];
  /** What stands between the groups. */
  readonly marks: readonly string[];
  readonly from: number;
  readonly to: number;
  /** The groups next to it, where only marks stand between: they may be one number with it. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

interface Neighbour {
  readonly digits: string;
  readonly mark: string;
}

/** Groups with nothing but marks between. */
const joined = /\d+(?:[ .,/_'()-]{1,3}\d+)*/gu;

/**
 * All runs of whole groups that have as many digits as asked and can be such a number, in the order of the text: of a
 * long text of figures each is tested, few are built.
 */
export function* digitGroups(
  text: string,
  lengths: readonly number[],
  possible: (digits: string) => boolean,
): Iterable<DigitGroups> {
  const least = Math.min(...lengths);
  for (const { 0: run, index } of text.matchAll(joined))
    if (run.length >= least) yield* groupsOf(run, index, lengths, possible);
}

function* groupsOf(
  text: string,
  start: number,
  lengths: readonly number[],
  possible: (digits: string) => boolean,
): Iterable<DigitGroups> {
  const groups = [...text.matchAll(/\d+/gu)].map(({ 0: digits, index }) => ({ digits, index }));
  const all = groups.map(({ digits }) => digits).join('');
  /** The group that begins at a digit. */
  const starting = new Int32Array(all.length + 1).fill(-1);
  let count = 0;
  for (const [at, { digits }] of groups.entries()) {
    starting[count] = at;
    count += digits.length;
  }
  starting[count] = groups.length;
  /** What stands between a group and the next; nothing behind the last. */
  const marks = groups.map(({ digits, index }, at) =>
    text.slice(index + digits.length, groups[at + 1]?.index ?? index + digits.length),
  );
  const neighbour = (at: number, mark: string | undefined): Neighbour | null => {
    const group = groups[at];
    return group && mark ? { digits: group.digits, mark } : null;
  };
  let from = 0;
  for (const [first, group] of groups.entries()) {
    for (const length of lengths) {
      const end = from + length;
      if (end > count) continue;
      const behind = starting[end] ?? -1;
      if (behind < 0) continue;
      const digits = all.slice(from, end);
      if (!possible(digits)) continue;
      const last = groups[behind - 1] ?? group;
      yield {
        digits,
        sizes: groups.slice(first, behind).map((each) => each.digits.length),
        marks: marks.slice(first, behind - 1),
        from: start + group.index,
        to: start + last.index + last.digits.length,
        previous: neighbour(first - 1, marks[first - 1]),
        next: neighbour(behind, marks[behind - 1]),
      };
    }
    from += group.digits.length;
  }
}

/** Whether groups part a number only in places where people part it. */
export function isPartedAt(sizes: readonly number[], places: readonly number[]): boolean {
  let at = 0;
  return sizes.slice(0, -1).every((size) => {
    at += size;
    return places.includes(at);
  });
}

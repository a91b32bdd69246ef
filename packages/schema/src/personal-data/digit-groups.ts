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

const joining = /^[ .,/_'()-]{1,3}$/u;

/**
 * All runs of whole groups that have as many digits as asked and can be such a number, in the order of the text: of a
 * long text of figures each is tested, few are built.
 */
export function* digitGroups(
  text: string,
  lengths: readonly number[],
  possible: (digits: string) => boolean,
): Iterable<DigitGroups> {
  const groups = [...text.matchAll(/\d+/gu)].map(({ 0: digits, index }) => ({ digits, index }));
  const all = groups.map(({ digits }) => digits).join('');
  /** The group that begins at a digit, and how far marks join the groups behind it. */
  const starting = new Int32Array(all.length + 1).fill(-1);
  const marks: (string | null)[] = [];
  const reach = new Int32Array(groups.length);
  let count = 0;
  for (const [at, { digits, index }] of groups.entries()) {
    starting[count] = at;
    count += digits.length;
    reach[at] = count;
    const to = index + digits.length;
    const next = groups[at + 1]?.index ?? Number.POSITIVE_INFINITY;
    const mark = next - to <= 3 ? text.slice(to, next) : null;
    marks.push(mark !== null && joining.test(mark) ? mark : null);
  }
  starting[count] = groups.length;
  for (let at = groups.length - 2; at >= 0; at -= 1)
    if (marks[at] !== null) reach[at] = reach[at + 1] ?? 0;
  const neighbour = (at: number, mark: string | null | undefined): Neighbour | null => {
    const group = groups[at];
    return group && mark ? { digits: group.digits, mark } : null;
  };
  let from = 0;
  for (const [first, group] of groups.entries()) {
    for (const length of lengths) {
      const end = from + length;
      if (end > (reach[first] ?? 0)) continue;
      const behind = starting[end] ?? -1;
      if (behind < 0) continue;
      const digits = all.slice(from, end);
      if (!possible(digits)) continue;
      const last = groups[behind - 1] ?? group;
      yield {
        digits,
        sizes: groups.slice(first, behind).map((each) => each.digits.length),
        marks: marks.slice(first, behind - 1).map((mark) => mark ?? ''),
        from: group.index,
        to: last.index + last.digits.length,
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

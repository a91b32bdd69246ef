import { anyJoin } from './marks.ts';

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
const joined = new RegExp(`\\d+(?:${anyJoin}{1,3}\\d+)*`, 'gu');

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

/** Where each group begins and how long it is, and which begins at which digit; without an object for each. */
function groupsIn(
  text: string,
  all: string,
): Readonly<Record<'at' | 'size' | 'starting', Int32Array>> & {
  readonly count: number;
} {
  const at = new Int32Array(all.length);
  const size = new Int32Array(all.length);
  const starting = new Int32Array(all.length + 1).fill(-1);
  let [count, digits, inside] = [0, 0, false];
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    const isDigit = code > 47 && code < 58;
    if (isDigit && !inside) {
      at[count] = place;
      starting[digits] = count;
      count += 1;
    }
    if (isDigit) {
      digits += 1;
      size[count - 1] = (size[count - 1] ?? 0) + 1;
    }
    inside = isDigit;
  }
  starting[digits] = count;
  return { at, size, starting, count };
}

function* groupsOf(
  text: string,
  start: number,
  lengths: readonly number[],
  possible: (digits: string) => boolean,
): Iterable<DigitGroups> {
  const all = text.replace(/\D+/gu, '');
  const { at, size, starting, count } = groupsIn(text, all);
  const begins = (group: number): number => at[group] ?? 0;
  const ends = (group: number): number => begins(group) + (size[group] ?? 0);
  /** What stands between a group and the next. */
  const markBehind = (group: number): string => text.slice(ends(group), begins(group + 1));
  const neighbour = (group: number, mark: number): Neighbour | null =>
    group < 0 || group >= count
      ? null
      : { digits: text.slice(begins(group), ends(group)), mark: markBehind(mark) };
  let from = 0;
  for (let first = 0; first < count; first += 1) {
    for (const length of lengths) {
      const behind = starting[from + length] ?? -1;
      if (behind < 0) continue;
      const digits = all.slice(from, from + length);
      if (!possible(digits)) continue;
      const groups = Array.from({ length: behind - first }, (_, index) => first + index);
      yield {
        digits,
        sizes: groups.map((group) => size[group] ?? 0),
        marks: groups.slice(0, -1).map(markBehind),
        from: start + begins(first),
        to: start + ends(behind - 1),
        previous: neighbour(first - 1, first - 1),
        next: neighbour(behind, behind - 1),
      };
    }
    from += size[first] ?? 0;
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

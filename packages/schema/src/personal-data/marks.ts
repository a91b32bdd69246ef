/**
 * What stands between the parts of an identifier, in plain writing: one class for every detector. A word that announces an
 * identifier allows any sign; without one, signs that part items of a list or thousands of a figure do not join.
 */
const signs = ' ./_|*~=()-';

/** One sign between parts that no word announces. */
export const mark: string = `[${signs}]`;

/** The same with those that part thousands, decimals and times: whoever allows them proves the number by its digits. */
export const anyJoin: string = `[,':${signs}]`;

/** One sign between parts that a word announces. */
export const announcedMark: string = '[^\\p{L}\\d]';

/** Figures behind a word that announces them, with any signs between: what all readings of them begin with. */
const run = new RegExp(`\\d(?:${announcedMark}{0,4}\\d)*`, 'gu');

/** Readings of the figures behind a word: its first groups, taken together. */
export interface Announced {
  readonly digits: string;
  readonly sizes: readonly number[];
  readonly marks: readonly string[];
  readonly to: number;
}

const few = new RegExp(`^${announcedMark}{1,4}$`, 'u');

/** How many figures one number has at most. */
const most = 17;

/** What a run of figures can be read as, from its first group on; each has more groups than the one before. */
export function readings(text: string, from: number): readonly Announced[] {
  const found: Announced[] = [];
  let [digits, to] = ['', from];
  const [sizes, marks]: [number[], string[]] = [[], []];
  for (const { 0: group, index } of text.slice(from, from + 6 * most).matchAll(/\d+/gu)) {
    if (digits !== '') marks.push(text.slice(to, from + index));
    if (digits.length + group.length > most) break;
    if (digits !== '' && !few.test(marks.at(-1) ?? '')) break;
    digits += group;
    sizes.push(group.length);
    to = from + index + group.length;
    found.push({ digits, sizes: [...sizes], marks: [...marks], to });
  }
  return found;
}

/** Places where figures begin behind a word; long runs of figures are passed in one step. */
export function* announcedRuns(
  text: string,
  least: number,
  isAnnouncing: (before: string) => boolean,
): Iterable<readonly Announced[]> {
  for (const { 0: found, index } of text.matchAll(run)) {
    if (found.length < least) continue;
    const before = text.slice(Math.max(0, index - 40), index);
    if (/\p{L}/u.test(before) && isAnnouncing(before)) yield readings(text, index);
  }
}

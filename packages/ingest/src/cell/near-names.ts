import { type CodeEntry, editDistance, foldText } from '@samenbeeld/schema';

/** From here on two names are of other things: half of the letters differ. */
const unlike = 0.5;
const longest = 200;

/** How unlike two names are, from 0 to 1; one that begins the other, or is a word of it, is near. */
function unlikeness(wanted: string, name: string): number {
  const other = foldText(name).slice(0, longest);
  const size = Math.max(wanted.length, other.length, 1);
  const apart = editDistance(wanted, other) / size;
  const within = (part: string, whole: string): boolean =>
    part.length >= 3 && ` ${whole}`.includes(` ${part}`);
  return within(wanted, other) || within(other, wanted) ? Math.min(apart, 0.3) : apart;
}

/** The names nearest to a text, nearest first; none that is not like it. */
export function nearNames(text: string, names: readonly string[]): readonly string[] {
  const wanted = foldText(text).slice(0, longest);
  return names
    .map((name) => ({ name, apart: unlikeness(wanted, name) }))
    .filter(({ apart }) => apart < unlike)
    .sort((a, b) => a.apart - b.apart || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** Those of some entries of which a name is like a text. */
export function nearEntries(text: string, entries: readonly CodeEntry[]): readonly CodeEntry[] {
  return entries.filter(
    ({ code, aliases = [], label, synonyms }) =>
      nearNames(text, [code, ...aliases, ...Object.values(label), ...synonyms]).length > 0,
  );
}

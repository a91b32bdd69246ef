import { detectPersonalData } from './detect-personal-data.ts';

/** What stands where data of a person would. */
export const notShown = '(not shown)';

/** An account number in fours, a date of birth with its words: so many words at most are taken out together. */
const widest = 12;
/** Longer lines are withheld whole. */
const mostWords = 400;

/** Short texts that no detector fires on: the same headings, keys and names are asked about over and over. None that one fires on is kept. */
const harmless = new Set<string>();
const mostHarmless = 10_000;
const longestHarmless = 200;

function isPersonal(text: string): boolean {
  if (harmless.has(text)) return false;
  const found = setsOff(text);
  if (!found && text.length <= longestHarmless) {
    if (harmless.size >= mostHarmless) harmless.clear();
    harmless.add(text);
  }
  return found;
}

/** One word that is a plate only where marks are left out is a code as well, and names are full of codes. */
function setsOff(text: string): boolean {
  const [first, ...others] = detectPersonalData(text);
  if (first?.detector !== 'plate' || others.length > 0 || /\s/u.test(text))
    return first !== undefined;
  return detectPersonalData(text, { column: 'code' }).length > 0;
}

/** Words to the ends of what is written without a blank: of an address or a number no part stays behind. */
function wholeWords(
  parts: readonly string[],
  from: number,
  to: number,
): readonly [from: number, to: number] {
  const tight = parts.slice(from, to).some((part) => /@|at/iu.test(part))
    ? /^[^\s;,:()[\]{}<>|"=]*$/u
    : /^[./%+\p{Cf}]*$/u;
  let [first, last] = [from, to];
  while (first > 0 && tight.test(parts[first - 1] ?? '')) first -= 2;
  while (last < parts.length && tight.test(parts[last] ?? '')) last += 2;
  return [first, last];
}

/** The fewest neighbouring words that set a detector off; null where only more of them do. */
function fewest(parts: readonly string[]): readonly [from: number, to: number] | null {
  for (let words = 1; words <= widest; words += 1)
    for (let from = 0; from + 2 * words - 1 <= parts.length; from += 2) {
      const to = from + 2 * words - 1;
      if (isPersonal(parts.slice(from, to).join(''))) return wholeWords(parts, from, to);
    }
  return null;
}

function withheldLine(line: string): string {
  let kept = line;
  while (isPersonal(kept)) {
    // Words stand at even places, what is between them at odd ones.
    const parts = kept.split(/([^\p{L}\p{M}\p{N}]+)/u);
    const found = parts.length > 2 * mostWords ? null : fewest(parts);
    if (!found) return notShown;
    const next = [...parts.slice(0, found[0]), notShown, ...parts.slice(found[1])].join('');
    if (next === kept) return notShown;
    kept = next;
  }
  return kept;
}

/**
 * A text from outside (a heading, the name of a sheet or a file, a key, a line of a title, an argument) as it may be
 * shown: words that set off a detector of personal data are replaced. The same text becomes the same text.
 *
 * @example
 * ```ts
 * import { withheldText } from '@samenbeeld/schema';
 * withheldText('Vangsten 2023, vragen aan jan@example.org') // => 'Vangsten 2023, vragen aan (not shown)'
 * withheldText('Vangsten 2023') // => 'Vangsten 2023'
 * ```
 */
export function withheldText(text: string): string {
  if (!isPersonal(text)) return text;
  const lines = text.split('\n').map(withheldLine);
  // An account number goes on in the next line; a plate does not, and codes below each other look like one.
  for (let at = 1; at < lines.length; at += 1) {
    const both = `${lines[at - 1]}\n${lines[at]}`;
    if (!detectPersonalData(both).some(({ detector }) => detector !== 'plate')) continue;
    const [above, ...below] = withheldLine(both).split('\n');
    lines.splice(at - 1, 2, above ?? '', ...below);
  }
  return lines.join('\n');
}

/**
 * The name of a file without its folders, as it may be shown; what kind of file it is stays.
 *
 * @example
 * ```ts
 * import { shownFile } from '@samenbeeld/schema';
 * shownFile('/data/2023/pks.csv') // => 'pks.csv'
 * shownFile('/data/BSN123456782.xlsx') // => '(not shown).xlsx'
 * ```
 */
export function shownFile(path: string): string {
  const name = path.split(/[\\/]/u).findLast((part) => part !== '') ?? '';
  const [kind = ''] = /\.[a-z]{2,7}(?:\.gz)?$/iu.exec(name) ?? [];
  const stem = name.slice(0, name.length - kind.length);
  return isPersonal(stem) ? `${withheldText(stem)}${kind}` : withheldText(name);
}

/**
 * Where in a record a text or a key stands that looks like data of a person: the keys from the top, none of which is
 * told that is one itself; null where none does.
 *
 * @example
 * ```ts
 * import { wherePersonal } from '@samenbeeld/schema';
 * wherePersonal({ title: 'Vangsten', columns: { Haven: { ignore: 'vraag jan@example.org' } } }) // => 'columns › Haven › ignore'
 * wherePersonal({ title: 'Vangsten' }) // => null
 * ```
 */
export function wherePersonal(value: unknown): string | null {
  if (typeof value === 'string') return isPersonal(value) ? '' : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, item] of Object.entries(value)) {
    const where = isPersonal(key) ? '' : wherePersonal(item);
    if (where !== null) return [withheldText(key), where].filter(Boolean).join(' › ');
  }
  return null;
}

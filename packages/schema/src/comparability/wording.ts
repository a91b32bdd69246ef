import { dateRoles } from '../codes/date-roles.ts';
import { massBases } from '../codes/mass-bases.ts';
import { missingReasons } from '../codes/missing-reasons.ts';
import { formatNumber } from '../format-number.ts';
import type { Text } from '../language.ts';
import { spelled } from '../number-words.ts';
import { ownValue } from '../own-value.ts';
import { inEach, inFour, inSigns, joinWith } from '../sentence.ts';

/** Numbers below ten as words, others in the figures of each language. */
export function inWords(count: number): Text {
  if (count === 0) return inFour('geen', 'aucune', 'keine', 'no');
  // Of rows, which are feminine in French and German.
  if (count === 1) return inFour('één', 'une', 'eine', 'one');
  return inEach((language) =>
    count < 10 ? spelled(count, language) : formatNumber(count, language),
  );
}

const unstated = 'not stated';

/** The values of a dimension with their number of rows, most frequent first, ties by code unit. */
export function tally(values: readonly (string | null)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const name = value ?? unstated;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Values that are words of ours rather than codes. */
const told: Readonly<Record<string, Text>> = {
  [unstated]: inFour('niet vermeld', 'non indiqué', 'nicht angegeben', unstated),
  'own seizures within': inFour(
    'eigen vangsten inbegrepen',
    'saisies propres comprises',
    'eigene Funde einbegriffen',
    'own seizures within',
  ),
  'own seizures apart': inFour(
    'eigen vangsten apart',
    'saisies propres à part',
    'eigene Funde gesondert',
    'own seizures apart',
  ),
};

/** A value in words: in English as rows have it, in the others by its label where a list has one. */
export function valueTold(value: string): Text {
  const own = ownValue(told, value);
  if (own) return own;
  const from = /^from (.+)$/u.exec(value)?.[1];
  if (from !== undefined)
    return inFour('vanaf {from}', 'à partir de {from}', 'ab {from}', value, { from });
  const list = [missingReasons, massBases, dateRoles].find((codes) => codes.has(value));
  return inEach((language) => (list && language !== 'en' ? list.label(value, language) : value));
}

/** "seized_in_port 398, entered_via_port 14", at most five of them. */
export function countsListed(counts: readonly (readonly [string, number])[]): Text {
  const shown = joinWith(
    counts
      .slice(0, 5)
      .map(([name, count]) => joinWith([valueTold(name), inEach(() => `${count}`)], ' ')),
    ', ',
  );
  const more = counts.length - 5;
  return more > 0
    ? inFour(
        '{shown} en nog {n}',
        '{shown} et {n} de plus',
        '{shown} und {n} weitere',
        '{shown} and {n} more',
        { shown, n: inWords(more) },
      )
    : shown;
}

/** What was found, after where: "NL – from 500 g 3, not stated 2". */
export function atPlace(place: string | null, found: string | Text): Text {
  if (place !== null) return inSigns('{place} – {found}', { place, found });
  return typeof found === 'string' ? inEach(() => found) : found;
}

/** "These 412 rows" or "This row". */
export function theseRows(count: number): string {
  return count === 1 ? 'This row' : `These ${inWords(count).en} rows`;
}

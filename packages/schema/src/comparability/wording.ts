import { agencies } from '../codes/agencies.ts';
import { bases } from '../codes/bases.ts';
import { countUnits } from '../codes/count-units.ts';
import { dateRoles } from '../codes/date-roles.ts';
import { extents } from '../codes/extents.ts';
import { marketLevels } from '../codes/market-levels.ts';
import { massBases } from '../codes/mass-bases.ts';
import { assetKinds, metrics } from '../codes/metrics.ts';
import { missingReasons } from '../codes/missing-reasons.ts';
import { offences } from '../codes/offences.ts';
import { stats } from '../codes/stats.ts';
import { units } from '../codes/units.ts';
import { formatNumber } from '../format-number.ts';
import type { Language, Text } from '../language.ts';
import { spelled } from '../number-words.ts';
import { ownValue } from '../own-value.ts';
import { inEach, inFour, inSigns, joinWith } from '../sentence.ts';
import { substances } from '../substances.ts';
import { comparedDimensions } from './dimensions.ts';
import type { Scope } from './scope.ts';

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

interface Labels {
  readonly has: (code: string) => boolean;
  readonly label: (code: string, language: Language) => string;
}

/** The list whose codes a field of a scope holds: one code means other things in other lists. */
const listOf: Partial<Readonly<Record<keyof Scope, Labels>>> = {
  ...{ metric: metrics, stage: assetKinds, stat: stats, basis: bases, extent: extents },
  ...{ unit: units, countUnit: countUnits, level: marketLevels, agencies },
  ...{ substance: substances, offence: offences, missing: missingReasons },
  ...{ dateRole: dateRoles, massBasis: massBases },
};

/** A value of a field in words: in English as rows have it, in the others by its label where the list of that field has one. */
export function valueTold(value: string, field: keyof Scope): Text {
  const own = ownValue(told, value);
  if (own) return own;
  const from = /^from (.+)$/u.exec(value)?.[1];
  if (from !== undefined)
    return inFour('vanaf {from}', 'à partir de {from}', 'ab {from}', value, { from });
  const list = listOf[field];
  const codes = field === 'agencies' ? value.split('+') : [value];
  return inEach((language) =>
    language === 'en'
      ? value
      : codes.map((code) => (list?.has(code) ? list.label(code, language) : code)).join(' + '),
  );
}

/** Values in which rows differ, by the name of the dimension; null is one that is not stated. */
export function valuesTold(values: readonly (string | null)[], dimension: string): Text {
  const field = comparedDimensions.find(({ name }) => name === dimension)?.field;
  return joinWith(
    values.map((value) => {
      const said = value ?? unstated;
      return field ? valueTold(said, field) : (ownValue(told, said) ?? inEach(() => said));
    }),
    ', ',
  );
}

/** "seized_in_port 398, entered_via_port 14", at most five of them. */
export function countsListed(
  counts: readonly (readonly [string, number])[],
  field: keyof Scope,
): Text {
  const shown = joinWith(
    counts
      .slice(0, 5)
      .map(([name, count]) => joinWith([valueTold(name, field), inEach(() => `${count}`)], ' ')),
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

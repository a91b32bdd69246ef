import type { Text } from '../language.ts';
import { comparedDimensions, type Purpose } from './dimensions.ts';
import { valuesTold } from './wording.ts';

/** What an override is about: a purpose, the dimension in which rows differ, and the values that are put together. */
export interface OverrideSubject {
  readonly purpose: Purpose;
  /** Name as in a RefusalError ("agency"). */
  readonly dimension: string;
  readonly plural: string;
  /** `null` is a value that is not stated. */
  readonly values: readonly (string | null)[];
  /** The values in words. */
  readonly says: Text;
  /** Whether a recorded decision lets such rows be put together; a basis has no override. */
  readonly override: 'recorded' | 'never';
}

type Named = Omit<OverrideSubject, 'purpose' | 'values' | 'says'>;

/** Dimensions that are compared between rows, not by one field of each. */
export const rowDimensions: Readonly<Record<'territory' | 'period' | 'vintage', Named>> = {
  territory: { dimension: 'territory', plural: 'territories', override: 'recorded' },
  period: { dimension: 'period', plural: 'periods', override: 'recorded' },
  vintage: { dimension: 'vintage', plural: 'releases', override: 'recorded' },
};

const named: ReadonlyMap<string, Named> = new Map(
  [
    ...comparedDimensions.map(
      ({ name, plural, override }): Named => ({ dimension: name, plural, override }),
    ),
    ...Object.values(rowDimensions),
  ].map((entry) => [entry.plural, entry]),
);

const unstated = 'not stated';

/** A value as a subject writes it: in single quotes, doubled within, where it would read as several or as not stated. */
function written(value: string | null): string {
  if (value === null) return unstated;
  const isPlain = value !== unstated && /^[^',\s]([^,]*[^,\s])?$/.test(value);
  return isPlain ? value : `'${value.replaceAll("'", "''")}'`;
}

function read(value: string): string | null {
  if (value === unstated) return null;
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value;
}

/** Values with their separators; null where quotes do not close. */
function readAll(list: string): readonly (string | null)[] | null {
  const value = `(?:'(?:[^']|'')*'|[^',\\s](?:[^,]*[^,\\s])?)`;
  if (!new RegExp(`^${value}(?:, ${value})*$`).test(list)) return null;
  return [...list.matchAll(new RegExp(`(?<=^|, )${value}(?=, |$)`, 'g'))].map(([one]) => read(one));
}

/**
 * The subject of an `override` decision: what for, in which dimension, which values. The order of the values changes
 * nothing. A value that holds a comma, or is written like one that is not stated, stands in single quotes.
 *
 * @example
 * ```ts
 * import { overrideSubject } from '@samenbeeld/schema';
 * overrideSubject('sum', 'agencies', ['NL_KMAR', 'NL_HARC']) // => 'sum across agencies: NL_HARC, NL_KMAR'
 * overrideSubject('sum', 'definitions', ['from 1 kg, net', null]) // => "sum across definitions: 'from 1 kg, net', not stated"
 * ```
 */
export function overrideSubject(
  purpose: Purpose,
  plural: string,
  values: readonly (string | null)[],
): string {
  const names = [...new Set(values.map(written))].sort();
  return `${purpose} across ${plural}: ${names.join(', ')}`;
}

/**
 * Reads the subject of an override; null where it is of another kind, such as the id of a declared break.
 *
 * @example
 * ```ts
 * import { parseOverrideSubject } from '@samenbeeld/schema';
 * parseOverrideSubject('sum across bases: entered_via_port, seized_in_port')?.override // => 'never'
 * parseOverrideSubject("sum across definitions: 'from 1 kg, net', not stated")?.values // => ['from 1 kg, net', null]
 * ```
 */
export function parseOverrideSubject(subject: string): OverrideSubject | null {
  const found = /^(?<purpose>sum|rate|trend) across (?<plural>[^:]+): (?<values>.+)$/s.exec(
    subject,
  );
  const entry = named.get(found?.groups?.['plural'] ?? '');
  const values = readAll(found?.groups?.['values'] ?? '');
  if (!found?.groups || !entry || !values) return null;
  const purpose = found.groups['purpose'] as Purpose;
  return { ...entry, purpose, values, says: valuesTold(values, entry.dimension) };
}

import { countryAmong } from '@samenbeeld/merge';
import {
  bases,
  type CodeEntry,
  type CodeList,
  codeWords,
  inFour,
  listedTexts,
  ownValue,
  parsePeriod,
  periodContains,
  placeContains,
  places,
  type Span,
  substanceContains,
  substances,
  wrongUse,
} from '@samenbeeld/schema';
import type { ObservationCriteria, OneOf, Row, SeizureCriteria } from './criteria.ts';

/**
 * The code that a name means. Codes that only the data know are taken as they are; of several places the country, else a name
 * with several meanings, or none, is a UsageError that says which codes there are.
 */
function resolveName(
  name: string,
  list: CodeList<CodeEntry>,
  inData: ReadonlySet<string> = new Set(),
): string {
  if (list.has(name)) return list.get(name).code;
  if (inData.has(name)) return name;
  const match = list.lookup(name);
  if (match.kind === 'exact') return match.entry.code;
  if (match.kind === 'none') return list.get(name).code;
  const country = countryAmong(match.entries);
  if (country !== null) return country;
  throw wrongUse(
    '"{name}" betekent {codes}. Schrijf de code.',
    '« {name} » désigne {codes}. Écrivez le code.',
    '„{name}“ bedeutet {codes}. Schreiben Sie den Code.',
    '"{name}" means {codes}. Write the code.',
    { name, codes: listedTexts(match.entries.map(codeWords)) },
  );
}

/** Any of the criteria. */
export type AnyCriteria = ObservationCriteria & SeizureCriteria;

/** The span of a row. */
export function spanOf(row: Row): Span {
  return row.kind === 'seizure'
    ? { start: row.date, end: row.date }
    : { start: row.periodStart, end: row.periodEnd };
}

/** Rows by their first day, then place, then id. */
export function inOrder<R extends Row>(rows: readonly R[]): readonly R[] {
  const key = (row: R): string => `${spanOf(row).start} ${row.place} ${row.id}`;
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

function listOf<Value>(value: OneOf<Value>): readonly Value[] {
  return Array.isArray(value) ? value : [value as Value];
}

/** First and last day of a year, month or day. */
function days(when: number | string): Span {
  return parsePeriod(String(when));
}

function known(list: CodeList<CodeEntry>, code: string): boolean {
  return code.split('+').every((part) => list.has(part.trim()));
}

/** Agencies in the order that makes two sets of them comparable. */
export function agencyKey(agencies: readonly string[]): string {
  return [...agencies].sort().join('+');
}

type Test = (row: Row) => boolean;

/** Remembers the answer for each code, because thousands of rows share a few. */
function within(code: string, list: CodeList<CodeEntry>, holds: typeof placeContains) {
  const answers = new Map<string, boolean>();
  return (part: string | null): boolean => {
    if (part === null) return false;
    const answer =
      answers.get(part) ??
      (part === code || (known(list, code) && known(list, part) && holds(code, part)));
    answers.set(part, answer);
    return answer;
  };
}

function valuesOf(rows: readonly Row[], field: string): ReadonlySet<string> {
  return new Set(
    rows.map((row) => String(ownValue(row as unknown as Record<string, unknown>, field))),
  );
}

function fieldTest(field: string, wanted: OneOf<unknown>, rows: readonly Row[]): Test {
  const [first] = rows;
  if (first && !Object.hasOwn(first, field))
    throw wrongUse(
      '{rows} hebben geen "{field}". Ze hebben {fields}.',
      '{rows} n’ont pas de « {field} ». Ils ont {fields}.',
      '{rows} haben kein „{field}“. Sie haben {fields}.',
      '{rows} have no "{field}". They have {fields}.',
      {
        rows:
          first.kind === 'seizure'
            ? inFour('Vangsten', 'Les enregistrements de saisies', 'Funde', 'Seizures')
            : inFour('Cijfers', 'Les chiffres', 'Zahlen', 'Observations'),
        field,
        fields: Object.keys(first).join(', '),
      },
    );
  const values = new Set(listOf(wanted));
  return (row) => values.has(ownValue(row as unknown as Record<string, unknown>, field));
}

/** The criteria with every name turned into its code. */
export function resolveCriteria(criteria: AnyCriteria, rows: readonly Row[]): AnyCriteria {
  const { place, substance, basis } = criteria;
  const several = (name: string) =>
    name
      .split('+')
      .map((part) => resolveName(part.trim(), places, valuesOf(rows, 'place')))
      .join('+');
  return {
    ...criteria,
    ...(place !== undefined && { place: several(place) }),
    ...(substance !== undefined && {
      substance: resolveName(substance, substances, valuesOf(rows, 'substance')),
    }),
    ...(basis !== undefined && {
      basis: listOf(basis).map((name) => resolveName(name, bases, valuesOf(rows, 'basis'))),
    }),
  };
}

/** What a row must fulfil to be chosen, one test a criterion. Names must be resolved. */
export function testsOf(criteria: AnyCriteria, rows: readonly Row[]): readonly Test[] {
  return Object.entries(criteria).flatMap(([field, wanted]): readonly Test[] => {
    if (wanted === undefined) return [];
    switch (field) {
      case 'place': {
        const inPlace = within(wanted as string, places, placeContains);
        return [(row) => inPlace(row.place)];
      }
      case 'substance': {
        const inSubstance = within(wanted as string, substances, substanceContains);
        return [(row) => inSubstance(row.substance)];
      }
      case 'agencies': {
        const key = agencyKey((wanted as string).split('+'));
        return [(row) => agencyKey(row.agencies) === key];
      }
      case 'agency':
        return [(row) => row.agencies.includes(wanted as string)];
      case 'year': {
        const years = listOf(wanted as OneOf<number>).map(days);
        return [(row) => years.some((year) => periodContains(year, spanOf(row)))];
      }
      case 'from': {
        const { start } = days(wanted as string);
        return [(row) => spanOf(row).start >= start];
      }
      case 'to': {
        const { end } = days(wanted as string);
        return [(row) => spanOf(row).end <= end];
      }
      case 'publishedBy': {
        const { end } = days(wanted as string);
        return [
          (row) =>
            row.kind === 'observation' &&
            row.publishedOn !== null &&
            days(row.publishedOn).end <= end,
        ];
      }
      default:
        return [fieldTest(field, wanted as OneOf<unknown>, rows)];
    }
  });
}

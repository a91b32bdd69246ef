import { expression, type ReadColumn, type ReadTable } from '@samenbeeld/read';
import { editDistance, InputError, ownValue, type Place, withheldText } from '@samenbeeld/schema';
import { resolveCell } from '../cell/resolve-cell.ts';
import type { ColumnRule, Fold, SourceDescription } from '../description/description.ts';
import { fields } from '../fields.ts';
import type { TableHead } from '../stage/staged-table.ts';
import { type Binding, type BoundColumn, headingOf, type Slot, shownColumn } from './binding.ts';

/** A heading is shown up to here: a line that no delimiter splits is one heading. */
const longest = 100;

function cutHeading(name: string): string {
  return name.length > longest ? `${name.slice(0, longest)}…` : name;
}

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `"${cutHeading(name)}"`);
  if (names.length > shown.length) shown.push(`… ${names.length - shown.length} more`);
  return shown.join(', ');
}

function placeOf({ file, sheet, lines }: TableHead): Place {
  return { file, ...(sheet !== null && { sheet }), line: lines.title + 1 };
}

/** The heading nearest to a missing one, where they plausibly are the same word. */
function renamed(missing: string, unknown: readonly string[]): string | null {
  const wanted = missing.toLowerCase();
  const near = unknown
    .filter((name) => name.length <= longest)
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (!near) return null;
  const contained =
    near.name.toLowerCase().includes(wanted) || wanted.includes(near.name.toLowerCase());
  return contained || near.distance <= Math.max(2, missing.length / 3) ? near.name : null;
}

/** The headings of a file are not those of the description. */
function headersRefused(
  table: TableHead,
  headings: readonly string[],
  match: { readonly unknown: readonly string[]; readonly missing: readonly ColumnRule[] },
  description: SourceDescription,
): InputError {
  const place = placeOf(table);
  const { unknown, missing } = match;
  const names = missing.map(({ header }) => header);
  const expected = description.columns.filter(({ optional }) => !optional);
  const pair = names
    .map((name) => [name, renamed(name, unknown)] as const)
    .find(([, near]) => near);
  if (missing.length * 2 > expected.length || (missing.length === 0 && unknown.length === 0))
    return new InputError(
      `this is not a file of ${description.id}: expected the columns ${quoted(expected.map(({ header }) => header))}${
        description.folds.length > 0 ? ` and headings like ${description.folds[0]?.headers}` : ''
      }, found ${quoted(headings)}`,
      { place, repair: `name the source this file comes from, or correct ${description.file}` },
    );
  if (pair)
    return new InputError(`expected the column "${pair[0]}", found "${pair[1]}"`, {
      place,
      repair: `if it is the same column, add "also: [${pair[1]}]" to "${pair[0]}" in ${description.file}`,
    });
  if (missing.length > 0)
    return new InputError(
      `expected the column${names.length > 1 ? 's' : ''} ${quoted(names)}, found ${quoted(headings)}`,
      {
        place,
        repair: `fetch the whole file again, or mark the column optional in ${description.file}`,
      },
    );
  return new InputError(
    `the column${unknown.length > 1 ? 's' : ''} ${quoted(unknown)} ${unknown.length > 1 ? 'are' : 'is'} neither mapped nor ignored`,
    {
      place,
      repair: `map ${unknown.length > 1 ? 'them' : 'it'} or ignore ${unknown.length > 1 ? 'them' : 'it'} with a reason in ${description.file}`,
    },
  );
}

/** What is wrong with a heading that may be of any length: its beginning, and what is said of it. */
function cutMessage(text: string): string {
  const message = withheldText(text);
  return message.length > 5 * longest
    ? `${message.slice(0, longest)}…${message.slice(-2 * longest)}`
    : message;
}

/** A folded heading cannot be read. */
function headingRefused(
  table: TableHead,
  column: ReadColumn,
  problem: { readonly message: string; readonly repair: string },
): InputError {
  return new InputError(`the heading ${cutMessage(problem.message)}`, {
    place: { ...placeOf(table), column: column.letter },
    repair: problem.repair,
  });
}

/** In JSON a column has a name and no letter. */
function isJson({ file }: TableHead): boolean {
  return /\.json$/i.test(file);
}

/** Headings of a table, each distinct: one that stands on several columns is numbered. */
export function headingsOf(table: Pick<ReadTable, 'columns'>): ReadonlyMap<ReadColumn, string> {
  const columns = table.columns.filter((column) => headingOf(column) !== '' || !column.empty);
  const counts = new Map<string, number>();
  for (const column of columns) {
    const heading = headingOf(column);
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  return new Map(
    columns.map((column) => {
      const heading = headingOf(column);
      if ((counts.get(heading) ?? 0) < 2) return [column, heading];
      const number = (seen.get(heading) ?? 0) + 1;
      seen.set(heading, number);
      return [column, `${heading} #${number}`];
    }),
  );
}

/** Columns of the record that a name gives for each of its texts. */
function setsOf(
  names: Readonly<Record<string, string | null>>,
  description: SourceDescription,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, value]) =>
      (ownValue(fields[description.record], name)?.columns ?? []).map((column) => [
        column,
        value || null,
      ]),
    ),
  );
}

function foldedSlot(
  column: ReadColumn,
  heading: string,
  fold: Fold,
  index: number,
  description: SourceDescription,
  table: TableHead,
): Slot | null {
  const match = expression(fold.headers).find(heading);
  if (!match) return null;
  const sets = setsOf(fold.value.set, description);
  const keys: string[] = [];
  for (const [group, mapping] of Object.entries(fold.groups)) {
    const text = match.named(group)?.trim() ?? '';
    keys.push(text);
    const field = ownValue(fields[description.record], mapping.to);
    if (!field) continue;
    const blank = { values: field.columns.map(() => mapping.blank) };
    const resolved = text ? resolveCell(text, mapping, field, description.language) : blank;
    if ('rule' in resolved) throw headingRefused(table, column, resolved);
    for (const [at, name] of field.columns.entries()) sets[name] = resolved.values[at] ?? null;
  }
  const name = `c${column.index}`;
  const shown = shownColumn(column, isJson(table));
  const key = `fold ${index + 1}: ${keys.join(' ')}`;
  return { column, name, shown, key, header: null, heading, mapping: fold.value, sets };
}

function slotsOf(bound: BoundColumn, description: SourceDescription): readonly Slot[] {
  return bound.rule.mappings.flatMap((mapping) =>
    mapping.to === 'value'
      ? [
          {
            column: bound.column,
            name: bound.name,
            shown: bound.shown,
            key: bound.rule.header,
            header: bound.rule.header,
            heading: bound.rule.header,
            mapping,
            sets: setsOf(mapping.set, description),
          },
        ]
      : [],
  );
}

/** What each heading of a table finds in a description: a rule, a fold, or nothing. */
export function matchHeadings(
  headings: readonly string[],
  description: SourceDescription,
): {
  readonly rules: ReadonlyMap<string, ColumnRule>;
  readonly unknown: readonly string[];
  readonly missing: readonly ColumnRule[];
} {
  const rules = new Map<string, ColumnRule>();
  const there = new Set(headings);
  for (const rule of description.columns) {
    const heading = rule.headers.find((name) => there.has(name));
    if (heading !== undefined) rules.set(heading, rule);
  }
  const found = new Set([...rules.values()]);
  const folds = description.folds.map(({ headers }) => expression(headers));
  const folded = (heading: string): boolean => folds.some((pattern) => pattern.test(heading));
  return {
    rules,
    unknown: headings.filter((heading) => !rules.has(heading) && !folded(heading)),
    missing: description.columns.filter((rule) => !rule.optional && !found.has(rule)),
  };
}

/** Joins a table's columns to the description: mapped, ignored, folded, or an InputError that helps. */
export function bindColumns<Table extends TableHead>(
  table: Table,
  description: SourceDescription,
): Binding<Table> {
  const headings = headingsOf(table);
  const match = matchHeadings([...headings.values()], description);
  const { rules } = match;
  const columns: BoundColumn[] = [];
  const folded: Slot[] = [];
  for (const [column, heading] of headings) {
    const rule = rules.get(heading);
    const name = `c${column.index}`;
    if (rule) columns.push({ column, name, shown: shownColumn(column, isJson(table)), rule });
    else
      for (const [index, fold] of description.folds.entries()) {
        const slot = foldedSlot(column, heading, fold, index, description, table);
        if (slot) folded.push(slot);
      }
  }
  const slots = [...columns.flatMap((bound) => slotsOf(bound, description)), ...folded];
  if (match.unknown.length > 0 || match.missing.length > 0 || slots.length === 0)
    throw headersRefused(table, [...headings.values()], match, description);
  return { table, columns, slots };
}

import type { ReadColumn } from '@samenbeeld/read';
import { editDistance, InputError, type Place, withheldText } from '@samenbeeld/schema';
import type { ColumnRule, SourceDescription } from '../description/description.ts';
import type { TableHead } from '../stage/staged-table.ts';

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
export function headersRefused(
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
export function headingRefused(
  table: TableHead,
  column: ReadColumn,
  problem: { readonly message: string; readonly repair: string },
): InputError {
  return new InputError(`the heading ${cutMessage(problem.message)}`, {
    place: { ...placeOf(table), column: column.letter },
    repair: problem.repair,
  });
}

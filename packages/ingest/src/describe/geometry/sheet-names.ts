import { escaped } from '../escaped.ts';
import type { Alternative } from '../guess.ts';
import { counted } from './count-words.ts';
import type { SheetTable } from './sheet-table.ts';
import type { SheetSample } from './workbook-sheets.ts';

/** A name as `shape.sheet` takes it; one that looks like an expression is written as one. */
export const sheetText = (name: string): string =>
  /^\/.+\/[iu]*$/s.test(name) ? `/^${escaped(name)}$/` : name;

/** An expression for sheets that differ by digits only, such as one sheet a year. */
function familyName(names: readonly string[]): string | null {
  const forms = new Set(names.map((name) => name.replace(/\d+/g, '\u0000')));
  const [form = ''] = forms;
  if (forms.size !== 1 || names.length < 2 || !form.includes('\u0000')) return null;
  const lengths = new Set(names.map((name) => /\d+/.exec(name)?.[0].length));
  const digits = lengths.size === 1 ? `\\d{${[...lengths][0]}}` : '\\d+';
  return `/^${escaped(form).replaceAll('\u0000', digits)}$/`;
}

/** What a person should know of the other sheets. */
export function sheetNotes(
  table: SheetTable,
  all: readonly SheetTable[],
  sheets: readonly SheetSample[],
): readonly string[] {
  const { sheet } = table;
  const list = (some: readonly { readonly name: string }[]): string =>
    some
      .slice(0, 12)
      .map(({ name }) => `"${name}"`)
      .join(', ') + (some.length > 12 ? ` and ${some.length - 12} more` : '');
  const alike = all
    .filter((other) => other !== table && other.heading === table.heading && other.heading !== '')
    .map((other) => other.sheet);
  const others = all
    .filter((other) => other !== table && !alike.includes(other.sheet))
    .map((other) => other.sheet);
  const rest = sheets.filter(
    (each) => each !== sheet && !all.some((other) => other.sheet === each),
  );
  const notes: string[] = [];
  if (sheet.hidden) notes.push('the sheet is hidden');
  if (alike.length > 0) notes.push(`sheets with the same header: ${list(alike)}`);
  if (others.length > 0) notes.push(`other sheets with a table: ${list(others)}`);
  if (rest.length > 0) notes.push(`sheets without a table: ${list(rest)}`);
  const hidden = sheets.filter((each) => each.hidden && each !== sheet);
  if (hidden.length > 0) notes.push(`hidden sheets: ${list(hidden)}`);
  const last = sheet.head.concat(sheet.tail).reduce((most, { line }) => Math.max(most, line), 0);
  if (sheet.claimed > last * 2 && sheet.claimed > 10_000)
    notes.push(
      `the sheet claims ${sheet.claimed.toLocaleString('en')} rows, the last with a value is ${last.toLocaleString('en')}`,
    );
  return notes;
}

/** Other sheets to read, and an expression for all that have the same header. */
export function sheetAlternatives(
  table: SheetTable,
  all: readonly SheetTable[],
): readonly Alternative<string>[] {
  const alike = all.filter(({ heading }) => heading === table.heading && heading !== '');
  const family = familyName(alike.map(({ sheet }) => sheet.name));
  const single = all
    .filter((other) => other !== table)
    .slice(0, 3)
    .map((other) => ({
      value: sheetText(other.sheet.name),
      confidence: 0.2 * Math.min(1, other.cells / Math.max(1, table.cells)),
      reason: `${counted(other.sheet.count, 'row')} with values${other.sheet.hidden ? ', hidden' : ''}`,
    }));
  return family === null
    ? single
    : [
        {
          value: family,
          confidence: 0.4,
          reason: `${counted(alike.length, 'sheet')} with the same header are read as one table each`,
        },
        ...single,
      ];
}

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

/** What is said of a sheet beside the others. */
export interface Beside {
  /** What a person should know of the other sheets. */
  readonly notes: readonly string[];
  /** Other sheets to read, and an expression for all that have the same header. */
  readonly alternatives: readonly Alternative<string>[];
  /** Cells of the largest other table. */
  readonly rival: number;
}

const named = (some: readonly { readonly name: string }[]): string =>
  some
    .slice(0, 12)
    .map(({ name }) => `"${name}"`)
    .join(', ') + (some.length > 12 ? ` and ${some.length - 12} more` : '');

/** What is said of each table of a workbook: what it shares with the others is looked up once. */
export function besideOthers(
  all: readonly SheetTable[],
  sheets: readonly SheetSample[],
): (table: SheetTable) => Beside {
  const byHeading = new Map<string, SheetTable[]>();
  for (const table of all) {
    const known = byHeading.get(table.heading);
    if (known) known.push(table);
    else byHeading.set(table.heading, [table]);
  }
  const families = new Map(
    [...byHeading].map(([heading, some]) => [
      heading,
      heading === '' ? null : familyName(some.map(({ sheet }) => sheet.name)),
    ]),
  );
  const withTable = new Set(all.map(({ sheet }) => sheet));
  const without = sheets.filter((sheet) => !withTable.has(sheet));
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const [largest, second] = all.map(({ cells }) => cells).sort((a, b) => b - a);
  return (table) => {
    const family = families.get(table.heading) ?? null;
    const alike = table.heading === '' ? [] : (byHeading.get(table.heading) ?? []);
    const single = all
      .slice(0, 4)
      .filter((other) => other !== table)
      .slice(0, 3)
      .map((other) => ({
        value: sheetText(other.sheet.name),
        confidence: 0.2 * Math.min(1, other.cells / Math.max(1, table.cells)),
        reason: `${counted(other.sheet.count, 'row')} with values${other.sheet.hidden ? ', hidden' : ''}`,
      }));
    return {
      notes: sheetNotes(
        table.sheet,
        alike.filter((other) => other !== table).map(({ sheet }) => sheet),
        all
          .filter(
            (other) => other !== table && (table.heading === '' || other.heading !== table.heading),
          )
          .map(({ sheet }) => sheet),
        without.filter((sheet) => sheet !== table.sheet),
        hidden.filter((sheet) => sheet !== table.sheet),
      ),
      alternatives:
        family === null
          ? single
          : [
              {
                value: family,
                confidence: 0.4,
                reason: `${counted(alike.length, 'sheet')} with the same header are read as one table each`,
              },
              ...single,
            ],
      rival: (table.cells === largest ? second : largest) ?? 0,
    };
  };
}

function sheetNotes(
  sheet: SheetSample,
  alike: readonly SheetSample[],
  others: readonly SheetSample[],
  without: readonly SheetSample[],
  hidden: readonly SheetSample[],
): readonly string[] {
  const notes: string[] = [];
  if (sheet.hidden) notes.push('the sheet is hidden');
  if (alike.length > 0) notes.push(`sheets with the same header: ${named(alike)}`);
  if (others.length > 0) notes.push(`other sheets with a table: ${named(others)}`);
  if (without.length > 0) notes.push(`sheets without a table: ${named(without)}`);
  if (hidden.length > 0) notes.push(`hidden sheets: ${named(hidden)}`);
  const last = sheet.head.concat(sheet.tail).reduce((most, { line }) => Math.max(most, line), 0);
  if (sheet.claimed > last * 2 && sheet.claimed > 10_000)
    notes.push(
      `the sheet claims ${sheet.claimed.toLocaleString('en')} rows, the last with a value is ${last.toLocaleString('en')}`,
    );
  return notes;
}

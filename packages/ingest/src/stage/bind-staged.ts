import type { Engine } from '@samenbeeld/engine';
import { type FileHead, makeColumns, tableReader } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { bindLayout } from '../bind-layout.ts';
import { bindColumns } from '../compile/bind-columns.ts';
import type { Binding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { fillStaged } from '../fill-down/fill-staged.ts';
import { manyColumns } from './cells-as-rows.ts';
import { canBeCodes, fewTexts, mostTexts } from './foresee-codes.ts';
import { type Staging, stageFile } from './stage-file.ts';
import type { ShortForm, StagedTable, TableHead } from './staged-table.ts';
import { textsAsked } from './texts-asked.ts';

/** A share of the days of some years from which on the others are expected too. */
const share = 1 / 8;

/** How a format writes a day, and reads the year of one it wrote; null where it is not made of %Y, %m and %d, each once. */
function writtenDays(
  format: string,
): { readonly write: (day: Date) => string; readonly yearOf: (text: string) => number } | null {
  const parts = [...format.matchAll(/%(.)/g)].map(([, letter]) => letter);
  if ([...parts].sort().join('') !== 'Ydm') return null;
  const write = (day: Date): string => {
    const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-');
    return format.replace('%Y', year).replace('%m', month).replace('%d', date);
  };
  const before = format.slice(0, format.indexOf('%Y')).length;
  return { write, yearOf: (text) => Number(text.slice(before, before + 4)) };
}

/**
 * The days that a column will hold, as its formats write them, where the beginning of a file holds many days of the
 * same years; none where it does not. They are expected and no more.
 */
function foreseeDays(
  seen: ReadonlySet<string>,
  formats: readonly string[],
  most: number,
): readonly string[] {
  for (const format of formats.length > 0 ? formats : ['%Y-%m-%d']) {
    const days = writtenDays(format);
    if (!days) continue;
    const years = [...seen]
      .map(days.yearOf)
      .filter((year) => Number.isInteger(year) && year >= 1000 && year <= 9999);
    if (years.length === 0) continue;
    const [first, last] = [Math.min(...years), Math.max(...years)];
    if ((last - first + 1) * 366 > most) continue;
    const all: string[] = [];
    const end = Date.UTC(last + 1, 0, 1);
    for (let at = Date.UTC(first, 0, 1); at < end; at += 86_400_000)
      all.push(days.write(new Date(at)));
    const known = all.filter((text) => seen.has(text)).length;
    if (known >= all.length * share) return all.filter((text) => !seen.has(text));
  }
  return [];
}

/** The columns of a file joined to the description before its rows are read; null where they do not fit. */
function foreseenBinding(
  file: string,
  { headers, rows, width }: FileHead,
  description: SourceDescription,
): Binding<TableHead> | null {
  const columns = makeColumns(headers, width, (index) =>
    rows.some((cells) => (cells[index] ?? null) !== null),
  );
  const lines = { total: 0, title: 0, header: 0, footer: 0, blank: 0, data: 0 };
  const head = { file, sheet: null, columns, lines, sha256: '', notes: [], rejects: [] };
  try {
    return bindColumns(head, description);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Texts that a column of few is expected to hold: those of the beginning, and days beside the days. */
function foreseenTexts(
  { rows }: FileHead,
  { columns }: Binding<TableHead>,
  index: number,
): readonly string[] | null {
  const seen = fewTexts(rows, index);
  if (!seen) return null;
  const mappings = columns.find(({ column }) => column.index === index)?.rule.mappings ?? [];
  const date = mappings.find(({ as }) => as === 'date');
  const days = date ? foreseeDays(seen, date.formats, mostTexts - seen.size) : [];
  const texts = [...seen, ...days].sort();
  return canBeCodes(texts) ? texts : null;
}

/**
 * Decides, by the headings and the beginning of a file, how its cells are kept while they are read: as codes where a
 * column is translated text by text and has few, as numbers too where the one value column holds plain figures. A
 * guess may be wrong; then more is looked at later. Other columns stay text, and all of a file that does not fit.
 */
function foreseeForm(file: string, head: FileHead, description: SourceDescription): ShortForm {
  const coded = new Map<number, readonly string[]>();
  const binding = foreseenBinding(file, head, description);
  if (!binding) return { coded, figure: null };
  const [slot, ...others] = binding.slots;
  const single = slot && others.length === 0 && slot.mapping.as !== 'quantity';
  const figure = single ? { index: slot.column.index, mapping: slot.mapping } : null;
  for (const index of textsAsked(binding, description).slice(0, manyColumns)) {
    const texts = index === figure?.index ? null : foreseenTexts(head, binding, index);
    if (texts) coded.set(index, texts);
  }
  return { coded, figure };
}

/** A table of a file: its cells in the engine, its columns joined to the description. */
export interface BoundTable {
  readonly staged: StagedTable;
  readonly binding: Binding<TableHead>;
}

/** The tables joined to the description; each that is filled takes the place of its own in `tables`. */
async function boundTables(
  engine: Engine,
  tables: StagedTable[],
  description: SourceDescription,
): Promise<readonly BoundTable[]> {
  const bound = tables.map((staged) => ({
    staged,
    binding: bindColumns(staged.head, description),
  }));
  const filled: BoundTable[] = [];
  for (const [at, { staged, binding }] of bound.entries()) {
    const own = await fillStaged(engine, staged, binding, description);
    tables[at] = own.staged;
    filled.push(own);
  }
  return filled;
}

/**
 * Brings the tables of a file into the engine and joins them to the description. Throws an InputError; it names the
 * source that fits, if one does. Of a layout that does not fit nothing stays in the engine.
 */
export async function bindStaged(
  engine: Engine,
  path: string,
  description: SourceDescription,
  catalogue: () => readonly SourceDescription[],
  staging: Omit<Staging, 'form'>,
): Promise<readonly BoundTable[]> {
  const read = staging.tables ?? tableReader(path);
  return bindLayout(path, description, catalogue, async (shape) => {
    const tables: StagedTable[] = [];
    const orNone = async <Result>(result: Promise<Result>): Promise<Result> => {
      try {
        return await result;
      } catch (error) {
        for (const { text } of tables) await engine.run(`drop table if exists ${text}`);
        throw error;
      }
    };
    const form = (file: string, head: FileHead): ShortForm => foreseeForm(file, head, description);
    await orNone(stageFile(engine, path, shape, { ...staging, form, tables: read }, tables));
    return {
      heads: tables.map(({ head }) => head),
      bind: () => orNone(boundTables(engine, tables, description)),
    };
  });
}

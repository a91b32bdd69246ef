import { type Column, dialect, type Engine } from '@samenbeeld/engine';
import { type FileHead, makeColumns, tableReader } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { bindLayout } from '../bind-layout.ts';
import { bindColumns } from '../compile/bind-columns.ts';
import type { Binding } from '../compile/binding.ts';
import { cellText } from '../compile/cell-text.ts';
import type { SourceDescription } from '../description/description.ts';
import {
  type Filled,
  type FillRow,
  filledBy,
  filledByRow,
  fillingOf,
} from '../fill-down/filling.ts';
import { manyColumns } from './cells-as-rows.ts';
import { canBeCodes, fewTexts, mostTexts } from './foresee-codes.ts';
import { type Staging, stageFile } from './stage-file.ts';
import { rowByRow } from './stage-rows.ts';
import {
  type ShortForm,
  type StagedTable,
  stagedRows,
  type TableHead,
  textColumn,
} from './staged-table.ts';
import { textsAsked } from './texts-asked.ts';

const page = 50_000;

type Looked = Readonly<Record<string, string | number | null>>;

/** The rows as filling looks at them, in the order of the file. */
async function rowsOf(
  engine: Engine,
  staged: StagedTable,
  asked: readonly number[],
): Promise<readonly FillRow[]> {
  const { head, size } = staged;
  // Only in a text file does a cell with line breaks cover several lines.
  const text = head.sheet === null;
  const breaks = head.columns.map(({ index }) => {
    const cell = `coalesce(${textColumn(index)}, '')`;
    return `length(${cell}) - length(replace(${cell}, ${dialect.literal('\n')}, ''))`;
  });
  const covered = text && breaks.length > 0 ? `1 + ${breaks.join(' + ')}` : '1';
  const columns = asked.map(textColumn).join(', ');
  const rows: FillRow[] = [];
  for (let from = 0; rows.length < size; from += page) {
    const found = await engine.rows<Looked>(
      `select line, ${covered} as covered, ${columns} from (select *, row_number() over (order by row_no) as nth from ${stagedRows(staged)}) where nth > ${from} and nth <= ${from + page} order by nth`,
    );
    if (found.length === 0) break;
    for (const row of found) {
      const cells = new Map(
        asked.map((index) => [index, cellText(row[textColumn(index)] as string | null)]),
      );
      rows.push({
        line: Number(row['line']),
        lines: Number(row['covered']),
        cell: (index) => cells.get(index) ?? null,
      });
    }
  }
  return rows;
}

/** A copy of the cells with the filled ones in their places; the old table is dropped. */
async function written(
  engine: Engine,
  staged: StagedTable,
  filled: readonly Filled[],
  indexes: readonly number[],
): Promise<string> {
  const text = `${staged.text}_filled`;
  const fills = `${staged.text}_fills`;
  const columns: readonly Column[] = [
    { name: 'nth', type: 'INTEGER' },
    ...indexes.map((index): Column => ({ name: textColumn(index), type: 'VARCHAR' })),
  ];
  await engine.insert(
    fills,
    columns,
    [...filledByRow(filled)].map(([row, own]) => [
      row + 1,
      ...indexes.map((index) => own.get(index)?.text ?? null),
    ]),
  );
  const cells = staged.head.columns.map(({ index }) => {
    const name = textColumn(index);
    return indexes.includes(index) ? `coalesce(f.${name}, r.${name}) as ${name}` : `r.${name}`;
  });
  await engine.run(
    `create table ${text} as select r.line as physical_line, ${cells.join(', ')} from (select *, row_number() over (order by row_no) as nth from ${stagedRows(staged)}) r left join ${fills} f on f.nth = r.nth order by r.nth`,
  );
  await engine.run(`drop table ${fills}; drop table ${staged.text}`);
  return text;
}

/** A staged table whose empty cells take the label above, where the description says so. */
async function fillStaged(
  engine: Engine,
  staged: StagedTable,
  binding: Binding<TableHead>,
  description: SourceDescription,
): Promise<{ readonly staged: StagedTable; readonly binding: Binding<TableHead> }> {
  const filling = fillingOf(binding, description);
  if (!filling) return { staged, binding };
  const rows = await rowsOf(engine, staged, filling.asked);
  const { filled, head } = filledBy(filling, staged.head, rows);
  const own = { staged: { ...staged, head }, binding: { ...binding, table: head } };
  if (filled.length === 0) return own;
  const indexes = filling.columns.map(({ index }) => index);
  const text = await written(engine, staged, filled, indexes);
  const { ownLines } = staged;
  return { ...own, staged: { head, size: staged.size, text, ...rowByRow, ownLines } };
}

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

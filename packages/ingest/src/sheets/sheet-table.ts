import { readTable, readWordTables } from '@samenbeeld/read';
import { InputError, type SheetColumn } from '@samenbeeld/schema';

/** A heading of a sheet, in the order in which sheets are given out. */
type Heading = Pick<SheetColumn, 'name' | 'needed'>;

/** A row with its line in the file; a cell that is empty holds nothing. */
interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A sheet that a person filled in, before anything is made of its cells. */
interface SheetTable {
  readonly file: string;
  readonly sha256: string;
  readonly titles: readonly string[];
  readonly rows: readonly SheetRow[];
}

const key = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/gu, ' ');

/** A CSV file, the first sheet of a workbook, or the table of a Word document that has the headings. */
export async function readSheetTable(
  path: string,
  [first]: readonly Heading[],
): Promise<SheetTable> {
  if (/\.docx$/iu.test(path)) {
    const { file, sha256, tables } = await readWordTables(path);
    const table = tables.find(({ rows: [titles = []] }) =>
      titles.some((title) => key(title) === first?.name),
    );
    const [titles = [], ...rows] = table?.rows ?? [];
    return { file, sha256, titles, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
  }
  const format = /\.xls[xm]?$/iu.test(path) ? 'xlsx' : 'csv';
  const [table] = await readTable(path, { format });
  const { file = '', sha256 = '', columns = [], rows = [], rejects = [] } = table ?? {};
  const [reject] = rejects;
  if (reject)
    throw new InputError(reject.message, {
      place: { file, ...(reject.line !== null && { line: reject.line }) },
      repair: reject.repair,
    });
  return {
    ...{ file, sha256, titles: columns.map(({ headers }) => headers.at(-1) ?? '') },
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell?.trim() ?? '') })),
  };
}

/** Where each heading stands; refuses headings that lack, stand twice or are not known. */
export function columnsOf(
  { file, titles }: SheetTable,
  columns: readonly Heading[],
): ReadonlyMap<string, number> {
  const names = columns.map(({ name }) => name);
  const found = titles.map(key);
  const lacking = columns.flatMap(({ name, needed }) =>
    needed && !found.includes(name) ? [name] : [],
  );
  const strange = found.filter(
    (title, at) => title !== '' && (!names.includes(title) || found.indexOf(title) !== at),
  );
  if (lacking.length + strange.length > 0)
    throw new InputError(
      `expected the headings ${names.join(', ')}; ${[
        ...(lacking.length > 0 ? [`${lacking.join(', ')} not found`] : []),
        ...(strange.length > 0 ? [`found ${strange.map((title) => `"${title}"`).join(', ')}`] : []),
      ].join(', ')}`,
      {
        place: { file, line: 1 },
        repair: 'write the headings in English, each once, in the first row',
      },
    );
  return new Map(found.flatMap((title, at) => (title === '' ? [] : [[title, at] as const])));
}

import { InputError, withheldText } from '@samenbeeld/schema';
import type { FileBytes } from './file-bytes.ts';
import { issueLog } from './issue-log.ts';
import { readCsv } from './read-csv.ts';
import type { FileShape, ReadColumn, ReadRow, ReadTable } from './table.ts';

/**
 * Eurostat's bulk format: tabs, no quotes, and a first column that packs the dimensions, such as
 * `freq,iccs,unit,geo\TIME_PERIOD`. The dimensions become columns A.1, A.2 …; what follows the backslash names
 * the other headers and is no column. Values keep their flags and blanks ("123 b", ": c").
 */
export function readEurostatTsv(source: FileBytes, shape: FileShape): ReadTable {
  const table = readCsv(source, { ...shape, delimiter: '\t', quote: '' });
  const { file } = table;
  const [first, ...others] = table.columns;
  const packed = first?.headers.at(-1) ?? '';
  const [names = '', axis] = packed.split('\\');
  if (axis === undefined) {
    throw new InputError(
      `expected a first header such as "freq,unit,geo\\TIME_PERIOD", found "${packed}"`,
      {
        place: { file, line: table.lines.title + 1, column: 'A' },
        repair: "fetch the file again in Eurostat's TSV format, or describe it as csv",
      },
    );
  }
  const dimensions = names.split(',').map((name) => withheldText(name.trim()));
  const log = issueLog(file, null);
  const blanks = (first?.headers.length ?? 1) - 1;
  const columns: ReadColumn[] = [
    ...dimensions.map((name, index) => ({
      index,
      letter: `A.${index + 1}`,
      headers: [...Array<string>(blanks).fill(''), name],
      filled: false,
      empty: first?.empty ?? true,
    })),
    ...others.map((column) => ({ ...column, index: column.index + dimensions.length - 1 })),
  ];
  const rows = table.rows.flatMap((row): ReadRow[] => {
    const [key, ...values] = row.cells;
    const parts = (key ?? '').split(',');
    if (parts.length !== dimensions.length) {
      log.add(
        'rejection',
        'row.dimensions',
        { line: row.line, column: 'A' },
        `expected ${dimensions.length} dimensions (${names}), found ${parts.length}`,
        'fetch the file again',
      );
      return [];
    }
    return [{ ...row, cells: [...parts.map((part) => part || null), ...values] }];
  });
  return { ...table, columns, rows, rejects: [...table.rejects, ...log.rejects()] };
}

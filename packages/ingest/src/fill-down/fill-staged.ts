import { type Column, dialect, type Engine } from '@samenbeeld/engine';
import type { Binding } from '../compile/binding.ts';
import { cellText } from '../compile/cell-text.ts';
import type { SourceDescription } from '../description/description.ts';
import { rowByRow } from '../stage/stage-rows.ts';
import { type StagedTable, stagedRows, type TableHead, textColumn } from '../stage/staged-table.ts';
import type { Filled, FillRow } from './fill-down.ts';
import { filledByRow } from './filled-rows.ts';
import { filledBy, fillingOf } from './filling.ts';

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
export async function fillStaged(
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

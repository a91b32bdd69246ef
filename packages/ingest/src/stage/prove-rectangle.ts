import { dialect, type Engine } from '@samenbeeld/engine';
import {
  bytesAt,
  cellReader,
  type FileHead,
  fileTail,
  filledSize,
  footerTest,
  type IssueLog,
  type Milestone,
  makeColumns,
  noteLikeFooter,
  noteTrailing,
  type Rectangle,
  type Survey,
  scan,
  type TextFile,
  titlesOf,
} from '@samenbeeld/read';
import { blanks } from './blanks.ts';
import {
  decodedCells,
  type ShortForm,
  type StagedTable,
  stagedRows,
  textColumn,
} from './staged-table.ts';

const tailSize = 1 << 16;
const longestRow = 1 << 20;
const mostMilestones = 50;
/** First cells are compared with the footer one by one, up to so many different ones. */
const mostFirstCells = 200_000;

const names = (width: number): readonly string[] =>
  Array.from({ length: width }, (_, index) => textColumn(index));

/** SQL of a cell that holds more than blanks. */
const hasValueSql = (name: string): string =>
  `nullif(${dialect.regexReplace(name, `^${blanks}+`, '')}, '') is not null`;

/** SQL of a cell that begins with a visible letter of ASCII. */
const beginsPlain = (name: string): string =>
  `coalesce(${name} >= '!' and ${name} < '\u0080', false)`;

/** SQL of whether a row holds more than blanks; most rows are known by the first letter of a cell. */
function anyValueSql(columns: readonly string[]): string {
  const plain = columns.map((name) => `when ${beginsPlain(name)} then true`);
  return `case ${plain.join(' ')} else ${columns.map(hasValueSql).join(' or ')} end`;
}

/** Whether rows that the engine has read are those that stand at their places in the file. */
async function holdsMilestones(
  engine: Engine,
  path: string,
  text: TextFile,
  characters: readonly string[] | null,
  head: FileHead,
  table: string,
  form: ShortForm,
  milestones: readonly Milestone[],
): Promise<boolean> {
  if (milestones.length === 0) return true;
  // One by one: the engine finds a single row at once, and several only by looking at all.
  const single = milestones.map(
    ({ line }) =>
      `select ${[`${line} as line`, '*', ...decodedCells(form)].join(', ')} from ${table} where ${dialect.rowPlace()} = ${line - head.line}`,
  );
  const rows = await engine.rows<Readonly<Record<string, string | null>>>(
    `select * from (${single.join(' union all ')}) m order by line`,
  );
  if (rows.length !== milestones.length) return false;
  for (const [at, { offset }] of milestones.entries()) {
    const bytes = await bytesAt(path, offset, longestRow);
    const end = bytes.indexOf(10);
    const line = bytes.subarray(0, end < 0 ? bytes.length : end + 1);
    const { rows: found } = scan(line, 0, cellReader(line, characters), {
      ...text.codes,
      title: 0,
    });
    const cells = found[0]?.cells ?? [];
    if (
      names(head.width).some((name, index) => (rows[at]?.[name] ?? null) !== (cells[index] ?? null))
    )
      return false;
  }
  return true;
}

/** Lines of the data rows whose first value matches the footer: they count as data, with a warning. */
async function likeFooter(
  engine: Engine,
  staged: StagedTable,
  footer: string,
  width: number,
): Promise<readonly number[] | null> {
  const isFooter = footerTest(footer);
  const first = `case ${names(width)
    .map((name) => `when ${hasValueSql(name)} then ${name}`)
    .join(' ')} end`;
  const firsts = `(select line, row_no, ${first} as first_value from ${stagedRows(staged)}) r`;
  const [count] = await engine.rows<{ n: number }>(
    `select count(*) as n from (select distinct first_value from ${firsts}) f`,
  );
  if (!count || count.n > mostFirstCells) return null;
  const cells = await engine.rows<{ first_value: string | null }>(
    `select distinct first_value from ${firsts}`,
  );
  const alike = cells.flatMap(({ first_value: cell }) =>
    cell !== null && isFooter(cell) ? dialect.literal(cell) : [],
  );
  if (alike.length === 0) return [];
  const lines = await engine.rows<{ line: number }>(
    `select line from ${firsts} where first_value in (${alike.join(', ')}) order by row_no`,
  );
  return lines.map(({ line }) => line);
}

/** What proves that the rows the engine has read are those of the file. */
export interface Proof {
  readonly text: TextFile;
  readonly head: FileHead;
  readonly survey: Survey;
  readonly rectangle: Rectangle;
  /** The characters of a single-byte encoding; null for UTF-8. */
  readonly characters: readonly string[] | null;
  /** The engine's table, and how it keeps the cells. */
  readonly table: string;
  readonly form: ShortForm;
}

/** Makes a staged table of the rows that the engine has read; null where they cannot be trusted. */
export async function proveRectangle(
  engine: Engine,
  { text, head, survey, rectangle, characters, table, form }: Proof,
  log: IssueLog,
): Promise<StagedTable | null> {
  const { irregular } = rectangle;
  const from = Math.max(head.offset, survey.size - tailSize);
  if (irregular && irregular.offset < from) return null;
  const begin = from === head.offset ? { line: head.line, offset: from } : null;
  const bytes = await bytesAt(text.path, from, survey.size - from);
  const skipped = begin ? 0 : bytes.indexOf(10) + 1;
  const regularLines = head.line + rectangle.rows - 1;
  const tailRows = bytes.subarray(skipped);
  const regularEnd = irregular ? irregular.offset - from - skipped : tailRows.length;
  if (regularEnd < 0) return null;
  let lines = 0;
  for (let i = 0; i < regularEnd; i++) if (tailRows[i] === 10) lines += 1;
  if (!irregular && tailRows.length > 0 && tailRows.at(-1) !== 10) lines += 1;
  const tail = fileTail(tailRows, {
    ...text.codes,
    table: characters,
    footer: text.footer,
    line: regularLines - lines + 1,
    whole: begin !== null,
    irregular: irregular?.line ?? null,
  });
  if (!tail) return null;
  const size = tail.end - head.line;
  const rows = {
    text: table,
    place: dialect.rowPlace(),
    line: `cast(${dialect.rowPlace()} + ${head.line} as INTEGER)`,
    ...form,
  };
  const kept = `row_no < ${size}`;
  const anyValue = anyValueSql(names(head.width));
  const [counted] = await engine.rows<{ rows: number }>(`select count(*) as rows from ${table}`);
  if (!counted || counted.rows < size) return null;
  const [blank] = await engine.rows<{ rows: number }>(
    `select count(*) as rows from ${stagedRows({ ...rows, where: null })} r where not ${beginsPlain(textColumn(0))} and ${kept} and not ${anyValue}`,
  );
  const blankRows = blank?.rows ?? 0;
  const others = counted.rows > size ? [kept] : [];
  if (blankRows > 0) others.push(anyValue);
  const known = rectangle.milestones.filter(({ line }) => line < tail.end);
  const step = Math.ceil(known.length / mostMilestones);
  const milestones = known.filter((_, at) => at % step === 0 || at === known.length - 1);
  if (!(await holdsMilestones(engine, text.path, text, characters, head, table, form, milestones)))
    return null;
  const staged: StagedTable = {
    head: {
      file: text.file,
      sheet: null,
      columns: [],
      lines: {
        total: tail.total,
        title: head.title,
        header: head.headers.reduce((sum, row) => sum + row.lines, 0),
        footer: tail.footer,
        blank: head.blank + blankRows + tail.blank,
        data: size - blankRows,
      },
      titles: titlesOf(text, characters),
      footers: tail.footers,
      sha256: survey.sha256,
      notes: [],
      rejects: [],
    },
    size: size - blankRows,
    ...rows,
    where: others.length > 0 ? others.join(' and ') : null,
    ownLines: true,
    held: null,
    trimmed: new Set(rectangle.trimmed),
  };
  if (text.footer !== undefined) {
    const alike = await likeFooter(engine, staged, text.footer, head.width);
    if (!alike) return null;
    for (const line of alike) noteLikeFooter(line, log);
  }
  const used: boolean[] = [];
  for (const [index, name] of names(head.width).entries())
    used[index] =
      (
        await engine.rows(
          `select 1 as found from ${stagedRows(staged)} where ${hasValueSql(name)} limit 1`,
        )
      ).length > 0;
  const width = Math.max(
    used.lastIndexOf(true) + 1,
    ...head.headers.map(({ cells }) => filledSize(cells)),
  );
  if (head.width > width) noteTrailing(head.headers[0]?.line, head.width, width, log);
  const columns = makeColumns(head.headers, width, (index) => used[index] ?? false);
  const { total, ...kinds } = staged.head.lines;
  const sum = Object.values(kinds).reduce((all, one) => all + one, 0);
  if (sum !== total) return null;
  return { ...staged, head: { ...staged.head, columns } };
}

import { dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import {
  encodingEvidence,
  type FileHead,
  type FileShape,
  fileHash,
  fileHead,
  filledSize,
  headersLacking,
  type IssueLog,
  issueLog,
  lineBlocks,
  lostCount,
  makeColumns,
  noteDelimiter,
  noteEncoding,
  noteOddities,
  noteTrailing,
  type RawRow,
  refuseWide,
  rowSorter,
  type Survey,
  scanFile,
  singleByteTable,
  survey,
  type TextFile,
  textFile,
  titlesOf,
  transcodeAny,
  transcodeSingleByte,
  wideEncoding,
} from '@samenbeeld/read';
import { figureNumber, plainFigure } from '../compile/plain-figure.ts';
import { canBeCodes, mostTexts } from './foresee-codes.ts';
import { proveRectangle } from './prove-rectangle.ts';
import { rowByRow, stagedColumns } from './stage-rows.ts';
import {
  codeColumn,
  figureColumn,
  type ShortForm,
  type StagedTable,
  textColumn,
} from './staged-table.ts';

/** The texts of coded columns that nobody foresaw, by index; of more than there may be codes, only so many. */
async function unforeseen(
  engine: Engine,
  table: string,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const each = indexes.map((index) => {
    const cell = textColumn(index);
    return `select * from (select distinct ${index} as index, ${cell} as text from ${table} where ${cell} is not null limit ${mostTexts + 1}) t${index}`;
  });
  const found = await engine.rows<{ index: number; text: string }>(
    `select index, text from (${each.join(' union all ')}) t order by index, text`,
  );
  const texts = new Map<number, string[]>(indexes.map((index) => [index, []]));
  for (const { index, text } of found) texts.get(index)?.push(text);
  return texts;
}

/**
 * Gives codes to the texts that were not foreseen when a table was read: each coded column stands in it as codes
 * (`e0` …), and as text (`t0` …) where the text has no code yet. A column of more texts than expected becomes text
 * again. Returns the texts of those that stay coded.
 */
async function settleCodes(
  engine: Engine,
  table: string,
  foreseen: ReadonlyMap<number, readonly string[]>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (foreseen.size === 0) return foreseen;
  const settled = new Map<number, readonly string[]>();
  const more = await unforeseen(engine, table, [...foreseen.keys()]);
  for (const [index, texts] of foreseen) {
    const [code, text] = [codeColumn(index), textColumn(index)];
    const all = [...texts, ...(more.get(index) ?? [])];
    const known = `cast(${code} as VARCHAR)`;
    const change = (column: string, type: string, value: string): Promise<void> =>
      engine.run(dialect.changeType({ table, column, type, value }));
    if (!canBeCodes(all)) {
      await change(text, 'VARCHAR', `coalesce(${known}, ${text})`);
      await engine.run(`alter table ${table} drop column ${code}`);
      continue;
    }
    if (all.length > texts.length) {
      const type = dialect.oneOfType(all);
      await change(code, type, `cast(coalesce(${known}, ${text}) as ${type})`);
    }
    await engine.run(`alter table ${table} drop column ${text}`);
    settled.set(index, all);
  }
  return settled;
}

/** Whether the engine may try to read a file while its bytes are still looked at. */
function mayBeRectangle(text: TextFile, head: FileHead | null): head is FileHead {
  return head !== null && head.width > 1 && text.header > 0 && text.until === undefined;
}

/** The end of a line, as the line above the data has it. */
function lineEndOf(text: TextFile, head: FileHead): '\n' | '\r\n' {
  return text.beginning[head.offset - 2] === 13 ? '\r\n' : '\n';
}

/** The columns of the table, over the texts that the engine reads (`e0` … the code of each text of a coded column). */
function keptColumns(width: number, { coded, figure }: ShortForm): readonly string[] {
  return Array.from({ length: width }, (_, index) => {
    const [text, code] = [textColumn(index), codeColumn(index)];
    if (coded.has(index)) return `${code}, case when ${code} is null then ${text} end as ${text}`;
    if (figure?.index !== index) return text;
    const { mapping } = figure;
    return `${text}, case when ${plainFigure(text, mapping)} then ${figureNumber(text, mapping)} end as ${figureColumn(index)}`;
  });
}

/**
 * Lets the engine read the rows of a file into a table, kept as foreseen, and says how they are kept then. null where
 * it fails; it may also read them wrong, where the file is no rectangle.
 */
async function loadRectangle(
  engine: Engine,
  path: string,
  text: TextFile,
  head: FileHead,
  table: string,
  quoted: boolean,
  foreseen: ShortForm,
): Promise<ShortForm | null> {
  const relation = dialect.readCsv({
    path,
    columns: Array.from({ length: head.width }, (_, index) => textColumn(index)),
    skip: head.line - 1,
    delimiter: text.delimiter,
    quote: quoted ? text.mark : '',
    lineEnd: lineEndOf(text, head),
  });
  const { coded, figure } = foreseen;
  const codes = [...coded].map(
    ([index, texts]) =>
      `${dialect.tryCast(textColumn(index), dialect.oneOfType(texts))} as ${codeColumn(index)}`,
  );
  const columns = keptColumns(head.width, foreseen);
  try {
    await engine.run(
      `create temporary table ${table} as select ${columns.join(', ')} from (select ${['*', ...codes].join(', ')} from ${relation}) r`,
    );
    return { coded: await settleCodes(engine, table, coded), figure };
  } catch {
    // What the engine says may quote cells, and the other way reads the file anyway.
    return null;
  }
}

function* cellsOf(rows: readonly RawRow[], limit: number): Generator<readonly Scalar[]> {
  for (const { line, cells } of rows) {
    const row: Scalar[] = [line];
    for (let index = 0; index < limit; index++) row.push(cells[index] || null);
    yield row;
  }
}

const indexes = (limit: number): readonly number[] =>
  Array.from({ length: limit }, (_, index) => index);

/**
 * Brings a delimited text into the engine row by row: what is ragged, blank, quoted over lines or oddly ended is read
 * as `readCsv` reads it, but only a few megabytes are in memory at a time.
 */
async function streamRows(
  engine: Engine,
  text: TextFile,
  characters: readonly string[] | null,
  { sha256 }: Pick<Survey, 'sha256'>,
  table: string,
  log: IssueLog,
  read: (bytes: number) => void,
): Promise<StagedTable | null> {
  if (text.header === 0) return null;
  const odd = issueLog(text.file, null);
  const own = issueLog(text.file, null);
  const sorter = rowSorter(text.header, text, own);
  let title = 0;
  let total = 0;
  let size = 0;
  for await (const found of scanFile(text, characters)) {
    noteOddities(found, odd);
    title += found.title;
    total += found.lines;
    const rows = found.rows.flatMap((row, at) => sorter.take(row, () => found.text(at)));
    size += rows.length;
    refuseWide({ file: text.file }, sorter.limit);
    if (sorter.headers.length === text.header)
      await engine.insert(table, stagedColumns(indexes(sorter.limit)), cellsOf(rows, sorter.limit));
    read(found.done);
  }
  if (sorter.headers.length < text.header)
    throw headersLacking({ file: text.file }, text.header, sorter.headers.length, title);
  sorter.end();
  const { headers, used, limit } = sorter;
  const width = Math.max(used.length, ...headers.map(({ cells }) => filledSize(cells)));
  if (limit > width) noteTrailing(headers[0]?.line, limit, width, own);
  const lines = { total, title, ...sorter.lines() };
  const kinds = lines.title + lines.header + lines.blank + lines.data + lines.footer;
  if (kinds !== total) throw lostCount({ file: text.file }, total, kinds);
  return {
    head: {
      file: text.file,
      sheet: null,
      columns: makeColumns(headers, width, (index) => used[index] ?? false),
      lines,
      titles: titlesOf(text, characters),
      footers: sorter.footers(),
      sha256,
      notes: [...log.notes(), ...odd.notes(), ...own.notes()],
      rejects: own.rejects(),
    },
    size,
    text: table,
    ...rowByRow,
    ownLines: true,
  };
}

/** How a text is encoded, after all its bytes were looked at. */
interface Encoding {
  readonly name: string;
  /** The characters of a single-byte encoding; null for UTF-8. */
  readonly characters: readonly string[] | null;
}

async function encodingOf(text: TextFile, found: Survey): Promise<Encoding | null> {
  if (text.table && text.declared !== null) return { name: text.declared, characters: text.table };
  if (found.utf8) return { name: 'utf-8', characters: null };
  if (text.declared !== null || text.start > 0) return null;
  const evidence = encodingEvidence();
  for await (const block of lineBlocks(text.path, 0)) evidence.add(block);
  const name = evidence.conclude();
  const characters = singleByteTable(name);
  return characters && { name, characters };
}

/** What else is known of a file, and who is told of the bytes that are read. */
interface Reading {
  /** The hash of the file on disk. */
  readonly sha256?: string | undefined;
  /** How its cells are kept while they are read. */
  readonly form: (file: string, head: FileHead) => ShortForm;
  readonly read: (bytes: number) => void;
}

/** How a text may reach the engine. */
export type TextWay = 'rectangle' | 'stream';

/**
 * Brings a delimited text into the engine without holding it in memory: by the engine's own reader where the bytes
 * are proved to be a rectangle, else row by row. The engine begins to read while the proof is made, and what it has
 * read is thrown away where the proof fails. null where something is wrong that reading the file whole will name.
 */
export async function stageText(
  engine: Engine,
  path: string,
  shape: FileShape,
  table: string,
  way: TextWay,
  reading: Reading,
): Promise<StagedTable | null> {
  const { read, sha256 } = reading;
  const text = await textFile(path, shape);
  if (!text) return stageWide(engine, path, shape, table, way, reading);
  const head = fileHead(text.beginning, { ...text, ...text.codes });
  refuseWide({ file: text.file }, head?.width ?? 0);
  const rectangular = way === 'rectangle' && mayBeRectangle(text, head) ? head : null;
  const quoted = text.codes.quote >= 0 && text.beginning.includes(text.codes.quote);
  const form = rectangular && reading.form(text.file, rectangular);
  const early = form && !text.table;
  const loading = early
    ? loadRectangle(engine, path, text, rectangular, table, quoted, form)
    : Promise.resolve(null);
  const options = rectangular && {
    ...text.codes,
    width: rectangular.width,
    line: rectangular.line,
    start: rectangular.offset,
  };
  const found = await survey(path, options, rectangular ? read : () => undefined, sha256);
  let loaded = await loading;
  const drop = (): Promise<void> => engine.run(`drop table if exists ${table}`);
  const encoding = found.nul ? null : await encodingOf(text, found);
  const { rectangle } = found;
  if (!encoding) {
    await drop();
    return null;
  }
  const log = issueLog(text.file, null);
  if (encoding.characters && text.declared !== null && !found.ascii && found.utf8)
    noteEncoding(encoding.name, log);
  if (text.unsplit) noteDelimiter(log);
  if (
    form &&
    rectangle &&
    rectangle.carriageReturns === (lineEndOf(text, rectangular) === '\r\n')
  ) {
    const foreign = encoding.characters !== null && !found.ascii;
    if (foreign || rectangle.quoted !== quoted) {
      await drop();
      const source = foreign ? await transcodeSingleByte(path, encoding.characters ?? []) : null;
      try {
        const from = foreign ? source?.path : path;
        loaded =
          from === undefined
            ? null
            : await loadRectangle(engine, from, text, rectangular, table, rectangle.quoted, form);
      } finally {
        source?.remove();
      }
    }
    const own = issueLog(text.file, null);
    const staged =
      loaded &&
      (await proveRectangle(
        engine,
        {
          text,
          head: rectangular,
          survey: found,
          rectangle,
          characters: encoding.characters,
          table,
          form: loaded,
        },
        own,
      ));
    if (staged)
      return { ...staged, head: { ...staged.head, notes: [...log.notes(), ...own.notes()] } };
  }
  await drop();
  return streamRows(engine, text, encoding.characters, found, table, log, read);
}

/** A text whose letters are not single bytes, by way of a copy in UTF-8. */
async function stageWide(
  engine: Engine,
  path: string,
  shape: FileShape,
  table: string,
  way: TextWay,
  reading: Reading,
): Promise<StagedTable | null> {
  const wide = await wideEncoding(path, shape);
  const copy = wide && (await transcodeAny(path, wide.start, wide.encoding));
  if (!copy) return null;
  try {
    const staged = await stageText(
      engine,
      copy.path,
      { ...shape, encoding: 'utf-8' },
      table,
      way,
      reading,
    );
    if (!staged) return null;
    return {
      ...staged,
      head: { ...staged.head, sha256: reading.sha256 ?? (await fileHash(path)) },
    };
  } finally {
    copy.remove();
  }
}

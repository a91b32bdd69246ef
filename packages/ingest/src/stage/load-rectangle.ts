import { dialect, type Engine } from '@samenbeeld/engine';
import type { FileHead, TextFile } from '@samenbeeld/read';
import { figureNumber, plainFigure } from '../compile/plain-figure.ts';
import { canBeCodes, mostTexts } from './foresee-codes.ts';
import { codeColumn, figureColumn, type ShortForm, textColumn } from './staged-table.ts';

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
export function mayBeRectangle(text: TextFile, head: FileHead | null): head is FileHead {
  return head !== null && head.width > 1 && text.header > 0 && text.until === undefined;
}

/** The end of a line, as the line above the data has it. */
export function lineEndOf(text: TextFile, head: FileHead): '\n' | '\r\n' {
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
export async function loadRectangle(
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

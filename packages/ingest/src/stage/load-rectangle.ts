import { dialect, type Engine } from '@samenbeeld/engine';
import type { FileHead, TextFile } from '@samenbeeld/read';
import { figureNumber, plainFigure } from '../compile/plain-figure.ts';
import { settleCodes } from './settle-codes.ts';
import { codeColumn, figureColumn, type ShortForm, textColumn } from './staged-table.ts';

/** Whether the engine may try to read a file while its bytes are still looked at. */
export function mayBeRectangle(text: TextFile, head: FileHead | null): head is FileHead {
  return head !== null && head.width > 1 && text.header > 0;
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

import type { Engine } from '@samenbeeld/engine';
import {
  encodingEvidence,
  type FileHead,
  type FileShape,
  fileHash,
  fileHead,
  issueLog,
  lineBlocks,
  noteDelimiter,
  noteEncoding,
  refuseWide,
  type Survey,
  singleByteTable,
  survey,
  type TextFile,
  textFile,
  transcodeAny,
  transcodeSingleByte,
  wideEncoding,
} from '@samenbeeld/read';
import { lineEndOf, loadRectangle, mayBeRectangle } from './load-rectangle.ts';
import { proveRectangle } from './prove-rectangle.ts';
import type { ShortForm, StagedTable } from './staged-table.ts';
import { streamRows } from './stream-rows.ts';

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

import { InputError, inFour, wrongUse } from '@samenbeeld/schema';
import { cellReader } from './cell-reader.ts';
import { columnLetter } from './column-letter.ts';
import { decode, lineAt } from './decode.ts';
import { sniffDelimiter } from './delimiter.ts';
import type { FileBytes } from './file-bytes.ts';
import { type IssueLog, issueLog } from './issue-log.ts';
import { layOut } from './layout.ts';
import { countLines } from './line-ends.ts';
import { type Scan, type ScanPlace, scan, usualWidth } from './scan.ts';
import type { FileShape, ReadTable } from './table.ts';

/** Bytes in which the usual shape of a row is looked for. */
export const beginningSize: number = 1 << 20;

/** Notes that a single-byte encoding is declared and the bytes are UTF-8. */
export function noteEncoding(encoding: string, log: IssueLog): void {
  log.add(
    'warning',
    'encoding.looks-like-utf-8',
    {},
    `the file is read as ${encoding}, as declared, but all of it is valid UTF-8`,
    'declare encoding: utf-8 unless names look right',
  );
}

/** Notes that no delimiter was found. */
export function noteDelimiter(log: IssueLog): void {
  log.add(
    'note',
    'delimiter.unknown',
    {},
    'no delimiter splits the rows into the same number of cells: "," is used',
    'declare the delimiter',
  );
}

/** The code of a delimiter or a quote. UsageError where it is not one ASCII character; a blank or a tab only divides cells. */
export function asciiCode(name: 'delimiter' | 'quote', text: string): number {
  const code = text.length === 1 ? text.charCodeAt(0) : 0;
  const blank = code === 9 || code === 32;
  if (blank ? name === 'quote' : code < 32 || code > 126) {
    const kind = name === 'quote' ? 'visible ASCII' : 'ASCII';
    throw wrongUse(
      '{name} is één teken ({kind}), niet {text}',
      '{name} est un seul caractère ({kind}), et non {text}',
      '{name} ist ein einziges Zeichen ({kind}), nicht {text}',
      '{name} must be one {kind} character, not {text}',
      { name, kind, text: JSON.stringify(text) },
    );
  }
  return code;
}

/** Warns of quotes and carriage returns that are not where they belong. */
export function noteOddities(
  found: Pick<Scan, 'afterQuote' | 'unpaired' | 'loneReturn'>,
  log: IssueLog,
): void {
  for (const { line, column } of found.afterQuote) {
    log.add(
      'warning',
      'cell.after-quote',
      { line, column: columnLetter(column) },
      'text follows the closing quote: the cell is taken whole, with its quotes',
      'double the quotes inside the cell',
    );
  }
  for (const { line, column } of found.unpaired) {
    log.add(
      'warning',
      'cell.unpaired-quote',
      { line, column: columnLetter(column) },
      'the quotes of the cell do not pair: it is read so that the row has as many cells as the others',
      'double the quotes inside the cell',
    );
  }
  for (const { line, column } of found.loneReturn) {
    log.add(
      'warning',
      'cell.carriage-return',
      { line, column: columnLetter(column) },
      'a carriage return stands alone outside quotes: it counts as part of the cell',
      'replace it by a line end or a blank',
    );
  }
}

/** A quote that opens a cell and never closes. */
export function unclosedQuote(file: string, mark: string, { line, column }: ScanPlace): InputError {
  return new InputError(
    inFour(
      'een {mark} opent een cel en sluit nooit',
      'un {mark} ouvre une cellule et ne se ferme jamais',
      'ein {mark} öffnet eine Zelle und schließt nie',
      'a {mark} opens a cell and never closes',
      { mark },
    ),
    {
      place: { file, line, column: columnLetter(column) },
      repair: inFour(
        'sluit het aanhalingsteken, verdubbel het als het bij de tekst hoort, of geef `quote: ""` op',
        'fermez le guillemet, doublez-le s’il fait partie du texte, ou déclarez `quote: ""`',
        'das Anführungszeichen schließen, verdoppeln, wenn es zum Text gehört, oder `quote: ""` angeben',
        'close the quote, double it if it is part of the text, or declare quote: ""',
      ),
    },
  );
}

/** Delimited text. */
export function readCsv({ file, bytes: raw, sha256 }: FileBytes, shape: FileShape): ReadTable {
  const { bytes, start, table, encoding, looksLikeUtf8 } = decode(file, raw, shape.encoding);
  const log = issueLog(file, null);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new InputError(
      inFour(
        'tekst verwacht, gevonden: een NUL-byte',
        'du texte était attendu, trouvé : un octet NUL',
        'Text erwartet, gefunden: ein NUL-Byte',
        'expected text, found a NUL byte',
      ),
      {
        place: { file, line: lineAt(bytes, nul) },
        repair: inFour(
          'exporteer het bestand opnieuw als tekst; het kan afgebroken zijn, of helemaal geen tekstbestand',
          'exportez à nouveau le fichier en texte ; il est peut-être coupé, ou n’est pas un fichier de texte',
          'die Datei erneut als Text exportieren; sie kann abgeschnitten oder gar keine Textdatei sein',
          'export the file again as text; it may be cut off, or not a text file at all',
        ),
      },
    );
  }
  if (looksLikeUtf8) {
    noteEncoding(encoding, log);
  }
  const mark = shape.quote ?? '"';
  const quote = mark === '' ? -1 : asciiCode('quote', mark);
  const title = shape.title ?? 0;
  let delimiter = shape.delimiter;
  if (delimiter === undefined) {
    const sniffed = sniffDelimiter(bytes.subarray(start), { quote: mark, title });
    delimiter = sniffed.delimiter;
    if (sniffed.share === 0) {
      noteDelimiter(log);
    }
  }
  const options = { delimiter: asciiCode('delimiter', delimiter), quote, title };
  const cells = cellReader(bytes, table);
  const found = scan(bytes, start, cells, {
    ...options,
    usual: () => usualWidth(bytes.subarray(0, beginningSize), start, options),
  });
  if (found.unclosed) {
    throw unclosedQuote(file, mark, found.unclosed);
  }
  noteOddities(found, log);
  const { rows, offsets } = found;
  const layout = layOut(
    {
      place: { file },
      rows,
      title: found.title,
      total: countLines(bytes, start, found.ends),
      text: (row) => cells.plain(offsets[row] ?? 0, offsets[row + 1] ?? 0)?.trimEnd() ?? '',
    },
    shape,
    log,
  );
  return { file, sheet: null, ...layout, sha256, notes: log.notes(), rejects: log.rejects() };
}

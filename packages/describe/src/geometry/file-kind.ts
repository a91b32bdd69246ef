import type { FileFormat } from '@samenbeeld/read';
import { InputError, ownValue } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { makeGuess } from '../guess.ts';
import type { FileSample } from './file-sample.ts';

/** What the first bytes say; text is looked at further. */
export type FileKind = Extract<FileFormat, 'xlsx' | 'parquet'> | 'json' | 'text';

/** Endings by which descriptions choose a layout; the content must agree. */
const endings: Readonly<Record<string, FileKind>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xlsx',
  json: 'json',
  parquet: 'parquet',
};

const names: Readonly<Record<FileKind, string>> = {
  xlsx: 'an .xlsx workbook',
  parquet: 'a Parquet file',
  json: 'JSON',
  text: 'plain text',
};

const proper: Readonly<Record<FileKind, string>> = {
  xlsx: '.xlsx',
  parquet: '.parquet',
  json: '.json',
  text: '.csv',
};

/** How a text begins that is JSON. */
export const jsonStart: RegExp = /^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]]|-?\d|true|false|null))/;

export const endingOf = (file: string): string => /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';

function refuse(file: string, found: string, repair: string): never {
  throw new InputError(`expected a table, found ${found}`, { place: { file }, repair });
}

const magic: readonly { readonly hex: string; readonly found: string; readonly repair: string }[] =
  [
    { hex: '1f8b', found: 'a file packed with gzip', repair: 'unpack it first' },
    { hex: '425a68', found: 'a file packed with bzip2', repair: 'unpack it first' },
    { hex: '377abcaf271c', found: 'a 7-Zip archive', repair: 'unpack it first' },
    { hex: '52617221', found: 'a RAR archive', repair: 'unpack it first' },
    { hex: '28b52ffd', found: 'a file packed with zstd', repair: 'unpack it first' },
    {
      hex: '25504446',
      found: 'a PDF document',
      repair:
        'ask the publisher for the table as .csv or .xlsx, or copy its figures into a claim sheet: samenbeeld claim-sheet',
    },
    {
      hex: '7b5c727466',
      found: 'a rich-text document',
      repair: 'copy the table into a spreadsheet and save it as .xlsx',
    },
    {
      hex: '89504e47',
      found: 'a picture',
      repair: 'ask the publisher for the table as .csv or .xlsx',
    },
    {
      hex: 'ffd8ff',
      found: 'a picture',
      repair: 'ask the publisher for the table as .csv or .xlsx',
    },
    {
      hex: '53514c69746520666f726d6174',
      found: 'an SQLite database',
      repair: 'export the table as .csv',
    },
  ];

const beginning = (head: Buffer): string => {
  const utf16 = head[0] === 0xff || (head[1] === 0 && head[0] !== 0);
  const text = head.toString(utf16 ? 'utf16le' : 'utf8', 0, 4096);
  return text.replace(/^\uFEFF/, '').trimStart();
};

function refuseCompound({ file, head, tail }: FileSample): never {
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  if (head.includes(mark) || tail?.includes(mark)) {
    refuse(file, 'a workbook protected by a password', 'save it without password');
  }
  refuse(file, 'an old binary workbook (.xls)', 'open it in a spreadsheet and save it as .xlsx');
}

function refuseMarkup(file: string, text: string): void {
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b/i.test(text)) {
    const named = /^xls/.test(endingOf(file)) ? ` under the name .${endingOf(file)}` : '';
    refuse(
      file,
      `a web page (HTML)${named}`,
      'open it in a spreadsheet and save it as .xlsx, or fetch the file again if it is an error page',
    );
  }
  if (/^<\?xml|^<[a-z][\w:.-]*[\s>]/i.test(text)) {
    const office = /urn:schemas-microsoft-com:office:spreadsheet/.test(text);
    const found = office ? 'a workbook as XML of 2003' : 'XML';
    refuse(
      file,
      found,
      office
        ? 'open it in a spreadsheet and save it as .xlsx'
        : 'fetch the table in another format: CSV, TSV or JSON',
    );
  }
}

function kindOf(sample: FileSample): FileKind {
  const { file, head } = sample;
  const hex = head.toString('hex', 0, 16);
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'xlsx';
  if (hex.startsWith('d0cf11e0a1b11ae1')) refuseCompound(sample);
  if (head.toString('latin1', 0, 4) === 'PAR1') return 'parquet';
  const known = magic.find((each) => hex.startsWith(each.hex));
  if (known) refuse(file, known.found, known.repair);
  const text = beginning(head);
  refuseMarkup(file, text);
  return jsonStart.test(text) ? 'json' : 'text';
}

/**
 * What a file is by its first bytes. InputError for what is no table (a web page, an archive, an old workbook) and
 * where the name promises another format than the bytes are, since a description chooses its reader by the name.
 */
export function fileKind(sample: FileSample): Guess<FileKind> {
  const kind = kindOf(sample);
  const ending = endingOf(sample.file);
  const promised = ownValue(endings, ending);
  if (promised !== undefined && promised !== kind) {
    throw new InputError(`expected ${names[promised]}, as the name says, found ${names[kind]}`, {
      place: { file: sample.file },
      repair: `rename the file to end in ${proper[kind]}`,
    });
  }
  const named = promised === kind ? `, as the name says` : '';
  const reasons: Readonly<Record<FileKind, string>> = {
    xlsx: `the file begins as a zip archive${named}`,
    parquet: `the file begins with the mark of Parquet${named}`,
    json: `the text begins as JSON${named}`,
    text: 'the file is text',
  };
  return makeGuess(kind, kind === 'text' ? 0.97 : 0.99, reasons[kind]);
}

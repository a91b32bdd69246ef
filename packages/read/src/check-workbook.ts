import { crc32, inflateRawSync } from 'node:zlib';
import { InputError } from '@samenbeeld/schema';
import { cellBeyond, cellsIn, hasEndlessText, manyArrays, vastLink } from './check-cells.ts';

/** One file in a zip archive, as its directory describes it. */
interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes unpacked. */
  readonly size: number;
  /** Of the local header, which stands before the packed bytes. */
  readonly offset: number;
  /** Its bytes in the directory. */
  readonly record: Buffer;
}

const endMark = Buffer.from([0x50, 0x4b, 5, 6]);
const wideMark = 0xffffffff;

/** A field of 0xFFFFFFFF stands in the ZIP64 extra field, in the order size, packed, offset. */
function widen(extra: Buffer, fields: readonly number[]): readonly number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1)
    at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return fields.map((field) => {
    if (field !== wideMark) return field;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
}

/** The directory of a zip archive (APPNOTE 6.3, sections 4.3.12 and 4.3.16). RangeError where the archive is cut off or broken. */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.lastIndexOf(endMark);
  if (end < 0) throw new RangeError('the directory at the end is missing');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new RangeError('the directory is broken');
    const start = at;
    const nameEnd = start + 46 + bytes.readUInt16LE(start + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(start + 30);
    at = extraEnd + bytes.readUInt16LE(start + 32);
    const [size = 0, packed = 0, offset = 0] = widen(
      bytes.subarray(nameEnd, extraEnd),
      [24, 20, 42].map((field) => bytes.readUInt32LE(start + field)),
    );
    return {
      name: bytes.toString('utf8', start + 46, nameEnd),
      encrypted: (bytes.readUInt16LE(start + 8) & 1) === 1,
      method: bytes.readUInt16LE(start + 10),
      crc: bytes.readUInt32LE(start + 16),
      packed,
      size,
      offset,
      record: bytes.subarray(start, at),
    };
  });
}

/** Folders of a workbook with pictures, embedded files, printer settings and models: no cell is in them. */
const beside = /^(?:xl\/(?:media|embeddings|printerSettings|activeX|ctrlProps|model)|customXml)\//i;

/** Whether cells, or what they mean, may stand in an entry of a workbook. */
function isNeeded({ name }: ZipEntry): boolean {
  return !beside.test(name) && /\.(?:xml|rels|bin|vml)$/i.test(name) && !/vbaProject/i.test(name);
}

/** An archive of some entries of another, unpacked: nobody unpacks them again, nor the entries left out. */
function storedArchive(
  parts: readonly { readonly entry: ZipEntry; readonly body: Buffer }[],
): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { entry, body } of parts) {
    const name = entry.record.subarray(46, 46 + entry.record.readUInt16LE(28));
    // Version, flags, method, time, checksum, sizes, lengths: the same 26 bytes in a local header and in the directory.
    const fields = Buffer.from(entry.record.subarray(6, 32));
    fields.writeUInt16LE(fields.readUInt16LE(2) & ~8, 2);
    fields.writeUInt16LE(0, 4);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(body.length, 18);
    fields.writeUInt16LE(0, 24);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name]);
    const record = Buffer.alloc(46);
    record.write('PK\u0001\u0002');
    fields.copy(record, 6);
    record.writeUInt32LE(offset, 42);
    pieces.push(local, body);
    directory.push(record, name);
    offset += local.length + body.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** Bytes of an unpacked workbook above which it is refused: of all its parts, and of those with cells and their texts. */
const most = 1_000_000_000;
const mostNeeded = 200_000_000;
/** How many times its size a large part may unpack to: sheets reach 40, and bombs 1,000. */
const mostTimes = 100;
const small = 20_000_000;
/** Cells of all sheets: the spreadsheet library makes an object of each. */
const mostCells = 1_000_000;

/** Sheets of one workbook. */
const mostSheets = 1_000;

/** What only the bytes of a sound workbook tell. */
export interface WorkbookCheck {
  /** A cell may hold a formula and no result, which the spreadsheet library hides unless told not to. */
  readonly unstored: boolean;
  /** Unpacked bytes of the parts that are read. */
  readonly size: number;
  /** The workbook without pictures and embedded files, its parts unpacked. */
  readonly bytes: Buffer;
}

const unstoredMarks = ['</f></c>', '<v></v></c>', '/></c>'];

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function refuse(file: string, found: string, repair: string): never {
  throw new InputError(`expected an .xlsx workbook, found ${found}`, { place: { file }, repair });
}

/** What a file is that is not a zip archive. */
function refuseOther(file: string, bytes: Buffer): never {
  if (bytes.subarray(0, 8).equals(compound)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      refuse(file, 'one protected by a password', 'save it without password');
    }
    refuse(file, 'an old .xls workbook', 'save it as .xlsx');
  }
  const beginning = bytes
    .toString('latin1', 0, 512)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^</.test(beginning)) {
    refuse(
      file,
      'a web page or XML under that name',
      'open it in a spreadsheet and save it as .xlsx',
    );
  }
  if (bytes.includes(0)) refuse(file, 'something else', 'fetch the file again');
  refuse(file, 'plain text under that name', 'describe it as csv');
}

export function unpack(bytes: Buffer, { offset, packed, method, size }: ZipEntry): Buffer {
  if (bytes.readUInt32LE(offset) !== 0x04034b50) throw new RangeError('an entry is missing');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0) return body;
  if (method !== 8) throw new RangeError(`compression method ${method} is unknown`);
  return inflateRawSync(body, { maxOutputLength: size + 1 });
}

function refuseLarge(file: string, size: number, limit: number, what: string): void {
  if (size <= limit) return;
  refuse(
    file,
    `one ${what} ${Math.ceil(size / 1e6)} MB, above the limit of ${limit / 1e6} MB`,
    'save only the needed sheets, or export them as csv',
  );
}

/** Refuses references that no spreadsheet has: what they would make of memory is up to the one who wrote them. */
function refuseCells(file: string, part: Buffer): void {
  const beyond = cellBeyond(part);
  if (beyond !== null)
    refuse(
      file,
      `a cell at ${beyond}, beyond the last one of a sheet (XFD1048576)`,
      'open it in a spreadsheet and save it as .xlsx',
    );
  if (manyArrays(part))
    refuse(
      file,
      'more formulas over ranges of cells than can be matched with its cells',
      'save its values only, or the sheet as csv',
    );
  const linked = vastLink(part);
  if (linked !== null)
    refuse(file, `a link over the cells ${linked}`, 'remove the link, or save the sheet as csv');
}

/** Refuses more sheets than anyone keeps, and sheets that share a part: each is read anew, so a few bytes become many. */
function refuseSheets(file: string, workbook: string, relations: string): void {
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s/gu)].length;
  const found = `one of ${sheets.toLocaleString('en')} sheets`;
  const repair = 'save only the needed sheets, or export them as csv';
  if (sheets > mostSheets)
    refuse(file, `${found}, above the limit of ${mostSheets.toLocaleString('en')}`, repair);
  const parts = new Set(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)].flatMap(([each]) => {
      const [, target] = /\sTarget=["']([^"']*)/u.exec(each) ?? [];
      return target !== undefined && /\sType=["'][^"']*sheet["']/iu.test(each) ? [target] : [];
    }),
  );
  if (parts.size > 0 && sheets > parts.size)
    refuse(
      file,
      `${found} in ${parts.size.toLocaleString('en')} ${parts.size === 1 ? 'part' : 'parts'}`,
      'open it in a spreadsheet and save it as .xlsx',
    );
}

/**
 * Refuses what is not a whole .xlsx workbook, before a spreadsheet library sees it: other formats, password
 * protection, cut-off or damaged archives (by each entry's checksum), archives that unpack to more than 1 GB, or to
 * more than their directory says, more than 200 MB of cells and texts, cells beyond the last one of a sheet, more
 * than 1,000 sheets, and sheets that share a part.
 * Pictures and embedded files are not unpacked.
 */
export function checkWorkbook(file: string, bytes: Buffer): WorkbookCheck {
  if (bytes.toString('latin1', 0, 2) !== 'PK') refuseOther(file, bytes);
  const again = 'fetch the file again';
  let entries: readonly ZipEntry[];
  try {
    entries = zipEntries(bytes);
  } catch {
    refuse(file, 'one that is cut off or damaged: its directory cannot be read', again);
  }
  const sizeOf = (some: readonly ZipEntry[]): number =>
    some.reduce((sum, entry) => sum + entry.size, 0);
  refuseLarge(file, sizeOf(entries), most, 'that unpacks to');
  if (entries.some(({ encrypted }) => encrypted)) {
    refuse(file, 'one protected by a password', 'save it without password');
  }
  if (!entries.some(({ name }) => /^xl\/workbook[^/]*\.xml$/.test(name))) {
    refuse(file, 'a zip archive without a workbook', 'save it as .xlsx');
  }
  const needed = entries.filter(isNeeded);
  const size = sizeOf(needed);
  refuseLarge(file, size, mostNeeded, 'whose sheets and texts unpack to');
  const bomb = needed.find((entry) => entry.size > small && entry.size > entry.packed * mostTimes);
  if (bomb) {
    refuse(
      file,
      `a part ${bomb.name} that unpacks to more than ${mostTimes} times its size`,
      'open it in a spreadsheet and save it as .xlsx',
    );
  }
  let unstored = false;
  let cells = 0;
  let [workbook, relations] = ['', ''];
  const parts: { entry: ZipEntry; body: Buffer }[] = [];
  for (const entry of needed) {
    let body: Buffer | null = null;
    try {
      body = unpack(bytes, entry);
    } catch {
      // A damaged entry is refused below.
    }
    if (body?.length !== entry.size || crc32(body) !== entry.crc) {
      refuse(
        file,
        `one that is damaged: its part ${entry.name} does not unpack as it should`,
        again,
      );
    }
    const part = body;
    parts.push({ entry, body });
    if (/^xl\/workbook[^/]*\.xml$/.test(entry.name)) workbook += part.toString('utf8');
    if (/^xl\/_rels\/workbook[^/]*\.rels$/.test(entry.name)) relations += part.toString('utf8');
    unstored ||= entry.name.includes('sheet') && unstoredMarks.some((mark) => part.includes(mark));
    if (part.includes('sheetData')) refuseCells(file, part);
    if (entry.name.includes('sheet')) cells += cellsIn(part);
    if (cells > mostCells)
      refuse(
        file,
        `one of more than ${mostCells.toLocaleString('en')} cells`,
        'save the sheet as csv, which is read at any length',
      );
    if (entry.name.includes('sharedStrings') && hasEndlessText(part))
      refuse(
        file,
        'a text of more than 32,767 characters, which no cell can hold',
        'open it in a spreadsheet and save it as .xlsx',
      );
  }
  refuseSheets(file, workbook, relations);
  return { unstored, size, bytes: storedArchive(parts) };
}

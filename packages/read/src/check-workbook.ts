import { crc32, inflateRawSync } from 'node:zlib';
import { InputError, inFour, type Text } from '@samenbeeld/schema';
import { cellBeyond, cellsIn, hasEndlessText, manyArrays, vastLink } from './check-cells.ts';
import { fileRepairs } from './file-bytes.ts';
import type { WorkbookPart } from './plain-cells.ts';

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
  /** A cell may hold a formula, for which the spreadsheet library looks three times in each, unless told not to. */
  readonly formulas: boolean;
  /** Unpacked bytes of the parts that are read. */
  readonly size: number;
  /** Its parts unpacked, without pictures and embedded files. */
  readonly parts: readonly WorkbookPart[];
  /** The workbook of these parts, or of others under their names. */
  readonly pack: (parts: readonly WorkbookPart[]) => Buffer;
}

const unstoredMarks = ['</f></c>', '<v></v></c>', '/></c>'];
const formulaMarks = ['<f', ':f'];

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function refuse(file: string, found: Text, repair: Text): never {
  throw new InputError(
    inFour(
      'een .xlsx-werkmap verwacht, gevonden: {found}',
      'un classeur .xlsx était attendu, trouvé : {found}',
      'eine .xlsx-Arbeitsmappe erwartet, gefunden: {found}',
      'expected an .xlsx workbook, found {found}',
      { found },
    ),
    { place: { file }, repair },
  );
}

const locked = inFour(
  'een werkmap met een wachtwoord',
  'un classeur protégé par un mot de passe',
  'eine mit Kennwort geschützte Arbeitsmappe',
  'one protected by a password',
);
const asXlsx = inFour(
  'bewaar haar als .xlsx',
  'enregistrez-le en .xlsx',
  'als .xlsx speichern',
  'save it as .xlsx',
);
const fewerSheets = inFour(
  'bewaar alleen de nodige bladen, of exporteer ze als csv',
  'n’enregistrez que les feuilles utiles, ou exportez-les en csv',
  'nur die nötigen Blätter speichern oder sie als csv exportieren',
  'save only the needed sheets, or export them as csv',
);

/** What a file is that is not a zip archive. */
function refuseOther(file: string, bytes: Buffer): never {
  if (bytes.subarray(0, 8).equals(compound)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      refuse(file, locked, fileRepairs.unlock);
    }
    refuse(
      file,
      inFour(
        'een oude .xls-werkmap',
        'un ancien classeur .xls',
        'eine alte .xls-Arbeitsmappe',
        'an old .xls workbook',
      ),
      asXlsx,
    );
  }
  const beginning = bytes
    .toString('latin1', 0, 512)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^</.test(beginning)) {
    refuse(
      file,
      inFour(
        'een webpagina of XML onder die naam',
        'une page web ou du XML sous ce nom',
        'eine Webseite oder XML unter diesem Namen',
        'a web page or XML under that name',
      ),
      fileRepairs.resave,
    );
  }
  if (bytes.includes(0))
    refuse(
      file,
      inFour('iets anders', 'autre chose', 'etwas anderes', 'something else'),
      fileRepairs.again,
    );
  refuse(
    file,
    inFour(
      'gewone tekst onder die naam',
      'du texte brut sous ce nom',
      'reiner Text unter diesem Namen',
      'plain text under that name',
    ),
    inFour(
      'beschrijf het bestand als csv',
      'décrivez le fichier comme csv',
      'die Datei als csv beschreiben',
      'describe it as csv',
    ),
  );
}

export function unpack(bytes: Buffer, { offset, packed, method, size }: ZipEntry): Buffer {
  if (bytes.readUInt32LE(offset) !== 0x04034b50) throw new RangeError('an entry is missing');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0) return body;
  if (method !== 8) throw new RangeError(`compression method ${method} is unknown`);
  return inflateRawSync(body, { maxOutputLength: size + 1 });
}

function refuseLarge(file: string, size: number, limit: number, found: Text): void {
  if (size <= limit) return;
  const said = { n: Math.ceil(size / 1e6), limit: limit / 1e6 };
  refuse(file, inFour(found.nl, found.fr, found.de, found.en, said), fewerSheets);
}

/** Refuses references that no spreadsheet has: what they would make of memory is up to the one who wrote them. */
function refuseCells(file: string, part: Buffer): void {
  const beyond = cellBeyond(part);
  if (beyond !== null)
    refuse(
      file,
      inFour(
        'een cel op {beyond}, voorbij de laatste van een blad (XFD1048576)',
        'une cellule en {beyond}, au-delà de la dernière d’une feuille (XFD1048576)',
        'eine Zelle bei {beyond}, hinter der letzten eines Blatts (XFD1048576)',
        'a cell at {beyond}, beyond the last one of a sheet (XFD1048576)',
        { beyond },
      ),
      fileRepairs.resave,
    );
  if (manyArrays(part))
    refuse(
      file,
      inFour(
        'meer formules over reeksen van cellen dan bij haar cellen kunnen horen',
        'plus de formules sur des plages que ses cellules n’en admettent',
        'mehr Formeln über Zellbereiche, als zu ihren Zellen passen',
        'more formulas over ranges of cells than can be matched with its cells',
      ),
      inFour(
        'bewaar alleen de waarden, of het blad als csv',
        'n’enregistrez que les valeurs, ou la feuille en csv',
        'nur die Werte speichern oder das Blatt als csv',
        'save its values only, or the sheet as csv',
      ),
    );
  const linked = vastLink(part);
  if (linked !== null)
    refuse(
      file,
      inFour(
        'een koppeling over de cellen {linked}',
        'un lien sur les cellules {linked}',
        'ein Verweis über die Zellen {linked}',
        'a link over the cells {linked}',
        { linked },
      ),
      inFour(
        'verwijder de koppeling, of bewaar het blad als csv',
        'supprimez le lien, ou enregistrez la feuille en csv',
        'den Verweis entfernen oder das Blatt als csv speichern',
        'remove the link, or save the sheet as csv',
      ),
    );
}

/** Refuses more sheets than anyone keeps, and sheets that share a part: each is read anew, so a few bytes become many. */
function refuseSheets(file: string, workbook: string, relations: string): void {
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s/gu)].length;
  if (sheets > mostSheets)
    refuse(
      file,
      inFour(
        'een werkmap van {sheets} bladen, boven de grens van {most}',
        'un classeur de {sheets} feuilles, au-dessus de la limite de {most}',
        'eine Arbeitsmappe mit {sheets} Blättern, über der Grenze von {most}',
        'one of {sheets} sheets, above the limit of {most}',
        { sheets, most: mostSheets },
      ),
      fewerSheets,
    );
  const parts = new Set(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)].flatMap(([each]) => {
      const [, target] = /\sTarget=["']([^"']*)/u.exec(each) ?? [];
      return target !== undefined && /\sType=["'][^"']*sheet["']/iu.test(each) ? [target] : [];
    }),
  );
  if (parts.size > 0 && sheets > parts.size)
    refuse(
      file,
      inFour(
        'een werkmap van {sheets} bladen in {n} {n:deel|delen}',
        'un classeur de {sheets} feuilles en {n} {n:partie|parties}',
        'eine Arbeitsmappe mit {sheets} Blättern in {n} {n:Teil|Teilen}',
        'one of {sheets} sheets in {n} {n:part|parts}',
        { sheets, n: parts.size },
      ),
      fileRepairs.resave,
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
  let entries: readonly ZipEntry[];
  try {
    entries = zipEntries(bytes);
  } catch {
    refuse(
      file,
      inFour(
        'een die is afgebroken of beschadigd: de inhoudsopgave is niet te lezen',
        'un fichier coupé ou endommagé : son répertoire est illisible',
        'eine abgeschnittene oder beschädigte: ihr Verzeichnis ist nicht lesbar',
        'one that is cut off or damaged: its directory cannot be read',
      ),
      fileRepairs.again,
    );
  }
  const sizeOf = (some: readonly ZipEntry[]): number =>
    some.reduce((sum, entry) => sum + entry.size, 0);
  refuseLarge(
    file,
    sizeOf(entries),
    most,
    inFour(
      'een die zich uitpakt tot {n} MB, boven de grens van {limit} MB',
      'un classeur qui se décompresse en {n} Mo, au-dessus de la limite de {limit} Mo',
      'eine, die entpackt {n} MB groß ist, über der Grenze von {limit} MB',
      'one that unpacks to {n} MB, above the limit of {limit} MB',
    ),
  );
  if (entries.some(({ encrypted }) => encrypted)) {
    refuse(file, locked, fileRepairs.unlock);
  }
  if (!entries.some(({ name }) => /^xl\/workbook[^/]*\.xml$/.test(name))) {
    if (entries.some(({ name }) => name === 'word/document.xml'))
      refuse(
        file,
        inFour('een Word-document', 'un document Word', 'ein Word-Dokument', 'a Word document'),
        inFour(
          '{claims}; een tabel erin kopieert u naar een rekenblad',
          '{claims} ; un tableau se copie dans un tableur',
          '{claims}; eine Tabelle darin in eine Tabellenkalkulation kopieren',
          '{claims}; copy a table in it into a spreadsheet',
          { claims: fileRepairs.claims },
        ),
      );
    refuse(
      file,
      inFour(
        'een zip-archief zonder werkmap',
        'une archive zip sans classeur',
        'ein Zip-Archiv ohne Arbeitsmappe',
        'a zip archive without a workbook',
      ),
      asXlsx,
    );
  }
  const needed = entries.filter(isNeeded);
  const size = sizeOf(needed);
  refuseLarge(
    file,
    size,
    mostNeeded,
    inFour(
      'een waarvan de bladen en teksten zich uitpakken tot {n} MB, boven de grens van {limit} MB',
      'un classeur dont les feuilles et les textes se décompressent en {n} Mo, au-dessus de la limite de {limit} Mo',
      'eine, deren Blätter und Texte entpackt {n} MB groß sind, über der Grenze von {limit} MB',
      'one whose sheets and texts unpack to {n} MB, above the limit of {limit} MB',
    ),
  );
  const bomb = needed.find((entry) => entry.size > small && entry.size > entry.packed * mostTimes);
  if (bomb) {
    refuse(
      file,
      inFour(
        'een deel {part} dat zich uitpakt tot meer dan {n} keer zijn grootte',
        'une partie {part} qui se décompresse à plus de {n} fois sa taille',
        'ein Teil {part}, der entpackt mehr als das {n}-Fache seiner Größe hat',
        'a part {part} that unpacks to more than {n} times its size',
        { part: bomb.name, n: mostTimes },
      ),
      fileRepairs.resave,
    );
  }
  let unstored = false;
  let formulas = false;
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
        inFour(
          'een beschadigde: haar deel {part} laat zich niet uitpakken zoals het hoort',
          'un classeur endommagé : sa partie {part} ne se décompresse pas comme il faut',
          'eine beschädigte: ihr Teil {part} lässt sich nicht richtig entpacken',
          'one that is damaged: its part {part} does not unpack as it should',
          { part: entry.name },
        ),
        fileRepairs.again,
      );
    }
    const part = body;
    parts.push({ entry, body });
    if (/^xl\/workbook[^/]*\.xml$/.test(entry.name)) workbook += part.toString('utf8');
    if (/^xl\/_rels\/workbook[^/]*\.rels$/.test(entry.name)) relations += part.toString('utf8');
    unstored ||= entry.name.includes('sheet') && unstoredMarks.some((mark) => part.includes(mark));
    formulas ||= part.includes('sheetData') && formulaMarks.some((mark) => part.includes(mark));
    if (part.includes('sheetData')) refuseCells(file, part);
    if (entry.name.includes('sheet')) cells += cellsIn(part);
    if (cells > mostCells)
      refuse(
        file,
        inFour(
          'een werkmap van meer dan {n} cellen',
          'un classeur de plus de {n} cellules',
          'eine Arbeitsmappe mit mehr als {n} Zellen',
          'one of more than {n} cells',
          { n: mostCells },
        ),
        inFour(
          'bewaar het blad als csv, dat op elke lengte wordt gelezen',
          'enregistrez la feuille en csv, qui se lit quelle que soit sa longueur',
          'das Blatt als csv speichern, das in jeder Länge gelesen wird',
          'save the sheet as csv, which is read at any length',
        ),
      );
    if (entry.name.includes('sharedStrings') && hasEndlessText(part))
      refuse(
        file,
        inFour(
          'een tekst van meer dan {n} tekens, die in geen cel past',
          'un texte de plus de {n} caractères, qu’aucune cellule ne peut contenir',
          'ein Text von mehr als {n} Zeichen, den keine Zelle fassen kann',
          'a text of more than {n} characters, which no cell can hold',
          { n: 32_767 },
        ),
        fileRepairs.resave,
      );
  }
  refuseSheets(file, workbook, relations);
  const named = parts.map(({ entry, body }) => ({ name: entry.name, body }));
  const pack = (own: readonly WorkbookPart[]): Buffer =>
    storedArchive(
      parts.map(({ entry }, at) => ({ entry, body: own[at]?.body ?? Buffer.alloc(0) })),
    );
  return { unstored, formulas, size, parts: named, pack };
}

import type { FileFormat } from '@samenbeeld/read';
import { fileRepairs } from '@samenbeeld/read';
import {
  InputError,
  inFour,
  joinWith,
  ownValue,
  type Place,
  semicolon,
  type Text,
} from '@samenbeeld/schema';

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
  csv: 'text',
  tsv: 'text',
};

const names: Readonly<Record<FileKind, Text>> = {
  xlsx: inFour(
    'een .xlsx-werkmap',
    'un classeur .xlsx',
    'eine .xlsx-Arbeitsmappe',
    'an .xlsx workbook',
  ),
  parquet: inFour(
    'een Parquet-bestand',
    'un fichier Parquet',
    'eine Parquet-Datei',
    'a Parquet file',
  ),
  json: inFour('JSON', 'du JSON', 'JSON', 'JSON'),
  text: inFour('gewone tekst', 'du texte simple', 'einfacher Text', 'plain text'),
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

/** A file in which something else than a table was found, and what to do. */
export function noTable(place: Place, found: Text, repair: Text): InputError {
  return new InputError(
    inFour(
      'een tabel verwacht, gevonden: {found}',
      'un tableau était attendu, trouvé : {found}',
      'eine Tabelle erwartet, gefunden: {found}',
      'expected a table, found {found}',
      { found },
    ),
    { place, repair },
  );
}

function refuse(file: string, found: Text, repair: Text): never {
  throw noTable({ file }, found, repair);
}

const unpack = inFour(
  'pak het eerst uit',
  'décompressez-le d’abord',
  'zuerst auspacken',
  'unpack it first',
);
const packedWith = (by: string): Text =>
  inFour(
    'een bestand ingepakt met {by}',
    'un fichier compressé par {by}',
    'eine mit {by} gepackte Datei',
    'a file packed with {by}',
    { by },
  );
const picture = inFour('een afbeelding', 'une image', 'ein Bild', 'a picture');
const askTable = inFour(
  'vraag de uitgever de tabel als .csv of .xlsx',
  'demandez à l’éditeur le tableau en .csv ou .xlsx',
  'den Herausgeber um die Tabelle als .csv oder .xlsx bitten',
  'ask the publisher for the table as .csv or .xlsx',
);
/** What to do with a table, and with the sentences of a file that is not named as a table is. */
const orClaims = (file: string, repair: Text): Text =>
  ownValue(endings, endingOf(file)) === undefined
    ? joinWith([repair, fileRepairs.claims], semicolon)
    : repair;

const pdf = '25504446';
const magic: readonly { readonly hex: string; readonly found: Text; readonly repair: Text }[] = [
  { hex: '1f8b', found: packedWith('gzip'), repair: unpack },
  { hex: '425a68', found: packedWith('bzip2'), repair: unpack },
  {
    hex: '377abcaf271c',
    found: inFour('een 7-Zip-archief', 'une archive 7-Zip', 'ein 7-Zip-Archiv', 'a 7-Zip archive'),
    repair: unpack,
  },
  {
    hex: '52617221',
    found: inFour('een RAR-archief', 'une archive RAR', 'ein RAR-Archiv', 'a RAR archive'),
    repair: unpack,
  },
  { hex: '28b52ffd', found: packedWith('zstd'), repair: unpack },
  {
    hex: pdf,
    found: inFour('een pdf-document', 'un document PDF', 'ein PDF-Dokument', 'a PDF document'),
    repair: askTable,
  },
  {
    hex: '7b5c727466',
    found: inFour(
      'een rtf-document',
      'un document RTF',
      'ein RTF-Dokument',
      'a rich-text document',
    ),
    repair: inFour(
      'kopieer de tabel naar een rekenblad en bewaar die als .xlsx; zinnen geeft u aan "samenbeeld claims -"',
      'copiez le tableau dans un tableur et enregistrez-le en .xlsx ; des phrases se donnent à « samenbeeld claims - »',
      'die Tabelle in eine Tabellenkalkulation kopieren und als .xlsx speichern; Sätze „samenbeeld claims -“ übergeben',
      'copy the table into a spreadsheet and save it as .xlsx; give sentences to "samenbeeld claims -"',
    ),
  },
  { hex: '89504e47', found: picture, repair: askTable },
  { hex: 'ffd8ff', found: picture, repair: askTable },
  {
    hex: '53514c69746520666f726d6174',
    found: inFour(
      'een SQLite-databank',
      'une base SQLite',
      'eine SQLite-Datenbank',
      'an SQLite database',
    ),
    repair: inFour(
      'exporteer de tabel als .csv',
      'exportez le tableau en .csv',
      'die Tabelle als .csv exportieren',
      'export the table as .csv',
    ),
  },
];

const beginning = (head: Buffer, most = 4096): string => {
  const utf16 = head[0] === 0xff || (head[1] === 0 && head[0] !== 0);
  const text = head.toString(utf16 ? 'utf16le' : 'utf8', 0, most);
  return text.replace(/^\uFEFF/, '').trimStart();
};

function refuseCompound({ file, head, tail }: FileSample): never {
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  if (head.includes(mark) || tail?.includes(mark)) {
    refuse(
      file,
      inFour(
        'een werkmap met een wachtwoord',
        'un classeur protégé par un mot de passe',
        'eine Arbeitsmappe mit Kennwort',
        'a workbook protected by a password',
      ),
      fileRepairs.unlock,
    );
  }
  refuse(
    file,
    inFour(
      'een oude binaire werkmap (.xls)',
      'un ancien classeur binaire (.xls)',
      'eine alte binäre Arbeitsmappe (.xls)',
      'an old binary workbook (.xls)',
    ),
    fileRepairs.resave,
  );
}

function refuseMarkup(file: string, text: string): void {
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b/i.test(text)) {
    const ending = endingOf(file);
    refuse(
      file,
      inFour(
        'een webpagina (HTML){named}',
        'une page web (HTML){named}',
        'eine Webseite (HTML){named}',
        'a web page (HTML){named}',
        {
          named: /^xls/.test(ending)
            ? inFour(
                ' onder de naam .{ending}',
                ' sous le nom .{ending}',
                ' unter dem Namen .{ending}',
                ' under the name .{ending}',
                { ending },
              )
            : '',
        },
      ),
      orClaims(
        file,
        inFour(
          '{resave}, of haal het bestand opnieuw op als het een foutpagina is',
          '{resave}, ou récupérez à nouveau le fichier si c’est une page d’erreur',
          '{resave} oder die Datei neu abrufen, wenn es eine Fehlerseite ist',
          '{resave}, or fetch the file again if it is an error page',
          { resave: fileRepairs.resave },
        ),
      ),
    );
  }
  if (/^<\?xml|^<[a-z][\w:.-]*[\s>]/i.test(text)) {
    const office = /urn:schemas-microsoft-com:office:spreadsheet/.test(text);
    refuse(
      file,
      office
        ? inFour(
            'een werkmap als XML van 2003',
            'un classeur en XML de 2003',
            'eine Arbeitsmappe als XML von 2003',
            'a workbook as XML of 2003',
          )
        : inFour('XML', 'du XML', 'XML', 'XML'),
      office
        ? fileRepairs.resave
        : inFour(
            'haal de tabel in een ander formaat op: CSV, TSV of JSON',
            'récupérez le tableau dans un autre format : CSV, TSV ou JSON',
            'die Tabelle in einem anderen Format abrufen: CSV, TSV oder JSON',
            'fetch the table in another format: CSV, TSV or JSON',
          ),
    );
  }
}

/** Bytes of a text in which a table begins, if it holds one. */
const looked = 1 << 16;
const words = /[\p{L}\uFFFD]{2,}/gu;
/** A figure alone in a cell. */
const figure = /^\s*"?[-–]?\d[\d.,\s]*%?"?\s*$/u;
/** Lines with as many cells that make a table (a heading and a row), most words of a label in one of them, and words that make a line of sentences. */
const [tableLines, labelWords, sentenceWords] = [2, 3, 7];

const wordsIn = (text: string): number => text.match(words)?.length ?? 0;

/** Whether lines that follow each other have as many cells, one a label; between commas, which sentences have, one is a figure. */
function hasRows(lines: readonly string[], sign: string): boolean {
  let [run, before] = [0, 0];
  for (const line of lines) {
    const cells = line.split(sign);
    const isShort = (cell: string): boolean =>
      sign === ',' ? figure.test(cell) : wordsIn(cell) <= labelWords;
    const isRow = cells.length > 1 && cells.some(isShort);
    run = isRow ? (cells.length === before ? run + 1 : 1) : 0;
    before = cells.length;
    if (run >= tableLines) return true;
  }
  return false;
}

/** Whether a text is of sentences, and no table: most of it stands in lines of many words, and sentences end in it. */
function isProse(text: string): boolean {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const long = lines.filter((line) => wordsIn(line) >= sentenceWords);
  const ends = text.match(/\p{L}[.!?][»”"’)]?(?:\s|$)/gu)?.length ?? 0;
  const length = (some: readonly string[]): number => some.join('').length;
  return (
    ends > 0 &&
    length(long) > length(lines) / 2 &&
    !['\t', ';', '|', ','].some((sign) => hasRows(lines, sign))
  );
}

function refuseProse({ file, head }: FileSample): void {
  if (ownValue(endings, endingOf(file)) !== undefined || !isProse(beginning(head, looked))) return;
  refuse(
    file,
    inFour('lopende tekst', 'un texte suivi', 'ein fortlaufender Text', 'a text of sentences'),
    fileRepairs.claims,
  );
}

function kindOf(sample: FileSample): FileKind {
  const { file, head } = sample;
  const hex = head.toString('hex', 0, 16);
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'xlsx';
  if (hex.startsWith('d0cf11e0a1b11ae1')) refuseCompound(sample);
  if (head.toString('latin1', 0, 4) === 'PAR1') return 'parquet';
  const known = magic.find((each) => hex.startsWith(each.hex));
  if (known)
    refuse(file, known.found, known.hex === pdf ? orClaims(file, known.repair) : known.repair);
  const text = beginning(head);
  refuseMarkup(file, text);
  if (jsonStart.test(text)) return 'json';
  refuseProse(sample);
  return 'text';
}

/**
 * What a file is by its first bytes. InputError for what is no table (a web page, an archive, an old workbook) and
 * where the name promises another format than the bytes are, since a description chooses its reader by the name.
 */
export function fileKind(sample: FileSample): FileKind {
  const kind = kindOf(sample);
  const ending = endingOf(sample.file);
  const promised = ownValue(endings, ending);
  if (promised !== undefined && promised !== kind) {
    throw new InputError(
      inFour(
        '{promised} verwacht, zoals de naam zegt, gevonden: {kind}',
        '{promised} attendu d’après le nom, trouvé : {kind}',
        '{promised} erwartet, wie der Name sagt, gefunden: {kind}',
        'expected {promised}, as the name says, found {kind}',
        { promised: names[promised], kind: names[kind] },
      ),
      {
        place: { file: sample.file },
        repair: inFour(
          'geef het bestand een naam die eindigt op {ending}',
          'renommez le fichier pour qu’il finisse par {ending}',
          'die Datei umbenennen, sodass sie auf {ending} endet',
          'rename the file to end in {ending}',
          { ending: proper[kind] },
        ),
      },
    );
  }
  return kind;
}

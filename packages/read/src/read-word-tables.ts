import { crc32 } from 'node:zlib';
import { InputError, inFour, type Text } from '@samenbeeld/schema';
import { unpack, zipEntries } from './check-workbook.ts';
import { fileBytes } from './file-bytes.ts';

/** A table of a Word document as text. */
export interface WordTable {
  /** Rows in order, each its cells; paragraphs of a cell stand on lines of their own. */
  readonly rows: readonly (readonly string[])[];
}

const part = 'word/document.xml';
/** Bytes that the text of a document may unpack to. */
const most = 20_000_000;

function refuse(file: string, found: Text, repair: Text): never {
  throw new InputError(
    inFour(
      'een Word-document (.docx) verwacht, gevonden: {found}',
      'un document Word (.docx) était attendu, trouvé : {found}',
      'ein Word-Dokument (.docx) erwartet, gefunden: {found}',
      'expected a Word document (.docx), found {found}',
      { found },
    ),
    { place: { file }, repair },
  );
}

const unlocked = inFour(
  'bewaar het als .docx, zonder wachtwoord',
  'enregistrez-le en .docx, sans mot de passe',
  'als .docx ohne Kennwort speichern',
  'save it as .docx, without password',
);

/** The XML of a document's text. */
function documentOf(file: string, bytes: Buffer): string {
  let found: ReturnType<typeof zipEntries>[number] | undefined;
  try {
    found = zipEntries(bytes).find(({ name }) => name === part);
  } catch {
    refuse(
      file,
      inFour(
        'iets dat niet te openen is',
        'quelque chose qui ne s’ouvre pas',
        'etwas, das sich nicht öffnen lässt',
        'something that cannot be opened',
      ),
      unlocked,
    );
  }
  if (!found || found.encrypted)
    refuse(
      file,
      inFour(
        'een archief zonder leesbare tekst',
        'une archive sans texte lisible',
        'ein Archiv ohne lesbaren Text',
        'an archive without a text that can be read',
      ),
      unlocked,
    );
  if (found.size > most)
    refuse(
      file,
      inFour(
        'een tekst van {n} MB',
        'un texte de {n} Mo',
        'ein Text von {n} MB',
        'a text of {n} MB',
        { n: Math.ceil(found.size / 1e6) },
      ),
      inFour(
        'bewaar de tabel in een eigen document',
        'enregistrez le tableau dans un document à part',
        'die Tabelle in einem eigenen Dokument speichern',
        'save the table in a document of its own',
      ),
    );
  let body: Buffer | null = null;
  try {
    body = unpack(bytes, found);
  } catch {
    // Told below.
  }
  if (body?.length !== found.size || crc32(body) !== found.crc)
    refuse(
      file,
      inFour(
        'een beschadigd document',
        'un document endommagé',
        'ein beschädigtes Dokument',
        'one that is damaged',
      ),
      inFour(
        'bewaar het opnieuw als .docx',
        'enregistrez-le à nouveau en .docx',
        'erneut als .docx speichern',
        'save it again as .docx',
      ),
    );
  return body.toString('utf8');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (whole, decimal, hex, name) =>
    name
      ? (entities[name] ?? whole)
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

/** Tags that matter: tables, rows, cells, ends of paragraphs, breaks, and runs of text; deleted text has a tag of its own. */
const tags = /<(\/?)w:(tbl|tr|tc|p|t|tab|br)(?:\s[^>]*)?>([^<]*)/gu;

/**
 * The tables of a Word document (.docx), in the order in which they stand in it. What stands in a table within a cell is
 * text of that cell; deleted text and text outside tables are left out.
 *
 * @throws InputError where it is no document that can be read; UsageError where there is no such file
 */
export async function readWordTables(path: string): Promise<{
  readonly file: string;
  readonly sha256: string;
  readonly tables: readonly WordTable[];
}> {
  const { file, bytes, sha256 } = await fileBytes(path);
  const tables: { rows: string[][] }[] = [];
  let depth = 0;
  for (const [tag, end, name = '', text = ''] of documentOf(file, bytes).matchAll(tags)) {
    const isEmpty = tag.includes('/>');
    if (name === 'tbl') {
      depth += end ? -1 : 1;
      if (depth === 1 && !end) tables.push({ rows: [] });
    }
    const rows = tables.at(-1)?.rows;
    if (depth === 0 || !rows) continue;
    const row = rows.at(-1);
    if (depth === 1 && !end && name === 'tr') rows.push([]);
    if (depth === 1 && !end && name === 'tc') row?.push('');
    if (!row || row.length === 0) continue;
    const add = (more: string): void => void row.push(`${row.pop()}${more}`);
    if (name === 't' && !end && !isEmpty) add(plain(text));
    if ((name === 'p' && (end || isEmpty)) || name === 'br') add('\n');
    if (name === 'tab') add(' ');
  }
  return {
    ...{ file, sha256 },
    tables: tables.map(({ rows }) => ({
      rows: rows.map((row) => row.map((cell) => cell.replace(/[^\S\n]+/gu, ' ').trim())),
    })),
  };
}

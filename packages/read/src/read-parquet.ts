import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Column,
  dialect,
  type Engine,
  openEngine,
  removeTemporaryFolder,
  temporaryFolder,
} from '@samenbeeld/engine';
import { InputError, inFour, quoted, type Text, withheldText } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import type { FileBytes } from './file-bytes.ts';
import { fileRepairs } from './file-bytes.ts';
import { type IssueLog, issueLog } from './issue-log.ts';
import type { ReadRow, ReadTable } from './table.ts';

const plain =
  /^(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.+\)|FLOAT|DOUBLE|VARCHAR|ENUM\(.*\)|DATE|TIME|TIMESTAMP(_\w+)?|TIMESTAMP WITH TIME ZONE|UUID|"NULL")$/s;

function refuse(file: string, problem: Text, repair: Text): never {
  throw new InputError(problem, { place: { file }, repair });
}

function checkFrame({ file, bytes }: FileBytes): void {
  const mark = (at: number): string => bytes.toString('latin1', at, at + 4);
  if (mark(0) !== 'PAR1' && mark(0) !== 'PARE')
    refuse(
      file,
      inFour(
        'een Parquet-bestand verwacht, gevonden: andere bytes',
        'un fichier Parquet était attendu, trouvé : d’autres octets',
        'eine Parquet-Datei erwartet, gefunden: andere Bytes',
        'expected a Parquet file, found other bytes',
      ),
      inFour(
        'beschrijf het bestand in zijn eigen formaat',
        'décrivez le fichier dans son format',
        'die Datei in ihrem Format beschreiben',
        'describe the file in its format',
      ),
    );
  if (mark(0) === 'PARE' || mark(bytes.length - 4) === 'PARE')
    refuse(
      file,
      inFour(
        'een Parquet-bestand verwacht, gevonden: een versleuteld',
        'un fichier Parquet était attendu, trouvé : un fichier chiffré',
        'eine Parquet-Datei erwartet, gefunden: eine verschlüsselte',
        'expected a Parquet file, found an encrypted one',
      ),
      inFour(
        'vraag er een zonder versleuteling',
        'demandez-en un sans chiffrement',
        'um eine ohne Verschlüsselung bitten',
        'ask for one without encryption',
      ),
    );
  if (bytes.length < 12 || mark(bytes.length - 4) !== 'PAR1')
    refuse(
      file,
      inFour(
        'het einde van een Parquet-bestand verwacht, niet gevonden',
        'la fin d’un fichier Parquet était attendue, elle n’est pas trouvée',
        'das Ende einer Parquet-Datei erwartet, nicht gefunden',
        'expected the end of a Parquet file, found none',
      ),
      inFour(
        'haal het opnieuw op: het is afgebroken',
        'récupérez-le à nouveau : il est coupé',
        'neu abrufen: sie ist abgeschnitten',
        'fetch it again: it is cut off',
      ),
    );
  const footer = bytes.readUInt32LE(bytes.length - 8);
  if (footer + 12 > bytes.length)
    refuse(
      file,
      inFour(
        'de voet van een Parquet-bestand verwacht, niet gevonden',
        'le pied d’un fichier Parquet était attendu, il n’est pas trouvé',
        'den Fuß einer Parquet-Datei erwartet, nicht gefunden',
        'expected the footer of a Parquet file, found none',
      ),
      fileRepairs.again,
    );
}

function checkTypes(file: string, columns: readonly Column<string>[]): void {
  for (const { name, type } of columns) {
    if (plain.test(type)) continue;
    if (type === 'BLOB') {
      refuse(
        file,
        inFour(
          'tekst in de kolom {name} verwacht, gevonden: bytes die niet als tekst zijn gemerkt',
          'du texte était attendu dans la colonne {name}, trouvé : des octets qui ne sont pas marqués comme texte',
          'Text in der Spalte {name} erwartet, gefunden: Bytes, die nicht als Text gekennzeichnet sind',
          'expected text in the column {name}, found bytes that are not marked as text',
          { name: quoted(name) },
        ),
        inFour(
          'vraag de uitgever de kolom als UTF-8-tekst te schrijven',
          'demandez à l’éditeur d’écrire la colonne comme texte UTF-8',
          'den Herausgeber bitten, die Spalte als UTF-8-Text zu schreiben',
          'ask the publisher to write the column as a UTF-8 string',
        ),
      );
    }
    refuse(
      file,
      inFour(
        'één waarde per cel verwacht, gevonden: geneste waarden ({type}) in de kolom {name}',
        'une valeur par cellule était attendue, trouvé : des valeurs imbriquées ({type}) dans la colonne {name}',
        'ein Wert je Zelle erwartet, gefunden: verschachtelte Werte ({type}) in der Spalte {name}',
        'expected one value a cell, found nested values ({type}) in the column {name}',
        { type: type.slice(0, 60), name: quoted(name) },
      ),
      inFour(
        'vraag de uitgever om een platte tabel, of vouw de kolom eerst uit',
        'demandez à l’éditeur un tableau plat, ou dépliez d’abord la colonne',
        'den Herausgeber um eine flache Tabelle bitten oder die Spalte zuerst auflösen',
        'ask the publisher for a flat table, or unfold the column first',
      ),
    );
  }
}

/** The exact text of a value: whole numbers without ".0", days and instants in ISO 8601. */
function cellText(text: string | null, type: string): string | null {
  if (text === null || text === '') return null;
  if (type === 'FLOAT' || type === 'DOUBLE')
    return text === 'nan' ? 'NaN' : text.replace(/\.0$/, '');
  if (!type.startsWith('TIMESTAMP')) return text;
  return text
    .replace(' 00:00:00', type === 'TIMESTAMP' ? '' : ' 00:00:00')
    .replace(' ', 'T')
    .replace(/\+00$/, 'Z');
}

function noteColumns(columns: readonly Column<string>[], log: IssueLog): void {
  columns.forEach(({ type }, at) => {
    if (type !== 'TIMESTAMP WITH TIME ZONE') return;
    const problem = 'instants are given in UTC: near midnight the day differs from the local one';
    const repair = 'ask the publisher which day counts';
    log.add('warning', 'cell.instant', { column: columnLetter(at) }, problem, repair);
  });
}

async function readRows(
  engine: Engine,
  source: FileBytes,
  path: string,
): Promise<{ columns: readonly Column<string>[]; rows: readonly ReadRow[] }> {
  try {
    const columns = await engine.columns(`select * from ${dialect.readParquet(path)}`);
    checkTypes(source.file, columns);
    const cells = columns.map(
      ({ name }, at) => `cast(${dialect.identifier(name)} as VARCHAR) as c${at}`,
    );
    const found = await engine.rows<Readonly<Record<string, string | null>>>(
      `select ${cells.join(', ')} from ${dialect.readParquet(path)}`,
    );
    const rows = found.map(
      (row, at): ReadRow => ({
        line: at + 1,
        lines: 1,
        cells: columns.map(({ type }, index) => cellText(row[`c${index}`] ?? null, type)),
      }),
    );
    return { columns, rows };
  } catch (error) {
    if (error instanceof InputError) throw error;
    return refuse(
      source.file,
      inFour(
        'een Parquet-bestand verwacht, gevonden: een dat niet te lezen is: het is beschadigd, of geschreven op een manier die de engine niet kent',
        'un fichier Parquet était attendu, trouvé : un fichier illisible : il est endommagé, ou écrit d’une façon que le moteur ne connaît pas',
        'eine Parquet-Datei erwartet, gefunden: eine, die nicht lesbar ist: sie ist beschädigt oder auf eine Weise geschrieben, die die Engine nicht kennt',
        'expected a Parquet file, found one that cannot be read: it is damaged, or written in a way that the engine does not know',
      ),
      inFour(
        'haal het bestand opnieuw op, of vraag de uitgever om CSV',
        'récupérez à nouveau le fichier, ou demandez du CSV à l’éditeur',
        'die Datei neu abrufen oder den Herausgeber um CSV bitten',
        'fetch the file again, or ask the publisher for CSV',
      ),
    );
  }
}

/**
 * Parquet, read by the engine. Each value is its exact text: integers and decimals keep all digits, days are ISO
 * days, instants ISO 8601. Nested columns and bytes are refused. `line` is the number of the row, from 1; a row
 * without any value is blank.
 */
export async function readParquet(source: FileBytes, path: string): Promise<ReadTable> {
  checkFrame(source);
  const log = issueLog(source.file, null);
  // The engine takes * ? [ ] { } in a path as a pattern, and does not unfold a compressed file.
  const pattern = /[*?[\]{}]|\.gz$/i.test(path);
  const folder = pattern ? temporaryFolder('parquet') : null;
  const engine = await openEngine();
  try {
    const safe = folder === null ? path : join(folder, 'file.parquet');
    if (folder !== null) await writeFile(safe, source.bytes, { mode: 0o600 });
    const { columns, rows } = await readRows(engine, source, safe);
    noteColumns(columns, log);
    const filled = rows.filter(({ cells }) =>
      cells.some((cell) => cell !== null && cell.trim() !== ''),
    );
    const total = rows.length;
    return {
      file: source.file,
      sheet: null,
      columns: columns.map(({ name }, index) => ({
        index,
        letter: columnLetter(index),
        headers: [withheldText(name.trim())],
        filled: false,
        empty: !filled.some(({ cells }) => (cells[index] ?? '').trim() !== ''),
      })),
      rows: filled,
      lines: {
        total,
        title: 0,
        header: 0,
        footer: 0,
        blank: total - filled.length,
        data: filled.length,
      },
      sha256: source.sha256,
      notes: log.notes(),
      rejects: log.rejects(),
    };
  } finally {
    await engine.close();
    if (folder !== null) removeTemporaryFolder(folder);
  }
}

import { InputError, inFour, quoted } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import type { FileBytes } from './file-bytes.ts';
import { type IssueLog, issueLog } from './issue-log.ts';
import { readCsv } from './read-csv.ts';
import type { FileShape, ReadColumn, ReadRow, ReadTable } from './table.ts';

/** Codes and labels told apart, where a column holds both as "A: Annual". */
interface SdmxColumn {
  /** Identifier of the component, without label and marks. */
  readonly id: string;
  /** Cells are "code: label". */
  readonly both: boolean;
}

const header = /^(?<id>[A-Za-z][\w@$-]*)(?<marks>\[.?\])?(?:: (?<label>.+))?$/s;
const cell = /^(?<code>[\w@$+.:()-]*?): ?(?<label>.*)$/s;

/** A code and its label; null where the cell is no such pair. */
function splitLabel(text: string): readonly [code: string, label: string] | null {
  const groups = cell.exec(text)?.groups;
  return groups?.['code'] ? [groups['code'], groups['label'] ?? ''] : null;
}

/** Every cell is a pair, and a code has one label: a remark that happens to hold a colon is no pair. */
function holdsPairs(index: number, rows: readonly ReadRow[]): boolean {
  const labels = new Map<string, string>();
  for (const { cells } of rows) {
    const text = cells[index] ?? null;
    if (text === null) continue;
    const pair = splitLabel(text);
    if (!pair) return false;
    const [code, label] = pair;
    if ((labels.get(code) ?? label) !== label) return false;
    labels.set(code, label);
  }
  return labels.size > 0;
}

/** What a column of SDMX-CSV is, by its header and its cells. */
function sdmxColumn({ index, headers }: ReadColumn, rows: readonly ReadRow[]): SdmxColumn {
  const text = headers.at(-1) ?? '';
  const { id, label } = header.exec(text)?.groups ?? {};
  if (id === undefined) return { id: text, both: false };
  return { id, both: label !== undefined && holdsPairs(index, rows) };
}

const opening = /^(STRUCTURE|DATAFLOW|DATASTRUCTURE|DATAPROVISION|KEY|SERIES_KEY|OBS_KEY)$/i;

const named = (ids: readonly string[], id: string): number =>
  ids.findIndex((each) => each.toUpperCase() === id);

function checkHeader(table: ReadTable, ids: readonly string[]): void {
  const place = { file: table.file, line: table.lines.title + 1 };
  const measured = named(ids, 'OBS_VALUE') >= 0;
  if (!measured && !opening.test(ids[0] ?? '')) {
    throw new InputError(
      inFour(
        'een kop van SDMX-CSV verwacht die begint met DATAFLOW of STRUCTURE, of die OBS_VALUE heeft, gevonden: {first}',
        'un en-tête de SDMX-CSV qui commence par DATAFLOW ou STRUCTURE, ou qui a OBS_VALUE, était attendu, trouvé : {first}',
        'eine Kopfzeile von SDMX-CSV erwartet, die mit DATAFLOW oder STRUCTURE beginnt oder OBS_VALUE hat, gefunden: {first}',
        'expected a header of SDMX-CSV that starts with DATAFLOW or STRUCTURE, or has OBS_VALUE, found {first}',
        { first: quoted((ids[0] ?? '').slice(0, 60)) },
      ),
      {
        place,
        repair: inFour(
          'haal het bestand opnieuw op als SDMX-CSV van de uitgever, of beschrijf het als csv',
          'récupérez à nouveau le fichier en SDMX-CSV de l’éditeur, ou décrivez-le comme csv',
          'die Datei neu als SDMX-CSV des Herausgebers abrufen oder sie als csv beschreiben',
          `fetch the file again in the publisher's SDMX-CSV, or describe it as csv`,
        ),
      },
    );
  }
  const twice = ids.find((id, at) => id !== '' && ids.indexOf(id) !== at);
  if (twice === undefined) return;
  throw new InputError(
    inFour(
      'elk onderdeel één keer in de kop verwacht, gevonden: {twice} twee keer',
      'chaque composante une fois dans l’en-tête était attendue, trouvé : {twice} deux fois',
      'jede Komponente einmal in der Kopfzeile erwartet, gefunden: {twice} zweimal',
      'expected each component once in the header, found {twice} twice',
      { twice: quoted(twice.slice(0, 60)) },
    ),
    {
      place,
      repair: inFour(
        'vraag de uitgever welke kolom bedoeld is',
        'demandez à l’éditeur quelle colonne est la bonne',
        'den Herausgeber fragen, welche Spalte gemeint ist',
        'ask the publisher which column is meant',
      ),
    },
  );
}

/** Rows that give no observation: the header once more where files were joined, and requests to delete. */
function refusedRow(
  row: ReadRow,
  header: readonly string[],
  action: number,
  log: IssueLog,
): boolean {
  if (row.cells.every((cell, at) => (cell ?? '') === header[at])) {
    log.add(
      'rejection',
      'row.header-again',
      { line: row.line },
      'the header stands again: files were joined',
      'give the files apart',
    );
    return true;
  }
  if (!/^(D|DELETE)\b/i.test(row.cells[action] ?? '')) return false;
  log.add(
    'rejection',
    'row.deletion',
    { line: row.line, column: columnLetter(action) },
    'the row asks for the deletion of an observation and gives none',
    'read the full file of the publisher, not its updates',
  );
  return true;
}

function noteStructure(rows: readonly ReadRow[], ids: readonly string[], log: IssueLog): void {
  const structure = named(ids, 'STRUCTURE_ID');
  const at = structure >= 0 ? structure : named(ids, 'DATAFLOW');
  const found = new Set(rows.map(({ cells }) => cells[at] ?? ''));
  if (at >= 0 && found.size > 1) {
    const problem = `rows of ${found.size} data sets stand in one file`;
    log.add('warning', 'sdmx.structures', { column: columnLetter(at) }, problem, 'give them apart');
  }
  const action = named(ids, 'ACTION');
  if (action < 0 || rows.every(({ cells }) => /^(I|R|$)/i.test(cells[action] ?? ''))) return;
  log.add(
    'warning',
    'sdmx.update',
    { column: columnLetter(action) },
    'rows are to be added to, or merged with, what was sent before: the file is an update',
    'read the full file of the publisher as well',
  );
}

/**
 * SDMX-CSV 1.0 and 2.0 (sdmx-twg/sdmx-csv), the delimiter found by looking. Headings are the identifiers of the
 * components: "geo: Geopolitical entity" and "STRUCTURE[;]" are `geo` and `STRUCTURE`. Where cells hold code and
 * label, as with labels=both, the code stays and the label stands in a column `geo label` to its right. Rows that
 * ask for a deletion are rejected. `line` is the physical line.
 */
export function readSdmxCsv(source: FileBytes, shape: FileShape): ReadTable {
  const table = readCsv(source, shape);
  const log = issueLog(table.file, null);
  const header = table.columns.map(({ headers }) => headers.at(-1) ?? '');
  const kinds = table.columns.map((column) => sdmxColumn(column, []));
  const ids = kinds.map(({ id }) => id);
  checkHeader(table, ids);
  const action = named(ids, 'ACTION');
  const kept = table.rows.filter((row) => !refusedRow(row, header, action, log));
  noteStructure(kept, ids, log);
  const both = table.columns.map((column) => sdmxColumn(column, kept).both);
  const columns: ReadColumn[] = [];
  table.columns.forEach((column, at) => {
    const { letter, filled, empty } = column;
    const id = ids[at] ?? '';
    const add = (name: string, of: string): void => {
      columns.push({ index: columns.length, letter: of, headers: [name], filled, empty });
    };
    add(id, both[at] ? `${letter}.1` : letter);
    if (both[at]) add(`${id} label`, `${letter}.2`);
  });
  const rows = kept.map((row): ReadRow => {
    const cells = row.cells.flatMap((cell, at): readonly (string | null)[] => {
      if (!both[at]) return [cell];
      const [code, label] = (cell === null ? null : splitLabel(cell)) ?? [cell, null];
      return [code, label || null];
    });
    return { line: row.line, lines: row.lines, cells };
  });
  return {
    ...table,
    columns,
    rows,
    notes: [...table.notes, ...log.notes()],
    rejects: [...table.rejects, ...log.rejects()],
  };
}

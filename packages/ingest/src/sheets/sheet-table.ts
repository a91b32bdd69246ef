import { columnLetter, readTable, readWordTables } from '@samenbeeld/read';
import {
  englishQuoted,
  InputError,
  type Issue,
  inFour,
  joinWith,
  namesPerson,
  quoted,
  type SheetColumn,
  type Text,
  wherePersonal,
  withRepair,
} from '@samenbeeld/schema';
import { flawWords } from '../issue-words.ts';

/** A heading of a sheet, in the order in which sheets are given out. */
type Heading = Pick<SheetColumn, 'name' | 'needed'>;

/** A row with its line in the file; a cell that is empty holds nothing. */
interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A sheet that a person filled in, before anything is made of its cells. */
interface SheetTable {
  readonly file: string;
  readonly sha256: string;
  readonly titles: readonly string[];
  readonly rows: readonly SheetRow[];
}

const key = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/gu, ' ');

/** A sheet in which a row cannot be read. */
function rejectedRow(reject: Issue): InputError {
  const { message, repair } = flawWords(reject.value ?? '', reject);
  const { file, line } = reject;
  return new InputError(message, { place: { file, ...(line !== null && { line }) }, repair });
}

/** A CSV file, the first sheet of a workbook, or the table of a Word document that has the headings. */
export async function readSheetTable(
  path: string,
  [first]: readonly Heading[],
): Promise<SheetTable> {
  if (/\.docx$/iu.test(path)) {
    const { file, sha256, tables } = await readWordTables(path);
    const table = tables.find(({ rows: [titles = []] }) =>
      titles.some((title) => key(title) === first?.name),
    );
    const [titles = [], ...rows] = table?.rows ?? [];
    return { file, sha256, titles, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
  }
  const format = /\.xls[xm]?$/iu.test(path) ? 'xlsx' : 'csv';
  const [table] = await readTable(path, { format });
  const { file = '', sha256 = '', columns = [], rows = [], rejects = [] } = table ?? {};
  const [reject] = rejects;
  if (reject) throw rejectedRow(reject);
  return {
    ...{ file, sha256, titles: columns.map(({ headers }) => headers.at(-1) ?? '') },
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell?.trim() ?? '') })),
  };
}

/** Headings of a sheet, which are English words in every language. */
const asWritten = (names: readonly string[]): Text => joinWith(names.map(englishQuoted), ', ');

/** Where each heading stands; refuses headings that lack, stand twice or are not known. */
export function columnsOf(
  { file, titles }: SheetTable,
  columns: readonly Heading[],
): ReadonlyMap<string, number> {
  const names = columns.map(({ name }) => name);
  const found = titles.map(key);
  const lacking = columns.flatMap(({ name, needed }) =>
    needed && !found.includes(name) ? [name] : [],
  );
  const strange = found.filter(
    (title, at) => title !== '' && (!names.includes(title) || found.indexOf(title) !== at),
  );
  const odd = [
    ...(lacking.length > 0
      ? [
          inFour(
            '{names} niet gevonden',
            '{names} introuvables',
            '{names} nicht gefunden',
            '{names} not found',
            { names: asWritten(lacking) },
          ),
        ]
      : []),
    ...(strange.length > 0
      ? [
          inFour(
            'gevonden: {titles}',
            'trouvé : {titles}',
            'gefunden: {titles}',
            'found {titles}',
            { titles: joinWith(strange.map(quoted), ', ') },
          ),
        ]
      : []),
  ];
  if (odd.length > 0)
    throw new InputError(
      inFour(
        'verwacht: de koppen {names}; {found}',
        'attendu : les en-têtes {names} ; {found}',
        'erwartet: die Überschriften {names}; {found}',
        'expected the headings {names}; {found}',
        { names: asWritten(names), found: joinWith(odd, ', ') },
      ),
      {
        place: { file, line: 1 },
        repair: inFour(
          'schrijf de koppen in het Engels, elk één keer, in de eerste rij',
          'écrivez les en-têtes en anglais, chacun une fois, dans la première ligne',
          'die Überschriften auf Englisch schreiben, jede einmal, in der ersten Zeile',
          'write the headings in English, each once, in the first row',
        ),
      },
    );
  return new Map(found.flatMap((title, at) => (title === '' ? [] : [[title, at] as const])));
}

/** What is wrong with a cell of a sheet, on a line of its own. */
function cellFault(
  line: number,
  place: number | undefined,
  heading: string,
  { problem, repair }: { readonly problem: Text; readonly repair: Text },
): Text {
  const said = {
    line: String(line),
    column: place === undefined ? '' : columnLetter(place),
    heading: quoted(heading),
    fault: withRepair(problem, repair),
  };
  return place === undefined
    ? inFour(
        'rij {line} {heading}: {fault}',
        'ligne {line} {heading} : {fault}',
        'Zeile {line} {heading}: {fault}',
        'row {line} {heading}: {fault}',
        said,
      )
    : inFour(
        'rij {line}, kolom {column} {heading}: {fault}',
        'ligne {line}, colonne {column} {heading} : {fault}',
        'Zeile {line}, Spalte {column} {heading}: {fault}',
        'row {line}, column {column} {heading}: {fault}',
        said,
      );
}

/** Whether a cell of a sheet seems to hold data or the name of a person. */
export function isOfPerson(cell: string): boolean {
  return wherePersonal(cell) !== null || namesPerson(cell);
}

/** A cell that seems to name persons, and what to write where it names none. */
export const personFault: { readonly problem: Text; readonly repair: Text } = {
  problem: inFour(
    'geen persoonsgegevens verwacht, gevonden: wat erop lijkt',
    'aucune donnée personnelle n’était attendue, trouvé : ce qui y ressemble',
    'keine personenbezogenen Daten erwartet, gefunden: was danach aussieht',
    'expected no data of persons, found what looks like them',
  ),
  repair: inFour(
    'schrijf in de plaats een rol of een dienst; is het een naam van iets anders, schrijf er dan voor wat het is ("firma …", "schip …")',
    'écrivez à la place une fonction ou un service ; si c’est le nom d’autre chose, écrivez devant ce que c’est (« firme … », « navire … »)',
    'stattdessen eine Rolle oder eine Dienststelle schreiben; ist es der Name von etwas anderem, davor schreiben, was es ist („Firma …“, „Schiff …“)',
    'write a role or a service in their stead; where it is the name of something else, write before it what it is ("firm …", "ship …")',
  ),
};

/** Tells what is wrong with the cell of a row under a heading. */
export type Tell = (heading: string, problem: Text, repair: Text) => void;

/** The rows in which something stands, with what stands under a heading; what is told of a cell is added to `faults`. */
export function writtenRows(
  { rows }: Pick<SheetTable, 'rows'>,
  at: ReadonlyMap<string, number>,
  faults: Text[],
): readonly (SheetRow & { readonly cell: (heading: string) => string; readonly tell: Tell })[] {
  return rows
    .filter(({ cells }) => cells.some((one) => one !== ''))
    .map(({ line, cells }) => ({
      ...{ line, cells, cell: (heading) => cells[at.get(heading) ?? -1] ?? '' },
      tell: (heading, problem, repair) => {
        faults.push(cellFault(line, at.get(heading), heading, { problem, repair }));
      },
    }));
}

/** Refuses a sheet with faults, with all of them. */
export function refuseFaults(
  file: string,
  what: Text,
  faults: readonly Text[],
  repair: Text,
): void {
  if (faults.length === 0) return;
  throw new InputError(
    inFour(
      'verwacht: {what} zonder fouten; fouten gevonden: {n}',
      'attendu : {what} sans faute ; fautes trouvées : {n}',
      'erwartet: {what} ohne Fehler; Fehler gefunden: {n}',
      'expected {what} without faults, found {n:one|#}',
      { what, n: faults.length },
    ),
    { place: { file }, faults, repair },
  );
}

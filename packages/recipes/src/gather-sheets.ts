import type { Analysis, SheetsHeld } from '@samenbeeld/answers';
import { readText } from '@samenbeeld/engine';
import { type PictureKey, pictureKey, readSheet } from '@samenbeeld/ingest';
import {
  type Decision,
  expectedFound,
  foundNone,
  InputError,
  inFour,
  paragraph,
  quoted,
  RefusalError,
  type SheetName,
  type SheetRows,
  type Source,
  sheetKinds,
  type Text,
} from '@samenbeeld/schema';
import { type ClearanceInput, clearance, roleProblem } from '@samenbeeld/store';
import {
  alsoIn,
  besidePicture,
  checkInvented,
  type PictureFileDescription,
  sheetsOf,
  unreadable,
} from './picture-file.ts';

/** A source of records with the sheet they stand in. */
interface SheetSource extends Omit<ClearanceInput, 'files'> {
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
}

/** Rows that stay out of a picture: how many, of which source, and why. */
export interface Withheld extends SheetSource {
  readonly count: number;
  readonly why: Text;
}

/** The rows of a picture's sheets that its audience may see, and those that it may not. */
export interface GatheredSheets extends SheetsHeld {
  readonly files: readonly SheetSource[];
  readonly withheld: readonly Withheld[];
}

function checkRoles(file: string, { handling: { releasedBy = {} } }: Source): void {
  const wrong = Object.values(releasedBy)
    .flat()
    .find((role) => roleProblem(role) !== null);
  if (wrong !== undefined)
    throw new InputError(
      inFour(
        'kolom "released by": {problem}',
        'colonne « released by » : {problem}',
        'Spalte „released by“: {problem}',
        'column "released by": {problem}',
        { problem: roleProblem(wrong) ?? foundNone },
      ),
      {
        place: { file },
        repair: inFour(
          'noem een functie ("hoofd analyse"), nooit een persoon',
          'nommez une fonction (« chef de l’analyse »), jamais une personne',
          'eine Funktion nennen („Leitung Auswertung“), nie eine Person',
          'name a function ("head of analysis"), never a person',
        ),
      },
    );
}

/** The key under which a picture keeps names; null where it has none. */
function keyOf(picture: PictureFileDescription): PictureKey | null {
  if (picture.key === null) return null;
  const read = readText(besidePicture(picture, picture.key));
  if ('problem' in read)
    throw new InputError(
      expectedFound(
        inFour(
          'de sleutel van het beeld',
          'la clé du tableau',
          'der Schlüssel des Lagebilds',
          'the key of the picture',
        ),
        unreadable(read.problem),
      ),
      {
        place: { file: picture.key },
        repair: inFour(
          'zet het bestand daar, of laat `key` weg: wat in kolommen met een sleutel staat, blijft dan weg',
          'mettez-y le fichier, ou supprimez `key` : ce qui figure dans les colonnes à clé est alors omis',
          'die Datei dort ablegen oder `key` weglassen: was in Spalten mit Schlüssel steht, bleibt dann weg',
          'put the file there, or leave out `key`: what stands in keyed columns is then left out',
        ),
      },
    );
  return pictureKey(read.text, picture.key);
}

/**
 * Reads the sheets of records that a picture names. What the marking of a row keeps from the picture's audience, and no
 * originator has released, is left out before anything is made of it: the picture does not say that it is there.
 */
export async function gatherSheets(
  picture: PictureFileDescription,
  {
    decisions,
    synthetic,
    today,
  }: {
    readonly decisions: readonly Decision[];
    readonly synthetic: boolean;
    readonly today?: string | undefined;
  },
): Promise<GatheredSheets> {
  const [sources, files, withheld]: [Source[], SheetSource[], Withheld[]] = [[], [], []];
  const rows: Partial<Record<SheetName, SheetRows[SheetName][]>> = {};
  const key = keyOf(picture);
  const ids = new Map<string, string>();
  for (const [kind, file] of sheetsOf(picture)) {
    const sheet = await readSheet(kind, besidePicture(picture, file), { name: file, key });
    const what = inFour(
      '{rows} van {file}',
      '{rows} de {file}',
      '{rows} von {file}',
      '{rows} of {file}',
      {
        rows: sheetKinds[kind].rows,
        file,
      },
    );
    checkInvented(what, sheet.synthetic, synthetic);
    rows[kind] ??= [];
    for (const { id } of sheet.rows) {
      const other = ids.get(`${kind} ${id}`);
      if (other !== undefined)
        throw new InputError(
          expectedFound(
            inFour('een eigen id', 'un id propre', 'eine eigene ID', 'an id of its own'),
            alsoIn(id, other),
          ),
          {
            place: { file },
            repair: inFour(
              'nummer de {rows} van beide bladen apart',
              'numérotez à part les {rows} des deux feuilles',
              'die {rows} beider Blätter für sich nummerieren',
              'number the {rows} of both sheets apart',
              { rows: sheetKinds[kind].rows },
            ),
          },
        );
      ids.set(`${kind} ${id}`, file);
    }
    for (const source of sheet.sources) {
      checkRoles(file, source);
      const own = sheet.rows.filter((one) => one.source === source.id);
      const input = {
        source: source.id,
        handling: source.handling,
        files: [{ file, sha256: sheet.sha256 }],
      };
      try {
        clearance([input], picture.audience, {
          synthetic,
          releases: decisions,
          decisionsFile: besidePicture(picture, picture.decisions),
          ...(today !== undefined && { today }),
          ...(picture.purpose !== null && { purpose: picture.purpose }),
        });
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        withheld.push({
          ...input,
          count: own.length,
          why: paragraph(error.says, error.remedySays),
        });
        continue;
      }
      sources.push(source);
      files.push(input);
      rows[kind].push(...own);
    }
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  for (const own of Object.values(rows)) own.sort(byId);
  return { ...(rows as Omit<SheetsHeld, 'sources'>), sources: sources.sort(byId), files, withheld };
}

/** Refuses statements that rest on figures which the picture does not hold. */
export function checkEvidence({ gathered, whole }: Analysis): void {
  const known = new Set([
    ...gathered.observations.flatMap(({ id, reference }) => [id, reference]),
    ...gathered.seizures.map(({ id }) => id),
    ...whole.totals.map(({ key }) => key),
  ]);
  const faults = (gathered.sheets?.assessments ?? []).flatMap(({ id, evidence }) =>
    evidence.flatMap((one) =>
      known.has(one)
        ? []
        : [
            inFour(
              '{id}, kolom "evidence": {one} is hier geen cijfer',
              '{id}, colonne « evidence » : {one} n’est pas un chiffre d’ici',
              '{id}, Spalte „evidence“: {one} ist hier keine Zahl',
              '{id}, column "evidence": found {one}, which is no figure here',
              { id, one: quoted(one) },
            ),
          ],
    ),
  );
  if (faults.length > 0)
    throw new InputError(
      inFour(
        'verwacht: onderbouwing die in het beeld staat',
        'attendu : des éléments de preuve que le tableau contient',
        'erwartet: Belege, die im Lagebild stehen',
        'expected evidence that the picture holds',
      ),
      {
        faults,
        repair: inFour(
          'noem cijfers met hun nummer (C086), gegevens met hun id, of totalen met hun sleutel (de kolom "key" van data/joint_total.csv)',
          'nommez les chiffres par leur numéro (C086), les données par leur id, ou les totaux par leur clé (la colonne « key » de data/joint_total.csv)',
          'Zahlen mit ihrer Nummer nennen (C086), Angaben mit ihrer ID oder Summen mit ihrem Schlüssel (die Spalte „key“ von data/joint_total.csv)',
          'name claims by their number (C086), records by their id, or totals by their key (the column "key" of data/joint_total.csv)',
        ),
      },
    );
}

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { refuseUnreadable } from '@samenbeeld/read';
import { InputError, type Issue, inFour, inSigns, shownFile, type Text } from '@samenbeeld/schema';
import { clauses } from './quoted.ts';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{[\s\S]{0,2000}?"type"\s*:\s*"Topology"/u, 'TopoJSON'],
  [
    /^\s*\{[\s\S]{0,2000}?"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection)"/u,
    'GeoJSON',
  ],
];

/** The format of the map that a file is, by its first bytes; null where it is none. Other files that hold no table `fileKind` refuses. */
export function mapKind(path: string): string | null {
  refuseUnreadable(path);
  if (statSync(path).size === 0) return null;
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(8_192);
    const text = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0)).toString('utf8');
    const start = text.replace(/^\uFEFF/, '');
    return kinds.find(([mark]) => mark.test(start))?.[1] ?? null;
  } finally {
    closeSync(file);
  }
}

/** The refusal of a file in which no table is found. */
export function notATable(
  path: string,
  kind: string | null,
  notes: readonly Text[] = [],
): InputError {
  const found =
    kind === null
      ? inFour(
          'er is geen tabel in gevonden',
          'aucun tableau n’y a été trouvé',
          'darin wurde keine Tabelle gefunden',
          'no table was found in it',
        )
      : inFour(
          'dit is een kaart ({kind}), geen tabel',
          'c’est une carte ({kind}), non un tableau',
          'das ist eine Karte ({kind}), keine Tabelle',
          'this is a map ({kind}), not a table',
          { kind },
        );
  const told =
    notes.length > 0 ? inSigns('{found} ({notes})', { found, notes: clauses(notes) }) : found;
  return new InputError(told, {
    place: { file: shownFile(path) },
    repair: inFour(
      'describe neemt CSV, TSV, een werkmap, een JSON-lijst van records, JSON-stat, SDMX-CSV, Eurostat-TSV of Parquet met een rij per record',
      'describe prend du CSV, du TSV, un classeur, une liste JSON d’enregistrements, JSON-stat, SDMX-CSV, le TSV d’Eurostat ou du Parquet, une ligne par enregistrement',
      'describe nimmt CSV, TSV, eine Arbeitsmappe, eine JSON-Liste von Datensätzen, JSON-stat, SDMX-CSV, Eurostat-TSV oder Parquet mit einer Zeile je Datensatz',
      'describe takes CSV, TSV, a workbook, a JSON array of records, JSON-stat, SDMX-CSV, Eurostat TSV or Parquet with a row a record',
    ),
  });
}

/** Rows that tell a header which lacks a name from a text that is no table. */
const fewRows = 3;

/** The refusal of a table of which every row was left out because it has more cells than the header; null where that is not why. */
export function tooLong(rejects: readonly Issue[]): InputError | null {
  const [first] = rejects;
  if (!first || rejects.length < fewRows || rejects.some(({ rule }) => rule !== 'row.too-long'))
    return null;
  const { file, line } = first;
  return new InputError(
    inFour(
      'rijen met zoveel cellen als de kop verwacht, gevonden: {n} rijen, alle met meer',
      'des lignes d’autant de cellules que l’en-tête étaient attendues, trouvé : {n} lignes, toutes avec davantage',
      'Zeilen mit so vielen Zellen wie die Kopfzeile erwartet, gefunden: {n} Zeilen, alle mit mehr',
      'expected rows of as many cells as the header, found {n} rows, all with more',
      { n: rejects.length },
    ),
    {
      place: { file, ...(line !== null && { line }) },
      repair: inFour(
        'geef in een kopie elke kolom een naam in de kop (vaak ontbreekt die van de eerste), of zet cellen met het scheidingsteken tussen aanhalingstekens',
        'dans une copie, donnez un nom à chaque colonne dans l’en-tête (celui de la première manque souvent), ou mettez entre guillemets les cellules qui contiennent le séparateur',
        'in einer Kopie jeder Spalte in der Kopfzeile einen Namen geben (oft fehlt der der ersten) oder Zellen mit dem Trennzeichen in Anführungszeichen setzen',
        'in a copy, name each column in the header (that of the first is often missing), or quote the cells that hold the delimiter',
      ),
    },
  );
}

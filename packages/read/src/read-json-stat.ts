import { inFour, quoted, withheldText } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import type { FileBytes } from './file-bytes.ts';
import { issueLog } from './issue-log.ts';
import {
  asCount,
  asList,
  asMap,
  asText,
  type CubeDimension,
  cubeDimension,
  refuseCube,
} from './json-stat-dimension.ts';
import { jsonText } from './json-text.ts';
import { type Json, jsonTree } from './json-tree.ts';
import { pickNamed } from './pick-named.ts';
import type { FileShape, ReadRow, ReadTable } from './table.ts';

/** A data set of JSON-stat: the last dimension changes fastest. */
interface Cube {
  readonly dimensions: readonly CubeDimension[];
  /** How many places the cube has, filled or not. */
  readonly places: number;
  /** By place from 0; null where no value stands. */
  readonly values: ReadonlyMap<number, string>;
  readonly statuses: ReadonlyMap<number, string>;
  /** Remarks that the publisher attached. */
  readonly remarks: number;
}

/** Places are INTEGER where they become lines. */
const mostPlaces = 2 ** 31 - 1;

/** Values or statuses by place, from an array as long as the cube or an object by place. */
function byPlace(
  file: string,
  what: string,
  json: Json | undefined,
  places: number,
): Map<number, string> {
  const found = new Map<number, string>();
  const put = (at: number, cell: Json): void => {
    if (cell !== null && typeof cell !== 'string')
      refuseCube(
        file,
        inFour(
          '{what} verwacht op plaats {at}, gevonden: een object of lijst',
          '{what} était attendu à la place {at}, trouvé : un objet ou une liste',
          '{what} erwartet an Platz {at}, gefunden: ein Objekt oder eine Liste',
          'expected a {what} at place {at}, found an object or array',
          { what, at: String(at) },
        ),
      );
    if (cell !== null && cell !== '') found.set(at, cell);
  };
  const list = asList(json);
  if (list) {
    if (list.length !== places)
      refuseCube(
        file,
        inFour(
          '{places} keer {what} verwacht, zoals size zegt, gevonden: {n}',
          '{places} fois {what} étaient attendues, comme le dit size, trouvé : {n}',
          '{places} mal {what} erwartet, wie size sagt, gefunden: {n}',
          'expected {places} {what} entries, as size says, found {n}',
          { places, what, n: list.length },
        ),
      );
    list.forEach((cell, at) => {
      put(at, cell);
    });
    return found;
  }
  for (const [key, cell] of asMap(json) ?? []) {
    const at = asCount(key);
    if (at === null || String(at) !== key || at >= places)
      refuseCube(
        file,
        inFour(
          'plaatsen van {what} van 0 tot {last} verwacht, gevonden: {key}',
          'des places de {what} de 0 à {last} étaient attendues, trouvé : {key}',
          'Plätze von {what} von 0 bis {last} erwartet, gefunden: {key}',
          'expected {what} places from 0 to {last}, found {key}',
          { what, last: places - 1, key: quoted(key.slice(0, 20)) },
        ),
      );
    put(at, cell);
  }
  return found;
}

/** One status for the whole cube is that of each value. */
function statusesOf(
  file: string,
  json: Json | undefined,
  values: ReadonlyMap<number, string>,
  places: number,
): Map<number, string> {
  const list = asList(json);
  const one = asText(json) ?? (list?.length === 1 && places !== 1 ? asText(list[0]) : null);
  if (one === null) return byPlace(file, 'status', json, places);
  return one === '' ? new Map() : new Map([...values.keys()].map((at) => [at, one]));
}

/** Reads a data set of JSON-stat 1.x or 2.0; InputError where size, dimensions and values do not agree. */
function jsonStatCube(file: string, dataset: ReadonlyMap<string, Json>): Cube {
  const dimension = asMap(dataset.get('dimension'));
  if (!dimension)
    refuseCube(
      file,
      inFour(
        'de dimensies van een gegevensverzameling verwacht, geen gevonden',
        'les dimensions d’un jeu de données étaient attendues, aucune n’est trouvée',
        'die Dimensionen einer Datensammlung erwartet, keine gefunden',
        'expected the dimensions of a data set, found none',
      ),
    );
  const ids = asList(dataset.get('id')) ?? asList(dimension.get('id'));
  const sizes = asList(dataset.get('size')) ?? asList(dimension.get('size'));
  if (!ids || !sizes)
    refuseCube(
      file,
      inFour(
        'de lijsten id en size van een gegevensverzameling verwacht, geen gevonden',
        'les listes id et size d’un jeu de données étaient attendues, aucune n’est trouvée',
        'die Listen id und size einer Datensammlung erwartet, keine gefunden',
        'expected the lists id and size of a data set, found none',
      ),
    );
  if (ids.length !== sizes.length)
    refuseCube(
      file,
      inFour(
        'evenveel groottes als dimensies verwacht, gevonden: {n} voor {ids}',
        'autant de tailles que de dimensions étaient attendues, trouvé : {n} pour {ids}',
        'so viele Größen wie Dimensionen erwartet, gefunden: {n} für {ids}',
        'expected as many sizes as dimensions, found {n} for {ids}',
        { n: sizes.length, ids: ids.length },
      ),
    );
  const dimensions = ids.map((json, at) => {
    const id =
      asText(json) ??
      refuseCube(
        file,
        inFour(
          'namen van dimensies onder id verwacht',
          'des noms de dimensions étaient attendus sous id',
          'Namen von Dimensionen unter id erwartet',
          'expected names of dimensions under id',
        ),
      );
    const size =
      asCount(sizes[at]) ??
      refuseCube(
        file,
        inFour(
          'een geheel getal als grootte van {id} verwacht',
          'un nombre entier était attendu comme taille de {id}',
          'eine ganze Zahl als Größe von {id} erwartet',
          'expected a whole number as the size of {id}',
          { id: quoted(id) },
        ),
      );
    return cubeDimension(file, id, size, dimension.get(id) ?? null);
  });
  if (new Set(dimensions.map(({ id }) => id)).size !== dimensions.length)
    refuseCube(
      file,
      inFour(
        'een dimensie staat twee keer onder id',
        'une dimension figure deux fois sous id',
        'eine Dimension steht zweimal unter id',
        'a dimension stands twice under id',
      ),
    );
  const places = dimensions.reduce((product, { codes }) => product * codes.length, 1);
  if (places > mostPlaces)
    refuseCube(
      file,
      inFour(
        'ten hoogste {most} plaatsen in de kubus verwacht, gevonden: {n}',
        'au plus {most} places étaient attendues dans le cube, trouvé : {n}',
        'höchstens {most} Plätze im Würfel erwartet, gefunden: {n}',
        'expected at most {most} places in the cube, found {n}',
        { most: mostPlaces, n: places },
      ),
    );
  const value = dataset.get('value');
  if (!asList(value) && !asMap(value))
    refuseCube(
      file,
      inFour(
        'value verwacht, een lijst of object, niet gevonden',
        'value était attendu, une liste ou un objet, rien n’est trouvé',
        'value erwartet, eine Liste oder ein Objekt, nicht gefunden',
        'expected value, an array or object, found none',
      ),
    );
  const values = byPlace(file, 'value', value, places);
  const remarks = [
    dataset.get('note'),
    ...ids.map((id) => asMap(dimension.get(String(id)))?.get('note')),
  ];
  return {
    dimensions,
    places,
    values,
    statuses: statusesOf(file, dataset.get('status'), values, places),
    remarks: remarks.reduce<number>(
      (sum, note) => sum + (asList(note)?.length ?? (note ? 1 : 0)),
      0,
    ),
  };
}

/** A data set and the name it goes by in its file; null where it is the only one and has none. */
interface Dataset {
  readonly name: string | null;
  readonly json: ReadonlyMap<string, Json>;
}

/** The data sets of a file: one of version 2, those of a collection, or those of a bundle of version 1. */
function jsonStatDatasets(file: string, json: Json): readonly Dataset[] {
  const root =
    asMap(json) ??
    refuseCube(
      file,
      inFour(
        'een JSON-stat-object verwacht, gevonden: een andere waarde',
        'un objet JSON-stat était attendu, trouvé : une autre valeur',
        'ein JSON-stat-Objekt erwartet, gefunden: ein anderer Wert',
        'expected a JSON-stat object, found another value',
      ),
    );
  const kind = asText(root.get('class'));
  if (root.has('error'))
    refuseCube(
      file,
      inFour(
        'gegevens verwacht, gevonden: een foutmelding van de uitgever',
        'des données étaient attendues, trouvé : un message d’erreur de l’éditeur',
        'Daten erwartet, gefunden: eine Fehlermeldung des Herausgebers',
        'expected data, found an error message of the publisher',
      ),
    );
  if (kind === 'dataset' || (root.has('dimension') && root.has('value'))) {
    return [{ name: null, json: root }];
  }
  if (kind === 'collection') {
    const items = asList(asMap(root.get('link'))?.get('item')) ?? [];
    const embedded = items.flatMap((item, at): Dataset[] => {
      const map = asMap(item);
      if (!map?.has('value')) return [];
      return [
        {
          name: withheldText(asText(map.get('href')) ?? asText(map.get('label')) ?? String(at)),
          json: map,
        },
      ];
    });
    if (embedded.length > 0) return embedded;
    refuseCube(
      file,
      inFour(
        'gegevensverzamelingen in de collectie verwacht, gevonden: alleen verwijzingen naar andere bestanden',
        'des jeux de données étaient attendus dans la collection, trouvé : seulement des renvois à d’autres fichiers',
        'Datensammlungen in der Kollektion erwartet, gefunden: nur Verweise auf andere Dateien',
        'expected data sets in the collection, found references to other files only',
      ),
    );
  }
  const bundle = [...root].flatMap(([name, item]): Dataset[] => {
    const map = asMap(item);
    return map?.has('dimension') && map.has('value')
      ? [{ name: withheldText(name), json: map }]
      : [];
  });
  if (bundle.length > 0) return bundle;
  return refuseCube(
    file,
    inFour(
      'een JSON-stat-gegevensverzameling verwacht, geen gevonden',
      'un jeu de données JSON-stat était attendu, aucun n’est trouvé',
      'eine JSON-stat-Datensammlung erwartet, keine gefunden',
      'expected a JSON-stat data set, found none',
    ),
  );
}

/** A column of the table: what it is called, and its cell at a place of the cube. */
interface CubeColumn {
  readonly header: string;
  cell(place: number): string | null;
}

/** A dimension's code, and its label and unit where the publisher gives them. */
function dimensionColumns(
  { id, codes, labels, units }: CubeDimension,
  stride: number,
): readonly CubeColumn[] {
  const of =
    (texts: readonly (string | null)[]) =>
    (place: number): string | null =>
      texts[Math.floor(place / stride) % codes.length] ?? null;
  return [
    { header: id, cell: of(codes) },
    ...(labels ? [{ header: `${id} label`, cell: of(labels) }] : []),
    ...(units ? [{ header: `${id} unit`, cell: of(units) }] : []),
  ];
}

function cubeColumns({ dimensions, values, statuses }: Cube): readonly CubeColumn[] {
  const columns: (readonly CubeColumn[])[] = [];
  let stride = 1;
  for (const dimension of [...dimensions].reverse()) {
    columns.unshift(dimensionColumns(dimension, stride));
    stride *= dimension.codes.length;
  }
  return [
    ...columns.flat(),
    { header: 'value', cell: (place) => values.get(place) ?? null },
    ...(statuses.size > 0
      ? [{ header: 'status', cell: (place: number) => statuses.get(place) ?? null }]
      : []),
  ];
}

function readDataset(
  { file, sha256 }: FileBytes,
  { name, json }: Dataset,
  others: readonly Dataset[],
): ReadTable {
  const log = issueLog(file, name);
  const cube = jsonStatCube(file, json);
  const columns = cubeColumns(cube);
  const places = [...new Set([...cube.values.keys(), ...cube.statuses.keys()])].sort(
    (a, b) => a - b,
  );
  const rows = places.map(
    (place): ReadRow => ({ line: place, lines: 1, cells: columns.map(({ cell }) => cell(place)) }),
  );
  if (others.length > 0) {
    const names = others.map((other) => `"${other.name ?? ''}"`).join(', ');
    log.add('note', 'sheet.other', {}, `data sets not read: ${names}`, 'name those that hold data');
  }
  if (cube.remarks > 0) {
    const problem = `the publisher attached ${cube.remarks} remarks to the data set`;
    log.add('note', 'cube.remarks', {}, problem, 'read the keys "note" of the file');
  }
  for (const { id, nested } of cube.dimensions) {
    if (!nested) continue;
    const problem = `categories of "${id}" are parts of others: totals and parts stand together`;
    log.add('note', 'cube.nested', {}, problem, 'leave out one side by name');
  }
  const used = columns.map((_, index) => rows.some(({ cells }) => cells[index] !== null));
  const data = rows.length;
  const blank = cube.places - data;
  return {
    file,
    sheet: name,
    columns: columns.map(({ header }, index) => ({
      index,
      letter: columnLetter(index),
      headers: [withheldText(header.trim())],
      filled: false,
      empty: !used[index],
    })),
    rows,
    lines: { total: cube.places, title: 0, header: 0, footer: 0, blank, data },
    sha256,
    notes: log.notes(),
    rejects: log.rejects(),
  };
}

/**
 * JSON-stat 1.x and 2.0: a data set, a collection or a bundle, of which `sheet` names the data sets. A column a
 * dimension with its codes, `… label` and `… unit` where the publisher gives them, `value`, and `status` where
 * one stands. `line` is the place in the cube, from 0, the last dimension changing fastest; a place with neither
 * value nor status is blank.
 */
export function readJsonStat(source: FileBytes, shape: FileShape): readonly ReadTable[] {
  const { file } = source;
  const datasets = jsonStatDatasets(file, jsonTree(file, jsonText(source, shape)));
  const chosen = pickNamed(file, datasets, shape.sheet);
  const others = datasets.filter((each) => !chosen.includes(each));
  return chosen.map((dataset) => readDataset(source, dataset, others));
}

import {
  type FileFormat,
  jsonPlace,
  printJsonPath,
  refuseDepth,
  refuseJson,
  tooDeep,
} from '@samenbeeld/read';
import { InputError, inFour, joinWith, type Text } from '@samenbeeld/schema';
import jsonc from 'jsonc-parser';
import type { Guess } from '../guess.ts';
import { makeGuess } from '../guess.ts';
import { quotedAll, shortened } from '../quoted.ts';

/** An array in a JSON text and what it holds. */
interface JsonArray {
  readonly path: readonly (string | number)[];
  readonly objects: number;
  readonly arrays: number;
  readonly scalars: number;
  /** Of its objects, in the order of their first appearance. */
  readonly keys: readonly string[];
  /** Values of its objects that are objects or arrays. */
  readonly nested: number;
}

interface Open {
  readonly isArray: boolean;
  readonly array: { -readonly [Key in keyof Omit<JsonArray, 'keys'>]: JsonArray[Key] } & {
    readonly keys: Set<string>;
  };
}

const mostArrays = 20_000;

/** All arrays of a text, which may be cut off; InputError where a whole text is no JSON or is nested too deep. */
function jsonArrays(
  file: string,
  text: string,
  cut: boolean,
): { readonly arrays: readonly JsonArray[]; readonly rootKeys: readonly string[] } {
  const open: Open[] = [];
  const found: Open['array'][] = [];
  const rootKeys: string[] = [];
  const holds = (kind: 'objects' | 'arrays' | 'scalars'): void => {
    const top = open.at(-1);
    if (top?.isArray) top.array[kind]++;
    const owner = open.at(-2);
    if (top && !top.isArray && owner?.isArray && kind !== 'scalars') owner.array.nested++;
  };
  const begin = (
    isArray: boolean,
    line: number,
    character: number,
    path: () => jsonc.JSONPath,
  ): void => {
    if (tooDeep(open.length + 1)) refuseDepth(jsonPlace(file, line, character));
    holds(isArray ? 'arrays' : 'objects');
    const array = {
      path: isArray && found.length < mostArrays ? path() : [],
      objects: 0,
      arrays: 0,
      scalars: 0,
      nested: 0,
      keys: new Set<string>(),
    };
    open.push({ isArray, array });
    if (isArray && found.length < mostArrays) found.push(array);
  };
  jsonc.visit(
    text,
    {
      onObjectBegin: (_, __, line, character, path) => begin(false, line, character, path),
      onArrayBegin: (_, __, line, character, path) => begin(true, line, character, path),
      onObjectEnd: () => void open.pop(),
      onArrayEnd: () => void open.pop(),
      onObjectProperty: (key) => {
        if (open.length === 1) rootKeys.push(key);
        const owner = open.at(-2);
        if (owner?.isArray) owner.array.keys.add(key);
      },
      onLiteralValue: () => holds('scalars'),
      onError: (code, _, __, line, character) => {
        if (!cut) refuseJson(jsonPlace(file, line, character), code);
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return { arrays: found.map((array) => ({ ...array, keys: [...array.keys] })), rootKeys };
}

const rowNames =
  /^(?:value|values|data|rows|records?|results?|items|observations?|features|entries|list|content)$/i;

/** Arrays that could be the rows; those within the objects of another one belong to its cells. */
function rowArrays(arrays: readonly JsonArray[]): readonly JsonArray[] {
  const lists = new Set(
    arrays.filter(({ objects }) => objects >= 2).map(({ path }) => JSON.stringify(path)),
  );
  const inRow = (path: JsonArray['path']): boolean =>
    path.some(
      (part, at) => typeof part === 'number' && lists.has(JSON.stringify(path.slice(0, at))),
    );
  const weight = ({ path, objects, arrays: lists2, scalars, keys }: JsonArray): number => {
    const share = objects / Math.max(1, objects + lists2 + scalars);
    return (
      share *
      Math.log2(1 + objects) *
      Math.log2(1 + keys.length) *
      (rowNames.test(String(path.at(-1) ?? 'rows')) ? 1.5 : 1)
    );
  };
  return arrays
    .filter(({ path, objects }) => objects > 0 && !inRow(path))
    .sort((a, b) => weight(b) - weight(a));
}

/** As `jsonPath` reads it back. */
const pathText = (path: JsonArray['path']): string =>
  path.length === 0
    ? '/'
    : path.every((part) => /^[\w-]+$/.test(String(part))) && !String(path[0]).startsWith('$')
      ? path.join('.')
      : `/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

const isObject = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** Lines that are an object each, when there are at least two or the only one is a file by itself named so. */
function objectLines(text: string, cut: boolean, file: string): number {
  const lines = text.split('\n').map((line) => line.trim());
  if (cut) lines.pop();
  const filled = lines.filter((line) => line !== '');
  const [first = ''] = filled;
  if (!isObject(first)) return 0;
  const many = filled.slice(0, 200);
  const good = many.filter(isObject).length;
  const named = /\.(?:ndjson|jsonl|ldjson|geojsonl)$/i.test(file);
  return good >= 2 && good >= many.length * 0.9 ? filled.length : named ? good : 0;
}

function isJsonStat(keys: readonly string[], text: string): boolean {
  const has = (key: string): boolean => keys.includes(key);
  const start = text.slice(0, 4000);
  if (
    has('class') &&
    /"class"\s*:\s*"(?:dataset|collection)"/.test(start) &&
    (has('dimension') || has('link') || /"version"\s*:\s*"2/.test(start))
  )
    return true;
  if (has('dimension') && has('id') && has('size')) return true;
  return (
    /^\s*\{\s*"[^"]*"\s*:\s*\{/.test(start) &&
    /"dimension"\s*:\s*\{[^{]*"id"\s*:\s*\[[^\]]*\]\s*,\s*"size"\s*:/.test(text.slice(0, 100_000))
  );
}

function refuseWithoutRows(file: string, arrays: readonly JsonArray[]): never {
  const ofArrays = arrays.find((array) => array.arrays >= 2 && array.objects === 0);
  if (ofArrays) {
    throw new InputError(
      inFour(
        'een lijst van objecten verwacht, gevonden: lijsten van waarden bij {path}, {n} {n:rij|rijen} zonder namen',
        'une liste d’objets était attendue, trouvé : des listes de valeurs à {path}, {n} {n:ligne|lignes} sans noms',
        'eine Liste von Objekten erwartet, gefunden: Listen von Werten bei {path}, {n} {n:Zeile|Zeilen} ohne Namen',
        'expected an array of objects, found arrays of values at {path}: {n} {n:row|rows} without names',
        { path: printJsonPath(ofArrays.path), n: ofArrays.arrays },
      ),
      {
        place: { file },
        repair: inFour(
          'haal de tabel als CSV op, of vraag de uitgever om objecten met sleutels',
          'récupérez le tableau en CSV, ou demandez à l’éditeur des objets avec clés',
          'die Tabelle als CSV abrufen oder den Herausgeber um Objekte mit Schlüsseln bitten',
          'fetch the table as CSV, or ask the publisher for objects with keys',
        ),
      },
    );
  }
  const there = arrays.slice(0, 3).map(({ path }) => printJsonPath(path));
  throw new InputError(
    inFour(
      'een lijst van objecten als rijen verwacht, gevonden: {found}',
      'une liste d’objets était attendue comme lignes, trouvé : {found}',
      'eine Liste von Objekten als Zeilen erwartet, gefunden: {found}',
      'expected an array of objects as rows, found {found}',
      {
        found:
          there.length > 0
            ? inFour(
                'andere lijsten bij {there}',
                'd’autres listes à {there}',
                'andere Listen bei {there}',
                'other arrays at {there}',
                { there: there.join(', ') },
              )
            : inFour('geen lijst', 'aucune liste', 'keine Liste', 'no array'),
      },
    ),
    {
      place: { file },
      repair: inFour(
        'haal de tabel als CSV op, of vraag de uitgever om een lijst van rijen',
        'récupérez le tableau en CSV, ou demandez à l’éditeur une liste de lignes',
        'die Tabelle als CSV abrufen oder den Herausgeber um eine Liste von Zeilen bitten',
        'fetch the table as CSV, or ask the publisher for a list of rows',
      ),
    },
  );
}

/** Where the rows of a JSON text are. */
export interface JsonTable {
  readonly format: Guess<FileFormat>;
  readonly path: Guess<string> | null;
  readonly notes: readonly Text[];
}

/** What an array of a JSON text holds. */
const holdsObjects = ({ path, objects, keys }: JsonArray, seen: Text | string = ''): Text =>
  inFour(
    '{path} bevat {objects} {objects:object|objecten}{seen} met {keys} {keys:sleutel|sleutels}',
    '{path} contient {objects} {objects:objet|objets}{seen} avec {keys} {keys:clé|clés}',
    '{path} enthält {objects} {objects:Objekt|Objekte}{seen} mit {keys} {keys:Schlüssel|Schlüsseln}',
    '{path} holds {objects} {objects:object|objects}{seen} with {keys} {keys:key|keys}',
    { path: printJsonPath(path), objects, keys: keys.length, seen },
  );

/** Tells lines of objects, cubes of JSON-stat and arrays of objects apart; InputError where none is there. */
export function jsonTable(file: string, text: string, cut: boolean): JsonTable {
  const lines = objectLines(text, cut, file);
  if (lines > 0) {
    return {
      format: makeGuess(
        'ndjson',
        0.98,
        inFour(
          `{lines} {lines:regel|regels} ${cut ? 'van het begin ' : ''}{lines:bevat|bevatten} elk één JSON-object`,
          `{lines} {lines:ligne|lignes} ${cut ? 'du début ' : ''}{lines:contient|contiennent} chacune un objet JSON`,
          `{lines} {lines:Zeile|Zeilen} ${cut ? 'des Anfangs ' : ''}{lines:enthält|enthalten} je ein JSON-Objekt`,
          `{lines} {lines:line|lines} ${cut ? 'of the beginning ' : ''}hold one JSON object each`,
          { lines },
        ),
      ),
      path: null,
      notes: [],
    };
  }
  const { arrays, rootKeys } = jsonArrays(file, text, cut);
  if (isJsonStat(rootKeys, text)) {
    return {
      format: makeGuess(
        'json-stat',
        0.97,
        inFour(
          'de sleutels {keys} zijn die van JSON-stat',
          'les clés {keys} sont celles de JSON-stat',
          'die Schlüssel {keys} sind die von JSON-stat',
          'the keys {keys} are those of JSON-stat',
          { keys: quotedAll(rootKeys, 6) },
        ),
      ),
      path: null,
      notes: [],
    };
  }
  const [best, ...others] = rowArrays(arrays);
  if (!best) refuseWithoutRows(file, arrays);
  const elements = best.objects + best.arrays + best.scalars;
  const rival = (others[0]?.objects ?? 0) / best.objects;
  const nested =
    best.nested > 0
      ? [
          inFour(
            '{n} {n:waarde|waarden} van de rijen {n:is zelf een object of lijst: ze blijft|zijn zelf objecten of lijsten: ze blijven} JSON-tekst',
            '{n} {n:valeur des lignes est elle-même un objet ou une liste : elle reste|valeurs des lignes sont elles-mêmes des objets ou des listes : elles restent} du texte JSON',
            '{n} {n:Wert|Werte} der Zeilen {n:ist selbst ein Objekt oder eine Liste: er bleibt|sind selbst Objekte oder Listen: sie bleiben} JSON-Text',
            '{n} {n:value|values} of the rows are objects or lists themselves: they are kept as JSON text',
            { n: best.nested },
          ),
        ]
      : [];
  const odd =
    elements > best.objects
      ? [
          inFour(
            '{n} {n:element van de lijst is geen object: het wordt|elementen van de lijst zijn geen objecten: ze worden} geweigerd',
            '{n} {n:élément de la liste n’est pas un objet : il sera rejeté|éléments de la liste ne sont pas des objets : ils seront rejetés}',
            '{n} {n:Element der Liste ist kein Objekt: es wird|Elemente der Liste sind keine Objekte: sie werden} abgewiesen',
            '{n} {n:element|elements} of the array are no objects: they will be rejected',
            { n: elements - best.objects },
          ),
        ]
      : [];
  return {
    format: makeGuess(
      'json',
      0.98,
      inFour(
        'de tekst is JSON met een lijst van objecten',
        'le texte est du JSON avec une liste d’objets',
        'der Text ist JSON mit einer Liste von Objekten',
        'the text is JSON with an array of objects',
      ),
    ),
    path: makeGuess(
      pathText(best.path),
      best.path.length === 0 && elements === best.objects
        ? 0.99
        : 0.97 - 0.4 * Math.min(1, rival) - (odd.length > 0 ? 0.1 : 0),
      inFour(
        '{holds}, zoals {keys}',
        '{holds}, comme {keys}',
        '{holds}, etwa {keys}',
        '{holds}, such as {keys}',
        {
          holds: holdsObjects(
            best,
            cut
              ? inFour(
                  ' in het gelezen deel',
                  ' dans la partie lue',
                  ' im gelesenen Teil',
                  ' in the part that was read',
                )
              : '',
          ),
          keys: joinWith(
            best.keys.slice(0, 3).map((key) => shortened(key)),
            ', ',
          ),
        },
      ),
      others.slice(0, 3).map((array) => ({
        value: pathText(array.path),
        confidence: Math.min(0.4, (array.objects / best.objects) * 0.4),
        reason: holdsObjects(array),
      })),
    ),
    notes: [...nested, ...odd],
  };
}

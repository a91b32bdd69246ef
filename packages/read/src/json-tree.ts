import { InputError, inFour, type Place, quoted } from '@samenbeeld/schema';
import jsonc from 'jsonc-parser';

/** JSON with numbers and booleans as their text, so that no digit is lost; objects keep the order of their keys. */
export type Json = string | null | readonly Json[] | ReadonlyMap<string, Json>;

const deepest = 100;

/** The place of an offset that the parser gives from 0. */
export function jsonPlace(file: string, line: number, character: number): Place {
  return { file, line: line + 1, column: String(character + 1) };
}

/** Refuses text that is not JSON. */
export function refuseJson(place: Place, code: jsonc.ParseErrorCode): never {
  const problem = jsonc.printParseErrorCode(code).replace(/\B[A-Z]/g, (letter) => ` ${letter}`);
  throw new InputError(
    inFour(
      'JSON verwacht, gevonden: een fout ({said})',
      'du JSON était attendu, trouvé : une erreur ({said})',
      'JSON erwartet, gefunden: ein Fehler ({said})',
      'expected JSON, found an error: {problem}',
      // As the parser calls it.
      { problem: problem.toLowerCase(), said: quoted(problem.toLowerCase()) },
    ),
    {
      place,
      repair: inFour(
        'haal het bestand opnieuw op, het kan afgebroken zijn; vraag anders de uitgever om geldige JSON',
        'récupérez à nouveau le fichier, il est peut-être coupé ; sinon demandez à l’éditeur du JSON valide',
        'die Datei neu abrufen, sie kann abgeschnitten sein; sonst den Herausgeber um gültiges JSON bitten',
        'fetch the file again, it may be cut off; else ask the publisher for valid JSON',
      ),
    },
  );
}

/** Refuses JSON that is nested too deep. */
export function refuseDepth(place: Place): never {
  throw new InputError(
    inFour(
      'ten hoogste {deepest} niveaus van nesting verwacht, gevonden: meer',
      'au plus {deepest} niveaux d’imbrication étaient attendus, trouvé : davantage',
      'höchstens {deepest} Ebenen der Verschachtelung erwartet, gefunden: mehr',
      'expected at most {deepest} levels of nesting, found more',
      { deepest },
    ),
    {
      place,
      repair: inFour(
        'vraag de uitgever om een plat bestand',
        'demandez à l’éditeur un fichier plat',
        'den Herausgeber um eine flache Datei bitten',
        'ask the publisher for a flat file',
      ),
    },
  );
}

/** True beyond the deepest level that is read. */
export function tooDeep(depth: number): boolean {
  return depth > deepest;
}

type Open = { readonly list: Json[] } | { readonly map: Map<string, Json>; key: string };

/** Reads one JSON text whole; a key that stands twice in an object is refused, since one value would be lost. */
export function jsonTree(file: string, text: string): Json {
  const open: Open[] = [];
  let root: Json = null;
  function put(value: Json): void {
    const top = open.at(-1);
    if (!top) root = value;
    else if ('list' in top) top.list.push(value);
    else top.map.set(top.key, value);
  }
  function push(next: Open, line: number, character: number): void {
    if (tooDeep(open.length + 1)) refuseDepth(jsonPlace(file, line, character));
    put('list' in next ? next.list : next.map);
    open.push(next);
  }
  jsonc.visit(
    text,
    {
      onObjectBegin: (_, __, line, character) => push({ map: new Map(), key: '' }, line, character),
      onArrayBegin: (_, __, line, character) => push({ list: [] }, line, character),
      onObjectEnd: () => void open.pop(),
      onArrayEnd: () => void open.pop(),
      onObjectProperty: (key, _, __, line, character) => {
        const top = open.at(-1);
        if (!top || 'list' in top) return;
        if (top.map.has(key)) {
          throw new InputError(
            inFour(
              'elke sleutel één keer verwacht, gevonden: {key} twee keer in één object',
              'chaque clé une fois était attendue, trouvé : {key} deux fois dans un objet',
              'jeder Schlüssel einmal erwartet, gefunden: {key} zweimal in einem Objekt',
              'expected each key once, found {key} twice in one object',
              { key: quoted(key) },
            ),
            {
              place: jsonPlace(file, line, character),
              repair: inFour(
                'vraag de uitgever welke van de twee bedoeld is',
                'demandez à l’éditeur laquelle des deux est la bonne',
                'den Herausgeber fragen, welcher der beiden gemeint ist',
                'ask the publisher which of the two is meant',
              ),
            },
          );
        }
        top.key = key;
      },
      onLiteralValue: (value, offset, length) =>
        put(
          value === null
            ? null
            : typeof value === 'string'
              ? value
              : text.slice(offset, offset + length),
        ),
      onError: (code, _, __, line, character) => refuseJson(jsonPlace(file, line, character), code),
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return root;
}

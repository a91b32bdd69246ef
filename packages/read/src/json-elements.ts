import { InputError, inFour, type Place, withheldText } from '@samenbeeld/schema';
import jsonc from 'jsonc-parser';
import { columnLetter } from './column-letter.ts';
import type { IssueLog } from './issue-log.ts';
import { jsonPlace, refuseDepth, refuseJson, tooDeep } from './json-tree.ts';
import { refuseWide } from './refuse-wide.ts';

/**
 * Segments of the path to an array: "/" and "$" are the root; "$.data[0].rows", "data.0.rows" and the JSON
 * pointer "/data/0/rows" are the same.
 */
function jsonPath(path = '/'): readonly string[] {
  if (path.startsWith('/')) {
    const parts = path.slice(1).split('/');
    return path === '/'
      ? []
      : parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  const plain = path.replace(/^\$\.?/, '').replace(/\[(\d+)\]/g, '.$1');
  return plain === '' ? [] : plain.replace(/^\./, '').split('.');
}

/** A path as `$.data[0]`, for messages. */
export function printJsonPath(path: readonly (string | number)[]): string {
  return `$${path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')}`;
}

/** The objects of an array; `index` is their place in it, from 0. */
export interface JsonElements {
  /** In the order of their first appearance. */
  readonly keys: readonly string[];
  readonly rows: readonly { readonly index: number; readonly cells: (string | null)[] }[];
  readonly total: number;
  readonly blank: number;
}

/** What OData says beside the rows: a link to the next page, and how many rows there are in all. */
const odataKey = /^@?odata\.(nextLink|count)$/;

/** The cells of one element while it is read; `twice` is a key that stood twice. */
interface Element {
  readonly cells: (string | null | undefined)[];
  twice: string | null;
}

/** Reads the array at a path in one pass; values keep their text, and nested ones are JSON text. */
export function jsonElements(
  file: string,
  text: string,
  path: string | undefined,
  log: IssueLog,
): JsonElements {
  const target = jsonPath(path);
  const keys = new Map<string, number>();
  const rows: { index: number; cells: (string | null)[] }[] = [];
  const arrays: string[] = [];
  let seen = false;
  let depth = 0;
  /** Depth of the array while in it. */
  let inside = Number.POSITIVE_INFINITY;
  let element: Element | null = null;
  let column = 0;
  let nested = 0;
  let total = 0;
  let blank = 0;

  let beside: string | null = null;
  let nextPage = false;
  let announced = 0;

  const at = (line: number, character: number): Place => jsonPlace(file, line, character);
  const reject = (rule: string, problem: string, repair: string): void =>
    log.add('rejection', rule, { line: total }, problem, repair);

  function finish(): void {
    if (!element) {
      const problem = 'expected an object, found another value';
      reject('row.not-an-object', problem, 'ask the publisher for an array of objects');
    } else if (element.twice !== null) {
      const problem = `the key "${element.twice}" stands twice`;
      reject('row.key-twice', problem, 'ask the publisher which value is meant');
    } else if (element.cells.some((cell) => (cell ?? '').trim() !== '')) {
      rows.push({ index: total, cells: Array.from(element.cells, (cell) => cell ?? null) });
    } else {
      blank++;
    }
    total++;
    element = null;
  }

  function begin(isArray: boolean, offset: number, place: Place, here: () => jsonc.JSONPath): void {
    depth++;
    if (tooDeep(depth)) refuseDepth(place);
    if (depth === inside + 1) element = isArray ? null : { cells: [], twice: null };
    if (depth === inside + 2) nested = offset;
    if (seen || !isArray) return;
    const parts = here();
    if (arrays.length < 5) arrays.push(printJsonPath(parts));
    const named = (part: string | number, i: number): boolean =>
      String(part) === target[i] || withheldText(String(part)) === target[i];
    seen = parts.length === target.length && parts.every(named);
    if (seen) inside = depth;
  }

  function end(offset: number): void {
    if (depth === inside + 1) finish();
    if (depth === inside + 2 && element) {
      element.cells[column] = text.slice(nested, offset + 1);
      const place = { line: total, column: columnLetter(column) };
      log.add('note', 'cell.nested', place, 'an object or array: kept as JSON text', 'none needed');
    }
    if (depth === inside) inside = Number.POSITIVE_INFINITY;
    depth--;
  }

  jsonc.visit(
    text,
    {
      onObjectBegin: (offset, _, line, character, here) =>
        begin(false, offset, at(line, character), here),
      onArrayBegin: (offset, _, line, character, here) =>
        begin(true, offset, at(line, character), here),
      onObjectEnd: end,
      onArrayEnd: end,
      onObjectProperty: (key) => {
        if (depth === 1 && inside > 1) beside = odataKey.exec(key)?.[1] ?? null;
        if (depth !== inside + 1 || !element) return;
        column = keys.get(key) ?? keys.size;
        keys.set(key, column);
        refuseWide({ file }, keys.size);
        if (element.cells[column] !== undefined) element.twice = key;
      },
      onLiteralValue: (value, offset, length) => {
        if (depth === 1 && inside > 1 && beside) {
          if (beside === 'count') announced = Number(value);
          else nextPage = value !== null && value !== '';
        }
        if (depth === inside) finish();
        if (depth !== inside + 1 || !element) return;
        const raw = typeof value === 'string' ? value : text.slice(offset, offset + length);
        element.cells[column] = value === null || raw === '' ? null : raw;
      },
      onError: (code, _, __, line, character) => refuseJson(at(line, character), code),
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  if (!seen) {
    const there =
      arrays.length > 0
        ? inFour(
            'er staan lijsten op {paths}',
            'des listes sont à {paths}',
            'Listen stehen bei {paths}',
            'arrays are at {paths}',
            { paths: arrays.join(', ') },
          )
        : inFour(
            'er is geen lijst',
            'il n’y a aucune liste',
            'es gibt keine Liste',
            'there is no array',
          );
    throw new InputError(
      inFour(
        'een lijst op {path} verwacht, geen gevonden; {there}',
        'une liste à {path} était attendue, aucune n’est trouvée ; {there}',
        'eine Liste bei {path} erwartet, keine gefunden; {there}',
        'expected an array at {path}, found none; {there}',
        { path: printJsonPath(target), there },
      ),
      {
        place: { file },
        repair: inFour(
          'verbeter het pad in de bronbeschrijving',
          'corrigez le chemin dans la description de la source',
          'den Pfad in der Quellenbeschreibung berichtigen',
          'correct the path in the source description',
        ),
      },
    );
  }
  if (nextPage || announced > total) {
    log.add(
      'warning',
      'json.more-pages',
      {},
      announced > total
        ? `the publisher counts ${announced} rows, this file holds ${total}: the rest is on other pages`
        : 'the file names a next page: it holds a part of the rows only',
      'fetch the other pages and read all of them in one call',
    );
  }
  return { keys: [...keys.keys()], rows, total, blank };
}

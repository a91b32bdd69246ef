import { InputError, type Place } from '@samenbeeld/schema';
import jsonc from 'jsonc-parser';
import { columnLetter } from './column-letter.ts';
import type { IssueLog } from './issue-log.ts';
import { jsonPath, printJsonPath } from './json-path.ts';

/** The objects of an array; `index` is their place in it, from 0. */
export interface JsonElements {
  /** In the order of their first appearance. */
  readonly keys: readonly string[];
  readonly rows: readonly { readonly index: number; readonly cells: (string | null)[] }[];
  readonly total: number;
  readonly blank: number;
}

const deepest = 100;

function refuse(place: Place, code: jsonc.ParseErrorCode): never {
  const problem = jsonc.printParseErrorCode(code).replace(/\B[A-Z]/g, (letter) => ` ${letter}`);
  throw new InputError(`expected JSON, found an error: ${problem.toLowerCase()}`, {
    place,
    repair: 'fetch the file again, it may be cut off; else ask the publisher for valid JSON',
  });
}

function refuseDepth(place: Place): never {
  throw new InputError(`expected at most ${deepest} levels of nesting, found more`, {
    place,
    repair: 'ask the publisher for a flat file',
  });
}

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

  const at = (line: number, character: number): Place => ({
    file,
    line: line + 1,
    column: String(character + 1),
  });
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
    if (depth > deepest) refuseDepth(place);
    if (depth === inside + 1) element = isArray ? null : { cells: [], twice: null };
    if (depth === inside + 2) nested = offset;
    if (seen || !isArray) return;
    const parts = here();
    if (arrays.length < 5) arrays.push(printJsonPath(parts));
    seen = parts.length === target.length && parts.every((part, i) => String(part) === target[i]);
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
        if (depth !== inside + 1 || !element) return;
        column = keys.get(key) ?? keys.size;
        keys.set(key, column);
        if (element.cells[column] !== undefined) element.twice = key;
      },
      onLiteralValue: (value, offset, length) => {
        if (depth === inside) finish();
        if (depth !== inside + 1 || !element) return;
        const raw = typeof value === 'string' ? value : text.slice(offset, offset + length);
        element.cells[column] = value === null || raw === '' ? null : raw;
      },
      onError: (code, _, __, line, character) => refuse(at(line, character), code),
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  if (!seen) {
    const there = arrays.length > 0 ? `arrays are at ${arrays.join(', ')}` : 'there is no array';
    throw new InputError(`expected an array at ${printJsonPath(target)}, found none; ${there}`, {
      place: { file },
      repair: 'correct the path in the source description',
    });
  }
  return { keys: [...keys.keys()], rows, total, blank };
}

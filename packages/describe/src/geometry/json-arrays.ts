import { jsonPlace, refuseDepth, refuseJson, tooDeep } from '@samenbeeld/read';
import jsonc from 'jsonc-parser';

/** An array in a JSON text and what it holds. */
export interface JsonArray {
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
export function jsonArrays(
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

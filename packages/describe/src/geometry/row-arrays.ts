import type { JsonArray } from './json-arrays.ts';

const rowNames =
  /^(?:value|values|data|rows|records?|results?|items|observations?|features|entries|list|content)$/i;

/** Arrays that could be the rows; those within the objects of another one belong to its cells. */
export function rowArrays(arrays: readonly JsonArray[]): readonly JsonArray[] {
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
export const pathText = (path: JsonArray['path']): string =>
  path.length === 0
    ? '/'
    : path.every((part) => /^[\w-]+$/.test(String(part))) && !String(path[0]).startsWith('$')
      ? path.join('.')
      : `/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

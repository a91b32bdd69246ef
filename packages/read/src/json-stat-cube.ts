import {
  asCount,
  asList,
  asMap,
  asText,
  type CubeDimension,
  cubeDimension,
  refuseCube,
} from './json-stat-dimension.ts';
import type { Json } from './json-tree.ts';

/** A data set of JSON-stat: the last dimension changes fastest. */
export interface Cube {
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
      refuseCube(file, `expected a ${what} at place ${at}, found an object or array`);
    if (cell !== null && cell !== '') found.set(at, cell);
  };
  const list = asList(json);
  if (list) {
    if (list.length !== places)
      refuseCube(file, `expected ${places} ${what} entries, as size says, found ${list.length}`);
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
        `expected ${what} places from 0 to ${places - 1}, found "${key.slice(0, 20)}"`,
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
export function jsonStatCube(file: string, dataset: ReadonlyMap<string, Json>): Cube {
  const dimension = asMap(dataset.get('dimension'));
  if (!dimension) refuseCube(file, 'expected the dimensions of a data set, found none');
  const ids = asList(dataset.get('id')) ?? asList(dimension.get('id'));
  const sizes = asList(dataset.get('size')) ?? asList(dimension.get('size'));
  if (!ids || !sizes) refuseCube(file, 'expected the lists id and size of a data set, found none');
  if (ids.length !== sizes.length)
    refuseCube(
      file,
      `expected as many sizes as dimensions, found ${sizes.length} for ${ids.length}`,
    );
  const dimensions = ids.map((json, at) => {
    const id = asText(json) ?? refuseCube(file, 'expected names of dimensions under id');
    const size =
      asCount(sizes[at]) ?? refuseCube(file, `expected a whole number as the size of "${id}"`);
    return cubeDimension(file, id, size, dimension.get(id) ?? null);
  });
  if (new Set(dimensions.map(({ id }) => id)).size !== dimensions.length)
    refuseCube(file, 'a dimension stands twice under id');
  const places = dimensions.reduce((product, { codes }) => product * codes.length, 1);
  if (places > mostPlaces)
    refuseCube(file, `expected at most ${mostPlaces} places in the cube, found ${places}`);
  const value = dataset.get('value');
  if (!asList(value) && !asMap(value))
    refuseCube(file, 'expected value, an array or object, found none');
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

import { InputError } from '@samenbeeld/schema';
import type { Json } from './json-tree.ts';

/** One dimension of a cube: its codes in the order of the values, and what the publisher says of each. */
export interface CubeDimension {
  readonly id: string;
  readonly codes: readonly string[];
  /** Null where a code has no label, or no code has one that differs from it. */
  readonly labels: readonly (string | null)[] | null;
  readonly units: readonly (string | null)[] | null;
  /** The publisher says which categories are parts of which. */
  readonly nested: boolean;
}

/** Refuses a cube that is not what JSON-stat says. */
export function refuseCube(file: string, problem: string): never {
  throw new InputError(problem, {
    place: { file },
    repair: 'fetch the file again; else ask the publisher for valid JSON-stat',
  });
}

export const asMap = (json: Json | undefined): ReadonlyMap<string, Json> | null =>
  json instanceof Map ? json : null;

export const asList = (json: Json | undefined): readonly Json[] | null =>
  Array.isArray(json) ? (json as readonly Json[]) : null;

export const asText = (json: Json | undefined): string | null =>
  typeof json === 'string' ? json : null;

/** A whole number from 0, or null. */
export const asCount = (json: Json | undefined): number | null =>
  typeof json === 'string' && /^\d{1,15}$/.test(json) ? Number(json) : null;

/** Codes in order: an array of them, an object from code to place, or the only label where there is one category. */
function codesOf(file: string, id: string, category: ReadonlyMap<string, Json>): string[] {
  const list = asList(category.get('index'));
  if (list) {
    return list.map(
      (code) =>
        asText(code) ?? refuseCube(file, `expected codes in the index of "${id}", found none`),
    );
  }
  const map = asMap(category.get('index'));
  if (!map) return [...(asMap(category.get('label'))?.keys() ?? [])];
  const codes: string[] = [];
  for (const [code, place] of map) {
    const at = asCount(place);
    if (at === null || at >= map.size || codes[at] !== undefined) {
      refuseCube(
        file,
        `expected places from 0 to ${map.size - 1} in the index of "${id}", each once`,
      );
    }
    codes[at] = code;
  }
  return codes;
}

function unitText(unit: Json | undefined): string | null {
  const map = asMap(unit);
  if (!map) return asText(unit);
  const name = asText(map.get('label')) ?? asText(map.get('base')) ?? asText(map.get('symbol'));
  const multiplier = asText(map.get('multiplier'));
  return multiplier === null || multiplier === '0' || name === null
    ? name
    : `${name} × 10^${multiplier}`;
}

/** Reads one dimension; InputError where its codes are not as many as its size says, or stand twice. */
export function cubeDimension(file: string, id: string, size: number, json: Json): CubeDimension {
  const category = asMap(asMap(json)?.get('category'));
  if (!category) refuseCube(file, `expected the categories of the dimension "${id}", found none`);
  const codes = codesOf(file, id, category);
  if (codes.length !== size)
    refuseCube(file, `expected ${size} categories of "${id}", as size says, found ${codes.length}`);
  if (new Set(codes).size !== size) refuseCube(file, `a category of "${id}" stands twice`);
  const named = asMap(category.get('label'));
  const labels = codes.map((code) => asText(named?.get(code)));
  const units = asMap(category.get('unit'));
  return {
    id,
    codes,
    labels: labels.some((label, at) => label !== null && label !== codes[at]) ? labels : null,
    units: units ? codes.map((code) => unitText(units.get(code))) : null,
    nested: category.has('child'),
  };
}

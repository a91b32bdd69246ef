import { InputError, inFour, quoted, type Text } from '@samenbeeld/schema';
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
export function refuseCube(file: string, problem: Text): never {
  throw new InputError(problem, {
    place: { file },
    repair: inFour(
      'haal het bestand opnieuw op; vraag anders de uitgever om geldige JSON-stat',
      'récupérez à nouveau le fichier ; sinon demandez à l’éditeur du JSON-stat valide',
      'die Datei neu abrufen; sonst den Herausgeber um gültiges JSON-stat bitten',
      'fetch the file again; else ask the publisher for valid JSON-stat',
    ),
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
        asText(code) ??
        refuseCube(
          file,
          inFour(
            'codes in de index van {id} verwacht, geen gevonden',
            'des codes étaient attendus dans l’index de {id}, aucun n’est trouvé',
            'Codes im Index von {id} erwartet, keine gefunden',
            'expected codes in the index of {id}, found none',
            { id: quoted(id) },
          ),
        ),
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
        inFour(
          'plaatsen van 0 tot {last} in de index van {id} verwacht, elk één keer',
          'des places de 0 à {last} étaient attendues dans l’index de {id}, chacune une fois',
          'Plätze von 0 bis {last} im Index von {id} erwartet, jeder einmal',
          'expected places from 0 to {last} in the index of {id}, each once',
          { last: map.size - 1, id: quoted(id) },
        ),
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
  if (!category)
    refuseCube(
      file,
      inFour(
        'de categorieën van de dimensie {id} verwacht, geen gevonden',
        'les catégories de la dimension {id} étaient attendues, aucune n’est trouvée',
        'die Kategorien der Dimension {id} erwartet, keine gefunden',
        'expected the categories of the dimension {id}, found none',
        { id: quoted(id) },
      ),
    );
  const codes = codesOf(file, id, category);
  if (codes.length !== size)
    refuseCube(
      file,
      inFour(
        '{size} categorieën van {id} verwacht, zoals size zegt, gevonden: {n}',
        '{size} catégories de {id} étaient attendues, comme le dit size, trouvé : {n}',
        '{size} Kategorien von {id} erwartet, wie size sagt, gefunden: {n}',
        'expected {size} categories of {id}, as size says, found {n}',
        { size, id: quoted(id), n: codes.length },
      ),
    );
  if (new Set(codes).size !== size)
    refuseCube(
      file,
      inFour(
        'een categorie van {id} staat er twee keer',
        'une catégorie de {id} figure deux fois',
        'eine Kategorie von {id} steht zweimal da',
        'a category of {id} stands twice',
        { id: quoted(id) },
      ),
    );
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

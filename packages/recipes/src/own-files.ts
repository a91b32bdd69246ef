// In the topmost folder, so that each path is the same from the source and from the one file that it is built into.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const own = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The JSON Schema of picture files, as a file, for editors that complete keys from it. */
export const pictureSchemaFile: string = own('picture.schema.json');

/** The JSON Schemas of barrier models and of judgements on phenomena. */
export const barrierSchemaFile: string = own('barrier-model.schema.json');
export const prioritiesSchemaFile: string = own('priorities.schema.json');

const ending = '.recipe.yaml';

/** The recipes that are shipped: questions and a report, as data. */
export function recipeNames(): readonly string[] {
  return readdirSync(own('recipes'))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** The schemas and recipes that are shipped, as files. */
export const shippedFiles = (): readonly string[] => [
  pictureSchemaFile,
  barrierSchemaFile,
  prioritiesSchemaFile,
  ...recipeNames().map(recipeFile),
];

export function recipeFile(name: string): string {
  return own(`recipes/${name}${ending}`);
}

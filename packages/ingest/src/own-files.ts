// In the topmost folder, so that each path is the same from the source and from the one file that it is built into.
import { fileURLToPath } from 'node:url';

const own = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The JSON Schema of source descriptions, as a file, for editors that complete keys from it. */
export const descriptionSchemaFile: string = own('source-description.schema.json');

/** The JSON Schema of checks between sources, as a file. */
export const crossCheckSchemaFile: string = own('cross-checks.schema.json');

export const manifestFile: string = own('package.json');

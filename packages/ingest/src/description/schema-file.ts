import { fileURLToPath } from 'node:url';

/** The JSON Schema of source descriptions, as a file, for editors that complete keys from it. */
export const descriptionSchemaFile: string = fileURLToPath(
  new URL('../../source-description.schema.json', import.meta.url),
);

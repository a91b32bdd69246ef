import { RefusalError, UsageError } from '@samenbeeld/schema';
import { type Clearance, coversInput } from './clearance.ts';
import type { PictureContents } from './picture.ts';
import { coversHandling } from './restrictions.ts';

const tableName = /^[a-z][a-z0-9_]*$/;
const filePath = /^[^/\\.][^/\\]*(\/[^/\\.][^/\\]*)*$/;

/** Refuses contents that are not well formed, or that the clearance does not cover. */
export function checkContents(
  { metadata, tables, files = {}, engine }: PictureContents,
  clearance: Clearance,
): void {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(metadata.name))
    throw new UsageError(
      `"${metadata.name}" cannot name a picture: use lower case, digits and "-".`,
    );
  const names = tables.map(({ name }) => name);
  for (const name of names) {
    if (!tableName.test(name))
      throw new UsageError(`"${name}" cannot name a table: use lower case, digits and "_".`);
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw new UsageError(`The table "${name}" is given twice.`);
  }
  for (const path of Object.keys(files))
    if (!filePath.test(path) || path === 'data' || path.startsWith('data/'))
      throw new UsageError(
        `"${path}" cannot be a file of a picture: use a path inside the folder, outside data/.`,
      );
  if (!engine && tables.some((table) => 'sql' in table))
    throw new UsageError('A table given as a query needs the engine it runs in: pass engine.');
  checkSources({ metadata, tables }, clearance);
}

function checkSources({ metadata }: PictureContents, clearance: Clearance): void {
  const synthetic = metadata.sources.filter((source) => source.synthetic).map(({ id }) => id);
  if (synthetic.length > 0 && synthetic.length < metadata.sources.length)
    throw new RefusalError(
      `Synthetic and published sources never share a picture; synthetic here: ${synthetic.join(', ')}.`,
      { dimension: 'synthetic', remedy: 'Build the exercise as a picture of its own.' },
    );
  if (synthetic.length > 0 !== clearance.synthetic)
    throw new RefusalError(
      clearance.synthetic
        ? 'The clearance is for an exercise, but no source is synthetic.'
        : `The sources are synthetic (${synthetic.join(', ')}), but the clearance is not for an exercise.`,
      { dimension: 'synthetic', remedy: 'Ask for the clearance with the same "synthetic".' },
    );
  const stricter = metadata.sources.filter(
    ({ id, handling }) =>
      !coversHandling(clearance.original, handling) ||
      !coversInput(clearance, {
        handling,
        files: metadata.inputs.filter(({ source }) => source === id),
      }),
  );
  if (stricter.length > 0)
    throw new RefusalError(
      `The clearance is for a weaker handling, or other content, than that of ${stricter.map(({ id }) => id).join(', ')}.`,
      {
        dimension: 'handling',
        remedy: 'Ask for it with the handling and the files of each source.',
      },
    );
}

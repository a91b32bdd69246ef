import type { Source } from '@samenbeeld/schema';
import type { Clearance } from './clearance.ts';
import type { PictureColumn, PictureDescription, PictureFile, PictureMetadata } from './picture.ts';
import { sha256 } from './sha256.ts';

/** A table as it was written: its columns and its two files. */
export interface WrittenTable {
  readonly name: string;
  readonly description: string | null;
  readonly columns: readonly PictureColumn[];
  readonly parquet: PictureFile;
  readonly csv: PictureFile;
}

/** Where the package file lies in a picture. */
export const packagePath = 'data/datapackage.json';

/** The layout this code writes and reads. */
export const format = 1;

const own = 'samenbeeld:';

/**
 * The mark of a build: twelve digits that are other ones as soon as one byte of the picture is another.
 *
 * @example
 * ```ts
 * import { buildMark } from '@samenbeeld/store';
 * buildMark({ files: [] }) // => 'e3b0c44298fc'
 * ```
 */
export function buildMark({ files }: { readonly files: readonly PictureFile[] }): string {
  return sha256(files.map(({ path, sha256: hash }) => `${path} ${hash}`).join('\n')).slice(0, 12);
}

function fieldType(type: string): string {
  if (type === 'VARCHAR') return 'string';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE') return 'date';
  return type === 'INTEGER' || type === 'BIGINT' ? 'integer' : 'number';
}

function resource({ name, description, columns, parquet, csv }: WrittenTable): unknown {
  const schema = {
    fields: columns.map(({ name: field, type, title, description: says, required, codes }) => ({
      name: field,
      type: fieldType(type),
      title,
      description: says,
      ...((required || codes) && {
        constraints: { ...(required && { required }), ...(codes && { enum: codes }) },
      }),
    })),
    missingValues: [''],
  };
  const file = ({ path, bytes, sha256: hash }: PictureFile): object => ({
    path: path.slice('data/'.length),
    bytes,
    hash: `sha256:${hash}`,
  });
  return {
    name,
    type: 'table',
    ...(description !== null && { description }),
    ...file(csv),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema,
    // The same rows with their exact types; as a resource, what checks packages would ask for a reader of it.
    [`${own}parquet`]: file(parquet),
  };
}

/** The licences; those of a draft are not confirmed by anybody. */
function licenses(sources: readonly Source[], isDraft: boolean): unknown[] {
  const names = [...new Set(sources.map(({ licence }) => licence))].sort();
  return names.map((title) => ({
    name: title.replace(/[^-a-zA-Z0-9._]+/g, '-').replace(/^-|-$/g, '') || 'unknown',
    title: isDraft ? `DRAFT: ${title} (not confirmed)` : title,
  }));
}

/** The package file of a picture: Frictionless Data Package v2, with what is ours under `samenbeeld:`. */
export function toDataPackage(
  about: PictureDescription,
  tables: readonly WrittenTable[],
  files: readonly PictureFile[],
  clearance: Clearance,
): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: about.name,
    title: about.title.en,
    description: [clearance.banner.en, about.description?.en].filter(Boolean).join('\n'),
    licenses: licenses(about.sources, clearance.draft === true),
    sources: about.sources.map(({ title, url, citation }) => ({
      title: title.en,
      ...(url === null ? {} : { path: url }),
      [`${own}citation`]: clearance.draft ? `DRAFT: ${citation} (not confirmed)` : citation,
    })),
    resources: tables.map(resource),
    [`${own}format`]: format,
    [`${own}metadata`]: {
      ...about,
      audience: clearance.audience.code,
      handling: clearance.handling,
      banner: clearance.banner,
      synthetic: clearance.synthetic,
      ...(clearance.draft && { draft: clearance.draft }),
      ...(clearance.purpose === undefined ? {} : { purpose: clearance.purpose }),
      releases: clearance.releases.map(({ id }) => id),
      files,
    } satisfies PictureMetadata,
  };
  const hash = sha256(JSON.stringify(descriptor));
  return `${JSON.stringify({ ...descriptor, [`${own}hash`]: hash }, null, 2)}\n`;
}

/** What a package file says, or what is wrong with it. */
export type ReadPackage =
  | {
      readonly kind: 'read';
      readonly metadata: PictureMetadata;
      readonly tables: readonly string[];
    }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Reads a package file and checks that no one changed it. */
export function fromDataPackage(text: string): ReadPackage {
  let parsed: Record<string, unknown>;
  try {
    parsed = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { kind: 'wrong', problem: 'the package is not JSON' };
  }
  const { [`${own}hash`]: hash, ...descriptor } = parsed ?? {};
  if (descriptor[`${own}format`] === undefined)
    return { kind: 'wrong', problem: 'the data package was not written by samenbeeld' };
  if (descriptor[`${own}format`] !== format)
    return {
      kind: 'wrong',
      problem: `the picture has layout ${descriptor[`${own}format`]}, this version reads layout ${format}`,
    };
  if (hash !== sha256(JSON.stringify(descriptor)))
    return { kind: 'wrong', problem: 'the package was changed after it was written' };
  const listed = descriptor['resources'] as readonly { name: string; format: string }[];
  return {
    kind: 'read',
    metadata: descriptor[`${own}metadata`] as PictureMetadata,
    tables: listed.filter((resource) => resource.format === 'csv').map(({ name }) => name),
  };
}

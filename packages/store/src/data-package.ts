import type { Source } from '@samenbeeld/schema';
import type { Clearance } from './clearance.ts';
import type { PictureColumn, PictureDescription, PictureFile, PictureMetadata } from './picture.ts';
import { sha256 } from './sha256.ts';

/** A column's title and description in a data package. */
interface FieldNote {
  readonly title: string;
  readonly description: string;
}

function notes(lines: Readonly<Record<string, string>>): Readonly<Record<string, FieldNote>> {
  return Object.fromEntries(
    Object.entries(lines).map(([name, line]) => {
      const [title = '', description = ''] = line.split(' | ');
      return [name, { title, description }];
    }),
  );
}

/** Titles and descriptions of the columns of the observation and seizure tables, by column name. */
const fieldNotes: Readonly<Record<string, FieldNote>> = notes({
  id: 'Record | Hash of the stable raw key; cleaning never changes it.',
  source: 'Source | Id of the source in the catalogue.',
  publication: 'Publication | URL or document the figure was read in.',
  metric: 'Metric | What is measured: seizures, quantity, price, offences, …',
  stat: 'Statistic | Which statistic of it: sum, count, mean, median, rate, …',
  value: 'Value | The figure in its unit; empty exactly when "missing" is set.',
  printed: 'Printed digits | The digits as the source prints them.',
  wording: 'Wording | exact, rounded, floor ("over"), just_under ("almost") or unmarked.',
  wording_printed: 'Printed wording | The words as the source prints them.',
  unit: 'Unit | Unit of the figure: kg, g, l, tablet, plant, piece, EUR, …',
  missing: 'Missing | Why there is no figure; zero is a figure and is never here.',
  status: 'Status | Observation status as published (SDMX CL_OBS_STATUS).',
  extent: 'Extent | Part of the scope covered: whole, one_find, some_finds, one_agency.',
  place: 'Place | UN/LOCODE port, country, NUTS region or complex; several joined by +.',
  place_note: 'Place note | What the source adds about the place.',
  place_level: 'Place level | terminal, port, municipality, NUTS region, country, sea, …',
  basis: 'Basis | On what footing it was counted; different bases are never summed.',
  contains_own: 'Contains own | Whether an "entered via" figure contains the port\'s own seizures.',
  agencies: 'Agencies | Agencies whose work is counted, joined by +.',
  substance: 'Substance | Code of the drug.',
  substance_printed: 'Printed substance | The substance as the source prints it.',
  offence: "Offence | ICCS code, where the source's own code maps exactly.",
  national_code: "National code | The source's own code.",
  count_unit: 'Counting unit | What is counted: offence, case, suspect, seizure, …',
  definition: "Definition | Id of the definition in the source's folder.",
  level: 'Market level | Market level of a price, as the source says.',
  period_start: 'From | First day of the period, ISO.',
  period_end: 'To | Last day of the period, ISO.',
  freq: 'Frequency | A year, S half, Q quarter, M month, W week, D day, O other.',
  published_on: 'Published on | Day, month or year of publication as far as known.',
  confidence: 'Confidence | How sure the transcription is that the source says this.',
  note: 'Note | Remark of the source or the transcriber.',
  reference:
    "Reference | A claim's own number in its sheet; for a seizure, the office's reference as a hash.",
  seizing_country: 'Seizing country | Country whose agency seized it.',
  credited_to: 'Credited to | Countries that also count it, joined by +.',
  date: 'Date | Day of the seizure, or first day of the period, ISO.',
  date_precision: 'Date precision | day, week, month, quarter, half or year.',
  date_role: 'Date role | What the date is of: seizure, registration, judgment, …',
  registered_on: 'Registered on | Day it was registered.',
  quantity: 'Quantity | Amount in its unit; empty exactly when "missing" is set.',
  mass_basis: 'Mass basis | net, gross or unknown.',
  estimated: 'Estimated | Whether the amount is an estimate.',
  origin_country: 'Origin | Country the goods come from.',
  departure_country: 'Departure | Country of the last departure.',
  destination_country: 'Destination | Country the goods were bound for.',
  transport_mode: 'Transport | Means of transport.',
  concealment: 'Concealment | How it was hidden.',
  cover_load_hs: 'Cover load | Harmonised System code of the cover load.',
  container_key: 'Container | Salted hash of the container, to compare two files.',
  controlled_delivery: 'Controlled delivery | no, yes or unknown.',
  publication_restriction: 'Restriction | none, embargo or secret.',
  arrests: 'Arrests | Number of arrests.',
  origin_file: 'File | File the record was made from.',
  origin_sheet: 'Sheet | Sheet of a workbook, or path in a JSON file.',
  origin_line: 'Line | Physical line (from 1), row of a sheet, or index (from 0) in JSON.',
  origin_column: 'Column | Letter or header of the column.',
  origin_raw: 'Cell | The cell, letter for letter.',
});

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

function resources({ name, description, columns, parquet, csv }: WrittenTable): unknown[] {
  const schema = {
    fields: columns.map((column) => ({
      name: column.name,
      type: fieldType(column.type),
      title: column.title ?? fieldNotes[column.name]?.title,
      description: column.description ?? fieldNotes[column.name]?.description,
    })),
    missingValues: [''],
  };
  const common = { type: 'table', ...(description === null ? {} : { description }) };
  const file = ({ path, bytes, sha256: hash }: PictureFile): object => ({
    path: path.slice('data/'.length),
    bytes,
    hash: `sha256:${hash}`,
  });
  return [
    {
      name,
      ...common,
      ...file(csv),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema,
    },
    {
      name: `${name}-parquet`,
      ...common,
      ...file(parquet),
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      schema,
    },
  ];
}

function licenses(sources: readonly Source[]): unknown[] {
  const names = [...new Set(sources.map(({ licence }) => licence))].sort();
  return names.map((title) => ({
    name: title.replace(/[^-a-zA-Z0-9._]+/g, '-').replace(/^-|-$/g, '') || 'unknown',
    title,
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
    licenses: licenses(about.sources),
    sources: about.sources.map(({ title, url, citation }) => ({
      title: title.en,
      ...(url === null ? {} : { path: url }),
      [`${own}citation`]: citation,
    })),
    resources: tables.flatMap(resources),
    [`${own}format`]: format,
    [`${own}metadata`]: {
      ...about,
      audience: clearance.audience.code,
      handling: clearance.handling,
      banner: clearance.banner,
      synthetic: clearance.synthetic,
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

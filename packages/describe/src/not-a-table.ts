import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { refuseUnreadable } from '@samenbeeld/read';
import { InputError, shownFile } from '@samenbeeld/schema';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{[\s\S]{0,2000}?"type"\s*:\s*"Topology"/u, 'a map (TopoJSON)'],
  [
    /^\s*\{[\s\S]{0,2000}?"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection)"/u,
    'a map (GeoJSON)',
  ],
];

/** The map that a file is, by its first bytes; null where it is none. Other files that hold no table `fileKind` refuses. */
export function mapKind(path: string): string | null {
  refuseUnreadable(path);
  if (statSync(path).size === 0) return null;
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(8_192);
    const text = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0)).toString('utf8');
    const start = text.replace(/^\uFEFF/, '');
    return kinds.find(([mark]) => mark.test(start))?.[1] ?? null;
  } finally {
    closeSync(file);
  }
}

/** The refusal of a file in which no table is found. */
export function notATable(
  path: string,
  kind: string | null,
  notes: readonly string[] = [],
): InputError {
  const found = kind === null ? 'no table was found in it' : `this is ${kind}, not a table`;
  const more = notes.length > 0 ? ` (${notes.join('; ')})` : '';
  return new InputError(`${found}${more}`, {
    place: { file: shownFile(path) },
    repair:
      'describe takes CSV, TSV, a workbook, a JSON array of records, JSON-stat, SDMX-CSV, Eurostat TSV or Parquet with a row a record',
  });
}

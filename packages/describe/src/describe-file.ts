import { existsSync } from 'node:fs';
import { headingOf } from '@samenbeeld/ingest';
import { type ReadTable, tableReader } from '@samenbeeld/read';
import { InputError, shownFile, UsageError } from '@samenbeeld/schema';
import { type DescribeOptions, describeTable } from './describe-table.ts';
import type { FileDescription } from './file-description.ts';
import { sniffGeometry } from './geometry/sniff-geometry.ts';
import type { Geometry } from './geometry.ts';
import { mapKind, notATable } from './not-a-table.ts';
import { sampleFile } from './sample-file.ts';
import { thresholds } from './thresholds.ts';
import { unpackedFile } from './unpacked-file.ts';

/** A table as describe looks at it, with long texts cut. InputError where it has too many columns, or a heading that is none. */
function describable(table: ReadTable): ReadTable {
  const { file, sheet, columns, rows, lines } = table;
  const place = { file, ...(sheet !== null && { sheet }), line: lines.title + 1 };
  if (columns.length > thresholds.columnsDescribed)
    throw new InputError(
      `expected at most ${thresholds.columnsDescribed.toLocaleString('en')} columns to describe, found ${columns.length.toLocaleString('en')}`,
      {
        place,
        repair:
          'describe a copy with some of the columns: where they are alike, one fold in the description takes them all',
      },
    );
  const long = columns.find((column) => headingOf(column).length > thresholds.headingLetters);
  if (long)
    throw new InputError(
      `expected headings of at most ${thresholds.headingLetters.toLocaleString('en')} characters, found one of ${headingOf(long).length.toLocaleString('en')}`,
      {
        place: { ...place, column: long.letter },
        repair: 'fetch the file again; else give the column a shorter heading in a copy',
      },
    );
  if (
    !rows.some(({ cells }) =>
      cells.some((cell) => cell !== null && cell.length > thresholds.cellLetters),
    )
  )
    return table;
  return {
    ...table,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell !== null && cell.length > thresholds.cellLetters
          ? cell.slice(0, thresholds.cellLetters)
          : cell,
      ),
    })),
  };
}

function chooseGeometry(
  path: string,
  found: readonly Geometry[],
  sheet: string | undefined,
): Geometry {
  if (sheet === undefined) {
    const [best] = found;
    if (!best) throw notATable(path, mapKind(path));
    return best;
  }
  const chosen = found.find((each) => each.sheet?.value === sheet);
  if (chosen) return chosen;
  const names = found.flatMap((each) => each.sheet?.value ?? []);
  throw new UsageError(
    names.length > 0
      ? `There is no table on a sheet "${sheet}" of ${shownFile(path)}. Sheets with one: ${names.join(', ')}.`
      : `${shownFile(path)} has no sheets; leave --sheet out.`,
  );
}

/**
 * Proposes a source description for a file that nobody has described: its layout, what each column and code seems to
 * mean, totals, figures that follow from others, and what only a person can answer, each with a confidence and a
 * reason. The proposal is tried in an engine before it is returned. Nothing is written.
 *
 * Of a large text file the beginning and the end are looked at; of a workbook the sheet that looks most like a table; of a
 * file packed with gzip the file in it.
 * Throws an InputError where the file holds no table or cannot be read, a UsageError where it does not exist or has no
 * such sheet.
 *
 * @example
 * ```ts
 * import { describeFile } from '@samenbeeld/describe';
 * const found = await describeFile('fixtures/published/excerpts/politie_47022NED_2018_2023.csv');
 * found.columns.map(({ headings, to }) => [headings[0], to]) // => [['incident_type_code', 'nationalCode'], ['year', 'period'], ['incident_count', 'value']]
 * found.trial.kind // => 'ingested'
 * ```
 */
export async function describeFile(
  path: string,
  options: DescribeOptions = {},
): Promise<FileDescription> {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const unpacked = await unpackedFile(path);
  try {
    return await describeUnpacked(unpacked.path, options);
  } finally {
    unpacked.remove();
  }
}

async function describeUnpacked(path: string, options: DescribeOptions): Promise<FileDescription> {
  const kind = mapKind(path);
  if (kind !== null) throw notATable(path, kind);
  const sample = sampleFile(path);
  try {
    const reader = tableReader(sample.path);
    const found = await sniffGeometry(sample.path, reader);
    const geometry = chooseGeometry(path, found, options.sheet);
    const [table] = await reader(geometry.shape);
    if (!table || table.rows.length === 0) throw notATable(path, null, geometry.notes);
    return await describeTable(
      sample.path,
      reader,
      sample.whole,
      geometry,
      found,
      describable(table),
      options,
    );
  } finally {
    sample.remove();
  }
}

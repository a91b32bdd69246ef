import { existsSync } from 'node:fs';
import { headingOf, headingsOf, type SourceDescription } from '@samenbeeld/ingest';
import { type ReadTable, readTable } from '@samenbeeld/read';
import {
  detectPersonalData,
  InputError,
  notShown,
  ownValue,
  places,
  shownFile,
  UsageError,
  withheldText,
} from '@samenbeeld/schema';
import { type ColumnGuess, conclusionOf, type TableGuess } from './column.ts';
import { tableRecord } from './columns/guess-table.ts';
import { withOwnCrosswalks } from './crosswalk-names.ts';
import { buildDraft } from './draft/build-draft.ts';
import { headingLines } from './draft/heading-lines.ts';
import { likeConstants } from './draft/like-constants.ts';
import type { FileDescription } from './file-description.ts';
import { sniffGeometry } from './geometry/sniff-geometry.ts';
import type { Geometry } from './geometry.ts';
import type { Guess } from './guess.ts';
import { labelsUnder } from './labels-under.ts';
import { codesOf, mappingsOf } from './mapped-codes.ts';
import { nearestSource } from './nearest-source.ts';
import { mapKind, notATable } from './not-a-table.ts';
import { personalColumns } from './personal-columns.ts';
import { findRelations } from './relations/find-relations.ts';
import { untoldRows } from './relations/untold-rows.ts';
import { sampleFile } from './sample-file.ts';
import { settleRows } from './settle/settle.ts';
import { statedOnce, withLabels } from './stated-once.ts';
import { emptySides } from './totals/empty-sides.ts';
import { findTotals } from './totals/find-totals.ts';
import { type LabelColumn, labelledTable } from './totals/label-columns.ts';
import { proposeTotals } from './totals/propose-totals.ts';
import { rateRows } from './totals/rate-rows.ts';
import { tryDescription } from './trial/try-description.ts';
import { unfitReason } from './unfit.ts';
import { unpackedFile } from './unpacked-file.ts';
import { withheldTexts } from './withheld-texts.ts';
import { throughout, withholder, withoutCells } from './withhold.ts';
import { isFigureField } from './written.ts';

function withoutQuotes<T>(guess: Guess<T>): Guess<T> {
  return { ...guess, reason: guess.reason.replace(/"[^"]*"|“[^”]*”/gu, '"…"'), alternatives: [] };
}

function shown(line: string): string {
  return detectPersonalData(line, { column: 'free-text' }).length > 0 ? notShown : line;
}

/**
 * A layout as it may be told: lines around the table that look like data of persons are withheld, and where the table
 * holds some, no reason quotes a cell of it.
 */
function withheldCells(geometry: Geometry, hasPersons: boolean): Geometry {
  const told: Geometry = {
    ...geometry,
    titleLines: geometry.titleLines.map(shown),
    footerLines: geometry.footerLines.map(shown),
  };
  if (!hasPersons) return told;
  return {
    ...told,
    title: withoutQuotes(told.title),
    header: withoutQuotes(told.header),
    footer: withoutQuotes(told.footer),
    quote: told.quote && withoutQuotes(told.quote),
    notes: told.notes.map((note) => note.replace(/"[^"]*"|“[^”]*”/gu, '"…"')),
  };
}

/** Letters behind figures that the mappings explain, by heading; those of a fold by its first and last. */
function layoutFlags(columns: readonly ColumnGuess[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    columns.flatMap(({ headings, written }) => {
      const mapping = written as {
        readonly flags?: object;
        readonly value?: { readonly flags?: object };
      } | null;
      const flags = Object.keys(mapping?.flags ?? mapping?.value?.flags ?? {});
      if (flags.length === 0) return [];
      const [first = '', ...others] = headings;
      const last = others.at(-1);
      return [[last === undefined ? first : `${first} … ${last}`, flags] as const];
    }),
  );
}

/** Whether figures stand below each other or side by side. */
function layoutOf(columns: readonly ColumnGuess[]): FileDescription['layout'] {
  const figures = columns.filter(({ to, kind }) => kind === 'fold' || isFigureField(to));
  if (figures.length === 0) return 'none';
  return figures.some(({ kind }) => kind === 'fold') || figures.length > 1 ? 'wide' : 'long';
}

/** The country most places of the file lie in, where one does. */
function countryOf(guess: TableGuess, table: ReadTable): string | null {
  const counts = new Map<string, number>();
  const add = (code: string | null | undefined): void => {
    const country = code ? (/^[A-Z]{2}/.exec(code)?.[0] ?? null) : null;
    if (country && places.has(country)) counts.set(country, (counts.get(country) ?? 0) + 1);
  };
  add(guess.constants['place']?.value);
  const column = guess.columns.find(({ to, kind }) => to === 'place' && kind === 'column');
  const labels = labelsUnder(table, column?.headings[0])?.slice(0, 500);
  if (column && labels) {
    for (const code of codesOf(labels, column, guess.record.value, guess.language.value).values())
      add(code);
  }
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= all * 0.8 ? first[0] : null;
}

function idOf(file: string): string {
  const name = file
    .replace(/\.[^.]+$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return name || 'source';
}

function feeds(field: string): (column: LabelColumn) => boolean {
  return ({ guess }) => mappingsOf(guess).some(({ to }) => to === field);
}

/** Places in the row of the columns that feed a field, but for the figures. */
function mappedColumns(table: ReadTable, columns: readonly ColumnGuess[]): readonly number[] {
  const fed = new Set(
    columns.flatMap(({ kind, to, headings }) =>
      kind === 'column' && to !== null && !isFigureField(to) ? headings : [],
    ),
  );
  return [...headingsOf(table)].flatMap(([column, heading]) =>
    fed.has(heading) ? [column.index] : [],
  );
}

/** What one table of a file seems to be, and the description that follows, tried in an engine. */
async function describeTable(
  path: string,
  whole: boolean,
  found: Geometry,
  everyTable: readonly Geometry[],
  read: ReadTable,
  options: Pick<DescribeOptions, 'id' | 'known' | 'name' | 'schema'>,
): Promise<FileDescription> {
  const { known = [] } = options;
  const once = statedOnce(read);
  const table = withLabels(read, once);
  const personal = personalColumns(table);
  const cells = withholder(withheldTexts(table, personal));
  const hide = (text: string): string => withheldText(cells(text));
  const geometry = {
    ...throughout(withheldCells(found, Object.keys(personal).length > 0), hide),
    shape: found.shape,
  };
  const { file, titleLines, footerLines } = geometry;
  const nearest = await nearestSource(path, [...headingsOf(table).values()], known);
  const near = known.filter(({ id }) => id === nearest?.id);
  const like = nearest && nearest.shared >= nearest.needed * 0.8 ? (near[0] ?? null) : null;
  // What one source says of a heading holds for files like its own; another's may mislead.
  const looked = tableRecord(table, { file, titleLines, footerLines, known: near });
  const record = looked.record.value;
  const language = looked.language.value;
  const settled = settleRows(looked, table, once, personal);
  const id = options.id ?? idOf(geometry.file);
  const withheld = withoutCells(settled, hide);
  const guess = {
    ...withheld,
    columns: withOwnCrosswalks(withheld.columns, options.name ?? id),
    constants: likeConstants(withheld.constants, like),
  };
  const concluded = guess.columns.map(conclusionOf);
  const told = concluded.filter(
    ({ headings }) => !headings.some((name) => ownValue(personal, name)),
  );
  const habit = { decimalChar: guess.decimalChar.value, groupChar: guess.groupChar.value };
  const relations = findRelations(table, habit);
  const leftOut = new Set(told.flatMap(({ headings, to }) => (to === null ? headings : [])));
  const derived = new Set(
    relations.flatMap(({ kind, column, from }) =>
      kind === 'sum' && !leftOut.has(column) ? from : [column],
    ),
  );
  const counted = told.filter(
    ({ headings, to }) => !isFigureField(to) || !headings.some((name) => derived.has(name)),
  );
  const { labels } = labelledTable(table, told);
  const proposed = proposeTotals(findTotals(table, counted, habit), {
    record,
    language,
    columns: told,
  });
  const byUnit = labelledTable(table, told, ['unit']).labels.filter(feeds('unit'));
  const totals = {
    ...proposed,
    exclude: [
      ...rateRows(byUnit, record, language),
      ...emptySides(table, told),
      ...proposed.exclude,
    ],
  };
  const draft = buildDraft({
    id,
    geometry,
    guess,
    relations,
    totals,
    personal,
    country: countryOf({ ...guess, columns: concluded }, table),
    like,
    fits: nearest?.fits ?? false,
    heading: headingLines(geometry, nearest, options.schema),
    untold: untoldRows(
      table,
      mappedColumns(table, concluded),
      labels.filter(({ guess: { to } }) => to === null),
    ),
  });
  const { crosswalks, decisions, columns, checks } = draft;
  const yaml = hide(draft.yaml);
  const trial = await tryDescription({ path, table, yaml, crosswalks, personal });
  const { format, encoding, delimiter, quote, sheet, title, header, footer, notes } = geometry;
  const description: FileDescription = {
    file,
    id,
    format,
    encoding,
    delimiter,
    quote,
    sheet,
    path: geometry.path,
    title,
    titleLines,
    header,
    footer,
    footerLines,
    otherSheets: everyTable.flatMap((other) =>
      other !== found && other.sheet ? [other.sheet.value] : [],
    ),
    notes,
    rows: table.rows.length,
    whole,
    layout: layoutOf(columns),
    period: trial.kind === 'ingested' ? trial.period : null,
    record: guess.record,
    language: guess.language,
    decimalChar: guess.decimalChar,
    groupChar: guess.groupChar,
    missingValues: guess.missingValues,
    zeroValues: guess.zeroValues,
    flags: layoutFlags(columns),
    columns: columns.filter((column) => column.kind === 'column'),
    folds: columns.filter((column) => column.kind === 'fold'),
    constants: guess.constants,
    personal,
    unfit: unfitReason(columns, personal, geometry),
    totals: totals.rows,
    relations,
    checks,
    decisions,
    nearest,
    trial,
    yaml,
    crosswalks,
  };
  // Whatever a part quotes, now or in a later version: no cell of a person leaves this room.
  return { ...throughout(description, hide), personal };
}

/** Columns of which describe says something: a person has to look at each. */
const mostColumns = 1000;
/** Letters of a heading: what is longer is a text, or a line that no delimiter splits. */
const longestHeading = 1000;
/** Letters of a cell that are looked at: nothing that is longer is a code, a figure or a label. */
const longestCell = 2000;

/** A table as describe looks at it, with long texts cut. InputError where it has too many columns, or a heading that is none. */
function describable(table: ReadTable): ReadTable {
  const { file, sheet, columns, rows, lines } = table;
  const place = { file, ...(sheet !== null && { sheet }), line: lines.title + 1 };
  if (columns.length > mostColumns)
    throw new InputError(
      `expected at most ${mostColumns.toLocaleString('en')} columns to describe, found ${columns.length.toLocaleString('en')}`,
      {
        place,
        repair:
          'describe a copy with some of the columns: where they are alike, one fold in the description takes them all',
      },
    );
  const long = columns.find((column) => headingOf(column).length > longestHeading);
  if (long)
    throw new InputError(
      `expected headings of at most ${longestHeading.toLocaleString('en')} characters, found one of ${headingOf(long).length.toLocaleString('en')}`,
      {
        place: { ...place, column: long.letter },
        repair: 'fetch the file again; else give the column a shorter heading in a copy',
      },
    );
  if (!rows.some(({ cells }) => cells.some((cell) => cell !== null && cell.length > longestCell)))
    return table;
  return {
    ...table,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell !== null && cell.length > longestCell ? cell.slice(0, longestCell) : cell,
      ),
    })),
  };
}

/** What `describeFile` may be told. */
export interface DescribeOptions {
  /** Sources that are known, so that a file of one of them, or nearly, is recognised. */
  readonly known?: readonly SourceDescription[];
  /** Id of the source; after the file's name where it is not given. */
  readonly id?: string;
  /** What the crosswalks are named after ("NAME.places.csv"), the description's own file; the id where it is not given. */
  readonly name?: string;
  /** The sheet of a workbook; the one that looks most like a table where it is not given. */
  readonly sheet?: string;
  /** Where an editor finds the JSON Schema, for the first line of the description; its address where it is not given. */
  readonly schema?: string;
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
    const found = await sniffGeometry(sample.path);
    const geometry = chooseGeometry(path, found, options.sheet);
    const [table] = await readTable(sample.path, geometry.shape);
    if (!table || table.rows.length === 0) throw notATable(path, null, geometry.notes);
    return await describeTable(
      sample.path,
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

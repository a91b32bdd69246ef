import { headingsOf, meets, type SourceDescription, whereOf } from '@samenbeeld/ingest';
import type { ReadColumn, ReadTable, TableReader } from '@samenbeeld/read';
import { type Language, ownValue, places } from '@samenbeeld/schema';
import { type ColumnGuess, conclusionOf, gain, type TableRecord } from './column.ts';
import { type TableHints, tableRecord } from './columns/guess-table.ts';
import { isMark } from './columns/missing-marks.ts';
import { areNumbersOrRates } from './columns/write-unit.ts';
import { withOwnCrosswalks } from './crosswalk-names.ts';
import { distinctCells } from './distinct-cells.ts';
import { buildDraft } from './draft/build-draft.ts';
import { headingLines } from './draft/heading-lines.ts';
import { likeConstants } from './draft/like-constants.ts';
import type { FigureCells } from './draft/missing-part.ts';
import type { FileDescription } from './file-description.ts';
import type { Geometry } from './geometry.ts';
import { codesOf, labelsUnder, mappingsOf } from './mapped-codes.ts';
import { nearestSources } from './nearest-source.ts';
import type { FigureHabit } from './numbers.ts';
import { recognised } from './own-description.ts';
import { looksLikeName, mayNamePersons, type Persons, personsIn } from './persons/persons.ts';
import { shownGeometry, withShownSamples } from './persons/shown.ts';
import { throughout, withoutCells } from './persons/withhold.ts';
import { findRelations } from './relations/find-relations.ts';
import { keptKinds } from './relations/kept-kinds.ts';
import type { Relation } from './relations/relation.ts';
import { mappedColumns, type UntoldRows, untoldRows } from './relations/untold-rows.ts';
import { settleRows } from './settle/settle.ts';
import { type StatedOnce, statedOnce, withLabels } from './stated-once.ts';
import { thresholds } from './thresholds.ts';
import { emptySides } from './totals/empty-sides.ts';
import { findTotals } from './totals/find-totals.ts';
import { countsAmongAmounts, headRows } from './totals/head-rows.ts';
import { type LabelColumn, labelledTable } from './totals/label-columns.ts';
import { otherSubjects } from './totals/other-subjects.ts';
import { kindsSetIn, partsOfPlaces } from './totals/parts-of-places.ts';
import { type ProposedTotals, proposeTotals } from './totals/propose-totals.ts';
import {
  backgroundRows,
  otherMeasures,
  partRows,
  rateRows,
  standRows,
  totalOfWithheld,
  totalRows,
  totalTimes,
} from './totals/rate-rows.ts';
import { headRules, repeatedHeads, withoutHeads } from './totals/repeated-heads.ts';
import { sumsOfFinds } from './totals/sums-of-finds.ts';
import { tryTimed } from './trial/try-description.ts';
import { unfitReason } from './unfit.ts';
import { isFigureField } from './written.ts';

/** What `describeFile` may be told. */
export interface DescribeOptions {
  /** Sources that are known, so that a file of one of them, or nearly, is recognised. */
  readonly known?: readonly SourceDescription[];
  /**
   * Folders of known sources, by id. A file that such a source takes is tried with it, and its description is the source's
   * own, with nothing open.
   */
  readonly folders?: Readonly<Record<string, string>>;
  /** Id of the source; after the file's name where it is not given. */
  readonly id?: string;
  /** What the crosswalks are named after ("NAME.places.csv"), the description's own file; the id where it is not given. */
  readonly name?: string;
  /** The sheet of a workbook; the one that looks most like a table where it is not given. */
  readonly sheet?: string;
  /** Where an editor finds the JSON Schema, for the first line of the description; its address where it is not given. */
  readonly schema?: string;
  /** The language in which the description is worded: its questions and remarks, and why something is left out; English where it is not given. */
  readonly language?: Language;
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
function countryOf(
  { constants, record, language }: TableRecord,
  columns: readonly ColumnGuess[],
  table: ReadTable,
): string | null {
  const counts = new Map<string, number>();
  const add = (code: string | null | undefined): void => {
    const country = code ? (/^[A-Z]{2}/.exec(code)?.[0] ?? null) : null;
    if (country && places.has(country)) counts.set(country, (counts.get(country) ?? 0) + 1);
  };
  add(constants['place']?.value);
  const column = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
  const labels = labelsUnder(table, column?.headings[0])?.slice(0, 500);
  if (column && labels) {
    for (const code of codesOf(labels, column, record.value, language.value).values()) add(code);
  }
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= all * thresholds.oneCountry ? first[0] : null;
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

/** How many cells the columns of figures have, how many of them are empty, and which marks stand in columns that are used. */
function figureCells(table: ReadTable, columns: readonly ColumnGuess[]): FigureCells {
  const places = new Map([...headingsOf(table)].map(([{ index }, heading]) => [heading, index]));
  const at = (wanted: (column: ColumnGuess) => boolean): readonly number[] =>
    columns
      .filter(wanted)
      .flatMap(({ headings }) => headings.flatMap((name) => places.get(name) ?? []));
  const figures = at(({ kind, to }) => kind === 'fold' || isFigureField(to));
  const mapped = at(({ kind, to }) => kind === 'fold' || to !== null);
  let empty = 0;
  const used = new Set<string>();
  for (const { cells } of table.rows) {
    for (const index of figures) if (!cells[index]?.trim()) empty++;
  }
  for (const text of new Set(mapped.flatMap((index) => [...distinctCells(table, index)])))
    if (isMark(text.trim())) used.add(text.trim());
  return { cells: table.rows.length * figures.length, empty, used };
}

/** All that is concluded of a table and tells of no person. */
interface Concluded {
  readonly guess: TableRecord;
  readonly relations: readonly Relation[];
  readonly totals: ProposedTotals;
  readonly untold: UntoldRows | null;
  readonly country: string | null;
}

/** A table without the rows that rules leave out whole; a rule that names columns leaves out figures of theirs only. */
function without(table: ReadTable, rules: ProposedTotals['exclude']): ReadTable {
  const places = new Map([...headingsOf(table)].map(([{ index }, heading]) => [heading, index]));
  const wheres = rules
    .filter(({ columns }) => columns === undefined)
    .map(({ where }) =>
      Object.entries(whereOf(where)).map(
        ([heading, condition]) => [places.get(heading) ?? -1, condition] as const,
      ),
    );
  if (wheres.length === 0) return table;
  const isOut = ({ cells }: ReadTable['rows'][number]): boolean =>
    wheres.some((where) =>
      where.every(([index, condition]) => meets(cells[index]?.trim() ?? '', condition)),
    );
  return { ...table, rows: table.rows.filter((row) => !isOut(row)) };
}

/** How figures are written. Beside a decimal comma a point groups, also where one figure alone has it. */
function habitOf({ decimalChar, groupChar }: TableRecord): FigureHabit {
  return {
    decimalChar: decimalChar.value,
    groupChar: groupChar.value ?? (decimalChar.value === ',' ? '.' : null),
  };
}

/** Relations, totals and rows that nothing tells apart, by the columns that hold no data of persons. */
function verify(
  table: ReadTable,
  guess: TableRecord,
  persons: Persons,
  aside: ProposedTotals['exclude'],
): Omit<Concluded, 'guess'> {
  const record = guess.record.value;
  const language = guess.language.value;
  const columns = guess.columns.map(conclusionOf);
  const told = columns.filter(
    ({ headings }) => !headings.some((name) => ownValue(persons.columns, name)),
  );
  const habit = habitOf(guess);
  const relations = findRelations(table, habit);
  const leftOut = new Set(told.flatMap(({ headings, to }) => (to === null ? headings : [])));
  const derived = new Set(
    relations.flatMap(({ kind, column, from }) =>
      kind === 'sum' && !leftOut.has(column) ? from : [column],
    ),
  );
  const added = new Set(relations.flatMap(({ column, from }) => [column, ...from]));
  // What follows from other columns is neither a figure of its own nor a label; what is added up is no label either.
  const counted = told.filter(
    ({ headings, to }) =>
      !headings.some((name) => derived.has(name) || (to === null && added.has(name))),
  );
  const { labels } = labelledTable(
    table,
    told.filter(({ headings, to }) => to !== null || !headings.some((name) => derived.has(name))),
  );
  const withUnits = labelledTable(table, told, ['unit']).labels;
  const byUnit = withUnits.filter(
    (column) =>
      feeds('unit')(column) || (column.guess.to === null && areNumbersOrRates(column.labels)),
  );
  const rates = rateRows(byUnit, record, language);
  const all = [...headingsOf(table)];
  const isWithheld = (heading: string): boolean => ownValue(persons.columns, heading) !== undefined;
  const [withheld, worded] = [true, false].map((wanted) =>
    all.flatMap(([column, heading]) => (isWithheld(heading) === wanted ? column : [])),
  ) as [ReadColumn[], ReadColumn[]];
  const noted = new Set(told.flatMap(({ headings, to }) => (to === 'note' ? headings : [])));
  const labelled = labelledTable(table, counted);
  const rest = without(table, aside);
  const whole = [
    ...aside,
    ...totalRows(rest, labelled, worded, noted, habit),
    ...totalOfWithheld(rest, withheld, labelled, habit),
  ];
  // Rates add up to nothing, and what all rows add up to is told.
  const proposed = proposeTotals(findTotals(without(table, [...rates, ...whole]), counted, habit), {
    record,
    language,
    columns: told,
    hide: persons.hide,
  });
  const left = [
    ...rates,
    ...whole,
    ...headRows(table, labels, told),
    ...(record === 'observation' ? otherMeasures(labels) : []),
    // What is set aside hides from no other label what it is.
    ...standRows(aside.length === 0 ? labels : labelledTable(rest, counted).labels),
    ...countsAmongAmounts(table, withUnits),
    ...partRows(labels),
    ...backgroundRows(labels, language),
    ...emptySides(table, told),
    ...proposed.exclude,
  ];
  const { figures } = labelled;
  const times = totalTimes(without(table, left), { labels, figures }, record, language, habit);
  const exclude = [...left, ...times];
  const kept = without(table, exclude);
  const apart = untoldRows(
    kept,
    mappedColumns(table, columns),
    labels.filter(
      ({ guess: { to }, labels: own }) =>
        to === null && own.some((label) => /\p{L}{2}/u.test(label)),
    ),
  );
  // What may be names is asked about without them.
  const named =
    apart?.labels.some(looksLikeName) || (apart && mayNamePersons(apart.by, apart.labels));
  const untold = apart && named ? { ...apart, labels: [] } : apart;
  const found = { relations, totals: { ...proposed, exclude }, untold };
  return { ...throughout(found, persons.hide), country: countryOf(guess, columns, table) };
}

/** What a table says; its cells go no further, and no cell of a person is in what is concluded. */
function conclude(
  read: ReadTable,
  once: readonly StatedOnce[],
  persons: Persons,
  hints: TableHints,
  like: SourceDescription | null,
  name: string,
): Concluded {
  const again = repeatedHeads(read);
  const table = withoutHeads(read, again);
  const concludedOf = (rows: ReadTable): TableRecord => {
    const settled = settleRows(tableRecord(rows, hints), rows, once, persons);
    const looks = [keptKinds(rows, persons), kindsSetIn(rows)];
    const kept = { ...settled, columns: looks.reduce(gain, settled.columns) };
    return kept.record.value === 'observation' ? kept : settled;
  };
  const all = concludedOf(table);
  const isTold = (heading: string): boolean => ownValue(persons.columns, heading) === undefined;
  const columns = all.columns.map(conclusionOf);
  const aside = [
    ...(all.record.value === 'seizure' ? sumsOfFinds(table, columns, isTold, habitOf(all)) : []),
    ...partsOfPlaces(table, columns, isTold, all.language.value),
    ...(all.record.value === 'observation'
      ? otherSubjects(labelledTable(table, columns).labels.filter(({ heading }) => isTold(heading)))
      : []),
  ];
  // What is left out says nothing of what the columns hold.
  const rest = aside.length === 0 ? all : concludedOf(without(table, aside));
  const withheld = withoutCells(rest, persons.hide);
  const guess = {
    ...withheld,
    columns: withOwnCrosswalks(withheld.columns, name),
    constants: likeConstants(withheld.constants, like),
  };
  const folded = guess.columns.flatMap(({ kind, headings }) => (kind === 'fold' ? headings : []));
  const heads = headRules(read, again, new Set(folded));
  return { guess, ...verify(read, guess, persons, [...heads, ...aside]) };
}

/** What one table of a file seems to be, and the description that follows, tried in an engine. */
export async function describeTable(
  path: string,
  reader: TableReader,
  whole: boolean,
  found: Geometry,
  beside: { readonly sheets: readonly string[]; readonly rows: number },
  read: ReadTable,
  options: Omit<DescribeOptions, 'sheet'>,
): Promise<FileDescription> {
  const { known = [], language = 'en' } = options;
  const once = statedOnce(read);
  const table = withLabels(read, once);
  const persons = personsIn(table);
  const geometry = shownGeometry(found, persons);
  const { file, titleLines, footerLines } = geometry;
  const id = options.id ?? idOf(geometry.file);
  const name = options.name ?? id;
  const named = { file, id, name, schema: options.schema, shape: geometry.shape, language };
  const near = await nearestSources(path, reader, [...headingsOf(table).values()], known);
  const input = { path, reader, persons };
  const { own, strange } = await recognised(near, known, options.folders ?? {}, named, input);
  const alike = near.filter(({ fits, tells }) => fits || tells);
  const likely = alike.find((each) => !strange.has(each.id)) ?? alike[0] ?? null;
  // What its headings promise is said only where the file was read so.
  const fits = options.folders ? own?.nearest.fits === true : (likely?.fits ?? false);
  const nearest = own?.nearest ?? (likely && { ...likely, fits });
  const source = known.find(({ id: each }) => each === nearest?.id && !strange.has(each)) ?? null;
  // Of another table of a family neither title nor rule, and nothing of what it counts, is this one's.
  const like = fits && source?.source.publisher !== 'UNSPECIFIED' ? source : null;
  // What one source says of a heading holds for files like its own; another's may mislead.
  const format = geometry.format.value;
  const hints = { file, titleLines, footerLines, format, known: source ? [source] : [] };
  // What a known source makes of a file is told by its trial: of the guesses beside it the first rows are enough.
  const looked = own?.nearest.fits
    ? { ...table, rows: table.rows.slice(0, thresholds.rowsOfKnown) }
    : table;
  const concluded = conclude(looked, once, persons, hints, like, name);
  const { guess, totals, relations } = concluded;
  const { columns, checks, ...draft } = buildDraft({
    ...concluded,
    id,
    geometry,
    personal: persons.columns,
    figures: figureCells(without(table, totals.exclude), guess.columns.map(conclusionOf)),
    like,
    heading: headingLines(geometry, nearest, options.schema),
    language,
  });
  const yaml = own?.yaml ?? persons.hide(draft.yaml);
  const crosswalks = own?.crosswalks ?? draft.crosswalks;
  const decisions = own?.decisions ?? draft.decisions;
  const trial =
    own?.trial ??
    (await tryTimed(
      { ...input, yaml, crosswalks },
      draft.timed && { ...draft.timed, yaml: persons.hide(draft.timed.yaml) },
    ));
  const { encoding, delimiter, quote, sheet, title, header, footer, notes } = geometry;
  const description: FileDescription = {
    file,
    id,
    format: geometry.format,
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
    otherTables: geometry.otherTables,
    otherSheets: beside.sheets,
    notes,
    rows: persons.table.rows.length + beside.rows,
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
    columns: columns.filter(({ kind }) => kind === 'column').map(withShownSamples),
    folds: columns.filter(({ kind }) => kind === 'fold'),
    constants: guess.constants,
    personal: persons.columns,
    unfit: unfitReason(columns, persons.columns, geometry, persons.table),
    totals: totals.rows,
    relations,
    checks,
    decisions,
    unsaid: own ? [] : draft.unsaid,
    nearest,
    trial,
    yaml,
    crosswalks,
  };
  // What was put together, or comes from the engine: no cell of a person leaves this room.
  return { ...throughout(description, persons.hide), personal: persons.columns };
}

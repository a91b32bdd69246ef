import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { ownValue, withheldText } from '@samenbeeld/schema';
import type { ColumnGuess } from './column-guess.ts';
import { guessTable } from './columns/guess-table.ts';
import { countryOf } from './country-of.ts';
import { withOwnCrosswalks } from './crosswalk-names.ts';
import type { DescribeOptions } from './describe-file.ts';
import { buildDraft } from './draft/build-draft.ts';
import { headingLines } from './draft/heading-lines.ts';
import { likeConstants } from './draft/like-constants.ts';
import { isFigureField } from './figure-field.ts';
import type { FileDescription } from './file-description.ts';
import { withFills } from './fill-guesses.ts';
import type { Geometry } from './geometry.ts';
import { mappingsOf } from './mapped-codes.ts';
import { nearestSource } from './nearest-source.ts';
import { personalColumns, withoutPersons } from './personal-columns.ts';
import { findRelations } from './relations/find-relations.ts';
import { untoldRows } from './relations/untold-rows.ts';
import { withSeizingCountry } from './seizing-country.ts';
import { statedOnce, withLabels } from './stated-once.ts';
import { layoutFlags, layoutOf } from './table-layout.ts';
import { emptySides } from './totals/empty-sides.ts';
import { findTotals } from './totals/find-totals.ts';
import { type LabelColumn, labelledTable } from './totals/label-columns.ts';
import { proposeTotals } from './totals/propose-totals.ts';
import { rateRows } from './totals/rate-rows.ts';
import { tryDescription } from './trial/try-description.ts';
import { unfitReason } from './unfit.ts';
import { withheldCells } from './withheld-cells.ts';
import { withheldTexts } from './withheld-texts.ts';
import { throughout, withholder, withoutCells } from './withhold.ts';

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
export async function describeTable(
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
  const guessed = guessTable(table, { file, titleLines, footerLines, known: near });
  const filling = { ...guessed, columns: withFills(guessed.columns, once) };
  const concluded = withSeizingCountry(withoutPersons(filling, personal), table);
  const id = options.id ?? idOf(geometry.file);
  const named = withOwnCrosswalks(withoutCells(concluded, hide), options.name ?? id);
  const guess = { ...named, constants: likeConstants(named.constants, like) };
  const told = guess.columns.filter(
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
  const record = guess.record.value;
  const language = guess.language.value;
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
    country: countryOf(guess, table),
    like,
    fits: nearest?.fits ?? false,
    heading: headingLines(geometry, nearest, options.schema),
    untold: untoldRows(
      table,
      mappedColumns(table, guess.columns),
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

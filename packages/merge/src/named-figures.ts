import {
  type Issue,
  inEach,
  inFour,
  joinWith,
  listed,
  type Observation,
  type Seizure,
  semicolon,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { type FigureName, parseFigureName } from './cell-name.ts';

/** Records of a picture as they were read, each with its file, line and cell. */
export interface NamedFigures {
  readonly name: FigureName;
  readonly observations: readonly Observation[];
  readonly seizures: readonly Seizure[];
  /** What was said of their cells when they were read, such as a correction. */
  readonly said: readonly CellIssue[];
}

/** An issue of a picture's table, with the column as it is shown. */
export interface CellIssue
  extends Pick<Issue, 'file' | 'sheet' | 'line' | 'rule' | 'severity' | 'message'> {
  readonly column_name: string | null;
}

/** Whether an issue is of the cell that a record was read from. */
export function isOfCell(
  { file, sheet, line, column_name: column }: CellIssue,
  { origin }: Observation | Seizure,
): boolean {
  return (
    file === origin.file &&
    sheet === origin.sheet &&
    line === origin.line &&
    column === origin.column
  );
}

/** What a picture has, at most so many of each. */
const shown = 12;

function some(values: readonly (string | null)[]): Text {
  const known = [...new Set(values.filter((value) => value !== null))].sort();
  const more = known.length - shown;
  const list = known.slice(0, shown).join(', ');
  return more > 0
    ? inFour(
        '{list} en nog {more}',
        '{list} et {more} de plus',
        '{list} und {more} weitere',
        '{list} and {more} more',
        { list, more },
      )
    : inEach(() => list);
}

const isAt = (place: string, places: readonly string[]): boolean =>
  place.split('+').some((part) => places.includes(part));

/** Says what there is of the place, or which places there are. */
function refuse(
  text: string,
  { places }: FigureName,
  rows: readonly (Pick<Observation, 'place' | 'substance'> & { readonly day: string })[],
): never {
  const own = rows.filter((row) => isAt(row.place, places));
  const has =
    own.length === 0
      ? inFour('Het heeft {some}.', 'Il a {some}.', 'Es hat {some}.', 'It has {some}.', {
          some:
            rows.length === 0
              ? inFour('geen records', 'aucun enregistrement', 'keine Datensätze', 'no records')
              : some(rows.map((row) => row.place)),
        })
      : inFour(
          'Van {places} heeft het {some}.',
          'De {places}, il a {some}.',
          'Von {places} hat es {some}.',
          'Of {places} it has {some}.',
          {
            places: inEach((language) => listed(places, language, 'or')),
            some: joinWith(
              [some(own.map(({ substance }) => substance)), some(own.map(({ day }) => day))].filter(
                ({ en }) => en !== '',
              ),
              semicolon,
            ),
          },
        );
  throw wrongUse(
    'Het beeld heeft geen cijfer van "{text}". {has}',
    'Le tableau n’a pas de chiffre de « {text} ». {has}',
    'Das Lagebild hat keine Zahl zu „{text}“. {has}',
    'The picture has no figure of "{text}". {has}',
    { text: text.trim(), has },
  );
}

/**
 * The records of a picture that a person names by place, drug and period: those of exactly that period, else those within
 * it. For pictures of records as they were read, which have no totals. Throws a UsageError that says what there is.
 */
export async function namedFigures(picture: Picture, text: string): Promise<NamedFigures> {
  const name = parseFigureName(text);
  const { places, substance, basis, metric, offence, period } = name;
  const [all, events] = [await picture.observations(), await picture.seizures()];
  const matches = (row: Observation | Seizure): boolean =>
    isAt(row.place, places) &&
    (substance === null || row.substance === substance) &&
    (basis === null || row.basis === basis) &&
    (metric === null || (row.kind === 'observation' && row.metric === metric)) &&
    (offence === null || (row.kind === 'observation' && row.offence === offence));
  const within = all.filter(
    (row) => matches(row) && row.periodStart >= period.start && row.periodEnd <= period.end,
  );
  const exact = within.filter(
    (row) => row.periodStart === period.start && row.periodEnd === period.end,
  );
  const observations = exact.length > 0 ? exact : within;
  const seizures = events.filter(
    (row) => matches(row) && row.date >= period.start && row.date <= period.end,
  );
  if (observations.length + seizures.length === 0)
    refuse(text, name, [
      ...all.map((row) => ({ ...row, day: `${row.periodStart}/${row.periodEnd}` })),
      ...events.map((row) => ({ ...row, day: row.date })),
    ]);
  const issues = picture.has('issue') ? await picture.rows<CellIssue>('issue') : [];
  const said = issues.filter((issue) =>
    [...observations, ...seizures].some((row) => isOfCell(issue, row)),
  );
  return { name, observations, seizures, said };
}

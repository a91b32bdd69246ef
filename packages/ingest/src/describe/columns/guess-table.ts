import type { MissingReason } from '@samenbeeld/schema';
import { headingsOf } from '../../compile/bind-columns.ts';
import type { SourceDescription } from '../../description/description.ts';
import type { ReadTable } from '../../read/table.ts';
import type { ColumnGuess, TableGuess } from '../column-guess.ts';
import type { Guess } from '../guess.ts';
import { keepCells } from './companions.ts';
import { contentEvidence } from './content-evidence.ts';
import { fillOnce } from './fill-once.ts';
import { guessColumn } from './guess-column.ts';
import { guessConstants } from './guess-constants.ts';
import { guessCountry } from './guess-country.ts';
import { guessFolds } from './guess-folds.ts';
import { guessLanguage } from './guess-language.ts';
import { guessRecord } from './guess-record.ts';
import { knownHeadings } from './known-headings.ts';
import { measureOf } from './measures.ts';
import { guessMark } from './missing-marks.ts';
import { tableHabit } from './number-habit.ts';
import { type ColumnProfile, labelsOf, profileColumn } from './profile-column.ts';
import { readHeading } from './read-heading.ts';
import { settleColumns } from './settle-columns.ts';
import type { TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import { weigh } from './weigh.ts';
import { counting } from './write-value.ts';

/** What surrounds a table, and what is known of others like it. */
export interface TableHints {
  /** The file's name without folders. */
  readonly file: string;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
  /** Descriptions at hand: a heading that one of them knows is evidence. */
  readonly known?: readonly SourceDescription[];
}

function markGuess(
  profiles: readonly ColumnProfile[],
  language: TableView['language'],
): Readonly<Record<string, Guess<MissingReason>>> {
  const marks = new Map<string, number>();
  for (const profile of profiles)
    for (const [mark, cells] of profile.marks) marks.set(mark, (marks.get(mark) ?? 0) + cells);
  return Object.fromEntries(
    [...marks].map(([mark, cells]) => [mark, guessMark(mark, cells, language)]),
  );
}

function charGuess<T extends string>(
  counts: ReadonlyMap<string, number>,
  what: string,
): Guess<T | null> {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first)
    return { value: null, confidence: 0.6, reason: `no cell proves a ${what}`, alternatives: [] };
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    value: first[0] as T,
    confidence: Math.round(Math.min(0.97, first[1] / all) * 100) / 100,
    reason: `${first[1]} of ${all} cells that prove a ${what} use "${first[0]}"`,
    alternatives: second
      ? [
          {
            value: second[0] as T,
            confidence: Math.round((second[1] / all) * 100) / 100,
            reason: `${second[1]} cells use it`,
          },
        ]
      : [],
  };
}

/**
 * What each column of an unseen table seems to mean, in the words of a source description: fields, parsers, flags,
 * what a value column sets, and folds for headings that are data. Evidence of headings (in four languages) and of all
 * cells is combined by `confidenceOf`; below 0.9, or where two readings remain, a question stands in `decide`.
 *
 * Nothing is guessed for what the file does not say: the basis on which something was counted is always a question
 * where seizures are counted. Cells that look like personal data are never among the samples.
 *
 * @example
 * ```ts
 * import { guessTable, readTable } from '@samenbeeld/ingest';
 * import { sampleFile } from '@samenbeeld/sources';
 * const [table] = await readTable(sampleFile('politie-47022ned'), { format: 'csv' });
 * const guess = guessTable(table, { file: table.file, titleLines: [], footerLines: [] });
 * guess.columns.map(({ to }) => to) // => ['nationalCode', 'period', 'value']
 * guess.record.value // => 'observation'
 * ```
 */
export function guessTable(table: ReadTable, hints: TableHints): TableGuess {
  const named = [...headingsOf(table)];
  const headings = named.map(([, heading]) => heading);
  const rough = named.map(([column, heading]) => profileColumn(table, column, heading, null));
  const titles = [...hints.titleLines, ...hints.footerLines, table.sheet ?? ''];
  const labels = rough.flatMap((profile) =>
    profile.words > 0 ? labelsOf(profile).slice(0, 40) : [],
  );
  const language = guessLanguage(headings, titles, labels);
  const country = guessCountry([...titles, hints.file, ...headings, ...labels.slice(0, 30)]);
  const known = knownHeadings(headings, hints.known ?? []);
  const weighed = rough.map((profile, at) => {
    const [column] = named[at] ?? [];
    if (column)
      keepCells(
        profile,
        table.rows.map(({ cells }) => cells[column.index] ?? null),
      );
    const evidence = readHeading(profile.column.headers, language.value);
    return {
      profile,
      meanings: weigh(
        evidence,
        contentEvidence(profile, language.value),
        profile,
        known.get(profile.heading),
      ),
    };
  });
  const record = guessRecord(weighed, titles);
  const fitting = weighed.map((column) => ({
    ...column,
    meanings: column.meanings.filter(({ concept }) => fitsRecord(concept, record.value)),
  }));
  const base: TableView = {
    record: record.value,
    language: language.value,
    country,
    habit: tableHabit(rough),
    counts: titles.some((title) => counting.has(measureOf(title)?.set['metric'] ?? '')),
    columns: fitting,
  };
  const folds = guessFolds(base);
  const folded = new Set(folds.flatMap((fold) => fold.headings));
  const rest = fitting.filter(({ profile }) => !folded.has(profile.heading));
  const view: TableView = { ...base, columns: settleColumns(rest, base) };
  const single = view.columns.map((column) =>
    guessColumn(
      column,
      view,
      known.get(column.profile.heading),
      folds.some(({ kind }) => kind === 'fold'),
    ),
  );
  const columns = doubted(fillOnce(inOrder([...single, ...folds], headings)), record.confidence);
  return {
    record,
    language,
    decimalChar: charGuess<'.' | ','>(base.habit.decimal, 'decimal mark'),
    groupChar: charGuess<string>(base.habit.group, 'mark between thousands'),
    missingValues: markGuess(rough, language.value),
    columns,
    constants: guessConstants(view, columns, hints),
  };
}

/** Whether a record of the kind can hold it at all. */
function fitsRecord(concept: Concept, record: TableView['record']): boolean {
  return (
    record === 'observation' ||
    ![
      'offence',
      'offenceKey',
      'periodStart',
      'periodEnd',
      'metric',
      'stat',
      'level',
      'wording',
      'confidence',
      'extent',
    ].includes(concept)
  );
}

/** Where even the kind of record is doubtful, no column is certain. */
function doubted(columns: readonly ColumnGuess[], sure: number): readonly ColumnGuess[] {
  if (sure >= 0.75) return columns;
  return columns.map((column) => ({
    ...column,
    confidence: Math.min(column.confidence, 0.85),
    decide:
      column.confidence > 0.85 && column.decide.length === 0
        ? ['Is this a table of crime figures or seizures at all?']
        : column.decide,
  }));
}

function inOrder(
  guesses: readonly ColumnGuess[],
  headings: readonly string[],
): readonly ColumnGuess[] {
  const place = new Map(headings.map((heading, at) => [heading, at]));
  const at = ({ headings: [first = ''] }: ColumnGuess): number => place.get(first) ?? 0;
  return [...guesses].sort((a, b) => at(a) - at(b));
}

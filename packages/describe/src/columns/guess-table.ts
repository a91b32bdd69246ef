import { headingsOf, legendOf, type SourceDescription } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import type { ColumnGuess, TableGuess } from '../column-guess.ts';
import { tableSums } from '../relations/table-sums.ts';
import { cellsOf, isFigure, isOne, setIn, withCells } from '../written-parts.ts';
import { keepCells } from './companions.ts';
import { contentEvidence } from './content-evidence.ts';
import { fillOnce, intoSets } from './fill-once.ts';
import { guessColumn } from './guess-column.ts';
import { guessConstants } from './guess-constants.ts';
import { countryOfKeys, guessCountry } from './guess-country.ts';
import { guessFolds } from './guess-folds.ts';
import { guessLanguage } from './guess-language.ts';
import { guessRecord } from './guess-record.ts';
import { charGuess, markGuess } from './habits-of-table.ts';
import { toldApart } from './indistinct.ts';
import { knownHeadings } from './known-headings.ts';
import { measureOf } from './measures.ts';
import { openMark, tableHabit } from './number-habit.ts';
import { labelsOf, profileColumn } from './profile-column.ts';
import { readHeading } from './read-heading.ts';
import { settleColumns } from './settle-columns.ts';
import type { TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import { weigh } from './weigh.ts';
import { counting } from './write-value.ts';

const counts =
  /(?<![\p{L}\p{M}])(?:aantal(?:len)?|anzahl(?:en)?|nombres?|numbers?|counts?|nb|nbre|anz)(?![\p{L}\p{M}])/iu;
const seized =
  /inbeslag|onderschep|vangst|saisie|intercept|sicherstell|beschlagnahm|aufgriff|seiz/iu;

/** Whether a heading says that things are counted, and not which. */
function countsSomething(heading: string): boolean {
  const bare = heading.replace(/ #\d+$/u, '').replace(/[\d*]+/gu, ' ');
  const measure = measureOf(bare.trim());
  return measure === null ? counts.test(bare) : measure.name === 'cases';
}

function setOf({ written }: ColumnGuess): Readonly<Record<string, unknown>> | null {
  if (written === null || !isOne(written)) return null;
  const cells = cellsOf(written);
  return isFigure(cells) ? setIn(cells) : null;
}

/**
 * Figures headed only "Anzahl", "Aantal" or "Nombre" beside amounts of drugs count the seizures, and are no amounts
 * themselves; that it is seizures that are counted, and not packages or persons, is asked.
 */
function countsBesideAmounts(
  columns: readonly ColumnGuess[],
  around: string,
): readonly ColumnGuess[] {
  const amount = columns.find((column) => setOf(column)?.['metric'] === 'quantity');
  const drugs = columns.some(({ to }) => to === 'substance');
  if (!amount || !(drugs || seized.test(around))) return columns;
  return columns.map((column): ColumnGuess => {
    const set = setOf(column);
    const { written } = column;
    const [heading = ''] = column.headings;
    if (!set || written === null || !isOne(written) || !countsSomething(heading)) return column;
    if (set['metric'] !== undefined && set['metric'] !== 'offences') return column;
    const counted = { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' };
    return {
      ...column,
      written: withCells(written, (cells) => ({ ...cells, set: { ...set, ...counted } })),
      confidence: Math.min(column.confidence, 0.75),
      decide: [
        ...column.decide,
        `Does "${heading}" count seizures (metric seizures, unit seizure)? It stands beside "${amount.headings[0] ?? ''}", and does not say what is counted: where it is packages or persons, set that unit`,
      ],
    };
  });
}

/** Guesses in the order of the file's columns. */
function inOrder(
  guesses: readonly ColumnGuess[],
  headings: readonly string[],
): readonly ColumnGuess[] {
  const place = new Map(headings.map((heading, at) => [heading, at]));
  const at = ({ headings: [first = ''] }: ColumnGuess): number => place.get(first) ?? 0;
  return [...guesses].sort((a, b) => at(a) - at(b));
}

/** More columns than this are left open: no office publishes such a table, and a person must say what it is. */
const rowsLooked = 4_000;

/** A column beyond those that are looked at. */
function notLookedAt(letter: string, heading: string): ColumnGuess {
  return {
    kind: 'column',
    headings: [heading],
    letters: [letter],
    to: null,
    written: null,
    confidence: 0,
    reason: `not looked at: the table has more than ${rowsLooked} columns`,
    alternatives: [],
    decide: [`What is "${heading}"? Only the first ${rowsLooked} columns were looked at.`],
    crosswalks: [],
    samples: [],
  };
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

/** What surrounds a table, and what is known of others like it. */
export interface TableHints {
  /** The file's name without folders. */
  readonly file: string;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
  /** Descriptions at hand: a heading that one of them knows is evidence. */
  readonly known?: readonly SourceDescription[];
}

/** Whether a text speaks of prices, and in which currency. */
function pricesIn(text: string): TableView['priced'] {
  if (!/prices?(?![\p{L}])|prijs|prijzen|prix(?![\p{L}])|preise?(?![\p{L}])/iu.test(text))
    return null;
  const [currency] = /\b(?:USD|EUR|GBP|CHF)\b/u.exec(text.replaceAll('_', ' ')) ?? [];
  if (currency) return { currency };
  if (/US dollars?|dollars? US/iu.test(text)) return { currency: 'USD' };
  return { currency: /\beuros?\b/iu.test(text) ? 'EUR' : null };
}

const nationality = /staatsangeh|nationalit|citizenship|nichtdeutsche tatverd/iu;

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
 * import { guessTable } from '@samenbeeld/describe';
 * import { readTable } from '@samenbeeld/read';
 * import { sampleFile } from '@samenbeeld/sources';
 * const [table] = await readTable(sampleFile('politie-47022ned'), { format: 'csv' });
 * const guess = guessTable(table, { file: table.file, titleLines: [], footerLines: [] });
 * guess.columns.map(({ to }) => to) // => ['nationalCode', 'period', 'value']
 * guess.record.value // => 'observation'
 * ```
 */
export function guessTable(table: ReadTable, hints: TableHints): TableGuess {
  const all = [...headingsOf(table)];
  const named = all.slice(0, rowsLooked);
  const headings = named.map(([, heading]) => heading);
  const legend = legendOf([...hints.titleLines, ...hints.footerLines]);
  const given = new Set(
    [...legend.values()].flatMap((each) => (each.missing || each.nil > 0 ? each.mark : [])),
  );
  const rough = named.map(([column, heading]) =>
    profileColumn(table, column, heading, null, given),
  );
  const titles = [...hints.titleLines, ...hints.footerLines, table.sheet ?? ''];
  const labels = rough.flatMap((profile) =>
    profile.words > 0 ? labelsOf(profile).slice(0, 40) : [],
  );
  const language = guessLanguage(headings, titles, labels);
  const country =
    guessCountry([...titles, hints.file, ...headings, ...labels.slice(0, 30)]) ??
    countryOfKeys(rough);
  const known = knownHeadings(headings, hints.known ?? []);
  const weighed = rough.map((profile) => {
    keepCells(profile, table.rows);
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
  const seen = tableHabit(rough);
  const marks = {
    decimal: charGuess<'.' | ','>(seen.decimal, null, false).value,
    group: charGuess<string>(seen.group, null, true).value,
    either: openMark(rough),
  };
  const sums = tableSums(table, marks, seen.settled?.groups ?? false);
  const base: TableView = {
    record: record.value,
    language: language.value,
    country,
    habit: tableHabit(rough, sums.marks),
    sums,
    legend,
    counts:
      titles.some((title) => counting.has(measureOf(title)?.set['metric'] ?? '')) ||
      fitting.some(
        ({ meanings: [top] }) =>
          (top?.concept === 'offence' || top?.concept === 'offenceKey') && top.confidence >= 0.8,
      ),
    priced: pricesIn([...titles, hints.file].join('\n')),
    nationalities: [...titles, hints.file, ...headings].some((text) => nationality.test(text)),
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
  const ordered = inOrder([...single, ...folds], headings);
  const counted =
    record.value === 'observation'
      ? countsBesideAmounts(ordered, [...titles, hints.file, ...headings].join('\n'))
      : ordered;
  const once = fillOnce(counted);
  const { columns: guessed, constants } = intoSets(
    once,
    guessConstants(view, once, { ...hints, sheet: table.sheet }),
  );
  const late = all
    .slice(rowsLooked)
    .map(([column, heading]) => notLookedAt(column.letter, heading));
  const apart = record.value === 'observation' ? toldApart(guessed) : guessed;
  const columns = [...doubted(apart, record.confidence), ...late];
  return {
    record,
    language,
    decimalChar: charGuess<'.' | ','>(base.habit.decimal, base.habit.settled, false),
    groupChar: charGuess<string>(base.habit.group, base.habit.settled, true),
    ...markGuess(rough, legend),
    legend: Object.fromEntries([...legend].map(([mark, { text }]) => [mark, text])),
    columns,
    constants,
  };
}

import { inFour, type Language, type MissingReason, quoted, type Text } from '@samenbeeld/schema';
import type { ColumnProfile } from './columns/profile-column.ts';
import type { NotedPublisher } from './columns/publisher-notation.ts';
import type { Weighed } from './columns/weigh.ts';
import type { Alternative, Guess } from './guess.ts';
import { alike, clauses } from './quoted.ts';
import { fieldIn, inLanguage, type ProposedCrosswalk, partsOf, type Written } from './written.ts';

/** What one column (or, for a fold, a group of columns whose heading is data) seems to mean. */
export interface ColumnGuess {
  readonly kind: 'column' | 'fold';
  /** The headings it stands for, as `headingsOf` names them; one for a column. */
  readonly headings: readonly string[];
  /** Letters of the columns. */
  readonly letters: readonly string[];
  /** The field it feeds first ("place", "value"), or null where it is ignored or nothing could be concluded. */
  readonly to: string | null;
  /** As the description writes it; null where nothing could be concluded. */
  readonly written: Written | null;
  readonly confidence: number;
  readonly reason: Text;
  readonly alternatives: readonly Alternative<{
    readonly to: string | null;
    readonly written: Written;
  }>[];
  /** Questions that a person must answer before the description can be relied on; empty where nothing is open. */
  readonly decide: readonly Text[];
  readonly crosswalks: readonly ProposedCrosswalk[];
  /** A few of its cells, as they stand in the file. */
  readonly samples: readonly string[];
}

/** A field that every record gets. */
export interface ConstantGuess extends Guess<string> {
  /** How the description writes it, where it is not the value itself: `{ fromTitle: … }`. */
  readonly written?: Readonly<Record<string, unknown>>;
  /** It follows from what is asked of the publisher of a known source, of the metric or of the places: whether it holds is asked there. */
  readonly askedWith?: 'publisher' | 'metric' | 'place';
  /** Nothing in the file speaks for the value: it stands in until somebody says what holds, and is no proposal. */
  readonly standsIn?: true;
}

/** What a table seems to mean, column by column. */
export interface TableGuess {
  readonly record: Guess<'observation' | 'seizure'>;
  readonly language: Guess<Language>;
  readonly decimalChar: Guess<'.' | ',' | null>;
  readonly groupChar: Guess<string | null>;
  readonly missingValues: Readonly<Record<string, Guess<MissingReason>>>;
  /** Marks that the file says are exactly nil. */
  readonly zeroValues: Readonly<Record<string, Guess<number>>>;
  /** What the file says of its marks, by mark. */
  readonly legend: Readonly<Record<string, string>>;
  readonly columns: readonly ColumnGuess[];
  /** Fields that no column feeds, by name ("metric", "unit", "place"). */
  readonly constants: Readonly<Record<string, ConstantGuess>>;
}

/** What the heading and the cells of one column say by themselves. */
export interface Evidence {
  readonly profile: ColumnProfile;
  /** Likeliest first. */
  readonly meanings: readonly Weighed[];
}

/** A column gives way to another that holds the same: it is left out, or kept as a field of its own. */
export interface GivesWay extends Pick<ColumnGuess, 'reason' | 'decide'> {
  readonly entry: 'gives way';
  /** The field that it may still feed; null where it is left out. */
  readonly field: string | null;
  /** The rows themselves prove it. */
  readonly proven?: boolean;
}

/** A meaning as a whole: it stands over all that was entered before. */
export interface Reading extends Omit<ColumnGuess, 'kind' | 'headings' | 'letters'> {
  readonly entry: 'reading';
  /** "Is X the value?": a question that says more stands for it. */
  readonly plain: Text | null;
}

/** What changes a reading in part; it only lowers how sure that is, and only adds questions. */
export interface Finding {
  readonly entry: 'finding';
  readonly reason: Text;
  /** The reason is told with that of the reading. */
  readonly told?: boolean;
  readonly written?: Written;
  readonly atMost?: number;
  readonly decide?: readonly Text[];
  /** What it leaves open is asked of another column, so that the plain question falls. */
  readonly askedBeside?: boolean;
}

type Entry = GivesWay | Reading | Finding;

/**
 * All that is known of a column, or of a group whose headings are data, from its profile to the draft. It only gains
 * entries, each with its reason; nothing is taken back.
 */
export interface Column extends Pick<ColumnGuess, 'kind' | 'headings' | 'letters'> {
  /** Of each of its columns; none once the cells of persons are withheld. */
  readonly evidence: readonly Evidence[];
  readonly entries: readonly Entry[];
}

/** A table with its columns as records. */
export interface TableRecord extends Omit<TableGuess, 'columns'> {
  readonly columns: readonly Column[];
  /** Publishers whose own notation the file is written in. */
  readonly noted: readonly NotedPublisher[];
}

/** A record of columns of which nothing is concluded yet. */
export function columnOf(
  kind: Column['kind'],
  evidence: readonly Evidence[],
  ...entries: readonly Entry[]
): Column {
  return {
    kind,
    headings: evidence.map(({ profile }) => profile.heading),
    letters: evidence.map(({ profile }) => profile.column.letter),
    evidence,
    entries,
  };
}

/** A reading; what is not given is null, 0 or empty. */
export function reading({
  to = null,
  written = null,
  confidence = 0,
  reason,
  alternatives = [],
  plain = null,
  decide = [],
  crosswalks = [],
  samples = [],
}: Partial<Reading> & Pick<Reading, 'reason'>): Reading {
  return {
    entry: 'reading',
    to,
    written,
    confidence,
    reason,
    alternatives,
    plain,
    decide,
    crosswalks,
    samples,
  };
}

/** "Is X the value?", of a column of which no more is open. */
export function plainQuestion(heading: string, to: string): Text {
  return inFour(
    'Hoort {heading} in het veld `{to}`?',
    '{heading} va-t-il dans le champ `{to}` ?',
    'Gehört {heading} in das Feld `{to}`?',
    'Is {heading} the {to}?',
    { heading: quoted(heading), to },
  );
}

function after(before: Reading, entry: Entry): Reading {
  if (entry.entry === 'gives way') return before;
  if (entry.entry === 'reading') return entry;
  const { reason, told = false, written, atMost = 1, decide = [], askedBeside = false } = entry;
  const fed = partsOf(written).map(fieldIn);
  return {
    ...before,
    to: fed.includes(before.to) ? before.to : (fed[0] ?? before.to),
    written: written ?? before.written,
    confidence: Math.min(before.confidence, atMost),
    reason: told ? clauses([before.reason, reason]) : before.reason,
    plain: decide.length > 0 || askedBeside ? null : before.plain,
    decide: [...before.decide, ...decide],
  };
}

/** What the entries of a column come to. */
export function conclusionOf({ kind, headings, letters, entries }: Column): ColumnGuess {
  const { entry: _, plain, ...concluded } = entries.reduce(after, reading({ reason: alike('') }));
  const decide = plain ? [plain, ...concluded.decide] : concluded.decide;
  return { kind, headings, letters, ...concluded, decide };
}

/** A column with the reasons in what it writes in the language of a reader. */
export function columnIn(guess: ColumnGuess, language: Language): ColumnGuess {
  return {
    ...guess,
    written: inLanguage(guess.written, language),
    alternatives: guess.alternatives.map((other) => ({
      ...other,
      value: inLanguage(other.value, language),
    })),
  };
}

/** Looks at what is concluded of all columns, and then at each: what it adds, or null. */
export type Look = (all: readonly ColumnGuess[]) => (one: ColumnGuess, at: number) => Entry | null;

/** Columns with what a look adds to them. */
export function gain(columns: readonly Column[], look: Look): readonly Column[] {
  const all = columns.map(conclusionOf);
  const find = look(all);
  return columns.map((column, at) => {
    const one = all[at];
    const entry = one ? find(one, at) : null;
    return entry === null ? column : { ...column, entries: [...column.entries, entry] };
  });
}

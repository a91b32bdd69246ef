import type { CrosswalkRow } from '@samenbeeld/ingest';
import type { Language, MissingReason } from '@samenbeeld/schema';
import type { Alternative, Guess } from './guess.ts';

/** A mapping, a list of mappings, `{ ignore }` or a fold, in the words of source-description.schema.json. */
export type Written =
  | Readonly<Record<string, unknown>>
  | readonly Readonly<Record<string, unknown>>[];

/** A crosswalk to be written beside the description. */
export interface ProposedCrosswalk {
  readonly file: string;
  /** The code list it leads to ("substance"). */
  readonly list: string;
  /** One a label of the column; those that a person must confirm have their reason in `note`. */
  readonly rows: readonly (CrosswalkRow & {
    readonly confidence: number;
    readonly decide: boolean;
  })[];
}

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
  readonly reason: string;
  readonly alternatives: readonly Alternative<{
    readonly to: string | null;
    readonly written: Written;
  }>[];
  /** Questions that a person must answer before the description can be relied on; empty where nothing is open. */
  readonly decide: readonly string[];
  readonly crosswalks: readonly ProposedCrosswalk[];
  /** A few of its cells, as they stand in the file. */
  readonly samples: readonly string[];
}

/** A field that every record gets. */
export interface ConstantGuess extends Guess<string> {
  /** How the description writes it, where it is not the value itself: `{ fromTitle: … }`. */
  readonly written?: Readonly<Record<string, unknown>>;
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

import type { Offers, RecordKind, SourceExtent } from '@samenbeeld/answers';
import type { ColumnTable, WaitOptions } from '@samenbeeld/engine';
import type { DoubleReport, SeizureJudgements } from '@samenbeeld/merge';
import type {
  Break,
  Coverage,
  Decision,
  Definition,
  JointTotal,
  Language,
  Observation,
  Seizure,
  Text,
} from '@samenbeeld/schema';
import type { PictureMetadata, Picture as Stored } from '@samenbeeld/store';
import type { CriteriaOf, Row } from './criteria.ts';
import type { DataFrame } from './danfo.ts';
import type { TableOptions, TableView } from './rows-table.ts';
import type { View } from './view.ts';

/** The rows of a selection, read when they are awaited, however many the picture has. */
export interface AwaitedRows<R extends Row = Row> {
  /** Plain records. An `AbortError` where the signal is aborted before they are there. */
  rows(options?: WaitOptions): Promise<readonly R[]>;
  /** How many there are, counted where they lie. */
  size(options?: WaitOptions): Promise<number>;
  /** An arquero table, one column a field. */
  arquero(options?: WaitOptions): Promise<ColumnTable>;
}

/**
 * Rows of a picture, chosen step by step. Each step keeps the rows that also fulfil the next criteria; nothing is
 * computed until it is asked for.
 */
export interface Selection<R extends Row = Row> {
  readonly picture: Picture;
  /** The steps that led here, names resolved to codes. */
  readonly steps: readonly CriteriaOf<R>[];
  /** Plain records. A RefusalError where the picture has more than 100,000 of the kind; these are awaited. */
  readonly rows: readonly R[];
  /** A RefusalError as of `rows`. */
  readonly size: number;
  /** The same, awaited: `await picture.seizures.where({ place: 'NLVLI' }).async.rows()`. */
  readonly async: AwaitedRows<R>;
  /**
   * The same selection with its rows at hand, and with all that may speak about its place, drug, basis and measure: for tables,
   * totals and trends of a picture of millions. Of a smaller picture it is the selection itself. A RefusalError where more than
   * 100,000 rows would be read.
   */
  load(options?: WaitOptions): Promise<this>;
  /** Keeps the rows that fulfil all criteria. Throws a UsageError for a name that no code list knows. */
  where(criteria: CriteriaOf<R>): this;
  /** Whether a row passes the tests of your own. */
  passes(row: R): boolean;
  /** `where({ place })`. */
  at(place: string): this;
  /**
   * Keeps what was known on a day (ISO): of each figure what was published last up to it, of events those registered by it.
   * A claim dated by month or year counts from its last day; one without date was always there.
   */
  asOf(day: string): this;
  /** Keeps the rows that pass a test of your own. */
  filter(test: (row: R) => boolean): this;
  /** Shows the rows: shape, types, flags, first and last rows, and a search where the front end runs scripts. */
  table(options?: TableOptions): TableView;
  /** The rows as an arquero table, one column a field. */
  arquero(): ColumnTable;
  /** The rows as a danfo.js frame; danfo is loaded here and nowhere else. */
  danfo(): Promise<DataFrame>;
}

/** Claims and cells of tables, chosen step by step. An interface, because a notebook must be able to name its type. */
export interface ObservationSelection extends Selection<Observation> {}

/** Events, chosen step by step. */
export interface SeizureSelection extends Selection<Seizure> {}

/** What a picture holds of a kind of row, read or not. */
export interface Extent {
  readonly size: number;
  readonly sources: readonly SourceExtent[];
}

/** A picture, opened for analysis. */
export interface Picture extends View {
  readonly kind: 'picture';
  readonly folder: string;
  /** The language in which outputs are shown. */
  readonly language: Language;
  /** The marking that stands on every output. */
  readonly banner: Text;
  readonly metadata: PictureMetadata;
  /** Claims and cells of tables. */
  readonly observations: ObservationSelection;
  /** Events. */
  readonly seizures: SeizureSelection;
  /** How much there is of each, of every source, also where only a part has been read. */
  readonly extent: Readonly<Record<RecordKind, Extent>>;
  /** The joint totals as the picture holds them. */
  readonly totals: readonly JointTotal[];
  /** Every decision in the order it was taken, and those in force by subject. */
  readonly decisions: readonly Decision[];
  readonly inForce: ReadonlyMap<string, Decision>;
  /** What persons said of records that may be one seizure, as far as it holds. */
  readonly judged: SeizureJudgements;
  /** What the sources declare. */
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  readonly definitions: readonly Definition[];
  /** Seed of what is drawn where not every way in which records may belong together can be weighed. */
  readonly seed: number;
  /** Pairs of events known by the picture's date that may be one seizure. */
  readonly doubleReports: readonly DoubleReport[];
  /** A decisions.jsonl whose lines come after those in the picture. */
  readonly later: string | undefined;
  /** What this picture holds, by the keys of a question: codes with their names. */
  offers(): Promise<Offers>;
  /** The stored picture: its tables, its engine. */
  readonly stored: Stored;
  close(): Promise<void>;
}

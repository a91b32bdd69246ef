import type { Break, Observation, Text } from '@samenbeeld/schema';
import type { CellPlace } from './anomaly.ts';
import type { DeclaredMarks } from './column-habit.ts';

/** What is known of the noise of a figure. */
export type Measure = 'count' | 'amount' | 'price' | 'rate';

/** A cell of a table as a member of a series. */
export interface Point {
  readonly place: CellPlace;
  /** Key of its table: file and sheet. */
  readonly table: string;
  /** Key of its row: table and line. */
  readonly row: string;
  /** Key of its column: table and letter. */
  readonly column: string;
  /** Key of the columns that write their numbers alike: the column, or all columns of one fold. */
  readonly style: string;
  /** Everything but the period; the points of one series are ordered by `start`. */
  readonly series: string;
  readonly scope: Readonly<Record<string, string>>;
  /** First and last day; '' where the row has no period. */
  readonly start: string;
  readonly end: string;
  /** As the description reads it; null where it cannot be read or is missing. */
  readonly value: number | null;
  readonly unit: string;
  readonly measure: Measure;
  /** The description turns the column into figures. */
  readonly counts: boolean;
}

/** A seizure with the cell that holds its quantity. */
export interface EventPoint {
  readonly place: CellPlace;
  readonly row: string;
  readonly style: string;
  readonly scope: Readonly<Record<string, string>>;
  readonly source: string;
  readonly substance: string;
  readonly at: string;
  readonly basis: string;
  readonly date: string;
  readonly registeredOn: string | null;
  readonly container: string | null;
  readonly reference: string | null;
  /** In `base`; null where missing. */
  readonly quantity: number | null;
  /** kg, litres, or what is counted. */
  readonly base: string;
  /** The unit as printed. */
  readonly unit: string;
}

/** A whole and what it is made of. */
export interface Whole {
  readonly total: Point;
  readonly parts: readonly Point[];
  /** All parts are here, so that they add up; else they only may not exceed it. */
  readonly complete: boolean;
  /** In the unit of the total. */
  readonly tolerance: number;
  /** The description declares it as a check: true by its word, however few cases there are. */
  readonly declared?: boolean;
  /** Why these belong together ("declared check", "the months of the year"). */
  readonly says: Text;
}

/** Cells of one row that tell it from others, by heading; hashed columns and remarks are not among them. */
export interface RowLabels {
  readonly row: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Its figures, by heading, as they stand. */
  readonly figures: Readonly<Record<string, string>>;
}

/** A calculated tie between columns of one table; see `columnIdentities`. */
export type Identity =
  | { readonly kind: 'sum'; readonly a: string; readonly b: string; readonly c: string }
  | { readonly kind: 'share'; readonly a: string; readonly b: string; readonly c: string }
  | {
      readonly kind: 'rate';
      readonly a: string;
      readonly c: string;
      /** a ÷ c by period. */
      readonly per: Readonly<Record<string, number>>;
    };

/** An identity, how often it holds, and how finely its shares or rates are printed. */
export interface FoundIdentity {
  readonly identity: Identity;
  readonly holds: number;
  readonly of: number;
  readonly step: number;
}

/** What the finders look at: records with their cells, and the cells that never became a record. */
export interface AnomalyInput {
  readonly points: readonly Point[];
  readonly events: readonly EventPoint[];
  readonly wholes: readonly Whole[];
  readonly identities: readonly FoundIdentity[];
  readonly rows: readonly RowLabels[];
  readonly breaks: readonly Break[];
  /** Figures of other sources, against which a change of agency is seen. */
  readonly others: readonly Observation[];
  /** Marks the description declares, by style. */
  readonly marks: ReadonlyMap<string, DeclaredMarks>;
  /** Years that the file's name or title gives, by file. */
  readonly spans: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
}

import type { Conservation, Issue, Text } from '@samenbeeld/schema';
import type { ColumnGuess, TableGuess } from './column.ts';
import type { Geometry } from './geometry.ts';
import type { Guess } from './guess.ts';
import type { NearestSource } from './nearest-source.ts';
import type { Relation } from './relations/relation.ts';
import type { RowTotal } from './totals/find-totals.ts';

/** A question that a person answers before the description can be relied on. */
export interface OpenDecision {
  /** From 1, in the order of the description; the mark in the YAML is `# decide 3: …`. */
  readonly number: number;
  /** What it is about: "handling", "column Drug", "crosswalk substances.csv". */
  readonly about: Text;
  /** Where it stands in the YAML: the keys from the top. */
  readonly path: readonly string[];
  /** Headings, fields, marks or rules that it is about, as the description writes them; of columns that are folded the first. */
  readonly keys: readonly string[];
  readonly question: Text;
  /** What the description says until it is answered, as text; null where it says nothing. */
  readonly proposed: Text | null;
  /** Other answers, likeliest first, each with its reason. */
  readonly alternatives: readonly Text[];
}

/** What the file does not say and no figure rests on: no question, but named, and shown as not said until somebody writes it. */
export interface Unsaid {
  /** What it is: "licence", "counting rule". */
  readonly about: Text;
  /** Where it is written in the YAML: the keys from the top. */
  readonly path: readonly string[];
}

/** A crosswalk to be written beside the description. */
export interface CrosswalkFile {
  readonly name: string;
  readonly text: string;
  /** Labels in it, and how many of these a person must confirm. */
  readonly labels: number;
  readonly open: number;
}

/** A raw row and the records it becomes. */
export interface SampleRow {
  readonly line: number;
  /** Its cells by heading, as they stand in the file. */
  readonly before: Readonly<Record<string, string | null>>;
  /** The records, with the fields that hold something. */
  readonly after: readonly Readonly<Record<string, string | number | boolean>>[];
  /** All records it becomes; `after` shows the first. */
  readonly records: number;
}

/** What the engine makes of a file with a description. */
interface Ingested {
  readonly kind: 'ingested';
  readonly records: number;
  readonly conservation: Conservation;
  /** Rejections and warnings, one a rule and column, with how many there are (of rejections, items) and one of them. */
  readonly issues: readonly {
    readonly rule: string;
    readonly column: string | null;
    readonly count: number;
    readonly example: Issue;
  }[];
  readonly samples: readonly SampleRow[];
  readonly period: { readonly start: string; readonly end: string } | null;
}

/** What the proposed description makes of the file, in the engine. */
export type Trial =
  | Ingested
  | {
      /** The description cannot be used as it is, and why. */
      readonly kind: 'refused';
      readonly problem: string;
      /** The same for a reader, in four languages; null where it is told in English only. */
      readonly says: Text | null;
      /** What becomes of the file once its time is given, where that is all the description waits for: tried with one that stands in. */
      readonly once?: Ingested;
    };

/** What a file seems to be: its layout, what each column means, what is open, and the description that follows. */
export interface FileDescription
  extends Omit<Geometry, 'shape'>,
    Pick<
      TableGuess,
      'record' | 'language' | 'decimalChar' | 'groupChar' | 'missingValues' | 'zeroValues'
    > {
  /** Id proposed for the source. */
  readonly id: string;
  /** Sheets with another table, which this description does not cover. */
  readonly otherSheets: readonly string[];
  readonly rows: number;
  /** False where a large file was described by its beginning and its end; `rows` is then what was looked at. */
  readonly whole: boolean;
  /** Long: one figure a row. Wide: figures side by side. None: no column of figures was found. */
  readonly layout: 'long' | 'wide' | 'none';
  /** First and last day of the records that the trial accepted; where it rejected rows, the file may reach further. */
  readonly period: { readonly start: string; readonly end: string } | null;
  /** Letters behind figures, by column; by the first and last of those that share a pattern. */
  readonly flags: Readonly<Record<string, readonly string[]>>;
  /** Columns by heading, in the order of the file; `samples` is empty where one looks like personal data. */
  readonly columns: readonly ColumnGuess[];
  /** Columns whose heading is data. */
  readonly folds: readonly ColumnGuess[];
  /** Fields that no column feeds. */
  readonly constants: Readonly<Record<string, Guess<string>>>;
  /** Headings whose cells look like personal data, and by which detector. */
  readonly personal: Readonly<Record<string, string>>;
  /** Why the file seems to be no source of figures, and the one thing to do; null where it may be one. */
  readonly unfit: Text | null;
  /** Rows that are a total or subtotal of others. */
  readonly totals: readonly RowTotal[];
  /** Columns that follow from others: sums, rates, shares. */
  readonly relations: readonly Relation[];
  /** Checks proposed, in words. */
  readonly checks: readonly Text[];
  readonly decisions: readonly OpenDecision[];
  readonly unsaid: readonly Unsaid[];
  readonly nearest: NearestSource | null;
  readonly trial: Trial;
  /** The source description, as a person reviews it. */
  readonly yaml: string;
  readonly crosswalks: readonly CrosswalkFile[];
}

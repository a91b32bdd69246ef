/**
 * One degree of agreement of a comparison. `holds` is SQL of a condition over the two records, `l.column` and
 * `r.column`; the first level that holds counts.
 */
export interface Level {
  /** Stable name, unique in its comparison ("exact", "jaro-winkler 0.9", "within 3 days"). */
  readonly name: string;
  readonly holds: string;
  /** Probability of this level among pairs that are the same, where it is stated rather than estimated. */
  readonly m?: number;
  /** Probability of this level among pairs that are not the same, where it is stated rather than estimated. */
  readonly u?: number;
  /** Column whose value, where both records share it, tells more the rarer it is. */
  readonly termFrequency?: string;
}

/**
 * How two records are compared in one respect. Levels run from the closest agreement to the loosest; a pair of which one
 * record says nothing has the level "null", weight 0, and one that reaches none has the level "else".
 */
export interface Comparison {
  readonly name: string;
  /** Columns it reads, of both tables; a pair is "null" where a record lacks one of them, unless `isNull` says otherwise. */
  readonly columns: readonly string[];
  /** What the columns must hold, so that others are refused by name: numbers, or text that is read as numbers; days or moments; text. */
  readonly expects?: 'numbers' | 'days' | 'text';
  /** SQL of the condition that a pair says nothing here; default: one of the columns is NULL. */
  readonly isNull?: string;
  readonly levels: readonly Level[];
  /** m and u of the level "else", where stated. */
  readonly otherwise?: { readonly m?: number; readonly u?: number };
  /** SQL over one record, worked out once a record; `measure`, `isNull` and `holds` read it as `l.name` and `r.name`. */
  readonly derive?: Readonly<Record<string, string>>;
  /** SQL over the two records that `holds` reads as the bare word `measure`. */
  readonly measure?: string;
  /**
   * How dear it is to work out, against an equality of two numbers. The dear ones are left out where the others leave no
   * way to the threshold. Default: 1, or 5 with a `measure`.
   */
  readonly cost?: number;
}

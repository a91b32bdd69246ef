import type { LinkageModel } from './model.ts';
import type { ExplainedPair, Pair } from './pair.ts';

/** A pair by the ids of its records; `tableA` and `tableB` only where an id stands in several tables. */
export interface PairKey {
  readonly a: string;
  readonly b: string;
  readonly tableA?: string;
  readonly tableB?: string;
}

/** How much of an explanation may be seen. */
export interface ExplainOptions {
  /**
   * Leaves out what the records say: every value, or those of these columns and of what is derived from them, in small
   * letters or capitals. Weights and levels stay. A column that no linked table has is refused with a TypeError.
   */
  readonly withhold?: boolean | readonly string[];
}

/** How much may be seen, and where the records stand whose ids are in several tables. */
export interface ExplainPairOptions extends ExplainOptions {
  readonly tableA?: string;
  readonly tableB?: string;
}

export interface RuleResult {
  readonly rule: string;
  /** Pairs the rule brings together, before its inequality and those of earlier rules are taken off: a bound. */
  readonly candidates: number;
  /** Pairs at or above the threshold that no earlier rule had. */
  readonly kept: number;
}

/** How m was learnt from the pairs of one blocking rule. */
export interface TrainingPass {
  readonly rule: string;
  readonly pairs: number;
  /** Of these, how many are the same, by the model. */
  readonly matches: number;
  readonly rounds: number;
  readonly converged: boolean;
  /** Comparisons learnt in this pass: those of whose columns the rule says nothing. */
  readonly comparisons: readonly string[];
}

/**
 * Result of a linkage. The pairs stay in the engine: `table` has `a` and `b` (record numbers, a < b), `weight` (log2 of the
 * posterior odds), `probability` and `rule` (place of the blocking rule, from 0); `records` has `n` (the number), `source`
 * (place of the table, from 0) and `id`, in the order of the tables and then of the ids.
 */
export interface Links {
  readonly table: string;
  readonly records: string;
  /** Names of the tables linked, in their order. */
  readonly tables: readonly string[];
  readonly model: LinkageModel;
  /** Probability from which pairs were kept. */
  readonly threshold: number;
  readonly rules: readonly RuleResult[];
  readonly training: readonly TrainingPass[];
  /** What a reader of the result must know: a comparison that could not be learnt, a rule that brought nothing. */
  readonly notes: readonly string[];
  /** How many pairs were kept, at or above a probability. */
  count(options?: { readonly atLeast?: number }): Promise<number>;
  /** Pairs, heaviest first, ties by ids. */
  pairs(options?: { readonly atLeast?: number; readonly limit?: number }): Promise<readonly Pair[]>;
  /** Why two records weigh what they do together; they need not be among the pairs kept. */
  explain(a: string, b: string, options?: ExplainPairOptions): Promise<ExplainedPair>;
  /** The same for many, in the order asked. */
  explainAll(
    pairs: readonly PairKey[],
    options?: ExplainOptions,
  ): Promise<readonly ExplainedPair[]>;
  /** Drops the tables of this linkage from the engine. */
  drop(): Promise<void>;
}

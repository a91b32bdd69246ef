import { type Shape, shape, type Text, takes } from '@samenbeeld/schema';

/** What a hypothesis is to its set: the proposition, its denial, or that the signal comes from how it is recorded. */
export type HypothesisRole = 'true' | 'not' | 'artefact' | 'other';

/** One of several explanations that exclude each other. */
export interface Hypothesis {
  readonly id: string;
  readonly role: HypothesisRole;
  readonly proposition: Text;
  /** What would be seen if it were wrong; without it a hypothesis cannot be weighed. */
  readonly refutedBy: Text;
  /** ISO date on which the prediction is looked at again. */
  readonly reviewOn: string;
}

/** How well a piece of evidence agrees: very consistent, consistent, neither, inconsistent, very inconsistent, does not apply. */
export type Rating = 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA';

/** Where a piece of evidence can be looked up: a figure of a picture, a query on it, or a cell of a file. */
export type EvidencePlace =
  | { readonly kind: 'figure'; readonly picture: string; readonly key: string }
  | { readonly kind: 'query'; readonly picture: string; readonly sql: string }
  | {
      readonly kind: 'cell';
      readonly file: string;
      readonly line: number;
      readonly column: string;
    };

/** Chance of seeing a piece of evidence if a hypothesis were true, as a person states it. */
export interface Chance {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** A piece of evidence, tied to data and graded, with how well it agrees with each hypothesis. */
export interface Evidence {
  readonly id: string;
  readonly says: Text;
  /** One place, or one for each thing that it says. */
  readonly from: EvidencePlace | readonly EvidencePlace[];
  /** Source A to X, information 1 to 4 (Regulation (EU) 2016/794, Article 29). */
  readonly source: 'A' | 'B' | 'C' | 'X';
  readonly information: '1' | '2' | '3' | '4';
  readonly relevance: 'low' | 'medium' | 'high';
  readonly ratings: Readonly<Record<string, Rating>>;
  /** Pieces of one group tell the same thing (one newspaper behind three reports); absent where it stands alone. */
  readonly group?: string | null;
  /** For likelihood ratios; absent where nobody stated them. */
  readonly chances?: Readonly<Record<string, Chance>>;
}

/** One channel with its rival explanations and the evidence. */
export interface HypothesisSet {
  readonly id: string;
  readonly question: Text;
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly Evidence[];
}

/**
 * Every place where a piece of evidence can be looked up.
 *
 * @example
 * ```ts
 * import { placesOf } from '@samenbeeld/money';
 * placesOf({ from: { kind: 'figure', picture: 'ports', key: 'NLVLI 2022' } }).length // => 1
 * ```
 */
export function placesOf(evidence: Pick<Evidence, 'from'>): readonly EvidencePlace[] {
  takes('placesOf', ['evidence', evidence, shape.options]);
  const { from } = evidence;
  return isList(from) ? from : [from];
}

const isList = (from: Evidence['from']): from is readonly EvidencePlace[] => Array.isArray(from);

export const hypothesisSetShape: Shape = shape.record<HypothesisSet>({
  id: shape.text,
  hypotheses: shape.list(shape.record<Hypothesis>({ id: shape.text, role: shape.text })),
  evidence: shape.list(shape.record<Evidence>({ id: shape.text, ratings: shape.options })),
});

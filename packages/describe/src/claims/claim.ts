import type { Interval, Language, Text } from '@samenbeeld/schema';
import type { ProposedField } from './claim-fields.ts';
import type { ClaimFieldName, NoClaim } from './claim-words.ts';

/** A figure of a text, proposed as a row of the claim sheet. Nothing of it holds until a person has confirmed it. */
export interface ProposedClaim {
  readonly number: number;
  /** The figure as printed, with the words that mark it and its noun. */
  readonly figure: string;
  /** Offsets of the figure and of its sentence in the text: first character, and the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** The sentence as it stands, without what looks like data or the name of a person. */
  readonly sentence: string;
  readonly language: Language;
  readonly value: number;
  /** What the wording allows, in the unit; null where the unit is asked. */
  readonly interval: Interval | null;
  readonly fields: Readonly<Record<ClaimFieldName, ProposedField>>;
  /** Fields that the sentence does not say: to be asked. */
  readonly asks: readonly ClaimFieldName[];
  /** Whether the figure is of a period that went on when it was said. */
  readonly toDate: boolean;
}

/** A number of a text that is no claim, and why. */
export interface NoClaimNumber {
  readonly figure: string;
  readonly start: number;
  readonly end: number;
  readonly kind: NoClaim;
  readonly value: number;
  readonly why: Text;
}

/** What a text holds. */
export interface ProposedClaims {
  readonly claims: readonly ProposedClaim[];
  readonly noClaims: readonly NoClaimNumber[];
  /** Sentences in another language than the four, of which nothing is proposed. */
  readonly unread: readonly { readonly start: number; readonly end: number }[];
}

/** What is known of a text besides its words. */
export interface ClaimOptions {
  /** The language of the text; found sentence by sentence where absent. */
  readonly language?: Language;
  /** Day, month or year of publication (`2025-01`): only with it a relative time ("last year") is proposed, as not sure. */
  readonly publishedOn?: string;
  /** Code of the place that every figure shares where its sentence names none. */
  readonly place?: string;
  /** Code of the agency, in the same way; several joined by `+`. */
  readonly agency?: string;
}

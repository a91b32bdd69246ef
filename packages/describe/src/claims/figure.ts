import type { Language, Marker } from '@samenbeeld/schema';
import type { NoClaim } from './claim-words.ts';
import type { Counted } from './counted.ts';
import type { Mention } from './time.ts';

/** A stretch of a sentence. */
export interface Words {
  readonly start: number;
  readonly end: number;
}

export interface Candidate {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly value: number | null;
  readonly about: boolean;
  /** Whether it is the measure of a price. */
  readonly isPriced?: boolean;
}

/** How much a number says: with its scale, a half behind it, and the sign of a currency before it. */
export interface Amount {
  readonly value: number;
  readonly factor: number;
  /** Without scale and half. */
  readonly bare: number;
  readonly printed: string;
  readonly other: string | null;
  readonly end: number;
  readonly sign: string | null;
  readonly isOfLetter: boolean;
  readonly isScaled: boolean;
}

/** What marks a number: "about", "more than". */
export interface Marked {
  readonly marker: Marker | null;
  readonly isRange: boolean;
  readonly words: string;
  /** Where the words begin, where they stand before it. */
  readonly start: number | null;
}

/** A number of a sentence, with the words around it. */
export interface Figure {
  /** Where it stands in the sentence: from the words before it to the noun. */
  readonly start: number;
  readonly end: number;
  /** Where the number itself stands. */
  readonly at: number;
  readonly numberEnd: number;
  readonly value: number;
  /** The digits as printed, with a decimal point. */
  readonly printed: string;
  /** Another reading of the same digits. */
  readonly other: string | null;
  readonly marker: Marker | null;
  readonly markerWords: string | null;
  readonly counted: Counted | null;
  /** The noun beside it where no list knows it. */
  readonly unknown: string | null;
  readonly inWords: boolean;
  /** A bare negation right before it, with or without "but": "keine 2 Tonnen". */
  readonly negation: string | null;
  readonly noClaim: NoClaim | null;
}

/** A figure in its sentence: what each field of its claim is read from. */
export interface FigureIn {
  readonly text: string;
  readonly language: Language;
  readonly figure: Figure;
  /** The figures of the sentence that are claims, and of these the ones beside this. */
  readonly kept: readonly Figure[];
  readonly previous: Figure | undefined;
  readonly next: Figure | undefined;
  /** Those, and what has words of its own as they have: shares, ranges. */
  readonly speaking: readonly Figure[];
}

/** A number among those of its sentence. */
export interface NumberIn {
  readonly text: string;
  readonly language: Language;
  readonly times: readonly Mention[];
  readonly previous: Figure | undefined;
  /** Whether it stands in a list of kinds with the count of each. */
  readonly isOfKind: boolean;
  readonly candidate: Candidate;
}

/** A number with what it counts and what marks it. */
export interface NumberRead extends NumberIn {
  readonly amount: Amount;
  readonly counted: Counted | null;
  readonly unknown: string | null;
  /** Where its noun ends. */
  readonly end: number;
  /** What stands before it and the sign of its currency, and before the words that mark it. */
  readonly lead: string;
  readonly unmarked: string;
  readonly marked: Marked;
}

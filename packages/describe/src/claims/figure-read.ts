import type { Metric, Span } from '@samenbeeld/schema';
import type { ProposedClaim } from './claim.ts';
import type { ProposedField } from './claim-fields.ts';
import type { Counted } from './counted.ts';
import type { Mention } from './time.ts';

/** What is measured, as far as the noun and the clause say it. */
export interface Measured {
  readonly metric: Metric | null;
  readonly unit: string | null;
  readonly countUnit: string | null;
  /** Words of the text that it rests on. */
  readonly rests: string;
  /** Of these, what befell the thing; null where its noun says that, as "seizures" does. */
  readonly act: string | null;
  /** Whether the clause of the figure says it, not only the sentence. */
  readonly sure: boolean;
}

/** What a figure counts, and whether it says so itself. */
export interface Thing {
  readonly counted: Counted | null;
  readonly sure: boolean;
}

/** A time for a figure, and whether it stands by it. */
export interface Dated {
  readonly mention: Mention;
  readonly sure: boolean;
  readonly how: 'beside' | 'sentence' | 'earlier';
}

/** A figure as it was read, with what those behind it and the next sentence go on from. */
export interface FigureRead {
  readonly measured: Measured;
  readonly last: Counted | null;
  readonly dated: Dated | null;
  readonly period: ProposedField;
  /** The place that the sentence itself names. */
  readonly placeSaid: ProposedField | null;
  /** "over three years they shipped 4 tonnes": not the time of what was found. */
  readonly isOfOtherThings: boolean;
  readonly claim: Omit<ProposedClaim, 'number'>;
}

/** What the sentence before leaves: a time, a thing, places. */
export interface Carried {
  readonly mention: Mention | null;
  readonly span: Span | null;
  readonly counted: Counted | null;
  readonly place: ProposedField | null;
  readonly agency: ProposedField | null;
  /** The one substance whose seizures the sentence before counted. */
  readonly seized: ProposedField | null;
}

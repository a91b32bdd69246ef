import type { Text } from '@samenbeeld/schema';

/** What phenomena are judged by, and how much it weighs; weights are taken as parts of their sum. */
export interface Criterion {
  readonly id: string;
  readonly text: Text;
  readonly weight: number;
}

/** What is put in order: a phenomenon, never a person or a group. */
export interface Phenomenon {
  readonly id: string;
  readonly text: Text;
}

/** What one role judged: by phenomenon and criterion, a score of the scale; null where it did not judge. */
export interface Judgement {
  readonly country: string;
  /** Code of a service, or null where the country speaks for itself. */
  readonly agency: string | null;
  /** A function ("strategic analyst"), never a person. */
  readonly role: string;
  readonly scores: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly line: number;
}

/** One round of judging. */
export interface JudgingRound {
  readonly id: string;
  readonly on: string;
  readonly judgements: readonly Judgement[];
}

/** Judgements on phenomena, by round: whoever judged, on which scale, with which weights. */
export interface PriorityJudgements {
  readonly file: string;
  readonly text: Text;
  /** Invented for an exercise: no country has judged. */
  readonly exercise: boolean;
  readonly scale: { readonly low: number; readonly high: number; readonly text: Text };
  readonly criteria: readonly Criterion[];
  readonly phenomena: readonly Phenomenon[];
  readonly rounds: readonly JudgingRound[];
  /** How closely drawn weights stay to the stated ones: as many parts as if so many judges had stated them. */
  readonly concentration: number;
}

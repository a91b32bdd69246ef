import type { Text } from '@samenbeeld/schema';

/** What one role judged: a row a phenomenon, a column a criterion; null where it did not judge. */
export interface Judgement {
  readonly country: string;
  /** Code of a service, or null where none is named. */
  readonly agency: string | null;
  /** A function ("strategic analyst"), never a person. */
  readonly role: string;
  readonly scores: readonly (readonly (number | null)[])[];
}

/** Judgements on phenomena, by round: whoever judged, on which scale, with which weights. */
export interface PriorityJudgements {
  readonly file: string;
  readonly text: Text;
  /** Invented for an exercise: no country has judged. */
  readonly exercise: boolean;
  readonly scale: { readonly low: number; readonly high: number; readonly text: Text };
  /** What phenomena are judged by; weights are taken as parts of their sum. */
  readonly criteria: readonly {
    readonly id: string;
    readonly text: Text;
    readonly weight: number;
  }[];
  /** What is put in order: phenomena, never persons or groups. */
  readonly phenomena: readonly { readonly id: string; readonly text: Text }[];
  readonly rounds: readonly { readonly on: string; readonly judgements: readonly Judgement[] }[];
  /** How closely drawn weights stay to the stated ones: the sum of the parameters of a Dirichlet distribution. */
  readonly concentration: number;
}

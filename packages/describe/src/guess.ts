/** Another reading of the same thing. */
export interface Alternative<T> {
  readonly value: T;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** Something concluded from a file, never stated without a reason. */
export interface Guess<T> {
  readonly value: T;
  /** 0 to 1; 1 only where the file itself proves it (a byte-order mark, a declared sheet name). */
  readonly confidence: number;
  /** In plain English, with the evidence counted: "1,204 of 1,204 cells parse as d-m-yyyy". */
  readonly reason: string;
  /** Other readings that the evidence allows, likeliest first. */
  readonly alternatives: readonly Alternative<T>[];
}

/** A possible link; `one` and `many` are numbers of records, `link` is the caller's. */
export interface Candidate {
  readonly one: number;
  readonly many: number;
  readonly value: number;
  readonly link: number;
}

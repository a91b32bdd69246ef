/** One record, or pair of records, that breaks an invariant. */
export interface Violation {
  /** Name of the invariant. */
  readonly invariant: string;
  /** Id of the record, or null where it is about a whole. */
  readonly record: string | null;
  readonly message: string;
}

/** Something that must hold of data, whoever made them. Checks are pure and name every violation. */
export interface Invariant<Input> {
  readonly name: string;
  /** Number in the list of invariants. */
  readonly number: number;
  readonly check: (input: Input) => readonly Violation[];
}

/** What a check yields: record and message. */
export type Found = readonly [record: string | null, message: string];

/** Makes an invariant of a function that yields what is wrong. */
export function invariant<Input>(
  number: number,
  name: string,
  find: (input: Input) => Iterable<Found>,
): Invariant<Input> {
  const check = (input: Input): readonly Violation[] =>
    [...find(input)].map(([record, message]) => ({ invariant: name, record, message }));
  return Object.freeze({ name, number, check });
}

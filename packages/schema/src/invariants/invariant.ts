import type { Text } from '../language.ts';
import { englishQuoted } from '../sentence.ts';
/** One record, or pair of records, that breaks an invariant. */
export interface Violation {
  /** Name of the invariant. */
  readonly invariant: string;
  /** Id of the record, or null where it is about a whole. */
  readonly record: string | null;
  /** In English. */
  readonly message: string;
  /** In four languages; in English, quoted, where only tests ask it of the toolkit's own lists. */
  readonly says: Text;
}

/** Something that must hold of data, whoever made them. Checks are pure and name every violation. */
export interface Invariant<Input> {
  readonly name: string;
  /** Number in the list of invariants. */
  readonly number: number;
  readonly check: (input: Input) => readonly Violation[];
}

/** What a check yields: record and message. */
export type Found = readonly [record: string | null, message: string | Text];

/** Makes an invariant of a function that yields what is wrong. */
export function invariant<Input>(
  number: number,
  name: string,
  find: (input: Input) => Iterable<Found>,
): Invariant<Input> {
  const check = (input: Input): readonly Violation[] =>
    [...find(input)].map(([record, told]) => {
      const says = typeof told === 'string' ? englishQuoted(told) : told;
      return { invariant: name, record, message: says.en, says };
    });
  return Object.freeze({ name, number, check });
}

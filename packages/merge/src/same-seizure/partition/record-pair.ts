/** One record, as far as it matters which records may be one seizure. */
export interface LinkedRecord {
  readonly id: string;
  /** The file it stands in. An office reports a find once in its own file, except in batches. */
  readonly source: string;
}

/** Two records, or a record and the batches of one find, with the odds that they are the same seizure. */
export interface RecordPair {
  /** Id of a record, or the ids of batches of one file, sorted and joined by `+`. */
  readonly a: string;
  readonly b: string;
  /** Odds for "the same", from 0 on, without what a person said. */
  readonly odds: number;
  /** What a person said, which no odds outweigh. */
  readonly decided?: 'same' | 'different' | null;
}

/** The records that one side of a pair stands for. */
export function recordsOf(side: string): readonly string[] {
  return side.split('+');
}

/** One way in which the records of a component may belong together. */
export interface Partition {
  /** Records by seizure: ids sorted, seizures in the order of their first id. */
  readonly groups: readonly (readonly string[])[];
  readonly probability: number;
}

/** Records that are tied to each other by pairs, directly or by way of others, and to no other record. */
export interface Component {
  readonly records: readonly string[];
  readonly partitions: readonly Partition[];
  /** Whether every admissible partition was weighed, or a seeded sample was drawn. */
  readonly method: 'enumerated' | 'sampled';
  /** Whether the probabilities can be relied on: false where walks of a sampler from different starts disagree. */
  readonly settled: boolean;
}

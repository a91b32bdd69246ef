/** What a person who knows the publisher says of a file, written before any program looked at it. */
export interface FamilyKey {
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly title: number;
  readonly header: number;
  /** A line of the footer, or null where there is none. */
  readonly footer: string | null;
  readonly decimalChar?: '.' | ',';
  readonly groupChar?: string;
  readonly language?: string;
  readonly record: 'observation' | 'seizure';
  /** Fields by heading, the first counts; `-` is left out, several names are all right. A fold is named by its first heading. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Fields that the groups of a fold feed. */
  readonly fold?: readonly string[];
}

/** A file in the layout of a publisher, with figures made up for the test. */
export interface FamilyFile {
  readonly name: string;
  readonly file: string;
  write(path: string): Promise<void> | void;
  readonly key: FamilyKey;
}

/** A generator of figures that are the same on every run. */
export function figures(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

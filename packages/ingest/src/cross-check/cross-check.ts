import type { Where } from '../description/description.ts';

/** Records of one source, by conditions on their fields; what they say of the same thing adds up. */
export interface Selection {
  readonly source: string;
  readonly where: Where;
}

/** What two sources must agree on, and why. */
export interface CrossCheck {
  readonly id: string;
  readonly left: Selection;
  readonly right: Selection;
  /** Fields by which the two are compared; where only one has a figure, nothing is said. */
  readonly by: readonly string[];
  /** The left equals the right, or is a part of it. */
  readonly relation: 'equal' | 'at_most';
  /** Difference that is no difference: an amount, and a share of the right. The larger of the two counts. */
  readonly tolerance: number;
  readonly share: number;
  readonly reason: string;
  /** Where the agreement is documented, or null. */
  readonly evidence: string | null;
}

/** One pair of figures that a check compares. */
export interface CrossChecked {
  readonly check: string;
  /** The texts of the fields in `by`. */
  readonly at: Readonly<Record<string, string | null>>;
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

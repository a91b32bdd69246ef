import type { Observation } from '@samenbeeld/schema';

/** What a publisher had said at one time: the figures of one file, or of one picture. */
export interface Release {
  /** How people name it ("47013NED, 2024 edition", a file's name). */
  readonly name: string;
  readonly observations: readonly Observation[];
  /** Items of its files that could not be read, and of which it has no figure; none unless said. */
  readonly rejected?: number;
  /** `rejected` counts the cells that could not be read; one of them may hold the label of several items. */
  readonly rejectedAtLeast?: boolean;
}

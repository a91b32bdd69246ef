import type { Outcome } from './attempt.ts';

/** A file to try, and what it is taken for. */
export interface Job {
  readonly id: number;
  /** What was done to make it, so that it can be made again. */
  readonly recipe: string;
  readonly path: string;
  /** Id of the source, or null where only its looks are described. */
  readonly source: string | null;
}

/** What a worker says of one job. */
export interface Answer {
  readonly id: number;
  readonly outcome: Outcome;
  readonly milliseconds: number;
  /** Of the processor, in all threads. */
  readonly busy: number;
  /** Milliseconds of the processor for a fixed piece of work, just before or after, whichever was quicker. */
  readonly pace: number;
  /** Resident memory of the worker afterwards, in megabytes. */
  readonly megabytes: number;
}

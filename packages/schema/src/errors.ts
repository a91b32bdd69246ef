import type { Text } from './language.ts';
import { shownText } from './safe-text.ts';

/** Where in a file something stands; every part that is known. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: string;
}

function at(place: Place): string {
  const parts = [
    place.file,
    place.sheet && `sheet "${place.sheet}"`,
    place.line !== undefined && `line ${place.line}`,
    place.column !== undefined && `column ${place.column}`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}

/**
 * The data are not what was expected: what was expected, what was found, where, and how to repair it.
 * The command exits with 1.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** What was expected and found, without the place and the repair. */
  readonly problem: string;
  /** Where there is more than one: each on a line of its own. */
  readonly faults: readonly string[];
  readonly place: Place;
  readonly repair: string;
  constructor(
    problem: string,
    options: {
      readonly place?: Place;
      readonly repair: string;
      readonly faults?: readonly string[];
    },
  ) {
    const { place = {}, repair, faults = [] } = options;
    const [found, end] = [shownText(`${at(place)}${problem}`), `Repair: ${shownText(repair)}`];
    super(
      faults.length === 0
        ? `${found}. ${end}`
        : [found, ...faults.map((fault) => `  ${shownText(fault)}`), end].join('\n'),
    );
    this.problem = problem;
    this.faults = faults;
    this.place = place;
    this.repair = repair;
  }
}

/** The call itself is wrong: an unknown code, option or file name. The command exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(message: string) {
    super(shownText(message));
  }
}

/**
 * The call is well formed but must not be answered: a sum over things that are not alike, a trend across a
 * declared break, an export to an audience that is not cleared. Names the dimension and what would make it
 * legal. The command exits with 1.
 */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  /** What must not be done and why, without the remedy. */
  readonly reason: string;
  readonly dimension: string;
  readonly remedy: string;
  /** Subject of the `override` decision that would make it legal; null where none can. */
  readonly subject: string | null;
  /** The same for a reader of a picture, in four languages; null where only whoever makes the call is told. */
  readonly says: Text | null;
  constructor(
    reason: string,
    options: {
      readonly dimension: string;
      readonly remedy: string;
      readonly subject?: string | null;
      readonly says?: Text | null;
    },
  ) {
    super(shownText(`${reason} ${options.remedy}`));
    this.reason = reason;
    this.dimension = options.dimension;
    this.remedy = options.remedy;
    this.subject = options.subject ?? null;
    this.says = options.says ?? null;
  }
}

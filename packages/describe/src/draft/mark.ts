import { thresholds } from '../thresholds.ts';

/** A question on one line of a description, before it has a number. */
export interface Question {
  readonly about: string;
  readonly question: string;
  readonly proposed: string | null;
  readonly alternatives: readonly string[];
}

/** What stands beside a line of a description as a comment: what is open, and how sure the rest is. */
export interface Mark {
  /** The keys from the top. */
  readonly path: readonly string[];
  readonly decide: readonly Question[];
  /** Confidence and reason, where it is not certain. */
  readonly remark: string | null;
}

/** A part of a description: keys as they are written, and the marks on them. */
export interface DraftPart {
  readonly written: Readonly<Record<string, unknown>>;
  readonly marks: readonly Mark[];
}

/** A mark with one question. */
export function asks(
  path: readonly string[],
  about: string,
  question: string,
  more: {
    readonly proposed?: string;
    readonly alternatives?: readonly string[];
    readonly remark?: string;
  } = {},
): Mark {
  const { proposed = null, alternatives = [], remark = null } = more;
  return { path, decide: [{ about, question, proposed, alternatives }], remark };
}
/** Confidence and reason in one line; null where it is certain. */
export function sureness(confidence: number, reason: string): string | null {
  if (confidence >= thresholds.certain) return null;
  return `${confidence.toFixed(2)}: ${reason}`;
}

import { formatNumber, inEach, inFour, type Text } from '@samenbeeld/schema';
import { saidOf } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';

/** A question on one line of a description, before it has a number. */
export interface Question {
  readonly about: Text;
  /** Headings, fields, marks or rules that it is about, as the description writes them; of columns that are folded the first. */
  readonly keys: readonly string[];
  readonly question: Text;
  readonly proposed: Text | null;
  readonly alternatives: readonly Text[];
}

/** What stands beside a line of a description as a comment: what is open, and how sure the rest is. */
export interface Mark {
  /** The keys from the top. */
  readonly path: readonly string[];
  readonly decide: readonly Question[];
  /** Confidence and reason, where it is not certain. */
  readonly remark: Text | null;
  /** What is not said there, where no figure rests on it and it is no question. */
  readonly unsaid?: Text;
}

/** A part of a description: keys as they are written, and the marks on them. */
export interface DraftPart {
  readonly written: Readonly<Record<string, unknown>>;
  readonly marks: readonly Mark[];
}

/** A mark with one question, which is about what it stands at unless it says about what else. */
export function asks(
  path: readonly string[],
  about: Text,
  question: Text,
  more: {
    readonly keys?: readonly string[];
    readonly proposed?: Text;
    readonly alternatives?: readonly Text[];
    readonly remark?: Text;
  } = {},
): Mark {
  const { keys = path.slice(1), proposed = null, alternatives = [], remark = null } = more;
  return { path, decide: [{ about, keys, question, proposed, alternatives }], remark };
}

/** A mark on what the file does not say and nothing rests on: it stays unknown, and is named, with where to write it. */
export function leavesUnsaid(
  path: readonly string[],
  unsaid: Text,
  remark: Text = inFour(
    'niet vermeld: schrijf het hier waar het bekend is',
    'non précisé : écrivez-le ici lorsqu’on le sait',
    'nicht angegeben: hier eintragen, wo es bekannt ist',
    'not said: write it here where it is known',
  ),
): Mark {
  return { path, decide: [], remark, unsaid };
}

/** "0.80: the title says kg": how sure something is, and why; another answer stands before it. */
export function weighed(confidence: number, reason: Text, answer?: string): Text {
  const sure = inEach((language) => formatNumber(confidence, language, 2));
  const said = saidOf(sure, reason);
  return answer === undefined ? said : inEach((language) => `${answer}  ${said[language]}`);
}

/** The same as a remark; null where it is certain. */
export function sureness(confidence: number, reason: Text): Text | null {
  return confidence >= thresholds.certain ? null : weighed(confidence, reason);
}

/** Of what is asked with another line. */
export const askedAbove: Text = inFour(
  'hierboven gevraagd',
  'demandé plus haut',
  'oben gefragt',
  'asked above',
);

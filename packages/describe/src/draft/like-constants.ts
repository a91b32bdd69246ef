import type { SourceDescription } from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import type { Guess } from '../guess.ts';
import { thresholds } from '../thresholds.ts';

/** Constants that say who counts, which go with the publisher: whether they hold is asked once, with it. */
const withPublisher: ReadonlySet<string> = new Set(['agencies', 'stat', 'countUnit']);

/** Why something is as in a known source: what is asked with the publisher. */
function asLike({ id }: SourceDescription): string {
  return `as in ${id}, which has nearly the same headings: asked with the publisher`;
}

/** What is taken from a known source with its publisher, as one asks whether it holds: "agencies FR_PN+FR_GN". */
export function takenFrom(
  like: SourceDescription,
  guesses: Readonly<Record<string, ConstantGuess>>,
): readonly string[] {
  const reason = asLike(like);
  return Object.entries(guesses).flatMap(([name, guess]) =>
    guess.reason === reason ? [`${name} ${guess.value}`] : [],
  );
}

/**
 * Constants as a known source with the same headings has them, where the file does not say otherwise by itself. What is counted,
 * and where, stays a question: the next edition may be of another scope.
 */
export function likeConstants(
  guesses: Readonly<Record<string, ConstantGuess>>,
  like: SourceDescription | null,
): Readonly<Record<string, ConstantGuess>> {
  if (like === null) return guesses;
  const known = Object.entries(like.constants).flatMap(([name, constant]) => {
    if (!('value' in constant) || constant.value === '') return [];
    const own = ownValue(guesses, name);
    if (own && (own.confidence >= thresholds.constantTaken || own.written)) return [];
    const others = own && own.value !== '' && own.value !== constant.value ? [own] : [];
    const along = withPublisher.has(name);
    const guess: Guess<string> = {
      value: constant.value,
      confidence: along ? thresholds.constantTaken : 0.8,
      reason: along ? asLike(like) : `as in ${like.id}, which has the same headings`,
      alternatives: others.map(({ value, confidence, reason }) => ({ value, confidence, reason })),
    };
    return [[name, guess] as const];
  });
  return { ...guesses, ...Object.fromEntries(known) };
}

/** The same where the file itself names another publisher than that source: who counts is then asked by itself. */
export function ofAnother(
  guesses: Readonly<Record<string, ConstantGuess>>,
  like: SourceDescription | null,
  stated: string | null,
): Readonly<Record<string, ConstantGuess>> {
  if (like === null || stated === null || stated === like.source.publisher) return guesses;
  return Object.fromEntries(
    Object.entries(guesses).map(([name, guess]) => [
      name,
      guess.reason === asLike(like) ? { ...guess, confidence: 0.5 } : guess,
    ]),
  );
}

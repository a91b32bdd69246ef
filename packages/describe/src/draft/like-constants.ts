import type { SourceDescription } from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import type { Guess } from '../guess.ts';
import { thresholds } from '../thresholds.ts';

/**
 * Constants as a known source with the same headings has them, where the file does not say otherwise by itself. Each stays
 * a question: the next edition may be of another scope.
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
    const guess: Guess<string> = {
      value: constant.value,
      confidence: 0.8,
      reason: `as in ${like.id}, which has the same headings`,
      alternatives: others.map(({ value, confidence, reason }) => ({ value, confidence, reason })),
    };
    return [[name, guess] as const];
  });
  return { ...guesses, ...Object.fromEntries(known) };
}

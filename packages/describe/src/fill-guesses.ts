import type { ColumnGuess } from './column-guess.ts';
import { isFigureField } from './figure-field.ts';
import type { StatedOnce } from './stated-once.ts';
import { isOne, partsOf, type WrittenPart } from './written-parts.ts';

function filledDown(mapping: WrittenPart): WrittenPart {
  const { blank: _, ...rest } = mapping;
  return { ...rest, fill: 'down' };
}

/** Columns with what is known of labels that are stated once. */
export function withFills(
  columns: readonly ColumnGuess[],
  found: readonly StatedOnce[],
): readonly ColumnGuess[] {
  return columns.map((guess) => {
    const own = found.find(
      ({ heading }) => guess.kind === 'column' && guess.headings[0] === heading,
    );
    const { written, to } = guess;
    if (!own || written === null || to === null || isFigureField(to)) return guess;
    if (!own.fills)
      return {
        ...guess,
        confidence: Math.min(guess.confidence, 0.85),
        decide: [...guess.decide, ...(own.question === null ? [] : [own.question])],
      };
    const [first, ...others] = partsOf(written);
    const changed = first && filledDown(first);
    return {
      ...guess,
      written: !changed ? written : isOne(written) ? changed : [changed, ...others],
      confidence: Math.min(guess.confidence, own.confidence),
      reason: `${guess.reason}; ${own.reason}`,
    };
  });
}

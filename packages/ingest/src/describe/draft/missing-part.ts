import type { TableGuess } from '../column-guess.ts';
import { asks, type DraftPart, type Mark, sureness } from './mark.ts';

/** Marks that stand for a missing figure, each with the reason that is proposed for it. */
export function missingPart({ missingValues }: TableGuess): DraftPart {
  const entries = Object.entries(missingValues);
  const marks = entries.map(([cell, { value, confidence, reason, alternatives }]): Mark => {
    const path = ['missingValues', cell];
    if (confidence >= 0.85) return { path, decide: [], remark: sureness(confidence, reason) };
    return asks(
      path,
      `missing mark "${cell}"`,
      `does "${cell}" mean ${value}? ${confidence.toFixed(2)}: ${reason}`,
      {
        proposed: value,
        alternatives: alternatives.map(
          (other) => `${other.value}  ${other.confidence.toFixed(2)}: ${other.reason}`,
        ),
      },
    );
  });
  const written = Object.fromEntries(entries.map(([cell, { value }]) => [cell, value]));
  return { written: entries.length > 0 ? { missingValues: written } : {}, marks };
}

import { certain, type Evidence } from './evidence/evidence.ts';

/**
 * Where most labels of a column of places are in no list, those that are may be another kind of place of the same name:
 * among départements "Guadeloupe" is the département, not the region. They are then no longer certain. Codes are.
 */
export function doubtStrays(
  found: ReadonlyMap<string, readonly Evidence[]>,
): ReadonlyMap<string, readonly Evidence[]> {
  const listed = [...found.values()].filter(([best]) => (best?.confidence ?? 0) >= certain).length;
  if (found.size < 8 || listed / found.size >= 0.5) return found;
  const words = `only ${listed} of ${found.size} labels of the column are in the list`;
  return new Map(
    [...found].map(([label, evidence]) => [
      label,
      evidence.map((item) =>
        item.confidence >= certain && !item.isCode
          ? { ...item, confidence: 0.85, reason: `${item.reason}; but ${words}` }
          : item,
      ),
    ]),
  );
}

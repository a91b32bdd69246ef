import type { Seizure } from '@samenbeeld/schema';

const letters = 'abcdefghijklmnop';
// FNV-1a of 64 bits (Fowler, Noll and Vo): to notice a change, not to hide anything.
const [offset, prime, size] = [0xcbf29ce484222325n, 0x100000001b3n, 64];

function hashOf(text: string): string {
  let hash = offset;
  for (const letter of text)
    hash = BigInt.asUintN(size, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * prime);
  return hash.toString(16).padStart(16, '0').slice(-12);
}

const written = /(?:^|; )seen ([a-p]{12}) ([a-p]{12})$/u;

/**
 * What one side of a pair says, as twelve letters: day, place, substance, weight and container, not the words around
 * them. Letters, so that nothing in a decision looks like somebody's number.
 */
export function seizureFingerprint(rows: readonly Seizure[]): string {
  const said = rows
    .map(({ id, date, place, substance, quantity, unit, massBasis, containerKey }) =>
      JSON.stringify([id, date, place, substance, quantity, unit, massBasis, containerKey]),
    )
    .sort();
  return [...hashOf(said.join('\n'))].map((digit) => letters[Number.parseInt(digit, 16)]).join('');
}

/**
 * The evidence of a decision with what its two records say, so that a later build can tell whether they still say it.
 *
 * @param a rows of the first side of the subject
 * @param b rows of the second
 */
export function withSeen(
  evidence: string | null,
  a: readonly Seizure[],
  b: readonly Seizure[],
): string {
  const seen = `seen ${seizureFingerprint(a)} ${seizureFingerprint(b)}`;
  return evidence === null ? seen : `${evidence}; ${seen}`;
}

/** What the two records said when they were judged; null where a decision does not keep it. */
export function readSeen(
  evidence: string | null,
): { readonly a: string; readonly b: string } | null {
  const [, a, b] = written.exec(evidence ?? '') ?? [];
  return a && b ? { a, b } : null;
}

import { ownValue } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column-guess.ts';
import { fieldIn, partsOf, reasonToIgnore } from '../written-parts.ts';
import type { ColumnRuleDraft } from './settle-columns.ts';

/** A guess as it stands in the description; nothing of a column that looks like data of persons is shown. */
export function settledGuess(
  { guess, written, questions }: ColumnRuleDraft,
  personal: Readonly<Record<string, string>>,
): ColumnGuess {
  const ignore = reasonToIgnore(written);
  const changed = written !== guess.written;
  const reason = changed && ignore !== null ? ignore : guess.reason;
  const fed = partsOf(written).map(fieldIn);
  const first = fed[0] ?? guess.to;
  const to = ignore !== null ? null : fed.includes(guess.to) ? guess.to : first;
  const verified = changed && ignore !== null && /^(?:derived|part of)/.test(ignore);
  const hidden = guess.headings.some((name) => ownValue(personal, name) !== undefined);
  return {
    ...guess,
    to,
    written,
    reason,
    confidence: verified ? 0.99 : guess.confidence,
    decide: questions,
    samples: hidden ? [] : guess.samples,
    alternatives: hidden ? [] : guess.alternatives,
    crosswalks: hidden ? [] : guess.crosswalks,
  };
}

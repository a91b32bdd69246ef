import type { ColumnGuess } from '../column-guess.ts';
import type { ColumnRuleDraft } from './settle-columns.ts';

/** A guess as it stands in the description; nothing of a column that looks like data of persons is shown. */
export function settledGuess(
  { guess, written, questions }: ColumnRuleDraft,
  personal: Readonly<Record<string, string>>,
): ColumnGuess {
  const ignore = (written as Readonly<Record<string, unknown>>)['ignore'];
  const changed = written !== guess.written;
  const reason = changed && typeof ignore === 'string' ? ignore : guess.reason;
  const fed = (Array.isArray(written) ? written : [written]).map(
    (mapping) => (mapping as Readonly<Record<string, unknown>>)['to'],
  );
  const first = typeof fed[0] === 'string' ? fed[0] : guess.to;
  const to = typeof ignore === 'string' ? null : fed.includes(guess.to) ? guess.to : first;
  const verified = changed && typeof ignore === 'string' && /^(?:derived|part of)/.test(ignore);
  const hidden = guess.headings.some((name) => personal[name] !== undefined);
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

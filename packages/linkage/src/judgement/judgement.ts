import type { RecordRef } from '../cluster/record.ts';

/**
 * What a person may say about two records: they are the same, they are not, it cannot be told; or `reopened`, which
 * takes the judgement it supersedes back and says nothing itself.
 */
export type Verdict = 'positive' | 'negative' | 'unsure' | 'reopened';

/** A person's judgement of two records. Never changed or removed: a later one supersedes it. */
export interface Judgement {
  readonly id: string;
  readonly a: RecordRef;
  readonly b: RecordRef;
  readonly verdict: Verdict;
  /** A role, never a person. */
  readonly role: string;
  /** ISO time, as given. */
  readonly time: string;
  readonly reason: string;
  readonly evidence: string | null;
  /** Id of the judgement this one replaces. */
  readonly supersedes: string | null;
  /** Fingerprints of what the two records said when they were judged, where they were kept. */
  readonly seen?: { readonly a: string; readonly b: string };
}

/**
 * The judgements that stand: those that no other supersedes. One that was superseded by a `reopened` one is gone; one
 * whose `reopened` was itself superseded is not restored, for what superseded it says what holds now.
 *
 * @example
 * ```ts
 * import { standingJudgements } from '@samenbeeld/linkage';
 * const first = { id: 'j1', a: { table: 'be', id: '1' }, b: { table: 'nl', id: '7' }, verdict: 'positive', role: 'analyst', time: '2026-01-05T09:00:00Z', reason: 'same container', evidence: null, supersedes: null };
 * const undone = { ...first, id: 'j2', verdict: 'reopened', reason: 'another container', supersedes: 'j1' };
 * standingJudgements([first]).map(({ id }) => id) // => ['j1']
 * standingJudgements([undone, first]).map(({ id }) => id) // => []
 * ```
 */
export function standingJudgements(judgements: readonly Judgement[]): readonly Judgement[] {
  const superseded = new Set(judgements.map(({ supersedes }) => supersedes));
  return judgements.filter(({ id, verdict }) => !superseded.has(id) && verdict !== 'reopened');
}

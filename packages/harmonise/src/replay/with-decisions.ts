import { createHash } from 'node:crypto';
import type { SourceDescription } from '@samenbeeld/ingest';
import type { Decision } from '@samenbeeld/schema';
import { type DecidedCorrection, decidedCorrections } from './decided-corrections.ts';
import { addLabels, type DecidedLabel, decidedLabels } from './decided-labels.ts';
import type { Inapplicable } from './inapplicable.ts';

/** A description with what people decided of it. */
export interface WithDecisions {
  readonly source: SourceDescription;
  /** Decisions that the description takes up; whether a file still has such cells is for `replayReport`. */
  readonly applied: readonly Decision[];
  readonly inapplicable: readonly Inapplicable[];
}

/**
 * Adds decisions of kind `crosswalk` and `correction` to a description: labels that it does not know get their code,
 * slips are put right. Decisions on other sources are passed over. What the description itself says holds against a
 * decision; a word that only the code list has gained does not. The ids of the records do not change, the description's
 * `sha256` does.
 *
 * @example
 * ```ts
 * import { loadSource } from '@samenbeeld/ingest';
 * import { withDecisions } from '@samenbeeld/harmonise';
 * import { catalogueFolder } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * const decision = { id: 'd1', kind: 'crosswalk', subject: 'crosswalk exercise-nl-harc substance "Middel" "blokken coke"', verdict: 'exact COC', role: 'analyst', time: '2026-01-01', reason: 'the team says so', evidence: null, supersedes: null } as const;
 * const unknown = { ...decision, id: 'd2', subject: 'crosswalk exercise-nl-harc substance "Middel" "spul"', verdict: 'exact COCA' } as const;
 * const { applied, inapplicable } = withDecisions(source, [decision, unknown]);
 * applied.length // => 1
 * inapplicable[0].why // => 'code-unknown'
 * ```
 */
export function withDecisions(
  source: SourceDescription,
  decisions: readonly Decision[],
): WithDecisions {
  const { source: extended, applied, inapplicable } = takeUp(source, decisions);
  return { source: extended, applied, inapplicable };
}

/** `withDecisions`, with the labels and slips that the description takes up. */
export function takeUp(
  source: SourceDescription,
  decisions: readonly Decision[],
): WithDecisions & {
  readonly labels: readonly DecidedLabel[];
  readonly corrections: readonly DecidedCorrection[];
} {
  const labels = decidedLabels(source, decisions);
  const slips = decidedCorrections(source, decisions);
  const taken = { labels: labels.labels, corrections: slips.corrections };
  const applied = [...labels.labels, ...slips.corrections].map(({ decision }) => decision);
  const inapplicable = [...labels.inapplicable, ...slips.inapplicable];
  if (applied.length === 0) return { source, applied, inapplicable, ...taken };
  const ids = applied.map(({ id }) => id).sort();
  const sha256 = createHash('sha256')
    .update([source.sha256, ...ids].join(' '))
    .digest('hex');
  const extended = addLabels(source, labels.labels);
  return {
    source: {
      ...extended,
      corrections: [
        ...source.corrections,
        ...slips.corrections.map(({ correction }) => correction),
      ],
      sha256,
    },
    applied,
    inapplicable,
    ...taken,
  };
}

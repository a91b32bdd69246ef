import { type GivenVerdict, type VerdictContext, verdictDraft } from '@samenbeeld/merge';
import type { Decision } from '@samenbeeld/schema';
import { appendDecisions } from '@samenbeeld/store';

/** Records verdicts on pairs of records; what each replaces is superseded. All, or none where one is refused. */
export async function recordVerdicts(
  path: string,
  verdicts: readonly GivenVerdict[],
  beside: Omit<VerdictContext, 'decisions'>,
): Promise<readonly Decision[]> {
  return appendDecisions(path, ({ decisions }) =>
    verdicts.map((given) => verdictDraft(given, { ...beside, decisions })),
  );
}

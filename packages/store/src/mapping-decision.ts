import {
  type Decision,
  parseCorrectionDecision,
  parseCrosswalkDecision,
  UsageError,
} from '@samenbeeld/schema';

const readers: Partial<Record<Decision['kind'], (decision: Decision) => unknown>> = {
  crosswalk: parseCrosswalkDecision,
  correction: parseCorrectionDecision,
};

/** What is wrong with how a decision on a label or a slip is written; null where nothing is. */
export function mappingProblem(decision: Decision): string | null {
  if (decision.verdict === 'reopen') return null;
  try {
    readers[decision.kind]?.(decision);
    return null;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replace(/\.$/u, '').replace(/^The/u, 'the');
  }
}

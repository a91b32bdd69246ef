import type { Condition, Correction } from '@samenbeeld/ingest';
import {
  type CorrectionCondition,
  type CorrectionDecision,
  correctionSubject,
  correctionVerdict,
  type Decision,
  parseCorrectionDecision,
} from '@samenbeeld/schema';

function written(condition: Condition): CorrectionCondition {
  if ('match' in condition) {
    const { match, not } = condition;
    return { ...(match !== '' && { match }), ...(not && { not: written(not) }) };
  }
  const [only, ...others] = condition.texts;
  return only !== undefined && others.length === 0 ? only : condition.texts;
}

function whereOf(where: Correction['where']): CorrectionDecision['where'] {
  return Object.fromEntries(
    Object.entries(where).map(([heading, condition]) => [heading, written(condition)]),
  );
}

/**
 * A correction as a decision: kind, subject and verdict, for `appendDecision` with role, time and reason. Throws
 * UsageError for one that changes nothing or writes nothing.
 *
 * @example
 * ```ts
 * import { confirmCorrection } from '@samenbeeld/harmonise';
 * const where = { Jaar: { texts: ['2022'] } };
 * confirmCorrection('nl-example', { column: 'Aantal', from: '1638', to: '163,8', where }).verdict // => '"1638" → "163,8"'
 * ```
 */
export function confirmCorrection(
  source: string,
  { column, from, to, where }: Pick<Correction, 'column' | 'from' | 'to' | 'where'>,
): Pick<Decision, 'kind' | 'subject' | 'verdict'> {
  const subject = correctionSubject({ source, column, from, where: whereOf(where) });
  const verdict = correctionVerdict({ from, to });
  parseCorrectionDecision({ subject, verdict });
  return { kind: 'correction', subject, verdict };
}

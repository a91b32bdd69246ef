import { parseMeasure, refuseNoFigure, sameMeasureSubject } from '@samenbeeld/merge';
import type { Options } from '../options.ts';
import { recordDecisions } from '../record-decisions.ts';
import type { NamedRelease } from './release-of.ts';

/** Dimensions, each a word of its own or all in one. */
const wordsOf = (given: unknown): string =>
  Array.isArray(given) ? given.map(String).join(' ') : String(given ?? '');

/**
 * Records that two sources measure the same, in the dimensions given, and returns the line to show. Throws UsageError
 * without role and reason, and where a release has no figure of what is declared.
 */
export async function declareSame(
  options: Options,
  earlier: NamedRelease,
  later: NamedRelease,
): Promise<string> {
  const where = wordsOf(options['where']);
  const whereLater = options['whereLater'] === undefined ? where : wordsOf(options['whereLater']);
  const one = parseMeasure(`${earlier.source} ${where}`);
  const other = parseMeasure(`${later.source} ${whereLater}`);
  refuseNoFigure(one, earlier.release);
  refuseNoFigure(other, later.release);
  const subject = sameMeasureSubject(one, other);
  const [decision] = await recordDecisions(
    String(options['decisions']),
    [{ kind: 'same-measure', subject, verdict: 'accept' }],
    options,
  );
  return `  Recorded ${decision?.id}: "${subject}" measure the same.`;
}

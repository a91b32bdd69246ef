import { parseMeasure, refuseNoFigure, sameMeasureSubject } from '@samenbeeld/merge';
import { inFour, type Language } from '@samenbeeld/schema';
import type { Options } from '../options.ts';
import { recordDecisions } from '../record-decisions.ts';
import { told } from '../terminal.ts';
import type { NamedRelease } from './release-of.ts';

const recorded = inFour(
  'Vastgelegd {id}: "{subject}" meten hetzelfde.',
  'Enregistré {id} : « {subject} » mesurent la même chose.',
  'Festgehalten {id}: „{subject}“ messen dasselbe.',
  'Recorded {id}: "{subject}" measure the same.',
);

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
  language: Language,
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
  return `  ${told(recorded, language, { id: decision?.id ?? '', subject })}`;
}

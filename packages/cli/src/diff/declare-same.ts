import { existsSync } from 'node:fs';
import { parseMeasure, refuseNoFigure, sameMeasureSubject } from '@samenbeeld/merge';
import { UsageError } from '@samenbeeld/schema';
import { appendDecision, currentDecisions, readDecisions } from '@samenbeeld/store';
import type { NamedRelease } from './release-of.ts';

/** Dimensions, each a word of its own or all in one. */
const wordsOf = (given: unknown): string =>
  Array.isArray(given) ? given.map(String).join(' ') : String(given ?? '');

/**
 * Records that two sources measure the same, in the dimensions given, and returns the line to show. Throws UsageError
 * without role and reason, and where a release has no figure of what is declared.
 */
export async function declareSame(
  options: Readonly<Record<string, unknown>>,
  earlier: NamedRelease,
  later: NamedRelease,
): Promise<string> {
  const [role, reason] = [options['role'], options['reason']];
  if (typeof role !== 'string' || typeof reason !== 'string')
    throw new UsageError(
      'To declare two measures the same takes --role (never a name) and --reason.',
    );
  const where = wordsOf(options['where']);
  const whereLater = options['whereLater'] === undefined ? where : wordsOf(options['whereLater']);
  const one = parseMeasure(`${earlier.source} ${where}`);
  const other = parseMeasure(`${later.source} ${whereLater}`);
  refuseNoFigure(one, earlier.release);
  refuseNoFigure(other, later.release);
  const subject = sameMeasureSubject(one, other);
  const file = String(options['decisions']);
  const recorded = existsSync(file) ? await readDecisions(file) : [];
  const standing = currentDecisions(recorded, 'same-measure').get(subject);
  const decision = await appendDecision(file, {
    kind: 'same-measure',
    subject,
    verdict: 'accept',
    role,
    time: typeof options['time'] === 'string' ? options['time'] : new Date().toISOString(),
    reason,
    evidence: typeof options['evidence'] === 'string' ? options['evidence'] : null,
    supersedes: standing?.id ?? null,
  });
  return `  Recorded ${decision.id}: "${subject}" measure the same.`;
}

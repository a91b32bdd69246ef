import { confirmCorrection, replayReport, type SourceDescription } from '@samenbeeld/ingest';
import { type Decision, UsageError } from '@samenbeeld/schema';
import { type Options, textOption } from '../options.ts';
import type { Drafted } from '../record-decisions.ts';

function whereOf(
  options: Options,
): Readonly<Record<string, { readonly texts: readonly string[] }>> {
  const given = options['where'];
  const all = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    all.map((condition) => {
      const at = condition.indexOf('=');
      if (at < 1)
        throw new UsageError(
          `--where takes HEADING=TEXT for one column of the row, not "${condition}".`,
        );
      return [condition.slice(0, at), { texts: [condition.slice(at + 1)] }];
    }),
  );
}

/**
 * The correction that --correct, --from, --to and --where describe, as a decision to record; null where none is asked
 * for. It is tried on the files first: one that changes no cell is a UsageError that says why.
 */
export async function correctedCell(
  options: Options,
  source: SourceDescription,
  files: readonly string[],
): Promise<Drafted | null> {
  const [column, from, to] = ['correct', 'from', 'to'].map((name) => textOption(options, name));
  if (!column && !from && !to && options['where'] === undefined) return null;
  if (!column || !from || !to)
    throw new UsageError(
      'A correction needs --correct COLUMN, --from TEXT and --to TEXT, and --where HEADING=TEXT for the row.',
    );
  const draft = confirmCorrection(source.id, { column, from, to, where: whereOf(options) });
  const tried: Decision = {
    ...draft,
    id: 'it',
    role: 'analyst',
    time: '2000-01-01',
    reason: 'tried',
    evidence: null,
    supersedes: null,
  };
  const { inapplicable } = await replayReport(source, [tried], files);
  const [refused] = inapplicable;
  if (refused)
    throw new UsageError(`The correction would change nothing in these files: ${refused.says}.`);
  return draft;
}

import { type Anomaly, anomalyId, confirmCorrection } from '@samenbeeld/ingest';
import { UsageError } from '@samenbeeld/schema';
import type { Drafted } from '../record-decisions.ts';

/**
 * The anomalies that `--accept` names: ids, which stay while others are accepted; numbers and ranges of the list that was
 * just shown ("1,4-6"); or all of a kind ("lost_zeros").
 */
export function chosen(text: string, found: readonly Anomaly[]): readonly Anomaly[] {
  const ofKind = found.filter(({ kind, correction }) => kind === text && correction !== null);
  if (ofKind.length > 0) return ofKind;
  return text.split(',').flatMap((part) => {
    const known = found.filter((anomaly) => anomalyId(anomaly) === part.trim());
    if (known.length > 0) return known;
    const [first = '', last = first] = part.trim().split('-');
    const [from, to] = [Number(first), Number(last)];
    const named = found.slice(from - 1, to);
    if (!/^\d+$/u.test(first) || !/^\d+$/u.test(last) || from < 1 || named.length !== to - from + 1)
      throw new UsageError(
        found.length === 0
          ? 'There is nothing to accept: no anomaly was found.'
          : `--accept takes numbers of the list (1 to ${found.length}), ids, ranges, or a kind with proposals, not "${part.trim()}".`,
      );
    return named;
  });
}

/** The corrections of anomalies as decisions to record. Throws UsageError where one has none. */
export function acceptedCorrections(
  anomalies: readonly Anomaly[],
  given: string | null,
): readonly Drafted[] {
  return anomalies.map(({ correction, where, evidence, open }) => {
    if (correction === null)
      throw new UsageError(
        `There is no correction to accept for ${where.file}, line ${where.line}, column ${where.column}: ${open}.`,
      );
    const all = [given ?? [], evidence].flat();
    return { ...confirmCorrection(where.source, correction), evidence: all.join('; ') };
  });
}

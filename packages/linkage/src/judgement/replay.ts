import { compareRecords, type RecordRef, recordName } from '../cluster/record.ts';
import { type Judgement, standingJudgements } from './judgement.ts';

export interface ReplayRecord extends RecordRef {
  /** Of what the record says, in the terms of `Judgement.seen`. */
  readonly fingerprint?: string;
  /** What the record was called when it was judged, where its table, id or both changed. */
  readonly formerly?: readonly RecordRef[];
}

/** A judgement that is not applied, and why. */
export type Lapsed =
  | {
      /** A record is not in the new data. */
      readonly kind: 'gone';
      readonly judgement: Judgement;
      readonly missing: readonly RecordRef[];
    }
  | {
      /** Both records became one. */
      readonly kind: 'become one';
      readonly judgement: Judgement;
      readonly record: RecordRef;
    }
  | {
      /** A record says something else than when it was judged. */
      readonly kind: 'altered';
      readonly judgement: Judgement;
      readonly altered: readonly RecordRef[];
    };

/** Judgements of earlier data, held against new data. Each standing one is in exactly one of `applies` and `lapsed`. */
export interface Replay {
  /** Under the records' present names. */
  readonly applies: readonly Judgement[];
  readonly lapsed: readonly Lapsed[];
  /** Of those that apply, those of which a record changed its name. */
  readonly renamed: readonly { readonly judgement: Judgement; readonly from: Judgement }[];
}

function namesOf(records: Iterable<ReplayRecord>): ReadonlyMap<string, ReplayRecord> {
  const present = new Map<string, ReplayRecord>();
  const former = new Map<string, ReplayRecord>();
  for (const record of records) {
    const name = recordName(record);
    if (present.has(name)) throw new RangeError(`the new data hold the record ${name} twice`);
    present.set(name, record);
    for (const old of record.formerly ?? []) {
      const rival = former.get(recordName(old));
      if (rival)
        throw new RangeError(
          `${recordName(old)} is said to have become both ${recordName(rival)} and ${name}; a record can become only one`,
        );
      former.set(recordName(old), record);
    }
  }
  // Ids may be given anew: who bore a name when it was judged counts, not who bears it now.
  for (const [old, record] of former) present.set(old, record);
  return present;
}

/**
 * Which judgements of last month's data still apply to this month's, under which names, and which do not and why. Only
 * standing judgements are looked at; the history stays where it is stored. A judgement whose records say something
 * else now (`altered`) is not applied by itself: what was judged is no longer what stands there.
 *
 * @throws RangeError where the new data hold a record twice, or two of its records claim one former name
 * @example
 * ```ts
 * import { replayJudgements } from '@samenbeeld/linkage';
 * const judgement = { id: 'j1', a: { table: 'be', id: '1' }, b: { table: 'nl', id: '7' }, verdict: 'positive', role: 'analyst', time: '2026-01-05', reason: '', evidence: null, supersedes: null };
 * const moved = replayJudgements([judgement], [{ table: 'be', id: '2026-1', formerly: [{ table: 'be', id: '1' }] }, { table: 'nl', id: '7' }]);
 * moved.applies.map(({ a, b }) => [a.id, b.id]) // => [['2026-1', '7']]
 * replayJudgements([judgement], [{ table: 'nl', id: '7' }]).lapsed.map(({ kind, missing }) => [kind, missing]) // => [['gone', [{ table: 'be', id: '1' }]]]
 * ```
 */
export function replayJudgements(
  judgements: readonly Judgement[],
  records: Iterable<ReplayRecord>,
): Replay {
  const byName = namesOf(records);
  const applies: Judgement[] = [];
  const lapsed: Lapsed[] = [];
  const renamed: { judgement: Judgement; from: Judgement }[] = [];
  for (const from of standingJudgements(judgements)) {
    const [a, b] = [byName.get(recordName(from.a)), byName.get(recordName(from.b))];
    if (!a || !b) {
      const missing = [...(a ? [] : [from.a]), ...(b ? [] : [from.b])];
      lapsed.push({ kind: 'gone', judgement: from, missing });
      continue;
    }
    const [nowA, nowB] = [a, b].map(({ table, id }) => ({ table, id })) as [RecordRef, RecordRef];
    if (compareRecords(nowA, nowB) === 0) {
      lapsed.push({ kind: 'become one', judgement: from, record: nowA });
      continue;
    }
    const differs = (record: ReplayRecord, seen: string | undefined): boolean =>
      seen !== undefined && record.fingerprint !== undefined && record.fingerprint !== seen;
    const altered = [
      ...(differs(a, from.seen?.a) ? [nowA] : []),
      ...(differs(b, from.seen?.b) ? [nowB] : []),
    ];
    if (altered.length > 0) {
      lapsed.push({ kind: 'altered', judgement: from, altered });
      continue;
    }
    const same = compareRecords(nowA, from.a) === 0 && compareRecords(nowB, from.b) === 0;
    const judgement = same ? from : { ...from, a: nowA, b: nowB };
    applies.push(judgement);
    if (!same) renamed.push({ judgement, from });
  }
  return { applies, lapsed, renamed };
}

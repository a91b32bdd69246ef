import { compareRecords, inOrder, pairName, type RecordRef } from '../cluster/record.ts';
import { type Judgement, standingJudgements } from './judgement.ts';

/** What holds of two records after all that was said of them. `a` comes before `b`. */
export interface SettledPair {
  readonly a: RecordRef;
  readonly b: RecordRef;
  readonly verdict: 'positive' | 'negative' | 'unsure';
  /**
   * Why: as many roles as asked for say so · roles, or one role twice, say different things · too few roles have
   * spoken yet · somebody said that it cannot be told.
   */
  readonly because: 'agreed' | 'disagreed' | 'awaiting' | 'said unsure';
  /** The standing judgements behind it, by time, then by id. */
  readonly by: readonly Judgement[];
}

/** How many roles must say the same before it counts. */
export interface SettleOptions {
  /** 1, or 2 for the two-person rule. Default 1. */
  readonly agreeing?: number;
}

const inTime = (a: Judgement, b: Judgement): number =>
  Date.parse(a.time) - Date.parse(b.time) || inOrder(a.id, b.id);

function settle(
  by: readonly Judgement[],
  agreeing: number,
): Pick<SettledPair, 'verdict' | 'because'> {
  const verdicts = new Set(by.map(({ verdict }) => verdict));
  if (verdicts.size > 1) return { verdict: 'unsure', because: 'disagreed' };
  const [verdict] = verdicts;
  if (verdict !== 'positive' && verdict !== 'negative')
    return { verdict: 'unsure', because: 'said unsure' };
  const roles = new Set(by.map(({ role }) => role));
  return roles.size < agreeing
    ? { verdict: 'unsure', because: 'awaiting' }
    : { verdict, because: 'agreed' };
}

function check(judgement: Judgement): void {
  const { id, a, b, time } = judgement;
  if (compareRecords(a, b) === 0)
    throw new RangeError(
      `judgement ${id} is about record ${a.id} of table ${a.table} and itself; a judgement needs two records`,
    );
  const day = /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0];
  const rolled = day !== undefined && new Date(Date.parse(day)).toJSON()?.slice(0, 10) !== day;
  if (Number.isNaN(Date.parse(time)) || rolled)
    throw new RangeError(
      `judgement ${id} has the time "${time}"; expected an ISO time such as 2026-01-05T09:00:00Z`,
    );
}

/**
 * What holds of each judged pair, in the order of the pairs. Standing judgements that differ make a pair unsure, also
 * where one role says both: nobody is outvoted, and the later one wins only where it supersedes the earlier.
 *
 * With `agreeing: 2` (the two-person rule) a pair counts only once two different roles say the same.
 *
 * @throws RangeError for a judgement of a record and itself, an id that occurs twice, or a time that is none
 * @example
 * ```ts
 * import { settleJudgements } from '@samenbeeld/linkage';
 * const one = { id: 'j1', a: { table: 'be', id: '1' }, b: { table: 'nl', id: '7' }, verdict: 'positive', role: 'customs analyst', time: '2026-01-05T09:00:00Z', reason: 'same container', evidence: null, supersedes: null };
 * const two = { ...one, id: 'j2', role: 'police analyst' };
 * settleJudgements([one], { agreeing: 2 }).map(({ verdict, because }) => [verdict, because]) // => [['unsure', 'awaiting']]
 * settleJudgements([one, two], { agreeing: 2 }).map(({ verdict }) => verdict) // => ['positive']
 * settleJudgements([one, { ...two, verdict: 'negative' }])[0].because // => 'disagreed'
 * ```
 */
export function settleJudgements(
  judgements: readonly Judgement[],
  { agreeing = 1 }: SettleOptions = {},
): readonly SettledPair[] {
  if (!Number.isInteger(agreeing) || agreeing < 1)
    throw new RangeError(
      `\`agreeing\` must be a whole number of roles, 1 or more, not ${agreeing}`,
    );
  const ids = new Set<string>();
  for (const judgement of judgements) {
    check(judgement);
    if (ids.has(judgement.id)) throw new RangeError(`two judgements have the id ${judgement.id}`);
    ids.add(judgement.id);
  }
  const byPair = new Map<string, Judgement[]>();
  for (const judgement of standingJudgements(judgements)) {
    const name = pairName(judgement.a, judgement.b);
    const said = byPair.get(name);
    if (said) said.push(judgement);
    else byPair.set(name, [judgement]);
  }
  return [...byPair.values()]
    .map((standing) => {
      const by = [...standing].sort(inTime);
      const { a, b } = by[0] as Judgement;
      const [first, second] = compareRecords(a, b) < 0 ? [a, b] : [b, a];
      return { a: first, b: second, ...settle(by, agreeing), by };
    })
    .sort((x, y) => compareRecords(x.a, y.a) || compareRecords(x.b, y.b));
}

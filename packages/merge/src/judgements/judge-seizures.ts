import { type SettledPair, settleJudgements } from '@samenbeeld/linkage';
import type { Decision, Definition, Seizure } from '@samenbeeld/schema';
import { findBatches } from '../same-seizure/find-batches.ts';
import { type ClosedPairs, closeJudged } from './close-judged.ts';
import {
  chainText,
  followsText,
  judgedText,
  type NamedLink,
  oneFileText,
} from './judgement-words.ts';
import { pairSubject, parsePairSubject } from './pair-subject.ts';
import { replayDecisions } from './replay-decisions.ts';
import type { JudgedPair, JudgementConflict, SeizureJudgements } from './seizure-judgement.ts';

/** How judgements are taken. */
export interface JudgeOptions {
  /** How many roles must say the same before it counts: 1, or 2 for the two-person rule. Default 1. */
  readonly agreeing?: number;
  /** What the sources count, so that rows that may be batches of one find are known as such. */
  readonly definitions?: readonly Definition[];
}

const saidOf = { positive: 'same', negative: 'different', unsure: 'unsure' } as const;

/** Where a record was read: the name by which a reader finds it. */
export function recordName(id: string, byId: ReadonlyMap<string, Seizure>): string {
  return id
    .split('+')
    .map((one) => {
      const origin = byId.get(one)?.origin;
      return origin ? `${origin.file}:${origin.line}` : one;
    })
    .join(' + ');
}

/**
 * What persons said of records that may be one seizure, as far as it holds for these records: decisions of kind
 * `same-seizure`, settled by role, with what follows from them (A = B and B = C make A = C; A ≠ B and B = C make A ≠ C), those
 * that contradict each other, and those that no longer apply because a record is gone or says something else now.
 *
 * A "same" counts only where nothing contradicts it; a "different" always counts. Roles that differ decide nothing.
 *
 * @throws RangeError for `agreeing` that is no whole number from 1 on
 * @example
 * ```ts
 * import { judgeSeizures } from '@samenbeeld/merge';
 * judgeSeizures([], []).inForce.size // => 0
 * ```
 */
export function judgeSeizures(
  decisions: readonly Decision[],
  seizures: readonly Seizure[],
  { agreeing = 1, definitions = [] }: JudgeOptions = {},
): SeizureJudgements {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const nameOf = (id: string): string => recordName(id, byId);
  const decisionOf = new Map(decisions.map((decision) => [decision.id, decision]));
  const { applies, lapsed } = replayDecisions(decisions, byId, nameOf);
  const settled = settleJudgements(applies, { agreeing });
  const closed: ClosedPairs = closeJudged(settled, byId, findBatches(seizures, definitions));

  const behind = (pairs: readonly SettledPair[]): readonly Decision[] =>
    pairs.flatMap(({ by }) => by.flatMap(({ id }) => decisionOf.get(id) ?? []));
  const links = (pairs: readonly SettledPair[]): readonly NamedLink[] =>
    pairs.map(({ a, b, verdict }) => ({
      a: nameOf(a.id),
      b: nameOf(b.id),
      verdict: verdict === 'positive' ? 'same' : 'different',
    }));
  const judged = settled.map((pair): JudgedPair => {
    const because = closed.unreliable.has(pair) ? 'contradicted' : pair.because;
    const by = behind([pair]);
    return {
      subject: pairSubject(pair.a.id, pair.b.id),
      verdict: saidOf[pair.verdict],
      because,
      by,
      says: judgedText(by, because, agreeing),
    };
  });
  return {
    agreeing,
    judged,
    lapsed,
    inForce: new Map(
      judged.flatMap(({ subject, because, by }): [string, Decision][] => {
        const last = by.at(-1);
        return last && because === 'agreed' ? [[subject, { ...last, subject }]] : [];
      }),
    ),
    conflicts: closed.broken.map(({ kind, records, pairs }): JudgementConflict => {
      const said = behind(pairs);
      return {
        kind,
        records,
        decisions: said,
        says:
          kind === 'chain'
            ? chainText(links(pairs), said)
            : oneFileText(links(pairs), [nameOf(records[0]), nameOf(records[1])], said),
      };
    }),
    follows(subject) {
      const pair = parsePairSubject(subject);
      const implied = pair && closed.implied(pair.a, pair.b);
      if (!implied) return null;
      const said = behind(implied.chain);
      return {
        verdict: implied.verdict === 'contradiction' ? 'contradiction' : saidOf[implied.verdict],
        decisions: said,
        says: followsText(links(implied.chain), said),
      };
    },
  };
}

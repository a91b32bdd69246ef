import {
  type Judgement,
  type RecordRef,
  replayJudgements,
  type Verdict,
} from '@samenbeeld/linkage';
import type { Decision, Seizure } from '@samenbeeld/schema';
import { ownValue } from '@samenbeeld/schema';
import { roleKey } from '@samenbeeld/store';
import { recordsOf } from '../same-seizure/partition/record-pair.ts';
import { lapsedText } from './judgement-words.ts';
import { type PairSubject, parsePairSubject } from './pair-subject.ts';
import { readSeen, seizureFingerprint } from './seen.ts';
import type { LapsedJudgement } from './seizure-judgement.ts';

/** Sides of pairs as linkage takes them: ids of seizures are unique whatever file they stand in. */
export const sideRef = (id: string): RecordRef => ({ table: 'seizure', id });

const verdicts: Readonly<Record<string, Verdict>> = {
  same: 'positive',
  different: 'negative',
  unsure: 'unsure',
  reopen: 'reopened',
};

/** A decision on two records as a judgement; roles that only differ in spelling are one. */
export function toJudgement(decision: Decision, { a, b }: PairSubject): Judgement {
  const { id, verdict, role, time, reason, evidence, supersedes } = decision;
  const seen = readSeen(evidence);
  return {
    id,
    a: sideRef(a),
    b: sideRef(b),
    verdict: ownValue(verdicts, verdict) ?? 'unsure',
    role: roleKey(role),
    time,
    reason,
    evidence,
    supersedes,
    ...(seen && { seen }),
  };
}

/** Decisions of kind `same-seizure` held against the records at hand. */
export interface ReplayedDecisions {
  readonly applies: readonly Judgement[];
  readonly lapsed: readonly LapsedJudgement[];
}

/** Which decisions on pairs still apply to these records; `nameOf` names a record for a reader. */
export function replayDecisions(
  decisions: readonly Decision[],
  byId: ReadonlyMap<string, Seizure>,
  nameOf: (id: string) => string,
): ReplayedDecisions {
  const own = decisions.filter(({ kind }) => kind === 'same-seizure');
  const decisionOf = new Map(own.map((decision) => [decision.id, decision]));
  const replaced = new Set(own.map(({ supersedes }) => supersedes));
  const pairs = own.flatMap((decision) => {
    const pair = parsePairSubject(decision.subject);
    return pair ? [{ decision, pair }] : [];
  });
  const sides = new Set(pairs.flatMap(({ pair: { a, b } }) => [a, b]));
  const present = [...sides].flatMap((side) => {
    const rows = recordsOf(side).flatMap((id) => byId.get(id) ?? []);
    return rows.length === recordsOf(side).length
      ? [{ ...sideRef(side), fingerprint: seizureFingerprint(rows) }]
      : [];
  });
  const { applies, lapsed } = replayJudgements(
    pairs.map(({ decision, pair }) => toJudgement(decision, pair)),
    present,
  );
  const told = new Map<string, LapsedJudgement>();
  for (const one of lapsed) {
    const decision = decisionOf.get(one.judgement.id);
    if (!decision || one.kind === 'become one') continue;
    const records = one.kind === 'gone' ? one.missing : one.altered;
    const names = records
      .flatMap(({ id }) => recordsOf(id))
      .filter((id) => one.kind !== 'gone' || !byId.has(id))
      .map(nameOf)
      .join(', ');
    told.set(decision.id, { decision, because: one.kind, says: lapsedText[one.kind](names) });
  }
  for (const decision of own)
    if (
      !parsePairSubject(decision.subject) &&
      !replaced.has(decision.id) &&
      decision.verdict !== 'reopen'
    )
      told.set(decision.id, {
        decision,
        because: 'not a pair',
        says: lapsedText['not a pair'](),
      });
  return { applies, lapsed: own.flatMap(({ id }) => told.get(id) ?? []) };
}

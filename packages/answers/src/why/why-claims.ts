import { type Settled, whyTotal } from '@samenbeeld/merge';
import type { Why } from '@samenbeeld/page';
import type { Decision, JointTotal } from '@samenbeeld/schema';
import { decisionStates, lapsedState } from '../decisions/decision-state.ts';
import type { PictureAsked } from '../held.ts';
import { evidenceOf } from './evidence.ts';
import { commandFor, sentences, totalTitle } from './why-sentences.ts';

/** The panel behind every figure of a row of joint totals made of claims. */
export function whyClaims(
  result: Settled,
  total: JointTotal,
  decisions: readonly Decision[],
  { picture, at, deciding }: Pick<PictureAsked, 'picture' | 'at' | 'deciding'>,
): Why {
  const why = whyTotal(result, total, decisions, deciding);
  return {
    key: total.key,
    title: totalTitle(total),
    says: sentences(
      total,
      why.notAdded,
      why.conflicts.map((conflict) => conflict.explanation),
    ),
    evidence: why.lines.flatMap((line) => evidenceOf(line.claim, line.role)),
    decisions: why.decisions.map(({ decision, inForce, lapsed, allowed }) => ({
      id: decision.id,
      verdict: decision.verdict,
      role: decision.role,
      time: decision.time,
      reason: decision.reason,
      superseded: !inForce,
      lapsed: lapsed ? lapsedState(lapsed) : allowed ? undefined : decisionStates['not allowed'],
    })),
    command: commandFor(at ?? `out/${picture}`, total, result.question),
  };
}

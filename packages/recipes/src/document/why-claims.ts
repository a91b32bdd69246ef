import { type JointTotals, type WhyLine, whyTotal } from '@samenbeeld/merge';
import type { Evidence, Why } from '@samenbeeld/report';
import type { Decision, JointTotal } from '@samenbeeld/schema';
import { evidenceOf } from './evidence.ts';
import { sentences, totalTitle } from './why-sentences.ts';

const roles: Readonly<Record<WhyLine['role'], Evidence['role']>> = {
  governing: 'governing',
  combined: 'part',
  absorbed: 'absorbed',
  rival: 'rival',
  find: 'find',
  ceiling: 'ceiling',
  not_added: 'not_added',
  explained: 'rival',
};

/** The panel behind every figure of a row of joint totals made of claims. */
export function whyClaims(
  result: JointTotals,
  total: JointTotal,
  decisions: readonly Decision[],
): Why {
  const why = whyTotal(result, total, decisions);
  return {
    key: total.key,
    title: totalTitle(total),
    says: sentences(
      total,
      why.notAdded,
      why.conflicts.map((conflict) => conflict.explanation),
    ),
    evidence: why.lines.flatMap((line) => evidenceOf(line.claim, roles[line.role])),
    decisions: why.decisions.map(({ decision, inForce }) => ({
      id: decision.id,
      verdict: decision.verdict,
      role: decision.role,
      time: decision.time,
      reason: decision.reason,
      superseded: !inForce,
    })),
    command: `samenbeeld why out/north-sea-port "NSP cocaine ${total.period}"`,
  };
}

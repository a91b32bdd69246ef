import { type Conflict, type Decision, subtractExact } from '@samenbeeld/schema';
import type { Claim } from './claim.ts';
import type { Explanation } from './explain/explanation.ts';
import { exceeded, listed, type Proposal } from './propose.ts';
import { join, sayInFour } from './words.ts';

/** What is known around a pair of claims. */
export interface Circumstances {
  readonly subject: string;
  readonly decision: Decision | undefined;
  readonly proposal: Proposal | null;
  /** Whether the two contend, rather than one being explained away. */
  readonly contested: boolean;
  /** Wider figures that neither claim can exceed. */
  readonly wholes: readonly Claim[];
}

/** The conflict between the leading claim of a scope and another, with its explanation and what may be decided. */
export function conflictBetween(
  lead: Claim,
  other: Claim,
  explanation: Explanation,
  { subject, decision, proposal, contested, wholes }: Circumstances,
): Conflict {
  const wider = exceeded(other, wholes);
  const shared = exceeded(lead, wholes).filter((whole) => wider.includes(whole));
  const apart = wider.filter((whole) => !shared.includes(whole));
  const both = () =>
    sayInFour(
      '{lead} en {other} zijn beide meer dan het ruimere cijfer, {wholes}; dat onderscheidt ze niet.',
      '{lead} et {other} dépassent l’un et l’autre le chiffre plus large, {wholes} ; cela ne les départage pas.',
      '{lead} und {other} sind beide mehr als die umfassendere Zahl, {wholes}; das unterscheidet sie nicht.',
      '{lead} and {other} are both more than the wider figure, {wholes}; that does not tell them apart.',
      { lead: lead.value, other: other.value, wholes: listed(shared, lead) },
    );
  const beyond = () =>
    sayInFour(
      '{other} is bovendien meer dan het geheel, {wholes}.',
      '{other} dépasse en outre l’ensemble, {wholes}.',
      '{other} ist außerdem mehr als das Ganze, {wholes}.',
      '{other} also exceeds the whole, {wholes}.',
      { other: other.value, wholes: listed(apart, other) },
    );
  const decided = decision !== undefined && decision.verdict !== 'reopen';
  const open = explanation.type === 'separate_counts' ? 'apart' : 'undecided';
  return {
    key: `${subject} · ${lead.id} | ${other.id}`,
    subject,
    type: explanation.type,
    claims: [lead.id, other.id, ...explanation.rests],
    place: lead.place,
    substance: lead.substance,
    basis: lead.basis,
    periodStart: lead.periodStart,
    periodEnd: lead.periodEnd,
    difference: subtractExact(other.value, lead.value),
    factor: lead.value === 0 ? null : Number((other.value / lead.value).toPrecision(4)),
    explanation: join([
      explanation.text,
      ...(apart.length === 0 ? [] : [beyond()]),
      ...(shared.length === 0 ? [] : [both()]),
    ]),
    computed: explanation.computed,
    proposal: proposal && { verdict: `keep ${proposal.claim.id}`, reason: proposal.reason },
    state: decided ? 'decided' : contested ? open : 'explained',
    decision: decided ? decision.id : null,
  };
}

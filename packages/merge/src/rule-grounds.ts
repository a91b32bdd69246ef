import {
  type Break,
  type Decision,
  type Definition,
  type Ground,
  parseOverrideSubject,
  type Text,
} from '@samenbeeld/schema';
import { changedSince, isRule, ruleId } from './grounds.ts';

/** What sources declare. */
export interface Rules {
  readonly breaks: readonly Break[];
  readonly definitions: readonly Definition[];
}

function breakGround({ id, on, kind, severity, series, note }: Break): Ground {
  const named = Object.entries(series).map(([field, code]) => `${field}=${code}`);
  return {
    id: ruleId(id),
    name: id,
    says: { on, kind, severity, series: named.sort().join(' '), note: note.en },
  };
}

function definitionGround(definition: Definition): Ground {
  const { id, countUnit, massBasis, minThreshold, dateRole, countingRule } = definition;
  const { validFrom, validTo } = definition;
  return {
    id: ruleId(id),
    name: id,
    says: {
      countUnit: countUnit ?? '–',
      massBasis,
      minThreshold: minThreshold ? `${minThreshold.value} ${minThreshold.unit}` : '–',
      dateRole: dateRole ?? '–',
      countingRule: countingRule.en,
      valid: `${validFrom ?? ''}..${validTo ?? ''}`,
    },
  };
}

/**
 * The rules that an override is about: the declared break, or what a sum, rate or trend goes across with the counting rules it
 * names. Empty where the subject names none that is declared.
 */
export function ruleGrounds(subject: string, { breaks, definitions }: Rules): readonly Ground[] {
  const named = parseOverrideSubject(subject);
  if (!named) return breaks.filter(({ id }) => id === subject).map(breakGround);
  const values = new Set(named.values);
  return [
    { id: ruleId(subject), name: subject, says: {} },
    ...definitions.filter(({ id }) => values.has(id)).map(definitionGround),
  ];
}

/** What has changed in the rules that a decision was taken on; null where nothing has, or it is about no rule. */
export function changedRules(decision: Decision, rules: Rules): Text | null {
  const takenOn = decision.takenOn?.filter(isRule) ?? [];
  if (decision.kind !== 'override' || takenOn.length === 0) return null;
  const now = ruleGrounds(decision.subject, rules);
  return changedSince(
    { ...decision, takenOn },
    now,
    (id) => now.find((one) => one.id === id) ?? null,
  );
}

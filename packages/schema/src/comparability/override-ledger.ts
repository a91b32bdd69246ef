import type { Decision } from '../decision.ts';
import type { Text } from '../language.ts';
import { dimensionLabel, type Purpose } from './dimensions.ts';
import { overrideSubject } from './override-subject.ts';
import { valuesTold } from './wording.ts';

/** A decision without which records would not have been put together. */
export interface AppliedOverride {
  readonly decision: Decision;
  readonly dimension: string;
  readonly values: readonly string[];
  /** What belongs beside the result. */
  readonly says: Text;
}

/**
 * The override in force on a subject, or undefined: of kind `override`, accepted, and superseded by no other.
 *
 * @example
 * ```ts
 * import { overrideInForce } from '@samenbeeld/schema';
 * overrideInForce('sum across agencies: NL_HARC, NL_KMAR', []) // => undefined
 * ```
 */
export function overrideInForce(
  subject: string,
  decisions: readonly Decision[],
): Decision | undefined {
  const superseded = new Set(decisions.map(({ supersedes }) => supersedes));
  return decisions.find(
    (decision) =>
      decision.kind === 'override' &&
      decision.subject === subject &&
      decision.verdict === 'accept' &&
      !superseded.has(decision.id),
  );
}

const purposes: Readonly<Record<Purpose, Text>> = {
  sum: { nl: 'Opgeteld', fr: 'Additionné', de: 'Addiert', en: 'Added' },
  rate: { nl: 'Vergeleken', fr: 'Comparé', de: 'Verglichen', en: 'Compared' },
  trend: { nl: 'In één reeks', fr: 'En une série', de: 'In einer Reihe', en: 'In one series' },
};

function sentence(
  purpose: Purpose,
  dimension: string,
  values: Text,
  { id, reason }: Decision,
): Text {
  const [verb, what] = [purposes[purpose], dimensionLabel(dimension)];
  const because = reason.replace(/\.$/, '');
  return {
    nl: `${verb.nl} ondanks verschil in ${what.nl} (${values.nl}), volgens beslissing ${id}: ${because}.`,
    fr: `${verb.fr} malgré une différence (${what.fr} : ${values.fr}), selon la décision ${id} : ${because}.`,
    de: `${verb.de} trotz Unterschied (${what.de}: ${values.de}), laut Entscheidung ${id}: ${because}.`,
    en: `${verb.en} although they differ in ${what.en} (${values.en}), by decision ${id}: ${because}.`,
  };
}

/** The overrides of one comparison: which are in force, and which were needed. */
export interface OverrideLedger {
  readonly purpose: Purpose;
  readonly decisions: readonly Decision[];
  readonly applied: readonly AppliedOverride[];
  /** Whether a decision lets these values of a dimension be put together; it is then listed as applied. */
  allows(
    dimension: { readonly dimension: string; readonly plural: string },
    values: readonly (string | null)[],
  ): boolean;
  /** Lists a decision on a declared break. */
  crosses(decision: Decision, says: Text): void;
}

export function overrideLedger(purpose: Purpose, decisions: readonly Decision[]): OverrideLedger {
  const applied: AppliedOverride[] = [];
  return {
    purpose,
    decisions,
    applied,
    allows({ dimension, plural }, values) {
      const decision = overrideInForce(overrideSubject(purpose, plural, values), decisions);
      if (!decision) return false;
      const names = [...new Set(values.map((value) => value ?? 'not stated'))].sort();
      const says = sentence(purpose, dimension, valuesTold(names, dimension), decision);
      if (!applied.some((one) => one.decision.id === decision.id))
        applied.push({ decision, dimension, values: names, says });
      return true;
    },
    crosses(decision, says) {
      applied.push({ decision, dimension: 'break', values: [decision.subject], says });
    },
  };
}

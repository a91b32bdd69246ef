import type { Conflict, CountedEvent, JointTotal, Seizure, Text } from '@samenbeeld/schema';
import { inKilograms } from './event-quantity.ts';
import { say } from './words.ts';

const sentences: Readonly<Record<'plain' | 'gross' | 'slip', Text>> = {
  plain: {
    nl: '{a} meldt {x}, {b} {y} voor dezelfde vangst; het eerste gewicht telt.',
    fr: '{a} déclare {x}, {b} {y} pour la même saisie ; le premier poids compte.',
    de: '{a} meldet {x}, {b} {y} für denselben Fund; das erste Gewicht zählt.',
    en: '{a} reports {x}, {b} {y} for the same find; the first weight counts.',
  },
  gross: {
    nl: '{a} meldt {x}, {b} {y} bruto voor dezelfde vangst; het eerste gewicht telt.',
    fr: '{a} déclare {x}, {b} {y} brut pour la même saisie ; le premier poids compte.',
    de: '{a} meldet {x}, {b} {y} brutto für denselben Fund; das erste Gewicht zählt.',
    en: '{a} reports {x}, {b} {y} gross for the same find; the first weight counts.',
  },
  slip: {
    nl: '{a} meldt {z}, {b} {y} voor dezelfde vangst; {x} telt, want het eerste lijkt een verschrijving.',
    fr: '{a} déclare {z}, {b} {y} pour la même saisie ; {x} compte, le premier semblant une erreur de plume.',
    de: '{a} meldet {z}, {b} {y} für denselben Fund; {x} zählt, denn das erste scheint ein Schreibfehler.',
    en: '{a} reports {z}, {b} {y} for the same find; {x} counts, for the first looks like a slip of the pen.',
  },
};

/** The rows of one file about one find, which add where the file counts batches. */
interface Told {
  readonly rows: readonly Seizure[];
  readonly kg: number;
}

function told(rows: readonly Seizure[]): readonly Told[] {
  const weights = rows.map(inKilograms).filter((kg) => kg !== null);
  if (rows.length === 0 || weights.length < rows.length) return [];
  return [{ rows, kg: Number(weights.reduce((sum, kg) => sum + kg, 0).toPrecision(12)) }];
}

function agenciesOf({ rows }: Told): readonly string[] {
  return [...new Set(rows.flatMap(({ agencies }) => agencies))];
}

const isGross = ({ rows }: Told): boolean => rows.some(({ massBasis }) => massBasis === 'gross');

/** The files that weigh a find otherwise than the weight that counted: gross weights hold the packaging, which explains it. */
export function weightConflicts(
  { record, records, kilograms, weighedBy }: CountedEvent,
  seizures: ReadonlyMap<string, Seizure>,
  { substance, basis }: Pick<JointTotal, 'substance' | 'basis'>,
  pairOf: (id: string) => { readonly key: string; readonly decision: string | null } | null,
): readonly Conflict[] {
  const rows = records.flatMap((id) => seizures.get(id) ?? []);
  const [first] = told(rows.filter(({ id }) => weighedBy.includes(id)));
  const lead = seizures.get(record);
  if (!first || !lead || kilograms === null) return [];
  const sources = new Set(rows.map(({ source }) => source));
  return [...sources].flatMap((source) => {
    const [other] = told(rows.filter((row) => row.source === source));
    if (!other || other.kg === kilograms || other.rows.some(({ id }) => weighedBy.includes(id)))
      return [];
    const ids = other.rows.map(({ id }) => id);
    const link = pairOf(ids.find((id) => id !== record) ?? record) ?? pairOf(weighedBy[0] ?? '');
    if (!link) return [];
    const isSlip = first.kg !== kilograms;
    const sentence = isSlip ? 'slip' : isGross(other) && !isGross(first) ? 'gross' : 'plain';
    return [
      {
        key: `weight ${weighedBy.join('+')} ${ids.join('+')}`,
        subject: link.key,
        type: 'same_scope_different_value',
        claims: [...weighedBy, ...ids],
        place: lead.place,
        substance,
        basis,
        periodStart: lead.date,
        periodEnd: lead.date,
        difference: Math.abs(Number((other.kg - kilograms).toPrecision(12))),
        factor: null,
        explanation: say(sentences[sentence], {
          a: { agencies: agenciesOf(first) },
          b: { agencies: agenciesOf(other) },
          x: { quantity: kilograms, unit: 'kg' },
          y: { quantity: other.kg, unit: 'kg' },
          z: { quantity: first.kg, unit: 'kg' },
        }),
        computed: true,
        proposal: null,
        state: link.decision === null ? 'explained' : 'decided',
        decision: link.decision,
      } satisfies Conflict,
    ];
  });
}

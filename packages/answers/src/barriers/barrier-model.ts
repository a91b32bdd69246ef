import type { Text } from '@samenbeeld/schema';

/** How far a barrier has come, from what is published of it; `none` and `idea` need no source. */
export type BarrierStatus = 'none' | 'idea' | 'pilot' | 'partial' | 'in_force' | 'abandoned';

/** A publication that a model rests on; `id` is what its parts cite. */
export interface BarrierSource {
  readonly id: string;
  readonly title: string;
  readonly publishedOn: string | null;
  readonly url: string | null;
  /** The words that were read there, as they stand. */
  readonly wording: string | null;
}

/** What every part of a model has: its name, its words, what it rests on, and where it stands in the file. */
interface Part {
  readonly id: string;
  readonly text: Text;
  /** Ids of sources; a part without any is a proposal. */
  readonly cites: readonly string[];
  readonly line: number;
}

/** One step of a criminal process, in order. */
export interface BarrierStep extends Part {
  /** Whether its name was published by whoever drew the model; else it is a proposal. */
  readonly published: boolean;
}

/** Who owns or supports barriers: an agency of the code list, or an organisation that the file names. */
export interface BarrierPartner {
  readonly id: string;
  readonly kind: string;
  readonly text: Text;
}

/** What makes a step possible, knowingly or not. */
export interface Enabler extends Part {
  readonly step: string;
  readonly type: string;
  readonly knowing: 'witting' | 'unwitting' | 'unknown';
}

/** What can be seen of a step, by whom, and the claims of seizures that it led to. */
export interface Signal extends Part {
  readonly step: string;
  readonly observableBy: readonly string[];
  /** Numbers of claims of seizures that a source says followed from this signal. */
  readonly seizures: readonly string[];
}

/** What a barrier is expected to move, how that would be seen, and what was found; null where nobody looked. */
export interface BarrierEffect {
  readonly indicator: Text;
  readonly expected: 'rises' | 'falls';
  readonly method: Text;
  readonly result: Text | null;
}

/** What stands in the way of one step. */
export interface Barrier extends Part {
  readonly step: string;
  readonly type: string;
  readonly mechanism: string;
  readonly status: BarrierStatus;
  readonly owners: readonly string[];
  readonly supporting: readonly string[];
  readonly countries: readonly string[];
  readonly start: string | null;
  readonly grade: string | null;
  readonly rights: Text | null;
  /** Barriers without which it does not work. */
  readonly needs: readonly string[];
  readonly effects: readonly BarrierEffect[];
}

/** The steps of a criminal process, what makes each possible, what is seen of it, and what stands in its way. */
export interface BarrierModel {
  readonly id: string;
  readonly file: string;
  readonly text: Text;
  /** What is published of the model, and what is not. */
  readonly note: Text | null;
  /** The countries that it compares. */
  readonly countries: readonly string[];
  readonly sources: readonly BarrierSource[];
  readonly partners: readonly BarrierPartner[];
  readonly steps: readonly BarrierStep[];
  readonly enablers: readonly Enabler[];
  readonly signals: readonly Signal[];
  readonly barriers: readonly Barrier[];
}

/** A step as a model leaves it: whether anything is known in force there, and where. */
export interface StepCover {
  readonly step: BarrierStep;
  readonly barriers: readonly Barrier[];
  readonly inForce: readonly Barrier[];
  /** Countries of the model where a barrier is known in force. */
  readonly known: readonly string[];
  /** Countries of the model of which no barrier in force is known: that is not the same as none. */
  readonly unknown: readonly string[];
  /** In force is known in one country alone, so an act may move to another. */
  readonly mayMove: boolean;
}

/**
 * What stands at each step of a model. Of a step without a barrier in force nothing is known: it is no proof that there is none.
 *
 * @example
 * ```ts
 * import { coverOf } from '@samenbeeld/answers';
 * const step = { id: 'sorting', published: false };
 * const barrier = { step: 'sorting', status: 'in_force', countries: ['NL'] };
 * const [sorting] = coverOf({ countries: ['BE', 'NL'], steps: [step], barriers: [barrier] });
 * [sorting.known, sorting.unknown, sorting.mayMove] // => [['NL'], ['BE'], true]
 * ```
 */
export function coverOf({
  countries,
  steps,
  barriers,
}: Pick<BarrierModel, 'countries' | 'steps' | 'barriers'>): readonly StepCover[] {
  return steps.map((step): StepCover => {
    const own = barriers.filter((barrier) => barrier.step === step.id);
    const inForce = own.filter(({ status }) => status === 'in_force');
    const known = countries.filter((code) => inForce.some((one) => one.countries.includes(code)));
    return {
      step,
      barriers: own,
      inForce,
      known,
      unknown: countries.filter((code) => !known.includes(code)),
      mayMove: known.length === 1 && countries.length > 1,
    };
  });
}

/** What a cell of step and partner says: how many barriers are in force, else how far the furthest has come. */
export type MatrixCell =
  | { readonly inForce: number }
  | { readonly status: Exclude<BarrierStatus, 'in_force'> }
  | null;

const furthest = ['partial', 'pilot', 'idea', 'abandoned', 'none'] as const;

/** The cell of a step and a partner that owns or supports barriers there; null where nothing is known. */
export function matrixCell(
  barriers: readonly Barrier[],
  step: string,
  partner: string,
): MatrixCell {
  const own = barriers.filter(
    (one) => one.step === step && [...one.owners, ...one.supporting].includes(partner),
  );
  const inForce = own.filter(({ status }) => status === 'in_force').length;
  if (inForce > 0) return { inForce };
  const status = furthest.find((name) => own.some((one) => one.status === name));
  return status === undefined ? null : { status };
}

import { combineHandling } from '../combine-handling.ts';
import { classificationOrder, type Handling, tlpOrder } from '../handling.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** What something was made of and how it is marked. */
export interface HandlingStep {
  readonly inputs: readonly Handling[];
  readonly output: Handling;
  /** Originators that recorded a release. */
  readonly released: readonly string[];
}

function lost(from: readonly string[], to: readonly string[]): string {
  return from.filter((item) => !to.includes(item)).join(', ');
}

function* find({ inputs, output, released }: HandlingStep): Iterable<Found> {
  if (inputs.length === 0) return;
  const least = combineHandling(inputs);
  const originators = least.originators.filter((name) => !released.includes(name));
  if (least.originators.length > 0 && originators.length === 0) return;
  const by = originators.length > 0 ? ` without a release of ${originators.join(', ')}` : '';
  const codes = lost(least.h, output.h) || lost(least.h3Text, output.h3Text);
  if (codes) yield [null, `the restriction ${codes} is lost${by}`];
  if (tlpOrder.indexOf(output.tlp) < tlpOrder.indexOf(least.tlp))
    yield [null, `TLP:${output.tlp} is weaker than TLP:${least.tlp} of an input${by}`];
  if (
    classificationOrder.indexOf(output.classification) <
    classificationOrder.indexOf(least.classification)
  )
    yield [
      null,
      `${output.classification} is weaker than ${least.classification} of an input${by}`,
    ];
  const forgotten = lost(least.originators, output.originators);
  if (forgotten) yield [null, `the originator ${forgotten} is forgotten`];
  const wider = least.audiences.length > 0 ? lost(output.audiences, least.audiences) : '';
  if (wider) yield [null, `the audience ${wider} is none that every input names${by}`];
}

/**
 * Invariant 11: what is made of several inputs is handled no weaker than any of them, unless each originator recorded a
 * release. That suppressed cells cannot be recovered is checked where tables are protected.
 */
export const handlingNotWeaker: Invariant<HandlingStep> = invariant(
  11,
  'handling-not-weaker',
  find,
);

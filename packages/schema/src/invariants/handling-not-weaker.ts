import { combineHandling } from '../combine-handling.ts';
import { classificationOrder, type Handling, tlpOrder } from '../handling.ts';
import { inFour } from '../sentence.ts';
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
  const by =
    originators.length > 0
      ? inFour(
          ' zonder vrijgave van {names}',
          ' sans autorisation de {names}',
          ' ohne Freigabe von {names}',
          ' without a release of {names}',
          { names: originators.join(', ') },
        )
      : '';
  const codes = lost(least.h, output.h) || lost(least.h3Text, output.h3Text);
  if (codes)
    yield [
      null,
      inFour(
        'de beperking {codes} valt weg{by}',
        'la restriction {codes} se perd{by}',
        'die Einschränkung {codes} geht verloren{by}',
        'the restriction {codes} is lost{by}',
        { codes, by },
      ),
    ];
  if (tlpOrder.indexOf(output.tlp) < tlpOrder.indexOf(least.tlp))
    yield [
      null,
      inFour(
        'TLP:{own} is zwakker dan TLP:{least} van een invoer{by}',
        'TLP:{own} est plus faible que TLP:{least} d’une entrée{by}',
        'TLP:{own} ist schwächer als TLP:{least} einer Eingabe{by}',
        'TLP:{own} is weaker than TLP:{least} of an input{by}',
        { own: output.tlp, least: least.tlp, by },
      ),
    ];
  if (
    classificationOrder.indexOf(output.classification) <
    classificationOrder.indexOf(least.classification)
  )
    yield [
      null,
      inFour(
        '{own} is zwakker dan {least} van een invoer{by}',
        '{own} est plus faible que {least} d’une entrée{by}',
        '{own} ist schwächer als {least} einer Eingabe{by}',
        '{own} is weaker than {least} of an input{by}',
        { own: output.classification, least: least.classification, by },
      ),
    ];
  const forgotten = lost(least.originators, output.originators);
  if (forgotten)
    yield [
      null,
      inFour(
        'de eigenaar {forgotten} is vergeten',
        'l’auteur {forgotten} est oublié',
        'der Urheber {forgotten} ist vergessen',
        'the originator {forgotten} is forgotten',
        { forgotten },
      ),
    ];
  const wider = least.audiences.length > 0 ? lost(output.audiences, least.audiences) : '';
  if (wider)
    yield [
      null,
      inFour(
        'de lezerskring {wider} wordt niet door elke invoer genoemd{by}',
        'le public {wider} n’est pas nommé par chaque entrée{by}',
        'der Leserkreis {wider} wird nicht von jeder Eingabe genannt{by}',
        'the audience {wider} is none that every input names{by}',
        { wider, by },
      ),
    ];
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

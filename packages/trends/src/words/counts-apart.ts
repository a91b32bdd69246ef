import { figure, inEach, paragraph, semicolon, type Text } from '@samenbeeld/schema';
import type { RatioVerdict } from '../verdict.ts';
import { chancesSay, differenceIfIndependent } from './dispersion.ts';
import { headed } from './headed.ts';
import { notEqual, nothingCounted } from './ratio.ts';

/** What a sentence about a test of two counts may say. */
export interface CountsWords {
  readonly verdict: RatioVerdict;
  readonly first: number;
  readonly second: number;
  readonly p: number | null;
  readonly alpha: number;
  readonly dispersion: number;
  /** The usual dispersion and p at it, where none is known. */
  readonly usual: { readonly factor: number; readonly p: number } | null;
  readonly label: Text | undefined;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

function main(w: CountsWords): Text {
  const { p, verdict } = w;
  if (verdict === 'no_conclusion' || p === null) return nothingCounted;
  return inEach((language) => {
    const [first, second] = [figure(w.first, language), figure(w.second, language)];
    const against = {
      nl: `${first} tegenover ${second}`,
      fr: `${first} contre ${second}`,
      de: `${first} gegenüber ${second}`,
      en: `${first} against ${second}`,
    }[language];
    const chance = `${against}${semicolon[language]}${chancesSay(w, p, language)}`;
    if (verdict === 'not_shown')
      return {
        nl: `Er is geen verschil aantoonbaar (${chance}).`,
        fr: `Aucune différence ne peut être démontrée (${chance}).`,
        de: `Ein Unterschied lässt sich nicht nachweisen (${chance}).`,
        en: `No difference can be shown (${chance}).`,
      }[language];
    const higher = verdict === 'higher';
    return {
      nl: `Het niveau ligt ${higher ? 'hoger' : 'lager'} (${chance}).`,
      fr: `Le niveau est ${higher ? 'plus élevé' : 'plus bas'} (${chance}).`,
      de: `Das Niveau liegt ${higher ? 'höher' : 'niedriger'} (${chance}).`,
      en: `The level is ${higher ? 'higher' : 'lower'} (${chance}).`,
    }[language];
  });
}

/** The sentence for a verdict about two counts. */
export function countsSay(w: CountsWords): Text {
  const apart = w.usual && w.verdict === 'not_shown' && w.p !== null && w.p <= w.alpha;
  return headed(
    w.label,
    null,
    paragraph(
      main(w),
      apart ? differenceIfIndependent : null,
      w.verdict === 'not_shown' ? notEqual : null,
      w.effort,
    ),
  );
}

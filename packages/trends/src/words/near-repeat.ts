import { bound, figure, inEach, paragraph, semicolon, type Text } from '@samenbeeld/schema';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';
import { pValue } from './p-value.ts';
import { unitAfter } from './unit-word.ts';

/** What may be said of events close in space and time. */
export type NearVerdict = 'more' | 'not_shown' | 'no_conclusion';

/** What a sentence about near repeats may say. */
export interface NearWords {
  readonly verdict: NearVerdict;
  readonly pairs: number;
  readonly expected: number;
  readonly ratio: number | null;
  readonly p: number;
  readonly n: number;
  /** What holds every pair; null where neither does. */
  readonly within: 'distance' | 'days' | null;
  readonly distance: number;
  readonly days: number;
  readonly unit: string;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const dayWords: Text = { nl: 'dagen', fr: 'jours', de: 'Tagen', en: 'days' };

function main(w: NearWords): Text {
  const { ratio } = w;
  return inEach((language) => {
    const reach = `${figure(w.distance, language)}${unitAfter(w.unit, w.distance, language)}`;
    const days = figure(w.days, language);
    const n = `n\u00a0=\u00a0${figure(w.n, language)}`;
    const span = w.within === 'distance' ? reach : `${days} ${dayWords[language]}`;
    if (w.verdict === 'no_conclusion' && w.within !== null)
      return {
        nl: `Geen conclusie mogelijk (${n}): alle gevallen liggen binnen ${span} van elkaar, zodat elke volgorde van hun dagen dezelfde paren geeft.`,
        fr: `Aucune conclusion possible (${n})\u00a0: tous les cas se trouvent à moins de ${span} l’un de l’autre, si bien que tout ordre de leurs jours donne les mêmes paires.`,
        de: `Keine Aussage möglich (${n}): Alle Fälle liegen innerhalb von ${span} beieinander, sodass jede Reihenfolge ihrer Tage dieselben Paare ergibt.`,
        en: `No conclusion possible (${n}): all cases lie within ${span} of each other, so that every order of their days gives the same pairs.`,
      }[language];
    if (w.verdict === 'no_conclusion' || ratio === null)
      return {
        nl: `Geen conclusie mogelijk (${n}): er zijn te weinig paren binnen ${reach} of binnen ${days} dagen.`,
        fr: `Aucune conclusion possible (${n})\u00a0: il y a trop peu de paires à moins de ${reach} ou à moins de ${days} jours.`,
        de: `Keine Aussage möglich (${n}): Es gibt zu wenige Paare innerhalb von ${reach} oder von ${days} Tagen.`,
        en: `No conclusion possible (${n}): there are too few pairs within ${reach} or within ${days} days.`,
      }[language];
    const expected = figure(w.expected, language);
    const pairs = figure(w.pairs, language);
    const semi = semicolon[language];
    const chance = {
      nl: `${pairs} paren, ${expected} te verwachten; ${n}, ${pValue(w.p, language)}`,
      fr: `${pairs} paires, ${expected} attendues${semi}${n}${semi}${pValue(w.p, language)}`,
      de: `${pairs} Paare, ${expected} zu erwarten; ${n}, ${pValue(w.p, language)}`,
      en: `${pairs} pairs, ${expected} expected; ${n}, ${pValue(w.p, language)}`,
    }[language];
    const times = bound(ratio, 1, language);
    if (w.verdict === 'not_shown')
      return {
        nl: `Het is niet aantoonbaar dat gevallen vaker dan bij toeval binnen ${reach} en ${days} dagen van elkaar liggen (${chance}). Dat bewijst niet dat ze los van elkaar staan.`,
        fr: `On ne peut démontrer que des cas se trouvent à moins de ${reach} et de ${days} jours l’un de l’autre plus souvent que par hasard (${chance}). Cela ne prouve pas qu’ils sont indépendants.`,
        de: `Es lässt sich nicht nachweisen, dass Fälle häufiger als durch Zufall innerhalb von ${reach} und ${days} Tagen beieinanderliegen (${chance}). Das beweist nicht, dass sie unabhängig voneinander sind.`,
        en: `It cannot be shown that cases lie within ${reach} and ${days} days of each other more often than by chance (${chance}). That does not prove that they are independent.`,
      }[language];
    return {
      nl: `Binnen ${reach} en ${days} dagen van elkaar liggen ${times} keer zoveel paren gevallen als bij toeval (${chance}).`,
      fr: `À moins de ${reach} et de ${days} jours l’un de l’autre se trouvent ${times} fois plus de paires de cas que par hasard (${chance}).`,
      de: `Innerhalb von ${reach} und ${days} Tagen liegen ${times}-mal so viele Paare von Fällen beieinander wie durch Zufall (${chance}).`,
      en: `Within ${reach} and ${days} days of each other lie ${times} times as many pairs of cases as by chance (${chance}).`,
    }[language];
  });
}

/** The sentences for a verdict about near repeats. */
export function nearSays(w: NearWords): Text {
  return headed(w.label, null, paragraph(main(w), w.controls ? null : effortUnknown));
}

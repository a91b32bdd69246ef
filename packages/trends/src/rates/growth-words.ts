import {
  figure,
  formatPeriod,
  fromTo,
  inEach,
  type Language,
  paragraph,
  parsePeriod,
  rangeEnds,
  type Text,
} from '@samenbeeld/schema';
import type { JudgedRatio } from '../dispersion.ts';
import type { RatioVerdict } from '../verdict.ts';
import { intervalsSay, onlyIfIndependent } from '../words/dispersion.ts';
import { headed } from '../words/headed.ts';
import { signed, withPercent } from '../words/percentage.ts';
import { notEqual, nothingCounted } from '../words/ratio.ts';
import { unitAfter } from '../words/unit-word.ts';

export interface GrowthWords {
  readonly verdict: RatioVerdict | 'described';
  readonly withheld: 'few' | 'from_zero' | null;
  readonly earlier: { readonly period: string; readonly value: number };
  readonly later: { readonly period: string; readonly value: number };
  readonly estimate: number | null;
  /** Of the ratio; null where a quantity is described. */
  readonly judged: JudgedRatio | null;
  readonly unit: string | null;
  readonly label: Text | undefined;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

/** That a difference was not tested. */
export const describedOnly: Text = {
  nl: 'Dit beschrijft de cijfers; of het verschil meer is dan toeval, is niet getoetst.',
  fr: 'Ceci décrit les chiffres\u00a0; il n’a pas été testé si l’écart dépasse le hasard.',
  de: 'Das beschreibt die Zahlen; ob der Unterschied über den Zufall hinausgeht, wurde nicht geprüft.',
  en: 'This describes the figures; whether the difference is more than chance has not been tested.',
};

const heads: Readonly<Record<'higher' | 'lower' | 'not_shown' | 'described', Text>> = {
  higher: {
    nl: 'Het niveau ligt hoger: ',
    fr: 'Le niveau est plus élevé\u00a0: ',
    de: 'Das Niveau liegt höher: ',
    en: 'The level is higher: ',
  },
  lower: {
    nl: 'Het niveau ligt lager: ',
    fr: 'Le niveau est plus bas\u00a0: ',
    de: 'Das Niveau liegt niedriger: ',
    en: 'The level is lower: ',
  },
  not_shown: {
    nl: 'Er is geen verschil aantoonbaar: ',
    fr: 'Aucune différence ne peut être démontrée\u00a0: ',
    de: 'Ein Unterschied lässt sich nicht nachweisen: ',
    en: 'No difference can be shown: ',
  },
  described: { nl: '', fr: '', de: '', en: '' },
};

function numbers(w: GrowthWords, language: Language): string {
  const side = ({ period, value }: GrowthWords['later']): string =>
    `${figure(value, language)}${unitAfter(w.unit, value, language)} (${formatPeriod(parsePeriod(period), language)})`;
  const against = { nl: 'tegenover', fr: 'contre', de: 'gegenüber', en: 'against' }[language];
  return `${side(w.later)} ${against} ${side(w.earlier)}`;
}

function change(w: GrowthWords, language: Language): string {
  if (w.estimate === null)
    return {
      few: {
        nl: '; met minder dan 10 aan een kant wordt geen percentage genoemd',
        fr: '\u00a0; avec moins de 10 d’un côté, aucun pourcentage n’est indiqué',
        de: '; bei weniger als 10 auf einer Seite wird kein Prozentsatz genannt',
        en: '; with fewer than 10 on one side no percentage is stated',
      },
      from_zero: {
        nl: '; vanaf nul is geen percentage te noemen',
        fr: '\u00a0; à partir de zéro, aucun pourcentage ne peut être indiqué',
        de: '; von null aus lässt sich kein Prozentsatz nennen',
        en: '; from zero no percentage can be stated',
      },
    }[w.withheld ?? 'few'][language];
  const that = { nl: ', dat is ', fr: ', soit ', de: ', das sind ', en: ', that is ' }[language];
  const by = withPercent(signed(w.estimate, figure(w.estimate, language)), language);
  if (!w.judged?.interval) return `${that}${by}`;
  const percentOf = (ratio: number): number => 100 * (ratio - 1);
  const ends = (interval: { readonly low: number; readonly high: number }): string => {
    const change = { low: percentOf(interval.low), high: percentOf(interval.high) };
    const [low, high] = rangeEnds(change, 0, language);
    return fromTo(
      withPercent(signed(change.low, low), language),
      withPercent(signed(change.high, high), language),
      language,
    );
  };
  return `${that}${by} (${intervalsSay(w.judged, ends, language)})`;
}

export function growthSays(w: GrowthWords): Text {
  const { verdict } = w;
  if (verdict === 'no_conclusion') return headed(w.label, paragraph(nothingCounted, w.effort));
  const main = inEach(
    (language) => `${heads[verdict][language]}${numbers(w, language)}${change(w, language)}.`,
  );
  const after = { not_shown: notEqual, described: describedOnly, higher: null, lower: null }[
    verdict
  ];
  return headed(w.label, paragraph(main, w.judged && onlyIfIndependent(w.judged), after, w.effort));
}

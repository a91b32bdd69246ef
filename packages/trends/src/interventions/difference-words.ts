import {
  figure,
  inEach,
  intervalName,
  type Language,
  range,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { About } from '../about.ts';
import type { RatioVerdict } from '../verdict.ts';
import { changeSays } from '../words/effort.ts';
import { pValue } from '../words/p-value.ts';
import { type PercentChange, percentChange } from '../words/percent-change.ts';
import { placeName } from '../words/place-name.ts';
import { unitAfter } from '../words/unit-word.ts';

/** Names where they are few, a number where they are many. */
function siteList(names: readonly string[], language: Language): string {
  if (names.length <= 4) return names.map((name) => placeName(name, language)).join(', ');
  return {
    nl: `${names.length} plaatsen`,
    fr: `${names.length} sites`,
    de: `${names.length} Orte`,
    en: `${names.length} sites`,
  }[language];
}

/** Why nothing can be concluded from a difference in differences. */
export type NoDifference = 'too_few_sites' | 'all_alike' | 'not_parallel';

export interface DifferenceWords {
  readonly verdict: RatioVerdict;
  readonly because: NoDifference | null;
  readonly scale: 'log' | 'linear';
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly p: number | null;
  readonly smallestP: number;
  readonly sites: readonly string[];
  readonly controls: readonly string[];
  readonly from: string;
  readonly unit: string;
  readonly parallel: 'not_contradicted' | 'contradicted' | 'not_examined';
}

function nothing(w: DifferenceWords): Text {
  if (w.because === 'not_parallel')
    return {
      nl: 'Geen conclusie mogelijk: de plaatsen liepen al eerder uiteen, zodat de vergeleken plaatsen niet laten zien wat anders was gebeurd.',
      fr: 'Aucune conclusion possible\u00a0: les sites divergeaient déjà auparavant, les sites de comparaison ne montrent donc pas ce qui se serait passé sinon.',
      de: 'Keine Aussage möglich: Die Orte liefen schon vorher auseinander, sodass die Vergleichsorte nicht zeigen, was sonst geschehen wäre.',
      en: 'No conclusion possible: the sites already moved apart before, so that those compared with do not show what would have happened otherwise.',
    };
  if (w.because === 'all_alike')
    return {
      nl: 'Geen conclusie mogelijk: alle plaatsen veranderden precies evenveel, zodat het toeval niet te meten is.',
      fr: 'Aucune conclusion possible\u00a0: tous les sites ont changé exactement autant, le hasard ne peut donc être mesuré.',
      de: 'Keine Aussage möglich: Alle Orte veränderten sich genau gleich, sodass sich der Zufall nicht messen lässt.',
      en: 'No conclusion possible: all sites changed by exactly the same, so that chance cannot be measured.',
    };
  const all = w.sites.length + w.controls.length;
  return inEach((language) => {
    const p = figure(w.smallestP, language);
    return {
      nl: `Geen conclusie mogelijk: met ${all} plaatsen kan p niet kleiner zijn dan ${p}.`,
      fr: `Aucune conclusion possible\u00a0: avec ${all} sites, p ne peut être inférieur à ${p}.`,
      de: `Keine Aussage möglich: Mit ${all} Orten kann p nicht kleiner sein als ${p}.`,
      en: `No conclusion possible: with ${all} sites p cannot be smaller than ${p}.`,
    }[language];
  });
}

function amount(w: DifferenceWords, language: Language): PercentChange {
  const estimate = w.estimate as number;
  const interval = w.interval as { low: number; high: number; level: number };
  if (w.scale === 'log') return percentChange(estimate, interval, w.verdict, language);
  const sign = w.verdict === 'lower' ? -1 : 1;
  const ends = [interval.low * sign, interval.high * sign];
  const unit = unitAfter(w.unit, estimate, language);
  return {
    by: `${figure(estimate * sign, language)}${unit}`,
    within: `${intervalName(interval.level, language)} ${range({ low: Math.min(...ends), high: Math.max(...ends) }, 0, language)}${unit}`,
  };
}

function main(w: DifferenceWords): Text {
  const { verdict, p, from } = w;
  if (verdict === 'no_conclusion' || !w.interval || w.estimate === null || p === null)
    return nothing(w);
  const higher = verdict === 'higher';
  return inEach((language) => {
    const { by, within } = amount(w, language);
    const chance = `${within}${semicolon[language]}${pValue(p, language)}`;
    const sites = siteList(w.sites, language);
    const others = siteList(w.controls, language);
    if (verdict === 'not_shown')
      return {
        nl: `Afgezet tegen de vergeleken plaatsen (${others}) is vanaf ${from} geen ander niveau van ${sites} aantoonbaar dan ervoor (schatting ${by}, ${chance}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `Par rapport aux sites de comparaison (${others}), aucun changement du niveau de ${sites} à partir de ${from} ne peut être démontré (estimation ${by}, ${chance}). Cela ne prouve pas que rien n’a changé.`,
        de: `Im Verhältnis zu den Vergleichsorten (${others}) lässt sich ab ${from} kein anderes Niveau von ${sites} als davor nachweisen (Schätzung ${by}, ${chance}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `Relative to the sites compared with (${others}), no other level of ${sites} from ${from} than before can be shown (estimate ${by}, ${chance}). That does not prove that nothing changed.`,
      }[language];
    return {
      nl: `Afgezet tegen de vergeleken plaatsen (${others}) ligt het niveau van ${sites} vanaf ${from} ${by} ${higher ? 'hoger' : 'lager'} dan ervoor (${chance}).`,
      fr: `Par rapport aux sites de comparaison (${others}), le niveau de ${sites} à partir de ${from} est ${higher ? 'supérieur' : 'inférieur'} de ${by} à celui d’avant (${chance}).`,
      de: `Im Verhältnis zu den Vergleichsorten (${others}) liegt das Niveau von ${sites} ab ${from} um ${by} ${higher ? 'höher' : 'niedriger'} als davor (${chance}).`,
      en: `Relative to the sites compared with (${others}), the level of ${sites} from ${from} is ${by} ${higher ? 'higher' : 'lower'} than before (${chance}).`,
    }[language];
  });
}

const parallels: Readonly<Record<'not_contradicted' | 'not_examined', Text>> = {
  not_contradicted: {
    nl: 'Voor die tijd is geen uiteenlopend verloop aantoonbaar.',
    fr: 'Avant cette date, aucune divergence ne peut être démontrée.',
    de: 'Für die Zeit davor lässt sich kein Auseinanderlaufen nachweisen.',
    en: 'For the time before, no moving apart can be shown.',
  },
  not_examined: {
    nl: 'Of de plaatsen daarvoor gelijk opgingen, valt niet na te gaan.',
    fr: 'On ne peut vérifier si les sites évoluaient de même auparavant.',
    de: 'Ob die Orte davor gleich verliefen, lässt sich nicht prüfen.',
    en: 'Whether the sites moved alike before cannot be examined.',
  },
};

export function differenceSays(about: About, w: DifferenceWords): Text {
  const parallel =
    w.verdict === 'no_conclusion' || w.parallel === 'contradicted' ? null : parallels[w.parallel];
  return changeSays(about, main(w), parallel);
}

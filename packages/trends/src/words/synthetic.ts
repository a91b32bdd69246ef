import { figure, inEach, paragraph, semicolon, type Text } from '@samenbeeld/schema';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';
import { pValue } from './p-value.ts';
import { placeName } from './place-name.ts';
import { unitAfter } from './unit-word.ts';

/** What may be said of a site against its mixture of donors; `departs`: above it and below it. */
export type SyntheticVerdict = 'higher' | 'lower' | 'departs' | 'not_shown' | 'no_conclusion';

/** Why nothing can be concluded from a synthetic control. */
export type NoSynthetic = 'too_few_donors' | 'perfect_before';

/** What a sentence about a synthetic control may say. */
export interface SyntheticWords {
  readonly verdict: SyntheticVerdict;
  readonly because: NoSynthetic | null;
  readonly site: string;
  readonly from: string;
  readonly meanGap: number;
  readonly ratio: number;
  readonly rank: number;
  readonly sites: number;
  readonly p: number;
  readonly smallestP: number;
  readonly unit: string;
  readonly poor: boolean;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

function nothing(w: SyntheticWords): Text {
  if (w.because === 'perfect_before')
    return {
      nl: 'Geen conclusie mogelijk: de mengeling van andere plaatsen valt vooraf precies samen met de cijfers, zodat een afwijking erna niet te wegen is.',
      fr: 'Aucune conclusion possible\u00a0: avant cette date, la combinaison des autres sites coïncide exactement avec les chiffres, un écart ultérieur ne peut donc être apprécié.',
      de: 'Keine Aussage möglich: Die Mischung der anderen Orte deckt sich vorher genau mit den Zahlen, sodass sich eine spätere Abweichung nicht bewerten lässt.',
      en: 'No conclusion possible: before that, the mixture of other sites coincides with the figures, so that a later deviation cannot be weighed.',
    };
  return inEach((language) => {
    const p = figure(w.smallestP, language);
    return {
      nl: `Geen conclusie mogelijk: met ${w.sites - 1} plaatsen om mee te vergelijken kan p niet kleiner zijn dan ${p}.`,
      fr: `Aucune conclusion possible\u00a0: avec ${w.sites - 1} sites de comparaison, p ne peut être inférieur à ${p}.`,
      de: `Keine Aussage möglich: Mit ${w.sites - 1} Vergleichsorten kann p nicht kleiner sein als ${p}.`,
      en: `No conclusion possible: with ${w.sites - 1} sites to compare with p cannot be smaller than ${p}.`,
    }[language];
  });
}

function main(w: SyntheticWords): Text {
  const { verdict, from } = w;
  if (verdict === 'no_conclusion') return nothing(w);
  return inEach((language) => {
    const site = placeName(w.site, language);
    const times = figure(w.ratio, language);
    const semi = semicolon[language];
    const p = pValue(w.p, language);
    const chance = {
      nl: `afwijking ${times} keer zo groot als ervoor; plaats ${w.rank} van ${w.sites}, ${p}`,
      fr: `écart ${times} fois plus grand qu’avant${semi}rang ${w.rank} sur ${w.sites}${semi}${p}`,
      de: `Abweichung ${times}-mal so groß wie davor; Rang ${w.rank} von ${w.sites}, ${p}`,
      en: `deviation ${times} times as large as before; rank ${w.rank} of ${w.sites}, ${p}`,
    }[language];
    if (verdict === 'not_shown')
      return {
        nl: `Vanaf ${from} is geen ander verloop van ${site} aantoonbaar dan dat van een mengeling van andere plaatsen (${chance}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `À partir de ${from}, aucun écart entre ${site} et une combinaison d’autres sites ne peut être démontré (${chance}). Cela ne prouve pas que rien n’a changé.`,
        de: `Ab ${from} lässt sich kein anderer Verlauf von ${site} nachweisen als der einer Mischung anderer Orte (${chance}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `From ${from} no other course of ${site} than that of a mixture of other sites can be shown (${chance}). That does not prove that nothing changed.`,
      }[language];
    if (verdict === 'departs')
      return {
        nl: `Vanaf ${from} wijkt ${site} nu eens naar boven, dan weer naar beneden af van een mengeling van andere plaatsen (${chance}).`,
        fr: `À partir de ${from}, ${site} s’écarte, tantôt vers le haut, tantôt vers le bas, d’une combinaison d’autres sites (${chance}).`,
        de: `Ab ${from} weicht ${site} bald nach oben, bald nach unten von einer Mischung anderer Orte ab (${chance}).`,
        en: `From ${from} ${site} departs, now upwards, now downwards, from a mixture of other sites (${chance}).`,
      }[language];
    const above = verdict === 'higher';
    const by = `${figure(Math.abs(w.meanGap), language)}${unitAfter(w.unit, w.meanGap, language)}`;
    return {
      nl: `Vanaf ${from} ligt ${site} ${above ? 'boven' : 'onder'} een mengeling van andere plaatsen, gemiddeld ${by} per periode (${chance}).`,
      fr: `À partir de ${from}, ${site} se situe ${above ? 'au-dessus' : 'au-dessous'} d’une combinaison d’autres sites, de ${by} par période en moyenne (${chance}).`,
      de: `Ab ${from} liegt ${site} ${above ? 'über' : 'unter'} einer Mischung anderer Orte, im Mittel um ${by} je Zeitabschnitt (${chance}).`,
      en: `From ${from} ${site} lies ${above ? 'above' : 'below'} a mixture of other sites, by ${by} a period on average (${chance}).`,
    }[language];
  });
}

const poorFit: Text = {
  nl: 'Ook vooraf volgt die mengeling de cijfers slecht.',
  fr: 'Auparavant déjà, cette combinaison suit mal les chiffres.',
  de: 'Auch davor folgt diese Mischung den Zahlen schlecht.',
  en: 'Before that, too, the mixture follows the figures badly.',
};

/** The sentences for a verdict about a synthetic control. */
export function syntheticSays(w: SyntheticWords): Text {
  return headed(
    w.label,
    null,
    paragraph(
      main(w),
      w.poor && w.verdict !== 'no_conclusion' ? poorFit : null,
      w.controls ? null : effortUnknown,
    ),
  );
}

import { figure, inEach, paragraph, semicolon, type Text } from '@samenbeeld/schema';
import { firstFew } from '../alarms/alarm-words.ts';
import { effortUnknown } from '../words/effort.ts';
import { headed } from '../words/headed.ts';
import { pValue } from '../words/p-value.ts';
import { germanDative, manyOf, type PeriodUnit } from '../words/period-units.ts';
import { unitAfter } from '../words/unit-word.ts';
import type { Season } from './season.ts';

/** What a sentence about seasons may say. */
export interface SeasonWords {
  readonly seasons: readonly Season[];
  readonly n: number;
  /** Values set aside, and whether they are named by their periods. */
  readonly outliers: readonly string[];
  readonly dated: boolean;
  readonly unit: string | null;
  /** Names of the positions of one cycle; empty where there are none. */
  readonly names: readonly Text[];
  /** What the periods of a cycle are. */
  readonly cycleUnit: PeriodUnit;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

function one(season: Season, w: SeasonWords): Text {
  const { period, verdict } = season;
  const many = manyOf(w.cycleUnit);
  const dative = germanDative(many.de);
  return inEach((language) => {
    const counted = `n\u00a0=\u00a0${w.n}`;
    const p = `${counted}${language === 'fr' ? semicolon.fr : ', '}${pValue(season.p, language)}`;
    const place = (position: number): string =>
      (w.names.length === period ? w.names[position - 1]?.[language] : undefined) ??
      {
        nl: `positie ${position}`,
        fr: `position ${position}`,
        de: `Position ${position}`,
        en: `position ${position}`,
      }[language];
    const apart = `${figure(season.amplitude, language)}${unitAfter(w.unit, season.amplitude, language)}`;
    const strength = figure(season.strength, language);
    const text: Readonly<Record<typeof verdict, Text>> = {
      shown: {
        nl: `Een seizoenspatroon van ${period} ${many.nl} is aantoonbaar (hoogste punt: ${place(season.highest)}; laagste: ${place(season.lowest)}; verschil ${apart}; sterkte ${strength} op een schaal van 0 tot 1; ${p}).`,
        fr: `Une variation saisonnière de ${period} ${many.fr} peut être démontrée (maximum\u00a0: ${place(season.highest)}\u00a0; minimum\u00a0: ${place(season.lowest)}\u00a0; écart ${apart}\u00a0; intensité ${strength} sur une échelle de 0 à 1\u00a0; ${p}).`,
        de: `Ein Saisonmuster von ${period} ${dative} lässt sich nachweisen (Höchststand: ${place(season.highest)}; Tiefststand: ${place(season.lowest)}; Abstand ${apart}; Stärke ${strength} auf einer Skala von 0 bis 1; ${p}).`,
        en: `A seasonal pattern of ${period} ${many.en} can be shown (highest: ${place(season.highest)}; lowest: ${place(season.lowest)}; ${apart} apart; strength ${strength} on a scale from 0 to 1; ${p}).`,
      },
      not_shown: {
        nl: `Er is geen seizoenspatroon van ${period} ${many.nl} aantoonbaar (${p}). Dat bewijst niet dat er geen is.`,
        fr: `Aucune variation saisonnière de ${period} ${many.fr} ne peut être démontrée (${p}). Cela ne prouve pas qu’il n’y en a pas.`,
        de: `Ein Saisonmuster von ${period} ${dative} lässt sich nicht nachweisen (${p}). Das beweist nicht, dass es keines gibt.`,
        en: `No seasonal pattern of ${period} ${many.en} can be shown (${p}). That does not prove that there is none.`,
      },
      no_conclusion: {
        nl: `Geen conclusie mogelijk over een seizoenspatroon van ${period} ${many.nl} (${counted}): met zo weinig cycli kan elk patroon toeval zijn.`,
        fr: `Aucune conclusion possible sur une variation saisonnière de ${period} ${many.fr} (${counted})\u00a0: avec si peu de cycles, tout motif peut être dû au hasard.`,
        de: `Keine Aussage über ein Saisonmuster von ${period} ${dative} möglich (${counted}): Bei so wenigen Zyklen kann jedes Muster Zufall sein.`,
        en: `No conclusion possible about a seasonal pattern of ${period} ${many.en} (${counted}): with so few cycles any pattern may be chance.`,
      },
    };
    return text[verdict][language];
  });
}

function setAside({ outliers, dated }: SeasonWords): Text | null {
  if (outliers.length === 0) return null;
  return inEach((language) => {
    const list = dated ? ` (${firstFew(outliers, language)})` : '';
    return {
      nl: `Als uitschieter buiten trend en seizoen gehouden: ${outliers.length}${list}.`,
      fr: `Valeurs atypiques tenues à l’écart de la tendance et de la saison\u00a0: ${outliers.length}${list}.`,
      de: `Als Ausreißer aus Trend und Saison herausgehalten: ${outliers.length}${list}.`,
      en: `Kept out of trend and season as outliers: ${outliers.length}${list}.`,
    }[language];
  });
}

/** The sentences for the seasons of a series. */
export function seasonSays(w: SeasonWords): Text {
  return headed(
    w.label,
    null,
    paragraph(
      ...w.seasons.map((season) => one(season, w)),
      setAside(w),
      w.controls ? null : effortUnknown,
    ),
  );
}

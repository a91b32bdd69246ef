import { formatNumber, inEach, paragraph, type Text } from '@samenbeeld/schema';
import { effortUnknown } from '../words/effort.ts';
import { headed } from '../words/headed.ts';
import {
  examinedOf,
  germanDative,
  manyOf,
  noneOf,
  type PeriodUnit,
} from '../words/period-units.ts';
import { chanceSays, clearlyWords, firstFew, roughly } from './alarm-words.ts';

/** What a sentence about a cumulative sum may say. */
export interface CusumWords {
  readonly unit: PeriodUnit;
  readonly examined: number;
  readonly alarms: readonly string[];
  /** Where the last alarm began to build up. */
  readonly since: string | null;
  readonly ratio: number;
  readonly byChance: number;
  /** Whether so many alarms are within what chance gives. */
  readonly mayBeChance: boolean;
  readonly runLength: number | null;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const nothing: Text = {
  nl: 'Geen conclusie mogelijk: alle tellingen ontbreken.',
  fr: 'Aucune conclusion possible\u00a0: tous les nombres manquent.',
  de: 'Keine Aussage möglich: Alle Zahlen fehlen.',
  en: 'No conclusion possible: all counts are missing.',
};

const notProof: Text = {
  nl: 'Dat bewijst niet dat er niets is veranderd.',
  fr: 'Cela ne prouve pas que rien n’a changé.',
  de: 'Das beweist nicht, dass sich nichts verändert hat.',
  en: 'That does not prove that nothing changed.',
};

function main(w: CusumWords): Text {
  const many = examinedOf(w.unit);
  if (w.alarms.length === 0) {
    const none = noneOf(w.unit, w.examined);
    return {
      nl: `${none.nl} is samen met wat eraan voorafging duidelijk meer geteld dan verwacht.`,
      fr: `${none.fr} le nombre compté, cumulé avec ce qui précède, ne dépasse nettement le nombre attendu.`,
      de: `${none.de} wurde zusammen mit dem, was voranging, deutlich mehr gezählt als erwartet.`,
      en: `${none.en}, taken with what came before, was clearly more counted than expected.`,
    };
  }
  return inEach((language) => {
    const list = firstFew(w.alarms, language);
    const k = w.alarms.length;
    const clearly = w.mayBeChance ? '' : clearlyWords[language];
    const begun = w.since !== null && w.since !== w.alarms.at(-1);
    const since = begun
      ? {
          nl: `; het laatste overschot bouwde zich op sinds ${w.since}`,
          fr: `\u00a0; le dernier excédent s’est accumulé depuis ${w.since}`,
          de: `; der letzte Überschuss baute sich seit ${w.since} auf`,
          en: `; the last excess built up since ${w.since}`,
        }[language]
      : '';
    return {
      nl: `In ${k} van de ${w.examined} ${many.nl} is, samen met wat eraan voorafging, ${clearly}meer geteld dan verwacht (${list}${since}).`,
      fr: `Dans ${k} des ${w.examined} ${many.fr}, le nombre compté, cumulé avec ce qui précède, dépasse ${clearly}le nombre attendu (${list}${since}).`,
      de: `In ${k} der ${w.examined} ${many.de} wurde, zusammen mit dem, was voranging, ${clearly}mehr gezählt als erwartet (${list}${since}).`,
      en: `In ${k} of the ${w.examined} ${many.en}, taken with what came before, ${clearly}more was counted than expected (${list}${since}).`,
    }[language];
  });
}

/** How far false alarms lie apart. */
function apart(unit: PeriodUnit, runLength: number): Text {
  const many = manyOf(unit);
  return inEach((language) => {
    const about =
      runLength < 1e6 ? roughly(runLength, language) : `> ${formatNumber(1_000_000, language)}`;
    return {
      nl: `Verandert er niets, dan komt een vals alarm gemiddeld eens per ${about} ${many.nl}.`,
      fr: `Si rien ne change, une fausse alerte survient en moyenne une fois en ${about} ${many.fr}.`,
      de: `Ändert sich nichts, kommt ein Fehlalarm im Mittel einmal in ${about} ${germanDative(many.de)}.`,
      en: `Where nothing changes, a false alarm comes once in ${about} ${many.en} on average.`,
    }[language];
  });
}

/** The sentence for a cumulative sum. */
export function cusumSays(w: CusumWords): Text {
  const effort = w.controls ? null : effortUnknown;
  if (w.examined === 0) return headed(w.label, null, paragraph(nothing, effort));
  return headed(
    w.label,
    null,
    paragraph(
      main(w),
      chanceSays(w.unit, w.byChance, w.mayBeChance),
      w.runLength === null ? null : apart(w.unit, w.runLength),
      w.alarms.length === 0 ? notProof : null,
      effort,
    ),
  );
}

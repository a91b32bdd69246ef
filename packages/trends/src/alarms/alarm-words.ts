import {
  bound,
  colonAfter,
  figure,
  formatNumber,
  inEach,
  type Language,
  paragraph,
  percent,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { headed } from '../words/headed.ts';
import { notProof } from '../words/no-trend.ts';
import { examinedOf, latestOf, manyOf, noneOf, type PeriodUnit } from '../words/period-units.ts';

/** That the bound of the latest count is taken from counts with a high one among them, and what leaves it out. */
function highInBase(unit: PeriodUnit, high: readonly string[], lagged: boolean): Text {
  const many = manyOf(unit);
  const list = high.join(', ');
  const one = high.length === 1;
  const raised: Text = {
    nl: `Die grens is berekend uit de ${many.nl} ervoor, met daarbij ${one ? 'een hoge telling' : 'hoge tellingen'} (${list}), en kan daardoor te hoog liggen.`,
    fr: `Cette borne est tirée des ${many.fr} qui précèdent, dont ${one ? 'un nombre élevé' : 'des nombres élevés'} (${list})\u00a0; elle peut donc être trop haute.`,
    de: `In diese Grenze gehen die ${many.de} davor ein, darunter ${one ? 'eine hohe Zahl' : 'hohe Zahlen'} (${list}): Sie kann daher zu hoch liegen.`,
    en: `That bound is taken from the ${many.en} before, ${one ? 'a high count' : 'high counts'} among them (${list}), and may therefore lie too high.`,
  };
  const remedy: Text = {
    nl: `De methoden C2 en C3 laten de twee ${many.nl} ervoor buiten beschouwing.`,
    fr: `Les méthodes C2 et C3 laissent de côté les deux ${many.fr} qui précèdent.`,
    de: `Die Verfahren C2 und C3 lassen die zwei ${many.de} davor außer Betracht.`,
    en: `The methods C2 and C3 leave the two ${many.en} before out of it.`,
  };
  return paragraph(raised, lagged ? null : remedy);
}

export interface AlarmWords {
  readonly unit: PeriodUnit;
  readonly examined: number;
  /** Periods that could not be examined. */
  readonly leftOut: number;
  readonly alarms: readonly string[];
  /** How many alarms chance alone gives over the periods examined. */
  readonly byChance: number;
  /** Whether so many alarms are within what chance gives. */
  readonly mayBeChance: boolean;
  /** Whether counts are judged together with the two before them. */
  readonly together: boolean;
  /** Alarms among the counts that the bound of the latest is taken from, and whether that base leaves the last two out. */
  readonly high: readonly string[];
  readonly lagged: boolean;
  readonly latest: {
    readonly period: string;
    readonly count: number | null;
    readonly expected: number | null;
    readonly upper: number | null;
    readonly alarm: boolean;
    readonly examined: boolean;
  };
  readonly label: Text | undefined;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

const nothingExamined: Text = {
  nl: 'Geen conclusie mogelijk: geen enkele telling kon worden vergeleken met wat te verwachten was.',
  fr: 'Aucune conclusion possible\u00a0: aucun nombre n’a pu être comparé à ce qui était attendu.',
  de: 'Keine Aussage möglich: Keine Zahl ließ sich mit dem Erwarteten vergleichen.',
  en: 'No conclusion possible: no count could be compared with what was expected.',
};

const judgedTogether: Text = {
  nl: 'Elke telling is samen met de twee ervoor beoordeeld.',
  fr: 'Chaque nombre est évalué avec les deux précédents.',
  de: 'Jede Zahl ist zusammen mit den beiden davor beurteilt.',
  en: 'Each count is judged together with the two before it.',
};

/** "clearly ", which is not said of what may be chance. */
export const clearlyWords: Text = {
  nl: 'duidelijk ',
  fr: 'nettement ',
  de: 'deutlich ',
  en: 'clearly ',
};

/** The first few of a list, and how many more. */
export function firstFew(names: readonly string[], language: Language): string {
  const shown = names.slice(0, 6).join(', ');
  const rest = names.length - 6;
  if (rest <= 0) return shown;
  return {
    nl: `${shown} en nog ${rest}`,
    fr: `${shown} et ${rest} de plus`,
    de: `${shown} und ${rest} weitere`,
    en: `${shown} and ${rest} more`,
  }[language];
}

/** A rough number: two digits that count. */
export function roughly(value: number, language: Language): string {
  return formatNumber(Number(value.toPrecision(2)), language);
}

function counted(w: AlarmWords): Text {
  const { alarms, examined, unit } = w;
  if (alarms.length === 0) {
    const none = noneOf(unit, examined);
    return {
      nl: `${none.nl} is duidelijk meer geteld dan verwacht.`,
      fr: `${none.fr} le nombre compté ne dépasse nettement le nombre attendu.`,
      de: `${none.de} wurde deutlich mehr gezählt als erwartet.`,
      en: `${none.en} was clearly more counted than expected.`,
    };
  }
  const many = examinedOf(unit);
  return inEach((language) => {
    const list = firstFew(alarms, language);
    const clearly = w.mayBeChance ? '' : clearlyWords[language];
    return {
      nl: `In ${alarms.length} van de ${examined} ${many.nl} is ${clearly}meer geteld dan verwacht (${list}).`,
      fr: `Dans ${alarms.length} des ${examined} ${many.fr}, le nombre compté dépasse ${clearly}le nombre attendu (${list}).`,
      de: `In ${alarms.length} der ${examined} ${many.de} wurde ${clearly}mehr gezählt als erwartet (${list}).`,
      en: `In ${alarms.length} of the ${examined} ${many.en} ${clearly}more was counted than expected (${list}).`,
    }[language];
  });
}

/** How many chance alone gives, and whether these may be chance. */
export function chanceSays(unit: PeriodUnit, byChance: number, mayBeChance: boolean): Text {
  const many = manyOf(unit);
  const so = mayBeChance
    ? {
        nl: '; het kan dus toeval zijn',
        fr: `${semicolon.fr}il peut donc s’agir du hasard`,
        de: '; es kann sich also um Zufall handeln',
        en: '; it may therefore be chance',
      }
    : { nl: '', fr: '', de: '', en: '' };
  return inEach((language) => {
    const about = roughly(byChance, language);
    return {
      nl: `Door toeval alleen zijn ongeveer ${about} van zulke ${many.nl} te verwachten${so.nl}.`,
      fr: `Le hasard seul laisse attendre environ ${about} de ces ${many.fr}${so.fr}.`,
      de: `Allein durch Zufall sind etwa ${about} solche ${many.de} zu erwarten${so.de}.`,
      en: `By chance alone about ${about} such ${many.en} are to be expected${so.en}.`,
    }[language];
  });
}

/** The chance of an alarm over one period, where only that one was examined. */
export function chanceOfOne(chance: number): Text {
  return inEach((language) => {
    const share = percent(Math.min(1, chance), language);
    return {
      nl: `Verandert er niets, dan is de kans op zo’n alarm ${share}.`,
      fr: `Si rien ne change, la probabilité d’une telle alerte est de ${share}.`,
      de: `Ändert sich nichts, beträgt die Wahrscheinlichkeit eines solchen Alarms ${share}.`,
      en: `Where nothing changes, the chance of such an alarm is ${share}.`,
    }[language];
  });
}

function latest(w: AlarmWords): Text {
  const { period, count, expected, upper, alarm, examined } = w.latest;
  const which = latestOf(w.unit);
  if (!examined || count === null || expected === null || (upper === null && !w.together))
    return {
      nl: `${which.nl}, ${period}, kon niet worden beoordeeld.`,
      fr: `${which.fr}, ${period}, n’a pas pu être évalué${/^La/.test(which.fr) ? 'e' : ''}.`,
      de: `${which.de}, ${period}, ließ sich nicht beurteilen.`,
      en: `${which.en}, ${period}, could not be judged.`,
    };
  return inEach((language) => {
    const seen = figure(count, language);
    const mean = figure(expected, language);
    const limit = upper ?? 0;
    const usual = Number.isInteger(limit) ? figure(limit, language) : bound(limit, count, language);
    const numbers = {
      nl: `${seen} geteld, ${mean} verwacht, gebruikelijk is hoogstens ${usual}`,
      fr: `compté ${seen}, attendu ${mean}, habituel jusqu’à ${usual}`,
      de: `${seen} gezählt, ${mean} erwartet, üblich sind höchstens ${usual}`,
      en: `${seen} counted, ${mean} expected, at most ${usual} is usual`,
    }[language];
    const start = `${which[language]}, ${period},`;
    const rest = w.together ? '' : `${colonAfter[language]} ${numbers}`;
    return {
      nl: `${start} ${alarm ? 'ligt boven' : 'blijft binnen'} wat gebruikelijk is${rest}.`,
      fr: `${start} ${alarm ? 'dépasse' : 'ne dépasse pas'} le niveau habituel${rest}.`,
      de: `${start} ${alarm ? 'liegt über' : 'liegt nicht über'} dem Üblichen${rest}.`,
      en: `${start} ${alarm ? 'lies above' : 'does not lie above'} what is usual${rest}.`,
    }[language];
  });
}

function notExamined(w: AlarmWords): Text {
  return {
    nl: `Niet te beoordelen: ${w.leftOut}.`,
    fr: `Impossibles à évaluer\u00a0: ${w.leftOut}.`,
    de: `Nicht zu beurteilen: ${w.leftOut}.`,
    en: `Not possible to judge: ${w.leftOut}.`,
  };
}

export function alarmSays(w: AlarmWords): Text {
  const { effort } = w;
  if (w.examined === 0) return headed(w.label, paragraph(nothingExamined, effort));
  const onlyLatest = w.examined === 1 && w.latest.examined;
  return headed(
    w.label,
    paragraph(
      onlyLatest ? latest(w) : counted(w),
      w.together ? judgedTogether : null,
      onlyLatest ? chanceOfOne(w.byChance) : chanceSays(w.unit, w.byChance, w.mayBeChance),
      onlyLatest ? null : latest(w),
      w.high.length > 0 ? highInBase(w.unit, w.high, w.lagged) : null,
      w.leftOut > 0 ? notExamined(w) : null,
      w.alarms.length === 0 ? notProof : null,
      effort,
    ),
  );
}

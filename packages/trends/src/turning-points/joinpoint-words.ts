import {
  bound,
  capital,
  colonAfter,
  inEach,
  intervalName,
  type Language,
  listed,
  paragraph,
  rangeEnds,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { periodText, spanText } from '../period.ts';
import { headed, type SeriesEnds } from '../words/headed.ts';
import { noTrendConclusion } from '../words/no-trend.ts';
import { pValue } from '../words/p-value.ts';
import { signed, withPercent } from '../words/percentage.ts';
import { perWords } from '../words/trend.ts';
import type { JoinpointCounts, JoinpointCriterion } from './choose-joinpoints.ts';
import type { NoTurnConclusion, TurnVerdict } from './judge-joinpoints.ts';
import { atTime, stretch, type TimeNaming } from './turning-time.ts';

/** What decides on the number of turning points, in a list. */
export const criterionNames: Readonly<Record<JoinpointCriterion, Text>> = {
  permutation: {
    nl: 'permutatietoets',
    fr: 'test de permutation',
    de: 'Permutationstest',
    en: 'permutation test',
  },
  bic: { nl: 'BIC', fr: 'BIC', de: 'BIC', en: 'BIC' },
  bic3: { nl: 'BIC3', fr: 'BIC3', de: 'BIC3', en: 'BIC3' },
  wbic: { nl: 'WBIC', fr: 'WBIC', de: 'WBIC', en: 'WBIC' },
};

/** "n = 10; p = 0.010". */
function numbers(w: JoinpointWords, language: Language): string {
  const n = `n\u00a0=\u00a0${w.n}`;
  return w.p === null ? n : `${n}${semicolon[language]}${pValue(w.p, language)}`;
}

/** That only the information criteria found the turns, which they do too often on straight noisy lines. */
function untested({ counts }: JoinpointWords): Text | null {
  if (counts?.permutation !== null) return null;
  return {
    nl: 'Dat is niet met permutaties getoetst en kan toeval zijn.',
    fr: 'Cela n’a pas été testé par permutation et peut être dû au hasard.',
    de: 'Das wurde nicht durch Permutation geprüft und kann Zufall sein.',
    en: 'This was not tested by permutation and may be chance.',
  };
}

/** Which turns the intervals show to be peaks or troughs. */
function shapes(w: JoinpointWords): Text | null {
  const of = (shape: TurnWords['shape']): readonly string[] =>
    w.turns.filter((turn) => turn.shape === shape).map(({ period }) => period);
  const [peaks, troughs] = [of('peak'), of('trough')];
  if (peaks.length + troughs.length === 0) return null;
  return inEach((language) => {
    const say = (places: readonly string[], one: string, many: string): readonly string[] =>
      places.length === 0
        ? []
        : [
            `${places.length === 1 ? one : many} ${listed([atTime(places[0] as string, w.naming, language), ...places.slice(1).map((place) => periodText(place, language))], language)}`,
          ];
    const words = {
      nl: [...say(peaks, 'een piek', 'pieken'), ...say(troughs, 'een dal', 'dalen')],
      fr: [...say(peaks, 'un pic', 'des pics'), ...say(troughs, 'un creux', 'des creux')],
      de: [
        ...say(peaks, 'ein Höchststand', 'Höchststände'),
        ...say(troughs, 'ein Tiefststand', 'Tiefststände'),
      ],
      en: [...say(peaks, 'a peak', 'peaks'), ...say(troughs, 'a trough', 'troughs')],
    }[language];
    const start = {
      nl: 'De intervallen wijzen op',
      fr: 'Les intervalles indiquent',
      de: 'Die Intervalle sprechen für',
      en: 'The intervals point to',
    }[language];
    const accusative =
      language === 'de' ? words.map((word) => word.replace(/^ein /, 'einen ')) : words;
    return `${start} ${listed(accusative, language)}.`;
  });
}

/** That the turns rest on the last two values. */
function restsOnLast(w: JoinpointWords): Text | null {
  const { lastTwo, without } = w;
  if (!lastTwo || without === null || without >= w.turns.length) return null;
  return inEach((language) => {
    const years = listed(
      lastTwo.map((one) => periodText(one, language)),
      language,
    );
    if (without === 0)
      return {
        nl: `Dat rust op de laatste twee waarden (${years}): zonder die twee is geen verandering van de trend aantoonbaar.`,
        fr: `Cela repose sur les deux dernières valeurs (${years})\u00a0: sans elles, aucun changement de tendance ne peut être démontré.`,
        de: `Das beruht auf den letzten beiden Werten (${years}): Ohne sie lässt sich keine Änderung des Trends nachweisen.`,
        en: `This rests on the last two values (${years}): without them no change of the trend can be shown.`,
      }[language];
    const [some, all] = [without, w.turns.length];
    return {
      nl: `Een deel rust op de laatste twee waarden (${years}): zonder die twee verandert de trend ${some} in plaats van ${all} keer.`,
      fr: `Une partie repose sur les deux dernières valeurs (${years})\u00a0: sans elles, la tendance change ${some} fois au lieu de ${all}.`,
      de: `Ein Teil beruht auf den letzten beiden Werten (${years}): Ohne sie ändert sich der Trend ${some}- statt ${all}-mal.`,
      en: `Part of it rests on the last two values (${years}): without them the trend changes ${some} instead of ${all} times.`,
    }[language];
  });
}

/** "permutation test 0, BIC 1 (2021)". */
function byCriterion({ counts, places }: JoinpointWords, language: Language): string {
  return (['permutation', 'bic', 'bic3', 'wbic'] as const)
    .flatMap((key) => {
      const count = counts?.[key] ?? null;
      if (count === null) return [];
      const where = (places[count] ?? []).join(', ');
      return [`${criterionNames[key][language]} ${count}${where && ` (${where})`}`];
    })
    .join(', ');
}

/** That the criteria do not agree on whether there is any turn. */
function disputed(w: JoinpointWords): Text {
  return inEach((language) => {
    const each = byCriterion(w, language);
    return {
      nl: `Of de trend verandert, hangt af van het criterium (${numbers(w, 'nl')}). Aantal veranderingen: ${each}. Een verandering is daarmee niet aangetoond.`,
      fr: `Que la tendance change ou non dépend du critère (${numbers(w, 'fr')}). Nombre de changements\u00a0: ${each}. Un changement n’est donc pas démontré.`,
      de: `Ob sich der Trend ändert, hängt vom Kriterium ab (${numbers(w, 'de')}). Zahl der Änderungen: ${each}. Eine Änderung ist damit nicht nachgewiesen.`,
      en: `Whether the trend changes depends on the criterion (${numbers(w, 'en')}). Number of changes: ${each}. A change is therefore not shown.`,
    }[language];
  });
}

/** That the criteria do not agree on how many turns there are. */
function otherCounts(w: JoinpointWords): Text | null {
  const counts = w.counts;
  if (!counts || new Set(Object.values(counts).filter((count) => count !== null)).size < 2)
    return null;
  return inEach((language) => {
    const each = byCriterion(w, language);
    return {
      nl: `Hoe vaak hij verandert, hangt af van het criterium: ${each}.`,
      fr: `Le nombre de changements dépend du critère\u00a0: ${each}.`,
      de: `Wie oft er sich ändert, hängt vom Kriterium ab: ${each}.`,
      en: `How often it changes depends on the criterion: ${each}.`,
    }[language];
  });
}

/** The sentence where nothing can be said about turning points. */
function noTurnConclusion(because: NoTurnConclusion | null, count: number): Text {
  const n = `n\u00a0=\u00a0${count}`;
  if (because === 'constant' || because === 'few_events')
    return noTrendConclusion({ because, n: count, contested: [] });
  return {
    nl: `Geen conclusie mogelijk (${n}): met zo weinig waarden is niet na te gaan of de trend verandert.`,
    fr: `Aucune conclusion possible (${n})\u00a0: avec si peu de valeurs, on ne peut pas vérifier si la tendance change.`,
    de: `Keine Aussage möglich (${n}): Bei so wenigen Werten lässt sich nicht prüfen, ob sich der Trend ändert.`,
    en: `No conclusion possible (${n}): with so few values it cannot be examined whether the trend changes.`,
  };
}

/** One line, in per cent per unit of time. */
export interface LineWords {
  readonly from: string;
  readonly to: string;
  readonly apc: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
}

export interface TurnWords {
  readonly period: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly shape: 'peak' | 'trough' | 'bend';
}

/** Everything a sentence about turning points may say; the verdict alone decides which sentence it is. */
export interface JoinpointWords {
  readonly verdict: TurnVerdict;
  readonly because: NoTurnConclusion | null;
  readonly n: number;
  readonly p: number | null;
  readonly level: number;
  readonly turns: readonly TurnWords[];
  readonly lines: readonly LineWords[];
  readonly counts: JoinpointCounts | null;
  /** Where the trend turns with 0, 1, … joinpoints. */
  readonly places: readonly (readonly string[])[];
  /** The last two periods, and how many turns are found without them, where that is fewer. */
  readonly lastTwo: readonly [string, string] | null;
  readonly without: number | null;
  readonly per: 'year' | 'period';
  readonly naming: TimeNaming;
  readonly label: Text | undefined;
  readonly ends: SeriesEnds | null;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

/** "+57% a year (95% interval +20% to +107%)", or that no direction can be shown. */
function change(w: JoinpointWords, { apc, interval }: LineWords, language: Language): string {
  if (apc === null || !interval)
    return {
      nl: 'geen percentage te geven',
      fr: 'aucun pourcentage ne peut être donné',
      de: 'kein Prozentsatz lässt sich angeben',
      en: 'no percentage can be given',
    }[language];
  const [low, high] = rangeEnds(interval, 0, language);
  const [from, to] = [
    withPercent(signed(interval.low, low), language),
    withPercent(signed(interval.high, high), language),
  ];
  const name = intervalName(interval.level, language);
  const within = {
    nl: `${name} ${from} tot ${to}`,
    fr: `${name} de ${from} à ${to}`,
    de: `${name} ${from} bis ${to}`,
    en: `${name} ${from} to ${to}`,
  }[language];
  if (interval.low <= 0 && interval.high >= 0)
    return {
      nl: `geen richting aantoonbaar (${within})`,
      fr: `aucune direction démontrable (${within})`,
      de: `keine Richtung nachweisbar (${within})`,
      en: `no direction can be shown (${within})`,
    }[language];
  const by = withPercent(signed(apc, bound(apc, 0, language)), language);
  return `${by} ${perWords[w.per][language]} (${within})`;
}

function turns(w: JoinpointWords): Text {
  return inEach((language) => {
    const count = w.turns.length;
    const ranged = w.turns.map(({ low, high }) =>
      low && high ? spanText(low, high, language) : null,
    );
    const name = intervalName(w.level, language);
    const evidence = numbers(w, language);
    const [first] = w.turns;
    const only = first ? atTime(first.period, w.naming, language) : '';
    if (count === 1) {
      const range = ranged[0] ? `${name} ${ranged[0]}${semicolon[language]}` : '';
      return {
        nl: `De trend verandert ${only} (${range}${evidence}).`,
        fr: `La tendance change ${only} (${range}${evidence}).`,
        de: `Der Trend ändert sich ${only} (${range}${evidence}).`,
        en: `The trend changes ${only} (${range}${evidence}).`,
      }[language];
    }
    const places = w.turns.map(({ period }, i) => {
      const place = i === 0 ? only : periodText(period, language);
      return ranged[i] ? `${place} (${i === 0 ? `${name} ` : ''}${ranged[i]})` : place;
    });
    const list = listed(places, language);
    return {
      nl: `De trend verandert ${count} keer (${evidence}): ${list}.`,
      fr: `La tendance change ${count} fois (${evidence})\u00a0: ${list}.`,
      de: `Der Trend ändert sich ${count}-mal (${evidence}): ${list}.`,
      en: `The trend changes ${count === 2 ? 'twice' : `${count} times`} (${evidence}): ${list}.`,
    }[language];
  });
}

function lineList(w: JoinpointWords): Text {
  return inEach((language) => {
    const lines = w.lines.map((line) => {
      const over = stretch(line.from, line.to, w.naming, language);
      return `${over}${colonAfter[language]} ${change(w, line, language)}`;
    });
    const list = lines.join(semicolon[language]);
    return `${capital(list)}.`;
  });
}

function notShown(w: JoinpointWords): Text {
  const main = inEach(
    (language) =>
      ({
        nl: `Er is geen verandering van de trend aantoonbaar (${numbers(w, 'nl')}). Dat bewijst niet dat de trend gelijk bleef.`,
        fr: `Aucun changement de tendance ne peut être démontré (${numbers(w, 'fr')}). Cela ne prouve pas que la tendance est restée la même.`,
        de: `Eine Änderung des Trends lässt sich nicht nachweisen (${numbers(w, 'de')}). Das beweist nicht, dass der Trend gleich blieb.`,
        en: `No change of the trend can be shown (${numbers(w, 'en')}). That does not prove that the trend stayed the same.`,
      })[language],
  );
  return paragraph(main, lineList(w));
}

export function joinpointSays(w: JoinpointWords): Text {
  const main = {
    turns: () =>
      paragraph(turns(w), untested(w), lineList(w), shapes(w), otherCounts(w), restsOnLast(w)),
    disputed: () => disputed(w),
    not_shown: () => notShown(w),
    no_conclusion: () => noTurnConclusion(w.because, w.n),
  }[w.verdict]();
  return headed(w.label, paragraph(main, w.effort), w.ends);
}

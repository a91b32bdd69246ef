import { inEach, type Language, semicolon, type Text } from '@samenbeeld/schema';
import type { JoinpointCriterion } from '../turning-points/choose-joinpoints.ts';
import type { JoinpointWords, TurnWords } from './joinpoint.ts';
import { pValue } from './p-value.ts';
import { atTime, listed } from './turning-time.ts';

/** What decides on the number of turning points, in a list. */
const criterionNames: Readonly<Record<JoinpointCriterion, Text>> = {
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
export function numbers(w: JoinpointWords, language: Language): string {
  const n = `n\u00a0=\u00a0${w.n}`;
  return w.p === null ? n : `${n}${semicolon[language]}${pValue(w.p, language)}`;
}

/** That only the information criteria found the turns, which they do too often on straight noisy lines. */
export function untested({ counts }: JoinpointWords): Text | null {
  if (counts?.permutation !== null) return null;
  return {
    nl: 'Dat is niet met permutaties getoetst en kan toeval zijn.',
    fr: 'Cela n’a pas été testé par permutation et peut être dû au hasard.',
    de: 'Das wurde nicht durch Permutation geprüft und kann Zufall sein.',
    en: 'This was not tested by permutation and may be chance.',
  };
}

/** Which turns the intervals show to be peaks or troughs. */
export function shapes(w: JoinpointWords): Text | null {
  const of = (shape: TurnWords['shape']): readonly string[] =>
    w.turns.filter((turn) => turn.shape === shape).map(({ period }) => period);
  const [peaks, troughs] = [of('peak'), of('trough')];
  if (peaks.length + troughs.length === 0) return null;
  return inEach((language) => {
    const say = (places: readonly string[], one: string, many: string): readonly string[] =>
      places.length === 0
        ? []
        : [
            `${places.length === 1 ? one : many} ${listed([atTime(places[0] as string, w.naming, language), ...places.slice(1)], language)}`,
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
export function restsOnLast(w: JoinpointWords): Text | null {
  const { lastTwo, without } = w;
  if (!lastTwo || without === null || without >= w.turns.length) return null;
  return inEach((language) => {
    const years = listed(lastTwo, language);
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
export function disputed(w: JoinpointWords): Text {
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
export function otherCounts(w: JoinpointWords): Text | null {
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

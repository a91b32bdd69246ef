import {
  bound,
  capital,
  inEach,
  intervalName,
  type Language,
  paragraph,
  rangeEnds,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { JoinpointCounts } from '../turning-points/choose-joinpoints.ts';
import type { NoTurnConclusion, TurnVerdict } from '../turning-points/judge-joinpoints.ts';
import { headed } from './headed.ts';
import {
  disputed,
  numbers,
  otherCounts,
  restsOnLast,
  shapes,
  untested,
} from './joinpoint-evidence.ts';
import { noTurnConclusion } from './no-turn.ts';
import { signed, withPercent } from './percentage.ts';
import { atTime, listed, stretch, type TimeNaming } from './turning-time.ts';

/** One line, in per cent per unit of time. */
export interface LineWords {
  readonly from: string;
  readonly to: string;
  readonly apc: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
}

/** One turning point. */
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
  readonly span: string | null;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

const perWords: Readonly<Record<'year' | 'period', Text>> = {
  year: { nl: 'per jaar', fr: 'par an', de: 'pro Jahr', en: 'a year' },
  period: { nl: 'per periode', fr: 'par période', de: 'pro Zeitabschnitt', en: 'a period' },
};

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
    const ranged = w.turns.map(({ low, high }) => (low && high ? `${low}–${high}` : null));
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
      const place = i === 0 ? only : period;
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
    const colon = language === 'fr' ? '\u00a0:' : ':';
    const lines = w.lines.map((line) => {
      const over = stretch(line.from, line.to, w.naming, language);
      return `${over}${colon} ${change(w, line, language)}`;
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

/** The sentence for a verdict about turning points. */
export function joinpointSays(w: JoinpointWords): Text {
  const main = {
    turns: () =>
      paragraph(turns(w), untested(w), lineList(w), shapes(w), otherCounts(w), restsOnLast(w)),
    disputed: () => disputed(w),
    not_shown: () => notShown(w),
    no_conclusion: () => noTurnConclusion(w.because, w.n),
  }[w.verdict]();
  return headed(w.label, w.span, paragraph(main, w.effort));
}

import {
  bound,
  capital,
  colonAfter,
  figure,
  inEach,
  intervalName,
  type Language,
  paragraph,
  range,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { headed, type SeriesEnds } from '../words/headed.ts';
import { noTrendConclusion, notProof } from '../words/no-trend.ts';
import { pValue } from '../words/p-value.ts';
import { unitAfter } from '../words/unit-word.ts';
import type { BreakVerdict, NoBreakConclusion } from './judge-changes.ts';
import { fromTime, type TimeNaming } from './turning-time.ts';

export interface JumpWords {
  readonly period: string;
  /** Factor or difference; null where it has no upper end. */
  readonly jump: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
}

/** Everything a sentence about breaks may say; the verdict alone decides which sentence it is. */
export interface BreakWords {
  readonly verdict: BreakVerdict;
  readonly because: NoBreakConclusion | null;
  readonly n: number;
  readonly p: number | null;
  readonly jumps: readonly JumpWords[];
  /** Whether a jump is a factor of the level before it. */
  readonly factor: boolean;
  readonly what: 'level' | 'scatter' | 'both';
  /** First period after the clearest change, or the best split where there is none, what that saves and what it has to save. */
  readonly split: string | null;
  readonly gain: number;
  readonly penalty: number;
  readonly unit: string | null;
  readonly naming: TimeNaming;
  readonly label: Text | undefined;
  readonly ends: SeriesEnds | null;
  /** What the counts stand against, or that nothing is known of controls. */
  readonly effort: Text | null;
}

/** More breaks than this are counted, not listed. */
const listed = 3;

function jumpClause(w: BreakWords, jump: JumpWords, language: Language): string {
  const reference = w.factor ? 1 : 0;
  const up = jump.interval.low > reference;
  const from = fromTime(jump.period, w.naming, language);
  const unit = w.factor ? '' : unitAfter(w.unit, jump.jump, language);
  const sign = w.factor || up ? 1 : -1;
  const ends = [jump.interval.low * sign, jump.interval.high * sign].sort((a, b) => a - b);
  const within = `${intervalName(jump.interval.level, language)} ${range({ low: ends[0] as number, high: ends[1] as number }, reference, language)}`;
  const size = jump.jump === null ? null : bound(jump.jump * sign, reference, language);
  const to = {
    nl: ` tot ${size} keer dat van vlak ervoor`,
    fr: ` à ${size} fois celui d’avant`,
    de: ` auf das ${size}-Fache des vorherigen`,
    en: ` to ${size} times what it was just before`,
  }[language];
  const by = {
    nl: ` met ${size}${unit}`,
    fr: ` de ${size}${unit}`,
    de: ` um ${size}${unit}`,
    en: ` by ${size}${unit}`,
  }[language];
  const amount = size === null ? '' : w.factor ? to : by;
  return {
    nl: `${from} ${up ? 'stijgt' : 'daalt'} het niveau plotseling${amount} (${within})`,
    fr: `${from}, le niveau ${up ? 'monte' : 'tombe'} soudainement${amount} (${within})`,
    de: `${from} ${up ? 'steigt' : 'sinkt'} das Niveau plötzlich${amount} (${within})`,
    en: `${from} the level suddenly ${up ? 'rises' : 'falls'}${amount} (${within})`,
  }[language];
}

function suggested(w: BreakWords): Text {
  const count = w.jumps.length;
  const shown = w.jumps.slice(0, listed);
  const rest = count - shown.length;
  return inEach((language) => {
    const n = `n\u00a0=\u00a0${w.n}`;
    const head = {
      nl: count === 1 ? 'Er wordt een breuk voorgesteld' : `Er worden ${count} breuken voorgesteld`,
      fr: count === 1 ? 'Une rupture est suggérée' : `${count} ruptures sont suggérées`,
      de: count === 1 ? 'Ein Bruch wird vorgeschlagen' : `${count} Brüche werden vorgeschlagen`,
      en: count === 1 ? 'A break is suggested' : `${count} breaks are suggested`,
    }[language];
    const clauses = shown.map((jump) => jumpClause(w, jump, language)).join(semicolon[language]);
    const more = { nl: 'enzovoort', fr: 'etc.', de: 'und so weiter', en: 'and so on' }[language];
    const list = language === 'de' ? capital(clauses) : clauses;
    const end = rest === 0 ? '.' : `${semicolon[language]}${more}${more.endsWith('.') ? '' : '.'}`;
    return `${head} (${n})${colonAfter[language]} ${list}${end}`;
  });
}

const onlySuggested: Text = {
  nl: 'Dit is een suggestie op grond van de cijfers; alleen een vastgelegde breuk houdt een trend tegen.',
  fr: 'Ce n’est qu’une suggestion tirée des chiffres\u00a0; seule une rupture déclarée bloque une tendance.',
  de: 'Das ist ein Vorschlag aus den Zahlen; erst ein angegebener Bruch sperrt einen Trend.',
  en: 'This is a suggestion from the figures; only a declared break blocks a trend.',
};

const whats: Readonly<Record<BreakWords['what'], Text>> = {
  level: { nl: 'Het niveau', fr: 'Le niveau', de: 'Das Niveau', en: 'The level' },
  scatter: { nl: 'De spreiding', fr: 'La dispersion', de: 'Die Streuung', en: 'The scatter' },
  both: {
    nl: 'Het niveau of de spreiding',
    fr: 'Le niveau ou la dispersion',
    de: 'Das Niveau oder die Streuung',
    en: 'The level or the scatter',
  },
};

function evidence(w: BreakWords, language: Language): string {
  const n = `n\u00a0=\u00a0${w.n}`;
  const between = language === 'fr' ? semicolon.fr : ', ';
  return w.p === null ? n : `${n}${between}${pValue(w.p, language)}`;
}

function moved(w: BreakWords): Text {
  return inEach((language) => {
    const what = whats[w.what][language];
    const numbers = evidence(w, language);
    const from = w.split === null ? null : fromTime(w.split, w.naming, language);
    const changed = {
      nl: `${what} is veranderd (${numbers})${from ? `, het duidelijkst ${from}` : ''}`,
      fr: `${what} a changé (${numbers})${from ? `, le plus nettement ${from}` : ''}`,
      de: `${what} hat sich verändert (${numbers})${from ? `, am deutlichsten ${from}` : ''}`,
      en: `${what} has changed (${numbers})${from ? `, most clearly ${from}` : ''}`,
    }[language];
    if (w.what !== 'level')
      return {
        nl: `${changed}. Of dat plotseling gebeurde, is niet onderzocht. Er wordt geen breuk voorgesteld.`,
        fr: `${changed}. Il n’a pas été examiné si ce changement est soudain. Aucune rupture n’est suggérée.`,
        de: `${changed}. Ob das plötzlich geschah, wurde nicht untersucht. Es wird kein Bruch vorgeschlagen.`,
        en: `${changed}. Whether that was sudden was not examined. No break is suggested.`,
      }[language];
    return {
      nl: `${changed}, maar een plotselinge breuk is niet te onderscheiden van een geleidelijke verandering. Er wordt geen breuk voorgesteld.`,
      fr: `${changed}, mais une rupture soudaine ne se distingue pas d’une évolution graduelle. Aucune rupture n’est suggérée.`,
      de: `${changed}, aber ein plötzlicher Bruch ist von einer allmählichen Veränderung nicht zu unterscheiden. Es wird kein Bruch vorgeschlagen.`,
      en: `${changed}, but a sudden break cannot be told from a gradual change. No break is suggested.`,
    }[language];
  });
}

function notShown(w: BreakWords): Text {
  return inEach((language) => {
    const numbers = evidence(w, language);
    const main = {
      nl: `Er is geen breuk aantoonbaar (${numbers})`,
      fr: `Aucune rupture ne peut être démontrée (${numbers})`,
      de: `Ein Bruch lässt sich nicht nachweisen (${numbers})`,
      en: `No break can be shown (${numbers})`,
    }[language];
    const after = notProof[language];
    if (w.p !== null || w.split === null || w.gain > w.penalty) return `${main}. ${after}`;
    const from = fromTime(w.split, w.naming, language);
    const [gain, penalty] = [bound(w.gain, w.penalty, language), figure(w.penalty, language)];
    const against = {
      nl: `: de beste splitsing (${from}) levert ${gain} op en zou meer dan ${penalty} moeten opleveren`,
      fr: `\u00a0: la meilleure coupure (${from}) apporte ${gain}, il faudrait plus de ${penalty}`,
      de: `: Die beste Teilung (${from}) bringt ${gain}, nötig wären mehr als ${penalty}`,
      en: `: the best split (${from}) gains ${gain} and would have to gain more than ${penalty}`,
    }[language];
    return `${main}${against}. ${after}`;
  });
}

function noConclusion(w: BreakWords): Text {
  const n = `n\u00a0=\u00a0${w.n}`;
  if (w.because === 'constant')
    return noTrendConclusion({ because: w.because, n: w.n, contested: [] });
  return {
    nl: `Geen conclusie mogelijk (${n}): met zo weinig waarden kan zelfs een duidelijke sprong toeval zijn.`,
    fr: `Aucune conclusion possible (${n})\u00a0: avec si peu de valeurs, même un saut net peut être dû au hasard.`,
    de: `Keine Aussage möglich (${n}): Bei so wenigen Werten kann selbst ein deutlicher Sprung Zufall sein.`,
    en: `No conclusion possible (${n}): with so few values even a clear jump may be chance.`,
  };
}

export function breakSays(w: BreakWords): Text {
  const main = {
    break: () => paragraph(suggested(w), onlySuggested),
    moved: () => moved(w),
    not_shown: () => notShown(w),
    no_conclusion: () => noConclusion(w),
  }[w.verdict]();
  return headed(w.label, paragraph(main, w.effort), w.ends);
}

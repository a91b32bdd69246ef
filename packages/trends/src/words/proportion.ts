import {
  figure,
  inEach,
  intervalName,
  paragraph,
  range,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { DispersedTrend } from '../proportion-trend.ts';
import type { TrendVerdict } from '../verdict.ts';
import { timesAs } from './dispersion.ts';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';
import { pValue } from './p-value.ts';

/** What a sentence about a trend in proportions may say. */
export interface ProportionWords {
  readonly verdict: TrendVerdict;
  readonly slope: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly p: number | null;
  /** The dispersion that interval and p suppose; null where events are declared independent. */
  readonly dispersed: DispersedTrend | null;
  readonly pIndependent: number | null;
  readonly alpha: number;
  readonly n: number;
  /** Groups left out because they count something else, and what would seem to hold with them. */
  readonly leftOut: readonly string[];
  readonly withThem: { readonly verdict: TrendVerdict; readonly p: number | null } | null;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const tooFew: Text = {
  nl: 'Geen conclusie mogelijk: deze aantallen kunnen in geen enkele verdeling een trend in het aandeel aantonen.',
  fr: 'Aucune conclusion possible\u00a0: avec ces nombres, aucune répartition ne pourrait démontrer une tendance de la part.',
  de: 'Keine Aussage möglich: Mit diesen Anzahlen könnte keine Verteilung einen Trend des Anteils nachweisen.',
  en: 'No conclusion possible: with these numbers no distribution could show a trend in the share.',
};

function main(w: ProportionWords): Text {
  const { p, verdict } = w;
  if (verdict === 'no_conclusion' || p === null) return tooFew;
  return inEach((language) => {
    const sign = verdict === 'falling' ? -1 : 1;
    const ends = w.interval && [w.interval.low, w.interval.high].map((end) => end * 100 * sign);
    const points = {
      nl: 'procentpunt per stap',
      fr: 'points de pourcentage par étape',
      de: 'Prozentpunkte je Schritt',
      en: 'percentage points a step',
    }[language];
    const within =
      w.interval && ends
        ? `${intervalName(w.interval.level, language)} ${range({ low: Math.min(...ends), high: Math.max(...ends) }, 0, language)} ${points}${semicolon[language]}`
        : '';
    const counted = `n\u00a0=\u00a0${figure(w.n, language)}${language === 'fr' ? semicolon.fr : ', '}${pValue(p, language)}`;
    if (verdict === 'not_shown')
      return {
        nl: `Er is geen trend in het aandeel aantoonbaar (${within}${counted}). Dat bewijst niet dat er niets is veranderd.`,
        fr: `Aucune tendance de la part ne peut être démontrée (${within}${counted}). Cela ne prouve pas que rien n’a changé.`,
        de: `Ein Trend des Anteils lässt sich nicht nachweisen (${within}${counted}). Das beweist nicht, dass sich nichts verändert hat.`,
        en: `No trend in the share can be shown (${within}${counted}). That does not prove that nothing changed.`,
      }[language];
    const up = verdict === 'rising';
    const by = `${figure((w.slope ?? 0) * 100 * sign, language)} ${points}`;
    return {
      nl: `Het aandeel ${up ? 'stijgt' : 'daalt'}, naar schatting met ${by} (${within}${counted}).`,
      fr: `La part est en ${up ? 'hausse' : 'baisse'}, d’environ ${by} (${within}${counted}).`,
      de: `Der Anteil ${up ? 'steigt' : 'sinkt'}, geschätzt um ${by} (${within}${counted}).`,
      en: `The share ${up ? 'rises' : 'falls'}, by an estimated ${by} (${within}${counted}).`,
    }[language];
  });
}

const clauses: Readonly<Record<TrendVerdict, Text>> = {
  rising: {
    nl: 'stijgt het aandeel',
    fr: 'la part est en hausse',
    de: 'steigt der Anteil',
    en: 'the share rises',
  },
  falling: {
    nl: 'daalt het aandeel',
    fr: 'la part est en baisse',
    de: 'sinkt der Anteil',
    en: 'the share falls',
  },
  not_shown: {
    nl: 'is geen trend aantoonbaar',
    fr: 'aucune tendance ne peut être démontrée',
    de: 'lässt sich kein Trend nachweisen',
    en: 'no trend can be shown',
  },
  no_conclusion: {
    nl: 'is geen conclusie mogelijk',
    fr: 'aucune conclusion n’est possible',
    de: 'ist keine Aussage möglich',
    en: 'no conclusion is possible',
  },
};

function scope(w: ProportionWords): Text | null {
  const { withThem } = w;
  if (!withThem) return null;
  const groups = w.leftOut.join(', ');
  return inEach((language) => {
    const p = withThem.p === null ? '' : ` (${pValue(withThem.p, language)})`;
    const then = `${clauses[withThem.verdict][language]}${p}.`;
    return {
      nl: `Buiten beschouwing gelaten omdat daar iets anders is geteld: ${groups}; met deze erbij ${then}`,
      fr: `Écarté parce qu’autre chose y est compté\u00a0: ${groups}\u00a0; avec ces chiffres, ${then}`,
      de: `Nicht berücksichtigt, weil dort etwas anderes gezählt wurde: ${groups}; mit diesen Zahlen ${then}`,
      en: `Left out because something else was counted there: ${groups}; with these, ${then}`,
    }[language];
  });
}

/** What interval and p suppose of how shares vary. */
function suppose(w: ProportionWords): Text | null {
  if (!w.dispersed || w.verdict === 'no_conclusion') return null;
  const { factor, from } = w.dispersed.dispersion;
  if (factor === 1) return null;
  const only = w.verdict === 'not_shown' && w.pIndependent !== null && w.pIndependent <= w.alpha;
  return inEach((language) => {
    const times = timesAs(factor, language);
    const p = w.pIndependent === null ? '' : ` (${pValue(w.pIndependent, language)})`;
    const usual = from === 'usual';
    return {
      nl: `${usual ? 'Dit geldt als aandelen, zoals gebruikelijk,' : 'De aandelen schommelen'} ${times} keer zo sterk${usual ? ' schommelen' : ''} (variantie) als bij onafhankelijke gebeurtenissen.${only ? ` Alleen bij onafhankelijke gebeurtenissen is er een trend${p}.` : ''}`,
      fr: `${usual ? 'Cela vaut si la variance des parts est, comme d’ordinaire,' : 'La variance des parts est de'} ${times} fois celle d’événements indépendants.${only ? ` Ce n’est que si les événements sont indépendants qu’il y a une tendance${p}.` : ''}`,
      de: `${usual ? 'Das gilt, wenn die Varianz der Anteile wie üblich' : 'Die Varianz der Anteile beträgt'} das ${times}-Fache derjenigen unabhängiger Ereignisse${usual ? ' beträgt' : ''}.${only ? ` Nur bei voneinander unabhängigen Ereignissen gibt es einen Trend${p}.` : ''}`,
      en: `${usual ? 'This holds if the variance of the shares is, as usual,' : 'The variance of the shares is'} ${times} times that of independent events.${only ? ` Only if the events are independent of each other is there a trend${p}.` : ''}`,
    }[language];
  });
}

/** The sentence for a verdict about a trend in proportions. */
export function proportionSays(w: ProportionWords): Text {
  return headed(
    w.label,
    null,
    paragraph(main(w), suppose(w), scope(w), w.controls ? null : effortUnknown),
  );
}

import {
  capital,
  figure,
  inEach,
  paragraph,
  percent,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { hasTurned, type TrendVerdict } from '../verdict.ts';
import { noneAboveZero, unknownQuantities } from './bands.ts';
import { changeSays, type Said } from './effort.ts';
import { headed, type SeriesEnds } from './headed.ts';
import { unitAfter } from './unit-word.ts';

/** Said instead of a number when only annual totals are known. */
export const annualHidesFinds: Text = {
  nl: 'Niet te berekenen: jaartotalen verbergen de afzonderlijke inbeslagnames.',
  fr: 'Non calculable\u00a0: les totaux annuels masquent les saisies individuelles.',
  de: 'Nicht berechenbar: Jahressummen verbergen die einzelnen Sicherstellungen.',
  en: 'Not computable: annual totals hide the single seizures.',
};

export interface LargestWords {
  readonly n: number;
  readonly largest: number;
  readonly share: number | null;
  readonly unit: string;
  readonly unknown: number;
  readonly label: Text | undefined;
}

export function largestSays(w: LargestWords): Text {
  const { share } = w;
  const main =
    share === null
      ? noneAboveZero
      : inEach((language) => {
          const size = `${figure(w.largest, language)}${unitAfter(w.unit, w.largest, language)}`;
          const part = percent(share, language);
          return {
            nl: `De grootste inbeslagname (${size}) maakt ${part} van de totale hoeveelheid uit (n\u00a0=\u00a0${w.n})`,
            fr: `La plus grande saisie (${size}) représente ${part} de la quantité totale (n\u00a0=\u00a0${w.n})`,
            de: `Die größte Sicherstellung (${size}) macht ${part} der Gesamtmenge aus (n\u00a0=\u00a0${w.n})`,
            en: `The largest seizure (${size}) makes up ${part} of the total quantity (n\u00a0=\u00a0${w.n})`,
          }[language];
        });
  const end =
    share !== null && share >= 0.5
      ? {
          nl: `${main.nl}: het totaal zegt vooral iets over deze ene vangst.`,
          fr: `${main.fr}\u00a0: le total reflète surtout cette seule saisie.`,
          de: `${main.de}: Die Summe spiegelt vor allem diesen einen Fund wider.`,
          en: `${main.en}: the total mostly reflects this one find.`,
        }
      : inEach((language) => `${main[language]}${share === null ? '' : '.'}`);
  return headed(w.label, paragraph(end, w.unknown > 0 ? unknownQuantities(w.unknown) : null));
}

export interface LeaveLargestWords {
  readonly verdict: TrendVerdict;
  readonly verdictWithout: TrendVerdict;
  readonly n: number;
  /** Periods tested without them. */
  readonly nWithout: number;
  readonly left: readonly { readonly period: string; readonly quantity: number }[];
  readonly unit: string;
  readonly unknown: number;
  readonly ends: SeriesEnds | null;
}

/** A verdict in the middle of a sentence. */
export const verdictNames: Readonly<Record<TrendVerdict, Text>> = {
  rising: { nl: 'een stijging', fr: 'une hausse', de: 'ein Anstieg', en: 'a rise' },
  falling: { nl: 'een daling', fr: 'une baisse', de: 'ein Rückgang', en: 'a fall' },
  not_shown: {
    nl: 'geen aantoonbare trend',
    fr: 'aucune tendance démontrable',
    de: 'kein nachweisbarer Trend',
    en: 'no trend that can be shown',
  },
  no_conclusion: {
    nl: 'geen conclusie mogelijk',
    fr: 'aucune conclusion possible',
    de: 'keine Aussage möglich',
    en: 'no conclusion possible',
  },
};

/** Said where too few different values are left once the largest are taken away. */
export const cannotTell: Text = {
  nl: 'Er blijven te weinig verschillende waarden over om te zeggen of de uitkomst van losse vangsten afhangt.',
  fr: 'Il reste trop peu de valeurs différentes pour dire si le résultat dépend de quelques saisies isolées.',
  de: 'Es bleiben zu wenige unterschiedliche Werte, um zu sagen, ob das Ergebnis von einzelnen Funden abhängt.',
  en: 'Too few different values are left to tell whether the outcome depends on single finds.',
};

/** The sentence that sets the two verdicts side by side. */
export function leaveLargestSays(about: Said, w: LeaveLargestWords): Text {
  const same = w.verdict === w.verdictWithout;
  const main = inEach((language) => {
    const left = w.left
      .map(
        ({ period, quantity }) =>
          `${figure(quantity, language)}${unitAfter(w.unit, quantity, language)}, ${period}`,
      )
      .join(semicolon[language]);
    const withAll = verdictNames[w.verdict][language];
    const withoutThem = verdictNames[w.verdictWithout][language];
    const many = w.left.length > 1;
    const n = `n\u00a0=\u00a0${w.n}`;
    if (w.left.length === 0) return `${capital(withAll)} (${n}).`;
    const after = `n\u00a0=\u00a0${w.nWithout}`;
    if (same) {
      const both =
        w.n === w.nWithout
          ? n
          : {
              nl: `${n}, zonder ${w.nWithout}`,
              fr: `${n}${semicolon.fr}sans ${many ? 'elles' : 'elle'}, ${w.nWithout}`,
              de: `${n}, ohne ${w.nWithout}`,
              en: `${n}, without ${w.nWithout}`,
            }[language];
      return {
        nl: `Met en zonder de grootste inbeslagname${many ? 's' : ''} (${left}): ${withAll} (${both}).`,
        fr: `Avec et sans ${many ? 'les plus grandes saisies' : 'la plus grande saisie'} (${left})\u00a0: ${withAll} (${both}).`,
        de: `Mit und ohne die ${many ? 'größten Sicherstellungen' : 'größte Sicherstellung'} (${left}): ${withAll} (${both}).`,
        en: `With and without the largest seizure${many ? 's' : ''} (${left}): ${withAll} (${both}).`,
      }[language];
    }
    const whole = w.n === w.nWithout ? withAll : `${withAll} (${n})`;
    const sides = {
      nl: `Met alle inbeslagnames: ${whole}; zonder de grootste (${left}): ${withoutThem} (${after}).`,
      fr: `Avec toutes les saisies\u00a0: ${whole}\u00a0; sans ${many ? 'les plus grandes' : 'la plus grande'} (${left})\u00a0: ${withoutThem} (${after}).`,
      de: `Mit allen Sicherstellungen: ${whole}; ohne die ${many ? 'größten' : 'größte'} (${left}): ${withoutThem} (${after}).`,
      en: `With all seizures: ${whole}; without the largest (${left}): ${withoutThem} (${after}).`,
    }[language];
    const turned = {
      nl: `De uitkomst rust op ${many ? 'enkele vangsten' : 'één vangst'}.`,
      fr: `Le résultat repose sur ${many ? 'quelques saisies' : 'une seule saisie'}.`,
      de: `Das Ergebnis beruht auf ${many ? 'wenigen Funden' : 'einem einzigen Fund'}.`,
      en: `The outcome rests on ${many ? 'a few finds' : 'one find'}.`,
    }[language];
    const end = hasTurned(w.verdict, w.verdictWithout) ? turned : cannotTell[language];
    return `${sides} ${end}`;
  });
  const unknown = w.unknown > 0 ? unknownQuantities(w.unknown) : null;
  return changeSays({ ...about, ends: w.ends }, main, unknown);
}

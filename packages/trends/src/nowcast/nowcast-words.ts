import {
  bound,
  capital,
  figure,
  inEach,
  intervalName,
  paragraph,
  range,
  type Text,
} from '@samenbeeld/schema';
import { headed } from '../words/headed.ts';
import { unitAfter } from '../words/unit-word.ts';

export interface NowcastWords {
  readonly verdict: 'final' | 'higher' | 'lower' | 'not_shown' | 'no_interval';
  /** The latest period; null where it has no name. */
  readonly period: Text | null;
  readonly known: number;
  readonly ultimate: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly unit: string | null;
  /** How many periods the table holds. */
  readonly periods: number;
  /** Whether earlier periods all developed alike from here on. */
  readonly alike: boolean;
  /** Whether so few records are known that late ones in clusters may leave the interval. */
  readonly few: boolean;
  readonly label: Text | undefined;
}

const latestPeriod: Text = {
  nl: 'Laatste periode',
  fr: 'Dernière période',
  de: 'Letzter Zeitabschnitt',
  en: 'Latest period',
};

/** The label and the period, before the sentence; a period alone begins with a capital. */
function headingOf({ label, period }: NowcastWords): Text {
  return inEach((language) => {
    const own = (period ?? latestPeriod)[language];
    if (!label) return capital(own);
    return `${label[language]}, ${period ? own : own.charAt(0).toLowerCase() + own.slice(1)}`;
  });
}

const fromZero: Text = {
  nl: 'Er is nog niets bekend, en van nul uit is met een groeifactor niets te verwachten of uit te sluiten.',
  fr: 'Rien n’est encore connu\u00a0; à partir de zéro, un facteur de croissance ne permet ni d’attendre ni d’exclure quoi que ce soit.',
  de: 'Noch ist nichts bekannt; von null aus lässt sich mit einem Wachstumsfaktor nichts erwarten und nichts ausschließen.',
  en: 'Nothing is known yet, and from zero a growth factor can neither expect nor rule out anything.',
};

const noScatter: Text = {
  nl: '. Eerdere perioden ontwikkelden zich vanaf hier allemaal gelijk; daaruit is geen interval af te leiden.',
  fr: '. Les périodes précédentes ont ensuite toutes évolué de la même façon\u00a0; aucun intervalle ne peut en être tiré.',
  de: '. Frühere Zeitabschnitte haben sich von hier an alle gleich entwickelt; daraus lässt sich kein Intervall ableiten.',
  en: '. From here on all earlier periods developed alike, from which no interval can be drawn.',
};

function main(w: NowcastWords): Text {
  return inEach((language) => {
    const known = `${figure(w.known, language)}${unitAfter(w.unit, w.known, language)}`;
    const about = `${bound(w.ultimate, w.known, language)}${unitAfter(w.unit, w.ultimate, language)}`;
    if (w.verdict === 'final')
      return {
        nl: `Het cijfer (${known}) is zo oud als het oudste in de tabel en geldt als definitief.`,
        fr: `Le chiffre (${known}) est aussi ancien que le plus ancien du tableau\u00a0; il est considéré comme définitif.`,
        de: `Die Zahl (${known}) ist so alt wie die älteste der Tabelle und gilt als endgültig.`,
        en: `The figure (${known}) is as old as the oldest in the table and is taken as final.`,
      }[language];
    const within = w.interval
      ? ` (${intervalName(w.interval.level, language)} ${range(w.interval, w.known, language)})`
      : '';
    const start = {
      nl: `Het bekende cijfer is ${known}; na late registraties en correcties komt het naar verwachting op ongeveer ${about}${within}`,
      fr: `Le chiffre connu est de ${known}\u00a0; après les enregistrements tardifs et les corrections, il devrait atteindre environ ${about}${within}`,
      de: `Die bisher bekannte Zahl ist ${known}; nach späten Meldungen und Korrekturen wird sie voraussichtlich etwa ${about} erreichen${within}`,
      en: `The figure known so far is ${known}; once late registrations and corrections are in, it is expected to come to about ${about}${within}`,
    }[language];
    if (w.verdict === 'no_interval' && w.known === 0) return fromZero[language];
    const end = {
      higher: {
        nl: '. Het cijfer zal naar verwachting nog stijgen.',
        fr: '. Le chiffre devrait encore augmenter.',
        de: '. Die Zahl wird voraussichtlich noch steigen.',
        en: '. The figure is likely to rise.',
      },
      lower: {
        nl: '. Het cijfer zal naar verwachting nog dalen.',
        fr: '. Le chiffre devrait encore baisser.',
        de: '. Die Zahl wird voraussichtlich noch sinken.',
        en: '. The figure is likely to fall.',
      },
      not_shown: {
        nl: '. Of het cijfer stijgt of daalt, is niet te zeggen.',
        fr: '. On ne peut dire si le chiffre augmentera ou baissera.',
        de: '. Ob die Zahl steigt oder sinkt, lässt sich nicht sagen.',
        en: '. Whether the figure rises or falls cannot be told.',
      },
      no_interval: w.alike
        ? noScatter
        : {
            nl: '. Met zo weinig perioden is geen interval te geven.',
            fr: '. Avec si peu de périodes, aucun intervalle ne peut être donné.',
            de: '. Mit so wenigen Zeitabschnitten lässt sich kein Intervall angeben.',
            en: '. With so few periods no interval can be given.',
          },
    }[w.verdict][language];
    return `${start}${end}`;
  });
}

function provided(periods: number): Text {
  const n = `n\u00a0=\u00a0${periods}`;
  return {
    nl: `Dat geldt zolang late cijfers binnenkomen zoals voorheen (${n}).`,
    fr: `Cela vaut tant que les chiffres tardifs arrivent comme auparavant (${n}).`,
    de: `Das gilt, solange späte Zahlen wie bisher eingehen (${n}).`,
    en: `This holds as long as late figures come in as they did before (${n}).`,
  };
}

const inClusters: Text = {
  nl: 'Bij zo weinig registraties kan het interval te smal zijn als late registraties in groepen binnenkomen.',
  fr: 'Avec si peu d’enregistrements, l’intervalle peut être trop étroit si les tardifs arrivent par groupes.',
  de: 'Bei so wenigen Meldungen kann das Intervall zu schmal sein, wenn späte gehäuft eingehen.',
  en: 'With so few records the interval may be too narrow where late ones come in clusters.',
};

export function nowcastSays(w: NowcastWords): Text {
  return headed(
    headingOf(w),
    paragraph(
      main(w),
      w.verdict === 'final' ? null : provided(w.periods),
      w.few && w.interval && w.verdict !== 'final' ? inClusters : null,
    ),
  );
}

import {
  figure,
  fromTo,
  inEach,
  intervalName,
  type Language,
  percent,
  rangeEnds,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { About } from '../about.ts';
import { changeSays } from '../words/effort.ts';
import { unitAfter } from '../words/unit-word.ts';
import type { BackTest, ForecastVerdict } from './compare-methods.ts';
import type { ForecastMethod } from './method.ts';

/** Methods in words, to stand in the middle of a sentence; feminine in French, Dutch and German. */
const methodWords: Readonly<Record<ForecastMethod, Text>> = {
  naive: {
    nl: 'de herhaling van de laatste waarde',
    fr: 'la répétition de la dernière valeur',
    de: 'die Fortschreibung des letzten Werts',
    en: 'repeating the last value',
  },
  seasonal_naive: {
    nl: 'de herhaling van de waarde van één cyclus eerder',
    fr: 'la répétition de la valeur du cycle précédent',
    de: 'die Fortschreibung des Werts des vorigen Zyklus',
    en: 'repeating the value of one cycle earlier',
  },
  drift: {
    nl: 'de doorgetrokken lijn van de eerste naar de laatste waarde',
    fr: 'la prolongation de la droite entre la première et la dernière valeur',
    de: 'die Verlängerung der Geraden vom ersten zum letzten Wert',
    en: 'extending the line from the first value to the last',
  },
  ets: {
    nl: 'exponentiële afvlakking',
    fr: 'la méthode du lissage exponentiel',
    de: 'die exponentielle Glättung',
    en: 'exponential smoothing',
  },
  stl_ets: {
    nl: 'exponentiële afvlakking na aftrek van het seizoen',
    fr: 'la méthode du lissage exponentiel après retrait de la saison',
    de: 'die exponentielle Glättung nach Abzug der Saison',
    en: 'exponential smoothing after taking out the season',
  },
  croston: {
    nl: 'de methode van Croston',
    fr: 'la méthode de Croston',
    de: 'die Methode von Croston',
    en: 'Croston’s method',
  },
  sba: {
    nl: 'de methode van Syntetos en Boylan',
    fr: 'la méthode de Syntetos et Boylan',
    de: 'die Methode von Syntetos und Boylan',
    en: 'the method of Syntetos and Boylan',
  },
  tsb: {
    nl: 'de methode van Teunter, Syntetos en Babai',
    fr: 'la méthode de Teunter, Syntetos et Babai',
    de: 'die Methode von Teunter, Syntetos und Babai',
    en: 'the method of Teunter, Syntetos and Babai',
  },
  adida: {
    nl: 'de methode met sommen over blokken (ADIDA)',
    fr: 'la méthode par sommes de blocs (ADIDA)',
    de: 'die Methode über Blocksummen (ADIDA)',
    en: 'smoothing of sums over blocks (ADIDA)',
  },
};

export interface ForecastWords {
  readonly verdict: ForecastVerdict;
  readonly used: BackTest;
  readonly benchmark: BackTest;
  /** Name of the model used, empty where there is none. */
  readonly model: string;
  readonly asked: boolean;
  /** The model that was tried, used or not. */
  readonly tried: ForecastMethod | null;
  readonly triedScore: number | null;
  readonly horizon: number;
  readonly name: string;
  readonly estimate: number;
  /** Where it differs from the estimate because most periods are zero. */
  readonly average: number | null;
  /** One in how many periods holds anything, where that is why a method was tried. */
  readonly adi: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number };
  readonly tooNarrow: boolean;
  readonly n: number;
  readonly unit: string | null;
}

function when({ name, horizon }: ForecastWords): Text {
  if (name) return { nl: `Voor ${name}`, fr: `Pour ${name}`, de: `Für ${name}`, en: `For ${name}` };
  if (horizon === 1)
    return {
      nl: 'Voor de volgende periode',
      fr: 'Pour la période suivante',
      de: 'Für den nächsten Zeitabschnitt',
      en: 'For the next period',
    };
  return {
    nl: `Over ${horizon} perioden`,
    fr: `Dans ${horizon} périodes`,
    de: `In ${horizon} Zeitabschnitten`,
    en: `${horizon} periods ahead`,
  };
}

function main(w: ForecastWords): Text {
  const { low, high, level } = w.interval;
  const start = when(w);
  return inEach((language) => {
    const ends = rangeEnds(w.interval, Number.NaN, language);
    const far = Math.abs(low) > Math.abs(high) ? low : high;
    // To as many decimals as the interval, so that rounding cannot put it outside.
    const [middle] = rangeEnds({ low: w.estimate, high: far }, Number.NaN, language);
    const unit = unitAfter(w.unit, w.estimate, language);
    const sep = semicolon[language];
    const by = `${methodWords[w.used.method][language]}${w.model ? `, ${w.model}` : ''}`;
    const within = `${intervalName(level, language)} ${fromTo(...ends, language)}${sep}n\u00a0=\u00a0${w.n}${sep}${by}`;
    const mean = w.average === null ? '' : meanWords(w.average, high, language);
    return {
      nl: `${start.nl} is ${middle}${unit} te verwachten als het verleden zich voortzet${mean} (${within}).`,
      fr: `${start.fr}, la valeur à attendre est de ${middle}${unit} si le passé se prolonge${mean} (${within}).`,
      de: `${start.de} ist ein Wert von ${middle}${unit} zu erwarten, wenn sich das Bisherige fortsetzt${mean} (${within}).`,
      en: `${start.en} a value of ${middle}${unit} is to be expected if the past goes on${mean} (${within}).`,
    }[language];
  });
}

/** The mean of a period, which rare large values can lift out of the interval. */
function meanWords(average: number, high: number, language: Language): string {
  const mean = figure(average, language);
  const large = average > high;
  return {
    nl: `, gemiddeld ${mean} per periode${large ? ', zeldzame grote waarden meegerekend' : ''}`,
    fr: `, en moyenne ${mean} par période${large ? ', grandes valeurs rares comprises' : ''}`,
    de: `, im Mittel ${mean} je Zeitabschnitt${large ? ', seltene große Werte eingerechnet' : ''}`,
    en: `, on average ${mean} a period${large ? ', rare large values included' : ''}`,
  }[language];
}

function tested({ used, horizon, interval, tooNarrow, unit }: ForecastWords): Text {
  return inEach((language) => {
    const name = intervalName(interval.level, language);
    const error = `${figure(used.error, language)}${unitAfter(unit, used.error, language)}`;
    const count = figure(used.tested, language);
    const held = figure(used.held, language);
    const share = percent(used.held / used.tested, language);
    const from =
      horizon === 1
        ? ''
        : {
            nl: ` (1 tot ${horizon} perioden vooruit, vanaf ${used.origins} momenten)`,
            fr: ` (de 1 à ${horizon} périodes à l’avance, à partir de ${used.origins} moments)`,
            de: ` (1 bis ${horizon} Zeitabschnitte im Voraus, von ${used.origins} Zeitpunkten aus)`,
            en: ` (1 to ${horizon} periods ahead, from ${used.origins} moments)`,
          }[language];
    const narrow = tooNarrow
      ? {
          nl: ' Dat is minder dan het hoort te zijn: het interval is te smal.',
          fr: ' C’est moins que prévu\u00a0: l’intervalle est trop étroit.',
          de: ' Das ist seltener, als es sein sollte: Das Intervall ist zu schmal.',
          en: ' That is fewer than it should be: the interval is too narrow.',
        }[language]
      : '';
    return {
      nl: `Bij ${count} zulke voorspellingen van het verleden${from}, gemaakt met alleen wat toen bekend was, was de fout gemiddeld ${error} en lag de waarde ${held} keer binnen het ${name} (${share}).${narrow}`,
      fr: `Sur ${count} prévisions passées de ce type${from}, faites avec les seules données alors connues, l’erreur était en moyenne de ${error} et la valeur se trouvait ${held} fois dans l’${name} (${share}).${narrow}`,
      de: `Bei ${count} solchen Prognosen der Vergangenheit${from}, erstellt nur mit dem damals Bekannten, betrug der Fehler im Mittel ${error}, und der Wert lag ${held}-mal im ${name} (${share}).${narrow}`,
      en: `In ${count} such forecasts of the past${from}, made with only what was known then, the error was ${error} on average and the ${name} held the value in ${held} of them (${share}).${narrow}`,
    }[language];
  });
}

function compared(w: ForecastWords): Text | null {
  const { verdict, tried, triedScore, benchmark } = w;
  if (verdict === 'only_benchmarks')
    return w.asked
      ? null
      : {
          nl: 'Met zo weinig waarden zijn alleen de eenvoudigste voorspellingen te verantwoorden, zonder model.',
          fr: 'Avec si peu de valeurs, seules les prévisions les plus simples se justifient, sans modèle.',
          de: 'Mit so wenigen Werten lassen sich nur die einfachsten Prognosen vertreten, ohne Modell.',
          en: 'With so few values only the simplest forecasts can be defended, without a model.',
        };
  if (tried === null || triedScore === null) return null;
  return inEach((language) => {
    const simple = methodWords[benchmark.method][language];
    if (verdict === 'better') {
      const by = percent((benchmark.wis - triedScore) / benchmark.wis, language);
      return {
        nl: `Daarmee was deze methode beter dan ${simple} (fout en intervalbreedte samen ${by} kleiner).`,
        fr: `Cette méthode a ainsi fait mieux que ${simple} (erreur et largeur de l’intervalle réunies\u00a0: ${by} de moins).`,
        de: `Damit war dieses Verfahren besser als ${simple} (Fehler und Intervallbreite zusammen ${by} kleiner).`,
        en: `That was better than ${simple} (error and width of the interval together ${by} smaller).`,
      }[language];
    }
    const model = methodWords[tried][language];
    const given = w.asked
      ? ''
      : {
          nl: '; daarom wordt die hier gegeven',
          fr: '\u00a0; c’est donc cette dernière qui est donnée ici',
          de: '; deshalb wird diese hier angegeben',
          en: ', which is therefore given here',
        }[language];
    return {
      nl: `Op het verleden was ${model} niet beter dan ${simple}${given}.`,
      fr: `Sur le passé, ${model} n’a pas fait mieux que ${simple}${given}.`,
      de: `An der Vergangenheit gemessen war ${model} nicht besser als ${simple}${given}.`,
      en: `On the past, ${model} was no better than ${simple}${given}.`,
    }[language];
  });
}

function zeros({ adi }: ForecastWords): Text | null {
  if (adi === null) return null;
  return inEach(
    (language) =>
      ({
        nl: `Gemiddeld is er in één op de ${figure(adi, 'nl')} perioden iets; daarom is een methode voor reeksen met veel nullen geprobeerd.`,
        fr: `En moyenne, seule une période sur ${figure(adi, 'fr')} n’est pas à zéro\u00a0; une méthode pour séries à nombreux zéros a donc été essayée.`,
        de: `Im Mittel ist nur einer von ${figure(adi, 'de')} Zeitabschnitten nicht null; deshalb wurde ein Verfahren für Reihen mit vielen Nullen erprobt.`,
        en: `On average one period in ${figure(adi, 'en')} holds anything, so a method for series full of zeros was tried.`,
      })[language],
  );
}

export function forecastSays(about: About, w: ForecastWords): Text {
  return changeSays(about, main(w), tested(w), zeros(w), compared(w));
}

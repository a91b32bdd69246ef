import {
  capital,
  figure,
  inEach,
  inFour,
  intervalName,
  type Language,
  listed,
  range,
  rangeEnds,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { Period } from '../period.ts';
import type { TrendVerdict } from '../verdict.ts';
import { changeSays, type Said } from './effort.ts';
import type { SeriesEnds } from './headed.ts';
import { manyEqual, type NoConclusion, noTrendConclusion } from './no-trend.ts';
import { pAtLeast, pAtMost, pValue } from './p-value.ts';
import { unitAfter } from './unit-word.ts';

/** A frequency below a year; `other` where it has no name. */
export type SubAnnual = Exclude<Period['freq'], 'A'> | 'other';

/** "from one year to the next": a change of monthly figures over a year is not one of a year's total. */
const yearOnYear: Text = {
  nl: 'van jaar op jaar',
  fr: 'd’une année à l’autre',
  de: 'von Jahr zu Jahr',
  en: 'from one year to the next',
};

const figures: Readonly<Record<SubAnnual, Text>> = {
  S: {
    nl: 'halfjaarcijfers',
    fr: 'chiffres semestriels',
    de: 'Halbjahreszahlen',
    en: 'half-yearly figures',
  },
  Q: {
    nl: 'kwartaalcijfers',
    fr: 'chiffres trimestriels',
    de: 'Quartalszahlen',
    en: 'quarterly figures',
  },
  M: { nl: 'maandcijfers', fr: 'chiffres mensuels', de: 'Monatszahlen', en: 'monthly figures' },
  W: { nl: 'weekcijfers', fr: 'chiffres hebdomadaires', de: 'Wochenzahlen', en: 'weekly figures' },
  D: { nl: 'dagcijfers', fr: 'chiffres quotidiens', de: 'Tageszahlen', en: 'daily figures' },
  other: {
    nl: 'cijfers per periode',
    fr: 'chiffres par période',
    de: 'Zahlen je Zeitabschnitt',
    en: 'figures of each period',
  },
};

/** "monthly figures", without an article; "figures" of years. */
function figuresOf(freq: SubAnnual | null | undefined): Text {
  return freq ? figures[freq] : { nl: 'cijfers', fr: 'chiffres', de: 'Zahlen', en: 'figures' };
}

/** That an interval is one for many values. */
export const ofLongSeries: Text = {
  nl: 'Het interval geldt voor lange reeksen; bij zo weinig tellingen is het te smal.',
  fr: 'L’intervalle vaut pour de longues séries\u00a0; avec si peu de nombres, il est trop étroit.',
  de: 'Das Intervall gilt für lange Reihen; bei so wenigen Zahlen ist es zu schmal.',
  en: 'The interval holds for long series; of so few counts it is too narrow.',
};

/** Everything a sentence about a trend may say; the verdict alone decides which sentence it is. */
interface TrendWords {
  readonly verdict: TrendVerdict;
  readonly because: NoConclusion | null;
  readonly n: number;
  readonly needed?: number;
  readonly p: number | null;
  /** Where p depends on contested figures: its range. */
  readonly pRange: { readonly low: number; readonly high: number } | null;
  readonly slope: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** Whether so many figures are equal that the interval would be zero alone. */
  readonly tied?: boolean;
  readonly unit: string | null;
  readonly per: 'year' | 'period';
  /** Of figures for less than a year: then a change per year is one of each such figure, not of a year's total. */
  readonly freq?: SubAnnual | null;
  readonly ends: SeriesEnds | null;
  /** Periods whose value is contested or only known as a range. */
  readonly contested: readonly string[];
  /** Whether some of them are of services that counted apart, so that not all are rival figures. */
  readonly apart: boolean;
  /** Said after the verdict, about how it was reached. */
  readonly also?: Text | null;
}

export const perWords: Readonly<Record<'year' | 'period', Text>> = {
  year: { nl: 'per jaar', fr: 'par an', de: 'pro Jahr', en: 'a year' },
  period: { nl: 'per periode', fr: 'par période', de: 'pro Zeitabschnitt', en: 'a period' },
};

/** "a year", or what a year changes in each monthly figure. */
function perOf(w: TrendWords): Text {
  return w.per === 'year' && w.freq ? yearOnYear : perWords[w.per];
}

function numbers(w: TrendWords, language: keyof Text): string {
  const counted = `n\u00a0=\u00a0${w.n}`;
  const between = language === 'fr' ? semicolon.fr : ', ';
  if (w.p !== null) return `${counted}${between}${pValue(w.p, language)}`;
  if (w.pRange === null) return counted;
  const shown = w.verdict === 'not_shown';
  const p = shown ? pAtLeast(w.pRange.low, language) : pAtMost(w.pRange.high, language);
  return `${counted}${between}${p}`;
}

function moves(w: TrendWords, up: boolean): Text {
  const sign = up ? 1 : -1;
  const figures = figuresOf(w.freq);
  return inEach((language) => {
    const start = {
      nl: `De ${figures.nl} ${up ? 'stijgen' : 'dalen'}`,
      fr: `Les ${figures.fr} sont en ${up ? 'hausse' : 'baisse'}`,
      de: `Die ${figures.de} ${up ? 'steigen' : 'sinken'}`,
      en: `The ${figures.en} ${up ? 'rise' : 'fall'}`,
    }[language];
    const by = w.slope === null ? null : figure(w.slope * sign, language);
    const unit = unitAfter(w.unit, w.slope, language);
    const per = perOf(w)[language];
    const amount =
      by === null
        ? ''
        : {
            nl: `, naar schatting met ${by}${unit} ${per}`,
            fr: `, d’environ ${by}${unit} ${per}`,
            de: `, geschätzt um ${by}${unit} ${per}`,
            en: `, by an estimated ${by}${unit} ${per}`,
          }[language];
    const ends =
      w.interval && [w.interval.low * sign, w.interval.high * sign].sort((a, b) => a - b);
    const within =
      w.interval && ends
        ? `${intervalName(w.interval.level, language)} ${range({ low: ends[0] as number, high: ends[1] as number }, 0, language)}${semicolon[language]}`
        : '';
    return `${start}${amount} (${within}${numbers(w, language)}).`;
  });
}

/** A unit behind "zwischen … und …": German has the plural of a thing in the dative there, "Fällen"; a symbol stays. */
function germanDative(unit: TrendWords['unit']): string {
  const plural = unitAfter(unit, 2, 'de');
  return /\p{Ll}{2,}(?:e|er|el)$/u.test(plural) ? `${plural}n` : plural;
}

const colon: Text = { nl: ':', fr: '\u00a0:', de: ':', en: ':' };

function notShown(w: TrendWords): Text {
  const main = inEach(
    (language) =>
      ({
        nl: `Er is geen trend aantoonbaar (${numbers(w, 'nl')}). Dat bewijst niet dat er niets is veranderd`,
        fr: `Aucune tendance ne peut être démontrée (${numbers(w, 'fr')}). Cela ne prouve pas que rien n’a changé`,
        de: `Ein Trend lässt sich nicht nachweisen (${numbers(w, 'de')}). Das beweist nicht, dass sich nichts verändert hat`,
        en: `No trend can be shown (${numbers(w, 'en')}). That does not prove that nothing changed`,
      })[language],
  );
  const { interval } = w;
  if (!interval)
    return inEach((language) => {
      const tied = manyEqual[language];
      const clause = language === 'de' ? capital(tied) : tied;
      return `${main[language]}${w.tied ? `${colon[language]} ${clause}` : ''}.`;
    });
  return inEach((language) => {
    const [low, end] = rangeEnds(interval, 0, language);
    const high = `${interval.high > 0 ? '+' : ''}${end}`;
    const unit = unitAfter(w.unit, interval.high, language);
    const per = perOf(w)[language];
    const name = intervalName(interval.level, language);
    const of = w.freq
      ? ` ${{ nl: 'van de', fr: 'des', de: 'der', en: 'of the' }[language]} ${figuresOf(w.freq)[language]}`
      : '';
    const rest = {
      nl: `: een verandering${of} tussen ${low} en ${high}${unit} ${per} blijft mogelijk (${name}).`,
      fr: `\u00a0: une évolution${of} entre ${low} et ${high}${unit} ${per} reste possible (${name}).`,
      de: `: Eine Veränderung${of} zwischen ${low} und ${high}${germanDative(w.unit)} ${per} bleibt möglich (${name}).`,
      en: `: a change${of} between ${low} and ${high}${unit} ${per} remains possible (${name}).`,
    }[language];
    return `${main[language]}${rest}`;
  });
}

function whichever({ contested, apart }: TrendWords): Text | null {
  if (contested.length === 0) return null;
  if (apart)
    return inFour(
      'Dat geldt waar de cijfers voor {periods} ook in hun bereik liggen.',
      'Cela vaut où que se situent les chiffres pour {periods} dans leur fourchette.',
      'Das gilt, wo auch immer die Zahlen für {periods} in ihrer Spanne liegen.',
      'This holds wherever in their range the figures for {periods} lie.',
      { periods: inEach((language) => listed(contested, language)) },
    );
  const many = contested.length > 1;
  const of = (language: Language): string => listed(contested, language);
  return {
    nl: `Dat geldt ongeacht ${many ? 'welke' : 'welk'} van de tegenstrijdige cijfers voor ${of('nl')} juist ${many ? 'zijn' : 'is'}.`,
    fr: `Cela vaut ${many ? 'quels que soient les chiffres exacts' : 'quel que soit le chiffre exact'} parmi les chiffres contradictoires pour ${of('fr')}.`,
    de: `Das gilt unabhängig davon, welche der widersprüchlichen Zahlen für ${of('de')} ${many ? 'stimmen' : 'stimmt'}.`,
    en: `This holds whichever of the rival figures for ${of('en')} is right.`,
  };
}

/** What is not said of a trend unless it is given. */
const unsaid = {
  p: null,
  pRange: null,
  slope: null,
  interval: null,
  unit: null,
  per: 'period',
  ends: null,
  contested: [],
  apart: false,
} as const;

export function trendSays(
  about: Said,
  said: Omit<TrendWords, keyof typeof unsaid> & Partial<Pick<TrendWords, keyof typeof unsaid>>,
): Text {
  const w: TrendWords = { ...unsaid, ...said };
  const main = {
    rising: () => moves(w, true),
    falling: () => moves(w, false),
    not_shown: () => notShown(w),
    no_conclusion: () => noTrendConclusion(w),
  }[w.verdict]();
  const besides = w.verdict === 'no_conclusion' ? null : whichever(w);
  return changeSays({ ...about, ends: w.ends }, main, besides, w.also ?? null);
}

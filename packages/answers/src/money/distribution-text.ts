import type { Distribution, ObservedPrice } from '@samenbeeld/money';
import {
  formatNumber,
  inEach,
  inFour,
  type Language,
  percent,
  type Text,
} from '@samenbeeld/schema';
import { unitIn } from './unit-in.ts';

const shapes: Readonly<Record<Exclude<Distribution['kind'], 'fixed'>, Text>> = {
  uniform: {
    nl: 'elke waarde daartussen even waarschijnlijk',
    fr: 'toute valeur entre les deux également probable',
    de: 'jeder Wert dazwischen gleich wahrscheinlich',
    en: 'every value between equally likely',
  },
  triangular: {
    nl: 'laagste, meest waarschijnlijke, hoogste waarde; driehoeksverdeling',
    fr: 'minimum, valeur la plus probable, maximum ; loi triangulaire',
    de: 'niedrigster, wahrscheinlichster, höchster Wert; Dreiecksverteilung',
    en: 'lowest, typical, highest; triangle',
  },
  pert: {
    nl: 'laagste, meest waarschijnlijke, hoogste waarde; PERT-verdeling',
    fr: 'minimum, valeur la plus probable, maximum ; loi PERT',
    de: 'niedrigster, wahrscheinlichster, höchster Wert; PERT-Verteilung',
    en: 'lowest, typical, highest; PERT',
  },
  beta: { nl: 'bètaverdeling', fr: 'loi bêta', de: 'Betaverteilung', en: 'beta' },
  lognormal: {
    nl: 'midden en 95%-punt; lognormale verdeling',
    fr: 'médiane et 95e centile ; loi log-normale',
    de: 'Median und 95-%-Punkt; Lognormalverteilung',
    en: 'middle and 95% point; lognormal',
  },
};

const fittedShapes: Readonly<Record<'mean' | 'median', Text>> = {
  mean: inFour(
    'driehoek, berekend uit het gepubliceerde gemiddelde: laagste waarde, top, hoogste waarde',
    'loi triangulaire calculée d’après la moyenne publiée : minimum, sommet, maximum',
    'Dreieck, aus dem veröffentlichten Mittelwert berechnet: niedrigster Wert, Gipfel, höchster Wert',
    'triangle fitted to the published mean: lowest, peak, highest',
  ),
  median: inFour(
    'driehoek, berekend uit de gepubliceerde mediaan: laagste waarde, top, hoogste waarde',
    'loi triangulaire calculée d’après la médiane publiée : minimum, sommet, maximum',
    'Dreieck, aus dem veröffentlichten Median berechnet: niedrigster Wert, Gipfel, höchster Wert',
    'triangle fitted to the published median: lowest, peak, highest',
  ),
};

function shapeWords(one: Exclude<Distribution, { readonly kind: 'fixed' }>): Text {
  return 'fittedTo' in one && one.fittedTo ? fittedShapes[one.fittedTo] : shapes[one.kind];
}

function numbersOf(one: Distribution): readonly number[] {
  switch (one.kind) {
    case 'fixed':
      return [one.value];
    case 'uniform':
      return [one.low, one.high];
    case 'triangular':
    case 'pert':
      return [one.low, one.mode, one.high];
    case 'beta':
      return [one.alpha, one.beta];
    case 'lognormal':
      return [one.median, one.p95];
  }
}

const publishedStats = ['min', 'mode', 'mean', 'median', 'max'] as const;
const byValue = (a: number, b: number): number => a - b;

/** A whole number from 1,000 on, else three digits: a survey's decimals are an artefact of its currency. */
const rounded = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));

/** "25,018 – 30,259 – 38,027 EUR/kg (lowest, typical, highest; triangle)". */
export function distributionText(one: Distribution, unit: string): Text {
  const isShare = unit === 'share' && one.kind !== 'beta';
  const print = (value: number, language: Language): string =>
    isShare ? percent(value, language) : formatNumber(rounded(value), language);
  return inEach((language) => {
    const numbers = numbersOf(one).map((value) => print(value, language));
    const amount = `${numbers.join(' – ')}${isShare ? '' : `\u00a0${unitIn(unit, language)}`}`;
    return one.kind === 'fixed' ? amount : `${amount} (${shapeWords(one)[language]})`;
  });
}

/** What a published price or strength is of several. */
export const statWords: Readonly<Record<(typeof publishedStats)[number], Text>> = {
  min: inFour('laagste', 'minimum', 'Minimum', 'lowest'),
  mode: inFour('meest voorkomende', 'valeur la plus fréquente', 'häufigster Wert', 'commonest'),
  mean: inFour('gemiddelde', 'moyenne', 'Mittelwert', 'mean'),
  median: inFour('mediaan', 'médiane', 'Median', 'median'),
  max: inFour('hoogste', 'maximum', 'Maximum', 'highest'),
};

/** A price in the figures that were published, each by its name, and none that is worked out from them. */
export function publishedPrice({ unit, observations }: ObservedPrice): Text {
  const figures = publishedStats.flatMap((stat) => {
    const values = observations.flatMap((row) =>
      row.stat === stat && row.value !== null ? [row.value] : [],
    );
    const told = { min: [Math.min(...values)], max: [Math.max(...values)] };
    const shown =
      stat === 'min' || stat === 'max' ? told[stat] : [...new Set(values)].sort(byValue);
    return values.length === 0 ? [] : shown.map((value) => ({ stat, value }));
  });
  return inEach((language) => {
    const numbers = figures.map(({ value }) => formatNumber(rounded(value), language));
    const names = new Set(figures.map(({ stat }) => statWords[stat][language]));
    return `${numbers.join(' – ')}\u00a0${unitIn(unit, language)} (${[...names].join(', ')})`;
  });
}

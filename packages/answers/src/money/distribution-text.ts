import type { Distribution, ObservedPrice } from '@samenbeeld/money';
import {
  formatNumber,
  inEach,
  inFour,
  type Language,
  type Observation,
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

/** A whole number from 1,000 on, else three digits: a survey's decimals are an artefact of its currency. */
const rounded = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));

const madeOf = {
  mean: inFour(
    'berekend uit het gepubliceerde gemiddelde, {value}',
    'calculée d’après la moyenne publiée, {value}',
    'berechnet aus dem veröffentlichten Mittelwert, {value}',
    'made from the published mean, {value}',
  ),
  median: inFour(
    'berekend uit de gepubliceerde mediaan, {value}',
    'calculée d’après la médiane publiée, {value}',
    'berechnet aus dem veröffentlichten Median, {value}',
    'made from the published median, {value}',
  ),
};

/** What a triangle was made from, where its likeliest value was not published: the mean or median that was. */
function origin(one: Distribution, rows: readonly Observation[]): Text | null {
  if (one.kind !== 'triangular' || rows.some(({ stat }) => stat === 'mode')) return null;
  const [row, another] = rows.filter(({ stat }) => stat === 'mean' || stat === 'median');
  if (!row || another || row.value === null || row.value === one.mode) return null;
  const { value, unit } = row;
  const words = madeOf[row.stat === 'mean' ? 'mean' : 'median'];
  return inEach((language) =>
    words[language].replace(
      '{value}',
      `${formatNumber(rounded(value), language)}\u00a0${unitIn(unit, language)}`,
    ),
  );
}

/**
 * "25,018 – 30,259 – 38,027 EUR/kg (lowest, typical, highest; triangle)", and of rows that publish a mean or median what the
 * typical value, which nobody published, was made from.
 */
export function distributionText(
  one: Distribution,
  unit: string,
  rows: readonly Observation[] = [],
): Text {
  const from = origin(one, rows);
  const isShare = unit === 'share' && one.kind !== 'beta';
  const print = (value: number, language: Language): string =>
    isShare ? percent(value, language) : formatNumber(rounded(value), language);
  return inEach((language) => {
    const numbers = numbersOf(one).map((value) => print(value, language));
    const amount = `${numbers.join(' – ')}${isShare ? '' : `\u00a0${unitIn(unit, language)}`}`;
    if (one.kind === 'fixed') return amount;
    return `${amount} (${[shapes[one.kind], ...(from ? [from] : [])].map((words) => words[language]).join(', ')})`;
  });
}

const ofMean = inFour(
  'laagste, gemiddelde, hoogste waarde',
  'minimum, moyenne, maximum',
  'niedrigster, mittlerer, höchster Wert',
  'lowest, mean, highest',
);

/** A price in the figures that were published: where a mean stands between its ends that one, not the likeliest value that it makes. */
export function publishedPrice({ distribution, unit, observations }: ObservedPrice): Text {
  const ends = (['min', 'mean', 'max'] as const).map((stat) =>
    observations.filter((row) => row.stat === stat),
  );
  const isOne =
    observations.length === 3 &&
    ends.every((own) => own.length === 1 && own[0]?.unit === unit && own[0].value !== null);
  if (!isOne) return distributionText(distribution, unit);
  return inEach((language) => {
    const numbers = ends.map(([row]) => formatNumber(rounded(row?.value ?? 0), language));
    return `${numbers.join(' – ')}\u00a0${unitIn(unit, language)} (${ofMean[language]})`;
  });
}

import { type Text, wrongUse } from '@samenbeeld/schema';
import { mean } from 'simple-statistics';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { plot, scaled } from './drawing/plot.ts';
import { logAxis } from './drawing/value-axis.ts';
import { isNarrow } from './frame.ts';
import { palette } from './palette.ts';

/** A price asked: the amount, and the price for one unit of it. */
export interface PricePoint {
  readonly amount: number;
  readonly unitPrice: number;
}

/** How the price of one unit changes with the amount, as a straight line of logarithms with the interval of its slope. */
export interface PriceCurve {
  /** Change of log price per unit for each log amount, and the ends of its interval. */
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

export interface PriceCurveChartOptions extends ChartOptions {
  /** The line; none is drawn where nothing can be said of the slope. */
  readonly curve: PriceCurve | null;
  /** What amounts are in ("gram"), and what prices are in ("dollar per gram"). */
  readonly amountUnit: Text;
  readonly priceUnit: Text;
}

const titleWords: Text = {
  nl: 'Gevraagde prijs per eenheid naar hoeveelheid',
  fr: 'Prix demandé par unité selon la quantité',
  de: 'Verlangter Preis je Einheit nach Menge',
  en: 'Price asked per unit by amount',
};

const points: Text = {
  nl: 'Elk punt is een aanbieding; beide assen zijn logaritmisch.',
  fr: 'Chaque point est une annonce ; les deux axes sont logarithmiques.',
  de: 'Jeder Punkt ist ein Angebot; beide Achsen sind logarithmisch.',
  en: 'Each dot is a listing; both axes are logarithmic.',
};

const line: Text = {
  nl: 'Lijn: hoe de prijs bij één verkoper met de hoeveelheid verandert, gemiddeld over verkopers, getekend door het midden van de punten. Vlak: het 95%-interval van die helling, en niet de spreiding van prijzen.',
  fr: 'Ligne : comment le prix varie avec la quantité chez un même vendeur, en moyenne des vendeurs, tracée par le milieu des points. Surface : l’intervalle à 95 % de cette pente, et non la dispersion des prix.',
  de: 'Linie: wie sich der Preis bei einem Verkäufer mit der Menge ändert, im Mittel der Verkäufer, durch die Mitte der Punkte gezeichnet. Fläche: das 95-%-Intervall dieser Steigung, nicht die Streuung der Preise.',
  en: 'Line: how the price of one vendor changes with the amount, on average over vendors, drawn through the middle of the dots. Area: the 95% interval of that slope, not the spread of prices.',
};

const noLine: Text = {
  nl: 'Zonder lijn: te weinig verkopers bieden meer dan één hoeveelheid aan.',
  fr: 'Sans ligne : trop peu de vendeurs proposent plus d’une quantité.',
  de: 'Ohne Linie: Zu wenige Verkäufer bieten mehr als eine Menge an.',
  en: 'Without a line: too few vendors offer more than one amount.',
};

const columns = {
  amount: { nl: 'Hoeveelheid', fr: 'Quantité', de: 'Menge', en: 'Amount' },
  count: { nl: 'Aanbiedingen', fr: 'Annonces', de: 'Angebote', en: 'Listings' },
  lowest: {
    nl: 'Laagste prijs',
    fr: 'Prix le plus bas',
    de: 'Niedrigster Preis',
    en: 'Lowest price',
  },
  highest: {
    nl: 'Hoogste prijs',
    fr: 'Prix le plus haut',
    de: 'Höchster Preis',
    en: 'Highest price',
  },
  curve: { nl: 'Lijn', fr: 'Ligne', de: 'Linie', en: 'Line' },
} satisfies Readonly<Record<string, Text>>;

const three = (value: number): number => Number(value.toPrecision(3));

/**
 * Prices per unit by amount on two logarithmic axes, with the line of a slope through their middle and its interval. The slope is
 * the reader's own (`quantityDiscount` gives one within vendors): what is drawn here fits nothing.
 *
 * @throws UsageError without a price
 * @example
 * ```ts
 * import { priceCurveChart } from '@samenbeeld/charts';
 * const gram = { nl: 'gram', fr: 'gramme', de: 'Gramm', en: 'gram' };
 * const asked = [{ amount: 1, unitPrice: 80 }, { amount: 100, unitPrice: 20 }];
 * const drawn = priceCurveChart(asked, { language: 'en', curve: { slope: -0.3, low: -0.35, high: -0.25 }, amountUnit: gram, priceUnit: gram });
 * drawn.table.rows.map(([amount, , , , curve]) => [amount, curve]) // => [[1, 79.8], [100, 20]]
 * ```
 */
export function priceCurveChart(
  asked: readonly PricePoint[],
  options: PriceCurveChartOptions,
): Chart {
  const { language, curve } = options;
  if (asked.length === 0)
    throw wrongUse(
      'een kromme van prijzen vraagt ten minste één prijs',
      'une courbe de prix demande au moins un prix',
      'eine Preiskurve braucht mindestens einen Preis',
      'a curve of prices needs at least one price',
    );
  const [middleX, middleY] = [
    mean(asked.map(({ amount }) => Math.log(amount))),
    mean(asked.map(({ unitPrice }) => Math.log(unitPrice))),
  ];
  const priceAt = (amount: number, slope: number): number =>
    Math.exp(middleY + slope * (Math.log(amount) - middleX));
  const amounts = [...new Set(asked.map(({ amount }) => amount))].sort((a, b) => a - b);
  const byAmount = amounts.map((amount) => ({
    amount,
    prices: asked.filter((one) => one.amount === amount).map(({ unitPrice }) => unitPrice),
  }));
  // The two ends of the interval cross in the middle, which a band needs as a point of its own.
  const places = [...amounts, Math.exp(middleX)].sort((a, b) => a - b);
  const along = places.map((amount) => ({
    ...{ amount, middle: priceAt(amount, curve?.slope ?? 0) },
    ...{ one: priceAt(amount, curve?.low ?? 0), other: priceAt(amount, curve?.high ?? 0) },
  }));
  const amount = { x: 'amount', clip: true };
  const band = { y: 'one', y2: 'other', color: '#9ec7e0', opacity: 0.6 };
  const middle = { color: palette.reported, strokeWidth: 2 };
  const dots = { filled: true, size: 22, color: palette.ink, opacity: 0.3 };
  const count = isNarrow(options) ? 4 : 6;
  return plot(options, {
    title: titleWords,
    unit: options.priceUnit[language],
    log: true,
    over: () => ({
      ...logAxis(
        asked.map(({ amount }) => amount),
        { language, count },
      ),
      name: `${options.amountUnit[language]} →`,
    }),
    right: 12,
    heights: [300, 220],
    marks: [
      points,
      curve === null ? noLine : line,
      curve !== null && scaled('area', along, { ...amount, ...band }, 'ground'),
      curve !== null && scaled('line', along, { ...amount, y: 'middle', ...middle }, 'ground'),
      {
        ...scaled('point', asked, { x: 'amount', y: 'unitPrice', ...dots }),
        reach: asked.map(({ unitPrice }) => unitPrice),
      },
    ],
    table: tableOf(byAmount, language, [
      [columns.amount, ({ amount }) => amount],
      [columns.count, ({ prices }) => prices.length],
      [columns.lowest, ({ prices }) => three(Math.min(...prices))],
      [columns.highest, ({ prices }) => three(Math.max(...prices))],
      [columns.curve, ({ amount }) => curve && three(priceAt(amount, curve.slope))],
    ]),
  });
}

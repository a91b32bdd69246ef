import {
  colonAfter,
  formatNumber,
  type Language,
  percentSign,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { mark } from '../drawing/marks.ts';
import { type MoneyScale, moneyScale, tableMoney } from '../drawing/money-scale.ts';
import { drawable } from '../drawing/period-values.ts';
import { type Box, placeLabels } from '../drawing/place-labels.ts';
import { type Mark, type Plot, pixelX, pixelY, plot } from '../drawing/plot.ts';
import { linearAxis } from '../drawing/value-axis.ts';
import { widthOf } from '../lines.ts';
import { printNumber } from '../numbers.ts';
import { palette } from '../palette.ts';

const across: Text = {
  nl: 'aangenomen onderschept aandeel →',
  fr: 'part interceptée supposée →',
  de: 'angenommener abgefangener Anteil →',
  en: 'share assumed to be intercepted →',
};

/** Bands and a middle line between the rates: straight lines of logarithms, as the curve nearly is. */
function fanOf(points: readonly RevenuePoint[], { divisor }: MoneyScale, plot: Plot) {
  const y = (amount: number): number => pixelY(plot, Math.max(amount / divisor, plot.up.from));
  return points.map(({ rate, spread }) => {
    const [x, p5, p25] = [pixelX(plot, rate), y(spread.p5), y(spread.p25)];
    const [median, p75, p95] = [y(spread.median), y(spread.p75), y(spread.p95)];
    return { x, p5, p25, median, p75, p95 };
  });
}

/** Round rates between the least and the highest, as many as have room and at least two. */
function rateTicks(least: number, most: number, width: number, language: Language) {
  const room = Math.max(2, Math.floor(width / 60));
  const tried = Array.from({ length: 9 }, (_, more) =>
    linearAxis(
      [least, most].map((rate) => 100 * rate),
      { language, zero: false, count: room + more, suffix: percentSign[language] },
    ).ticks.filter(({ at }) => at / 100 >= least - 1e-9 && at / 100 <= most + 1e-9),
  );
  return tried.find((ticks) => ticks.length > 1) ?? tried[0] ?? [];
}

/** "5%": an assumed share has no decimals of its own. */
const shareWords = (share: number, language: Language): string =>
  `${printNumber(Number((100 * share).toPrecision(3)), language)}${percentSign[language]}`;

/** "20%: 0.88–1.55": both ends to three digits, as the tables of a report print them. */
function rangeWords({ rate, spread }: RevenuePoint, { divisor }: MoneyScale, language: Language) {
  const share = shareWords(rate, language);
  const [one, other] = [spread.p5, spread.p95].map((amount) =>
    formatNumber(Number((amount / divisor).toPrecision(3)), language),
  );
  return `${share}${colonAfter[language]} ${one === other ? one : `${one}\u2013${other}`}`;
}

/** The fan as upright boxes side by side, so that no words lie on it. */
function fanBoxes(fan: ReturnType<typeof fanOf>): readonly Box[] {
  return fan.flatMap((to, at) => {
    const from = fan[at - 1] ?? to;
    const count = Math.max(1, Math.ceil((to.x - from.x) / 6));
    return Array.from({ length: count }, (_, step): Box => {
      const between = (field: 'x' | 'p5' | 'p95', part: number): number =>
        from[field] + (to[field] - from[field]) * part;
      const [before, after] = [step / count, (step + 1) / count];
      return {
        left: between('x', before),
        right: between('x', after),
        top: Math.min(between('p95', before), between('p95', after)) - 2,
        bottom: Math.max(between('p5', before), between('p5', after)) + 2,
      };
    });
  });
}

/** Over the top of a range, ever higher: the curve falls, and above it there is room. The whole of the words is inside. */
function placesFor(words: string, x: number, y: number, width: number) {
  const half = widthOf(words, 12) / 2 + 4;
  const inside = Math.min(Math.max(x, half), width - half);
  return [0, 14, 28, 42, 56].map((up) => ({ x: inside, y: y - up }));
}

/** A fan with the range of each rate above it. */
function fan(points: readonly RevenuePoint[], scale: MoneyScale): Mark {
  return {
    reach: points.flatMap(({ spread }) =>
      [spread.p5, spread.p95].map((one) => one / scale.divisor),
    ),
    // Room for the words above the highest range.
    above: 21,
    says: caption,
    draw: (plot) => {
      const values = fanOf(points, scale, plot);
      const area = (y: 'p5' | 'p25', y2: 'p95' | 'p75', color: string) =>
        mark('area', values, { x: 'x', y, y2, color });
      return [
        area('p5', 'p95', '#d9e8f2'),
        area('p25', 'p75', '#9ec7e0'),
        mark('line', values, { x: 'x', y: 'median', color: palette.reported, strokeWidth: 2 }),
      ];
    },
    words: (plot) => {
      const { width, height, language } = plot;
      const values = fanOf(points, scale, plot);
      // From the right, where words are moved inwards, so that they stand above each other in the order of their rates.
      const ranges = points
        .map((point, index) => {
          const words = rangeWords(point, scale, language);
          const { x = 0, p95 = 0 } = values[index] ?? {};
          return { words, at: placesFor(words, x, p95, width) };
        })
        .reverse();
      const within = { left: 2, right: width, top: 0, bottom: height };
      return { labels: placeLabels(ranges, fanBoxes(values), within) };
    },
  };
}

/** What may have been earned at one assumed interception rate, in euros. */
export interface RevenuePoint {
  /** Share of the flow that is assumed to have been intercepted, above 0 and below 1. */
  readonly rate: number;
  readonly spread: {
    readonly p5: number;
    readonly p25: number;
    readonly median: number;
    readonly p75: number;
    readonly p95: number;
  };
}

const title: Text = {
  nl: 'De omzet hangt af van een aandeel dat niemand heeft gemeten',
  fr: 'Le chiffre d’affaires dépend d’une part que personne n’a mesurée',
  de: 'Der Umsatz hängt von einem Anteil ab, den niemand gemessen hat',
  en: 'Revenue depends on a share that nobody has measured',
};

const caption: Text = {
  nl: 'Horizontaal: welk deel van de stroom zou zijn onderschept. Verticaal, logaritmisch: wat de rest dan kan hebben opgebracht. Lijn: het midden; donker vlak: de helft van de trekkingen; licht vlak: negen van de tien. Geen punt op de lijn is het antwoord. Omzet is geen winst, en niet wat is witgewassen.',
  fr: 'Horizontalement\u00a0: la part du flux qui aurait été interceptée. Verticalement, échelle logarithmique\u00a0: ce que le reste peut alors avoir rapporté. Ligne\u00a0: le milieu\u00a0; surface foncée\u00a0: la moitié des tirages\u00a0; surface claire\u00a0: neuf sur dix. Aucun point de la ligne n’est la réponse. Le chiffre d’affaires n’est ni le bénéfice, ni ce qui est blanchi.',
  de: 'Waagerecht: welcher Teil des Stroms abgefangen worden wäre. Senkrecht, logarithmisch: was der Rest dann eingebracht haben kann. Linie: die Mitte; dunkle Fläche: die Hälfte der Ziehungen; helle Fläche: neun von zehn. Kein Punkt der Linie ist die Antwort. Umsatz ist kein Gewinn und nicht das, was gewaschen wurde.',
  en: 'Across: which share of the flow would have been intercepted. Up, logarithmic: what the rest may then have brought in. Line: the middle; dark area: half of the draws; light area: nine of ten. No point of the line is the answer. Revenue is not profit, and not what was laundered.',
};

const columns: Readonly<Record<'rate' | 'median', Text>> = {
  rate: {
    nl: 'Onderschept aandeel',
    fr: 'Part interceptée',
    de: 'Abgefangener Anteil',
    en: 'Share intercepted',
  },
  median: { nl: 'Midden', fr: 'Milieu', de: 'Mitte', en: 'Middle' },
};

/**
 * What drugs that were not intercepted may have brought in, as a function of the share that was: a fan over assumed
 * rates. There is no headline figure, since the rate cannot be measured.
 *
 * @throws UsageError for fewer than two rates; InputError for an amount that is not finite
 * @example
 * ```ts
 * import { revenueFanChart } from '@samenbeeld/charts';
 * const at = (rate, median) => ({ rate, spread: { p5: median / 2, p25: median * 0.8, median, p75: median * 1.2, p95: median * 2 } });
 * revenueFanChart([at(0.1, 9e6), at(0.5, 1e6)], { language: 'en' }).table.rows[1] // => ['50%', 0.5, 0.8, 1, 1.2, 2]
 * ```
 */
export function revenueFanChart(points: readonly RevenuePoint[], options: ChartOptions): Chart {
  const { language } = options;
  if (points.length < 2)
    throw wrongUse(
      'een waaier van opbrengst vraagt ten minste twee aandelen',
      'un éventail de revenus demande au moins deux taux',
      'ein Fächer von Erlösen braucht mindestens zwei Raten',
      'a fan of revenue needs at least two rates',
    );
  const sorted = [...points].sort((a, b) => a.rate - b.rate);
  for (const { rate, spread } of sorted)
    for (const one of Object.values(spread)) drawable(one, `the rate ${rate}`);
  const scale = moneyScale(sorted.flatMap(({ spread }) => [spread.p95]));
  const [from = 0, to = 1] = [sorted[0]?.rate, sorted.at(-1)?.rate];
  const heading = (part: string): string => `${part}, ${scale.unit[language]}`;
  const share = (part: number): string => heading(shareWords(part, language));
  return plot(options, {
    title,
    unit: scale.unit[language],
    log: true,
    count: 5,
    over: (width) => {
      const ticks = rateTicks(from, to, width, language).map(({ at, label }) => ({
        at: at / 100,
        label,
      }));
      return { type: 'linear', from, to, ticks, name: across[language] };
    },
    right: 20,
    heights: [300, 240],
    marks: [fan(sorted, scale)],
    table: tableOf(sorted, language, [
      [columns.rate, ({ rate }) => shareWords(rate, language)],
      [share(0.05), ({ spread }) => tableMoney(spread.p5, scale)],
      [share(0.25), ({ spread }) => tableMoney(spread.p25, scale)],
      [heading(columns.median[language]), ({ spread }) => tableMoney(spread.median, scale)],
      [share(0.75), ({ spread }) => tableMoney(spread.p75, scale)],
      [share(0.95), ({ spread }) => tableMoney(spread.p95, scale)],
    ]),
  });
}

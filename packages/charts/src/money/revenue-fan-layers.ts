import type { Language, Text } from '@samenbeeld/schema';
import type { ChartOptions } from '../chart.ts';
import { type MoneyScale, printMoney } from '../drawing/money-scale.ts';
import { pixel } from '../drawing/pixel.ts';
import { along, labelLayers, placeLabels } from '../drawing/place-labels.ts';
import { linearAxis, logAxis, percentSuffix } from '../drawing/value-axis.ts';
import { isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { printNumber } from '../numbers.ts';
import { palette } from '../palette.ts';
import type { RevenuePoint } from './revenue-fan-chart.ts';

const across: Text = {
  nl: 'aangenomen onderschept aandeel →',
  fr: 'part interceptée supposée →',
  de: 'angenommener abgefangener Anteil →',
  en: 'share assumed to be intercepted →',
};

/** Bands and a middle line between the rates: straight lines of logarithms, as the curve nearly is. */
function fanPoints(
  points: readonly RevenuePoint[],
  placeX: (rate: number) => number,
  placeY: (amount: number) => number,
) {
  return points.map(({ rate, spread }) => ({
    x: placeX(rate),
    p5: placeY(spread.p5),
    p25: placeY(spread.p25),
    median: placeY(spread.median),
    p75: placeY(spread.p75),
    p95: placeY(spread.p95),
  }));
}

/** Round rates between the least and the highest, as many as have room and at least two. */
function rateTicks(least: number, most: number, width: number, language: Language) {
  const room = Math.max(2, Math.floor(width / 60));
  const tried = Array.from({ length: 9 }, (_, more) =>
    linearAxis(
      [least, most].map((rate) => 100 * rate),
      { language, zero: false, count: room + more, suffix: percentSuffix(language) },
    ).ticks.filter(({ at }) => at / 100 >= least - 1e-9 && at / 100 <= most + 1e-9),
  );
  return tried.find((ticks) => ticks.length > 1) ?? tried[0] ?? [];
}

/** The drawing area of revenue over assumed rates. */
export function revenueSheet(
  points: readonly RevenuePoint[],
  options: ChartOptions,
  scale: MoneyScale,
): Sheet {
  const { language } = options;
  // Room for the words above the highest range.
  const amounts = points.flatMap(({ spread }) => [spread.p5, spread.p95 * 1.4]);
  const up = logAxis(
    amounts.map((amount) => amount / scale.divisor),
    { language, count: 5 },
  );
  const [left, right] = [up.room + 14, 20];
  const width = widthFor(options) - left - right;
  const height = isNarrow(options) ? 240 : 300;
  const [least = 0, most = 1] = [points[0]?.rate, points.at(-1)?.rate];
  const placeX = (rate: number): number => ((rate - least) / (most - least)) * width;
  const placeY = (amount: number): number => {
    const share = Math.log(Math.max(amount / scale.divisor, up.from) / up.from);
    return height * (1 - share / Math.log(up.to / up.from));
  };
  const fan = fanPoints(points, placeX, placeY);
  const ticks = rateTicks(least, most, width, language);
  const rows = up.ticks.map(({ at, label }) => ({ y: placeY(at * scale.divisor), label }));
  const ranges = points.map(({ rate, spread }) => ({
    words: [
      `${printNumber(100 * rate, language)}${percentSuffix(language)}${language === 'fr' ? '\u00a0' : ''}:`,
      [spread.p5, spread.p95].map((one) => printMoney(one, scale, language)).join('\u2013'),
    ].join(' '),
    at: [{ x: placeX(rate), y: placeY(spread.p95) }],
  }));
  const edge = (field: 'p5' | 'p95') => fan.map((one) => ({ x: one.x, y: one[field] }));
  const labels = placeLabels(ranges, [...along(edge('p95'), 2), ...along(edge('p5'), 2)], {
    left: 2,
    right: width + right,
    top: 0,
    bottom: height,
  });
  const area = (low: 'p5' | 'p25', high: 'p95' | 'p75', color: string): Layers[number] => ({
    data: { values: fan },
    mark: { type: 'area', orient: 'vertical', color },
    encoding: { x: pixel('x'), y: pixel(low), y2: { field: high } },
  });
  const layer: Layers = [
    {
      data: { values: rows },
      mark: { type: 'rule', x: 0, x2: width, color: palette.rule },
      encoding: { y: pixel('y') },
    },
    area('p5', 'p95', '#d9e8f2'),
    area('p25', 'p75', '#9ec7e0'),
    {
      data: { values: fan },
      mark: { type: 'line', color: palette.reported, strokeWidth: 2 },
      encoding: { x: pixel('x'), y: pixel('median') },
    },
    {
      data: { values: rows },
      mark: { type: 'text', align: 'right', x: -8, y: { expr: 'datum.y' }, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: ticks.map(({ at, label }) => ({ x: placeX(at / 100), label })) },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: height + 14, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: [{ words: across[language] }] },
      mark: { type: 'text', align: 'right', x: width, y: height + 32, color: palette.grey },
      encoding: { text: { field: 'words' } },
    },
    {
      data: { values: [{ words: scale.unit[language] }] },
      mark: { type: 'text', align: 'left', x: -left, y: -14, color: palette.grey },
      encoding: { text: { field: 'words' } },
    },
    ...labelLayers(labels),
  ];
  return { layer, height, left, right, top: 30, bottom: 42 };
}

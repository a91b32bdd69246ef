import type { Language, Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { mark, rimmed } from '../drawing/marks.ts';
import { type MoneyScale, moneyScale, printMoney, tableMoney } from '../drawing/money-scale.ts';
import { drawable } from '../drawing/period-values.ts';
import { type RowPlot, rowPlot } from '../drawing/row-plot.ts';
import { linearAxis, shareOn } from '../drawing/value-axis.ts';
import { widthOf } from '../lines.ts';
import { palette } from '../palette.ts';

/** Letters for low and high, so that no colour is needed. */
const letters: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['L', 'H'],
  fr: ['B', 'H'],
  de: ['N', 'H'],
  en: ['L', 'H'],
};

const tints = { low: '#9ec7e0', high: '#0072b2' } as const;

/** Words left and right of a bar; where both ends lie on one side, both stand there. */
function endWords(
  ends: readonly { readonly at: number; readonly words: string }[],
  middle: number,
  place: (amount: number) => number,
) {
  const sorted = [...ends].sort((a, b) => a.at - b.at);
  const [left, right] = [
    sorted.filter(({ at }) => at < middle),
    sorted.filter(({ at }) => at >= middle),
  ];
  const say = (some: typeof sorted): string => some.map(({ words }) => words).join(' · ');
  return {
    leftWords: say(left),
    leftX: place(Math.min(middle, ...left.map(({ at }) => at))) - 6,
    rightWords: say(right),
    rightX: place(Math.max(middle, ...right.map(({ at }) => at))) + 6,
  };
}

/** What is printed at the ends of the bars of an assumption. */
function endsOf({ atLow, atHigh }: TornadoRow, scale: MoneyScale, language: Language) {
  const [low, high] = letters[language];
  return [
    { at: atLow, words: `${low} ${printMoney(atLow, scale, language)}` },
    { at: atHigh, words: `${high} ${printMoney(atHigh, scale, language)}` },
  ];
}

/** A bar for each end, from the middle. */
function drawBars(
  rows: readonly TornadoRow[],
  { language, middle }: TornadoChartOptions,
  scale: MoneyScale,
  plot: RowPlot,
) {
  const { width, height, narrow } = plot;
  const amounts = [middle, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const [from, to] = [Math.min(...amounts), Math.max(...amounts)];
  const span = { type: 'linear', from, to: to > from ? to : from + 1 } as const;
  const place = (amount: number): number => shareOn(span, amount) * width;
  const axis = linearAxis(
    amounts.map((one) => one / scale.divisor),
    { language, zero: false, count: Math.max(2, Math.floor(width / 70)) },
  );
  const centre = place(middle);
  const bars = rows.map((row, index) => {
    const y = plot.rows[index]?.y ?? 0;
    return {
      ...{ y, top: y - 8, bottom: y + 8, low: place(row.atLow), high: place(row.atHigh) },
      ...endWords(endsOf(row, scale, language), middle, place),
    };
  });
  // The longer of two bars on one side lies below.
  const bar = (end: 'low' | 'high', isLonger: boolean) => {
    const reach = (one: (typeof bars)[number], at: 'low' | 'high') => Math.abs(one[at] - centre);
    const other = end === 'low' ? 'high' : 'low';
    const own = bars.filter((one) => reach(one, end) > reach(one, other) === isLonger);
    const look = { y: 'top', y2: 'bottom', fill: tints[end] };
    return mark('rect', own, { x: centre, x2: end, ...look });
  };
  // On a narrow chart names stand above their bar, where a whole line would run through them.
  const lines = narrow
    ? bars.map((one) => ({ x: centre, from: one.top - 3, to: one.bottom + 3 }))
    : [{ x: centre, from: -4, to: height }];
  const ink = { color: palette.ink, strokeWidth: 1.2 };
  return {
    ticks: axis.ticks
      .map(({ at, label }) => ({ at: at * scale.divisor, label }))
      .filter(({ at }) => at >= from && at <= to)
      .map(({ at, label }) => ({ x: place(at), label })),
    layers: [
      bar('low', true),
      bar('high', true),
      bar('low', false),
      bar('high', false),
      mark('rule', lines, { x: 'x', y: 'from', y2: 'to', ...ink }),
      ...rimmed(bars, { x: 'leftX', y: 'y', text: 'leftWords', align: 'right' }),
      ...rimmed(bars, { x: 'rightX', y: 'y', text: 'rightWords', align: 'left' }),
    ],
  };
}

/** What one assumption does to a result. */
export interface TornadoRow {
  /** Id of the assumption, and its name. */
  readonly id: string;
  readonly label: Text;
  /** The result with the assumption low and high, all others in the middle. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface TornadoChartOptions extends ChartOptions {
  /** The result with every assumption in the middle. */
  readonly middle: number;
}

const title: Text = {
  nl: 'Welke aanname het meest uitmaakt',
  fr: 'L’hypothèse qui compte le plus',
  de: 'Welche Annahme am meisten ausmacht',
  en: 'Which assumption matters most',
};

const caption: Text = {
  nl: 'Elke balk: het resultaat als één aanname laag (licht, L) of hoog (donker, H) is en alle andere in het midden. De verticale lijn: alles in het midden. De langste balk staat bovenaan.',
  fr: 'Chaque barre\u00a0: le résultat si une hypothèse est basse (clair, B) ou haute (foncé, H) et toutes les autres au milieu. La ligne verticale\u00a0: tout au milieu. La barre la plus longue est en haut.',
  de: 'Jeder Balken: das Ergebnis, wenn eine Annahme niedrig (hell, N) oder hoch (dunkel, H) ist und alle anderen in der Mitte. Die senkrechte Linie: alles in der Mitte. Der längste Balken steht oben.',
  en: 'Each bar: the result with one assumption low (light, L) or high (dark, H) and all others in the middle. The vertical line: everything in the middle. The longest bar comes first.',
};

const columns: Readonly<Record<'assumption' | 'low' | 'high', Text>> = {
  assumption: { nl: 'Aanname', fr: 'Hypothèse', de: 'Annahme', en: 'Assumption' },
  low: { nl: 'Laag', fr: 'Bas', de: 'Niedrig', en: 'Low' },
  high: { nl: 'Hoog', fr: 'Haut', de: 'Hoch', en: 'High' },
};

/**
 * What each assumption does to a result in euros, the one that matters most first, with its id so that it can be
 * looked up.
 *
 * @throws InputError for a number that is not finite
 * @example
 * ```ts
 * import { tornadoChart } from '@samenbeeld/charts';
 * const label = { nl: 'prijs', fr: 'prix', de: 'Preis', en: 'price' };
 * tornadoChart([{ id: 'A4', label, atLow: 80, atHigh: 130 }], { language: 'en', middle: 100 }).table.rows // => [['A4', 'price', 80, 130]]
 * ```
 */
export function tornadoChart(rows: readonly TornadoRow[], options: TornadoChartOptions): Chart {
  const { language, middle } = options;
  drawable(middle, 'the middle');
  for (const { id, atLow, atHigh } of rows) for (const one of [atLow, atHigh]) drawable(one, id);
  const width = ({ atLow, atHigh }: TornadoRow): number => Math.abs(atHigh - atLow);
  const sorted = [...rows].sort((a, b) => width(b) - width(a) || (a.id < b.id ? -1 : 1));
  const scale = moneyScale([middle, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]);
  const heading = (end: Text): string => `${end[language]}, ${scale.unit[language]}`;
  const printed = sorted.flatMap((row) => {
    const { leftWords, rightWords } = endWords(endsOf(row, scale, language), middle, () => 0);
    return [leftWords, rightWords];
  });
  return rowPlot(options, {
    title,
    says: [caption],
    rows: sorted.map(({ id, label }) => ({ name: `${label[language]} (${id})` })),
    beside: Math.max(20, ...printed.map((one) => widthOf(one, 12))) + 10,
    unit: scale.unit[language],
    draw: (plot) => drawBars(sorted, options, scale, plot),
    table: tableOf(sorted, language, [
      ['Id', ({ id }) => id],
      [columns.assumption, ({ label }) => label],
      [heading(columns.low), ({ atLow }) => tableMoney(atLow, scale)],
      [heading(columns.high), ({ atHigh }) => tableMoney(atHigh, scale)],
    ]),
  });
}

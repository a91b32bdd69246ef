import type { Language, Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { moneyScale, printMoney, tableEuros } from '../drawing/money-scale.ts';
import { drawable } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { linearAxis } from '../drawing/value-axis.ts';
import { chart, isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
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
    leftX: place(Math.min(middle, ...left.map(({ at }) => at))),
    rightWords: say(right),
    rightX: place(Math.max(middle, ...right.map(({ at }) => at))),
  };
}

/** Bars in pixels, below each other, with room for the words of both ends. */
function placedBars(
  rows: readonly TornadoRow[],
  options: TornadoChartOptions,
  place: (amount: number) => number,
  labelRoom: number,
) {
  const narrow = isNarrow(options);
  const { language, middle } = options;
  const scale = moneyScale([middle, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]);
  const [low, high] = letters[language];
  let top = 0;
  return rows.map(({ id, label, atLow, atHigh }) => {
    const lines = [...breakLines(`${label[language]} (${id})`, labelRoom, 12)];
    const below = 14 * (lines.length - 1);
    const height = narrow ? 44 + below : 32 + Math.max(0, below - 12);
    const y = narrow ? top + 30 + below : top + height / 2;
    const row = {
      lines,
      labelY: narrow ? top + 12 : y - below / 2,
      y,
      top: y - 8,
      bottom: y + 8,
      low: place(atLow),
      high: place(atHigh),
      ...endWords(
        [
          { at: atLow, words: `${low} ${printMoney(atLow, scale, language)}` },
          { at: atHigh, words: `${high} ${printMoney(atHigh, scale, language)}` },
        ],
        middle,
        place,
      ),
      end: top + height,
    };
    top += height;
    return row;
  });
}

/** The drawing area of a tornado. */
function tornadoSheet(rows: readonly TornadoRow[], options: TornadoChartOptions): Sheet {
  const { language, middle } = options;
  const narrow = isNarrow(options);
  const whole = widthFor(options);
  const amounts = [middle, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const scale = moneyScale(amounts);
  const names = rows.map(({ id, label }) => widthOf(`${label[language]} (${id})`, 12));
  const bare = placedBars(rows, options, () => 0, whole);
  const words = bare.flatMap(({ leftWords, rightWords }) => [leftWords, rightWords]);
  const margin = Math.max(20, ...words.map((one) => widthOf(one, 12))) + 10;
  const left = narrow ? margin : Math.min(Math.max(60, ...names), 200) + 20 + margin;
  const width = whole - left - margin;
  const axis = linearAxis(
    amounts.map((one) => one / scale.divisor),
    { language, zero: false, count: Math.max(2, Math.floor(width / 70)) },
  );
  const [from, to] = [Math.min(...amounts), Math.max(...amounts)];
  const length = to > from ? to - from : 1;
  const place = (amount: number): number => ((amount - from) / length) * width;
  const labelRoom = narrow ? whole - 4 : left - margin - 16;
  const bars = placedBars(rows, options, place, labelRoom);
  const height = bars.at(-1)?.end ?? 0;
  const ticks = axis.ticks
    .filter(({ at }) => at * scale.divisor >= from && at * scale.divisor <= to)
    .map(({ at, label }) => ({ x: place(at * scale.divisor), label }));
  const reach = (bar: (typeof bars)[number], field: 'low' | 'high'): number =>
    Math.abs(bar[field] - place(middle));
  // The longer of two bars on one side lies below.
  const bar = (field: 'low' | 'high', isLonger: boolean): Layers[number] => ({
    data: {
      values: bars.filter((one) => {
        const other = field === 'low' ? 'high' : 'low';
        return reach(one, field) > reach(one, other) === isLonger;
      }),
    },
    mark: {
      type: 'rect',
      x: place(middle),
      x2: { expr: `datum.${field}` },
      y: { expr: 'datum.top' },
      y2: { expr: 'datum.bottom' },
      fill: tints[field],
    },
    encoding: {},
  });
  const end = (side: 'left' | 'right'): Layers =>
    rimmedText(bars, `${side}Words`, {
      align: side === 'left' ? 'right' : 'left',
      x: { expr: `datum.${side}X + ${side === 'left' ? -6 : 6}` },
      y: { expr: 'datum.y' },
    });
  // On a narrow chart names stand above their bar, where a whole line would run through them.
  const middleLines = narrow
    ? bars.map((one) => ({ x: place(middle), from: one.top - 3, to: one.bottom + 3 }))
    : [{ x: place(middle), from: -4, to: height }];
  const layer: Layers = [
    {
      data: { values: ticks },
      mark: { type: 'rule', y: 0, y2: height, color: palette.rule },
      encoding: { x: pixel('x') },
    },
    bar('low', true),
    bar('high', true),
    bar('low', false),
    bar('high', false),
    {
      data: { values: middleLines },
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1.2 },
      encoding: { x: pixel('x'), y: pixel('from'), y2: { field: 'to' } },
    },
    ...end('left'),
    ...end('right'),
    ...rimmedText(bars, 'lines', {
      align: narrow ? 'left' : 'right',
      x: narrow ? -left : -margin - 8,
      y: { expr: 'datum.labelY' },
      lineHeight: 14,
    }),
    {
      data: { values: ticks },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: height + 14, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: [{ words: scale.unit[language] }] },
      mark: {
        type: 'text',
        align: 'right',
        x: width + margin,
        y: height + 32,
        color: palette.grey,
      },
      encoding: { text: { field: 'words' } },
    },
  ];
  return { layer, height, left, right: margin, top: 14, bottom: 42 };
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

/** Options of {@link tornadoChart}. */
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
  low: { nl: 'Laag, euro', fr: 'Bas, euros', de: 'Niedrig, Euro', en: 'Low, euro' },
  high: { nl: 'Hoog, euro', fr: 'Haut, euros', de: 'Hoch, Euro', en: 'High, euro' },
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
  const { language } = options;
  drawable(options.middle, 'the middle');
  for (const { id, atLow, atHigh } of rows) for (const one of [atLow, atHigh]) drawable(one, id);
  const width = ({ atLow, atHigh }: TornadoRow): number => Math.abs(atHigh - atLow);
  const sorted = [...rows].sort((a, b) => width(b) - width(a) || (a.id < b.id ? -1 : 1));
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [
          'Id',
          columns.assumption[language],
          columns.low[language],
          columns.high[language],
        ],
        rows: sorted.map(({ id, label, atLow, atHigh }) => [
          id,
          label[language],
          tableEuros(atLow),
          tableEuros(atHigh),
        ]),
      },
    },
    tornadoSheet(sorted, options),
  );
}

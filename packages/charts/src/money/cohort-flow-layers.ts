import type { ChartOptions } from '../chart.ts';
import { moneyScale, printMoney } from '../drawing/money-scale.ts';
import { pixel } from '../drawing/pixel.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { linearAxis } from '../drawing/value-axis.ts';
import { isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { type Cohort, casesIn, notApplicable } from './cohort-flow-chart.ts';

/** Stages from light to dark. */
const tints = ['#9ec7e0', '#4f9fcb', '#0072b2', '#004a75', '#00283f'];

interface Drawn {
  readonly words: string;
  readonly lines: readonly string[];
  readonly amount: number;
  readonly colour: string;
  readonly open: boolean;
  readonly y: number;
}

/** Cohorts below each other: a heading, then a bar a stage. */
function placed(cohorts: readonly Cohort[], options: ChartOptions, left: number) {
  const { language } = options;
  const stages = [...new Set(cohorts.flatMap((one) => one.stages.map(({ stage }) => stage)))];
  const scale = moneyScale(cohorts.flatMap((cohort) => cohort.stages.map(({ amount }) => amount)));
  const headings: { lines: readonly string[]; y: number; note: string }[] = [];
  const bars: Drawn[] = [];
  let top = 0;
  for (const cohort of cohorts) {
    const isMissing = cohort.applicable === false;
    const note = isMissing ? notApplicable[language] : '';
    const room = widthFor(options) - widthOf(note, 12) - 20;
    const lines = breakLines(cohort.label[language], room, 12.7);
    headings.push({ lines, y: top + 10, note });
    top += 10 + 14 * lines.length;
    if (isMissing) {
      top += 8;
      continue;
    }
    for (const { stage, label, amount, cases } of cohort.stages) {
      const lines = breakLines(label[language], left - 14, 12);
      const height = Math.max(19, 14 * lines.length + 6);
      bars.push({
        lines,
        amount,
        words: `${printMoney(amount, scale, language, 3)} · ${casesIn(cases, language)}`,
        colour: tints[stages.indexOf(stage) % tints.length] ?? palette.reported,
        open: cohort.open ?? false,
        y: top + height / 2,
      });
      top += height;
    }
    top += 10;
  }
  return { headings, bars, height: top, scale };
}

/** The drawing area of cohorts. */
export function cohortSheet(cohorts: readonly Cohort[], options: ChartOptions): Sheet {
  const { language } = options;
  const narrow = isNarrow(options);
  const names = cohorts.flatMap((one) => one.stages.map(({ label }) => label[language]));
  const widest = Math.max(0, ...names.map((name) => widthOf(name, 12)));
  const longest = Math.max(
    0,
    ...names.flatMap((name) => name.split(' ')).map((word) => widthOf(word, 12)),
  );
  const left = Math.max(Math.min(widest, narrow ? 116 : 204), longest) + 16;
  const { headings, bars, height, scale } = placed(cohorts, options, left);
  const right = Math.max(40, ...bars.map(({ words }) => widthOf(words, 12))) + 12;
  const width = widthFor(options) - left - right;
  const most = Math.max(0, ...bars.map(({ amount }) => amount));
  const axis = linearAxis([most / scale.divisor], {
    language,
    count: Math.max(2, Math.floor(width / 70)),
  });
  const place = (amount: number): number => (amount / (most > 0 ? most : 1)) * width;
  const values = bars.map((bar) => ({
    ...bar,
    lines: [...bar.lines],
    labelY: bar.y - 7 * (bar.lines.length - 1),
    end: place(bar.amount),
    top: bar.y - 7,
    bottom: bar.y + 7,
  }));
  const ticks = axis.ticks
    .filter(({ at }) => at * scale.divisor <= most)
    .map(({ at, label }) => ({ x: place(at * scale.divisor), label }));
  const layer: Layers = [
    {
      data: { values: ticks },
      mark: { type: 'rule', y: 0, y2: height, color: palette.rule },
      encoding: { x: pixel('x') },
    },
    {
      data: { values },
      mark: {
        type: 'rect',
        x: 0,
        x2: { expr: 'datum.end' },
        y: { expr: 'datum.top' },
        y2: { expr: 'datum.bottom' },
        fill: { expr: 'datum.colour' },
        fillOpacity: { expr: 'datum.open ? 0.35 : 1' },
        stroke: { expr: 'datum.colour' },
        strokeDash: { expr: 'datum.open ? [3, 2] : [1, 0]' },
      },
      encoding: {},
    },
    {
      data: { values },
      mark: { type: 'text', align: 'right', x: -8, y: { expr: 'datum.labelY' }, lineHeight: 14 },
      encoding: { text: { field: 'lines' } },
    },
    ...rimmedText(values, 'words', {
      align: 'left',
      x: { expr: 'datum.end + 7' },
      y: { expr: 'datum.y' },
      color: palette.grey,
    }),
    ...rimmedText(
      headings.map((heading) => ({ ...heading, lines: [...heading.lines] })),
      'lines',
      { align: 'left', x: -left, y: { expr: 'datum.y' }, lineHeight: 14, fontWeight: 'bold' },
    ),
    ...rimmedText(headings, 'note', {
      align: 'right',
      x: width + right,
      y: { expr: 'datum.y' },
      color: palette.grey,
    }),
    {
      data: { values: ticks },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: height + 12, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: [{ words: scale.unit[language] }] },
      mark: { type: 'text', align: 'right', x: width + right, y: height + 12, color: palette.grey },
      encoding: { text: { field: 'words' } },
    },
  ];
  return { layer, height, left, right, top: 12, bottom: 26 };
}

import { formatNumber, type Language, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { field, mark } from './drawing/marks.ts';
import { marginWords } from './drawing/plot.ts';
import { fill, sentences } from './drawing/sentences.ts';
import { chart, isNarrow, type Layers, widthFor } from './frame.ts';
import { breakLines, widthOf } from './lines.ts';
import { palette } from './palette.ts';

/** Upright lines. */
function uprights(values: readonly object[], color: string): Layers[number] {
  return mark('rule', values, { x: 'x', y: 'y', y2: 'y2', color, strokeWidth: 1 });
}

/** Bars with an arrow head at the end to which they lead. */
function arrowBars(values: readonly object[], dash: object): Layers {
  const bar = { x: 'left', x2: 'right', y: 'top', y2: 'bottom', strokeWidth: 1 };
  const [color, fill] = [field('color'), field('fill')];
  return [
    mark('rect', values, { ...bar, fill, stroke: color, ...dash }),
    mark('point', values, {
      x: 'x2',
      y: 'y',
      shape: field('shape'),
      size: 130,
      filled: true,
      color,
    }),
  ];
}

/** A step as it is drawn. */
interface WaterfallRow {
  readonly at: number;
  readonly kind: 'start' | 'reason' | 'rarity' | 'end';
  readonly label: string[];
  readonly labelY: number;
  /** Middle of the bar, and of the next one. */
  readonly y: number;
  readonly next: number | null;
  readonly from: number;
  readonly to: number;
  readonly withheld: boolean;
  readonly factor: string;
  readonly probability: string;
}

/** The room there is. */
interface WaterfallRoom {
  readonly width: number;
  readonly height: number;
  readonly domain: readonly [number, number];
  readonly narrow: boolean;
  readonly ticks: readonly OddsTick[];
  /** Above the column of probabilities. */
  readonly heading: string;
}

const half = 7;
const lineHeight = 14;

/** Whether a step is where the steps begin or end, and no step itself. */
function isSum({ kind }: Pick<WaterfallRow, 'kind'>): boolean {
  return kind === 'start' || kind === 'end';
}

/** The marks of a waterfall; every place is in pixels, so that nothing moves with the fonts of a machine. */
function waterfallLayers(rows: readonly WaterfallRow[], room: WaterfallRoom): Layers {
  const { width, height, domain, narrow, ticks } = room;
  const [low, high] = domain;
  const pixel = (at: number): number => Math.round(((at - low) / (high - low)) * width * 100) / 100;
  const even = pixel(0);
  const placed = rows.map((row) => {
    const [x, x2] = [pixel(row.from), pixel(row.to)];
    const isFor = row.to >= row.from;
    const stands = isSum(row);
    const color = stands ? palette.ink : isFor ? palette.reported : palette.undecided;
    return {
      ...row,
      x,
      x2,
      left: Math.min(x, x2),
      right: Math.max(x, x2),
      top: row.y - half,
      bottom: row.y + half,
      color,
      fill: row.withheld ? palette.paper : color,
      shape: stands ? 'diamond' : isFor ? 'triangle-right' : 'triangle-left',
      weight: stands ? 'bold' : 'normal',
      style: row.withheld ? 'italic' : 'normal',
    };
  });
  const bars = placed.filter((row) => !isSum(row) && row.from !== row.to);
  const nothing = placed.filter((row) => !isSum(row) && row.from === row.to);
  const sums = placed.filter(isSum);
  const steps = placed.flatMap(({ x2, y, next }) =>
    next === null ? [] : [{ x: x2, y, y2: next }],
  );
  const marks = ticks.map(({ at, label }) => ({ x: pixel(at), label }));
  // On a narrow page words stand above each bar: no line crosses them.
  const upright = (x: number) =>
    narrow
      ? placed.map(({ y }) => ({ x, y: y - half - 3, y2: y + half + 3 }))
      : [{ x, y: 0, y2: height }];
  const margin = narrow ? 112 : 134;
  const [weight, style, grey] = [field('weight'), field('style'), palette.grey];
  const name = narrow
    ? { x: -4, align: 'left' as const, baseline: 'top' as const }
    : { x: -10, align: 'right' as const };
  const end = { y: 'y', align: 'right' } as const;
  const hollow = { filled: false, fill: palette.paper, stroke: grey };
  return [
    uprights(
      marks.flatMap(({ x }) => upright(x)),
      palette.rule,
    ),
    uprights(upright(even), grey),
    mark('text', marks, { x: 'x', y: height + 14, text: 'label', color: grey }),
    uprights(narrow ? [] : steps, grey),
    ...arrowBars(
      bars.filter(({ withheld }) => !withheld),
      {},
    ),
    ...arrowBars(
      bars.filter(({ withheld }) => withheld),
      { strokeDash: [3, 2] },
    ),
    mark('point', nothing, { x: 'x2', y: 'y', shape: 'circle', size: 30, ...hollow }),
    mark('point', sums, {
      x: 'x2',
      y: 'y',
      shape: 'diamond',
      size: 110,
      filled: true,
      color: palette.ink,
    }),
    mark('text', placed, {
      ...{ ...name, y: 'labelY', text: 'label', lineHeight, fontWeight: weight, fontStyle: style },
    }),
    mark('text', placed, { ...end, x: width + margin - 62, text: 'factor', color: grey }),
    mark('text', placed, { ...end, x: width + margin, text: 'probability', fontWeight: weight }),
    ...marginWords(room.heading, width + margin, -12, 'right'),
  ];
}

/** A tick of an axis of log2 odds, labelled with its probability. */
interface OddsTick {
  readonly at: number;
  readonly label: string;
}

/** Probabilities in per cent that make good ticks, the most telling first. */
const candidates = [
  50, 99, 1, 90, 10, 99.99, 0.01, 99.9, 0.1, 99.9999, 0.0001, 99.999, 0.001, 99.999999, 0.000001,
];

/** Ticks of an axis of log2 odds between two ends, as many as their labels have room. */
export function oddsTicks(
  [low, high]: readonly [number, number],
  width: number,
  language: Language,
): readonly OddsTick[] {
  const pixel = (at: number): number => ((at - low) / (high - low)) * width;
  const placed: (OddsTick & { readonly from: number; readonly to: number })[] = [];
  for (const percent of candidates) {
    const at = Math.log2(percent / (100 - percent));
    if (at < low || at > high) continue;
    const label = `${formatNumber(percent, language)} %`;
    const half = widthOf(label, 12) / 2 + 5;
    const [from, to] = [pixel(at) - half, pixel(at) + half];
    if (from < -8 || to > width + 8) continue;
    if (placed.every((tick) => to <= tick.from || from >= tick.to))
      placed.push({ at, label, from, to });
  }
  return placed.map(({ at, label }) => ({ at, label })).sort((x, y) => x.at - y.at);
}

/** One step from what is known before comparing to the whole. */
export interface WaterfallStep {
  /** `rarity`: what a shared value adds or takes because it is rare or common. */
  readonly kind: 'start' | 'reason' | 'rarity' | 'end';
  readonly text: Text;
  /** log2 of the odds before and after the step. */
  readonly from: number;
  readonly to: number;
  /** The text says which level was reached, and no value. */
  readonly withheld?: boolean | undefined;
}

/** Options of {@link waterfallChart}. */
export interface WaterfallChartOptions extends ChartOptions {
  /** Probability with all that is tied to the pair weighed too, for the caption; absent where it adds nothing. */
  readonly together?: number | undefined;
}

const title: Text = {
  nl: 'Waarom deze twee dezelfde vangst kunnen zijn',
  fr: 'Pourquoi ces deux fiches peuvent être la même saisie',
  de: 'Warum diese zwei derselbe Fund sein können',
  en: 'Why these two may be the same seizure',
};

const caption: Text = {
  nl: 'Van boven naar onder: de kans vóór het vergelijken, elke reden, alles samen. Blauw, naar rechts: spreekt voor dezelfde vangst (×, zoveel keer waarschijnlijker). Oranje, naar links: spreekt ertegen (÷).',
  fr: 'De haut en bas : la probabilité avant de comparer, chaque raison, tout ensemble. Bleu, vers la droite : parle pour la même saisie (×, autant de fois plus probable). Orange, vers la gauche : parle contre (÷).',
  de: 'Von oben nach unten: die Wahrscheinlichkeit vor dem Vergleich, jeder Grund, alles zusammen. Blau, nach rechts: spricht für denselben Fund (×, so viel wahrscheinlicher). Orange, nach links: spricht dagegen (÷).',
  en: 'From top to bottom: the probability before comparing, each reason, all together. Blue, to the right: speaks for the same seizure (×, that many times likelier). Orange, to the left: speaks against (÷).',
};

const tied: Text = {
  nl: 'Met alles wat eraan vastzit: {p}.',
  fr: 'Avec tout ce qui y est lié : {p}.',
  de: 'Mit allem, was daran hängt: {p}.',
  en: 'With all that is tied to it: {p}.',
};

const withheldNote: Text = {
  nl: 'Gestreept, cursief: de waarde is afgeschermd, alleen het niveau is getoond.',
  fr: 'Tireté, italique : la valeur est masquée, seul le niveau est montré.',
  de: 'Gestrichelt, kursiv: Der Wert ist verdeckt, nur die Stufe ist gezeigt.',
  en: 'Dashed, in italics: the value is withheld, only the level is shown.',
};

const columns: Readonly<Record<'reason' | 'factor' | 'probability', Text>> = {
  reason: { nl: 'Reden', fr: 'Raison', de: 'Grund', en: 'Reason' },
  factor: {
    nl: 'Keer waarschijnlijker',
    fr: 'Fois plus probable',
    de: 'Mal wahrscheinlicher',
    en: 'Times likelier',
  },
  probability: { nl: 'Kans', fr: 'Probabilité', de: 'Wahrscheinlichkeit', en: 'Probability' },
};

const probabilityOf = (odds: number): number => 1 / (1 + 2 ** -odds);

/** A probability in per cent; what is not certain is never printed as 0 or 100. */
function percent(probability: number, language: Language): string {
  const isPlain = probability >= 0.01 && probability <= 0.99;
  const rounded = Number((probability * 100).toFixed(isPlain ? 1 : 2));
  if (rounded >= 100 && probability < 1) return `> ${formatNumber(99.99, language)} %`;
  if (rounded <= 0 && probability > 0) return `< ${formatNumber(0.01, language)} %`;
  return `${formatNumber(rounded, language)} %`;
}

function factorOf(step: WaterfallStep, language: Language): string {
  const rounded = Number((2 ** Math.abs(step.to - step.from)).toPrecision(2));
  if (isSum(step) || rounded <= 1) return '';
  return `${step.to > step.from ? '×' : '÷'} ${formatNumber(rounded, language)}`;
}

/**
 * Why two records may be the same, as a waterfall: from the odds before comparing, by each reason for or against, to all
 * together. The axis is log2 odds with its ticks in per cent. Direction, sign and colour each tell for from against.
 *
 * @example
 * ```ts
 * import { waterfallChart } from '@samenbeeld/charts';
 * const same = (en) => ({ nl: en, fr: en, de: en, en });
 * const steps = [{ kind: 'start', text: same('before'), from: 0, to: -1 }, { kind: 'reason', text: same('same day'), from: -1, to: 2 }, { kind: 'end', text: same('together'), from: 0, to: 2 }];
 * waterfallChart(steps, { language: 'en' }).table.rows // => [['before', null, 33.33], ['same day', 8, 80], ['together', null, 80]]
 * ```
 */
export function waterfallChart(
  steps: readonly WaterfallStep[],
  options: WaterfallChartOptions,
): Chart {
  const { language, together } = options;
  const narrow = isNarrow(options);
  const [left, right] = narrow ? [8, 118] : [266, 140];
  const width = widthFor(options) - left - right;
  const labelRoom = narrow ? widthFor(options) - 20 : left - 14;
  let y = 0;
  const rows = steps.map((step, at): WaterfallRow => {
    const label = breakLines(step.text[language], labelRoom, 12);
    const height = narrow ? label.length * lineHeight + 26 : Math.max(26, label.length * 14 + 10);
    const middle = narrow ? y + label.length * lineHeight + 12 : y + height / 2;
    const row: WaterfallRow = {
      at,
      kind: step.kind,
      label: [...label],
      labelY: narrow ? y + 2 : middle - ((label.length - 1) * lineHeight) / 2,
      y: middle,
      next: null,
      from: isSum(step) ? step.to : step.from,
      to: step.to,
      withheld: step.withheld === true,
      factor: factorOf(step, language),
      probability: percent(probabilityOf(step.to), language),
    };
    y += height;
    return row;
  });
  const linked = rows.map((row, at) => ({ ...row, next: rows[at + 1]?.y ?? null }));
  const sums = [0, ...rows.flatMap(({ from, to }) => [from, to])];
  const [low, high] = [Math.min(...sums), Math.max(...sums)];
  const pad = Math.max((high - low) * 0.05, 0.5);
  const domain: readonly [number, number] = [low - pad, high + pad];
  const says = sentences(
    caption,
    together !== undefined && fill(tied, { p: (one) => percent(together, one) }),
    rows.some(({ withheld }) => withheld) && withheldNote,
  );
  return chart(
    options,
    {
      title,
      caption: says,
      table: tableOf(steps, language, [
        [columns.reason, ({ text }) => text],
        [
          columns.factor,
          (step) => (isSum(step) ? null : Number((2 ** (step.to - step.from)).toPrecision(3))),
        ],
        [
          `${columns.probability[language]}, %`,
          ({ to }) => Number((probabilityOf(to) * 100).toPrecision(4)),
        ],
      ]),
    },
    {
      layer: waterfallLayers(linked, {
        width,
        height: y,
        domain,
        narrow,
        ticks: oddsTicks(domain, width, language),
        heading: columns.probability[language],
      }),
      height: y,
      left,
      right,
      bottom: 26,
      top: 28,
    },
  );
}

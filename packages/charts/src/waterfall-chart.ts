import { formatNumber, type Language, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from './chart.ts';
import { chart, isNarrow, type Layers, widthFor } from './frame.ts';
import { breakLines } from './lines.ts';
import { type OddsTick, oddsTicks } from './odds-ticks.ts';
import { palette } from './palette.ts';

/** Upright lines of a pixel: a rule without an encoding is not drawn. */
function uprightLines(
  values: readonly { readonly x: number; readonly y: number; readonly y2: number }[],
  color: string,
): Layers[number] {
  return {
    data: { values: values.map((line) => ({ ...line, left: line.x - 0.5, right: line.x + 0.5 })) },
    mark: {
      type: 'rect',
      x: { expr: 'datum.left' },
      x2: { expr: 'datum.right' },
      y: { expr: 'datum.y' },
      y2: { expr: 'datum.y2' },
      fill: color,
      opacity: 1,
    },
    encoding: {},
  };
}

/** Bars with an arrow head at the end to which they lead. */
function arrowBars(values: readonly object[], dash: number[] | null): Layers {
  const datum = (field: string) => ({ expr: `datum.${field}` });
  return [
    {
      data: { values: [...values] },
      mark: {
        type: 'rect',
        x: datum('left'),
        x2: datum('right'),
        y: datum('top'),
        y2: datum('bottom'),
        fill: datum('fill'),
        stroke: datum('color'),
        strokeWidth: 1,
        ...(dash && { strokeDash: dash }),
        opacity: 1,
      },
      encoding: {},
    },
    {
      data: { values: [...values] },
      mark: {
        type: 'point',
        x: datum('x2'),
        y: datum('y'),
        shape: datum('shape'),
        size: 130,
        filled: true,
        color: datum('color'),
        opacity: 1,
      },
    },
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
      dash: row.withheld ? [3, 2] : [1, 0],
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
  const datum = (field: string) => ({ expr: `datum.${field}` });
  const margin = narrow ? 112 : 134;
  const parts: Layers = [
    uprightLines(
      marks.flatMap(({ x }) => upright(x)),
      palette.rule,
    ),
    uprightLines(upright(even), palette.grey),
    {
      data: { values: marks },
      mark: {
        type: 'text',
        x: datum('x'),
        y: height + 14,
        align: 'center',
        color: palette.grey,
        fontSize: 12,
      },
      encoding: { text: { field: 'label' } },
    },
    uprightLines(narrow ? [] : steps, palette.grey),
    ...arrowBars(
      bars.filter(({ withheld }) => !withheld),
      null,
    ),
    ...arrowBars(
      bars.filter(({ withheld }) => withheld),
      [3, 2],
    ),
    {
      data: { values: nothing },
      mark: {
        type: 'point',
        x: datum('x2'),
        y: datum('y'),
        shape: 'circle',
        size: 30,
        filled: false,
        fill: palette.paper,
        stroke: palette.grey,
        opacity: 1,
      },
    },
    {
      data: { values: sums },
      mark: {
        type: 'point',
        x: datum('x2'),
        y: datum('y'),
        shape: 'diamond',
        size: 110,
        filled: true,
        color: palette.ink,
        opacity: 1,
      },
    },
    {
      data: { values: placed },
      mark: {
        type: 'text',
        x: narrow ? -4 : -10,
        y: datum('labelY'),
        align: narrow ? 'left' : 'right',
        baseline: narrow ? 'top' : 'middle',
        lineHeight: 14,
        fontWeight: datum('weight'),
        fontStyle: datum('style'),
      },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: placed },
      mark: {
        type: 'text',
        x: width + margin - 62,
        y: datum('y'),
        align: 'right',
        color: palette.grey,
      },
      encoding: { text: { field: 'factor' } },
    },
    {
      data: { values: placed },
      mark: {
        type: 'text',
        x: width + margin,
        y: datum('y'),
        align: 'right',
        fontWeight: datum('weight'),
      },
      encoding: { text: { field: 'probability' } },
    },
    {
      data: { values: [{ words: room.heading }] },
      mark: { type: 'text', x: width + margin, y: -12, align: 'right', color: palette.grey },
      encoding: { text: { field: 'words' } },
    },
  ];
  return parts;
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
  nl: ' Met alles wat eraan vastzit: {p}.',
  fr: ' Avec tout ce qui y est lié : {p}.',
  de: ' Mit allem, was daran hängt: {p}.',
  en: ' With all that is tied to it: {p}.',
};

const withheldNote: Text = {
  nl: ' Gestreept, cursief: de waarde is afgeschermd, alleen het niveau is getoond.',
  fr: ' Tireté, italique : la valeur est masquée, seul le niveau est montré.',
  de: ' Gestrichelt, kursiv: Der Wert ist verdeckt, nur die Stufe ist gezeigt.',
  en: ' Dashed, in italics: the value is withheld, only the level is shown.',
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

const lineHeight = 14;

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
  const isWithheld = rows.some(({ withheld }) => withheld);
  const words: Text = {
    ...caption,
    [language]: [
      caption[language],
      together === undefined ? '' : tied[language].replace('{p}', percent(together, language)),
      isWithheld ? withheldNote[language] : '',
    ].join(''),
  };
  return chart(
    { ...options, caption: options.caption ?? words },
    {
      title,
      caption: words,
      table: {
        columns: [
          columns.reason[language],
          columns.factor[language],
          `${columns.probability[language]}, %`,
        ],
        rows: steps.map((step) => [
          step.text[language],
          isSum(step) ? null : Number((2 ** (step.to - step.from)).toPrecision(3)),
          Number((probabilityOf(step.to) * 100).toPrecision(4)),
        ]),
      },
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

import { formatNumber, type Language, percentSign, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { field, mark } from './drawing/marks.ts';
import { marginWords } from './drawing/plot.ts';
import { type RowPlot, rowPlot } from './drawing/row-plot.ts';
import { fill } from './drawing/sentences.ts';
import { shareOn } from './drawing/value-axis.ts';
import { isNarrow } from './frame.ts';
import { widthOf } from './lines.ts';
import { palette } from './palette.ts';

/** Whether a step is where the steps begin or end, and no step itself. */
function isSum({ kind }: WaterfallStep): boolean {
  return kind === 'start' || kind === 'end';
}

/** Bars from step to step with an arrow head each, and the factor and probability of each beside them. */
function drawSteps(steps: readonly WaterfallStep[], plot: RowPlot, language: Language) {
  const { width, height, right, narrow } = plot;
  const all = [0, ...steps.flatMap((step) => [isSum(step) ? step.to : step.from, step.to])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = Math.max((high - low) * 0.05, 0.5);
  const scale = { type: 'linear', from: low - pad, to: high + pad } as const;
  const place = (at: number): number => Math.round(shareOn(scale, at) * width * 100) / 100;
  const rows = steps.map((step, index) => {
    const { y = 0 } = plot.rows[index] ?? {};
    const [stands, isFor] = [isSum(step), step.to >= step.from];
    const [x, x2] = [place(stands ? step.to : step.from), place(step.to)];
    const color = stands ? palette.ink : isFor ? palette.reported : palette.undecided;
    return {
      ...{ x, x2, y, stands, color, withheld: step.withheld === true },
      ...{ left: Math.min(x, x2), right: Math.max(x, x2), top: y - 7, bottom: y + 7 },
      fill: step.withheld ? palette.paper : color,
      shape: isFor ? 'triangle-right' : 'triangle-left',
      weight: stands ? 'bold' : 'normal',
      factor: factorOf(step, language),
      probability: percent(probabilityOf(step.to), language),
    };
  });
  const bars = rows.filter((row) => !row.stands && row.x !== row.x2);
  const sums = rows.filter(({ stands }) => stands);
  const nothing = rows.filter((row) => !row.stands && row.x === row.x2);
  const box = { x: 'left', x2: 'right', y: 'top', y2: 'bottom', strokeWidth: 1 };
  const [fill, stroke] = [field('fill'), field('color')];
  const strokeDash = { expr: 'datum.withheld ? [3, 2] : [1, 0]' };
  // On a narrow page words stand above each bar: no line crosses them.
  const even = narrow
    ? rows.map(({ top, bottom }) => ({ x: place(0), top: top - 3, bottom: bottom + 3 }))
    : [{ x: place(0), top: 0, bottom: height }];
  const links = rows.flatMap(({ x2, y }, index) => {
    const next = rows[index + 1];
    return next && !narrow ? [{ x: x2, top: y, bottom: next.y }] : [];
  });
  const upright = { x: 'x', y: 'top', y2: 'bottom', strokeWidth: 1, color: palette.grey };
  const at = { x: 'x2', y: 'y' };
  const hollow = { shape: 'circle', filled: false, fill: palette.paper, stroke: palette.grey };
  const diamond = { shape: 'diamond', filled: true, size: 110, color: palette.ink };
  const [edge, words] = [width + right - 6, { y: 'y', align: 'right' } as const];
  return {
    ticks: oddsTicks([scale.from, scale.to], width, language).map((tick) => ({
      ...{ ...tick, x: place(tick.at) },
    })),
    layers: [
      mark('rule', even, upright),
      mark('rule', links, upright),
      mark('rect', bars, { ...box, fill, stroke, strokeDash }),
      mark('point', bars, { ...at, shape: field('shape'), size: 130, filled: true, color: stroke }),
      mark('point', nothing, { ...at, size: 30, ...hollow }),
      mark('point', sums, { ...at, ...diamond }),
      mark('text', rows, { ...words, x: edge - 62, text: 'factor', color: palette.grey }),
      mark('text', rows, { ...words, x: edge, text: 'probability', fontWeight: field('weight') }),
      ...marginWords(columns.probability[language], edge, -12, 'right'),
    ],
  };
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
): readonly { readonly at: number; readonly label: string }[] {
  const pixel = (at: number): number => ((at - low) / (high - low)) * width;
  const placed: { at: number; label: string; from: number; to: number }[] = [];
  for (const percent of candidates) {
    const at = Math.log2(percent / (100 - percent));
    if (at < low || at > high) continue;
    const label = `${formatNumber(percent, language)}${percentSign[language]}`;
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
  const printed = (value: number) => `${formatNumber(value, language)}${percentSign[language]}`;
  if (rounded >= 100 && probability < 1) return `> ${printed(99.99)}`;
  if (rounded <= 0 && probability > 0) return `< ${printed(0.01)}`;
  return printed(rounded);
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
  return rowPlot(options, {
    title,
    says: [
      caption,
      together !== undefined && fill(tied, { p: (one) => percent(together, one) }),
      steps.some(({ withheld }) => withheld) && withheldNote,
    ],
    rows: steps.map((step) => ({
      name: step.text[language],
      bold: isSum(step),
      italic: step.withheld,
    })),
    height: 26,
    names: 250,
    right: isNarrow(options) ? 118 : 140,
    top: 28,
    draw: (plot) => drawSteps(steps, plot, language),
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
  });
}

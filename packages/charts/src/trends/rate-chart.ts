import { bound, colonAfter, figure, formatNumber, rangeEnds, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { axisUnit } from '../drawing/axis-unit.ts';
import type { Layers } from '../drawing/marks.ts';
import { mark, when } from '../drawing/marks.ts';
import { drawables } from '../drawing/period-values.ts';
import { type RowPlot, rowPlot } from '../drawing/row-plot.ts';
import { fill } from '../drawing/sentences.ts';
import { linearAxis, logAxis, shareOn, type ValueAxis } from '../drawing/value-axis.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

type DrawnRate = Pick<RateRow, 'estimate' | 'low' | 'high' | 'provisional'> & {
  readonly name: string;
  readonly group: string;
};

interface RateLook extends ChartOptions {
  readonly reference: number | null;
  readonly log: boolean;
  readonly hollow: Text;
  readonly decimals?: number | undefined;
}

/** "1.60 (0.81–3.28)"; "109 or more" where no upper end is known. */
function printedRate(row: DrawnRate, { language, reference, hollow, decimals }: RateLook): string {
  const { estimate, low, high } = row;
  if (estimate === null) return words.noFigure[language];
  const note = row.provisional ? ` (${hollow[language]})` : '';
  const shown =
    decimals === undefined
      ? figure(estimate, language)
      : formatNumber(estimate, language, decimals);
  if (low === null && high === null) return shown + note;
  if (low !== null && high !== null && decimals !== undefined)
    return `${shown} (${[low, high].map((end) => formatNumber(end, language, decimals)).join('\u2013')})${note}`;
  if (low !== null && high !== null)
    return `${shown} (${rangeEnds({ low, high }, reference ?? 0, language).join('\u2013')})${note}`;
  const end = bound(low ?? high ?? estimate, reference ?? 0, language);
  if (high !== null) return `${shown} (\u2264 ${end})${note}`;
  const orMore = `${end} ${words.orMore[language]}`;
  return low === estimate ? orMore + note : `${shown} (${orMore})${note}`;
}

/** An axis that a single very wide range does not stretch: it ends at 20 times the outermost estimates. */
function axisFor(rows: readonly DrawnRate[], look: RateLook, width: number): ValueAxis {
  const estimates = rows.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  const all = [...estimates, ...(look.reference === null ? [] : [look.reference])];
  const most = Math.max(...all, 0);
  const ends = rows.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  const count = Math.max(2, Math.floor(width / 70));
  if (!look.log) return linearAxis([...all, ...ends], { language: look.language, count });
  const above = [...all, ...ends].filter((value) => value > 0);
  const least = Math.min(...all.filter((value) => value > 0));
  const kept = above.filter((value) => value <= most * 20 && value >= least / 20);
  return logAxis(kept, { language: look.language, count });
}

/** Whether a row reaches zero, which has no place on a logarithmic axis. */
function hasZero({ estimate, low, high }: DrawnRate): boolean {
  if (estimate === null || (low === null && high === null)) return estimate === 0;
  return (low ?? 0) <= 0;
}

/** A value in pixels; zero has a gutter left of a logarithmic axis. */
function placer(axis: ValueAxis, width: number, gutter: number): (value: number) => number {
  return (value) => {
    if (axis.type === 'log' && value <= 0) return 0;
    return gutter + Math.max(0, Math.min(1, shareOn(axis, value))) * (width - gutter);
  };
}

/** The range of each row, with arrows where it goes on, and its dot. */
function drawRates(rows: readonly DrawnRate[], look: RateLook, plot: RowPlot) {
  const { width, height } = plot;
  const axis = axisFor(rows, look, width);
  const { reference } = look;
  const gutter = axis.type === 'log' && rows.some(hasZero) ? 30 : 0;
  const place = placer(axis, width, gutter);
  const drawn = rows.flatMap(({ estimate, low, high, provisional = false }, index) => {
    if (estimate === null) return [];
    const isRanged = low !== null || high !== null;
    const lower = low ?? (axis.type === 'log' ? 0 : axis.from);
    const upper = high ?? Number.POSITIVE_INFINITY;
    const isClear = reference !== null && isRanged && (lower > reference || upper < reference);
    const x = place(estimate);
    const [from, to] = isRanged ? [place(lower), high === null ? width : place(high)] : [x, x];
    return [
      {
        ...{ x, y: plot.rows[index]?.y ?? 0, from, to },
        goesLeft: isRanged && lower > 0 && lower < axis.from,
        goesRight: isRanged && upper > axis.to,
        atEdge: axis.type === 'log' && estimate <= 0,
        // Without a reference there is nothing to keep clear of: what is provisional is hollow.
        full: reference === null ? !provisional : isClear,
      },
    ];
  });
  const color = palette.reported;
  const arrow = { y: 'y', filled: true, size: 60, color };
  const [left, right] = [
    drawn.filter(({ goesLeft }) => goesLeft),
    drawn.filter(({ goesRight }) => goesRight),
  ];
  const line = reference === null ? [] : [{ x: place(reference) }];
  const layers: Layers = [
    mark('rule', line, { x: 'x', y: -4, y2: height, color: palette.ink, strokeWidth: 1.2 }),
    mark('rule', drawn, { x: 'from', x2: 'to', y: 'y', strokeWidth: 2, color }),
    mark('point', left, { x: 'from', shape: 'triangle-left', ...arrow }),
    mark('point', right, { x: 'to', shape: 'triangle-right', ...arrow }),
    mark('point', drawn, {
      ...{ x: 'x', y: 'y', size: 80, filled: false, stroke: color, strokeWidth: 2 },
      shape: when('atEdge', 'diamond', 'circle'),
      fill: when('full', color, palette.paper),
    }),
  ];
  const ticks = axis.ticks.map(({ at, label }) => ({ x: place(at), label }));
  return { ticks: gutter > 0 ? [{ x: 0, label: '0' }, ...ticks] : ticks, layers };
}

/** What a chart of rates shows. */
function rateTitle(reference: number | null, name: Text | undefined): Text {
  if (reference === null)
    return {
      nl: 'Elk cijfer met zijn bereik',
      fr: 'Chaque chiffre et sa fourchette',
      de: 'Jede Zahl mit ihrer Spanne',
      en: 'Each figure with its range',
    };
  const compared: Text = {
    nl: 'Vergeleken met {name}',
    fr: 'Par rapport à {name}',
    de: 'Verglichen mit {name}',
    en: 'Compared with {name}',
  };
  return fill(compared, {
    name: (language) => (name ? name[language] : figure(reference, language)),
  });
}

const rowWord: Text = { nl: 'Rij', fr: 'Ligne', de: 'Zeile', en: 'Row' };

const dot: Text = {
  nl: 'Stip: het cijfer.',
  fr: 'Point\u00a0: le chiffre.',
  de: 'Punkt: die Zahl.',
  en: 'Dot: the figure.',
};

const line: Text = {
  nl: 'Stip: het cijfer; lijn: het bereik.',
  fr: 'Point\u00a0: le chiffre\u00a0; trait\u00a0: la fourchette.',
  de: 'Punkt: die Zahl; Linie: die Spanne.',
  en: 'Dot: the figure; line: its range.',
};

const clear: Text = {
  nl: 'Volle stip: het bereik blijft vrij van {ref}; open stip: niet, een verschil is dan niet te tonen.',
  fr: 'Point plein\u00a0: la fourchette n’atteint pas {ref}\u00a0; point vide\u00a0: elle l’atteint, une différence ne peut alors être démontrée.',
  de: 'Voller Punkt: Die Spanne reicht nicht an {ref}; offener Punkt: doch, ein Unterschied lässt sich dann nicht zeigen.',
  en: 'Full dot: the range keeps clear of {ref}; hollow dot: it does not, and no difference can be shown.',
};

const hollowDot: Text = {
  nl: 'Open stip: {what}.',
  fr: 'Point vide\u00a0: {what}.',
  de: 'Offener Punkt: {what}.',
  en: 'Hollow dot: {what}.',
};

const logarithmic: Text = {
  nl: 'Logaritmische schaal: twee keer zoveel en half zoveel liggen even ver.',
  fr: 'Échelle logarithmique\u00a0: le double et la moitié sont à égale distance.',
  de: 'Logarithmische Skala: doppelt und halb so viel liegen gleich weit entfernt.',
  en: 'Logarithmic scale: twice and half lie equally far.',
};

const arrow: Text = {
  nl: 'Pijl: het bereik gaat verder.',
  fr: 'Flèche\u00a0: la fourchette continue.',
  de: 'Pfeil: Die Spanne geht weiter.',
  en: 'Arrow: the range goes on.',
};

const atZero: Text = {
  nl: 'Links van de as: nul, die op deze schaal geen plaats heeft.',
  fr: 'À gauche de l’axe\u00a0: zéro, qui n’a pas de place sur cette échelle.',
  de: 'Links der Achse: null, die auf dieser Skala keinen Platz hat.',
  en: 'Left of the axis: zero, which has no place on this scale.',
};

/** An estimate with its range. */
export interface RateRow {
  /** A period, a place, an offence. */
  readonly label: Text;
  /** null where none is possible. */
  readonly estimate: number | null;
  readonly low: number | null;
  /** null or infinite has no upper end. */
  readonly high: number | null;
  /** Events behind it. */
  readonly n?: number | undefined;
  readonly provisional?: boolean | undefined;
  /** Rows with the same group stand below its name. */
  readonly group?: Text | undefined;
}

export interface RateChartOptions extends ChartOptions {
  /** Where there is no difference: 1 for ratios; null for rates that are compared with none. */
  readonly reference?: number | null | undefined;
  /** What the reference is ("average of the Benelux"). */
  readonly referenceName?: Text | undefined;
  /** A logarithmic axis, on which twice and half are equally far from 1; true. */
  readonly log?: boolean | undefined;
  readonly unit?: string | undefined;
  /** What rows that are `provisional` are called, where they are not that ("scope not sure"). */
  readonly hollow?: Text | undefined;
  /** Decimals of every figure beside its row; without it three digits each. */
  readonly decimals?: number | undefined;
  /** `given` (default) keeps the order; `estimate` puts the largest first. */
  readonly order?: 'given' | 'estimate' | undefined;
}

/**
 * Rates or ratios with their ranges, row by row, around a reference. A full dot: the range keeps clear of it; a hollow
 * dot: it does not. Every figure is printed beside its row.
 *
 * @throws InputError where an estimate is not finite
 * @example
 * ```ts
 * import { rateChart } from '@samenbeeld/charts';
 * const label = { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' };
 * rateChart([{ label, estimate: 1.6, low: 0.81, high: 3.28, n: 39 }], { language: 'fr' }).table.rows // => [['Gand', 1.6, 0.81, 3.28, 39, '']]
 * ```
 */
export function rateChart(rows: readonly RateRow[], options: RateChartOptions): Chart {
  const { language, order = 'given', hollow = words.provisional } = options;
  const reference = options.reference === undefined ? 1 : options.reference;
  const look: RateLook = { ...options, reference, log: options.log ?? true, hollow };
  const checked = rows.map((row) => {
    const [name, group] = [row.label[language], row.group?.[language] ?? ''];
    const high = row.high === Number.POSITIVE_INFINITY ? null : row.high;
    return { ...row, name, group, ...drawables({ ...row, high }, name, 'estimate', 'low', 'high') };
  });
  const sorted = [...new Set(checked.map(({ group }) => group))].flatMap((group) => {
    const own = checked.filter((row) => row.group === group);
    if (order === 'given') return own;
    return own.sort((a, b) => (b.estimate ?? -Infinity) - (a.estimate ?? -Infinity));
  });
  const isRanged = sorted.some(({ low, high }) => low !== null || high !== null);
  const isOpen = sorted.some(
    ({ estimate, low, high }) => estimate !== null && low !== null && high === null,
  );
  return rowPlot(options, {
    title: rateTitle(reference, options.referenceName),
    says: [
      isRanged ? line : dot,
      reference !== null && fill(clear, { ref: (one) => figure(reference, one) }),
      reference === null &&
        sorted.some(({ provisional }) => provisional) &&
        fill(hollowDot, { what: (one) => hollow[one] }),
      look.log && logarithmic,
      isOpen && arrow,
      look.log && sorted.some(hasZero) && atZero,
    ],
    rows: sorted.map((row) => ({ ...row, words: printedRate(row, look) })),
    height: 26,
    unit: axisUnit(options.unit, language),
    draw: (plot) => drawRates(sorted, look, plot),
    table: tableOf(sorted, language, [
      [
        rowWord,
        ({ name, group }) => (group === '' ? name : `${group}${colonAfter[language]} ${name}`),
      ],
      [words.value, ({ estimate }) => estimate],
      [words.lowest, ({ low }) => low],
      [words.highest, ({ high }) => high],
      [words.count, ({ n }) => n],
      [words.status, ({ provisional }) => (provisional ? hollow : '')],
    ]),
  });
}

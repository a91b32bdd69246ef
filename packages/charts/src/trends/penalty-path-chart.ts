import { figure, inEach, type Language, type Text, UsageError } from '@samenbeeld/schema';
import type { Chart, ChartOptions, ChartTable } from '../chart.ts';
import { flagLayers, topOf, unitRise } from '../drawing/flag-layers.ts';
import { placeFlags } from '../drawing/flags.ts';
import { drawable } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { fill, sentences } from '../drawing/sentences.ts';
import { linearAxis, logAxis, type ValueAxis } from '../drawing/value-axis.ts';
import { chart, isNarrow, type Layers, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { printNumber } from '../numbers.ts';
import { palette } from '../palette.ts';
import { trendWords } from './trend-words.ts';

type Word = 'breaks' | 'none' | 'penaltyScale' | 'penalty';

/** Words of the chart of a penalty path. */
const pathWords: Readonly<Record<Word, Text>> = {
  breaks: { nl: 'breuken', fr: 'ruptures', de: 'Brüche', en: 'breaks' },
  none: { nl: 'geen breuk', fr: 'aucune rupture', de: 'kein Bruch', en: 'no break' },
  penaltyScale: {
    nl: 'strafterm per breuk, logaritmisch →',
    fr: 'pénalité par rupture, échelle logarithmique →',
    de: 'Strafterm je Bruch, logarithmisch →',
    en: 'penalty per break, logarithmic →',
  },
  penalty: { nl: 'Strafterm', fr: 'Pénalité', de: 'Strafterm', en: 'Penalty' },
};

const counted: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['breuk', 'breuken'],
  fr: ['rupture', 'ruptures'],
  de: ['Bruch', 'Brüche'],
  en: ['break', 'breaks'],
};

/** What the chosen penalty leaves. */
function pathTitle(breaks: number | undefined): Text {
  if (breaks === undefined || breaks === 0)
    return {
      nl: 'Geen breuk bij de gekozen strafterm',
      fr: 'Aucune rupture à la pénalité choisie',
      de: 'Kein Bruch beim gewählten Strafterm',
      en: 'No break at the chosen penalty',
    };
  const said = (language: Language) => `${breaks} ${counted[language][breaks === 1 ? 0 : 1]}`;
  return fill(
    {
      nl: '{n} bij de gekozen strafterm',
      fr: '{n} à la pénalité choisie',
      de: '{n} beim gewählten Strafterm',
      en: '{n} at the chosen penalty',
    },
    { n: said },
  );
}

const marks: Text = {
  nl: 'Blauw: het aantal breuken dat bij elke strafterm het best past; hoe hoger de strafterm, hoe meer bewijs een breuk nodig heeft. Stip: de keuze, {name}. Grijs: geen breuk.',
  fr: 'Bleu\u00a0: nombre de ruptures le mieux adapté à chaque pénalité\u00a0; plus elle est élevée, plus une rupture demande de preuves. Point\u00a0: le choix, {name}. Gris\u00a0: aucune rupture.',
  de: 'Blau: die Zahl der Brüche, die beim jeweiligen Strafterm am besten passt; je höher der Strafterm, desto mehr Belege braucht ein Bruch. Punkt: die Wahl, {name}. Grau: kein Bruch.',
  en: 'Blue: the number of breaks that fits best at each penalty; the higher it is, the more evidence a break needs. Dot: the choice, {name}. Grey: no break.',
};

const gone: Text = {
  nl: 'Pas bij een strafterm van {edge}, {times} keer de gekozen, blijft geen breuk over.',
  fr: 'Il faut une pénalité de {edge}, soit {times} fois celle choisie, pour qu’il ne reste aucune rupture.',
  de: 'Erst bei einem Strafterm von {edge}, dem {times}-Fachen des gewählten, bleibt kein Bruch übrig.',
  en: 'Only at a penalty of {edge}, {times} times the chosen one, is no break left.',
};

const first: Text = {
  nl: 'De eerste breuk verschijnt pas onder {edge}, {times} keer de gekozen strafterm.',
  fr: 'La première rupture n’apparaît qu’en dessous de {edge}, soit {times} fois la pénalité choisie.',
  de: 'Der erste Bruch erscheint erst unter {edge}, dem {times}-Fachen des gewählten Strafterms.',
  en: 'The first break appears only below {edge}, {times} times the chosen penalty.',
};

/** Explains the marks, and how far the choice lies from having no break. */
function pathCaption(
  path: readonly PenaltyStep[],
  chosen: NamedPenalty,
  at: PenaltyStep | undefined,
): Text {
  const none = path.find(({ breaks }) => breaks === 0);
  const edge = none && none.from > 0 && chosen.penalty > 0 ? none.from : null;
  const says = at && at.breaks > 0 ? gone : first;
  return sentences(
    fill(marks, { name: (language) => chosen.name[language] }),
    edge !== null &&
      fill(says, {
        edge: (language) => figure(edge, language),
        times: (language) =>
          printNumber(Number((edge / chosen.penalty).toPrecision(2)), language, 4),
      }),
  );
}

/** The steps as rows, the largest number of breaks first. */
function pathTable(
  path: readonly PenaltyStep[],
  named: readonly NamedPenalty[],
  language: Language,
): ChartTable {
  const heading = inEach(
    (one) => `${pathWords.penalty[one]}: ${trendWords.from[one].toLowerCase()}`,
  );
  const until = inEach((one) => `${pathWords.penalty[one]}: ${trendWords.to[one].toLowerCase()}`);
  return {
    columns: [
      trendWords.breaks[language],
      heading[language],
      until[language],
      trendWords.note[language],
    ],
    rows: path.map(({ breaks, from, to }) => [
      breaks,
      from,
      to,
      named
        .filter(({ penalty }) => penalty >= from && (to === null || penalty < to))
        .map(({ name }) => name[language])
        .join(', '),
    ]),
  };
}

interface PathPlot {
  readonly up: ValueAxis;
  readonly across: ValueAxis;
  readonly place: (penalty: number) => number;
  readonly span: readonly [number, number];
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly language: Language;
  /** Pixels by which the name of the unit rises over flags. */
  readonly rise: number;
  /** Where the rules of penalties stand. */
  readonly rules: readonly number[];
  readonly dot: { readonly penalty: number; readonly breaks: number } | null;
}

function words(text: Text, place: object, language: Language): Layers[number] {
  return {
    data: { values: [{ words: text[language] }] },
    mark: { type: 'text', color: palette.grey, ...place },
    encoding: { text: { field: 'words' } },
  };
}

function axes(plot: PathPlot): Layers {
  const { up, across, place, span, width, height, left, language } = plot;
  const rows = up.ticks
    .filter(({ at }) => Number.isInteger(at))
    .map(({ at, label }) => ({ y: height * (1 - at / up.to), label }));
  const ticks = across.ticks
    .filter(({ at }) => at >= span[0] && at <= span[1])
    .map(({ at, label }) => ({ x: place(at), label }))
    .filter(({ x, label }) => x + widthOf(label, 12) / 2 <= width + 12);
  const grey = palette.grey;
  return [
    {
      data: { values: rows },
      mark: { type: 'rule', x: 0, x2: width, color: palette.rule },
      encoding: { y: pixel('y') },
    },
    {
      data: { values: rows },
      mark: { type: 'text', align: 'right', x: -8, y: { expr: 'datum.y' }, color: grey },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: ticks },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: height + 14, color: grey },
      encoding: { text: { field: 'label' } },
    },
    words(pathWords.penaltyScale, { align: 'right', x: width, y: height + 32 }, language),
    words(pathWords.breaks, { align: 'left', x: -left, y: -14 - plot.rise }, language),
  ];
}

/** The middle of the widest piece between rules, and its width. */
function freePiece(from: number, to: number, rules: readonly number[]) {
  const edges = [from, ...rules.filter((x) => x > from && x < to).sort((a, b) => a - b), to];
  return edges
    .slice(1)
    .map((end, index) => ({ x: (end + (edges[index] ?? 0)) / 2, room: end - (edges[index] ?? 0) }))
    .reduce((best, piece) => (piece.room > best.room ? piece : best));
}

/** The name of the stretch where no break is best, where it has room. */
function withoutName(edge: number, { width, height, language, rules }: PathPlot): Layers {
  const { x, room } = freePiece(edge, width, rules);
  const lines = [...breakLines(pathWords.none[language], room - 12, 12)];
  if (lines.some((line) => widthOf(line, 12) > room - 12)) return [];
  const look = { x, y: height / 2, lineHeight: 15, color: palette.grey };
  return rimmedText([{ lines }], 'lines', look, palette.pale);
}

/** The stretch where no break is best, shaded. */
function without(edge: number, { width, height }: PathPlot): Layers {
  return [
    {
      data: { values: [{ edge }] },
      mark: {
        type: 'rect',
        x: { expr: 'datum.edge' },
        x2: width,
        y: 0,
        y2: height,
        color: palette.pale,
      },
      encoding: {},
    },
  ];
}

/** Layers that draw a path of penalties in pixels. */
function penaltyPathLayers(path: readonly PenaltyStep[], plot: PathPlot): Layers {
  const { up, place, width, height, dot } = plot;
  const rise = (breaks: number): number => height * (1 - breaks / up.to);
  const flats = path.map(({ breaks, from, to }) => ({
    breaks,
    from: place(from),
    to: to === null ? width : place(to),
    y: rise(breaks),
  }));
  const none = path.find(({ breaks }) => breaks === 0);
  const labels = flats
    .filter(({ breaks }) => breaks > 0)
    .map(({ breaks, from, to, y }) => ({
      ...freePiece(from, to, plot.rules),
      y: y - 10,
      words: String(breaks),
    }))
    .filter(({ room }) => room > 20);
  return [
    ...(none ? without(place(none.from), plot) : []),
    ...axes(plot),
    ...(none ? withoutName(place(none.from), plot) : []),
    {
      data: {
        values: flats.flatMap(({ from, to, y }, index) => [
          { x: from, y, order: 2 * index },
          { x: to, y, order: 2 * index + 1 },
        ]),
      },
      mark: { type: 'line', color: palette.reported, strokeWidth: 2.5 },
      encoding: {
        x: pixel('x'),
        y: pixel('y'),
        order: { field: 'order', type: 'quantitative' },
      },
    },
    {
      data: { values: labels },
      mark: {
        type: 'text',
        x: { expr: 'datum.x' },
        y: { expr: 'datum.y' },
        color: palette.reported,
        fontWeight: 'bold',
      },
      encoding: { text: { field: 'words' } },
    },
    {
      data: { values: dot ? [{ x: place(dot.penalty), y: rise(dot.breaks) }] : [] },
      mark: { type: 'point', filled: true, size: 110, opacity: 1, color: palette.ink },
      encoding: { x: pixel('x'), y: pixel('y') },
    },
  ];
}

/** The penalties for which so many breaks are best. */
export interface PenaltyStep {
  readonly breaks: number;
  readonly from: number;
  /** null has no upper end: the penalty beyond which no further break goes. */
  readonly to: number | null;
}

/** A penalty with its name ("BIC"). */
export interface NamedPenalty {
  readonly penalty: number;
  readonly name: Text;
}

/** Options of {@link penaltyPathChart}. */
export interface PenaltyPathChartOptions extends ChartOptions {
  readonly chosen: NamedPenalty;
  /** Further penalties in use, drawn thin. */
  readonly others?: readonly NamedPenalty[] | undefined;
}

/**
 * How many breaks are best at each penalty, as steps on a logarithmic axis, with the chosen penalty named. The stretch
 * without a break is shaded, so that one sees how far it lies from the choice.
 *
 * @throws UsageError for an empty path; InputError for a number that is not finite
 * @example
 * ```ts
 * import { penaltyPathChart } from '@samenbeeld/charts';
 * const name = { nl: 'BIC', fr: 'BIC', de: 'BIC', en: 'BIC' };
 * const steps = [{ breaks: 1, from: 1, to: 9 }, { breaks: 0, from: 9, to: null }];
 * penaltyPathChart(steps, { language: 'en', chosen: { penalty: 4.6, name } }).table.rows // => [[1, 1, 9, 'BIC'], [0, 9, null, '']]
 * ```
 */
export function penaltyPathChart(
  steps: readonly PenaltyStep[],
  options: PenaltyPathChartOptions,
): Chart {
  const { language, chosen, others = [] } = options;
  if (steps.length === 0) throw new UsageError('a path of penalties needs at least one step');
  const named = [chosen, ...others];
  const path = [...steps].sort((a, b) => a.from - b.from);
  const ends = [
    ...path.flatMap(({ from, to, breaks }) => [from, to].map((end) => drawable(end, `${breaks}`))),
    ...named.map(({ penalty, name }) => drawable(penalty, name.en)),
  ].filter((end) => end !== null);
  const high = Math.max(1, ...path.map(({ breaks }) => breaks));
  const up = linearAxis([0, high], { language, count: Math.min(high, 6) });
  const [left, right] = [up.room + 16, 14];
  const width = widthFor(options) - left - right;
  const height = isNarrow(options) ? 200 : 240;
  const edge = path.find(({ breaks }) => breaks === 0)?.from;
  const name = pathWords.none[language].split(' ').map((word) => widthOf(word, 12));
  const span = spanOf(ends, edge, (Math.max(...name) + 20) / width);
  const place = (penalty: number): number => {
    const share = Math.log(Math.max(penalty, span[0]) / span[0]) / Math.log(span[1] / span[0]);
    return Math.min(1, share) * width;
  };
  const at = path.find(
    ({ from, to }) => chosen.penalty >= from && (to === null || chosen.penalty < to),
  );
  const flags = placeFlags(
    named.map(({ penalty, name }, index) => ({
      x: place(penalty),
      words: `${name[language]}\u00a0=\u00a0${figure(penalty, language)}`,
      kind: index === 0 ? ('declared' as const) : ('start' as const),
    })),
    { left, right, width },
  );
  const unit = pathWords.breaks[language];
  return chart(
    options,
    {
      title: pathTitle(at?.breaks),
      caption: pathCaption(path, chosen, at),
      table: pathTable(path, named, language),
    },
    {
      layer: [
        ...penaltyPathLayers(path, {
          up,
          across: logAxis(span, { language, count: Math.floor(width / 90) }),
          place,
          span,
          width,
          height,
          left,
          language,
          rise: unitRise(flags, unit, left),
          rules: named.map(({ penalty }) => place(penalty)),
          dot: at ? { penalty: chosen.penalty, breaks: at.breaks } : null,
        }),
        ...flagLayers(flags, height),
      ],
      height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: 42,
    },
  );
}

/** From below the least to above the largest penalty, so that the stretch without a break has its share of the width. */
function spanOf(
  ends: readonly number[],
  edge: number | undefined,
  share: number,
): readonly [number, number] {
  const above = ends.filter((end) => end > 0);
  const least = Math.min(...above) / 1.2;
  const most = Math.max(...above) * 1.8;
  if (edge === undefined || edge <= least) return [least, most];
  const needed = Math.exp((Math.log(edge) - share * Math.log(least)) / (1 - share));
  return [least, Math.max(most, needed)];
}

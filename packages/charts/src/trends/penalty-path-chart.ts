import { colonAfter, figure, inEach, type Language, type Text, wrongUse } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { mark, rimmed } from '../drawing/marks.ts';
import { drawable } from '../drawing/period-values.ts';
import { type Mark, type Plot, pixelX, pixelY, plot } from '../drawing/plot.ts';
import { fill, sentences } from '../drawing/sentences.ts';
import { linearAxis, logAxis } from '../drawing/value-axis.ts';
import { breakLines, widthOf } from '../lines.ts';
import { printNumber } from '../numbers.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

const pathWords = {
  breaks: { nl: 'breuken', fr: 'ruptures', de: 'Brüche', en: 'breaks' },
  none: { nl: 'geen breuk', fr: 'aucune rupture', de: 'kein Bruch', en: 'no break' },
  penaltyScale: {
    nl: 'strafterm per breuk, logaritmisch →',
    fr: 'pénalité par rupture, échelle logarithmique →',
    de: 'Strafterm je Bruch, logarithmisch →',
    en: 'penalty per break, logarithmic →',
  },
  penalty: { nl: 'Strafterm', fr: 'Pénalité', de: 'Strafterm', en: 'Penalty' },
} satisfies Readonly<Record<string, Text>>;

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
function pathSays(
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

/** The middle of the widest piece between rules, and its width. */
function freePiece(from: number, to: number, rules: readonly number[]) {
  const edges = [from, ...rules.filter((x) => x > from && x < to).sort((a, b) => a - b), to];
  return edges
    .slice(1)
    .map((end, index) => ({ x: (end + (edges[index] ?? 0)) / 2, room: end - (edges[index] ?? 0) }))
    .reduce((best, piece) => (piece.room > best.room ? piece : best));
}

/** A penalty in pixels; what lies beyond the axis stands at its end. */
function placeOf(penalty: number, plot: Plot): number {
  const { from, to } = plot.across;
  return pixelX(plot, Math.min(Math.max(penalty, from), to));
}

const edgeOf = (path: readonly PenaltyStep[]) => path.find(({ breaks }) => breaks === 0)?.from;

/** The stretch where no break is best, shaded. */
function shade(path: readonly PenaltyStep[]): Mark {
  const none = path.filter(({ breaks }) => breaks === 0).slice(0, 1);
  const look = { x: 'edge', y: 0, color: palette.pale };
  const draw = (plot: Plot) => {
    const edges = none.map(({ from }) => ({ edge: placeOf(from, plot) }));
    return [mark('rect', edges, { ...look, x2: plot.width, y2: plot.height })];
  };
  return { depth: 'ground', draw };
}

/** The name of the stretch where no break is best, where it has room. */
function shadeName(edge: number, rules: readonly number[], { width, height, language }: Plot) {
  const { x, room } = freePiece(edge, width, rules);
  const lines = [...breakLines(pathWords.none[language], room - 12, 12)];
  if (lines.some((line) => widthOf(line, 12) > room - 12)) return [];
  const look = { x, y: height / 2, text: 'lines', lineHeight: 15, color: palette.grey };
  return rimmed([{ lines }], { ...look, ground: palette.pale });
}

/** Steps, each with its number of breaks, and the choice as a dot. */
function stepped(
  path: readonly PenaltyStep[],
  named: readonly NamedPenalty[],
  at: PenaltyStep | undefined,
): Mark {
  const edge = edgeOf(path);
  return {
    flags: (plot) =>
      named.map(({ penalty, name }, index) => ({
        x: placeOf(penalty, plot),
        words: `${name[plot.language]}\u00a0=\u00a0${figure(penalty, plot.language)}`,
        kind: index === 0 ? 'declared' : 'start',
      })),
    draw: (plot) => {
      const rules = named.map(({ penalty }) => placeOf(penalty, plot));
      const flats = path.map(({ breaks, from, to }) => ({
        ...{ breaks, from: placeOf(from, plot), y: pixelY(plot, breaks) },
        to: to === null ? plot.width : placeOf(to, plot),
      }));
      const ends = flats.flatMap(({ from, to, y }, index) => [
        { x: from, y, order: 2 * index },
        { x: to, y, order: 2 * index + 1 },
      ]);
      const labels = flats
        .filter(({ breaks }) => breaks > 0)
        .map(({ breaks, from, to, y }) => {
          return { ...freePiece(from, to, rules), y: y - 10, words: String(breaks) };
        })
        .filter(({ room }) => room > 21);
      const dot = at ? [{ x: rules[0] ?? 0, y: pixelY(plot, at.breaks) }] : [];
      const blue = { x: 'x', y: 'y', color: palette.reported };
      return [
        ...(edge === undefined ? [] : shadeName(placeOf(edge, plot), rules, plot)),
        mark('line', ends, { ...blue, order: 'order', strokeWidth: 2.5 }),
        mark('text', labels, { ...blue, text: 'words', fontWeight: 'bold' }),
        mark('point', dot, { x: 'x', y: 'y', filled: true, size: 110, color: palette.ink }),
      ];
    },
  };
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
  if (steps.length === 0)
    throw wrongUse(
      'een pad van straffen vraagt ten minste één stap',
      'un chemin de pénalités demande au moins une étape',
      'ein Pfad der Strafen braucht mindestens einen Schritt',
      'a path of penalties needs at least one step',
    );
  const named = [chosen, ...others];
  const path = [...steps].sort((a, b) => a.from - b.from);
  const ends = [
    ...path.flatMap(({ from, to, breaks }) => [from, to].map((end) => drawable(end, `${breaks}`))),
    ...named.map(({ penalty, name }) => drawable(penalty, name.en)),
  ].filter((end) => end !== null);
  const high = Math.max(1, ...path.map(({ breaks }) => breaks));
  const up = linearAxis([0, high], { language, count: Math.min(high, 6) });
  const holds = (penalty: number, { from, to }: PenaltyStep): boolean =>
    penalty >= from && (to === null || penalty < to);
  const at = path.find((step) => holds(chosen.penalty, step));
  const name = pathWords.none[language].split(' ').map((word) => widthOf(word, 12));
  const heading = (end: Text) =>
    inEach((one) => `${pathWords.penalty[one]}${colonAfter[one]} ${end[one].toLowerCase()}`);
  return plot(options, {
    title: pathTitle(at?.breaks),
    unit: pathWords.breaks[language],
    up: { ...up, ticks: up.ticks.filter((tick) => Number.isInteger(tick.at)) },
    over: (width) => {
      const [from, to] = spanOf(ends, edgeOf(path), (Math.max(...name) + 20) / width);
      const { ticks } = logAxis([from, to], { language, count: Math.floor(width / 90) });
      const inside = ticks.filter((tick) => tick.at >= from && tick.at <= to);
      const scale = { type: 'log' as const, from, to };
      return { ...scale, ticks: inside, name: pathWords.penaltyScale[language] };
    },
    heights: [240, 200],
    marks: [pathSays(path, chosen, at), shade(path), stepped(path, named, at)],
    table: tableOf(path, language, [
      [words.breaks, ({ breaks }) => breaks],
      [heading(words.from), ({ from }) => from],
      [heading(words.until), ({ to }) => to],
      [
        words.note,
        (step) =>
          named
            .filter(({ penalty }) => holds(penalty, step))
            .map(({ name }) => name[language])
            .join(', '),
      ],
    ]),
  });
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

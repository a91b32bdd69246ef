import { capitalised } from '@samenbeeld/answers';
import {
  hypothesisMatrixChart,
  revenueFanChart,
  seriesIndexChart,
  tornadoChart,
} from '@samenbeeld/charts';
import {
  drawnIndex,
  type Hypothesis,
  type PercentRange,
  type ReportingIndex,
  type ReportingPoint,
  type Revenue,
  reportingIndices,
  type SeizedValue,
} from '@samenbeeld/money';
import { paragraph, table } from '@samenbeeld/page';
import {
  bound,
  inEach,
  inFour,
  joinWith,
  type Language,
  type Observation,
  semicolon,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { output } from '../cell.ts';
import { type Drawn, type DrawOptions, draw } from '../draw.ts';
import { drawAnswer } from '../draw-answer.ts';
import type { FindingAnswer } from '../finding-answer.ts';
import type { Picture, Selection } from '../opened-picture.ts';
import { answer, type Refused } from '../refused.ts';
import { type View, view } from '../view.ts';
import type { HypothesesAnswer } from './hypotheses.ts';
import { moneyWords } from './money-words.ts';

/** Indices of what was reported, each of one country and one counting rule. */
export interface IndicesAnswer extends View {
  readonly kind: 'indices';
  readonly picture: Picture;
  readonly indices: readonly ReportingIndex[];
  /** The base that was asked for. */
  readonly base: string | null;
}

/** Rounded as the sentence rounds it: a bound so that it still holds, down where it is the least, up where it is the most. */
function printed(value: number, rounding: (value: number) => number, language: Language): string {
  const power = Math.abs(value) >= 100 ? 1 : 10;
  return bound(rounding(Number((value * power).toPrecision(12))) / power, 100, language);
}

function indexIn({ low, high }: PercentRange, language: Language): string {
  if (high === null) return low > 0 ? `≥ ${printed(low, Math.floor, language)}` : '–';
  if (low === 0 && high > 0) return `≤ ${printed(high, Math.ceil, language)}`;
  const [least, most] = [printed(low, Math.round, language), printed(high, Math.round, language)];
  return least === most ? least : `${least} – ${most}`;
}

/**
 * Indices of what financial intelligence units report: one a country, class and counting rule, cut at declared breaks. That
 * is what may be drawn side by side; the numbers themselves may not (`oneAxis`).
 */
export function indices(
  { picture, rows }: Selection<Observation>,
  { base }: { readonly base?: string } = {},
): IndicesAnswer | Refused {
  return answer(picture, () => {
    const found = reportingIndices(rows, {
      breaks: picture.breaks,
      definitions: picture.definitions,
      overrides: [...picture.inForce.values()],
      ...(base !== undefined && { base }),
    });
    const { language } = picture;
    return view<IndicesAnswer>(
      { kind: 'indices', picture, indices: found, base: base ?? null },
      () => [
        output(picture, [
          ...found.map(({ says }) => paragraph(says)),
          table(
            capitalised(moneyWords.index),
            [
              ['label', moneyWords.series],
              ['words', moneyWords.years],
              ['number', moneyWords.index],
            ],
            found.map(({ label, points, base: from }) => [
              label,
              points.map(({ period }) => period).join(', '),
              `${indexIn(points.at(-1)?.range ?? { low: 0, high: null }, language)} (${from} = 100)`,
            ]),
          ),
        ]),
      ],
    );
  });
}

/** Indices that start from one base, and why the others are not among them. */
interface IndexSeries {
  readonly base: string;
  readonly drawn: readonly ReportingIndex[];
  /** What is said below the chart; null where every series is in it. */
  readonly leftOut: Text | null;
}

function named(indices: readonly ReportingIndex[]): Text {
  return joinWith(
    indices.map(({ label, base }) =>
      inFour(
        '{label} (vanaf {base})',
        '{label} (depuis {base})',
        '{label} (ab {base})',
        '{label} (from {base})',
        { label, base },
      ),
    ),
    semicolon,
  );
}

/** The base of most indices, the earliest of several. */
function commonest(indices: readonly ReportingIndex[]): string {
  const bases = [...new Set(indices.map(({ base }) => base))].sort();
  const size = (base: string): number => indices.filter((one) => one.base === base).length;
  return bases.reduce((best, base) => (size(base) > size(best) ? base : best), bases[0] ?? '');
}

/** The indices that may share a chart: those from the base asked for, or from the one base that all of them have. */
function indexSeries({ indices, base: asked }: IndicesAnswer): IndexSeries {
  const several = indices.filter(({ points }) => points.length > 1);
  const base = asked ?? commonest(several);
  const drawn = several.filter((index) => index.base === base);
  if (several.length === 0)
    throw wrongUse(
      'Er is geen index te tekenen: elke reeks heeft maar één cijfer. Kies meer jaren of een andere bron.',
      'Aucun indice n’est dessiné : chaque série n’a qu’un chiffre. Choisissez plus d’années ou une autre source.',
      'Es wird kein Index gezeichnet: Jede Reihe hat nur eine Zahl. Wählen Sie mehr Jahre oder eine andere Quelle.',
      'No index is drawn: each series has one figure alone. Choose more years or another source.',
    );
  if (asked === null && drawn.length < several.length)
    throw wrongUse(
      'De indexen beginnen in verschillende jaren: {several}. Vraag één basis: `{call}`; reeksen zonder dat jaar vallen weg en worden genoemd.',
      'Les indices partent d’années différentes : {several}. Demandez une seule base : `{call}` ; les séries qui ne l’ont pas sont omises et nommées.',
      'Die Indizes beginnen in verschiedenen Jahren: {several}. Fragen Sie nach einer Basis: `{call}`; Reihen ohne sie bleiben weg und werden genannt.',
      'The indices start from different years: {several}. Ask for one base: `{call}`; series that lack it are left out and named.',
      { several: named(several), call: `indices(selection, { base: '${base}' })` },
    );
  if (drawn.length === 0)
    throw wrongUse(
      'Geen reeks heeft een cijfer van {base} om bij te beginnen: {several}. Vraag een basis die een ervan heeft.',
      'Aucune série n’a de chiffre de {base} pour commencer : {several}. Demandez une base que l’une d’elles possède.',
      'Keine Reihe hat eine Zahl von {base} als Anfang: {several}. Fragen Sie nach einer Basis, die eine von ihnen hat.',
      'No series has a figure of {base} to start from: {several}. Ask for a base that one of them has.',
      { base, several: named(several) },
    );
  const without = several.filter((index) => index.base !== base);
  const alone = indices.filter(({ points }) => points.length < 2);
  if (without.length + alone.length === 0) return { base, drawn, leftOut: null };
  const leftOut = inEach((language) => {
    const list = (which: readonly ReportingIndex[]): string =>
      which.map(({ label }) => label[language]).join('; ');
    const said = [
      ...(without.length > 0
        ? [moneyWords.lackBase[language].replace('{base}', base).replace('{}', list(without))]
        : []),
      ...(alone.length > 0 ? [moneyWords.oneFigure[language].replace('{}', list(alone))] : []),
    ];
    return said.join(' ');
  });
  return { base, drawn, leftOut };
}

/** A point of an index as a chart draws it. */
interface DrawnPoint {
  readonly period: string;
  readonly index: number | null;
  readonly provisional: boolean;
}

/** The points of one index as a chart draws them. */
function indexPoints({ points }: ReportingIndex, base: string): readonly DrawnPoint[] {
  const at = points.find(({ period }) => period === base) as ReportingPoint;
  return points.map((point) => ({
    period: point.period,
    index: drawnIndex(point, at),
    provisional: point.provisional,
  }));
}

/** The charts of money. */
export interface MoneyCharts {
  /** Revenue at each assumed share, as a fan; there is no headline. */
  revenueFan(
    answer: FindingAnswer<Revenue> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** What each assumption does to a value or a revenue (at the highest share assumed), the widest first. */
  tornado(
    answer: FindingAnswer<Revenue> | FindingAnswer<SeizedValue> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** How well each piece of evidence agrees with each explanation. */
  hypotheses(answer: HypothesesAnswer | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** Indices of what was reported, from one base; series that lack it are left out and named. */
  indices(answer: IndicesAnswer | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
}

export const moneyCharts: MoneyCharts = {
  revenueFan: (answer, options = {}) =>
    drawAnswer('revenueFan', answer, ({ marking, finding }) =>
      draw(
        marking,
        (own) => revenueFanChart(finding.byRate, { ...own, title: options.title }),
        options,
      ),
    ),
  tornado: (answer, options = {}) =>
    drawAnswer('tornado', answer, ({ marking, finding }) => {
      const middle = 'simulation' in finding ? finding.simulation.middle : finding.middle;
      const names = new Map(finding.inputs.map(({ id, label }) => [id, label]));
      const rows = finding.influences.map(({ id, atLow, atHigh }) => ({
        id,
        label: names.get(id) ?? inEach(() => id),
        atLow,
        atHigh,
      }));
      return draw(
        marking,
        (own) => tornadoChart(rows, { ...own, middle, title: options.title }),
        options,
      );
    }),
  hypotheses: (answer, options = {}) =>
    drawAnswer('hypotheses', answer, ({ marking, finding, set }) => {
      const explanations = finding.order.map(({ id, rank, inconsistency }) => {
        const one = set.hypotheses.find((hypothesis) => hypothesis.id === id) as Hypothesis;
        return {
          id,
          label: one.proposition,
          rank,
          inconsistency: Number(inconsistency.toFixed(2)),
        };
      });
      const evidence = set.evidence.map(({ id, says, ratings, source, information }) => ({
        id,
        label: says,
        ratings,
        grade: `${source}${information}`,
        diagnosticity: finding.evidence.find((piece) => piece.id === id)?.diagnosticity ?? 0,
      }));
      return draw(
        marking,
        (own) =>
          hypothesisMatrixChart(explanations, evidence, {
            ...own,
            title: options.title ?? set.question,
          }),
        options,
      );
    }),
  indices: (answer, options = {}) =>
    drawAnswer('indices', answer, async (given) => {
      const { base, drawn, leftOut } = indexSeries(given);
      const series = drawn.map((index) => ({
        label: index.label,
        points: indexPoints(index, base),
      }));
      const { title } = options;
      return draw(
        given.picture,
        (own) => {
          const chart = seriesIndexChart(series, { ...own, base, title });
          const said = leftOut === null ? '' : ` ${leftOut[own.language]}`;
          return { ...chart, caption: chart.caption + said };
        },
        options,
      );
    }),
};

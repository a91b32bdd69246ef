import {
  hypothesisMatrixChart,
  revenueFanChart,
  seriesIndexChart,
  tornadoChart,
} from '@samenbeeld/charts';
import type { Hypothesis, Revenue, SeizedValue } from '@samenbeeld/money';
import { inEach } from '@samenbeeld/schema';
import { type Drawn, type DrawOptions, draw } from '../draw.ts';
import { drawAnswer } from '../draw-answer.ts';
import type { FindingAnswer } from '../finding-answer.ts';
import type { Refused } from '../refused.ts';
import type { HypothesesAnswer } from './hypotheses.ts';
import { indexPoints, indexSeries } from './index-series.ts';
import type { IndicesAnswer } from './indices.ts';

/** The charts of money. */
export interface MoneyCharts {
  /** Revenue at each assumed share, as a fan; there is no headline. */
  revenueFan(
    answer: FindingAnswer<Revenue> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** What each assumption does to a value or a revenue (at a share of one half), the widest first. */
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

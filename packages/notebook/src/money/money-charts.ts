import {
  hypothesisMatrixChart,
  revenueFanChart,
  seriesIndexChart,
  tornadoChart,
} from '@samenbeeld/charts';
import {
  drawnIndex,
  type Hypothesis,
  type ReportingPoint,
  type Revenue,
  type SeizedValue,
} from '@samenbeeld/money';
import { UsageError } from '@samenbeeld/schema';
import { type Drawn, type DrawOptions, draw } from '../draw.ts';
import { drawAnswer } from '../draw-answer.ts';
import { eachLanguage } from '../each-language.ts';
import type { FindingAnswer } from '../finding-answer.ts';
import type { Refused } from '../refused.ts';
import type { HypothesesAnswer } from './hypotheses.ts';
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
  /** Indices of what was reported, from a base that every series shown has. */
  indices(answer: IndicesAnswer | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
}

export const moneyCharts: MoneyCharts = {
  revenueFan: (answer, options = {}) =>
    drawAnswer('revenueFan', answer, ({ picture, finding }) =>
      draw(
        picture,
        (own) => revenueFanChart(finding.byRate, { ...own, title: options.title }),
        options,
      ),
    ),
  tornado: (answer, options = {}) =>
    drawAnswer('tornado', answer, ({ picture, finding }) => {
      const middle = 'simulation' in finding ? finding.simulation.middle : finding.middle;
      const names = new Map(finding.inputs.map(({ id, label }) => [id, label]));
      const rows = finding.influences.map(({ id, atLow, atHigh }) => ({
        id,
        label: names.get(id) ?? eachLanguage(() => id),
        atLow,
        atHigh,
      }));
      return draw(
        picture,
        (own) => tornadoChart(rows, { ...own, middle, title: options.title }),
        options,
      );
    }),
  hypotheses: (answer, options = {}) =>
    drawAnswer('hypotheses', answer, ({ picture, finding, set }) => {
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
        picture,
        (own) =>
          hypothesisMatrixChart(explanations, evidence, {
            ...own,
            title: options.title ?? set.question,
          }),
        options,
      );
    }),
  indices: (answer, options = {}) =>
    drawAnswer('indices', answer, ({ picture, indices }) => {
      const drawn = indices.filter(({ points }) => points.length > 1);
      const bases = [...new Set(drawn.map(({ base }) => base))];
      const [base] = bases;
      if (base === undefined || bases.length > 1)
        throw new UsageError(
          `The indices start from ${bases.join(' and ') || 'no year'}. Ask for one base: \`indices(selection, { base: '2021' })\`, and leave out series that lack it.`,
        );
      const series = drawn.map(({ label, points }) => {
        const at = points.find(({ period }) => period === base) as ReportingPoint;
        return {
          label,
          points: points.map((point) => ({
            period: point.period,
            index: drawnIndex(point, at),
            provisional: point.provisional,
          })),
        };
      });
      return draw(
        picture,
        (own) => seriesIndexChart(series, { ...own, base, title: options.title }),
        options,
      );
    }),
};

import { figure, InputError, ownValue, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { sentences } from '../drawing/sentences.ts';
import { chart } from '../frame.ts';
import { matrixSheet } from './hypothesis-matrix-layers.ts';
import { matrixCaptions, matrixTitle, matrixWords } from './hypothesis-matrix-words.ts';

/** How well a piece of evidence agrees: very consistent, consistent, neither, inconsistent, very inconsistent, does not apply. */
export type MatrixRating = 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA';

/** One of several explanations. */
export interface MatrixHypothesis {
  readonly id: string;
  readonly label: Text;
  /** Place in the order of least inconsistency, and the weighted sum of what speaks against it. */
  readonly rank?: number | undefined;
  readonly inconsistency?: number | undefined;
}

/** One piece of evidence with how it agrees with each explanation. */
export interface MatrixEvidence {
  readonly id: string;
  readonly label: Text;
  /** Source and information grade ("B2"). */
  readonly grade?: string | undefined;
  readonly ratings: Readonly<Record<string, MatrixRating>>;
  /** 0 where it agrees with all alike: it tells nothing. */
  readonly diagnosticity?: number | undefined;
}

/**
 * Evidence against rival explanations as a matrix of letters and colours, each of which tells the same. Where ranks are
 * given they stand in the last row: an order of least inconsistency, not a verdict.
 *
 * @throws InputError for evidence that is not rated against each explanation
 * @example
 * ```ts
 * import { hypothesisMatrixChart } from '@samenbeeld/charts';
 * const same = (en) => ({ nl: en, fr: en, de: en, en });
 * const evidence = [{ id: 'E1', label: same('more cash finds'), grade: 'A1', ratings: { H: 'C', A: 'II' } }];
 * hypothesisMatrixChart([{ id: 'H', label: same('laundering') }, { id: 'A', label: same('more checks') }], evidence, { language: 'en' }).table.rows // => [['E1', 'more cash finds', 'A1', 'C', 'II']]
 * ```
 */
export function hypothesisMatrixChart(
  hypotheses: readonly MatrixHypothesis[],
  evidence: readonly MatrixEvidence[],
  options: ChartOptions,
): Chart {
  const { language } = options;
  for (const { id, ratings } of evidence) {
    const missing = hypotheses.find((hypothesis) => ownValue(ratings, hypothesis.id) === undefined);
    if (missing)
      throw new InputError(`${id} is not rated against ${missing.id}`, {
        repair:
          'rate every piece of evidence against every explanation; NA where it does not apply',
      });
  }
  const ranked = hypotheses.some(({ rank }) => rank !== undefined);
  return chart(
    options,
    {
      title: matrixTitle,
      caption: sentences(
        matrixCaptions.letters,
        evidence.some(({ diagnosticity }) => diagnosticity === 0) && matrixCaptions.useless,
        ranked && matrixCaptions.order,
      ),
      table: {
        columns: [
          'Id',
          matrixWords.evidence[language],
          matrixWords.grade[language],
          ...hypotheses.map(({ label }) => label[language]),
        ],
        rows: [
          ...evidence.map(({ id, label, grade, ratings }) => [
            ...[id, label[language], grade ?? ''],
            ...hypotheses.map((hypothesis) => ownValue(ratings, hypothesis.id) ?? ''),
          ]),
          ...(ranked
            ? [
                [
                  ...['', matrixWords.inconsistency[language], ''],
                  ...hypotheses.map(({ inconsistency }) => inconsistency ?? null),
                ],
              ]
            : []),
        ],
      },
    },
    matrixSheet(hypotheses, evidence, options, (score) =>
      figure(Number(score.toPrecision(3)), language),
    ),
  );
}

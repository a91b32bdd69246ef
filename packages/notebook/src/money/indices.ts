import { type PercentRange, type ReportingIndex, reportingIndices } from '@samenbeeld/money';
import { figure, type Language, type Observation } from '@samenbeeld/schema';
import { grid, output, paragraph } from '../html.ts';
import type { Picture } from '../picture.ts';
import { answer, type Refused } from '../refused.ts';
import type { Selection } from '../selection.ts';
import { type View, view } from '../view.ts';
import { moneyWords } from './money-words.ts';

/** Indices of what was reported, each of one country and one counting rule. */
export interface IndicesAnswer extends View {
  readonly kind: 'indices';
  readonly picture: Picture;
  readonly indices: readonly ReportingIndex[];
}

function indexIn({ low, high }: PercentRange, language: Language): string {
  const print = (value: number): string =>
    figure(value >= 100 ? Math.round(value) : Number(value.toFixed(1)), language);
  if (high === null) return low > 0 ? `≥ ${print(low)}` : '–';
  if (low === 0) return `≤ ${print(high)}`;
  return print(low) === print(high) ? print(low) : `${print(low)} – ${print(high)}`;
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
    return view<IndicesAnswer>({ kind: 'indices', picture, indices: found }, () => [
      output(picture, [
        ...found.map(({ says }) => paragraph(says[language], 'says')),
        grid({
          headings: [
            { label: moneyWords.series[language] },
            { label: moneyWords.years[language] },
            { label: moneyWords.index[language] },
          ],
          rows: found.map(({ label, points, base: from }) => [
            label[language],
            points.map(({ period }) => period).join(', '),
            `${indexIn(points.at(-1)?.range ?? { low: 0, high: null }, language)} (${from} = 100)`,
          ]),
        }),
      ]),
    ]);
  });
}

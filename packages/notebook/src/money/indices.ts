import { type PercentRange, type ReportingIndex, reportingIndices } from '@samenbeeld/money';
import { bound, type Language, type Observation } from '@samenbeeld/schema';
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
      ],
    );
  });
}

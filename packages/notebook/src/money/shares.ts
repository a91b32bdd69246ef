import { type ReportingShare, reportingShares } from '@samenbeeld/money';
import type { Observation, Text } from '@samenbeeld/schema';
import { output, paragraph } from '../html.ts';
import type { Picture } from '../picture.ts';
import { answer, type Refused } from '../refused.ts';
import type { Selection } from '../selection.ts';
import { type View, view } from '../view.ts';

/** Shares within a country. */
export interface SharesAnswer extends View {
  readonly kind: 'shares';
  readonly picture: Picture;
  readonly shares: readonly ReportingShare[];
}

/** Options of `shares`. */
export interface SharesOptions {
  /** The source's own codes of the part, such as "DRUGS". */
  readonly parts: readonly string[];
  readonly whole?: readonly (string | null)[];
  /** Words that follow the percentage; the codes where none are given. */
  readonly label?: Text;
}

/** The share that a class has in what one authority publishes, year by year: what may be compared within a country. */
export function shares(
  { picture, rows }: Selection<Observation>,
  { parts, whole, label }: SharesOptions,
): SharesAnswer | Refused {
  const codes = parts.join(' + ');
  const named = label ?? { nl: codes, fr: codes, de: codes, en: codes };
  return answer(picture, () => {
    const found = reportingShares(rows, { parts, label: named, ...(whole && { whole }) });
    return view<SharesAnswer>({ kind: 'shares', picture, shares: found }, () => [
      output(
        picture,
        found.map(({ says }) => paragraph(says[picture.language], 'says')),
      ),
    ]);
  });
}

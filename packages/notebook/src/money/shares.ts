import { type ReportingShare, reportingShares } from '@samenbeeld/money';
import { type Observation, RefusalError, type Text } from '@samenbeeld/schema';
import { output, paragraph } from '../cell.ts';
import type { Picture, Selection } from '../opened-picture.ts';
import { answer, type Refused } from '../refused.ts';
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

function codesIn(rows: readonly Observation[]): readonly string[] {
  const codes = rows.map(({ nationalCode }) => nationalCode ?? 'no code');
  return [...new Set(codes)].sort();
}

/** Why there is no share: a part that no row has, or no year with both the part and its whole. */
function nothingToShare(
  rows: readonly Observation[],
  parts: readonly string[],
  whole: readonly (string | null)[],
): RefusalError {
  const known = codesIn(rows);
  const lacking = parts.filter((part) => !known.includes(part));
  const there = known.length === 0 ? 'There are no rows.' : `There are: ${known.join(', ')}.`;
  if (lacking.length > 0)
    return new RefusalError(`No row has the part ${lacking.join(' or ')}.`, {
      dimension: 'part',
      remedy: there,
    });
  const wholes = whole.map((code) => code ?? 'no code').join(' or ');
  return new RefusalError(
    `No source counts both ${parts.join(' + ')} and its whole (${wholes}) in one country, period and unit.`,
    { dimension: 'whole', remedy: `Name the whole: \`{ whole: ['…'] }\`. ${there}` },
  );
}

/** The share that a class has in what one authority publishes, year by year: what may be compared within a country. */
export function shares(
  { picture, rows }: Selection<Observation>,
  { parts, whole, label }: SharesOptions,
): SharesAnswer | Refused {
  return answer(picture, () => {
    const found = reportingShares(rows, {
      parts,
      ...(label && { label }),
      ...(whole && { whole }),
    });
    if (found.length === 0) throw nothingToShare(rows, parts, whole ?? [null, 'TOTAL']);
    return view<SharesAnswer>({ kind: 'shares', picture, shares: found }, () => [
      output(
        picture,
        found.map(({ says }) => paragraph(says)),
      ),
    ]);
  });
}

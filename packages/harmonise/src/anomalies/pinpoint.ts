import type { Correction } from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import type { RowLabels } from './point.ts';

type Where = Readonly<Record<string, { readonly texts: readonly string[] }>>;

/** The fewest labels that tell a row from others, the most telling first; null where they do not. */
function tellApart(own: RowLabels['labels'], others: readonly RowLabels[]): Where | null {
  let rivals = others;
  const where: Record<string, { readonly texts: readonly string[] }> = Object.create(null);
  while (rivals.length > 0) {
    const [best] = Object.entries(own)
      .filter(([name, label]) => !Object.hasOwn(where, name) && label !== '')
      .map(([name, label]) => ({
        name,
        left: rivals.filter(({ labels }) => (ownValue(labels, name) ?? '') === label),
      }))
      .sort((a, b) => a.left.length - b.left.length);
    if (!best || best.left.length === rivals.length) return null;
    where[best.name] = { texts: [ownValue(own, best.name) ?? ''] };
    rivals = best.left;
  }
  return where;
}

/**
 * A correction of one cell in the form of a description's `corrections`. It names its row by the fewest labels that tell it
 * from every other row, so that it fits no other row of a later file; where rows cannot be told apart so, from those that
 * hold the same figure. Null where neither is possible: a correction that changes another cell as well is worse than none.
 */
export function pinpoint(
  row: string,
  cell: { readonly heading: string; readonly from: string; readonly to: string },
  rows: readonly RowLabels[],
  words: { readonly reason: string; readonly evidence: string },
): Correction | null {
  const own = rows.find((labels) => labels.row === row);
  if (!own) return null;
  const { heading, from, to } = cell;
  const others = rows.filter((other) => other !== own);
  const where =
    tellApart(own.labels, others) ??
    tellApart(
      own.labels,
      others.filter(({ figures }) => ownValue(figures, heading) === from),
    );
  return where && { column: heading, from, to, where, ...words };
}

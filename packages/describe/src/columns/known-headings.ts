import type { SourceDescription } from '@samenbeeld/ingest';
import { thresholds } from '../thresholds.ts';

/** What a description that exists makes of a heading. */
export interface KnownHeading {
  readonly source: string;
  /** Fields it feeds, or null where it is ignored. */
  readonly to: readonly string[] | null;
  readonly ignore: string | null;
  /** Part of the table's headings that the description knows. */
  readonly share: number;
}

/**
 * What descriptions at hand say of the headings of a table; of each, the one that knows most headings. What one leaves out it leaves
 * out for what its other columns say: that is believed where all that it maps are here.
 */
export function knownHeadings(
  headings: readonly string[],
  known: readonly SourceDescription[],
): ReadonlyMap<string, KnownHeading> {
  const found = new Map<string, KnownHeading>();
  for (const { id, columns } of known) {
    const rules = new Map(
      columns.flatMap((rule) => rule.headers.map((header) => [header, rule] as const)),
    );
    const share =
      headings.filter((heading) => rules.has(heading)).length / Math.max(1, headings.length);
    if (share < thresholds.headingsKnown) continue;
    const there = new Set(headings);
    const isWhole = columns.every(
      ({ ignore, optional, headers }) =>
        ignore !== null || optional || headers.some((header) => there.has(header)),
    );
    for (const heading of headings) {
      const rule = rules.get(heading);
      if (!rule || (rule.ignore !== null && !isWhole)) continue;
      if ((found.get(heading)?.share ?? 0) >= share) continue;
      const to = rule.ignore === null ? rule.mappings.map((mapping) => mapping.to) : null;
      found.set(heading, { source: id, to, ignore: rule.ignore, share });
    }
  }
  return found;
}

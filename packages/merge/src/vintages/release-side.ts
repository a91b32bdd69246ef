import type { FigureDimension, Observation } from '@samenbeeld/schema';
import { figureOf, span } from './figure-key.ts';
import { isPlain } from './figure-words.ts';

/** One release, figure by figure. */
export interface Side {
  readonly rows: readonly Observation[];
  readonly figures: ReadonlyMap<string, Observation>;
  readonly contradicted: ReadonlyMap<string, readonly Observation[]>;
}

function latestOf(rows: readonly Observation[]): readonly Observation[] {
  const last =
    rows
      .map(({ publishedOn }) => publishedOn ?? '')
      .sort()
      .at(-1) ?? '';
  return rows.filter(({ publishedOn }) => (publishedOn ?? '') === last);
}

const says = ({ value, wording, missing }: Observation): string =>
  `${value} ${value === null || isPlain(wording) ? '' : wording} ${missing}`;

/** The figures of a release; of several vintages the latest, and none where the latest contradict each other. */
export function sideOf(rows: readonly Observation[], fields: readonly FigureDimension[]): Side {
  const groups = new Map<string, Observation[]>();
  for (const row of rows) {
    const key = figureOf(row, fields);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const figures = new Map<string, Observation>();
  const contradicted = new Map<string, readonly Observation[]>();
  for (const [key, all] of groups) {
    const latest = latestOf(all);
    if (new Set(latest.map(says)).size > 1) contradicted.set(key, latest);
    else figures.set(key, latest[0] as Observation);
  }
  return { rows, figures, contradicted };
}

/** Figures of one side that the other lacks, split by whether the other has their period. */
export function lacking(
  own: Side,
  other: Side,
): { readonly within: readonly Observation[]; readonly outside: number } {
  const periods = new Set(other.rows.map(span));
  const alone = [...own.figures].filter(
    ([key]) => !other.figures.has(key) && !other.contradicted.has(key),
  );
  const within = alone.map(([, row]) => row).filter((row) => periods.has(span(row)));
  return { within, outside: alone.length - within.length };
}

import { drawnIndex, type ReportingIndex, type ReportingPoint } from '@samenbeeld/money';
import { inEach, type Text, UsageError } from '@samenbeeld/schema';
import type { IndicesAnswer } from './indices.ts';
import { moneyWords } from './money-words.ts';

/** Indices that start from one base, and why the others are not among them. */
export interface IndexSeries {
  readonly base: string;
  readonly drawn: readonly ReportingIndex[];
  /** What is said below the chart; null where every series is in it. */
  readonly leftOut: Text | null;
}

function named(indices: readonly ReportingIndex[]): string {
  return indices.map(({ label, base }) => `${label.en} (from ${base})`).join('; ');
}

/** The base of most indices, the earliest of several. */
function commonest(indices: readonly ReportingIndex[]): string {
  const bases = [...new Set(indices.map(({ base }) => base))].sort();
  const size = (base: string): number => indices.filter((one) => one.base === base).length;
  return bases.reduce((best, base) => (size(base) > size(best) ? base : best), bases[0] ?? '');
}

/** The indices that may share a chart: those from the base asked for, or from the one base that all of them have. */
export function indexSeries({ indices, base: asked }: IndicesAnswer): IndexSeries {
  const several = indices.filter(({ points }) => points.length > 1);
  const base = asked ?? commonest(several);
  const drawn = several.filter((index) => index.base === base);
  if (several.length === 0)
    throw new UsageError(
      'No index is drawn: each series has one figure alone. Choose more years or another source.',
    );
  if (asked === null && drawn.length < several.length)
    throw new UsageError(
      `The indices start from different years: ${named(several)}. Ask for one base: \`indices(selection, { base: '${base}' })\`; series that lack it are left out and named.`,
    );
  if (drawn.length === 0)
    throw new UsageError(
      `No series has a figure of ${base} to start from: ${named(several)}. Ask for a base that one of them has.`,
    );
  const without = several.filter((index) => index.base !== base);
  const alone = indices.filter(({ points }) => points.length < 2);
  if (without.length + alone.length === 0) return { base, drawn, leftOut: null };
  const leftOut = inEach((language) => {
    const list = (which: readonly ReportingIndex[]): string =>
      which.map(({ label }) => label[language]).join('; ');
    const said = [
      ...(without.length > 0
        ? [moneyWords.lackBase[language].replace('{base}', base).replace('{}', list(without))]
        : []),
      ...(alone.length > 0 ? [moneyWords.oneFigure[language].replace('{}', list(alone))] : []),
    ];
    return said.join(' ');
  });
  return { base, drawn, leftOut };
}

/** A point of an index as a chart draws it. */
export interface DrawnPoint {
  readonly period: string;
  readonly index: number | null;
  readonly provisional: boolean;
}

/** The points of one index as a chart draws them. */
export function indexPoints({ points }: ReportingIndex, base: string): readonly DrawnPoint[] {
  const at = points.find(({ period }) => period === base) as ReportingPoint;
  return points.map((point) => ({
    period: point.period,
    index: drawnIndex(point, at),
    provisional: point.provisional,
  }));
}

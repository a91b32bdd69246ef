import type { CredibleRange } from '../partition/credible-cover.ts';
import type { LinkedRecord } from '../partition/record-pair.ts';
import type { CountedFind, InCell } from './counted-find.ts';
import { type Extremes, extremesFrom } from './extremes.ts';

/** What the records of a component are by themselves. */
export interface Apart {
  readonly range: Extract<CredibleRange, { kind: 'apart' }>;
  readonly records: readonly LinkedRecord[];
  /** The find that each record would be alone. */
  readonly own: readonly CountedFind[];
}

/** The most that a record says: its weight as printed, of files that estimate with half the last digit. null where it gives none, no end where it gives only a lower one. */
function mostOf({ weight }: CountedFind, estimates: boolean): number | null {
  const said = weight.told.map(({ kg, step }) => (estimates ? kg + step / 2 : kg));
  if (weight.leading === null) return null;
  return weight.high === null ? Number.POSITIVE_INFINITY : Math.max(weight.high, ...said);
}

/** Records that a find holding one of them may reach: a find has at most one unit a file, so many steps lead through it. */
function reachOf(from: number, near: readonly (readonly number[])[], files: number): number[] {
  const reached = new Set([from]);
  let edge = [from];
  for (let step = 1; step < files; step += 1) {
    edge = [...new Set(edge.flatMap((i) => near[i] ?? []))].filter((i) => !reached.has(i));
    for (const i of edge) reached.add(i);
  }
  return [...reached];
}

/**
 * Bounds that no partition passes, where there are too many finds to list. No find weighs more than its records say together,
 * of those that a person joined the file that says most. The records of one file are finds of their own, none of which
 * weighs less than the least that is said of whatever may be one find with it. A find takes its place from one of its
 * records and its day from one, so that a record counts towards a cell that these may lie in.
 */
export function extremesApart(
  { range: { atoms, near }, records, own }: Apart,
  inCell: InCell,
): Extremes {
  const files = new Set(records.map(({ source }) => source));
  const estimating = new Set(
    records.flatMap(({ source }, i) =>
      own[i]?.weight.told.some(({ estimated }) => estimated) ? [source] : [],
    ),
  );
  const reach = own.map((_, i) => reachOf(i, near, files.size));
  const cells = reach.map((some) => {
    const days = new Map(
      some.flatMap((d) => (own[d] ? [[JSON.stringify(own[d].time), own[d]]] : [])),
    );
    const places = new Map(some.flatMap((p) => (own[p] ? [[own[p].place, own[p]]] : [])));
    return [...places.values()].flatMap((find) =>
      [...days.values()].map(({ time }) => inCell({ ...find, time })),
    );
  });
  const most = atoms.map((atom): number => {
    if (!atom.some((i) => cells[i]?.some((share) => share > 0))) return 0;
    const said = [...files].flatMap((file): readonly number[] => {
      const rows = atom.filter((i) => records[i]?.source === file);
      const weights = rows.flatMap((i) =>
        own[i] ? (mostOf(own[i], estimating.has(file)) ?? []) : [],
      );
      const isKnown = rows.length > 0 && weights.length === rows.length;
      return isKnown ? [weights.reduce((sum, kg) => sum + kg, 0)] : [];
    });
    return said.length > 0 ? Math.max(...said) : Number.POSITIVE_INFINITY;
  });
  const leastOf = (i: number): number => {
    if (cells[i]?.some((share) => share < 1) || own[i]?.weight.leading === null) return 0;
    const said = (reach[i] ?? []).flatMap((j) => {
      const weight = own[j]?.weight;
      return weight && weight.leading !== null ? [weight.low] : [];
    });
    return said.length > 0 ? Math.min(...said) : 0;
  };
  const least = [...files].map((file) =>
    records.flatMap(({ source }, i) => {
      const isBatch = near[i]?.some((j) => records[j]?.source === file);
      return source === file && !isBatch ? [[i, leastOf(i)] as const] : [];
    }),
  );
  const sumOf = (added: readonly (readonly [number, number])[]): number =>
    added.reduce((sum, [, kg]) => sum + kg, 0);
  const lows = least.reduce((best, one) => (sumOf(one) > sumOf(best) ? one : best), []);
  return extremesFrom(
    new Map(lows),
    new Map(atoms.map((atom, at) => [atom[0] ?? 0, most[at] ?? 0])),
  );
}

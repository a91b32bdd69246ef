import { inFour } from '@samenbeeld/schema';
import { isRounded } from '../numbers.ts';
import { alike } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import type { NumericColumn } from './numeric-columns.ts';
import type { Relation } from './relation.ts';

function sumOf(
  total: NumericColumn,
  parts: readonly NumericColumn[],
): { readonly holds: number; readonly rows: number; readonly telling: number } {
  let holds = 0;
  let rows = 0;
  let telling = 0;
  for (const [row, value] of total.values.entries()) {
    if (value === null) continue;
    let sum = 0;
    let filled = 0;
    let known = true;
    for (const { values } of parts) {
      const part = values[row] ?? null;
      known &&= part !== null;
      sum += part ?? 0;
      if (part !== null && part !== 0) filled += 1;
    }
    if (!known) continue;
    rows += 1;
    if (isRounded(value, sum, total.decimals)) {
      holds += 1;
      if (filled > 1) telling += 1;
    } else if (rows - holds > 5 + rows * (1 - thresholds.sumHolds)) break;
  }
  return { holds, rows, telling };
}

/**
 * Pairs of columns anywhere, and runs of columns beside the total, or of every second to fourth column where measures take
 * turns: what publishers lay out as a sum.
 */
function candidates(
  columns: readonly NumericColumn[],
  at: number,
): readonly (readonly NumericColumn[])[] {
  const others = columns.filter((_, index) => index !== at);
  const runs: NumericColumn[][] = [];
  for (let size = 3; size <= Math.min(40, columns.length - 1); size += 1) {
    if (at >= size) runs.push(columns.slice(at - size, at));
    if (at + size < columns.length) runs.push(columns.slice(at + 1, at + 1 + size));
  }
  const turns = columns.length > thresholds.fewFigureColumns ? [] : [2, 3, 4];
  for (const step of turns)
    for (let offset = 1; offset <= step; offset += 1)
      for (const way of [-1, 1]) {
        const run: NumericColumn[] = [];
        for (let index = at + way * offset; columns[index]; index += way * step) {
          run.push(columns[index] as NumericColumn);
          if (run.length >= 3) runs.push(way < 0 ? [...run].reverse() : [...run]);
        }
      }
  const near = others.length > 24 ? columns.slice(Math.max(0, at - 12), at + 13) : columns;
  const pairs: NumericColumn[][] = [];
  for (const [index, a] of near.entries())
    for (const b of near.slice(index + 1))
      if (a !== columns[at] && b !== columns[at]) pairs.push([a, b]);
  return [...runs, ...pairs];
}

/** Columns that are the sum of others in (nearly) every row. */
export function columnSums(columns: readonly NumericColumn[]): readonly Relation[] {
  return columns.flatMap((total, at) => {
    for (const parts of candidates(columns, at)) {
      const { holds, rows, telling } = sumOf(total, parts);
      if (telling < thresholds.sumRows || holds < rows * thresholds.sumHolds) continue;
      return [sumRelation(total, parts, holds, rows)];
    }
    return [];
  });
}

function sumRelation(
  total: NumericColumn,
  parts: readonly NumericColumn[],
  holds: number,
  rows: number,
): Relation {
  const from = parts.map(({ heading }) => heading);
  const formula =
    from.length > 4
      ? inFour(
          '{first} + … + {last} ({n} kolommen)',
          '{first} + … + {last} ({n} colonnes)',
          '{first} + … + {last} ({n} Spalten)',
          '{first} + … + {last} ({n} columns)',
          { first: from[0] ?? '', last: from.at(-1) ?? '', n: from.length },
        )
      : alike(from.join(' + '));
  return { column: total.heading, kind: 'sum', from, formula, holds, rows };
}

/**
 * What columns that say they are totals seem to be the sum of: in at least two rows, and in half of those where all is
 * given. A slip, a correction or a short table keeps such a sum from being verified, so that each is a question.
 */
export function likelySums(
  columns: readonly NumericColumn[],
  isTotal: (heading: string) => boolean,
): readonly Relation[] {
  return columns.flatMap((total, at) => {
    if (!isTotal(total.heading)) return [];
    const [best] = candidates(columns, at)
      .map((parts) => ({ parts, ...sumOf(total, parts) }))
      .filter(({ holds, rows, telling }) => telling >= 2 && holds * 2 >= rows)
      .sort((a, b) => b.holds - a.holds || b.parts.length - a.parts.length);
    return best ? [sumRelation(total, best.parts, best.holds, best.rows)] : [];
  });
}
